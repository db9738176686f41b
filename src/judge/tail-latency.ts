/** The 99th percentile of latency: shown where the runs can carry it, never decided, since few ever can. */
import { quantile } from 'simple-statistics';
import type { Measurement } from '../measure/measurement.js';
import { leastCountFor, quantileInterval } from '../stats/quantile-interval.js';
import type { TailLatency } from './judgement.js';

const QUANTILE = 0.99;
const CONFIDENCE = 0.95;

/** @returns both sides, or the reason why they are not shown. */
export function tailLatency({ rounds }: Pick<Measurement, 'rounds'>): TailLatency {
  const side = (role: 'base' | 'head'): TailLatency['base'] => {
    const runs = rounds
      .flatMap((round) => round[role].blocks.flatMap(({ runsMs }) => runsMs))
      .sort(ascending);
    const interval = quantileInterval(runs.length, QUANTILE, CONFIDENCE);
    if (interval === null) return null;
    const at = (place: number): number => runs[place] ?? 0;
    return {
      value: quantile(runs, QUANTILE),
      low: at(interval.low),
      high: at(interval.high),
      runs: runs.length,
    };
  };
  const [base, head] = [side('base'), side('head')];
  if (base !== null && head !== null) return { base, head, reason: null };
  const counts = (['base', 'head'] as const).map((role) =>
    rounds.reduce(
      (sum, round) => sum + round[role].blocks.reduce((all, block) => all + block.runsMs.length, 0),
      0,
    ),
  );
  return {
    base: null,
    head: null,
    reason: `${Math.min(...counts)} timed runs of a side are too few: an interval for the 99th percentile that holds with 95 % exists from ${leastCountFor(QUANTILE, CONFIDENCE)} on`,
  };
}

const ascending = (one: number, other: number): number => one - other;
