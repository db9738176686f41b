/**
 * Time by kind of operator, brought to what an inference takes without the profiler, and how much of it lies beyond
 * what the cheaper side would take for as many MACs.
 */
import type { OperatorTime } from '../../measure/operator-profile.js';
import type { Side, Sides } from './sides.js';
import { ratioOf } from './sides.js';

/** Part of the extra time that what a cause points at must make up. */
const SHARE = 0.25;
/** Part of the dearer side's time that must be extra, for the profile to show the parting at all. */
const LEAST_EXTRA = 0.05;

/** Milliseconds that the profiler adds to a kernel at most; what lies beyond is noise, and stays. */
const MOST_ADDED_MS = 0.01;
/** Kernel time over median latency beyond which the profiler weighs too much for rates to be told. */
const DISTURBED = 1.5;

/** A kind of operator, `timeMs` without the profiler. */
export type KindTime = Pick<OperatorTime, 'op' | 'provider' | 'kernels' | 'macs' | 'timeMs'>;

export interface ExtraTime {
  readonly dear: readonly KindTime[];
  readonly cheap: readonly KindTime[];
  /** MACs of the dearer side over those of the cheaper one; 1 where they are not known. */
  readonly macsRatio: number;
  /** Whether so much time is enough of the extra time to be a cause. */
  readonly matters: (ms: number) => boolean;
}

/** How many times the median latency a side's kernels take under the profiler; null where that is not known. */
export const inflation = ({ times, latencyMs }: Side): number | null =>
  times === null || latencyMs === null ? null : times.timeMs / latencyMs;

/** Whether the profiler weighs more than what it measures: many small kernels. */
export const isDisturbed = (side: Side): boolean => (inflation(side) ?? 0) > DISTURBED;

/** Null where the profile does not show what the latencies show: no side is explained by it then. */
export function extraTime(sides: Sides): ExtraTime | null {
  const [dear, cheap] = [unprofiled(sides.dear), unprofiled(sides.cheap)];
  if (dear === null || cheap === null) return null;
  const macsRatio = ratioOf(sides, 'macs') ?? 1;
  const extra = sum(dear) - sum(cheap) * macsRatio;
  if (extra < LEAST_EXTRA * sum(dear)) return null;
  return { dear, cheap, macsRatio, matters: (ms) => ms >= SHARE * extra };
}

/**
 * The profiler adds to the time of every kernel, which many small kernels feel most: what all kernels together take
 * beyond the median latency is deducted, the same from each, up to 10 µs.
 */
function unprofiled({ times, latencyMs }: Side): KindTime[] | null {
  if (times === null || latencyMs === null || times.operators.length === 0) return null;
  const kernels = times.operators.reduce((all, one) => all + one.kernels, 0);
  const added = Math.min(Math.max(times.timeMs - latencyMs, 0) / kernels, MOST_ADDED_MS);
  return times.operators.map(({ op, provider, kernels: count, macs, timeMs }) => ({
    op,
    provider,
    kernels: count,
    macs,
    timeMs: Math.max(timeMs - added * count, 0),
  }));
}

/** Milliseconds of all kinds together. */
export const sum = (kinds: readonly KindTime[]): number => kinds.reduce((all, { timeMs }) => all + timeMs, 0);

/** Kernels of all kinds together. */
export const kernelsOf = (kinds: readonly KindTime[]): number =>
  kinds.reduce((all, { kernels }) => all + kernels, 0);

/** `1 kernel`, `2 kernels`. */
export const kernelsInWords = (count: number): string => `${count} kernel${count === 1 ? '' : 's'}`;

/** MACs of all kinds together; null where those of one are not known. */
export function macsOf(kinds: readonly KindTime[]): number | null {
  return kinds.reduce<number | null>(
    (all, { macs }) => (all === null || macs === null ? null : all + macs),
    0,
  );
}

/** Kinds that multiply; none is among them whose MACs are not known. */
export const multiplying = (kinds: readonly KindTime[]): KindTime[] =>
  kinds.filter(({ macs }) => macs !== null && macs > 0);

/** 10^9 MACs a second; null where there is no time to tell. */
export function rateOf(kinds: readonly KindTime[]): number | null {
  const [macs, ms] = [macsOf(kinds), sum(kinds)];
  return macs === null || macs === 0 || ms === 0 ? null : macs / ms / 1e6;
}
