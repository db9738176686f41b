import { describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../src/history/record.js';
import { recordsOf } from '../../src/history/records-of.js';
import { sfc32, normal } from '../../src/measure/random.js';
import { commitAt, MACHINE } from '../fixtures/history-factory.js';
import {
  counted,
  gateReport,
  measured,
  measurement,
  modelReport,
  modelSide,
  processReadings,
  round,
  unmeasured,
} from '../fixtures/report-factory.js';

const pushed = { head: { label: 'main', sha: commitAt(1) }, base: { label: 'before', sha: commitAt(0) } };
const noise = sfc32(1);
/** Rounds of a head that is 2 % slower, each good to 1 %. */
const rounds = Array.from({ length: 25 }, () => {
  const side = (ms: number) => processReadings({ blocks: [{ runsMs: [ms], cpuMs: ms }] });
  return round({ base: side(2), head: side(2.04 * Math.exp(0.01 * normal(noise))), control: side(2) });
});

describe('the record of a model', () => {
  const report = gateReport({
    ...pushed,
    models: [
      modelReport({
        measurement: measurement({ rounds }),
        comparisons: [
          counted('model_bytes', 1_234_567, 1_234_568),
          counted('depth', 3, 4, { verdict: null }),
          measured('latency_p50', 1.0212345678),
          unmeasured('peak_rss_bytes', 'no /proc'),
        ],
      }),
    ],
  });
  const [record] = recordsOf(report);

  it('fits its own schema', () => {
    expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it('has the judged indicators that have a value: what is exact exactly, what is measured to six digits', () => {
    expect(Object.keys(record?.indicators ?? {})).toEqual(['model_bytes', 'latency_p50']);
    expect(record?.indicators.model_bytes).toEqual({
      base: 1_234_567,
      head: 1_234_568,
      verdict: 'equivalent',
    });
    expect(record?.indicators.latency_p50).toMatchObject({
      base: 2,
      head: 2.04247,
      step: { ratio: 1.02123 },
    });
  });

  it('has the standard error of the rounds: a fifth of one round of 25', () => {
    const error = record?.indicators.latency_p50?.step?.error ?? 0;
    expect(error).toBeGreaterThan(0.0014);
    expect(error).toBeLessThan(0.0028);
  });

  it('has the standard error also of what is measured on a card', () => {
    const onCard = rounds.map((each) => {
      const holding = (bytes: number) => processReadings({ deviceMemoryBytes: bytes });
      const head = holding(2e8 * Math.exp(0.01 * normal(noise)));
      return { ...each, base: holding(2e8), head, control: holding(2e8) };
    });
    const device = {
      ...{ name: 'NVIDIA Test', uuid: 'GPU-0001', index: 0, cards: 1, memoryBy: 'process' as const },
      ...{ driver: null, pciBus: null, memoryBytes: null, powerLimitW: null, maxSmClockMhz: null },
    };
    const model = modelReport({
      measurement: measurement({ rounds: onCard, device }),
      comparisons: [measured('device_memory_bytes', 1.01)],
    });
    const [found] = recordsOf(gateReport({ ...pushed, models: [model] }));
    expect(found?.indicators.device_memory_bytes?.step?.error).toBeGreaterThan(0);
  });

  it('has no error of a few rounds, nor where the base differed from its own copy', () => {
    const control = { effect: { ratio: 1.1, low: 1.05, high: 1.2 }, differs: true };
    const few = modelReport({
      measurement: measurement({ rounds: rounds.slice(0, 3) }),
      comparisons: [measured('latency_p50', 1)],
    });
    const distorted = modelReport({
      measurement: measurement({ rounds }),
      comparisons: [measured('latency_p50', 1, { control })],
    });
    for (const model of [few, distorted]) {
      const [found] = recordsOf(gateReport({ ...pushed, models: [model] }));
      expect(found?.indicators.latency_p50?.step?.error).toBeNull();
    }
  });

  it('names what timings depend on, with the label of the job, and not the runner that changes each time', () => {
    expect(record?.machine).toBe(MACHINE);
    expect(recordsOf(report, 'gpu-a')[0]?.machine).toBe(`${MACHINE}, gpu-a`);
    const elsewhere = { ...report, environment: { ...report.environment!, runner: 'GitHub Actions 77' } };
    expect(recordsOf(elsewhere)[0]?.machine).toBe(MACHINE);
  });
});

describe('records of a report', () => {
  it('are of models that were compared or are new or were at least counted, and of nothing outside of a repository', () => {
    const statuses = ['compared', 'identical', 'added', 'removed', 'failed'] as const;
    const models = statuses.map((status) =>
      modelReport({ name: status, status, comparisons: [], measurement: null }),
    );
    expect(recordsOf(gateReport({ ...pushed, models })).map(({ model }) => model)).toEqual([
      'compared',
      'added',
    ]);
    const unmeasurable = modelReport({
      status: 'failed',
      comparisons: [counted('macs', 100, 101), unmeasured('latency_p50', 'it was not measured')],
      measurement: null,
    });
    expect(recordsOf(gateReport({ ...pushed, models: [unmeasurable] }))).toMatchObject([
      { machine: null, indicators: { macs: { head: 101 } } },
    ]);
    expect(recordsOf(gateReport({ models }))).toEqual([]);
  });

  it('of a new model have its counts, and neither a base nor a verdict', () => {
    const model = modelReport({ status: 'added', base: null, comparisons: [], measurement: null });
    const [found] = recordsOf(gateReport({ ...pushed, models: [model] }));
    expect(found).toMatchObject({ from: null, to: 'b'.repeat(12), machine: null });
    expect(found?.indicators.parameters).toEqual({ base: null, head: 462_594, verdict: null });
    expect(Object.keys(found?.indicators ?? {})).not.toContain('depth');
  });

  it('of a declared metric have its unit and direction, which no table knows', () => {
    const quality = counted('parameters', 71, 72, {
      indicator: 'quality.top1',
      kind: 'declared',
      unit: '%',
      better: 'higher',
    });
    const [found] = recordsOf(
      gateReport({ ...pushed, models: [modelReport({ base: modelSide(), comparisons: [quality] })] }),
    );
    expect(found?.indicators['quality.top1']).toMatchObject({ head: 72, unit: '%', better: 'higher' });
  });
});
