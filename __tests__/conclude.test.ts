import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude, judgeAgain, type ModelEvidence } from '../src/conclude.js';
import { gateReportSchema, parseReport, type GateReport, type Policy } from '../src/report.js';
import {
  environment,
  gateReport,
  measurement,
  modelReport,
  modelSide,
  policy,
  processReadings,
  round,
  staticProfile,
} from './fixtures/report-factory.js';

const side = (parameters: number | null) => {
  const { counts } = staticProfile();
  const count = { value: parameters, reason: parameters === null ? 'open shapes' : null };
  return modelSide({ profile: staticProfile({ counts: { ...counts, parameters: count } }) });
};

/** As many rounds as given in which the head takes that many times as long as the base. */
const measuredAt = (slowness: number, rounds: number) =>
  measurement({
    rounds: Array.from({ length: rounds }, () =>
      round({ head: processReadings({ blocks: [{ runsMs: [2 * slowness, 2 * slowness], cpuMs: 4 }] }) }),
    ),
  });

const evidence = (given: Partial<ModelEvidence> = {}): ModelEvidence => ({
  ...modelReport({ base: side(1000), head: side(1000), measurement: measuredAt(1, 24) }),
  ...given,
});

const concluded = (models: readonly ModelEvidence[], given: Partial<Policy> = {}): GateReport =>
  conclude(
    { ...gateReport(), environment: environment(), models, createdAt: new Date('2026-03-01T09:30:00Z') },
    policy(given),
  );

const verdictOf = (report: GateReport, id: string) =>
  report.models[0]?.comparisons.find(({ indicator }) => indicator === id)?.verdict;

const PROBLEM = { kind: 'measurement', message: 'It crashed.', next: 'Try again.' } as const;

const anyEvidence: fc.Arbitrary<ModelEvidence> = fc
  .record({
    base: fc.option(fc.option(fc.nat(5000)).map(side)),
    head: fc.option(fc.option(fc.nat(5000)).map(side)),
    measurement: fc.option(
      fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.nat(30)).map((given) => measuredAt(...given)),
    ),
    status: fc.constantFrom('compared', 'identical', 'added', 'removed', 'failed'),
    problem: fc.option(fc.constant(PROBLEM)),
  })
  .map((given) => evidence({ name: 'a.onnx', ...given }));

const fraction = fc.double({ min: 0, max: 0.99, noNaN: true });

const anyPolicy = fc.record({
  alpha: fc.constantFrom(0.01, 0.05, 0.5),
  decisions: fc.integer({ min: 1, max: 50 }),
  tolerances: fc.dictionary(
    fc.constantFrom('parameters', 'latency_p50', 'throughput'),
    fraction.map((relative) => ({ relative })),
    { noNullPrototype: true },
  ),
  warnOnly: fc.boolean(),
  failOnInconclusive: fc.boolean(),
});

describe('judging again', () => {
  it('under the same policy gives the same report, also of one that was written and read', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 3 }), anyPolicy, (models, given) => {
        const report = concluded(models, given);
        expect(gateReportSchema.parse(report)).toEqual(report);
        expect(judgeAgain(report, report.policy)).toEqual(report);
        const read = parseReport(JSON.stringify(report), 'report.json');
        expect(judgeAgain(read, read.policy)).toEqual(read);
      }),
      { numRuns: 60 },
    );
  });

  it('takes nothing from an earlier judgement: its policy alone decides', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 3 }), anyPolicy, anyPolicy, (models, one, other) => {
        expect(judgeAgain(concluded(models, one), policy(other))).toEqual(concluded(models, other));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the report that it was given as it was', () => {
    const report = concluded([evidence()]);
    const before = structuredClone(report);
    judgeAgain(report, policy({ tolerances: { parameters: { relative: 0 } } }));
    expect(report).toEqual(before);
  });
});

describe('other tolerances', () => {
  it('turn a regression of what was counted into equivalence, and the gate with it', () => {
    const strict = concluded([evidence({ head: side(1100) })]);
    expect(verdictOf(strict, 'parameters')).toBe('regressed');
    expect(strict.gate.conclusion).toBe('failed');
    const wide = judgeAgain(strict, policy({ tolerances: { parameters: { relative: 0.2 } } }));
    expect(verdictOf(wide, 'parameters')).toBe('equivalent');
    expect(wide.gate.conclusion).toBe('passed');
  });

  it('turn a regression of what was measured into equivalence, and back', () => {
    const strict = concluded([evidence({ measurement: measuredAt(1.2, 24) })]);
    expect(verdictOf(strict, 'latency_p50')).toBe('regressed');
    const wide = judgeAgain(strict, policy({ tolerances: { latency_p50: { relative: 0.5 } } }));
    expect(verdictOf(wide, 'latency_p50')).toBe('equivalent');
    expect(judgeAgain(wide, strict.policy)).toEqual(strict);
  });

  it('do not make a verdict of rounds that are too few', () => {
    const report = concluded([evidence({ measurement: measuredAt(3, 5) })]);
    const tiny = judgeAgain(report, policy({ tolerances: { latency_p50: { relative: 0.001 } } }));
    expect(verdictOf(tiny, 'latency_p50')).toBe('inconclusive');
  });
});

describe('why indicators disagree', () => {
  const parted = concluded([evidence({ head: side(500) })]);

  it('is told with the judgement, as far as it is shown', () => {
    expect(parted.models[0]?.causes).toEqual([
      expect.objectContaining({
        kind: 'not-shown',
        parting: '50 % fewer parameters, but as many MACs',
        sentence: 'The profile shows no cause.',
      }),
    ]);
    expect(gateReportSchema.parse(parted)).toEqual(parted);
  });

  it('is no question under a tolerance by which they agree', () => {
    const wide = judgeAgain(parted, policy({ tolerances: { parameters: { relative: 0.6 } } }));
    expect(wide.models[0]).not.toHaveProperty('causes');
    expect(judgeAgain(wide, parted.policy)).toEqual(parted);
  });
});

describe('a model that was not compared', () => {
  it.each([
    ['added', { base: null, status: 'added' }, 'New in the head'],
    ['removed', { head: null, status: 'removed' }, 'Removed in the head'],
    ['unreadable', { head: null, status: 'failed', problem: PROBLEM }, 'Not compared: It crashed.'],
  ] as const)('has a sentence and no relation: %s', (_case, given, sentence) => {
    const [model] = concluded([evidence({ ...given, measurement: null })]).models;
    expect(model).toMatchObject({ comparisons: [], relation: null });
    expect(model?.sentence).toContain(sentence);
  });

  it('says of each measured indicator that it was not measured, and judges what was counted', () => {
    const failed = { status: 'failed', problem: PROBLEM, measurement: null, head: side(500) } as const;
    const report = concluded([evidence(failed)]);
    expect(verdictOf(report, 'parameters')).toBe('improved');
    expect(report.models[0]?.comparisons).toContainEqual(
      expect.objectContaining({
        indicator: 'latency_p50',
        verdict: 'inconclusive',
        head: { value: null, provenance: 'not-measured', reason: 'it was not measured' },
      }),
    );
    expect(report.gate.conclusion).toBe('incomplete');
  });
});
