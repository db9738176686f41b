import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fleetModelSchema } from '../../../src/judge/fleet/fleet.js';
import { judgeFleet } from '../../../src/judge/fleet/judge-fleet.js';
import type { ModelOnMachine } from '../../../src/judge/fleet/member.js';
import { type Comparison, type Verdict, VERDICTS } from '../../../src/judge/judgement.js';
import { counted, measured } from '../../fixtures/report-factory.js';

const NEEDED = ['parameters', 'latency_p50'];

const on = (
  machine: string,
  comparisons: Comparison[],
  given: Partial<ModelOnMachine> = {},
): ModelOnMachine => ({
  name: `vad.onnx on ${machine}`,
  machine,
  status: 'compared',
  comparisons,
  relation: 'equivalent',
  sentence: 'Of one machine.',
  needed: NEEDED,
  setUp: `the set-up of ${machine}`,
  ...given,
});
const machine = (name: string, required = true) => ({ name, required });
const parameters = (verdict: Verdict): Comparison => counted('parameters', 100, 100, { verdict });
const latency = (ratio: number, verdict: Verdict): Comparison => measured('latency_p50', ratio, { verdict });
/** Latencies of machines a, b, ... beside a counted verdict that is the same on all. */
const fleetOf = (verdicts: readonly Verdict[], shared: Verdict, required: readonly boolean[] = []) =>
  judgeFleet(
    verdicts.map((verdict, at) => on(nameOf(at), [parameters(shared), latency(1, verdict)])),
    verdicts.map((_, at) => machine(nameOf(at), required[at] ?? true)),
  )[0]!;
const nameOf = (at: number): string => String.fromCharCode(97 + at);

describe('the relation over a fleet', () => {
  it.each([
    ['better on one, worse on the other', ['improved', 'regressed'], 'equivalent', 'trade-off'],
    ['better on both', ['improved', 'improved'], 'equivalent', 'dominates'],
    ['better on one, open on the other', ['improved', 'inconclusive'], 'equivalent', 'inconclusive'],
    ['better on one, no difference on the other', ['improved', 'equivalent'], 'equivalent', 'dominates'],
    ['worse on one, no difference on the other', ['regressed', 'equivalent'], 'equivalent', 'dominated'],
    ['counted better, worse on one', ['equivalent', 'regressed'], 'improved', 'trade-off'],
    ['no difference on either', ['equivalent', 'equivalent'], 'equivalent', 'equivalent'],
  ] as const)('%s', (_case, verdicts, shared, relation) => {
    expect(fleetOf(verdicts, shared).relation).toBe(relation);
  });

  it('is inconclusive where a required machine has no report of the model, whatever the others say', () => {
    const [fleet] = judgeFleet(
      [on('a', [parameters('improved'), latency(0.5, 'improved')])],
      [machine('a'), machine('b')],
    );
    expect(fleet).toMatchObject({ relation: 'inconclusive' });
    expect(fleet?.sentence).toContain('not shown: anything on b');
  });

  it('does not wait for a machine that is not to have the model', () => {
    const [fleet] = judgeFleet(
      [on('a', [parameters('improved'), latency(0.5, 'improved')])],
      [machine('a'), { ...machine('b'), models: ['asr.onnx'] }],
    );
    expect(fleet).toMatchObject({ relation: 'dominates', machines: [{ machine: 'a' }] });
  });

  it('takes no gain from a machine that is not required, but every loss', () => {
    expect(fleetOf(['equivalent', 'improved'], 'equivalent', [true, false]).relation).toBe('equivalent');
    expect(fleetOf(['equivalent', 'inconclusive'], 'equivalent', [true, false]).relation).toBe('equivalent');
    expect(fleetOf(['improved', 'regressed'], 'equivalent', [true, false]).relation).toBe('trade-off');
  });

  it('speaks of the required machines alone where it says that nothing is worse', () => {
    const { sentence } = fleetOf(['improved', 'inconclusive'], 'equivalent', [true, false]);
    expect(sentence).toMatch(/^More efficient on this set-up: .* and nothing was found to be worse; /);
    expect(sentence).toContain('not required, and not spoken for: ');
  });

  it('is none where nothing was compared, and says why', () => {
    const added = on('a', [], { status: 'added', relation: null, sentence: 'New in the head.' });
    expect(judgeFleet([added], [machine('a')])).toMatchObject([
      { relation: null, sentence: 'New in the head.' },
    ]);
  });

  it('never gets better by another machine that is worse, nor depends on the order of machines', () => {
    const verdict = fc.constantFrom(...VERDICTS);
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 5 }), verdict, (verdicts, shared) => {
        const fleet = fleetOf(verdicts, shared);
        expect(fleetModelSchema.parse(fleet)).toEqual(fleet);
        expect(fleetOf(verdicts.toReversed(), shared).relation).toBe(fleet.relation);
        expect(['trade-off', 'dominated', 'inconclusive']).toContain(
          fleetOf([...verdicts, 'regressed'], shared).relation,
        );
      }),
    );
  });
});

describe('what machines say of an indicator', () => {
  const agreementOf = (...verdicts: Verdict[]) =>
    fleetOf(verdicts, 'equivalent').agreements.find(({ indicator }) => indicator === 'latency_p50')
      ?.agreement;

  it('is one of five things', () => {
    expect(agreementOf('improved', 'improved')).toBe('agree');
    expect(agreementOf('improved', 'equivalent', 'regressed')).toBe('contradict');
    expect(agreementOf('improved', 'inconclusive')).toBe('part');
    expect(agreementOf('improved', 'equivalent')).toBe('part');
    expect(agreementOf('inconclusive', 'inconclusive')).toBe('open');
  });

  it('is told with the figures of each', () => {
    const [fleet] = judgeFleet(
      [on('cpu', [latency(0.71, 'improved')]), on('gpu', [latency(1.32, 'regressed')])],
      [machine('cpu'), machine('gpu')],
    );
    expect(fleet?.agreements[0]?.sentence).toBe(
      'median latency: 0.710 [0.696, 0.724] on cpu, 1.32 [1.29, 1.35] on gpu: better on cpu, worse on gpu.',
    );
    expect(fleet?.sentence).toBe(
      'Trade-off over 2 machines: the head has 0.71 times the median latency [0.696, 0.724] on cpu, but 1.32 times the median latency [1.29, 1.35] on gpu; not shown: parameters on cpu and parameters on gpu.',
    );
  });

  it('is said once of what was counted, and two that count differently are warned of', () => {
    const one = on('a', [counted('parameters', 100, 90)]);
    const machines = [machine('a'), machine('b')];
    const [same] = judgeFleet([one, on('b', [counted('parameters', 100, 90)])], machines);
    expect(same).toMatchObject({
      warnings: [],
      agreements: [{ agreement: 'same', sentence: 'parameters: 0.90 on every machine.' }],
    });
    const [other] = judgeFleet([one, on('b', [counted('parameters', 100, 91)])], machines);
    expect(other?.warnings).toEqual([expect.stringContaining('a and b count parameters differently')]);
  });

  it('calls a model more efficient only where nothing is worse, with the set-up of each machine', () => {
    const { sentence } = fleetOf(['improved', 'improved'], 'equivalent');
    expect(sentence).toContain('More efficient on these 2 set-ups');
    expect(sentence).toContain('set-ups: a: the set-up of a; b: the set-up of b.');
    expect(fleetOf(['improved', 'regressed'], 'equivalent').sentence).not.toMatch(/more efficient/i);
  });
});
