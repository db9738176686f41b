import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type DecisionRule } from '../../src/stats/decide.js';
import { hodgesLehmann } from '../../src/stats/hodges-lehmann.js';
import { NOISES, normal } from './noise.js';

const up = Math.log(1.05);
const rule: DecisionRule = { tolerance: { down: -up, up }, decisions: 8, alpha: 0.05 };
const repeat = (rounds: number, ratio: number): number[] =>
  Array.from({ length: rounds }, () => Math.log(ratio));

describe('deciding a ratio', () => {
  it('finds a clear slowdown with 11 rounds, and not with 10', () => {
    expect(decide(repeat(10, 1.2), rule)).toMatchObject({
      verdict: 'undecided',
      low: 0,
      high: null,
      rounds: 10,
    });
    expect(decide(repeat(11, 1.2), rule)).toMatchObject({ verdict: 'above', rounds: 11 });
  });

  it('finds a clear gain as it finds a clear loss', () => {
    expect(decide(repeat(11, 1 / 1.2), rule).verdict).toBe('below');
  });

  it('shows no difference with 10 rounds when every one is within the tolerance, and not with 9', () => {
    expect(decide(repeat(9, 1.01), rule).verdict).toBe('undecided');
    const decision = decide(repeat(10, 1.01), rule);
    expect(decision.verdict).toBe('within');
    expect(decision.low).toBeCloseTo(1.01, 12);
    expect(decision.high).toBeCloseTo(1.01, 12);
  });

  it('is not moved by a few rounds that went wrong, however far', () => {
    expect(decide([...repeat(20, 1), Math.log(90)], rule)).toMatchObject({ verdict: 'within' });
  });

  it('gives no verdict exactly on the tolerance', () => {
    expect(decide(repeat(200, 1.05), rule).verdict).toBe('undecided');
  });

  it('gives no verdict when early and late rounds prove opposite things', () => {
    const decision = decide([...repeat(12, 1.2), ...repeat(200, 1)], rule);
    expect(decision).toMatchObject({ verdict: 'undecided', contradictory: true });
    expect(decision.low).toBeLessThan(1.05);
    expect(decision.high).toBeGreaterThan(1.05);
  });

  it('refuses to decide from nothing or from what is no number', () => {
    expect(() => decide([], rule)).toThrow(RangeError);
    expect(() => decide([0, Number.NaN], rule)).toThrow(RangeError);
    expect(() => decide([0, -Infinity], rule)).toThrow(RangeError);
  });

  const rounds = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 60 });

  it('gives an interval that holds the estimate and agrees with the verdict', () => {
    fc.assert(
      fc.property(rounds, fc.double({ min: -0.15, max: 0.15, noNaN: true }), (noise, effect) => {
        const { verdict, ratio, low, high } = decide(
          noise.map((d) => d / 4 + effect),
          rule,
        );
        const top = high ?? Infinity;
        expect(low).toBeLessThanOrEqual(ratio);
        expect(ratio).toBeLessThanOrEqual(top);
        const shown =
          low > 1.05
            ? 'above'
            : top < 1 / 1.05
              ? 'below'
              : low > 1 / 1.05 && top < 1.05
                ? 'within'
                : 'undecided';
        expect(verdict).toBe(shown);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('mirrors its verdict and its interval when base and head are swapped', () => {
    const mirrored = { above: 'below', below: 'above', within: 'within', undecided: 'undecided' } as const;
    fc.assert(
      fc.property(rounds, fc.constantFrom(-0.12, 0, 0.12), (noise, effect) => {
        const logRatios = noise.map((d) => d / 4 + effect);
        const there = decide(logRatios, rule);
        const back = decide(
          logRatios.map((d) => -d),
          rule,
        );
        expect(back.verdict).toBe(mirrored[there.verdict]);
        expect(back.ratio).toBeCloseTo(1 / there.ratio, 10);
        expect(back.high ?? Infinity).toBeCloseTo(1 / there.low, 10);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('the error rate, looking after every one of 60 rounds', () => {
  const simulations = 400;
  const single: DecisionRule = { ...rule, decisions: 1 };
  /** 5 % and three standard errors of 400 simulations. */
  const allowed = (0.05 + 3 * Math.sqrt((0.05 * 0.95) / simulations)) * simulations;

  describe.each(Object.entries(NOISES))('on %s noise', (_, noise) => {
    const verdicts = (effect: number, seed: number): string[] => {
      const draw = noise(seed);
      return Array.from({ length: simulations }, () => {
        const logRatios = Array.from({ length: 60 }, () => effect + 0.04 * draw());
        return decide(logRatios, single).verdict;
      });
    };

    it('stays below 5 % where there is no difference', () => {
      expect(verdicts(0, 11).filter((v) => v === 'above' || v === 'below').length).toBeLessThanOrEqual(
        allowed,
      );
    });

    it('stays below 5 % exactly on the tolerance, where every verdict is wrong', () => {
      expect(verdicts(up, 12).filter((v) => v !== 'undecided').length).toBeLessThanOrEqual(allowed);
      expect(verdicts(-up, 13).filter((v) => v !== 'undecided').length).toBeLessThanOrEqual(allowed);
    });

    it('does not come from deciding nothing: twice the tolerance is mostly found', () => {
      expect(verdicts(2 * up, 14).filter((v) => v === 'above').length).toBeGreaterThan(0.8 * simulations);
    });
  });

  it('leaves the truth outside of the interval in at most 5 % of runs', () => {
    const draw = normal(15);
    const missed = Array.from({ length: simulations }, () => {
      const { low, high } = decide(
        Array.from({ length: 60 }, () => up + 0.04 * draw()),
        single,
      );
      return low > 1.05 || (high ?? Infinity) < 1.05;
    }).filter(Boolean);
    expect(missed.length).toBeLessThanOrEqual(allowed);
  });
});

describe('the Hodges-Lehmann estimate', () => {
  it('is the median of all pairwise averages', () => {
    expect(hodgesLehmann([1, 2, 10])).toBe((2 + 5.5) / 2);
    expect(hodgesLehmann([7])).toBe(7);
  });

  it('moves with the values and is not dragged by an outlier', () => {
    const values = [0.01, 0.03, -0.02, 0.02, 0];
    expect(hodgesLehmann(values.map((v) => v + 1))).toBeCloseTo(hodgesLehmann(values) + 1, 12);
    expect(hodgesLehmann([...values, 1000])).toBeLessThan(0.1);
  });
});
