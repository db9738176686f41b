import { describe, expect, it } from '@jest/globals';
import { sweepSupplements } from '../../src/render/sweep-table.js';
import type { ModelReport } from '../../src/report.js';
import { modelReport } from '../fixtures/report-factory.js';

type Sweep = ModelReport['sweeps'][number];
type Point = Sweep['points'][number];

const point = (value: number, base: number, head: number): Point => {
  const side = (throughput: number): Point['base'] => ({
    latencyMs: (1000 * value) / throughput,
    throughput,
    speedUp: throughput / 100,
    efficiency: throughput / 100 / value,
  });
  return { value, rounds: 3, base: side(base), head: side(head), reason: null };
};
const missing = (value: number, reason: string): Point => ({
  value,
  rounds: 0,
  base: null,
  head: null,
  reason,
});
const tableOf = (sweep: Sweep) => sweepSupplements(modelReport({ sweeps: [sweep] }))[0];

describe('a sweep as a table', () => {
  it('shows throughput by batch and where each side saturates', () => {
    const table = tableOf({
      kind: 'batch',
      points: [point(1, 100, 50), point(8, 200, 300), missing(64, 'It was ended for want of memory.')],
      saturatesAt: { base: 1, head: null },
    });
    expect(table?.rows).toEqual([
      ['1', '100.0 inferences/s', '10.00 ms', '50.00 inferences/s', '20.00 ms', '0.50 times'],
      ['8', '200.0 inferences/s', '40.00 ms', '300.0 inferences/s', '26.67 ms', '1.50 times'],
      ['64', 'not measured', 'not measured', 'not measured', 'not measured', 'not measured'],
    ]);
    expect(table?.notes.slice(0, 2)).toEqual([
      'Saturation, the least batch beyond which no larger one brings 5 % more: base at 1, head not reached.',
      'Not measured at 64: It was ended for want of memory.',
    ]);
  });

  it('shows what each thread brings', () => {
    const table = tableOf({
      kind: 'threads',
      points: [point(1, 100, 100), point(2, 150, 200)],
      saturatesAt: { base: null, head: null },
    });
    expect(table?.rows).toEqual([
      ['1', '10.00 ms', '1.00 times, 100 %', '10.00 ms', '1.00 times, 100 %', '1.00 times'],
      ['2', '13.33 ms', '1.50 times, 75 %', '10.00 ms', '2.00 times, 100 %', '1.33 times'],
    ]);
  });
});
