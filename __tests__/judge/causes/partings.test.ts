import { describe, expect, it } from '@jest/globals';
import { partingsOf } from '../../../src/judge/causes/partings.js';
import { counted } from '../../fixtures/report-factory.js';
import { judged, kindsOf } from './judged.js';

const words = (...model: Parameters<typeof judged>): string[] =>
  partingsOf(judged(...model)).map((parting) => `${parting.dear}: ${parting.words}`);
const macs = (value: number, latencyMs: number) => ({ counts: { macs: value }, latencyMs });

describe('indicators part ways', () => {
  it('where MACs fell and the latency did not', () => {
    expect(words(macs(10, 1), macs(5, 1))).toEqual([
      'head: 50 % fewer MACs, but the same median latency [0.980, 1.020]',
    ]);
  });

  it('where the latency moved at equal MACs, either way', () => {
    expect(words(macs(10, 1), macs(10, 1.2))).toEqual([
      'head: as many MACs, but 1.20 times the median latency [1.176, 1.224]',
    ]);
    expect(words(macs(10, 1), macs(10, 0.8))).toEqual([
      'base: as many MACs, but 0.80 times the median latency [0.784, 0.816]',
    ]);
  });

  it('where the latency fell far less than the MACs', () => {
    expect(words(macs(10, 1), macs(5, 0.8))).toHaveLength(1);
    expect(words(macs(10, 1), macs(5, 0.55))).toEqual([]);
  });

  it('where parameters fell and MACs rose', () => {
    expect(
      words({ counts: { parameters: 10 } }, { counts: { parameters: 5, macs: 11e6 }, latencyMs: 1.1 }),
    ).toEqual(['head: 50 % fewer parameters, but 1.10 times the MACs']);
  });
});

describe('indicators do not part ways', () => {
  it('where all of them move together, or none does', () => {
    expect(words({}, {})).toEqual([]);
    expect(words({}, { counts: { parameters: 5e5, macs: 5e6 }, latencyMs: 0.5 })).toEqual([]);
  });

  it('where a small gain in MACs is lost in the tolerance of the latency', () => {
    expect(words(macs(100, 1), macs(97, 1))).toEqual([]);
  });

  it('where the interval of the latency reaches the ratio of the MACs', () => {
    const effect = { ratio: 0.8, low: 0.5, high: 1.2 };
    const open = { latency: { effect, verdict: 'inconclusive' as const } };
    expect(words(macs(10, 1), macs(5, 0.8), open)).toEqual([]);
  });

  it('where the base differs from its own copy', () => {
    const control = { effect: { ratio: 1.2, low: 1.1, high: 1.3 }, differs: true };
    expect(words(macs(10, 1), macs(10, 1.2), { latency: { control } })).toEqual([]);
  });

  it('where the latency was not measured', () => {
    const missing = { value: null, provenance: 'not-measured', reason: 'no time' } as const;
    const latency = { base: missing, head: missing, effect: null, verdict: 'inconclusive' as const };
    expect(words(macs(10, 1), macs(5, 1), { latency })).toEqual([]);
  });
});

describe('where MACs are not known', () => {
  const unknown = (head: Parameters<typeof judged>[1]) => {
    const model = judged({}, head);
    const comparisons = model.comparisons.map((one) =>
      one.indicator === 'macs' ? counted('macs', null, null) : one,
    );
    return { ...model, comparisons };
  };

  it('a smaller size is held against the latency', () => {
    const [parting, ...others] = partingsOf(unknown({ counts: { model_bytes: 1e6 }, latencyMs: 1.3 }));
    expect(others).toEqual([]);
    expect(parting?.words).toBe('75 % fewer bytes, but 1.30 times the median latency [1.27, 1.33]');
  });

  it('says that no cause is shown', () => {
    expect(kindsOf(unknown({ counts: { model_bytes: 1e6 }, latencyMs: 1.3 }))).toEqual(['not-shown']);
  });
});

it('says of nothing but indicators of models why they disagree: a benchmark has its own', () => {
  const model = judged({}, { latencyMs: 1.5 });
  const harness = { command: 'bench', indicators: [] };
  expect(kindsOf(model)).toEqual(['not-shown']);
  expect(
    kindsOf({ ...model, measurement: { provider: 'cpu', threads: 1, harness: harness as never } }),
  ).toEqual([]);
});
