import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { medianBounds } from '../../src/stats/median-bounds.js';
import { exactCriticalCount } from './exact-evidence.js';

const value = fc.integer({ min: -20, max: 20 });

/** The test inverted the obvious way: count, for a line, the values beyond it after every round. */
function everRejected(
  values: readonly number[],
  line: number,
  threshold: number,
  side: 'below' | 'above',
): boolean {
  return values.some((_, index) => {
    const sofar = values.slice(0, index + 1);
    const beyond = sofar.filter((v) => (side === 'below' ? v > line : v < line)).length;
    return beyond >= exactCriticalCount(sofar.length, threshold);
  });
}

describe('the bounds of the median', () => {
  it('hold exactly the lines that were never rejected after any round', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 25 }), fc.constantFrom(2, 20, 160), (values, threshold) => {
        const { low, high } = medianBounds(values, threshold);
        for (let line = -21; line <= 21; line += 0.5) {
          expect(line < low).toBe(everRejected(values, line, threshold, 'below'));
          expect(line > high).toBe(everRejected(values, line, threshold, 'above'));
        }
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('are infinite while the rounds are too few', () => {
    expect(medianBounds([1, 1, 1], 320)).toEqual({ low: -Infinity, high: Infinity });
  });

  it('never widen as rounds are added', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const before = medianBounds(values.slice(0, -1), 20);
        const after = medianBounds(values, 20);
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeLessThanOrEqual(before.high);
      }),
      { seed: 2 },
    );
  });

  it('leave the values as they were given', () => {
    expect(() => medianBounds(Object.freeze([3, 1, 2]), 2)).not.toThrow();
  });
});
