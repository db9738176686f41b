import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evidenceAbove } from '../../src/stats/betting.js';
import { centreBounds } from '../../src/stats/centre-bounds.js';
import { minimumRounds } from '../../src/stats/certainty.js';
import { normal } from '../../bench/simulate/noise.js';

describe('the bounds of the centre', () => {
  it('are where a walk along lines in small steps finds the evidence to fall below the threshold', () => {
    const values = fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), {
      minLength: 12,
      maxLength: 30,
    });
    fc.assert(
      fc.property(values, (all) => {
        const { low } = centreBounds(all, 20);
        const step = 1e-3;
        const rejected = (line: number): boolean => evidenceAbove(all, line).some((each) => each >= 20);
        let walked = -0.5;
        while (rejected(walked + step)) walked += step;
        expect(low).toBeGreaterThanOrEqual(walked);
        expect(low).toBeLessThanOrEqual(walked + 2 * step);
      }),
      { seed: 31, numRuns: 60 },
    );
  });

  it('mirror each other', () => {
    const draw = normal(32);
    const values = Array.from({ length: 40 }, () => draw());
    const { low, high } = centreBounds(values, 100);
    const mirrored = centreBounds(
      values.map((value) => -value),
      100,
    );
    expect(mirrored).toEqual({ low: -high, high: -low });
  });

  it('are infinite while not even agreement of all rounds would be enough', () => {
    expect(centreBounds([1, 1, 1], 100)).toEqual({ low: -Infinity, high: Infinity });
  });

  it('close on values that all agree', () => {
    const { low, high } = centreBounds(new Array<number>(30).fill(0.07), 320);
    expect(low).toBeCloseTo(0.07, 12);
    expect(high).toBeCloseTo(0.07, 12);
  });

  it('cross when early and late rounds contradict each other', () => {
    const { low, high } = centreBounds(
      [...new Array<number>(20).fill(1), ...new Array<number>(200).fill(0)],
      320,
    );
    expect(low).toBeGreaterThan(high);
  });

  it('refuse a threshold that is no evidence', () => {
    expect(() => centreBounds([1], 1)).toThrow(RangeError);
    expect(() => centreBounds([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('the rounds that a verdict needs', () => {
  it('are 11 for eight decisions at 5 %', () => {
    expect(minimumRounds({ decisions: 8, alpha: 0.05 })).toBe(11);
  });

  it.each([1, 2, 7, 8, 60, 1000])(
    'are the first number at which every round agreeing is enough, for %d decisions',
    (decisions) => {
      const evidence = evidenceAbove(new Array<number>(60).fill(1), 0);
      const first = evidence.findIndex((each) => each >= (2 * decisions) / 0.05) + 1;
      expect(minimumRounds({ decisions, alpha: 0.05 })).toBe(first);
    },
  );
});
