/**
 * THE pipeline: a plan becomes a report. Every stage is called here and nowhere else. What fails for one model
 * is recorded with that model and costs the others nothing.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { conclude, type ModelEvidence } from './conclude.js';
import { digestModel } from './digest.js';
import { type FailureKind, GateError } from './errors.js';
import { inspectModel, type InspectedModel } from './inspect.js';
import { settled } from './judge/settled.js';
import type { Logger } from './logger.js';
import type { Disturbance } from './measure/disturbance.js';
import { deadlineOf } from './measure/budget.js';
import { type Executor, withDeadline } from './measure/executor.js';
import { measureModels, type MeasureOutcome } from './measure/measure-models.js';
import type { Environment, Measurement } from './measure/measurement.js';
import type { ModelSource, Plan, PlannedModel } from './plan.js';
import { policyOf, timingDecisions } from './policy.js';
import type { GateReport, ModelSide, Policy } from './report.js';
import { minimumRounds } from './stats/sign-mixture.js';

export interface GateServices {
  readonly executor: Executor;
  readonly environment: () => Promise<Environment>;
  readonly readDisturbance: () => Promise<Disturbance>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** A private folder for copies of models; whoever made it removes it. */
  readonly folder: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Wall clock, for the report's date. */
  readonly now: () => Date;
}

/**
 * Counts, measures and judges every model of the plan.
 * @throws GateError only for what concerns the whole run, such as a runtime that cannot be loaded.
 */
export async function runGate(plan: Plan, services: GateServices): Promise<GateReport> {
  const measured = plan.models.filter(({ status }) => status === 'changed').length;
  const policy = policyOf(plan.config, timingDecisions(measured));
  const executor = withDeadline(services.executor, deadlineOf(plan.config.budget));
  // Described before anything is measured: what fails then costs no measurement.
  let described: Promise<Environment> | null = null;
  const environment = (): Promise<Environment> => (described ??= services.environment());
  const models: ModelEvidence[] = [];
  for (const [index, model] of plan.models.entries()) {
    const folder = path.join(services.folder, String(index));
    models.push(await gather(model, plan, policy, { ...services, executor, environment, folder }));
  }
  const measuredAny = models.some(({ measurement }) => measurement !== null);
  const { base, head, warnings } = plan;
  return conclude(
    {
      base,
      head,
      warnings: [...warnings],
      models,
      environment: measuredAny ? await environment() : null,
      createdAt: services.now(),
    },
    policy,
  );
}

/** Kinds of failure that concern one model and leave the others their chance. */
const OF_ONE_MODEL: ReadonlySet<FailureKind> = new Set(['model', 'input', 'revision', 'measurement']);

/** Everything that can be known of one model. What was had before a failure is kept. */
async function gather(
  model: PlannedModel,
  plan: Plan,
  policy: Policy,
  services: GateServices,
): Promise<ModelEvidence> {
  const evidence: ModelEvidence = {
    name: model.name,
    status: model.status === 'changed' ? 'compared' : model.status,
    base: null,
    head: null,
    measurement: null,
    problem: null,
    warnings: [...model.warnings],
  };
  try {
    if (services.signal.aborted)
      throw new GateError('measurement', 'The run was interrupted.', 'Run it again.');
    const base = await openSide(model.base, 'base', services.folder);
    evidence.base = base?.side ?? null;
    const head = await openSide(model.head, 'head', services.folder);
    evidence.head = head?.side ?? null;
    if (base !== null && base.side.sha256 === head?.side.sha256) return { ...evidence, status: 'identical' };
    const counted = {
      base: await countSide(base, model, plan, services),
      head: await countSide(head, model, plan, services),
    };
    const told = [...(counted.base?.warnings ?? []), ...(counted.head?.warnings ?? [])];
    evidence.warnings = [...new Set([...evidence.warnings, ...told])];
    if (counted.base === null || counted.head === null) return evidence;
    evidence.warnings.push(...unlikeBatches(counted.base, counted.head));
    await services.environment();
    const outcome = await measurePair(counted.base, counted.head, plan, policy, services);
    const { measurement } = outcome;
    const problem = outcome.problem ?? interruption(measurement);
    return problem === null ? { ...evidence, measurement } : failed({ ...evidence, measurement }, problem);
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !OF_ONE_MODEL.has(thrown.kind)) throw thrown;
    return failed(evidence, thrown);
  }
}

/** Who interrupts a run has not seen all that was planned: without a proof of worse, that is no pass. */
function interruption({ stopped, rounds, plannedRounds }: Measurement): GateError | null {
  if (stopped !== 'interrupted') return null;
  return new GateError(
    'measurement',
    `Measuring was interrupted after ${rounds.length} of ${plannedRounds} rounds.`,
    'Run it again.',
  );
}

function failed(evidence: ModelEvidence, { kind, message, next }: GateError): ModelEvidence {
  return { ...evidence, status: 'failed', problem: { kind, message, next } };
}

interface OpenedSide {
  readonly file: string;
  readonly side: ModelSide;
}

async function openSide(
  source: ModelSource | null,
  role: 'base' | 'head',
  folder: string,
): Promise<OpenedSide | null> {
  if (source === null) return null;
  const own = path.join(folder, role);
  await mkdir(own, { recursive: true });
  const file = await source.open(own);
  return { file, side: { path: source.path, sha256: await digestModel(file, source.path), profile: null } };
}

/** Counts a side and puts the profile into its place in the evidence. */
async function countSide(
  opened: OpenedSide | null,
  { settings }: PlannedModel,
  { config, inputFolder }: Plan,
  { executor, folder }: GateServices,
): Promise<InspectedModel | null> {
  if (opened === null) return null;
  const { file, side } = opened;
  const { threads, provider, seed } = config;
  const session = { threads, provider };
  const inspected = await inspectModel(
    { file, label: side.path, settings, inputFolder, session, seed },
    executor,
    folder,
  );
  side.profile = inspected.profile;
  return inspected;
}

function measurePair(
  base: InspectedModel,
  head: InspectedModel,
  { config }: Plan,
  policy: Policy,
  services: GateServices,
): Promise<MeasureOutcome> {
  const { threads, provider, seed, budget } = config;
  // Of unlike batches, runs are counted and not inferences: see unlikeBatches.
  const batch = base.feeds.batch === head.feeds.batch ? head.feeds.batch : 1;
  return measureModels(
    {
      base: { label: base.label, modelPath: base.file, feeds: base.feeds.feeds },
      head: { label: head.label, modelPath: head.file, feeds: head.feeds.feeds },
      session: { threads, provider },
      seed,
      budget,
      batch,
      minimumRounds: minimumRounds(policy),
      onRound: (rounds, emptyWorkerRssBytes) =>
        settled({ rounds: [...rounds], batch, emptyWorkerRssBytes }, policy),
    },
    services,
  );
}

/** Times of one inference say nothing about each other when they stand for different amounts of work. */
function unlikeBatches(base: InspectedModel, head: InspectedModel): string[] {
  const [before, after] = [base.feeds.batch, head.feeds.batch];
  if (before === after) return [];
  return [
    `The base is fed a batch of ${before}, the head one of ${after}: their times are those of unlike work. Set both with dims.`,
  ];
}
