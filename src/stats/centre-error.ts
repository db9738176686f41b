/** How far off an estimate of a centre is, and how far off a sum of such estimates may be. */
import { studentQuantile } from './incomplete-beta.js';

/** Below these the spread of the estimate cannot be told. */
const FEWEST_VALUES = 8;
/**
 * Standard errors between the estimate and each bound that the error is read from. Nearer, skewed noise reads as less
 * than it is; farther, a few outliers read as more.
 */
const READ_AT = 2.2;

/**
 * The standard error of the Hodges-Lehmann estimate (hodges-lehmann.ts), from the width of the interval that goes with
 * it: between the Walsh averages that the signed-rank test leaves in at 97 %. Outliers do not widen it as they widen a
 * standard deviation.
 *
 * Source: Lehmann 1963, "Nonparametric confidence intervals for a shift parameter"; Hollander, Wolfe and Chicken 2014,
 * section 3.3.
 *
 * @param values Independent, in any order.
 * @returns in the unit of the values; null for fewer than eight.
 */
export function centreError(values: readonly number[]): number | null {
  const count = values.length;
  if (count < FEWEST_VALUES) return null;
  const averages = values
    .flatMap((left, index) => values.slice(index).map((right) => (left + right) / 2))
    .sort((one, other) => one - other);
  const spread = Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24);
  const outside = Math.max(0, Math.floor(averages.length / 2 - READ_AT * spread));
  const low = averages[outside] ?? NaN;
  const high = averages[averages.length - 1 - outside] ?? NaN;
  return (high - low) / (2 * READ_AT);
}

/** Student's t with so many degrees of freedom is the normal distribution to five digits. */
const NORMAL = 1e6;

/** Standard errors that a normal estimate exceeds, in one direction, with probability `level`. */
export function normalQuantile(level: number): number {
  return studentQuantile(2 * level, NORMAL);
}
