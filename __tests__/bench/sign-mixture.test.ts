import { describe, expect, it } from '@jest/globals';
import { criticalCounts } from '../../bench/discriminate/sign-mixture.js';
import { choose, exactCriticalCount } from './exact-evidence.js';

describe('the sign-mixture test', () => {
  it.each([2, 20, 160, 320, 5000])(
    'needs exactly the counts of the exact integral at threshold %d',
    (threshold) => {
      const counts = criticalCounts(70, threshold);
      expect(counts).toHaveLength(71);
      counts.forEach((count, rounds) => {
        expect([rounds, count]).toEqual([rounds, exactCriticalCount(rounds, threshold)]);
      });
    },
  );

  it('still finds the exact counts after thousands of rounds', () => {
    const rounds = 4000;
    const threshold = 320n;
    const count = criticalCounts(rounds, Number(threshold))[rounds]!;
    // E(n, s) = sum of C(n+1, k) for k = 0 to s, over (n+1) C(n, s): the same integral as a binomial tail.
    const reached = (onSide: number): boolean => {
      let tail = 0n;
      let term = 1n;
      for (let k = 0; k <= onSide; k++) {
        tail += term;
        term = (term * BigInt(rounds + 1 - k)) / BigInt(k + 1);
      }
      return tail >= threshold * BigInt(rounds + 1) * choose(rounds, onSide);
    };
    expect(reached(count)).toBe(true);
    expect(reached(count - 1)).toBe(false);
  });

  it('asks for nearly half of the rounds in the long run, and always for more than half', () => {
    const counts = criticalCounts(100_000, 320);
    expect(counts.every((count, rounds) => count > rounds / 2)).toBe(true);
    expect(counts.at(-1)! / 100_000).toBeLessThan(0.51);
  });

  it('refuses a threshold that is no evidence', () => {
    expect(() => criticalCounts(10, 1)).toThrow(RangeError);
    expect(() => criticalCounts(10, Number.NaN)).toThrow(RangeError);
  });
});
