/**
 * THE pipeline: a plan becomes a report. Every stage is called here and nowhere else. What fails for one model
 * is recorded with that model and costs the others nothing.
 */
import path from 'node:path';
import { decisionsOf, gatherBenchmark, openBenchmark, type OpenedBenchmark } from './benchmark-pair.js';
import { checkPlacements, placementWarnings } from './check-placement.js';
import { conclude, type ModelEvidence } from './conclude.js';
import { type CountedUnchanged, countUnchanged } from './count-unchanged.js';
import { declarationsOf } from './evaluate-pair.js';
import { refuseInterrupted, withFailure, withMeasurement } from './evidence.js';
import { findInstruments, type Instruments, NO_INSTRUMENTS, visibleDevice } from './instruments.js';
import { deadlineOf } from './measure/budget.js';
import { deviceWarnings } from './measure/device/device.js';
import { type Executor, withBounds } from './measure/executor.js';
import type { Environment } from './measure/measurement.js';
import { memoryLimits } from './measure/sandbox/limits.js';
import { agreementOf, countSides, measurePair, openSide, unlikeBatches } from './model-pair.js';
import type { Plan, PlannedModel } from './plan.js';
import { profileOperators } from './profile-operators.js';
import { policyOf, timingDecisions } from './policy.js';
import { interimWarnings, type Turn, unreached } from './progress.js';
import type { GateReport, Policy } from './report.js';
import { sweepPair } from './sweep-pair.js';
import type { GateServices, MeteredServices } from './services.js';

/**
 * Counts, measures and judges every model of the plan, and measures and judges every benchmark.
 * @throws GateError only for what concerns the whole run, such as a runtime that cannot be loaded.
 */
export async function runGate(plan: Plan, services: GateServices): Promise<GateReport> {
  const measured = plan.models.filter(({ status }) => status === 'changed').length;
  const benchmarks: OpenedBenchmark[] = [];
  for (const benchmark of plan.benchmarks ?? [])
    benchmarks.push(await openBenchmark(benchmark, plan.config, services));
  const runnable = benchmarks.filter(({ ready }) => ready !== null).length;
  const { budget, workerMemory, provider, device } = plan.config;
  const changed = plan.models.filter(({ status }) => status === 'changed').map(providerOf);
  const instruments = await findInstruments(
    [...changed, ...(runnable > 0 ? [provider] : [])],
    device,
    services,
  );
  const of = (accelerator: string): Instruments => instruments.get(accelerator) ?? NO_INSTRUMENTS;
  const metered = [...instruments.values()].some(({ energy }) => energy.status === 'readable');
  const own = benchmarks.reduce((sum, benchmark) => sum + decisionsOf(benchmark, metered), 0);
  const onDevice = changed.filter((accelerator) => of(accelerator).device?.status === 'found').length;
  const decisions = timingDecisions(measured, { own, metered, onDevice });
  const { shard } = plan;
  const policy = policyOf(plan.config, Math.max(decisions, shard?.fleetDecisions ?? 0));
  const executorFor = (accelerator: string): Executor =>
    withBounds(services.executor, {
      deadlineS: deadlineOf(budget),
      memory: memoryLimits(workerMemory, accelerator),
      provider: accelerator,
      ...visibleDevice(of(accelerator)),
    });
  // Described before anything is measured: what fails then costs no measurement.
  let described: Promise<Environment> | null = null;
  const environment = (): Promise<Environment> =>
    (described ??= services.environment({ runtime: measured > 0, executor: executorFor(provider) }));
  const models: ModelEvidence[] = [];
  let unchanged: CountedUnchanged = { counted: [], leftOut: 0 };
  const turns = turnsOf(plan, benchmarks);
  /** The run as it stands, with what has not had its turn. */
  const report = async (): Promise<GateReport> => {
    const left = turns.slice(models.length);
    const measuredAny = models.some(({ measurement }) => measurement !== null);
    const { base, head, warnings } = plan;
    return conclude(
      {
        base,
        head,
        warnings: [...interimWarnings(left), ...warnings],
        models: [...models, ...left.map(unreached)],
        ...(unchanged.counted.length === 0 ? {} : { unchanged: [...unchanged.counted] }),
        ...(unchanged.leftOut === 0 ? {} : { unchangedLeftOut: unchanged.leftOut }),
        environment: measuredAny ? await environment() : null,
        createdAt: services.now(),
        ...(shard === undefined
          ? {}
          : { shard: { machine: shard.machine, index: shard.index, of: shard.of, decisions } }),
        ...(plan.claims === undefined ? {} : { claims: plan.claims }),
        ...(plan.waivers === undefined
          ? {}
          : { acknowledgements: plan.waivers.map((waiver) => ({ kind: 'waiver' as const, ...waiver })) }),
      },
      policy,
    );
  };
  unchanged = await countUnchanged(plan, { ...services, executor: executorFor(provider) });
  // Whoever cannot be told of progress says so before anything is measured.
  await services.onProgress?.(await report());
  const finished = async (evidence: ModelEvidence): Promise<void> => {
    models.push(evidence);
    await services.onProgress?.(await report());
  };
  for (const [index, model] of plan.models.entries()) {
    const folder = path.join(services.folder, String(index));
    const executor = executorFor(providerOf(model));
    const equipped = { ...services, ...of(providerOf(model)), executor, environment, folder };
    await finished(await gather(model, plan, policy, equipped));
  }
  for (const benchmark of benchmarks) {
    await finished(
      await gatherBenchmark(benchmark, plan.config, policy, { ...services, ...of(provider), environment }),
    );
  }
  return report();
}

const turnsOf = (plan: Plan, benchmarks: readonly OpenedBenchmark[]): Turn[] => [
  ...plan.models.map(({ name, scenario }) => ({ name, scenario: scenario.name })),
  ...benchmarks.map(({ evidence: { name, scenario } }) => ({ name, scenario })),
];

const providerOf = ({ scenario }: PlannedModel): string => scenario.session.provider;

/** Everything that can be known of one model. What was had before a failure is kept. */
async function gather(
  model: PlannedModel,
  plan: Plan,
  policy: Policy,
  services: MeteredServices,
): Promise<ModelEvidence> {
  const evidence: ModelEvidence = {
    name: model.name,
    scenario: model.scenario.name,
    status: model.status === 'changed' ? 'compared' : model.status,
    base: null,
    head: null,
    measurement: null,
    profile: null,
    sweeps: [],
    ...(model.declared === undefined ? {} : { declared: model.declared }),
    problem: null,
    warnings: [...model.warnings],
  };
  try {
    refuseInterrupted(services.signal);
    const base = await openSide(model.base, 'base', services.folder);
    evidence.base = base?.side ?? null;
    const head = await openSide(model.head, 'head', services.folder);
    evidence.head = head?.side ?? null;
    if (base !== null && base.side.sha256 === head?.side.sha256) return { ...evidence, status: 'identical' };
    // The machine is described meanwhile, and fails the run where it cannot be.
    const describing = base === null || head === null ? null : services.environment();
    describing?.catch(() => undefined);
    const counted = await countSides({ base, head }, model, plan, services);
    const told = [...(counted.base?.warnings ?? []), ...(counted.head?.warnings ?? [])];
    evidence.warnings = [...new Set([...evidence.warnings, ...told])];
    if (counted.base === null || counted.head === null) return evidence;
    evidence.warnings.push(...unlikeBatches(counted.base, counted.head));
    const { declared, warnings } = await declarationsOf(model);
    if (declared !== undefined) evidence.declared = declared;
    evidence.warnings.push(...warnings);
    await describing;
    const sides = { base: counted.base, head: counted.head };
    evidence.warnings.push(
      ...(await checkPlacements(sides, model.scenario.session, plan.config.seed, services)),
    );
    const subject = `${evidence.base?.sha256 ?? ''} ${evidence.head?.sha256 ?? ''}`;
    const outcome = await measurePair(counted.base, counted.head, subject, model, plan, policy, services);
    evidence.measurement = outcome.measurement;
    evidence.warnings.push(...deviceWarnings(outcome.measurement.rounds));
    const measured = withMeasurement(evidence, outcome);
    if (measured.status === 'failed') return measured;
    evidence.agreement = await agreementOf(sides, model, plan, services);
    evidence.profile = await profileOperators(sides, outcome.measurement, services.executor, services.folder);
    evidence.warnings.push(...placementWarnings(evidence.profile));
    evidence.sweeps = await sweepPair(sides, model, plan, outcome.measurement, services);
    return evidence;
  } catch (thrown) {
    return withFailure(evidence, thrown);
  }
}
