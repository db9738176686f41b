import { describe, expect, it } from '@jest/globals';
import { tailLatency } from '../../src/judge/tail-latency.js';
import { measurement } from '../fixtures/report-factory.js';

/** A measurement of which each side has so many runs, of 1 ms, 2 ms, 3 ms ... */
function withRuns(count: number): ReturnType<typeof measurement> {
  const given = measurement();
  const [round] = given.rounds;
  if (round === undefined) throw new TypeError('the factory makes rounds');
  const runsMs = Array.from({ length: count }, (_, index) => index + 1);
  const side = { ...round.base, blocks: [{ runsMs, cpuMs: 1 }] };
  return { ...given, rounds: [{ ...round, base: side, head: side }] };
}

describe('the 99th percentile', () => {
  it('is shown with its interval where the runs can carry it', () => {
    expect(tailLatency(withRuns(1000))).toEqual({
      base: expect.objectContaining({ value: expect.closeTo(990, 0), runs: 1000 }),
      head: expect.objectContaining({ low: 984, high: 997 }),
      reason: null,
    });
  });

  it('is not shown, with the reason, where they cannot', () => {
    expect(tailLatency(withRuns(298))).toEqual({
      base: null,
      head: null,
      reason:
        '298 timed runs of a side are too few: an interval for the 99th percentile that holds with 95 % exists from 299 on',
    });
  });
});
