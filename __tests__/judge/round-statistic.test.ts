import { describe, expect, it } from '@jest/globals';
import { MEASURED, type RoundStatistic } from '../../src/indicators.js';
import { roundLogRatio, roundValue, typicalValue } from '../../src/judge/round-statistic.js';
import { EMPTY_WORKER_BYTES, measured, readings, round } from './factories.js';

const context = measured([]);
const ratio = (statistic: RoundStatistic, sides: Parameters<typeof round>[0]): number | null => {
  const logRatio = roundLogRatio(statistic, round(sides), 'head', context);
  return logRatio === null ? null : Math.exp(logRatio);
};
const block = (cpuMs: number, ...runsMs: number[]): { runsMs: number[]; cpuMs: number } => ({
  runsMs,
  cpuMs,
});

describe('the statistic of a round', () => {
  it.each(MEASURED.filter(({ unit }) => unit === 'ms').map(({ id, statistic }) => [id, statistic!] as const))(
    'is head over base for %s',
    (_, statistic) => {
      expect(ratio(statistic, { head: readings(1.3) })).toBeCloseTo(1.3, 12);
    },
  );

  it('of throughput falls when runs get slower', () => {
    expect(ratio('runs over time', { head: readings(2) })).toBeCloseTo(0.5, 12);
  });

  it('of latency sets every block against every other, so that slow ones on one side do not move it', () => {
    const base = readings(1, { blocks: [block(1, 1), block(1, 1), block(1, 1), block(1, 1)] });
    const head = readings(1, { blocks: [block(1, 1.1), block(1, 30), block(1, 1.1), block(1, 1.1)] });
    expect(ratio('cross-ratio of block medians', { base, head })).toBeCloseTo(1.1, 12);
  });

  it('of latency takes the median of each block, so that one stalled run does not matter', () => {
    const head = readings(1, { blocks: [block(9, 2, 2, 500), block(9, 2, 2, 2)] });
    expect(ratio('cross-ratio of block medians', { head })).toBe(1);
  });

  it('of the 90th percentile pools the runs of all blocks', () => {
    const runs = Array.from({ length: 10 }, (_, index) => index + 1);
    const blocks = [block(1, ...runs), block(1, ...runs.map((ms) => ms + 10))];
    expect(roundValue('pooled 90th percentile', readings(1, { blocks }), context)).toBeCloseTo(18.1, 12);
  });

  it('of CPU time divides the time of all blocks by their runs', () => {
    const blocks = [block(10, 1, 1), block(20, 1, 1, 1)];
    expect(roundValue('CPU time per run', readings(1, { blocks }), context)).toBe(6);
  });

  it('of throughput counts the inferences of a batch', () => {
    expect(roundValue('runs over time', readings(), { ...context, batch: 8 })).toBeCloseTo(4000, 9);
  });

  it('of memory is what the model adds to an empty worker', () => {
    const head = readings(1, { peakRssBytes: EMPTY_WORKER_BYTES + 150_000_000 });
    expect(ratio('peak memory above the empty worker', { head })).toBeCloseTo(1.5, 12);
  });

  it('of memory is null, not zero, where the peak is unknown', () => {
    const unknown = readings(1, { peakRssBytes: null });
    expect(ratio('peak memory above the empty worker', { head: unknown })).toBeNull();
    expect(ratio('peak memory above the empty worker', { base: unknown })).toBeNull();
  });

  it.each([-4096, 0, 500_000, 1_048_576])(
    'of memory counts %d bytes above an empty worker as one MiB, since less is noise',
    (bytes) => {
      const little = readings(1, { peakRssBytes: EMPTY_WORKER_BYTES + bytes });
      expect(roundValue('peak memory above the empty worker', little, context)).toBe(1_048_576);
    },
  );

  it('of memory is null where the empty worker is unknown', () => {
    const unknown = { ...context, emptyWorkerRssBytes: null };
    expect(roundValue('peak memory above the empty worker', readings(), unknown)).toBeNull();
  });

  it('of CPU time is null where the system counted none', () => {
    expect(ratio('CPU time per run', { head: readings(1, { blocks: [block(0, 2)] }) })).toBeNull();
  });

  it('sets the control against the base as it does the head', () => {
    const logRatio = roundLogRatio(
      'load time',
      round({ head: readings(5), control: readings(1.1) }),
      'control',
      context,
    );
    expect(Math.exp(logRatio!)).toBeCloseTo(1.1, 12);
  });
});

describe('the value to show', () => {
  it('is the median over the rounds that have one', () => {
    const rounds = [10, 30, 20].map((loadMs) => round({ head: readings(1, { loadMs }) }));
    expect(typicalValue('load time', rounds, 'head', context)).toBe(20);
  });

  it('is null where no round has one', () => {
    const rounds = [round({ head: readings(1, { peakRssBytes: null }) })];
    expect(typicalValue('peak memory above the empty worker', rounds, 'head', context)).toBeNull();
    expect(typicalValue('load time', [], 'head', context)).toBeNull();
  });
});
