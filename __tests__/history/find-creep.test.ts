import { describe, expect, it } from '@jest/globals';
import { findCreep } from '../../src/history/find-creep.js';
import type { HistoryRecord } from '../../src/history/record.js';
import type { GateReport } from '../../src/report.js';
import { contentAt, count, latencies, MODEL, record, timing } from '../fixtures/history-factory.js';
import {
  counted,
  environment,
  gateReport,
  measured,
  measurement,
  modelReport,
  modelSide,
  round,
} from '../fixtures/report-factory.js';

/** A pull request that changes the model as it is after a push, and nothing that is measured. */
function pullRequest(
  after: number,
  comparisons = [measured('latency_p50', 1), counted('model_bytes', 1e6, 1e6)],
): GateReport {
  const base = modelSide({ sha256: contentAt(after).padEnd(64, '0') });
  return gateReport({ models: [modelReport({ name: MODEL, base, comparisons })] });
}
const steps = (count: number, ratio: number): HistoryRecord[] =>
  latencies(Array.from({ length: count }, () => ratio));
const creepAfter = (records: readonly HistoryRecord[], report = pullRequest(records.length)) =>
  findCreep(report, records);

describe('creep of what is measured', () => {
  it('ten times 2 % is found by the fifth step, with the product, its interval and where it began', () => {
    const records = steps(5, 1.02);
    const [creep, ...others] = creepAfter(records);
    expect(others).toEqual([]);
    expect(creep).toMatchObject({
      model: MODEL,
      indicator: 'latency_p50',
      steps: 5,
      includesHead: false,
      since: { commit: record(1).base, at: record(1).at },
      values: null,
      tolerance: { relative: 0.05 },
    });
    expect(creep?.ratio).toBeCloseTo(1.02 ** 5, 9);
    expect(creep?.low).toBeGreaterThan(1);
    expect(creep?.high).toBeGreaterThan(creep?.ratio ?? Infinity);
  });

  it('is none where the product is within the tolerance, or the noise is too great to be sure of any', () => {
    expect(creepAfter(steps(2, 1.02))).toEqual([]);
    expect(creepAfter(steps(10, 1.004))).toEqual([]);
    expect(
      creepAfter(
        latencies(
          Array.from({ length: 5 }, () => 1.02),
          0.03,
        ),
      ),
    ).toEqual([]);
  });

  it('is looked for downwards where more is better', () => {
    const down = steps(5, 1 / 1.02).map((one) => ({
      ...one,
      indicators: { throughput: one.indicators.latency_p50! },
    }));
    const [creep] = findCreep(pullRequest(5, [measured('throughput', 1)]), down);
    expect(creep?.ratio).toBeCloseTo(1.02 ** -5, 9);
    expect(creep?.high).toBeLessThan(1);
    const up = steps(5, 1.02).map((one) => ({
      ...one,
      indicators: { throughput: one.indicators.latency_p50! },
    }));
    expect(findCreep(pullRequest(5, [measured('throughput', 1)]), up)).toEqual([]);
  });

  it('never joins steps across a change of the machine', () => {
    const records = steps(6, 1.02).map((one, at) => (at < 3 ? { ...one, machine: 'another' } : one));
    expect(creepAfter(records.slice(0, 5))).toEqual([]);
    expect(creepAfter(records)).toMatchObject([{ steps: 3 }]);
    const alternating = steps(10, 1.02).map((one, at) =>
      at % 2 === 0 ? { ...one, machine: 'another' } : one,
    );
    expect(creepAfter(alternating)).toEqual([]);
  });

  it('joins the steps of each machine where several measure every commit', () => {
    const both = steps(5, 1.02).flatMap((one) => [one, { ...one, machine: 'another' }]);
    expect(findCreep(pullRequest(5), both)).toMatchObject([{ steps: 5 }]);
  });

  it('never joins steps between which a change of the model is missing', () => {
    expect(creepAfter(steps(6, 1.02).filter((_, at) => at !== 2))).toMatchObject([{ steps: 3 }]);
    expect(creepAfter(steps(5, 1.02).filter((_, at) => at !== 2))).toEqual([]);
  });

  it('is counted anew behind a step that regressed by itself, and that somebody answers for', () => {
    const records = latencies([1.02, 1.02, 1.2, 1.02, 1.02]);
    expect(creepAfter(records)).toEqual([]);
    expect(creepAfter(latencies([1.2, 1.02, 1.02, 1.02]))).toMatchObject([{ steps: 3 }]);
  });

  it('takes no step for known whose error is not', () => {
    const records = steps(5, 1.02);
    const distorted = { ...records[3]!, indicators: { latency_p50: timing(2, 2.04, null) } };
    expect(creepAfter(records.with(3, distorted))).toEqual([]);
  });

  it('is found whatever the order in which runs of nearby pushes ended', () => {
    const records = steps(5, 1.02);
    const times = records.map(({ at }) => at);
    const late = [0, 2, 1, 4, 3].map((push, place) => ({ ...records[push]!, at: times[place]! }));
    expect(creepAfter(late)).toMatchObject([{ steps: 5 }]);
  });
});

describe('the step of the pull request', () => {
  const rounds = Array.from({ length: 24 }, (_, at) => {
    const side = (ms: number) => ({
      loadMs: 20,
      firstMs: 3,
      peakRssBytes: 8e7,
      warmUp: { runs: 9, elapsedMs: 60 },
      blocks: [{ runsMs: [ms, ms], cpuMs: 4 }],
    });
    return round({ base: side(2), head: side(2.04 * (1 + (at % 5) / 1000)), control: side(2) });
  });
  const MACHINE =
    'Intel Xeon Platinum 8370C, cores 2, linux x64, ONNX Runtime 1.30.0, cpu, threads 1, batch 1';
  const measuredBeside = (ratio: number): GateReport => {
    const report = pullRequest(3, [measured('latency_p50', ratio)]);
    return {
      ...report,
      environment: environment(),
      models: report.models.map((model) => ({ ...model, measurement: measurement({ rounds }) })),
    };
  };

  it('is one of them where it was measured on the same kind of machine, after the newest push', () => {
    expect(steps(3, 1.02)[0]?.machine).toBe(MACHINE);
    expect(findCreep(measuredBeside(1.02), steps(3, 1.02))).toMatchObject([{ steps: 4, includesHead: true }]);
  });

  it('is none of them where it regressed by itself, which is told already', () => {
    expect(findCreep(measuredBeside(1.2), steps(3, 1.02))).toMatchObject([{ steps: 3, includesHead: false }]);
  });

  it('takes the warning back where it undoes the creep', () => {
    expect(findCreep(measuredBeside(0.9), steps(3, 1.02))).toEqual([]);
  });

  it('is none of them where it is of an older state of the model', () => {
    expect(findCreep(measuredBeside(1.02), steps(5, 1.02))).toMatchObject([
      { steps: 5, includesHead: false },
    ]);
  });
});

describe('creep of what is exact', () => {
  const sizes = (values: readonly number[]): HistoryRecord[] =>
    values
      .slice(1)
      .map((value, at) => record(at + 1, { indicators: { model_bytes: count(values[at]!, value) } }));
  const at = (bytes: number) => pullRequest(0, [counted('model_bytes', bytes, bytes)]);

  it('is the value now against the value then, on any machine', () => {
    const records = sizes([1_000_000, 1_006_000, 1_012_000]).map((one, push) => ({
      ...one,
      machine: `machine ${push}`,
    }));
    expect(findCreep(at(1_012_000), records)).toMatchObject([
      {
        indicator: 'model_bytes',
        ratio: 1.012,
        low: 1.012,
        high: 1.012,
        values: { then: 1_000_000, now: 1_012_000 },
      },
    ]);
  });

  it('takes the pull request along', () => {
    const report = pullRequest(0, [counted('model_bytes', 1_006_000, 1_012_000)]);
    expect(findCreep(report, sizes([1_000_000, 1_006_000]))).toMatchObject([
      { steps: 2, includesHead: true },
    ]);
  });

  it('is none within the tolerance, for a single step, or for less', () => {
    expect(findCreep(at(1_009_000), sizes([1_000_000, 1_004_000, 1_009_000]))).toEqual([]);
    expect(findCreep(at(1_009_000), sizes([1_000_000, 1_009_000]))).toEqual([]);
    expect(findCreep(at(900_000), sizes([1_000_000, 995_000, 900_000]))).toEqual([]);
  });

  it('must exceed an absolute tolerance as well', () => {
    const report = pullRequest(0, [
      counted('model_bytes', 1_012_000, 1_012_000, { tolerance: { relative: 0.01, absolute: 20_000 } }),
    ]);
    expect(findCreep(report, sizes([1_000_000, 1_006_000, 1_012_000]))).toEqual([]);
  });
});

it('of models that the report does not compare, and of indicators that fail no check, nothing is said', () => {
  expect(findCreep(gateReport({ models: [modelReport({ name: 'another.onnx' })] }), steps(9, 1.02))).toEqual(
    [],
  );
  expect(creepAfter(steps(9, 1.02), pullRequest(9, [measured('latency_p50', 1, { gated: false })]))).toEqual(
    [],
  );
  expect(creepAfter([])).toEqual([]);
});
