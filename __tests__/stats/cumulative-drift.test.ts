import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleStandardDeviation } from 'simple-statistics';
import { NOISES, uniform, type Noise } from '../../bench/simulate/noise.js';
import { centreError, normalQuantile } from '../../src/stats/centre-error.js';
import { type DriftStep, driftOf } from '../../src/stats/cumulative-drift.js';
import { hodgesLehmann } from '../../src/stats/hodges-lehmann.js';

const ROUNDS = 24;
/** What a run of 24 rounds says of a head that is its base, for rounds with this standard deviation. */
function runs(noise: Noise, deviation: number, count: number): DriftStep[] {
  const drawn = Array.from({ length: count * ROUNDS }, noise);
  const scale = deviation / sampleStandardDeviation(drawn);
  return Array.from({ length: count }, (_, run) => {
    const rounds = drawn.slice(run * ROUNDS, (run + 1) * ROUNDS).map((value) => value * scale);
    return { log: hodgesLehmann(rounds), error: centreError(rounds) ?? NaN };
  });
}

const rule = {
  tolerance: () => Math.log(1.05),
  fewest: 3,
  // As of a model with six gated timings: 20 starts, 200 looks.
  reach: normalQuantile(0.05 / (6 * 20 * 200)),
};
const WINDOW = 20;

/** After how many steps the history first warns; null where it never does. */
function firstWarning(steps: readonly DriftStep[]): number | null {
  for (let count = 1; count <= steps.length; count += 1)
    if (driftOf(steps.slice(Math.max(0, count - WINDOW), count), rule) !== null) return count;
  return null;
}

function histories(pool: readonly DriftStep[], count: number, length: number, ratio: number): DriftStep[][] {
  const random = uniform(7);
  return Array.from({ length: count }, () =>
    Array.from({ length }, () => {
      const { log, error } = pool[Math.floor(random() * pool.length)] ?? { log: NaN, error: NaN };
      // As good as the other way round: the pool must not drift by itself.
      return { log: Math.log(ratio) + (random() < 0.5 ? -log : log), error };
    }),
  );
}

/** Standard error of a run's estimate on one thread: 0.7 %, as recorded timings of models have it. */
const DEVIATION = 0.007 * Math.sqrt(ROUNDS);

describe.each([
  ['normal', 0],
  ['heavy-tailed', 0],
  ['spiked', 0],
  // No round of a real measurement is as lopsided: what is promised is one in twenty.
  ['skewed', 10],
] as const)('under %s noise', (name, most) => {
  const pool = runs(NOISES[name](3), DEVIATION, 300);

  it(`of two hundred flat histories of two hundred steps at most ${most} raise a warning`, () => {
    const warned = histories(pool, 200, 200, 1).filter((steps) => firstWarning(steps) !== null);
    expect(warned.length).toBeLessThanOrEqual(most);
  });

  it('steps of 2 % are warned of by the fifth', () => {
    const by = histories(pool, 400, 5, 1.02).map(firstWarning);
    expect(by.filter((count) => count !== null).length).toBeGreaterThanOrEqual(0.9 * 400);
  });
});

it('steps of 2 % are warned of by the fifth in 95 % of histories where a run is good to half a percent', () => {
  const pool = runs(NOISES.normal(5), 0.005 * Math.sqrt(ROUNDS), 300);
  const by = histories(pool, 400, 5, 1.02).map(firstWarning);
  expect(by.filter((count) => count !== null).length).toBeGreaterThanOrEqual(0.95 * 400);
});

describe('the drift of a chain', () => {
  it('is the product of its steps, with variances added', () => {
    const step = { log: Math.log(1.02), error: 0.002 };
    const found = driftOf(
      Array.from({ length: 4 }, () => step),
      rule,
    );
    expect(found).toMatchObject({ steps: 4 });
    expect(Math.exp(found?.log ?? 0)).toBeCloseTo(1.02 ** 4, 12);
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeCloseTo(2 * rule.reach * 0.002 * 2, 12);
  });

  it('is none in fewer steps than are called slow, or within the tolerance', () => {
    const sure = (ratio: number): DriftStep => ({ log: Math.log(ratio), error: 1e-6 });
    expect(driftOf([sure(1.03), sure(1.03)], rule)).toBeNull();
    expect(driftOf([sure(1.01), sure(1.01), sure(1.01)], rule)).toBeNull();
    expect(driftOf([], rule)).toBeNull();
  });

  it('is not hidden by an improvement before it', () => {
    const sure = (ratio: number): DriftStep => ({ log: Math.log(ratio), error: 0.001 });
    expect(driftOf([sure(0.8), sure(1.02), sure(1.02), sure(1.02)], rule)).toMatchObject({ steps: 3 });
  });

  it('is never found where every step is better or the same', () => {
    const better = fc.record({
      log: fc.double({ min: -1, max: 0, noNaN: true }),
      error: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(fc.property(fc.array(better, { maxLength: 20 }), (steps) => driftOf(steps, rule) === null));
  });
});

describe('the standard error of a centre', () => {
  it('is that of the mean, or a little more, on normal noise', () => {
    const errors = runs(NOISES.normal(1), 1, 400);
    const spread = sampleStandardDeviation(errors.map(({ log }) => log));
    const told = Math.sqrt(errors.reduce((sum, { error }) => sum + error ** 2, 0) / errors.length);
    expect(told / spread).toBeGreaterThan(0.9);
    expect(told / spread).toBeLessThan(1.15);
  });

  it('hardly moves for one wild value', () => {
    const values = Array.from({ length: 24 }, (_, at) => at / 24);
    expect((centreError([...values, 90]) ?? 0) / (centreError(values) ?? 1)).toBeLessThan(1.3);
  });

  it('is not told of seven values', () => {
    expect(centreError([1, 2, 3, 4, 5, 6, 7])).toBeNull();
    expect(centreError([1, 2, 3, 4, 5, 6, 7, 8])).not.toBeNull();
  });

  it('grows with the values and does not mind their place', () => {
    const values = [3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 8];
    const error = centreError(values) ?? NaN;
    expect(centreError(values.map((value) => 10 * value + 7))).toBeCloseTo(10 * error, 9);
  });
});

it('the normal quantile is that of tables', () => {
  expect(normalQuantile(0.025)).toBeCloseTo(1.959964, 5);
  expect(normalQuantile(1e-6)).toBeCloseTo(4.753424, 3);
});
