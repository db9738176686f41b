/** Rounds over time: what each said of the head, and of the control, which is the base again. */
import * as Plot from '@observablehq/plot';
import { findIndicator, type ReadingStatistic, type RoundStatistic } from '../../indicators.js';
import type { Comparison } from '../../judge/judgement.js';
import { ownIndicators } from '../../judge/own-indicators.js';
import { roundLogRatio } from '../../judge/round-statistic.js';
import type { Measurement } from '../../measure/measurement.js';
import { comparisonCells } from '../comparison-cells.js';
import { plural } from '../plural.js';
import { verdictMark } from '../signs.js';
import { smallFigure, smallFigures } from './drawing.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';
import { ratioText, reachOf, ticksWithin, toleratedFraction } from './ratio-scale.js';
import { verdictColour } from './verdict-colour.js';

const HEIGHT = 180;
const MARGIN_TOP = 8;
const MARGIN_BOTTOM = 36;

interface Point {
  readonly round: number;
  readonly ratio: number;
}

interface Series {
  readonly comparison: Comparison;
  readonly head: readonly Point[];
  readonly control: readonly Point[];
}

/** One small picture for each measured indicator. */
export function roundsPlots(
  measurement: Measurement,
  comparisons: readonly Comparison[],
  id: string,
  { requiredOnly }: { readonly requiredOnly: boolean },
): Markup | null {
  const measured = comparisons.filter(({ kind }) => kind === 'measured');
  const drawn = requiredOnly ? measured.filter(({ required }) => required) : measured;
  const series = drawn.flatMap((comparison) => seriesOf(comparison, measurement));
  if (series.length === 0) return null;
  const disturbed = measurement.rounds.flatMap((round, at) => (round.disturbed ? [at + 1] : []));
  return markup`${smallFigures(series.map((one) => plot(one, measurement.rounds.length, disturbed, id)))}
<p class="note">Each round is one ratio, by the statistic that the test used: ● head / base, ○ control / base (the base against its own copy: what this machine makes of no change). Shaded across: the tolerance. Ticks at the foot: rounds in which others took part of the machine, ${disturbed.length} of ${plural(measurement.rounds.length, 'round')}, marked and not dropped. Up is more, whichever is better.${
    drawn.length === measured.length
      ? null
      : ' Of a report of so many models, only rounds of required indicators are drawn; those of the others are in report.json.'
  }</p>`;
}

function seriesOf(comparison: Comparison, measurement: Measurement): Series[] {
  const statistic = statisticOf(comparison, measurement);
  if (statistic === undefined) return [];
  const points = (side: 'head' | 'control'): Point[] =>
    measurement.rounds.flatMap((round, at) => {
      const logRatio = roundLogRatio(statistic, round, side, measurement);
      return logRatio === null ? [] : [{ round: at + 1, ratio: Math.exp(logRatio) }];
    });
  const head = points('head');
  return head.length === 0 ? [] : [{ comparison, head, control: points('control') }];
}

function statisticOf(
  { indicator: id, kind }: Comparison,
  { harness }: Measurement,
): RoundStatistic | ReadingStatistic | undefined {
  if (kind !== 'measured') return undefined;
  if (harness === undefined) return findIndicator(id)?.statistic;
  return ownIndicators(harness, true).find((own) => own.id === id)?.statistic;
}

function plot(
  { comparison, head, control }: Series,
  rounds: number,
  disturbed: readonly number[],
  id: string,
): Markup {
  const { label, effect, better, indicator } = comparison;
  const { change } = comparisonCells(comparison);
  const mark = verdictMark(comparison.verdict);
  const tolerated = 1 + toleratedFraction(comparison);
  const reach = reachOf([tolerated, ...[...head, ...control].map(({ ratio }) => ratio)]);
  const within = (points: readonly Point[]): Point[] =>
    points.map(({ round, ratio }) => ({ round, ratio: Math.min(Math.max(ratio, 1 / reach), reach) }));
  const last = rounds + 0.5;
  return smallFigure(
    {
      id: `${id}-rounds-${indicator.replace(/\W/g, '')}`,
      title: label,
      result: markup`${markOf(mark)} ${change}`,
      description: `${change}, ${mark.word}. ${plural(head.length, 'round')} of head over base: ${spanOf(head)}. Control over base: ${spanOf(control)}. ${better === 'lower' ? 'Less' : 'More'} is better.`,
      caption: null,
    },
    {
      height: HEIGHT,
      marginLeft: 40,
      marginRight: 10,
      marginTop: MARGIN_TOP,
      marginBottom: MARGIN_BOTTOM,
      x: {
        domain: [0.5, last],
        label: 'round',
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: roundTicks(rounds),
        tickSize: 0,
        tickFormat: 'd',
      },
      y: { type: 'log', domain: [1 / reach, reach], axis: null },
      marks: [
        Plot.rectY([1], { x1: 0.5, x2: last, y1: 1 / tolerated, y2: tolerated, fill: 'var(--band)' }),
        Plot.tickX(disturbed, {
          x: (round: number) => round,
          stroke: 'var(--disturbed)',
          strokeWidth: 5,
          insetTop: HEIGHT - MARGIN_TOP - MARGIN_BOTTOM - 3,
        }),
        Plot.text(ticksWithin(reach), {
          y: (tick: number) => tick,
          text: ratioText,
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          fill: 'var(--faint)',
        }),
        Plot.ruleY([1], { stroke: 'var(--faint)' }),
        effect === null
          ? null
          : Plot.ruleY([effect.ratio], { stroke: verdictColour(comparison), strokeDasharray: '4 3' }),
        Plot.dot(within(control), { x: 'round', y: 'ratio', r: 2.5, stroke: 'var(--control)' }),
        Plot.dot(within(head), { x: 'round', y: 'ratio', r: 3, fill: verdictColour(comparison) }),
      ],
    },
  );
}

function roundTicks(rounds: number): number[] {
  const step = rounds <= 6 ? 1 : rounds <= 15 ? 3 : rounds <= 30 ? 6 : 12;
  return [1, ...Array.from({ length: Math.floor(rounds / step) }, (_, at) => (at + 1) * step)].filter(
    (round, at, all) => all.indexOf(round) === at && (round === 1 || round > step / 2),
  );
}

function spanOf(points: readonly Point[]): string {
  if (points.length === 0) return 'none';
  const ratios = points.map(({ ratio }) => ratio);
  return `ratios from ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}`;
}
