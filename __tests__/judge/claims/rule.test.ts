import { describe, expect, it } from '@jest/globals';
import { readClaims } from '../../../src/claims/read-claims.js';
import type { JudgedModel } from '../../../src/judge/claims/judged-run.js';
import { ruleOnClaims } from '../../../src/judge/claims/rule.js';
import { openClaims, type RuledClaim } from '../../../src/judge/claims/ruling.js';
import type { Comparison } from '../../../src/judge/judgement.js';
import type { Relation } from '../../../src/judge/judgement.js';
import { counted, environment, measured, measurement } from '../../fixtures/report-factory.js';

const model = (comparisons: Comparison[], changes: Partial<JudgedModel> = {}): JudgedModel => ({
  name: 'a.onnx',
  comparisons,
  relation: 'inconclusive',
  measurement: measurement(),
  ...changes,
});

const rule = (text: string, ...models: JudgedModel[]): RuledClaim[] =>
  ruleOnClaims(readClaims(text), { models, environment: environment() });
const ruling = (text: string, ...comparisons: Comparison[]): string | undefined =>
  rule(text, model(comparisons))[0]?.ruling;

const halved = measured('latency_p50', 0.5, { effect: { ratio: 0.5, low: 0.49, high: 0.505 } });
const undecided = measured('latency_p50', 0.97, { verdict: 'inconclusive', reason: 'too noisy' });

describe('ruling on a claim', () => {
  it.each([
    ['the interval supports direction and size', '2x faster', [halved], 'upheld'],
    ['no size is claimed and the direction is proven', 'faster', [measured('latency_p50', 0.9)], 'upheld'],
    ['a count is exactly as claimed', '30 % fewer MACs', [counted('macs', 1000, 700)], 'upheld'],
    ['a count rounds to the claim', '30 % fewer MACs', [counted('macs', 1000, 704)], 'upheld'],
    [
      'a count rounds to the one digit that is claimed',
      '6 % fewer MACs',
      [counted('macs', 1000, 942)],
      'upheld',
    ],
    [
      'a count does not round to the one digit that is claimed',
      '6 % fewer MACs',
      [counted('macs', 1000, 946)],
      'partial',
    ],
    ['a count rounds to the claimed factor', '8x fewer MACs', [counted('macs', 1000, 126)], 'upheld'],
    ['a count is no such factor', '2x fewer MACs', [counted('macs', 1000, 540)], 'partial'],
    [
      'the interval does not reach the one digit that is claimed',
      '6 % less memory',
      [measured('peak_rss_bytes', 0.94, { verdict: 'improved' })],
      'partial',
    ],
    [
      'a small count is right, though within the tolerance',
      '0.5 % fewer parameters',
      [counted('parameters', 1000, 995)],
      'upheld',
    ],
    ['more was gained than claimed', '10 % faster', [halved], 'upheld'],
    ['a gain is where more is better', '1.5x throughput', [measured('throughput', 1.6)], 'upheld'],
    ['a loss is admitted', '10 % slower', [measured('latency_p50', 1.09)], 'upheld'],
    ['nothing changed, as claimed', 'no slower', [measured('latency_p50', 1)], 'upheld'],
    ['it is even better than the same', 'no slower', [halved], 'upheld'],
    ['the size is overstated', '2x faster', [measured('latency_p50', 0.8)], 'partial'],
    ['a count falls short', '30 % fewer MACs', [counted('macs', 1000, 720)], 'partial'],
    ['the loss is larger than admitted', '10 % slower', [measured('latency_p50', 2)], 'partial'],
    ['another indicator got worse', '2x faster', [halved, counted('parameters', 100, 300)], 'partial'],
    ['it is proven the other way', 'faster', [measured('latency_p50', 1.2)], 'refuted'],
    ['it is proven to be the same', 'faster', [measured('latency_p50', 1)], 'refuted'],
    ['it is proven to be worse', 'no slower', [measured('latency_p50', 1.3)], 'refuted'],
    ['it is not decided', 'faster', [undecided], 'unverifiable'],
    ['it is not measured here', '20 % less energy', [halved], 'unverifiable'],
    ['it is of another machine', '2x faster on GPU', [halved], 'unverifiable'],
    ['it is of another batch', '2x faster at batch size 32', [halved], 'unverifiable'],
  ])('when %s: %s', (_when, text, comparisons, expected) => {
    expect(ruling(text, ...comparisons)).toBe(expected);
  });

  it.each<[Relation, string]>([
    ['dominates', 'upheld'],
    ['trade-off', 'refuted'],
    ['dominated', 'refuted'],
    ['equivalent', 'refuted'],
    ['inconclusive', 'unverifiable'],
  ])('calls efficiency as such by the relation alone: %s is %s', (relation, expected) => {
    expect(rule('more efficient', model([halved], { relation }))[0]?.ruling).toBe(expected);
  });

  it('knows no number for efficiency', () => {
    expect(rule('2x more efficient', model([halved], { relation: 'dominates' }))[0]).toMatchObject({
      ruling: 'partial',
      evidence: [{ says: 'relation: dominates; no one number measures efficiency' }],
    });
  });

  it('asks all models: one that is against refutes, or leaves part of it', () => {
    const fast = model([halved]);
    const slow = model([measured('latency_p50', 1.4)], { name: 'b.onnx' });
    const open = model([undecided], { name: 'c.onnx' });
    const of = (...models: JudgedModel[]): string | undefined => rule('faster', ...models)[0]?.ruling;
    expect([of(fast, fast), of(fast, slow), of(slow, slow), of(fast, open), of()]).toEqual([
      'upheld',
      'partial',
      'refuted',
      'unverifiable',
      'unverifiable',
    ]);
  });

  it('takes quality to be every metric that is declared', () => {
    const metric = counted('macs', 900, 800, {
      indicator: 'quality.top1',
      better: 'higher',
      verdict: 'regressed',
    });
    expect(ruling('no accuracy loss', metric)).toBe('refuted');
  });

  it('holds for the same bytes without measuring', () => {
    const same = measured('latency_p50', 1, { verdict: 'equivalent', rounds: 0 });
    expect(rule('no slower', model([same], { measurement: null }))[0]?.ruling).toBe('upheld');
  });

  it('leaves open what does not stand', () => {
    const claims = rule('2x faster, 30% smaller', model([halved, counted('model_bytes', 100, 100)]));
    expect(openClaims(claims).map(({ indicators }) => indicators)).toEqual([['model_bytes']]);
  });
});

describe('the rewording', () => {
  const SET_UP =
    '(set-up: Intel Xeon Platinum 8370C (2 cores, linux 6.8 x64), cpu provider, 1 thread, batch 1, input float32 [1, 512], ONNX Runtime 1.30.0).';

  it('is not offered for a claim that stands', () => {
    expect(rule('2x faster', model([halved]))[0]?.rewording).toBeNull();
  });

  it('gives the figure with its interval, all others beside it, and the set-up', () => {
    const comparisons = [
      counted('parameters', 1_000_000, 3_000_000),
      counted('macs', 1000, 700),
      counted('operators', 10, 10),
      measured('latency_p50', 0.8),
      measured('peak_rss_bytes', 1, { verdict: 'inconclusive' }),
    ];
    expect(rule('2x faster', model(comparisons))[0]?.rewording).toBe(
      `The head has 0.80 times the median latency [0.784, 0.816], beside 30 % fewer MACs (700 against 1000), but 3.00 times the parameters (3.000 M against 1.000 M); no difference beyond the tolerances in operators; not decided: peak memory ${SET_UP}`,
    );
  });

  it('says what is not measured', () => {
    expect(rule('20 % less energy', model([halved]))[0]?.rewording).toBe(
      `The head has 0.50 times the median latency [0.490, 0.505]; not measured: energy per inference ${SET_UP}`,
    );
  });

  it('names the models where there are several', () => {
    const two = [
      model([measured('latency_p50', 0.9)]),
      model([measured('latency_p50', 1)], { name: 'b.onnx' }),
    ];
    expect(rule('2x faster', ...two)[0]?.rewording).toMatch(
      /^In a\.onnx, the head has 0\.90 times .*; in b\.onnx, the head has the same median latency \[0\.980, 1\.020\] \(no difference beyond the tolerance\) \(set-up/,
    );
  });
});
