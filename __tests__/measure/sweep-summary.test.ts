import { describe, expect, it } from '@jest/globals';
import { type PointReadings, summariseSweep } from '../../src/measure/sweep-summary.js';

/** One round for each throughput of the base; the head does half as much. */
const point = (
  value: number,
  throughputs: readonly number[],
  reason: string | null = null,
): PointReadings => ({
  value,
  rounds: throughputs.map((throughput) => ({
    base: { latencyMs: 1000 / throughput, throughput },
    head: { latencyMs: 2000 / throughput, throughput: throughput / 2 },
  })),
  reason,
});

describe('a sweep', () => {
  it('takes medians over rounds', () => {
    const { points } = summariseSweep('batch', [point(1, [90, 100, 900])]);
    expect(points).toMatchObject([
      { rounds: 3, base: { throughput: 100, latencyMs: 10 }, head: { throughput: 50, latencyMs: 20 } },
    ]);
  });

  it.each([
    { throughputs: [100, 150, 200, 205], at: 4, why: 'no larger batch brings 5 % more' },
    { throughputs: [100, 150, 200, 220], at: null, why: 'the last one still gains' },
    { throughputs: [100, 101, 200, 201], at: 4, why: 'a plateau before a rise is none' },
    { throughputs: [100, 90, 80, 70], at: 1, why: 'batches only cost' },
  ])('of throughputs $throughputs saturates at $at: $why', ({ throughputs, at }) => {
    const readings = throughputs.map((throughput, index) => point(2 ** index, [throughput]));
    expect(summariseSweep('batch', readings).saturatesAt).toEqual({ base: at, head: at });
  });

  it('of threads tells the speed-up over the fewest and what each added thread brings', () => {
    const { points } = summariseSweep('threads', [point(2, [100]), point(4, [150]), point(8, [160])]);
    expect(points.map(({ base }) => [base?.speedUp, base?.efficiency])).toEqual([
      [1, 1],
      [1.5, 0.75],
      [1.6, 0.4],
    ]);
  });

  it('names what was not measured, and draws no conclusion from it', () => {
    const sweep = summariseSweep('threads', [point(1, [], 'no memory'), point(2, [100])]);
    expect(sweep.points).toMatchObject([
      { base: null, head: null, reason: 'no memory' },
      { base: { speedUp: null, efficiency: null }, reason: null },
    ]);
    expect(sweep.saturatesAt).toEqual({ base: null, head: null });
  });
});
