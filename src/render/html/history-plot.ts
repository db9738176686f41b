/** One indicator over commits. Thousands of points are a few paths: each stretch a line, the latest points dots. */
import * as Plot from '@observablehq/plot';
import type { Point, Series } from '../../history/series.js';
import { formatEstimate, formatQuantity, formatRatio } from '../../quantity.js';
import { plainName } from '../escape.js';
import { plural } from '../plural.js';
import { verdictMark } from '../signs.js';
import { HALO, responsiveFigure, WIDE } from './drawing.js';
import type { Markup } from './markup.js';
import { toneColour } from './verdict-colour.js';

/** Points that are drawn singly, with what they are when pointed at: the latest, and the latest that were news. */
const LATEST = 80;
const NEWS = 120;

interface Place {
  readonly x: number;
  readonly point: Point;
  /** Of the unbroken line that it is on. */
  readonly stretch: number;
}

/** @param id Unique in the page. */
export function historyPlot(series: Series, id: string): Markup {
  const places = placesOf(series.points);
  const { points, unit, better, label } = series;
  const breaks = places.filter(({ point }) => point.apart === 'machine');
  const gaps = places.filter(({ point }) => point.apart === 'gap');
  return responsiveFigure(
    {
      id,
      title: `${label}: ${changeOf(series)}`,
      description: `${plural(points.length, 'commit')}, from ${rangeOf(points, unit)}; ${plural(breaks.length, 'change')} of the machine, ${plural(gaps.length, 'gap')}. Latest: ${latestOf(series)}. ${better === 'lower' ? 'Less' : 'More'} is better.`,
      caption: null,
    },
    (width) => options(places, breaks, series, width),
  );
}

function placesOf(points: readonly Point[]): Place[] {
  let stretch = 0;
  return points.map((point, x) => {
    if (point.apart !== null) stretch += 1;
    return { x, point, stretch };
  });
}

function options(
  places: readonly Place[],
  breaks: readonly Place[],
  { unit }: Series,
  width: number,
): Plot.PlotOptions {
  const wide = width === WIDE;
  const value = ({ point }: Place): number => point.value;
  const values = places.map(value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.1, Math.abs(most) * 0.02, Number.MIN_VALUE);
  const news = places.filter(({ point }) => point.verdict === 'regressed' || point.verdict === 'improved');
  const single = [...new Set([...places.slice(-LATEST), ...news.slice(-NEWS)])];
  return {
    width,
    height: wide ? 190 : 170,
    marginLeft: wide ? 84 : 72,
    marginRight: 12,
    marginTop: 14,
    marginBottom: 30,
    x: {
      domain: [-0.5, Math.max(places.length - 0.5, 0.5)],
      label: null,
      tickSize: 0,
      ticks: ticksOf(places.length, wide ? 8 : 3),
      tickFormat: (x: number) => places[x]?.point.at.slice(0, 10) ?? '',
    },
    y: {
      domain: [least - room, most + room],
      label: null,
      grid: true,
      ticks: 4,
      tickSize: 0,
      tickFormat: (tick: number) =>
        tick < 0 ? '' : formatQuantity(tick, unit, 3).replace(' inferences/s', ' /s'),
    },
    marks: [
      Plot.ruleX(breaks, {
        x: ({ x }: Place) => x - 0.5,
        stroke: 'var(--unsure)',
        strokeDasharray: '3 3',
      }),
      Plot.line(places, {
        x: 'x',
        y: value,
        z: 'stretch',
        stroke: 'var(--head)',
        strokeWidth: 1.5,
      }),
      Plot.dot(single, {
        x: 'x',
        y: value,
        r: places.length > 400 ? 2.5 : 3.5,
        fill: ({ point }: Place) => colourOf(point),
        title: (place: Place) => titleOf(place.point, unit),
      }),
      Plot.text(breaks.slice(-1), {
        x: ({ x }: Place) => x - 0.5,
        text: () => 'other machine',
        frameAnchor: 'top',
        textAnchor: 'end',
        dx: -4,
        ...HALO,
        fontSize: 11,
        fill: 'var(--unsure)',
      }),
    ],
  };
}

/** A colour that only repeats what the title says. */
const colourOf = ({ verdict }: Point): string =>
  verdict === null ? 'var(--quiet)' : toneColour(verdictMark(verdict));

function ticksOf(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}

/** What one point is, when it is pointed at. */
function titleOf({ commit, at, value, verdict, step, machine, apart }: Point, unit: string): string {
  const lines = [
    `${commit.slice(0, 10)}, ${at.slice(0, 10)}`,
    `${formatQuantity(value, unit)}, ${verdict === null ? 'new' : verdictMark(verdict).word}`,
    step === null ? null : `head / base ${formatEstimate(step.ratio, step.low, step.high)}`,
    machine === null ? null : plainName(machine),
    apart === null ? null : WHY_APART[apart],
  ];
  return lines.filter((line) => line !== null).join('\n');
}

const WHY_APART = {
  machine: 'not compared with the point before: another machine',
  gap: 'not compared with the point before: a change between them is not in the history',
} as const;

function changeOf({ cumulative, exact }: Series): string {
  if (cumulative === null) return 'no known step';
  const { ratio, low, high, steps } = cumulative;
  const amount = exact
    ? ratio === 1
      ? 'the same'
      : `${formatRatio(ratio)} times`
    : formatEstimate(ratio, low, high).replace(' ', ' times ');
  return `${amount} over ${plural(steps, 'step')}`;
}

function rangeOf(points: readonly Point[], unit: string): string {
  const values = points.map(({ value }) => value);
  return `${formatQuantity(Math.min(...values), unit)} to ${formatQuantity(Math.max(...values), unit)}`;
}

function latestOf({ points, unit }: Series): string {
  const latest = points.at(-1);
  return latest === undefined
    ? 'none'
    : `${formatQuantity(latest.value, unit)} at ${latest.commit.slice(0, 10)}`;
}
