import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { medianAbsoluteDeviation } from 'simple-statistics';
import { evidenceAbove, fullDistances, score, STAKES } from '../../src/stats/betting.js';
import { RunningSpread } from '../../src/stats/running-spread.js';

const values = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('the spread of values that come one by one', () => {
  it('is the median absolute deviation of those there are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1 }), (all) => {
        const spread = new RunningSpread();
        all.forEach((value, index) => {
          spread.add(value);
          expect(spread.medianAbsoluteDeviation()).toBeCloseTo(
            medianAbsoluteDeviation(all.slice(0, index + 1)),
            12,
          );
        });
      }),
      { seed: 21 },
    );
  });

  it('is that of ties as of any other values', () => {
    const spread = new RunningSpread();
    for (const value of [2, 2, 2, 5]) spread.add(value);
    expect(spread.medianAbsoluteDeviation()).toBe(0);
  });
});

describe('what a round counts for', () => {
  it('grows with its distance up to a full one, then no further', () => {
    expect([0.25, 0.5, 3, -0.25, -9].map((x) => score(x, 0.5))).toEqual([0.5, 1, 1, -0.5, -1]);
  });

  it('is its side alone before a spread is known', () => {
    expect(fullDistances([0.1, 0.2, 0.4, 0.8]).slice(0, 3)).toEqual([0, 0, 0]);
    expect([3, -3, 0].map((x) => score(x, 0))).toEqual([1, -1, 0]);
  });

  it('depends on the rounds before it, and not on itself or later ones', () => {
    fc.assert(
      fc.property(values, (all) => {
        const distances = fullDistances(all);
        all.forEach((_, index) => {
          expect(fullDistances([...all.slice(0, index), 99])[index]).toBe(distances[index]);
        });
      }),
      { seed: 22, numRuns: 50 },
    );
  });
});

describe('the evidence that rounds lie above a line', () => {
  it('shares the first wealth out entirely', () => {
    expect(STAKES.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('is the average over stakes of the product over rounds', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (all, line) => {
        const gains = all.map((value, index) => {
          const past = all.slice(0, index);
          return score(value - line, index < 3 ? 0 : 0.5 * medianAbsoluteDeviation(past));
        });
        evidenceAbove(all, line).forEach((evidence, index) => {
          const slow = STAKES.reduce(
            (sum, { stake, share }) =>
              sum +
              share * gains.slice(0, index + 1).reduce((wealth, gain) => wealth * (1 + stake * gain), 1),
            0,
          );
          expect(evidence).toBeCloseTo(slow, 6);
        });
      }),
      { seed: 23, numRuns: 100 },
    );
  });

  it('is expected to stay 1 when every round may as well lie as far on the other side', () => {
    const distances = [0.02, 0.05, 0.01, 0.2, 0.03, 0.08, 0.04, 0.09];
    const all = 2 ** distances.length;
    let total = 0;
    for (let pattern = 0; pattern < all; pattern++) {
      const rounds = distances.map((distance, i) => (((pattern >> i) & 1) === 1 ? distance : -distance));
      total += evidenceAbove(rounds, 0).at(-1)!;
    }
    expect(total / all).toBeCloseTo(1, 10);
  });

  it('never grows with the line', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -0.2, max: 0.2, noNaN: true }), (all, line) => {
        const lower = evidenceAbove(all, line);
        evidenceAbove(all, line + 0.01).forEach((evidence, index) => {
          expect(evidence).toBeLessThanOrEqual(lower[index]! * (1 + 1e-12));
        });
      }),
      { seed: 24 },
    );
  });
});
