import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INDICATORS } from '../src/indicators.js';
import {
  formatAgainst,
  formatApart,
  formatEffect,
  formatEstimate,
  formatInterval,
  formatPercent,
  formatQuantity,
  formatRatio,
  formatTolerance,
} from '../src/quantity.js';

describe('a value with its unit', () => {
  it.each([
    [0, 'count', '0'],
    [812, 'count', '812'],
    [9_999, 'count', '9999'],
    [12_345, 'count', '12.35 k'],
    [999_999, 'count', '1.000 M'],
    [349_151_936, 'count', '349.2 M'],
    [4_089_184_256, 'count', '4.089 G'],
    [999, 'bytes', '999 B'],
    [2_313_101, 'bytes', '2.31 MB'],
    [102_583_340, 'bytes', '103 MB'],
    [1.2341, 'ms', '1.234 ms'],
    [0.03415, 'ms', '0.03415 ms'],
    [1500, 'ms', '1500 ms'],
    [12_345, 'ms', '12.35 s'],
    [812.34, 'inferences/s', '812.3 inferences/s'],
    [1.5, 'points', '1.500 points'],
    [3, 'constructor', '3.000 constructor'],
  ])('%d %s reads "%s"', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  it('gets as many digits as two different values need to differ', () => {
    expect(formatAgainst(2_313_101, 1_807_522, 'bytes')).toBe('2.31 MB against 1.81 MB');
    expect(formatAgainst(102_583_340, 102_583_000, 'bytes')).toBe('102.5833 MB against 102.5830 MB');
    expect(formatAgainst(7, 7, 'count')).toBe('7 against 7');
  });

  it('comes in pairs for columns of a table', () => {
    expect(formatApart(102_583_340, 102_583_000, 'bytes')).toEqual(['102.5833 MB', '102.5830 MB']);
  });

  it('never shows two different counts as the same', () => {
    const count = fc.integer({ min: 0, max: 1e15 });
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom('count', 'bytes'),
        (value, more, unit) => {
          const [head, base] = formatAgainst(value + more, value, unit).split(' against ');
          expect(head).not.toBe(base);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('a ratio in words', () => {
  it.each([
    ['model_bytes', 1.2797, '1.28 times the bytes'],
    ['macs', 0.88, '12 % fewer MACs'],
    ['macs', 1.0042, '1.0042 times the MACs'],
    ['macs', 0, '100 % fewer MACs'],
    ['macs', 0.0004, '99.96 % fewer MACs'],
    ['latency_p50', 0.88, '0.88 times the median latency'],
    ['throughput', 1.3, '1.30 times the throughput'],
    ['parameters', 1, 'as many parameters'],
    ['peak_rss_bytes', 1, 'the same peak memory'],
    ['quality.top1', 0.97, '0.970 times the top1'],
    ['toString', 2, '2.00 times the toString'],
  ])('%s at %d reads "%s"', (indicator, ratio, text) => {
    expect(formatEffect(indicator, ratio)).toBe(text);
  });

  it('never speaks of a change in a bare percentage, for any indicator', () => {
    for (const { id } of INDICATORS) {
      for (const ratio of [0.5, 0.97, 1.03, 2, 40]) {
        expect(formatEffect(id, ratio)).toMatch(/ times the |% fewer /);
      }
    }
  });

  it('never reads as no change when there is one of a millionth', () => {
    expect(formatRatio(1.000001)).not.toMatch(/^1\.0+$/);
    expect(formatPercent(1e-6)).toBe('0.0001 %');
    expect(formatPercent(1 - 1e-6)).toBe('99.9999 %');
  });
});

describe('an interval', () => {
  it('is as fine as it is narrow', () => {
    expect(formatInterval({ low: 0.8512, high: 0.9249 })).toBe('[0.85, 0.92]');
    expect(formatInterval({ low: 0.8512, high: 0.8649 })).toBe('[0.851, 0.865]');
    expect(formatInterval({ low: 0.85123, high: 0.85249 })).toBe('[0.8512, 0.8525]');
  });

  it('keeps its estimate no finer than itself, and short', () => {
    expect(formatEstimate(0.88012, 0.8512, 0.9249)).toBe('0.88 [0.85, 0.92]');
    expect(formatEstimate(1.00204, 0.99914, 1.00451)).toBe('1.002 [0.999, 1.005]');
    expect(formatEstimate(1.00023, 1.00011, 1.00042)).toBe('1.0002 [1.0001, 1.0004]');
    expect(formatEstimate(1.05, 0.96, null)).toBe('1.05 [0.96, ∞]');
  });

  it('says in words what is not bounded', () => {
    expect(formatInterval({ low: 0, high: null })).toBe('[no lower bound, no upper bound]');
  });
});

describe('a tolerance', () => {
  it('names what must be exceeded', () => {
    expect(formatTolerance({ relative: 0.05 }, 'ms')).toBe('5 %');
    expect(formatTolerance({ relative: 0.07, absolute: 1_048_576 }, 'bytes')).toBe('7 % and 1.05 MB');
    expect(formatTolerance({}, 'count')).toBe('none');
  });
});
