/** Textbook tests of two samples, as the rules of other tools use them. */
import { errorFunction, mean, probit, sampleVariance } from 'simple-statistics';

export const twoSidedNormalP = (z: number): number => 1 - errorFunction(Math.abs(z) / Math.SQRT2);

/** Two-sided p of the rank-sum test by its normal approximation, corrected for ties (samples of 60 and more). */
export function mannWhitneyP(base: readonly number[], head: readonly number[]): number {
  const all = [
    ...base.map((value) => ({ value, isHead: false })),
    ...head.map((value) => ({ value, isHead: true })),
  ];
  all.sort((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ isHead }) => isHead).length;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const [n, m, total] = [base.length, head.length, all.length];
  const expected = (m * (total + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance === 0 ? 1 : twoSidedNormalP((rankSum - expected) / Math.sqrt(variance));
}

/** Welch's t with the degrees of freedom of Satterthwaite. */
export function welch(base: readonly number[], head: readonly number[]): { t: number; freedom: number } {
  const [left, right] = [sampleVariance([...base]) / base.length, sampleVariance([...head]) / head.length];
  const t = (mean([...head]) - mean([...base])) / Math.sqrt(left + right);
  const freedom = (left + right) ** 2 / (left ** 2 / (base.length - 1) + right ** 2 / (head.length - 1));
  return { t, freedom };
}

/** Quantile of Student's t, by the expansion of Cornish and Fisher: exact to 0.001 from 20 degrees of freedom on. */
export function tQuantile(p: number, freedom: number): number {
  const z = probit(p);
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}
