import { criticalCounts } from './sign-mixture.js';

/** A closed interval on the scale of the values; infinite where the rounds are too few to bound it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds of the median of what the values are drawn from: every line that the sign-mixture test has not rejected
 * after any round so far. A line is rejected from above as soon as enough values lie beyond it, so after n rounds
 * the bounds are the k-th largest and the k-th smallest value, k = `criticalCounts`; and because each side errs
 * with probability at most 1/threshold over all rounds together, the best bounds of all rounds may be kept.
 *
 * `low` exceeds `high` when early and late rounds contradict each other.
 *
 * @param values One value for each round, in order.
 * @param threshold Evidence at which a side of a line is rejected.
 */
export function medianBounds(values: readonly number[], threshold: number): Bounds {
  const needed = criticalCounts(values.length, threshold);
  const sorted: number[] = [];
  let low = -Infinity;
  let high = Infinity;
  for (const value of values) {
    sorted.splice(sorted.findLastIndex((earlier) => earlier <= value) + 1, 0, value);
    const count = needed[sorted.length] ?? Infinity;
    low = Math.max(low, sorted.at(-count) ?? -Infinity);
    high = Math.min(high, sorted[count - 1] ?? Infinity);
  }
  return { low, high };
}
