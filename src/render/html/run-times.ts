/** How long the runs took: the distribution of base and head, and of the control beside them. */
import * as Plot from '@observablehq/plot';
import { medianSorted, quantileSorted } from 'simple-statistics';
import { ROLES, type Measurement, type Role } from '../../measure/measurement.js';
import { formatQuantity } from '../../quantity.js';
import { plural } from '../plural.js';
import { responsiveFigure, WIDE } from './drawing.js';
import type { Markup } from './markup.js';

interface Bin {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

interface Side {
  readonly role: Role;
  /** Milliseconds, in order of length. */
  readonly runs: readonly number[];
  readonly median: number;
  readonly tenth: number;
  readonly ninetieth: number;
}

const BINS = 48;
/** Of the runs of each side; the few beyond would leave the others no room. */
const SHOWN_SHARE = 0.95;
const COLOURS: Readonly<Record<Role, string>> = {
  base: 'var(--base)',
  head: 'var(--head)',
  control: 'var(--control)',
};
const NAMES: Readonly<Record<Role, string>> = { base: 'base', head: 'head', control: 'control (base again)' };
/** The control next to the base that it is a copy of. */
const ORDER: readonly Role[] = ['head', 'base', 'control'];

export function runTimes({ rounds, harness }: Measurement, id: string): Markup | null {
  if (rounds.length === 0) return null;
  const sides = ROLES.map((role) =>
    sideOf(
      role,
      rounds.flatMap((round) => round[role].blocks.flatMap(({ runsMs }) => runsMs)),
    ),
  );
  const from = Math.min(...sides.map(({ runs }) => runs[0] ?? Infinity));
  const to = Math.max(...sides.map(({ runs }) => quantileSorted([...runs], SHOWN_SHARE))) * 1.01;
  const bins = sides.flatMap((side) => binned(side, from, to));
  const beyond = sides.map(
    ({ role, runs }) => `${runs.filter((run) => run > to).length} of ${runs.length} of the ${role}`,
  );
  const noun = harness === undefined ? 'run' : 'run of the benchmark';
  return responsiveFigure(
    {
      id: `${id}-runs`,
      title: 'How long single runs took',
      description: sides
        .map((side) => `${NAMES[side.role]}: ${figures(side)} over ${plural(side.runs.length, noun)}`)
        .join('; '),
      caption: `Share of the runs in each of ${BINS} steps, of all ${plural(rounds.length, 'round')} together; line: median, bar: from the 10th to the 90th percentile. Runs longer than ${formatQuantity(to, 'ms')} are not drawn: ${beyond.join(', ')}. Runs of one process know of each other, so no verdict rests on this picture; rounds below are what was tested.`,
    },
    (width) => options(sides, bins, [from, to], width),
  );
}

function sideOf(role: Role, unordered: number[]): Side {
  // A typed array sorts by number, and several times as fast: there may be millions.
  const runs = [...Float64Array.from(unordered).sort()];
  return {
    role,
    runs,
    median: medianSorted(runs),
    tenth: quantileSorted(runs, 0.1),
    ninetieth: quantileSorted(runs, 0.9),
  };
}

function binned({ role, runs }: Side, from: number, to: number): Bin[] {
  const width = (to - from) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const run of runs) {
    if (run > to) continue;
    const at = Math.min(Math.floor((run - from) / width), BINS - 1);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => ({
    role,
    from: from + at * width,
    to: from + (at + 1) * width,
    share: count / runs.length,
  }));
}

const figures = ({ median: middle, tenth, ninetieth }: Side): string =>
  `median ${formatQuantity(middle, 'ms')}, 10th to 90th percentile ${formatQuantity(tenth, 'ms')} to ${formatQuantity(ninetieth, 'ms')}`;

function options(
  sides: readonly Side[],
  bins: readonly Bin[],
  domain: [number, number],
  width: number,
): Plot.PlotOptions {
  const narrow = width !== WIDE;
  const row = { fy: 'role' } as const;
  const colour = ({ role }: { readonly role: Role }): string => COLOURS[role];
  return {
    width,
    height: narrow ? 306 : 270,
    marginLeft: narrow ? 4 : 150,
    marginRight: narrow ? 4 : 150,
    marginTop: narrow ? 24 : 8,
    marginBottom: 42,
    fy: { domain: ORDER, axis: null, padding: narrow ? 0.42 : 0.3 },
    x: { domain, label: 'milliseconds', labelAnchor: 'center', labelArrow: 'none', ticks: narrow ? 4 : 9 },
    y: { axis: null },
    marks: [
      ...ORDER.map((role) =>
        Plot.areaY(outline(bins.filter((bin) => bin.role === role)), {
          fy: () => role,
          x: 'at',
          y: 'share',
          fill: COLOURS[role],
          fillOpacity: 0.55,
        }),
      ),
      Plot.ruleY([0], { stroke: 'var(--grid)' }),
      Plot.ruleX(sides, { ...row, x: 'median', stroke: colour, strokeWidth: 2 }),
      Plot.link(sides, {
        ...row,
        x1: 'tenth',
        x2: 'ninetieth',
        y1: 0,
        y2: 0,
        stroke: colour,
        strokeWidth: 4,
      }),
      Plot.text(sides, {
        ...row,
        frameAnchor: narrow ? 'top-left' : 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        dy: narrow ? -16 : 0,
        text: ({ role }: Side) => NAMES[role],
        fontWeight: 600,
      }),
      Plot.text(sides, {
        ...row,
        frameAnchor: narrow ? 'top-right' : 'right',
        textAnchor: narrow ? 'end' : 'start',
        dx: narrow ? 0 : 12,
        dy: narrow ? -16 : 0,
        text: (side: Side) => `median ${formatQuantity(side.median, 'ms')}`,
      }),
    ],
  };
}

/** Of a histogram: one path, where bars would be many times as long. */
const outline = (bins: readonly Bin[]): { readonly at: number; readonly share: number }[] =>
  bins.flatMap(({ from, to, share }) => [
    { at: from, share },
    { at: to, share },
  ]);
