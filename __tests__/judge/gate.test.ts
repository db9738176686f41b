import { describe, expect, it } from '@jest/globals';
import type { Acknowledgement } from '../../src/judge/acknowledgement.js';
import type { ReportedClaim } from '../../src/judge/claims/ruling.js';
import { concludeGate, type GatedModel, type GatePolicy } from '../../src/judge/gate.js';
import type { Comparison } from '../../src/judge/judgement.js';
import { comparison } from './factories.js';

const lenient: GatePolicy = { warnOnly: false, failOnInconclusive: false, maxImprovement: null };
const compared = (name: string, ...comparisons: Comparison[]): GatedModel => ({
  name,
  status: 'compared',
  comparisons,
  problem: null,
});
const broken = (name: string, ...comparisons: Comparison[]): GatedModel => ({
  name,
  status: 'failed',
  comparisons,
  problem: {
    kind: 'measurement',
    message: 'The worker was killed at its deadline.',
    next: 'Give a larger budget.',
  },
});

describe('the gate', () => {
  it('passes when nothing is proven to be worse', () => {
    const models = [
      compared('a.onnx', comparison('macs', 'improved')),
      compared('b.onnx', comparison('macs', 'equivalent')),
    ];
    expect(concludeGate(models, lenient)).toEqual({
      conclusion: 'passed',
      summary: 'Passed: no regression is proven in 2 compared models.',
      failures: [],
      missing: [],
      warnOnly: false,
    });
  });

  it('passes, with a reason, when there was nothing to compare', () => {
    expect(concludeGate([], lenient)).toMatchObject({
      conclusion: 'passed',
      summary: 'Passed: no model changed, so there was nothing to compare.',
    });
    const untouched: GatedModel = { name: 'a.onnx', status: 'added', comparisons: [], problem: null };
    expect(concludeGate([untouched], lenient).summary).toBe('Passed: no model needed comparing.');
  });

  it('fails on a proven regression of a gated indicator, and says what to do', () => {
    const gate = concludeGate([compared('a.onnx', comparison('model_bytes', 'regressed'))], lenient);
    expect(gate).toMatchObject({
      conclusion: 'failed',
      failures: [{ model: 'a.onnx', indicator: 'model_bytes' }],
    });
    expect(gate.summary).toBe(
      'Failed: proven to be worse: 2.00 times the bytes (2.00 kB against 1.00 kB). Undo it, or, if it is meant, raise the tolerance of model_bytes in the configuration.',
    );
  });

  it('does not fail on an indicator that is shown and not gated', () => {
    expect(
      concludeGate([compared('a.onnx', comparison('latency_p90', 'regressed'))], lenient).conclusion,
    ).toBe('passed');
  });

  it('passes inconclusive indicators with a notice, unless told to fail', () => {
    const models = [compared('a.onnx', comparison('latency_p50', 'inconclusive'))];
    const notice = concludeGate(models, lenient);
    expect(notice).toMatchObject({ conclusion: 'passed', failures: [] });
    expect(notice.summary).toContain('Not decided: median latency');
    const strict = concludeGate(models, { ...lenient, failOnInconclusive: true });
    expect(strict).toMatchObject({ conclusion: 'failed', failures: [] });
    expect(strict.summary).toMatch(/^Failed: median latency could not be decided.*larger budget/);
  });

  it('is incomplete when a model could not be compared', () => {
    const gate = concludeGate(
      [compared('a.onnx', comparison('macs', 'equivalent')), broken('b.onnx')],
      lenient,
    );
    expect(gate).toMatchObject({
      conclusion: 'incomplete',
      missing: [{ model: 'b.onnx', reason: 'The worker was killed at its deadline.' }],
    });
    expect(gate.summary).toBe(
      'Incomplete: b.onnx: The worker was killed at its deadline. Give a larger budget.',
    );
  });

  it('fails rather than being incomplete when a regression is proven already', () => {
    const models = [broken('b.onnx', comparison('macs', 'regressed'))];
    const gate = concludeGate(models, lenient);
    expect(gate).toMatchObject({ conclusion: 'failed', missing: [{ model: 'b.onnx' }] });
    expect(gate.summary).toContain('Incomplete: b.onnx');
  });

  it('lets a failure pass as a warning when told to, and keeps it on record', () => {
    const models = [compared('a.onnx', comparison('macs', 'regressed'))];
    const gate = concludeGate(models, { ...lenient, warnOnly: true });
    expect(gate).toMatchObject({ conclusion: 'passed', warnOnly: true, failures: [{ indicator: 'macs' }] });
    expect(gate.summary).toMatch(
      /^Passed with a warning, as warn-only asks: proven to be worse: 2.00 times the MACs/,
    );
  });

  it('stays incomplete under warn-only, and says nothing of it when nothing failed', () => {
    expect(concludeGate([broken('b.onnx')], { ...lenient, warnOnly: true })).toMatchObject({
      conclusion: 'incomplete',
      warnOnly: false,
    });
  });

  it('names the first few of many and counts the rest', () => {
    const models = ['a', 'b', 'c', 'd', 'e'].map((name) => compared(name, comparison('macs', 'regressed')));
    const gate = concludeGate(models, lenient);
    expect(gate.failures).toHaveLength(5);
    expect(gate.summary).toMatch(/in a, .* in b, .* in c and 2 more\./);
  });

  it('flags a gain that is too good to be true, and passes', () => {
    const model = compared(
      'a.onnx',
      comparison('latency_p50', 'improved'),
      comparison('throughput', 'improved'),
    );
    const policy = { ...lenient, maxImprovement: 0.4 };
    const gate = concludeGate([model], policy);
    expect(gate.conclusion).toBe('passed');
    expect(gate.summary).toContain('Too good to be true, please check: 0.50 times the median latency');
    expect(concludeGate([model], { ...policy, maxImprovement: 0.6 }).summary).not.toContain('Too good');
  });

  it('calls it an error when a model itself is wrong, and a proven regression elsewhere still fails', () => {
    const wrong: GatedModel = {
      ...broken('b.onnx'),
      problem: { kind: 'model', message: 'b.onnx is truncated.', next: 'Save it again.' },
    };
    const gate = concludeGate([wrong], lenient);
    expect(gate.conclusion).toBe('error');
    expect(gate.summary).toBe('Error: b.onnx: b.onnx is truncated. Save it again.');
    const worse = compared('a.onnx', comparison('macs', 'regressed'));
    expect(concludeGate([wrong, worse], lenient).conclusion).toBe('failed');
  });
});

const label = (given: Partial<Extract<Acknowledgement, { kind: 'label' }>> = {}): Acknowledgement => ({
  kind: 'label',
  label: 'efficiency-acknowledged',
  by: 'mona',
  at: '2026-03-01T09:00:00Z',
  head: 'a'.repeat(40),
  fault: null,
  covers: [],
  ...given,
});
const waiver = (...covers: { model: string; indicator: string }[]): Acknowledgement => ({
  kind: 'waiver',
  indicator: 'macs',
  model: '**',
  bound: { relative: 2 },
  reason: 'Needed for quality',
  by: 'mona',
  expires: '2026-12-31',
  covers,
  fault: null,
});

describe('a regression that somebody answers for', () => {
  const worse = compared('a.onnx', comparison('macs', 'regressed'), comparison('flops', 'regressed'));
  const MACS = { model: 'a.onnx', indicator: 'macs' };
  const FLOPS = { model: 'a.onnx', indicator: 'flops' };

  it('stays on record and does not fail the gate, which says who', () => {
    const acknowledgements = [label({ covers: [MACS, FLOPS] })];
    expect(concludeGate([worse], lenient, { acknowledgements })).toMatchObject({
      conclusion: 'passed',
      failures: [MACS, FLOPS],
      summary:
        'Passed: every proven regression is acknowledged. Acknowledged by mona, who put on efficiency-acknowledged.',
    });
  });

  it('does not cover the others', () => {
    const gate = concludeGate([worse], lenient, { acknowledgements: [waiver(MACS)] });
    expect(gate.conclusion).toBe('failed');
    expect(gate.summary).toMatch(
      /^Failed: proven to be worse: 2\.00 times the FLOPs\..*Waived until 2026-12-31 by mona: MACs\./,
    );
    expect(concludeGate([worse], lenient, { acknowledgements: [waiver(MACS, FLOPS)] }).conclusion).toBe(
      'passed',
    );
  });

  it('fails the gate where the acknowledgement does not count, and says why', () => {
    const acknowledgements = [label({ fault: 'mona, who put it on, has no write access', head: null })];
    const gate = concludeGate([worse], lenient, { acknowledgements });
    expect(gate.conclusion).toBe('failed');
    expect(gate.summary).toContain(
      'The label efficiency-acknowledged does not count: mona, who put it on, has no write access.',
    );
  });

  it('does not make an incomplete run complete', () => {
    const acknowledgements = [label({ covers: [MACS] })];
    const models = [compared('a.onnx', comparison('macs', 'regressed')), broken('b.onnx')];
    expect(concludeGate(models, lenient, { acknowledgements }).conclusion).toBe('incomplete');
  });

  it('is offered the label only where there is a pull request to put it on', () => {
    const policy = { ...lenient, acknowledgeLabel: 'fine-by-us' };
    expect(concludeGate([worse], policy).summary).not.toContain('fine-by-us');
    expect(concludeGate([worse], policy, { inPullRequest: true }).summary).toContain(
      'or have it acknowledged by the label fine-by-us.',
    );
  });
});

describe('a claim that does not stand', () => {
  const claim = (ruling: ReportedClaim['ruling']): ReportedClaim => ({
    text: '2x faster',
    indicators: ['latency_p50'],
    direction: 'better',
    magnitude: 0.5,
    rounding: null,
    source: { kind: 'title', sha: null },
    repeatedIn: [],
    ruling,
    evidence: [],
    rewording: ruling === 'upheld' ? null : 'The head has 5 % less latency.',
    inFull: null,
  });
  const fine = compared('a.onnx', comparison('macs', 'equivalent'));
  const concluded = (
    ruling: ReportedClaim['ruling'],
    policy: Partial<GatePolicy>,
    acknowledgements: Acknowledgement[] = [],
  ) => concludeGate([fine], { ...lenient, ...policy }, { claims: [claim(ruling)], acknowledgements });

  it.each(['partial', 'refuted'] as const)('fails a gate that enforces claims: %s', (ruling) => {
    const gate = concluded(ruling, { claims: 'enforce' });
    expect(gate.conclusion).toBe('failed');
    expect(gate.summary).toContain('“2x faster” (title) is');
    expect(gate.summary).toContain('Say what is offered instead, with the claims.');
    expect(concluded(ruling, { claims: 'enforce' }, [label()]).conclusion).toBe('passed');
    expect(concluded(ruling, { claims: 'enforce', warnOnly: true })).toMatchObject({
      conclusion: 'passed',
      warnOnly: true,
    });
  });

  it.each(['report', 'off', undefined] as const)('passes a gate with claims: %s', (claims) => {
    expect(concluded('refuted', claims === undefined ? {} : { claims }).conclusion).toBe('passed');
  });

  it('and cannot be verified fails only where what is not decided fails', () => {
    expect(concluded('unverifiable', { claims: 'enforce' }).conclusion).toBe('passed');
    expect(concluded('unverifiable', { claims: 'enforce', failOnInconclusive: true }).conclusion).toBe(
      'failed',
    );
  });

  it('is none that is upheld', () => {
    expect(concluded('upheld', { claims: 'enforce', failOnInconclusive: true }).conclusion).toBe('passed');
  });
});
