import { describe, expect, it } from '@jest/globals';
import {
  type GivenAcknowledgement,
  judgeAcknowledgements,
  type Waiver,
} from '../../src/judge/acknowledgement.js';
import type { Finding } from '../../src/judge/findings.js';
import type { Comparison } from '../../src/judge/judgement.js';
import { comparison } from './factories.js';

const ON = new Date('2026-03-01T23:59:00Z');

function found(id: string, effect: Comparison['effect'], given: Partial<Finding> = {}): Finding {
  return {
    model: 'models/a.onnx',
    subject: 'models/a.onnx',
    path: 'models/a.onnx',
    comparison: comparison(id, 'regressed', { effect }),
    toleranceKey: id,
    ...given,
  };
}
const times = (ratio: number, low = ratio, high = ratio) => ({ ratio, low, high });

function waiver(given: Partial<Waiver> = {}): GivenAcknowledgement {
  return {
    kind: 'waiver',
    indicator: 'latency_p50',
    model: 'models/*.onnx',
    bound: { relative: 0.1 },
    reason: 'Kernels for it are on their way',
    by: 'mona',
    expires: '2026-03-01',
    ...given,
  };
}

const judged = (given: GivenAcknowledgement, ...findings: Finding[]) =>
  judgeAcknowledgements([given], findings, ON)[0];

const COVERED = [{ model: 'models/a.onnx', indicator: 'latency_p50' }];

describe('a waiver', () => {
  it('covers what matches its indicator and its model, up to its bound and to the end of its last day', () => {
    expect(judged(waiver(), found('latency_p50', times(1.08)))).toMatchObject({
      covers: COVERED,
      fault: null,
    });
  });

  it.each([
    ['of another indicator', waiver({ indicator: 'macs' })],
    ['of another model', waiver({ model: 'other/**' })],
  ])('%s covers nothing and is not blamed for it', (_, given) => {
    expect(judged(given, found('latency_p50', times(1.08)))).toMatchObject({ covers: [], fault: null });
  });

  it('that has expired does not count, and says so', () => {
    const expired = waiver({ expires: '2026-02-28' });
    expect(judged(expired, found('latency_p50', times(1.08)))).toMatchObject({
      covers: [],
      fault: 'it expired on 2026-02-28',
    });
    expect(judged(expired)).toMatchObject({ fault: null });
  });

  it('is exceeded by what is proven to lie beyond its bound, not by an estimate alone', () => {
    expect(judged(waiver(), found('latency_p50', times(1.12, 1.08, 1.2)))).toMatchObject({ covers: COVERED });
    const exceeded = judged(waiver(), found('latency_p50', times(1.2, 1.15, 1.25)));
    expect(exceeded).toMatchObject({
      covers: [],
      fault: 'exceeded: 1.20 times the median latency in models/a.onnx, beyond 10 %',
    });
  });

  it('bounds the head itself where it names a value', () => {
    const heavy = found('latency_p50', times(1.5));
    expect(judged(waiver({ bound: { value: 2000 } }), heavy)).toMatchObject({ covers: COVERED });
    expect(judged(waiver({ bound: { value: 1999 } }), heavy)).toMatchObject({ covers: [] });
    expect(judged(waiver({ bound: { value: 2000, relative: 0.1 } }), heavy)).toMatchObject({ covers: [] });
  });

  it('bounds what is better when higher from the other side', () => {
    const fewer = (ratio: number) =>
      found('throughput', times(ratio), {
        comparison: comparison('throughput', 'regressed', {
          effect: times(ratio),
          head: { value: 1000 * ratio, provenance: 'measured', reason: null },
        }),
      });
    const given = waiver({ indicator: 'throughput' });
    expect(judged(given, fewer(0.92))).toMatchObject({ fault: null, covers: [{ indicator: 'throughput' }] });
    expect(judged(given, fewer(0.9))).toMatchObject({ covers: [] });
    expect(judged(waiver({ indicator: 'throughput', bound: { value: 950 } }), fewer(0.92))).toMatchObject({
      covers: [],
    });
  });

  it('never covers what has no ratio to hold against a relative bound', () => {
    expect(judged(waiver(), found('latency_p50', null))).toMatchObject({ covers: [] });
  });

  it('covers one model and names the other that exceeds it', () => {
    const other = { model: 'models/b.onnx', path: 'models/b.onnx' };
    expect(
      judged(waiver(), found('latency_p50', times(1.08)), found('latency_p50', times(1.3), other)),
    ).toMatchObject({ covers: COVERED, fault: expect.stringContaining('models/b.onnx') });
  });

  it('of a benchmark goes by the name of its tolerance', () => {
    const step = found('duration', times(1.05), {
      model: 'train-step',
      path: 'train-step',
      toleranceKey: 'benchmarks.train-step.duration',
    });
    const given = waiver({ indicator: 'benchmarks.train-step.duration', model: 'train-step' });
    expect(judged(given, step)).toMatchObject({ covers: [{ model: 'train-step', indicator: 'duration' }] });
  });
});

describe('a label', () => {
  const label: GivenAcknowledgement = {
    kind: 'label',
    label: 'efficiency-acknowledged',
    by: 'mona',
    at: '2026-03-01T09:00:00Z',
    head: 'a'.repeat(40),
    fault: null,
  };

  it('covers whatever got worse', () => {
    expect(judged(label, found('latency_p50', times(9)))).toMatchObject({ covers: COVERED });
  });

  it('that does not count covers nothing', () => {
    const refused = { ...label, head: null, fault: 'mona, who put it on, has no write access' };
    expect(judged(refused, found('latency_p50', times(9)))).toMatchObject({ covers: [] });
  });
});
