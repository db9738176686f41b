/** From evidence to a report: comparing, judging and concluding, without measuring. What `judge` does again. */
import { EFFICIENCY_GATE_VERSION } from './version.js';
import { compareCounted, compareIdentical, compareMeasured, compareUnmeasured } from './judge/comparison.js';
import { ALL_QUALITY, QUALITY_PREFIX } from './indicators.js';
import { causesOf } from './judge/causes/causes-of.js';
import { compareTraining } from './judge/declared-comparison.js';
import { compareDerived } from './judge/derived-comparison.js';
import { type GivenAcknowledgement, judgeAcknowledgements } from './judge/acknowledgement.js';
import { judgeClaims } from './judge/claims/judge-claims.js';
import type { SourcedClaim } from './judge/claims/ruling.js';
import { judgeFleet } from './judge/fleet/judge-fleet.js';
import { findingsOf } from './judge/findings.js';
import { concludeGate } from './judge/gate.js';
import type { Comparison, Unmeasured } from './judge/judgement.js';
import { tailLatency } from './judge/tail-latency.js';
import { frontsOf } from './judge/pareto.js';
import { judgeModel } from './judge/judge-model.js';
import { isMetered } from './judge/measured-comparison.js';
import { ownIndicators, ownPolicy, ownUnmeasured } from './judge/own-indicators.js';
import { compareQuality } from './judge/quality-comparison.js';
import { describeSetUp } from './judge/set-up.js';
import { unmeasuredOf } from './judge/unmeasured.js';
import type { Environment, Measurement } from './measure/measurement.js';
import { environmentOf, REPORT_VERSION, type GateReport, type ModelReport, type Policy } from './report.js';

/** What is known of one model before anybody judges it. */
export type ModelEvidence = Pick<
  ModelReport,
  | 'name'
  | 'machine'
  | 'environment'
  | 'scenario'
  | 'status'
  | 'base'
  | 'head'
  | 'measurement'
  | 'profile'
  | 'sweeps'
  | 'declared'
  | 'agreement'
  | 'problem'
  | 'warnings'
>;

export interface RunEvidence extends Pick<
  GateReport,
  | 'base'
  | 'head'
  | 'warnings'
  | 'pullRequest'
  | 'shard'
  | 'machines'
  | 'shardFaults'
  | 'unchanged'
  | 'unchangedLeftOut'
  | 'creep'
> {
  readonly models: readonly ModelEvidence[];
  /** What is claimed of the models; left out where nobody read it. */
  readonly claims?: readonly SourcedClaim[];
  /** Who answers for what got worse; left out where nobody looked. */
  readonly acknowledgements?: readonly GivenAcknowledgement[];
  /** Null when nothing was measured. */
  readonly environment: Environment | null;
  readonly createdAt: Date;
}

/** Judges all evidence of a run under one policy. Pure. */
export function conclude(run: RunEvidence, policy: Policy): GateReport {
  const models = run.models.map((model) => concludeModel(model, environmentOf(run, model), policy));
  const fronts = frontsOf(models, run.unchanged);
  const statements = judgeStatements(run, models, policy);
  return {
    schemaVersion: REPORT_VERSION,
    tool: { name: 'efficiency-gate', version: EFFICIENCY_GATE_VERSION },
    createdAt: run.createdAt.toISOString(),
    base: run.base,
    head: run.head,
    ...(run.pullRequest === undefined ? {} : { pullRequest: run.pullRequest }),
    ...(run.shard === undefined ? {} : { shard: run.shard }),
    environment: run.environment,
    ...(run.machines === undefined ? {} : { machines: run.machines }),
    ...(run.shardFaults === undefined ? {} : { shardFaults: run.shardFaults }),
    policy,
    models,
    ...(run.unchanged === undefined ? {} : { unchanged: run.unchanged }),
    ...(run.unchangedLeftOut === undefined ? {} : { unchangedLeftOut: run.unchangedLeftOut }),
    ...(fronts.length === 0 ? {} : { fronts }),
    ...(run.machines === undefined ? {} : { fleet: fleetOf(models, run.machines, policy) }),
    ...statements,
    ...(run.creep === undefined ? {} : { creep: run.creep }),
    warnings: run.warnings,
    gate: concludeGate(models, policy, {
      ...statements,
      inPullRequest: run.pullRequest !== undefined,
      ...(run.shardFaults === undefined ? {} : { shardFaults: run.shardFaults }),
    }),
  };
}

/** What can be learnt of a run after it was measured. */
export type LaterEvidence = Pick<RunEvidence, 'claims' | 'acknowledgements' | 'pullRequest' | 'warnings'>;

/** The same evidence under another policy, with what was learnt since. */
export function judgeAgain(
  report: GateReport,
  policy: Policy,
  learnt: Partial<LaterEvidence> = {},
): GateReport {
  return conclude({ ...report, ...learnt, createdAt: new Date(report.createdAt) }, policy);
}

/** Claims, and who answers for what got worse. Where no model was touched, no claim is about one. */
function judgeStatements(
  { claims, acknowledgements, environment, createdAt }: RunEvidence,
  models: readonly ModelReport[],
  policy: Policy,
): Pick<GateReport, 'claims' | 'acknowledgements'> {
  const compared = models.filter(({ status }) => status !== 'added' && status !== 'removed');
  const { regressed } = findingsOf(models, null);
  return {
    ...(claims === undefined || models.length === 0 || policy.claims === 'off'
      ? {}
      : { claims: judgeClaims(claims, { models: compared, environment }) }),
    ...(acknowledgements === undefined
      ? {}
      : { acknowledgements: judgeAcknowledgements(acknowledgements, regressed, createdAt) }),
  };
}

/** What the machines say together of each model. */
function fleetOf(
  models: readonly ModelReport[],
  machines: NonNullable<GateReport['machines']>,
  policy: Policy,
): NonNullable<GateReport['fleet']> {
  const onMachines = models.map((model) => {
    const { measurement, comparisons, environment = null } = model;
    return {
      ...model,
      needed: neededOf(measurement, comparisons, policy),
      setUp: measurement === null ? null : describeSetUp({ environment, measurement }),
    };
  });
  return judgeFleet(onMachines, machines);
}

function concludeModel(model: ModelEvidence, environment: Environment | null, run: Policy): ModelReport {
  const { measurement } = model;
  const policy = measurement?.harness === undefined ? run : ownPolicy(run, measurement.harness);
  const comparisons = compare(model, policy);
  const tail = measurement === null ? null : tailLatency(measurement);
  const unmeasured = measurement === null ? [] : unmeasuredIn(measurement, policy);
  const causes = causesOf({ ...model, comparisons });
  const judged = {
    ...pickEvidence(model),
    ...(unmeasured.length === 0 ? {} : { unmeasured }),
    comparisons,
    tail,
    ...(causes.length === 0 ? {} : { causes }),
  };
  if (comparisons.length === 0) return { ...judged, relation: null, sentence: sentenceAlone(model) };
  const required = neededOf(measurement, comparisons, run);
  const { relation, sentence } = judgeModel(comparisons, required, { environment, measurement });
  return {
    ...judged,
    relation,
    sentence:
      model.status === 'identical' ? 'Base and head are the same bytes: nothing to measure.' : sentence,
  };
}

function compare(model: ModelEvidence, policy: Policy): Comparison[] {
  const { base, head, measurement } = model;
  if (model.status === 'identical') return compareIdentical(head?.profile ?? null, policy);
  if (measurement?.harness !== undefined)
    return compareMeasured(measurement, policy, ownIndicators(measurement.harness, isMetered(measurement)));
  if (base?.profile == null || head?.profile == null) return [];
  const { base: before = null, head: after = null, unevaluated } = model.declared ?? {};
  const known = [
    ...compareCounted(base.profile, head.profile, policy),
    ...(measurement === null
      ? compareUnmeasured('it was not measured', policy)
      : compareMeasured(measurement, policy)),
  ];
  return [
    ...known,
    ...compareDerived(known, measurement?.batch ?? null, policy),
    ...compareTraining(before, after, policy),
    ...compareQuality(before, after, policy, unevaluated),
  ];
}

const unmeasuredIn = ({ harness, meter, device }: Measurement, policy: Policy): Unmeasured[] =>
  harness === undefined ? unmeasuredOf(meter, policy, device) : ownUnmeasured(harness, meter);

/** Indicators that the relation needs. What a benchmark reports may have any name: no word stands for others there. */
function neededOf(
  measurement: Measurement | null,
  comparisons: readonly Comparison[],
  run: Policy,
): readonly string[] {
  return measurement?.harness === undefined
    ? requiredOf(comparisons, run)
    : ownPolicy(run, measurement.harness).required;
}

/** The declared metrics, of which each model has its own, in place of the word that stands for all of them. */
function requiredOf(comparisons: readonly Comparison[], { required }: Policy): string[] {
  const quality = comparisons.filter(({ indicator, required: needed }) => needed && isQuality(indicator));
  return [...required.filter((id) => id !== ALL_QUALITY), ...quality.map(({ indicator }) => indicator)];
}

const isQuality = (indicator: string): boolean =>
  indicator === ALL_QUALITY || indicator.startsWith(QUALITY_PREFIX);

function sentenceAlone({ status, problem }: ModelEvidence): string {
  if (status === 'added') return 'New in the head: there is nothing to compare it with.';
  if (status === 'removed') return 'Removed in the head.';
  return `Not compared: ${problem?.message ?? 'no reason was recorded'}`;
}

/** Of a report's model what is evidence, without what an earlier judgement added. */
function pickEvidence(model: ModelEvidence): ModelEvidence {
  const { name, scenario, status, base, head, measurement, profile, sweeps, problem, warnings } = model;
  const { declared, agreement, machine, environment } = model;
  return {
    name,
    ...(machine === undefined ? {} : { machine }),
    ...(environment === undefined ? {} : { environment }),
    scenario,
    status,
    base,
    head,
    measurement,
    profile,
    sweeps,
    ...(declared === undefined ? {} : { declared }),
    ...(agreement === undefined ? {} : { agreement }),
    problem,
    warnings,
  };
}
