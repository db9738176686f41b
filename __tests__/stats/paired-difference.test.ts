import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sfc32 } from '../../src/measure/random.js';
import { binomialBounds, incompleteBeta, studentQuantile } from '../../src/stats/incomplete-beta.js';
import { mcNemar, pairedDifference } from '../../src/stats/paired-difference.js';

/** P(X <= k) of n throws, term by term. */
function binomialTail(k: number, n: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

/** Probability of |T| > t, by Simpson's rule over Student's density in s = atan(T / sqrt(v)). */
function studentTail(t: number, degrees: number): number {
  const from = Math.atan(t / Math.sqrt(degrees));
  const area = (low: number): number => {
    const steps = 2000;
    const width = (Math.PI / 2 - low) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * Math.cos(low + i * width) ** (degrees - 1);
    }
    return (sum * width) / 3;
  };
  return area(from) / area(0);
}

describe('the incomplete beta function', () => {
  it('is the tail of a binomial distribution, term by term', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(79),
        (n, p, at) => {
          const k = at % n;
          // P(X <= k) = I_(1-p)(n - k, k + 1)
          expect(incompleteBeta(1 - p, n - k, k + 1)).toBeCloseTo(binomialTail(k, n, p), 10);
        },
      ),
    );
  });

  it.each([
    [0.05, 1],
    [0.05, 9],
    [0.01, 30],
    [0.002, 2000],
  ])('gives the quantile of Student that leaves %d with %i degrees of freedom', (alpha, degrees) => {
    expect(studentTail(studentQuantile(alpha, degrees), degrees)).toBeCloseTo(alpha, 6);
  });

  it('bounds a probability so that either bound makes what was seen just unlikely enough', () => {
    const { low, high } = binomialBounds(7, 40, 0.05);
    expect(1 - binomialTail(6, 40, low)).toBeCloseTo(0.025, 9);
    expect(binomialTail(7, 40, high)).toBeCloseTo(0.025, 9);
    expect(binomialBounds(0, 40, 0.05).low).toBe(0);
    expect(binomialBounds(40, 40, 0.05).high).toBe(1);
  });
});

/** The share of all ways to throw a coin for each disagreement that are at least as one-sided. */
function mcNemarByEnumeration(gained: number, lost: number): number {
  const all = gained + lost;
  let asOneSided = 0;
  for (let throws = 0; throws < 2 ** all; throws++) {
    let heads = 0;
    for (let bit = 0; bit < all; bit++) heads += (throws >> bit) & 1;
    if (Math.abs(2 * heads - all) >= Math.abs(gained - lost)) asOneSided += 1;
  }
  return asOneSided / 2 ** all;
}

const binary = (both: number, gained: number, lost: number, neither: number) => ({
  base: [
    ...Array<number>(both).fill(1),
    ...Array<number>(gained).fill(0),
    ...Array<number>(lost).fill(1),
    ...Array<number>(neither).fill(0),
  ],
  head: [
    ...Array<number>(both).fill(1),
    ...Array<number>(gained).fill(1),
    ...Array<number>(lost).fill(0),
    ...Array<number>(neither).fill(0),
  ],
});

describe('outcomes of 0 and 1', () => {
  it('are tested as McNemar does, counted out over every way that disagreements could have fallen', () => {
    for (let gained = 0; gained <= 6; gained++) {
      for (let lost = 0; lost <= 6; lost++) {
        expect(mcNemar(gained, lost)).toBeCloseTo(mcNemarByEnumeration(gained, lost), 12);
      }
    }
  });

  it('leave out no difference exactly when that test rejects at its share of the error', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(100), (gained, lost, both) => {
        const { base, head } = binary(both + 2, gained, lost, 5);
        const { low, high, pValue } = pairedDifference(base, head, 0.05);
        expect(low > 0 || high < 0).toBe((pValue ?? 1) < 0.8 * 0.05);
      }),
    );
  });

  it('give the mirror image when base and head change places', () => {
    const { base, head } = binary(50, 9, 3, 20);
    const one = pairedDifference(base, head, 0.05);
    const other = pairedDifference(head, base, 0.05);
    expect(one.difference).toBeCloseTo(6 / 82, 12);
    expect(other.difference).toBeCloseTo(-one.difference, 12);
    expect(other.low).toBeCloseTo(-one.high, 12);
    expect(other.high).toBeCloseTo(-one.low, 12);
  });

  // One-sided disagreements are the hard case: their number alone decides, and an interval that took it for given
  // would miss half of the time.
  it.each([
    [0.02, 0.02],
    [0.1, 0.02],
    [0, 0.03],
    [0.3, 0.3],
  ])('miss the true difference of models that gain %d and lose %d in at most 5 %% of cases', (gain, loss) => {
    const random = sfc32(7, 11);
    const [runs, examples] = [1000, 150];
    let missed = 0;
    for (let run = 0; run < runs; run++) {
      const base: number[] = [];
      const head: number[] = [];
      for (let i = 0; i < examples; i++) {
        const draw = random();
        base.push(draw < gain ? 0 : 1);
        head.push(draw >= gain && draw < gain + loss ? 0 : 1);
      }
      const { low, high } = pairedDifference(base, head, 0.05);
      if (gain - loss < low - 1e-12 || gain - loss > high + 1e-12) missed += 1;
    }
    expect(missed / runs).toBeLessThanOrEqual(0.05);
  });
});

describe('scores', () => {
  it('get the interval of Student', () => {
    // Differences 1, 2, 3, 4: mean 2.5, standard deviation 1.29099, t(3) at 5 % is 3.18245.
    const { difference, low, high, method, pValue } = pairedDifference([1, 1, 1, 1], [2, 3, 4, 5], 0.05);
    expect({ difference, method, pValue }).toEqual({ difference: 2.5, method: 'Student', pValue: null });
    expect(low).toBeCloseTo(2.5 - (3.18245 * 1.29099) / 2, 4);
    expect(high).toBeCloseTo(2.5 + (3.18245 * 1.29099) / 2, 4);
  });

  it('that shift by the same amount everywhere leave nothing to be unsure of', () => {
    expect(pairedDifference([1, 2, 3], [1.5, 2.5, 3.5], 0.05)).toMatchObject({ low: 0.5, high: 0.5 });
  });

  it('of unequal number are no pairs', () => {
    expect(() => pairedDifference([1, 0], [1, 0, 1], 0.05)).toThrow(RangeError);
  });
});
