import { describe, expect, it } from '@jest/globals';
import { seriesOf } from '../../src/history/series.js';
import { historyTable } from '../../src/render/history-table.js';
import { sparkline } from '../../src/render/sparkline.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { count, latencies } from '../fixtures/history-factory.js';

const marks = (...values: number[]) => values.map((value) => ({ value, apart: false }));

describe('a sparkline', () => {
  it('goes from the least to the greatest', () => {
    expect(sparkline(marks(1, 2, 3, 4, 5, 6, 7, 8), 20)).toBe('▁▂▃▄▅▆▇█');
  });

  it('does not blow up noise', () => {
    expect(sparkline(marks(100, 100.1, 99.9), 20)).toBe('▅▅▄');
    expect(sparkline(marks(0, 0), 20)).toBe('▅▅');
  });

  it('has a bar where values are not compared, and a scale of its own on each side', () => {
    expect(sparkline([...marks(1, 2), { value: 100, apart: true }, { value: 200, apart: false }], 20)).toBe(
      '▁█|▁█',
    );
  });

  it('shows the latest that there is room for, and no bar before the first', () => {
    expect(sparkline(marks(1, 1, 1, 1, 8), 2)).toBe('▁█');
    expect(sparkline([...marks(1), { value: 5, apart: true }], 1)).toBe('▅');
    expect(sparkline([], 5)).toBe('');
  });
});

describe('the history at a terminal', () => {
  const records = latencies([1.02, 1.02, 1.02, 1.02]).map((one, at) => ({
    ...one,
    machine: at < 2 ? 'machine A' : 'machine B',
    indicators: { ...one.indicators, macs: count(100, 100) },
  }));

  it('is a table of each indicator, with bars where the machine changed', () => {
    const text = historyTable(seriesOf(records), [], { colour: false, width: 100 });
    expect(text.split('\n').slice(0, 6)).toEqual([
      'models/vad.onnx',
      '  measured on: machine A',
      '  measured on: machine B',
      '    indicator          latest  now / then            steps               values',
      '  ≈ latency, median  2.165 ms  1.040 [1.032, 1.049]  2 since 78b3ba1200  ▄▅|▄▅',
      '  ≈ MACs                  100  the same              4 since 686780cab0  ▅▅▅▅',
    ]);
  });

  it('says so where there is nothing, and what was skipped', () => {
    const text = historyTable([], ['1 of 1 lines was skipped.'], { colour: false, width: 100 });
    expect(text).toBe('The history has nothing of that kind.\n\n! 1 of 1 lines was skipped.\n');
  });

  it('fits 100 columns', () => {
    const text = historyTable(seriesOf(records), [], { colour: false, width: 100 });
    expect(Math.max(...text.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(100);
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('shows the name %j and obeys nothing in it', (name) => {
    const hostile = records.map((one) => ({ ...one, model: name, machine: name }));
    const text = historyTable(seriesOf(hostile), [], { colour: false, width: 100 });
    // eslint-disable-next-line no-control-regex -- that none is left is what is asked
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});
