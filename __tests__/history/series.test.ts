import { describe, expect, it } from '@jest/globals';
import { seriesOf } from '../../src/history/series.js';
import { commitAt, count, latencies, record, timing } from '../fixtures/history-factory.js';

const only = (records: Parameters<typeof seriesOf>[0], indicator = 'latency_p50') =>
  seriesOf(records, { indicator })[0]!;

describe('a series', () => {
  it('has a point for each commit, by time', () => {
    const records = latencies([1.01, 1.02, 0.99]);
    const { points, label, unit, exact } = only(records);
    expect(points.map(({ commit }) => commit)).toEqual([1, 2, 3].map(commitAt));
    expect({ label, unit, exact }).toEqual({ label: 'latency, median', unit: 'ms', exact: false });
  });

  it('is broken where the machine changes, and where a change of the model is missing', () => {
    const records = latencies([1, 1, 1, 1, 1])
      .map((one, at) => (at < 2 ? one : { ...one, machine: 'another' }))
      .filter((_, at) => at !== 3);
    expect(only(records).points.map(({ apart }) => apart)).toEqual([null, null, 'machine', 'gap']);
  });

  it('of what is exact is broken by nothing', () => {
    const records = [1, 3].map((push) =>
      record(push, { machine: `machine ${push}`, indicators: { macs: count(100, 100) } }),
    );
    expect(only(records, 'macs').points.map(({ apart }) => apart)).toEqual([null, null]);
  });

  it('is one for each machine where several measured the same commit', () => {
    const both = latencies([1.01, 1.01]).flatMap((one) => [one, { ...one, machine: 'another' }]);
    const lanes = seriesOf(both, { indicator: 'latency_p50' });
    expect(lanes.map(({ points }) => points.map(({ apart }) => apart))).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('what a series comes to', () => {
  it('is the product of the unbroken steps up to the latest, with variances added', () => {
    const records = latencies([1.5, 1.02, 1.03], 0.01).map((one, at) =>
      at === 0 ? { ...one, machine: 'another' } : one,
    );
    const { cumulative } = only(records);
    expect(cumulative).toMatchObject({ steps: 2, since: { commit: commitAt(1) } });
    expect(cumulative?.ratio).toBeCloseTo(1.02 * 1.03, 9);
    expect(Math.log((cumulative?.high ?? 0) / (cumulative?.low ?? 1))).toBeCloseTo(
      2 * 1.95996 * 0.01 * Math.SQRT2,
      4,
    );
  });

  it('of what is exact is the value now over the value then', () => {
    const records = [
      record(1, { indicators: { macs: count(100, 101) } }),
      record(2, { indicators: { macs: count(101, 104) } }),
    ];
    expect(only(records, 'macs').cumulative).toMatchObject({ ratio: 1.04, low: 1.04, high: 1.04, steps: 2 });
  });

  it('is not known of a model that is new, or of a step whose error is not', () => {
    const fresh = record(1, { from: null, indicators: { macs: { base: null, head: 100, verdict: null } } });
    expect(only([fresh], 'macs').cumulative).toBeNull();
    expect(only([record(1, { indicators: { latency_p50: timing(2, 2, null) } })]).cumulative).toBeNull();
  });
});
