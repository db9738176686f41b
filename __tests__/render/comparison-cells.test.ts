import { describe, expect, it } from '@jest/globals';
import { counted, measured, unmeasured } from '../fixtures/report-factory.js';
import { comparisonCells, openReason } from '../../src/render/comparison-cells.js';

describe('the cells of a row', () => {
  it('hold both values with their unit and the exact ratio of what was counted', () => {
    expect(comparisonCells(counted('model_bytes', 1_807_522, 2_313_101))).toMatchObject({
      base: '1.81 MB',
      head: '2.31 MB',
      change: '1.28 times',
    });
  });

  it('never show two different counts as the same', () => {
    expect(comparisonCells(counted('model_bytes', 102_583_000, 102_583_340))).toMatchObject({
      base: '102.5830 MB',
      head: '102.5833 MB',
      change: '1.0000033 times',
    });
    expect(comparisonCells(counted('macs', 7, 7)).change).toBe('the same');
  });

  it('give a measured ratio with its interval, no finer than it is known', () => {
    const effect = { ratio: 0.8801, low: 0.8512, high: 0.9249 };
    expect(comparisonCells(measured('latency_p50', 0.88, { effect })).change).toBe('0.88 times [0.85, 0.92]');
    const open = { ratio: 1.0512, low: 0.9612, high: null };
    expect(comparisonCells(measured('load_time', 1, { effect: open })).change).toBe('1.05 times [0.96, ∞]');
  });

  it('say that a value was not measured, and why', () => {
    const row = unmeasured('peak_rss_bytes', 'the system does not tell');
    expect(comparisonCells(row)).toEqual({
      base: 'not measured',
      head: 'not measured',
      change: 'unknown',
      strip: null,
    });
    expect(openReason(row)).toBe('the system does not tell');
  });

  it('have no ratio to a base of zero, and show the values all the same', () => {
    expect(comparisonCells(counted('macs', 0, 12))).toMatchObject({
      base: '0',
      head: '12',
      change: 'no ratio to 0',
      strip: null,
    });
    expect(comparisonCells(counted('macs', 0, 0)).change).toBe('the same');
  });

  it('draw the tolerance that decides: the larger part of a relative and an absolute one', () => {
    const effect = { ratio: 1.15, low: 1.12, high: 1.18 };
    const base = { value: 10, provenance: 'measured', reason: null } as const;
    const strip = (tolerance: { relative: number; absolute?: number }) =>
      comparisonCells(measured('latency_p50', 1.15, { base, effect, tolerance })).strip;
    expect(strip({ relative: 0.05 })).toBe('······[··│··]···├●>');
    expect(strip({ relative: 0.05, absolute: 2 })).toBe('······[··│·●┤······');
  });

  it('draw nothing better or worse where nothing is judged', () => {
    expect(comparisonCells(counted('depth', 10, 40, { verdict: null }))).toEqual({
      base: '10',
      head: '40',
      change: '4.00 times',
      strip: null,
    });
  });
});

describe('the reason of a row', () => {
  it('is none when all is known', () => {
    expect(openReason(measured('latency_p50', 1))).toBeNull();
  });

  it('is that of the verdict, also when both values are known', () => {
    const row = measured('load_time', 1, {
      verdict: 'inconclusive',
      reason: 'the base differs from itself by 4 %',
    });
    expect(openReason(row)).toBe('the base differs from itself by 4 %');
  });

  it('is never blank', () => {
    expect(openReason(measured('load_time', 1, { verdict: 'inconclusive' }))).toBe(
      'the reason is not recorded',
    );
  });
});
