import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crossLogRatio } from '../../src/stats/cross-log-ratio.js';
import { withoutOrderEffect } from '../../src/stats/order-effect.js';
import { normal, uniform } from '../../bench/simulate/noise.js';

const times = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 9 });

describe('the log-ratio of a round', () => {
  it('is the middle one of all ratios', () => {
    expect(Math.exp(crossLogRatio([1, 2], [4, 16]))).toBeCloseTo(Math.sqrt(4 * 8), 12);
  });

  it('changes its sign and nothing else when the sides change places', () => {
    fc.assert(
      fc.property(times, times, (base, head) => {
        expect(crossLogRatio(head, base)).toBeCloseTo(-crossLogRatio(base, head), 12);
      }),
      { seed: 41 },
    );
  });

  it('moves with a factor on one side', () => {
    fc.assert(
      fc.property(times, times, (base, head) => {
        const slower = head.map((time) => 1.1 * time);
        expect(crossLogRatio(base, slower)).toBeCloseTo(crossLogRatio(base, head) + Math.log(1.1), 12);
      }),
      { seed: 42 },
    );
  });

  it('is not moved by one block that stalled, nor by one on each side', () => {
    expect(Math.exp(crossLogRatio([2, 2, 2, 2], [2.2, 2.2, 2.2, 90]))).toBeCloseTo(1.1, 12);
    expect(Math.exp(crossLogRatio([2, 70, 2, 2], [2.2, 2.2, 2.2, 90]))).toBeCloseTo(1.1, 12);
  });
});

describe('freeing rounds of the effect of order', () => {
  it('takes away most of a constant one', () => {
    const draw = uniform(43);
    const first = Array.from({ length: 200 }, () => draw() < 0.5);
    const rounds = withoutOrderEffect(
      first.map((isFirst) => (isFirst ? 0.1 : -0.1)),
      first,
    );
    expect(Math.max(...rounds.slice(-50).map(Math.abs))).toBeLessThan(0.01);
  });

  it('knows nothing of the round itself nor of those after it', () => {
    const draw = normal(44);
    const values = Array.from({ length: 20 }, () => draw());
    const first = values.map((_, round) => round % 3 === 0);
    const whole = withoutOrderEffect(values, first);
    expect(withoutOrderEffect(values.slice(0, 12), first)).toEqual(whole.slice(0, 12));
    const [corrected, moved] = [values, [...values.slice(0, 11), 7]].map(
      (all) => all[11]! - withoutOrderEffect(all.slice(0, 12), first)[11]!,
    );
    expect(moved).toBeCloseTo(corrected!, 12);
  });

  it('changes the sign of every round when the sides and their order are exchanged, and moves with all of them', () => {
    const rounds = fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rounds, (drawn) => {
        const [values, first] = [drawn.map(([value]) => value), drawn.map(([, isFirst]) => isFirst)];
        const freed = withoutOrderEffect(values, first);
        const exchanged = withoutOrderEffect(
          values.map((value) => -value),
          first.map((isFirst) => !isFirst),
        );
        const moved = withoutOrderEffect(
          values.map((value) => value + 0.3),
          first,
        );
        freed.forEach((value, index) => {
          expect(exchanged[index]).toBeCloseTo(-value, 12);
          expect(moved[index]).toBeCloseTo(value + 0.3, 12);
        });
      }),
      { seed: 45 },
    );
  });
});
