import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normal, sfc32, shuffled, streamOf } from '../../src/measure/random.js';

const draws = (seed: number, stream: number, count: number): number[] => {
  const random = sfc32(seed, stream);
  return Array.from({ length: count }, random);
};

describe('the generator', () => {
  it('repeats itself for the same seed and stream', () => {
    expect(draws(7, 3, 100)).toEqual(draws(7, 3, 100));
  });

  it('differs for another seed or another stream', () => {
    expect(draws(7, 3, 5)).not.toEqual(draws(8, 3, 5));
    expect(draws(7, 3, 5)).not.toEqual(draws(7, 4, 5));
    expect(draws(7, 3, 5)).not.toEqual(draws(7 + 2 ** 32, 3, 5));
  });

  it('stays within [0, 1) and covers it evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const draw of draws(1, 1, 10_000)) {
      expect(draw).toBeGreaterThanOrEqual(0);
      expect(draw).toBeLessThan(1);
      tenths[Math.floor(draw * 10)]! += 1;
    }
    // Each expects 1000 with a standard deviation of 30.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('has streams that are told apart by text', () => {
    expect(streamOf('input 1x512')).not.toBe(streamOf('input 512x1'));
  });
});

describe('a normal draw', () => {
  it('has mean 0 and variance 1', () => {
    const random = sfc32(1);
    const values = Array.from({ length: 20_000 }, () => normal(random));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('is finite even where the generator draws its least', () => {
    expect(normal(() => 0)).toBeCloseTo(0);
    expect(Number.isFinite(normal(() => 1 - 2 ** -32))).toBe(true);
  });
});

describe('shuffling', () => {
  it('keeps every item and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const original = Object.freeze([...items]);
        expect(shuffled(original, sfc32(seed)).sort()).toEqual([...items].sort());
      }),
    );
  });

  it('gives every order of three its share', () => {
    const random = sfc32(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = shuffled(['base', 'head', 'control'], random).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
