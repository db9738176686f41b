/** The regularised incomplete beta function, and what is known through it: binomial bounds and Student's quantiles. */
import { gammaln } from 'simple-statistics';

const MOST_TERMS = 1000;
const PRECISION = 1e-15;
const TINY = 1e-300;
const HALVINGS = 200;

/**
 * I_x(a, b), by its continued fraction (NIST DLMF 8.17.22) in Lentz's form.
 * @param x From 0 to 1.
 * @param a Above 0.
 * @param b Above 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly below the mean only; above it the mirror image does.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  return (front / a) * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

/** The x at which I_x(a, b) is p, by halving. */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact bounds of a probability after so many successes (Clopper and Pearson 1934), each missed with at most half of
 * `alpha`.
 */
export function binomialBounds(
  successes: number,
  trials: number,
  alpha: number,
): { readonly low: number; readonly high: number } {
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : inverseIncompleteBeta(alpha / 2, successes, failures + 1),
    high: failures === 0 ? 1 : inverseIncompleteBeta(1 - alpha / 2, successes + 1, failures),
  };
}

/** The distance from 0 that Student's t leaves with probability `alpha`, on both sides together (DLMF 8.17(i)). */
export function studentQuantile(alpha: number, degrees: number): number {
  const x = inverseIncompleteBeta(alpha, degrees / 2, 1 / 2);
  return Math.sqrt((degrees * (1 - x)) / x);
}
