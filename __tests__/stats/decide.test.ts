import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, decideAtFirstProof, type DecisionRule, verdictOn } from '../../src/stats/decide.js';
import { hodgesLehmann } from '../../src/stats/hodges-lehmann.js';
import { autocorrelated, NOISES, normal } from '../../bench/simulate/noise.js';

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

  it('stops at the first proof where it is asked to, with the rounds that this took', () => {
    const decision = decideAtFirstProof([...repeat(12, 1.2), ...repeat(200, 1)], rule);
    expect(decision).toMatchObject({ verdict: 'above', contradictory: false, rounds: 11, provenAfter: 11 });
    expect(decideAtFirstProof(repeat(7, 1.2), rule)).toMatchObject({ verdict: 'undecided', rounds: 7 });
  });

  it('says after how many rounds it was sure', () => {
    expect(decide(repeat(30, 1.2), rule).provenAfter).toBe(11);
    expect(decide(repeat(5, 1.2), rule).provenAfter).toBeNull();
  });

  it('holds a floor below nothing, under which no ratio is', () => {
    const open: DecisionRule = { ...rule, tolerance: { down: -Infinity, up } };
    expect(decide(repeat(20, 1e-9), open).verdict).toBe('within');
    expect(decide(repeat(20, 1.2), open).verdict).toBe('above');
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
        expect(
          verdictOn(
            noise.map((d) => d / 4 + effect),
            rule,
          ).verdict,
        ).toBe(verdict);
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

/** The whole study, 4,000 runs of each, is in bench/simulate.ts; its figures are in docs/analysis.md. */
describe('the error rate of a run of eight decisions, looking after every one of 40 rounds', () => {
  const simulations = 250;
  /** 5 % and three standard errors of so many simulations. */
  const allowed = (0.05 + 3 * Math.sqrt((0.05 * 0.95) / simulations)) * simulations;

  const runs = (noise: () => number, effect: number, bias = (): number => 0): string[][] =>
    Array.from({ length: simulations }, () => {
      const job = bias();
      return Array.from({ length: rule.decisions }, () => {
        const logRatios = Array.from({ length: 40 }, () => effect + job + 0.04 * noise());
        return verdictOn(logRatios, rule).verdict;
      });
    });
  const wrong = (all: readonly string[][], verdicts: readonly string[]): number =>
    all.filter((run) => run.some((verdict) => verdicts.includes(verdict))).length;

  describe.each(Object.entries(NOISES))('on %s noise', (_, noise) => {
    it('is at most 5 % exactly on the tolerance, where every verdict is wrong', () => {
      expect(wrong(runs(noise(12), up), ['above', 'below', 'within'])).toBeLessThanOrEqual(allowed);
      expect(wrong(runs(noise(13), -up), ['above', 'below', 'within'])).toBeLessThanOrEqual(allowed);
    });

    it('is at most 1 % where there is no difference', () => {
      expect(wrong(runs(noise(11), 0), ['above', 'below'])).toBeLessThanOrEqual(0.01 * simulations);
    });
  });

  it('is at most 1 % without a difference where rounds know of each other, or the whole job is biased by 1 %', () => {
    expect(wrong(runs(autocorrelated(16), 0), ['above', 'below'])).toBeLessThanOrEqual(0.01 * simulations);
    const sign = normal(18);
    const biased = runs(normal(17), 0, () => (sign() > 0 ? 0.01 : -0.01));
    expect(wrong(biased, ['above', 'below'])).toBeLessThanOrEqual(0.01 * simulations);
  });

  it('does not come from deciding nothing: twice the tolerance is mostly found', () => {
    const found = runs(normal(14), 2 * up).flat();
    expect(found.filter((verdict) => verdict === 'above').length).toBeGreaterThan(0.95 * found.length);
  });

  it('leaves the truth outside of the interval in no more runs than that', () => {
    const draw = normal(15);
    const single: DecisionRule = { ...rule, decisions: 1 };
    const missed = Array.from({ length: simulations }, () => {
      const { low, high } = decide(
        Array.from({ length: 40 }, () => up + 0.04 * draw()),
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
