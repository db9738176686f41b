/** Reports that state only what a test is about. */
import type { GateReport, ModelReport } from '../../src/report.js';

type Comparison = ModelReport['comparisons'][number];

export function comparison(overrides: Partial<Comparison> & Pick<Comparison, 'indicator'>): Comparison {
  return {
    label: overrides.indicator,
    unit: 'ms',
    better: 'lower',
    kind: 'measured',
    base: { value: 1, provenance: 'measured', reason: null },
    head: { value: 1, provenance: 'measured', reason: null },
    effect: { ratio: 1, low: 1, high: 1 },
    tolerance: { relative: 0.05 },
    verdict: 'equivalent',
    reason: null,
    rounds: 11,
    control: null,
    evidence: null,
    gated: true,
    required: true,
    ...overrides,
  };
}

export function modelReport(overrides: Partial<ModelReport> = {}): ModelReport {
  return {
    name: 'model.onnx',
    scenario: null,
    status: 'compared',
    base: null,
    head: null,
    measurement: null,
    profile: null,
    sweeps: [],
    tail: null,
    comparisons: [],
    relation: 'equivalent',
    sentence: 'Nothing changed.',
    problem: null,
    warnings: [],
    ...overrides,
  };
}

export function gateReport(overrides: Partial<GateReport> = {}): GateReport {
  return {
    schemaVersion: 1,
    tool: { name: 'efficiency-gate', version: '0.0.0' },
    createdAt: '2026-01-01T00:00:00Z',
    base: { label: 'main', sha: null },
    head: { label: 'smaller', sha: null },
    environment: null,
    policy: {
      alpha: 0.05,
      decisions: 8,
      tolerances: {},
      required: [],
      warnOnly: false,
      failOnInconclusive: false,
      maxImprovement: null,
      source: 'defaults',
    },
    models: [modelReport()],
    warnings: [],
    gate: { conclusion: 'passed', summary: 'Passed.', failures: [], missing: [], warnOnly: false },
    ...overrides,
  };
}
