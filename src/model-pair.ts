/** The two sides of one model, taken through the stages: opened, counted, measured. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { digestModel } from './digest.js';
import { measuredIndicators } from './indicators.js';
import { inspectModel, type InspectedModel, tellWeightsRead } from './inspect.js';
import { Ledger } from './judge/ledger.js';
import type { Agreement } from './measure/agreement.js';
import { askAgreement } from './measure/ask-agreement.js';
import { measureModels, type MeasureOutcome, type Side } from './measure/measure-models.js';
import type { ModelSource, Plan, PlannedModel } from './plan.js';
import type { ModelSide, Policy } from './report.js';
import type { GateServices, MeteredServices } from './services.js';
import { minimumRounds } from './stats/certainty.js';

/** A side whose file is where the runtime can load it. */
export interface OpenedSide {
  readonly file: string;
  readonly side: ModelSide;
}

/**
 * Puts a side into place and digests it.
 * @param folder A private folder.
 * @throws GateError of kind `model` or `revision`.
 */
export async function openSide(
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

/**
 * Counts a side and puts the profile into its place in the evidence.
 * @throws GateError as `inspectModel` does.
 */
export async function countSide(
  opened: OpenedSide | null,
  { scenario }: PlannedModel,
  { config, inputFolder }: Plan,
  { executor, folder, logger }: GateServices,
): Promise<InspectedModel | null> {
  if (opened === null) return null;
  const { file, side } = opened;
  const { settings, session } = scenario;
  const inspected = await inspectModel(
    // Against the time that measuring takes, reading the weights is nothing; they are digested all the same.
    { file, label: side.path, settings, inputFolder, session, seed: config.seed, weights: 'read' },
    executor,
    folder,
  );
  side.profile = inspected.profile;
  tellWeightsRead(inspected, logger);
  return inspected;
}

/**
 * Counts both sides at once, as nothing is timed.
 * @throws GateError as `inspectModel` does: of the base where both fail.
 */
export async function countSides(
  { base, head }: Readonly<Record<'base' | 'head', OpenedSide | null>>,
  model: PlannedModel,
  plan: Plan,
  services: GateServices,
): Promise<Record<'base' | 'head', InspectedModel | null>> {
  const counted = await Promise.allSettled([
    countSide(base, model, plan, services),
    countSide(head, model, plan, services),
  ]);
  const [ofBase, ofHead] = counted;
  for (const outcome of counted) if (outcome.status === 'rejected') throw outcome.reason;
  return {
    base: ofBase.status === 'fulfilled' ? ofBase.value : null,
    head: ofHead.status === 'fulfilled' ? ofHead.value : null,
  };
}

/**
 * Measures both sides by turns until every timing is decided or the budget ends.
 * @param subject Digests of both, for the random orders.
 * @throws GateError as `measureModels` does.
 */
export function measurePair(
  base: InspectedModel,
  head: InspectedModel,
  subject: string,
  { scenario }: PlannedModel,
  { config }: Plan,
  policy: Policy,
  services: MeteredServices,
): Promise<MeasureOutcome> {
  const { seed, budget } = config;
  // Of unlike batches, runs are counted and not inferences: see unlikeBatches.
  const batch = base.feeds.batch === head.feeds.batch ? head.feeds.batch : 1;
  const indicators = measuredIndicators(
    services.energy.status === 'readable',
    services.device?.status === 'found',
  );
  let ledger: Ledger | null = null;
  return measureModels(
    {
      subject,
      base: sideOf(base),
      head: sideOf(head),
      session: scenario.session,
      seed,
      budget,
      batch,
      minimumRounds: minimumRounds(policy),
      onRound: (round, emptyWorkerRssBytes) => {
        ledger ??= new Ledger({ batch, emptyWorkerRssBytes }, policy, indicators);
        ledger.add(round);
        return ledger.settled;
      },
    },
    services,
  );
}

/** How far the outputs of both lie apart on the same inputs. */
export function agreementOf(
  { base, head }: { readonly base: InspectedModel; readonly head: InspectedModel },
  { scenario }: PlannedModel,
  { config }: Plan,
  { executor }: GateServices,
): Promise<Agreement> {
  return askAgreement({ base: sideOf(base), head: sideOf(head) }, scenario.session, config.seed, executor);
}

const sideOf = ({ label, file, feeds }: InspectedModel): Side => ({
  label,
  modelPath: file,
  feeds: feeds.feeds,
});

/** Times of one inference say nothing about each other when they stand for different amounts of work. */
export function unlikeBatches(base: InspectedModel, head: InspectedModel): string[] {
  const [before, after] = [base.feeds.batch, head.feeds.batch];
  if (before === after) return [];
  return [
    `The base is fed a batch of ${before}, the head one of ${after}: their times are those of unlike work. Set both with dims.`,
  ];
}
