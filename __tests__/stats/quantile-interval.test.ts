import { describe, expect, it } from '@jest/globals';
import { sfc32 } from '../../src/measure/random.js';
import { leastCountFor, quantileInterval } from '../../src/stats/quantile-interval.js';

/** P(at most k of n) by the plain sum of the definition. */
function binomialAtMost(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = 0; i <= k; i += 1) {
    let choose = 1;
    for (let j = 0; j < i; j += 1) choose *= (n - j) / (j + 1);
    sum += choose * p ** i * (1 - p) ** (n - i);
  }
  return sum;
}

/** Probability that the quantile lies between two places of a sorted sample, from the definition. */
const coverage = (n: number, q: number, { low, high }: { low: number; high: number }): number =>
  binomialAtMost(n - 1 - low, n, 1 - q) - binomialAtMost(n - 1 - high, n, 1 - q);

describe('an interval of order statistics', () => {
  it.each([
    [299, 0.99],
    [368, 0.99],
    [1000, 0.99],
    [40, 0.9],
    [12, 0.5],
  ])('of %i observations holds the quantile %f with the confidence asked for', (count, q) => {
    const interval = quantileInterval(count, q, 0.95);
    expect(coverage(count, q, interval ?? { low: 0, high: 0 })).toBeGreaterThanOrEqual(0.95);
  });

  it('is no wider than it must be', () => {
    const interval = quantileInterval(1000, 0.99, 0.95) ?? { low: 0, high: 0 };
    const { low, high } = interval;
    expect(coverage(1000, 0.99, { low: low + 1, high: high - 1 })).toBeLessThan(0.95);
  });

  it('exists for the 99th percentile at 95 % from 299 observations on', () => {
    expect(leastCountFor(0.99, 0.95)).toBe(299);
    expect(quantileInterval(298, 0.99, 0.95)).toBeNull();
    expect(quantileInterval(299, 0.99, 0.95)).toMatchObject({ high: 298 });
    expect(quantileInterval(0, 0.99, 0.95)).toBeNull();
  });

  it('holds for a million observations', () => {
    const { low, high } = quantileInterval(1e6, 0.99, 0.95) ?? { low: 0, high: 0 };
    // The normal approximation: 0.99 n with 1.96 standard deviations of sqrt(n 0.99 0.01) on each side.
    expect(low).toBeGreaterThan(990_000 - 200);
    expect(low).toBeLessThan(990_000 - 190);
    expect(high).toBeGreaterThan(990_000 + 190);
    expect(high).toBeLessThan(990_000 + 200);
  });

  it('misses the truth as rarely as it says, on skewed draws', () => {
    const random = sfc32(7);
    const truth = -Math.log(0.01);
    let missed = 0;
    for (let i = 0; i < 1000; i += 1) {
      const sample = Array.from({ length: 500 }, () => -Math.log(1 - random())).sort((a, b) => a - b);
      const { low, high } = quantileInterval(500, 0.99, 0.95) ?? { low: 0, high: 0 };
      if ((sample[low] ?? 0) > truth || (sample[high] ?? 0) < truth) missed += 1;
    }
    expect(missed).toBeLessThanOrEqual(65);
  });
});
