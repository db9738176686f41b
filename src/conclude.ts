/** From evidence to a report: comparing, judging and concluding, without measuring. What `judge` does again. */
import { EFFICIENCY_GATE_VERSION } from './version.js';
import { compareCounted, compareIdentical, compareMeasured, compareUnmeasured } from './judge/comparison.js';
import { concludeGate } from './judge/gate.js';
import type { Comparison } from './judge/judgement.js';
import { tailLatency } from './judge/tail-latency.js';
import { judgeModel } from './judge/judge-model.js';
import { ownIndicators, ownPolicy } from './judge/own-indicators.js';
import type { JudgePolicy } from './judge/policy.js';
import type { Environment } from './measure/measurement.js';
import { REPORT_VERSION, type GateReport, type ModelReport, type Policy } from './report.js';

/** What is known of one model before anybody judges it. */
export type ModelEvidence = Pick<
  ModelReport,
  | 'name'
  | 'scenario'
  | 'status'
  | 'base'
  | 'head'
  | 'measurement'
  | 'profile'
  | 'sweeps'
  | 'problem'
  | 'warnings'
>;

export interface RunEvidence extends Pick<GateReport, 'base' | 'head' | 'warnings'> {
  readonly models: readonly ModelEvidence[];
  /** Null when nothing was measured. */
  readonly environment: Environment | null;
  readonly createdAt: Date;
}

/** Judges all evidence of a run under one policy. Pure. */
export function conclude(run: RunEvidence, policy: Policy): GateReport {
  const models = run.models.map((model) => concludeModel(model, run.environment, policy));
  return {
    schemaVersion: REPORT_VERSION,
    tool: { name: 'efficiency-gate', version: EFFICIENCY_GATE_VERSION },
    createdAt: run.createdAt.toISOString(),
    base: run.base,
    head: run.head,
    environment: run.environment,
    policy,
    models,
    warnings: run.warnings,
    gate: concludeGate(models, policy),
  };
}

/** The same evidence under another policy. */
export function judgeAgain(report: GateReport, policy: Policy): GateReport {
  return conclude({ ...report, createdAt: new Date(report.createdAt) }, policy);
}

function concludeModel(model: ModelEvidence, environment: Environment | null, run: Policy): ModelReport {
  const { measurement } = model;
  const policy = measurement?.harness === undefined ? run : ownPolicy(run, measurement.harness);
  const comparisons = compare(model, policy);
  const tail = measurement === null ? null : tailLatency(measurement);
  const judged = { ...pickEvidence(model), comparisons, tail };
  if (comparisons.length === 0) return { ...judged, relation: null, sentence: sentenceAlone(model) };
  const { relation, sentence } = judgeModel(comparisons, policy.required, { environment, measurement });
  return {
    ...judged,
    relation,
    sentence:
      model.status === 'identical' ? 'Base and head are the same bytes: nothing to measure.' : sentence,
  };
}

function compare(model: ModelEvidence, policy: JudgePolicy): Comparison[] {
  const { base, head, measurement } = model;
  if (model.status === 'identical') return compareIdentical(head?.profile ?? null, policy);
  if (measurement?.harness !== undefined)
    return compareMeasured(measurement, policy, ownIndicators(measurement.harness));
  if (base?.profile == null || head?.profile == null) return [];
  return [
    ...compareCounted(base.profile, head.profile, policy),
    ...(measurement === null
      ? compareUnmeasured('it was not measured', policy)
      : compareMeasured(measurement, policy)),
  ];
}

function sentenceAlone({ status, problem }: ModelEvidence): string {
  if (status === 'added') return 'New in the head: there is nothing to compare it with.';
  if (status === 'removed') return 'Removed in the head.';
  return `Not compared: ${problem?.message ?? 'no reason was recorded'}`;
}

/** Of a report's model what is evidence, without what an earlier judgement added. */
function pickEvidence({
  name,
  scenario,
  status,
  base,
  head,
  measurement,
  profile,
  sweeps,
  problem,
  warnings,
}: ModelEvidence): ModelEvidence {
  return { name, scenario, status, base, head, measurement, profile, sweeps, problem, warnings };
}
