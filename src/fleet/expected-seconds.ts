/** What measuring a model is expected to take: an estimate for spreading work, and for nothing else. Pure. */

/** Processes of a round start and warm up however small the model is: a model of nothing took 60 to 130 s. */
const LEAST_S = 90;
/** Of 24 rounds on a processor that does 20 GMAC/s, with two of the base and one of the head in each. */
const S_PER_GMAC = 30;
/** What the budget `auto` allows (src/measure/budget.ts). */
const MOST_S = 300;
const GIGA = 1e9;

/**
 * @param macs Of one inference of base and head, on average; null where they are not known.
 * @param budget Seconds, or `auto`.
 * @returns null where the cost decides and is not known.
 */
export function expectedSeconds(macs: number | null, budget: 'auto' | number): number | null {
  if (budget !== 'auto') return budget;
  return macs === null ? null : Math.min(LEAST_S + (S_PER_GMAC * macs) / GIGA, MOST_S);
}

/** What is not known weighs as the mean of what is; where nothing is, all weigh the same. */
export function withUnknowns(seconds: readonly (number | null)[]): number[] {
  const known = seconds.filter((one) => one !== null);
  const mean = known.length === 0 ? LEAST_S : known.reduce((sum, one) => sum + one, 0) / known.length;
  return seconds.map((one) => one ?? mean);
}
