import { median } from 'simple-statistics';

/**
 * The log-ratio of two sets of values of one round: the median of log(side / base) over every value of the side with
 * every value of the base, the two-sample shift of Hodges and Lehmann (1963) on the log scale. Of n and n values it
 * uses n^2 ratios, so that a few slow ones on either side do not move it. Exchanging the two changes its sign and
 * nothing else.
 *
 * @param base Above 0, at least one; so `side`.
 */
export function crossLogRatio(base: readonly number[], side: readonly number[]): number {
  const bases = base.map(Math.log);
  return median(side.flatMap((value) => bases.map((logBase) => Math.log(value) - logBase)));
}
