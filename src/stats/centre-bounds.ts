import { evidenceAbove, fullDistances } from './betting.js';

/** A closed interval on the scale of the values; infinite where the rounds are too few to bound it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds of the centre of the values: every line that the test has not rejected after any round so far. A confidence
 * sequence: each side errs with probability at most 1/threshold over all rounds together.
 *
 * The evidence never grows with the line (each factor falls, and the distance at which a round counts in full does not
 * depend on the line), so a bound is found by bisection; of the last two lines the rejected one is returned. `low`
 * exceeds `high` when early and late rounds contradict each other.
 *
 * @param values One for each round, in order.
 * @param threshold Evidence at which a side of a line is rejected, above 1.
 */
export function centreBounds(values: readonly number[], threshold: number): Bounds {
  if (!(threshold > 1))
    throw new RangeError(`evidence of ${threshold} says nothing: the threshold must exceed 1`);
  const distances = fullDistances(values);
  const mirrored = values.map((value) => -value);
  return { low: lowBound(values, distances, threshold), high: -lowBound(mirrored, distances, threshold) };
}

/** Logarithms this near 0 are those of one ratio; without it, bisecting towards 0 takes a thousand steps. */
const SAME = 2 ** -54;

/** The highest line that the values are proven to lie above; -Infinity where there is none. */
function lowBound(values: readonly number[], distances: readonly number[], threshold: number): number {
  const rejected = (line: number): boolean =>
    evidenceAbove(values, line, distances).some((evidence) => evidence >= threshold);
  // A whole unit and any distance below every value each round counts in full; at the highest none counts for it.
  let low = Math.min(...values) - Math.max(...distances) - 1;
  if (!rejected(low)) return -Infinity;
  let high = Math.max(...values);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low < SAME) return low;
    if (rejected(middle)) low = middle;
    else high = middle;
  }
}
