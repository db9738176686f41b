/** Quality beside cost, from what is declared to what is said. */
import { describe, expect, it } from '@jest/globals';
import { conclude, judgeAgain, type ModelEvidence } from '../src/conclude.js';
import type { Declaration, Metric } from '../src/declared/declaration.js';
import { gateReportSchema, type GateReport, type Policy } from '../src/report.js';
import {
  environment,
  gateReport,
  measurement,
  modelReport,
  modelSide,
  policy,
  processReadings,
  round,
} from './fixtures/report-factory.js';

const REQUIRED = [...policy().required, 'quality'];
const metric = (value: number): Metric => ({
  value,
  better: 'higher',
  unit: '%',
  tolerance: { absolute: 0.2 },
  outcomes: null,
});
const declaring = (top1: number | null): Declaration | null =>
  top1 === null ? null : { training: null, quality: { top1: metric(top1) } };

/** A head that takes half the time, and whose quality is declared. */
const halved = (base: number | null, head: number | null): ModelEvidence => ({
  ...modelReport({
    base: modelSide(),
    head: modelSide({ sha256: 'b'.repeat(64) }),
    measurement: measurement({
      rounds: Array.from({ length: 24 }, () =>
        round({ head: processReadings({ blocks: [{ runsMs: [1, 1], cpuMs: 2 }] }) }),
      ),
    }),
  }),
  ...(base === null && head === null ? {} : { declared: { base: declaring(base), head: declaring(head) } }),
});

const concluded = (model: ModelEvidence, given: Partial<Policy> = {}): GateReport =>
  conclude(
    { ...gateReport(), environment: environment(), models: [model], createdAt: new Date(0) },
    policy({ required: REQUIRED, ...given }),
  );
const only = (report: GateReport) => report.models[0]!;

describe('a cheaper model', () => {
  it('of the same quality is more efficient', () => {
    const { relation, sentence } = only(concluded(halved(76.1, 76)));
    expect(relation).toBe('dominates');
    expect(sentence).toMatch(/^More efficient on this set-up/);
  });

  it('of lower quality is a trade-off and never more efficient, and fails the gate', () => {
    const report = concluded(halved(76.1, 75));
    const { relation, sentence } = only(report);
    expect(relation).toBe('trade-off');
    expect(sentence).toContain('but top1 75.00 % against 76.10 %');
    expect(sentence.toLowerCase()).not.toContain('more efficient');
    expect(report.gate).toMatchObject({
      conclusion: 'failed',
      failures: [{ model: 'models/vad.onnx', indicator: 'quality.top1' }],
    });
  });

  it('is a trade-off also where the configuration does not require quality', () => {
    expect(only(concluded(halved(76.1, 75), { required: ['latency_p50'] })).relation).toBe('trade-off');
  });

  it('that no longer says how good it is stays undecided', () => {
    const { relation, sentence } = only(concluded(halved(76.1, null)));
    expect(relation).toBe('inconclusive');
    expect(sentence).toContain('top1 (the head does not declare it)');
  });

  it('stays undecided where the quality command failed in the base, and says why', () => {
    const reason = 'the quality command failed in the base';
    const declared = { base: null, head: null, unevaluated: { base: reason, head: null } };
    const report = gateReportSchema.parse(concluded({ ...halved(null, null), declared }));
    expect(only(report)).toMatchObject({ status: 'compared', relation: 'inconclusive' });
    expect(only(report).sentence).toContain(`quality (${reason})`);
    expect(report.gate).toMatchObject({
      conclusion: 'incomplete',
      missing: [{ reason: `its quality is not known: ${reason}.` }],
    });
    const strict = judgeAgain(report, { ...report.policy, failOnInconclusive: true });
    expect(strict.gate.conclusion).toBe('failed');
  });

  it('is not held to a quality that the base never declared', () => {
    expect(only(concluded(halved(null, 75))).relation).toBe('dominates');
  });
});

it('declarations are kept in the report, so that another tolerance can be tried', () => {
  const report = gateReportSchema.parse(concluded(halved(76.1, 75)));
  const tolerant = judgeAgain(report, { ...report.policy, tolerances: { 'quality.top1': { absolute: 2 } } });
  expect(only(tolerant).relation).toBe('dominates');
});

describe('energy in a report', () => {
  const spent = (joules: number) => ({ joules, elapsedMs: 100, runs: 10, idleWatts: 5 });
  const metered = (head: number) =>
    measurement({
      meter: { domains: ['package-0'], stretchMs: 100 },
      rounds: Array.from({ length: 24 }, () =>
        round({
          base: processReadings({ energy: spent(2.5) }),
          control: processReadings({ energy: spent(2.5) }),
          head: processReadings({ energy: spent(head) }),
        }),
      ),
    });
  const rows = (head: number, given: Partial<Policy> = {}) =>
    only(concluded({ ...halved(null, null), measurement: metered(head) }, given));

  it('is what was spent above idle, for each inference, and decided like any timing', () => {
    // (2.5 J - 0.5 J) / 10 against (4.5 J - 0.5 J) / 10.
    const found = rows(4.5).comparisons.find(({ indicator }) => indicator === 'energy_per_inference');
    expect(found).toMatchObject({ base: { value: 0.2 }, head: { value: 0.4 }, verdict: 'regressed' });
    expect(found?.effect?.ratio).toBeCloseTo(2, 9);
  });

  it('gives carbon where the grid is known', () => {
    const model = rows(4.5, { gridIntensity: 360 });
    const carbon = model.comparisons.find(({ indicator }) => indicator === 'carbon_per_inference');
    expect(carbon?.base.value).toBeCloseTo(0.2 * 1e-4, 12);
    expect(model.unmeasured?.map(({ indicator }) => indicator)).toEqual(['cost_per_million']);
  });

  it('is open, and not negative, where no more was spent than an idle machine does', () => {
    const found = rows(0.4).comparisons.find(({ indicator }) => indicator === 'energy_per_inference');
    expect(found).toMatchObject({ verdict: 'inconclusive', head: { value: null } });
  });

  it('leaves the relation alone where there is no counter', () => {
    const plain = only(concluded(halved(null, null)));
    expect(plain.relation).toBe('dominates');
    expect(plain.comparisons.map(({ indicator }) => indicator)).not.toContain('energy_per_inference');
    expect(plain.sentence).not.toContain('energy');
  });
});
