import { describe, expect, it } from '@jest/globals';
import { decide, type DecisionRule } from '../../src/stats/decide.js';
import { diagnose, isNotable } from '../../src/stats/diagnostics.js';
import { outlookOf } from '../../src/stats/outlook.js';
import { autocorrelated, normal } from '../../bench/simulate/noise.js';

const up = Math.log(1.05);
const rule: DecisionRule = { tolerance: { down: -up, up }, decisions: 8, alpha: 0.05 };
const rounds = (count: number, effect: number, scale: number, seed: number): number[] => {
  const draw = normal(seed);
  return Array.from({ length: count }, () => effect + scale * draw());
};

describe('how much longer an open decision would take', () => {
  it('is about as long as it then takes', () => {
    const forecasts = Array.from({ length: 40 }, (_, seed) => {
      const all = rounds(400, Math.log(1.1), 0.06, 100 + seed);
      const { moreRounds } = outlookOf(all.slice(0, 16), rule);
      const { provenAfter } = decide(all, rule);
      return { forecast: 16 + moreRounds, truth: provenAfter ?? Infinity };
    });
    const near = forecasts.filter(({ forecast, truth }) => forecast < 3 * truth && forecast > truth / 3);
    expect(near.length).toBeGreaterThan(24);
  });

  it('is no time at all once it is decided', () => {
    expect(outlookOf(rounds(30, Math.log(1.3), 0.02, 1), rule).moreRounds).toBe(0);
  });

  it('is for ever where the estimate lies on the tolerance', () => {
    const symmetric = rounds(20, 0, 0.05, 2).flatMap((noise) => [up + noise, up - noise]);
    expect(outlookOf(symmetric, rule).moreRounds).toBe(Infinity);
  });
});

describe('the smallest difference that could have been seen', () => {
  it('is found in more than half of repetitions, and one much smaller is not', () => {
    const { detectableRatio } = outlookOf(rounds(24, 0, 0.05, 3), rule);
    const found = (ratio: number): number =>
      Array.from({ length: 200 }, (_, seed) =>
        decide(rounds(24, Math.log(ratio), 0.05, 1000 + seed), rule),
      ).filter(({ verdict }) => verdict === 'above').length;
    expect(detectableRatio).toBeGreaterThan(1.05);
    expect(found(detectableRatio! * 1.03)).toBeGreaterThan(100);
    expect(found(1.05 + (detectableRatio! - 1.05) / 3)).toBeLessThan(60);
  });

  it('falls with more rounds and grows with noise', () => {
    const detectable = (count: number, scale: number): number =>
      outlookOf(rounds(count, 0, scale, 4), rule).detectableRatio!;
    expect(detectable(100, 0.05)).toBeLessThan(detectable(24, 0.05));
    expect(detectable(24, 0.1)).toBeGreaterThan(detectable(24, 0.05));
  });

  it('is none where the rounds are too few for any verdict', () => {
    expect(outlookOf(rounds(6, 0, 0.05, 5), rule).detectableRatio).toBeNull();
  });
});

describe('whether rounds look independent', () => {
  it('is not told of a few', () => {
    expect(diagnose([1, 2, 3])).toEqual({ autocorrelation: null, drift: null });
  });

  it('tells rounds that follow each other from rounds that do not', () => {
    const draw = autocorrelated(6);
    const following = Array.from({ length: 100 }, () => draw());
    expect(isNotable(diagnose(following).autocorrelation, 100)).toBe(true);
    const { autocorrelation, drift } = diagnose(rounds(100, 0, 1, 7));
    expect([isNotable(autocorrelation, 100), isNotable(drift, 100)]).toEqual([false, false]);
  });

  it('sees a drift', () => {
    const drifting = rounds(40, 0, 1, 8).map((noise, round) => noise + round / 5);
    expect(isNotable(diagnose(drifting).drift, 40)).toBe(true);
  });

  it('is unknown where no round differs from another', () => {
    expect(diagnose(new Array<number>(20).fill(1))).toEqual({ autocorrelation: null, drift: null });
  });
});
