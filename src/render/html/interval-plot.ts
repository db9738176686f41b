/** The picture of the change: every indicator's ratio with its interval against its tolerance, worse to the right. */
import * as Plot from '@observablehq/plot';
import type { Comparison } from '../../judge/judgement.js';
import { comparisonCells, openReason } from '../comparison-cells.js';
import { plural } from '../plural.js';
import { signed, verdictMark } from '../signs.js';
import { HALO, nameWithin, responsiveFigure, WIDE } from './drawing.js';
import type { Markup } from './markup.js';
import {
  oriented,
  ratioText,
  reachOf,
  ticksWithin,
  toleratedFraction,
  type Oriented,
} from './ratio-scale.js';
import { verdictColour } from './verdict-colour.js';

/** One row; positions are within the scale, and an arrow stands for what is beyond it. */
interface Row {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly colour: string;
  readonly sign: string;
  readonly change: string;
  readonly unknown: string | null;
  readonly exact: boolean;
  readonly at: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bandLow: number;
  readonly bandHigh: number;
  readonly beyond: string | null;
}

export function intervalPlot(comparisons: readonly Comparison[], id: string): Markup | null {
  if (comparisons.length === 0) return null;
  const effects = comparisons.flatMap(({ effect, better }) =>
    effect === null ? [] : oriented(effect, better),
  );
  const reach = reachOf(effects.flatMap(({ low, estimate, high }) => [low, estimate, high]));
  const rows = comparisons.map((comparison, at) => rowOf(comparison, at, reach));
  return responsiveFigure(
    {
      id: `${id}-intervals`,
      title: 'Every indicator, head against base',
      description: describe(comparisons),
      caption:
        'Head / base on a logarithmic scale; base / head where more is better, so that worse is always to the right. ● estimate and interval over rounds, ◆ exact. Shaded: the tolerance, within which a difference does not count. Bold with *: required, the relation rests on these. The table below holds the same.',
    },
    (width) => (width === WIDE ? wide(rows, reach) : narrow(rows, reach, width)),
  );
}

function rowOf(comparison: Comparison, at: number, reach: number): Row {
  const { label, required, effect, better, verdict } = comparison;
  const place = effect === null ? null : oriented(effect, better);
  const within = (value: number): number => Math.min(Math.max(value, 1 / reach), reach);
  const tolerated = verdict === null ? 0 : toleratedFraction(comparison);
  const drawn = place !== null && place.estimate > 0 && Number.isFinite(place.estimate) ? place : null;
  const { change } = comparisonCells(comparison);
  return {
    key: String(at),
    label,
    required,
    colour: verdictColour(comparison),
    sign: verdictMark(verdict).sign,
    change: openReason(comparison) === null || effect !== null ? change.replace(' times', '×') : 'not known',
    unknown: drawn === null ? (openReason(comparison) ?? 'no ratio: the base has none') : null,
    exact: place !== null && place.low === place.high,
    at: drawn === null ? null : within(drawn.estimate),
    low: drawn === null ? null : within(drawn.low),
    high: drawn === null ? null : within(drawn.high),
    bandLow: within(1 / (1 + tolerated)),
    bandHigh: within(1 + tolerated),
    beyond: drawn === null ? null : arrows(drawn, reach),
  };
}

const arrows = ({ estimate }: Oriented, reach: number): string | null =>
  estimate > reach ? '▶' : estimate < 1 / reach ? '◀' : null;

/** Label, picture and figures side by side. */
function wide(rows: readonly Row[], reach: number): Plot.PlotOptions {
  const [marginLeft, marginRight] = [230, 240];
  return {
    width: WIDE,
    height: rows.length * 24 + 74,
    marginLeft,
    marginRight,
    marginTop: 40,
    marginBottom: 34,
    ...scales(rows, reach),
    marks: [
      ...scaleMarks(reach, -22),
      ...rowMarks(rows, 0, 0),
      texts(rows, 'left', 'end', -12, 0, ({ label, required }) => label_(label, required, 31)),
      texts(rows, 'right', 'start', 14, 0, ({ sign, change }) => `${sign} ${change}`, true),
      notKnown(rows, 0, 92),
    ],
  };
}

/** Label and figures above each picture. */
function narrow(rows: readonly Row[], reach: number, width: number): Plot.PlotOptions {
  return {
    width,
    height: rows.length * 44 + 70,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 36,
    marginBottom: 34,
    ...scales(rows, reach),
    marks: [
      ...scaleMarks(reach, -20),
      ...rowMarks(rows, 18, 8),
      texts(rows, 'left', 'start', 0, -10, ({ label, required, change }) =>
        label_(label, required, 44 - change.length),
      ),
      texts(rows, 'right', 'end', 0, -10, ({ sign, change }) => `${sign} ${change}`, true),
      notKnown(rows, 8, 50),
    ],
  };
}

const isKnown = ({ unknown }: Row): boolean => unknown === null;
const label_ = (label: string, required: boolean, characters: number): string =>
  required ? `${nameWithin(label, characters - 2)} *` : nameWithin(label, characters);

function scales(rows: readonly Row[], reach: number): Plot.PlotOptions {
  return {
    x: { type: 'log', domain: [1 / reach, reach], axis: null },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0 },
  };
}

function scaleMarks(reach: number, above: number): Plot.Markish[] {
  const ticks = ticksWithin(reach);
  return [
    Plot.ruleX(ticks, { stroke: 'var(--grid)' }),
    Plot.text(ticks, {
      x: (tick: number) => tick,
      text: ratioText,
      frameAnchor: 'bottom',
      dy: 16,
      fill: 'var(--faint)',
    }),
    Plot.text(['← better'], {
      x: () => 1,
      frameAnchor: 'top',
      dy: above,
      dx: -14,
      textAnchor: 'end',
      fill: 'var(--faint)',
    }),
    Plot.text(['worse →'], {
      x: () => 1,
      frameAnchor: 'top',
      dy: above,
      dx: 14,
      textAnchor: 'start',
      fill: 'var(--faint)',
    }),
  ];
}

/** Tolerance, no change, interval and estimate, between insets of the row. */
function rowMarks(rows: readonly Row[], insetTop: number, dy: number): Plot.Markish[] {
  const known = rows.filter(isKnown);
  const inside = known.filter(({ beyond }) => beyond === null);
  const measured = known.filter(({ exact }) => !exact);
  const centre = { y: 'key', dy } as const;
  return [
    Plot.barX(rows, { y: 'key', x1: 'bandLow', x2: 'bandHigh', insetTop, fill: 'var(--band)' }),
    Plot.ruleX([1], { stroke: 'var(--faint)' }),
    Plot.link(measured, {
      ...centre,
      x1: 'low',
      x2: 'high',
      y1: 'key',
      y2: 'key',
      stroke: 'colour',
      strokeWidth: 2.5,
      strokeLinecap: 'round',
    }),
    Plot.dot(
      inside.filter(({ exact }) => !exact),
      { ...centre, x: 'at', r: 4.5, fill: 'colour' },
    ),
    Plot.dot(
      inside.filter(({ exact }) => exact),
      { ...centre, x: 'at', r: 4.5, symbol: 'diamond', fill: 'colour' },
    ),
    Plot.text(
      known.filter(({ beyond }) => beyond !== null),
      { ...centre, x: 'at', text: 'beyond', fill: 'colour' },
    ),
  ];
}

function texts(
  rows: readonly Row[],
  frameAnchor: 'left' | 'right',
  textAnchor: 'start' | 'end',
  dx: number,
  dy: number,
  text: (row: Row) => string,
  coloured = false,
): Plot.Markish {
  const bold = { fontWeight: 600 };
  const mark = (some: readonly Row[], style: object): Plot.Markish =>
    Plot.text(some, {
      y: 'key',
      frameAnchor,
      textAnchor,
      dx,
      dy,
      text,
      ...HALO,
      ...(coloured ? { fill: 'colour' } : {}),
      ...style,
    });
  return [
    mark(
      rows.filter(({ required }) => required),
      bold,
    ),
    mark(
      rows.filter(({ required }) => !required),
      {},
    ),
  ];
}

function notKnown(rows: readonly Row[], dy: number, characters: number): Plot.Markish {
  const open = rows.filter((row) => !isKnown(row));
  return Plot.text(open, {
    y: 'key',
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: 4,
    dy,
    text: ({ unknown }: Row) => nameWithin(unknown ?? '', characters),
    fill: 'var(--faint)',
    fontSize: 11,
  });
}

function describe(comparisons: readonly Comparison[]): string {
  const each = comparisons.map(
    (comparison) =>
      `${comparison.label}: ${comparisonCells(comparison).change}, ${signed(verdictMark(comparison.verdict)).slice(2)}`,
  );
  return `${plural(comparisons.length, 'indicator')}. ${each.join('; ')}.`;
}
