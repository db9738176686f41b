/** Where the time of base and head goes, operator by operator. */
import { formatPercent, formatQuantity } from '../quantity.js';
import type { ModelReport } from '../report.js';
import type { Supplement } from './supplement.js';

type Profile = NonNullable<ModelReport['profile']>;
type Times = NonNullable<Profile['base']>;

/** Operators that are named; the others are summed up. */
const NAMED = 8;
/** Executed beyond counted from which padding is worth a word. */
const PADDED = 1.02;

/** Nothing where nothing was profiled. */
export function operatorTimesSupplement({ profile, comparisons }: ModelReport): Supplement[] {
  if (profile === null) return [];
  const { base, head, reason } = profile;
  const latency = comparisons.find(({ indicator }) => indicator === 'latency_p50');
  return [
    {
      title: 'Time by operator',
      header: ['operator', 'base', 'GMAC/s', 'head', 'GMAC/s'],
      rows: base === null && head === null ? [] : rowsOf(base, head),
      align: 'lrrrr',
      notes: [
        ...sideNote('base', base, latency?.base.value ?? null),
        ...sideNote('head', head, latency?.head.value ?? null),
        ...(base?.placement === undefined && head?.placement === undefined
          ? []
          : [
              'Of kernels on an accelerator these are the times of launching them; what the device itself took is in the set-up, where it is known.',
            ]),
        ...(reason === null ? [] : [`Not profiled to the end: ${reason}`]),
        'Operators are those of the graph as the runtime has optimised it, each with the multiply-accumulates that its kernels do. Described by one profiled process a side, which adds to the time of every kernel: no verdict rests on it.',
      ],
    },
  ];
}

function rowsOf(base: Times | null, head: Times | null): string[][] {
  const names = byTime(base, head);
  const row = (name: string, ops: readonly string[]): string[] => [
    name,
    ...cells(base, ops),
    ...cells(head, ops),
  ];
  const others = names.slice(NAMED);
  return [
    ...names.slice(0, NAMED).map((op) => row(op, [op])),
    ...(others.length === 0 ? [] : [row(`${others.length} others`, others)]),
    row('all', names),
  ];
}

/** Operators of both sides, those first that take the most time on either. */
function byTime(base: Times | null, head: Times | null): string[] {
  const most = new Map<string, number>();
  for (const { op, timeMs } of [...(base?.operators ?? []), ...(head?.operators ?? [])])
    most.set(op, Math.max(most.get(op) ?? 0, timeMs));
  return [...most].sort(([, one], [, other]) => other - one).map(([op]) => op);
}

/** Time and rate of some operators together, on one side. */
function cells(times: Times | null, ops: readonly string[]): [string, string] {
  if (times === null) return ['not measured', 'not measured'];
  const own = times.operators.filter(({ op }) => ops.includes(op));
  if (own.length === 0) return ['none', 'none'];
  const timeMs = own.reduce((sum, row) => sum + row.timeMs, 0);
  const known = own.flatMap(({ macs }) => macs ?? []);
  const macs = known.reduce((sum, each) => sum + each, 0);
  const rate =
    known.length < own.length || times.placement !== undefined
      ? 'not known'
      : macs === 0 || timeMs === 0
        ? 'no MACs'
        : rateOf(macs, timeMs);
  return [`${formatQuantity(timeMs, 'ms', 3)} (${formatPercent(timeMs / (times.timeMs || 1))})`, rate];
}

const rateOf = (macs: number, timeMs: number): string => (macs / timeMs / 1e6).toPrecision(3);

function sideNote(side: string, times: Times | null, latencyMs: number | null): string[] {
  if (times === null) return [];
  const { macs, executedMacs, timeMs, gmacPerS, arenaPeakBytes, runs } = times;
  const beside = latencyMs === null ? '' : ` (median latency unprofiled: ${formatQuantity(latencyMs, 'ms')})`;
  const padded =
    macs !== null && executedMacs !== null && executedMacs > PADDED * macs
      ? ` Its kernels do ${formatQuantity(executedMacs, 'count')}: channels are padded to the runtime's blocks.`
      : '';
  return [
    `${side}: ${macs === null ? 'MACs not known' : `${formatQuantity(macs, 'count')} MACs`} in ${formatQuantity(timeMs, 'ms')} of kernels${beside}, median of ${runs} runs${gmacPerS === null ? '' : `: ${gmacPerS.toPrecision(3)} GMAC/s`}.${padded} ` +
      `At most ${arenaPeakBytes === null ? 'an unknown number of bytes' : formatQuantity(arenaPeakBytes, 'bytes')} in use in the runtime's arena.`,
  ];
}
