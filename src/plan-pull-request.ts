/** The plan of `pr` and of the action: the models that differ between two commits of a repository. */
import {
  CONFIG_PATH,
  type Config,
  defaultConfig,
  type Overrides,
  parseConfig,
  selectsModel,
  nameIn,
  namesCommands,
  scenariosFor,
  withOverrides,
} from './config.js';
import type { DeclaredFile } from './declared/declaration.js';
import { baseFault, declaredSides, type DeclaredFiles, parseIfAny } from './declared/sources.js';
import { GateError } from './errors.js';
import { externalDataLocations } from './onnx/reader.js';
import type { ModelSource, Plan, PlannedModel } from './plan.js';
import { planBenchmarks } from './plan-benchmarks.js';
import { planBuiltModels } from './plan-built-models.js';
import { planFiles } from './plan-files.js';
import { planQuality } from './plan-quality.js';
import { claimsOfTexts, type SourcedText } from './pull-request-claims.js';
import { type DeclaredPaths, readDeclaredSides } from './read-declared.js';
import { changedFiles } from './revisions/changes.js';
import type { Git } from './revisions/git.js';
import { commitMessages } from './revisions/messages.js';
import { type ModelsOfRange, modelsOfRange } from './revisions/models.js';
import type { ModelPair, ModelRef } from './revisions/pairing.js';
import { resolveRange, type Revision, type RevisionRange } from './revisions/range.js';
import type { ExplicitRefs, RevisionEvent } from './revisions/refs.js';
import { readTextAt } from './revisions/text.js';
import { parseWaivers, WAIVERS_PATH } from './waivers.js';
import { type CommandServices, createWorkshop, type Workshop } from './workshop.js';

/** Models on disk, and the files that declare their training and quality, relative to the repository. */
export interface GivenFiles {
  readonly base: string;
  readonly head: string;
  readonly declared?: DeclaredPaths;
}

export interface PullRequestRequest {
  /** The checked-out repository, absolute. */
  readonly repository: string;
  readonly event: RevisionEvent;
  readonly explicit: ExplicitRefs;
  /** Path of the configuration in the repository; its usual place when left out. */
  readonly configFile: string | undefined;
  /** A configuration that was read already, in place of the repository's. */
  readonly config?: Config | undefined;
  readonly overrides: Overrides;
  /** What runs the commands of the configuration; left out where none may run. */
  readonly commands?: CommandServices;
  /** What is said of the change beside its commits, in Markdown. */
  readonly texts?: readonly SourcedText[];
  /** Models that live outside of git, in place of the repository's. */
  readonly files?: GivenFiles | undefined;
}

/**
 * @param folder A private folder that outlives the plan.
 * @throws GateError of kind `revision` or `config`.
 */
export async function planPullRequest(request: PullRequestRequest, git: Git, folder: string): Promise<Plan> {
  const { repository, event, explicit, files } = request;
  if (files !== undefined) return planGivenFiles(request, files, git);
  const range = await resolveRange(git, event, explicit);
  const found = await configOf(request, range, git);
  const { config } = found;
  const declared = await declaredAt(range, config.declared, git);
  const waived = await waivedAt(range, git);
  const { workshop, warnings } = workshopOf(request, found);
  const changed = range.base === null ? null : await changedFiles(git, range.base.sha, range.head.sha);
  // Where no file changed, nothing that a command makes of the files did.
  const atWork = changed?.length === 0 ? null : workshop;
  const models =
    atWork === null || config.commands.builds.length === 0
      ? await committedModels(config, range, declared.files, git, folder)
      : { models: await planBuiltModels(config, range, declared.files, atWork), unchanged: [], warnings: [] };
  const benchmarks = atWork === null ? [] : planBenchmarks(config, range, changed, atWork);
  const measured = models.models.length + benchmarks.length > 0;
  const claimed =
    measured && config.claims !== 'off'
      ? await claimedIn(range, request.texts ?? [], git)
      : { claims: [], warnings: [] };
  return {
    base: range.base ?? { label: 'nothing', sha: null },
    head: range.head,
    models: atWork === null ? models.models : planQuality(models.models, range, atWork),
    // Beside what changed, there is something to choose from; alone they tell nothing new.
    unchanged: models.models.length === 0 ? [] : (models.unchanged ?? []),
    benchmarks,
    ...(config.claims === 'off' ? {} : { claims: claimed.claims }),
    waivers: waived.waivers,
    config,
    inputFolder: repository,
    warnings: [
      ...range.warnings,
      ...found.warnings,
      ...warnings,
      ...declared.warnings,
      ...models.warnings,
      ...claimed.warnings,
      ...waived.warnings,
    ],
  };
}

/** Whoever may change the configuration decides what runs: a pull request may not name commands of its own. */
function workshopOf(
  { commands }: PullRequestRequest,
  { config, headsOwn }: FoundConfig,
): { workshop: Workshop | null; warnings: string[] } {
  if (!namesCommands(config)) return { workshop: null, warnings: [] };
  if (commands !== undefined && !headsOwn)
    return { workshop: createWorkshop(config, commands), warnings: [] };
  return {
    workshop: null,
    warnings: [
      "The commands (build, quality, benchmarks) of the head's own configuration were not run: they run once the base has them, or when --config names the file.",
    ],
  };
}

async function committedModels(
  config: Config,
  range: RevisionRange,
  declared: DeclaredFiles,
  git: Git,
  folder: string,
): Promise<Pick<Plan, 'models' | 'unchanged' | 'warnings'>> {
  const models = await modelsOfRange(git, range, {
    selects: (path) => selectsModel(config, path),
    externalDataIn: externalDataLocations,
    folder,
  });
  const planned = (pairs: readonly ModelPair[]): PlannedModel[] =>
    pairs.flatMap((pair) => plannedModels(pair, models, config, declared));
  return {
    models: planned(models.pairs.filter(isTouched)),
    unchanged: planned(models.pairs.filter((pair) => !isTouched(pair))).filter(hasQuality),
    warnings: models.warnings,
  };
}

const hasQuality = ({ declared }: PlannedModel): boolean =>
  Object.keys(declared?.base?.quality ?? {}).length + Object.keys(declared?.head?.quality ?? {}).length > 0;

const isTouched = ({ status, renamedFrom }: ModelPair): boolean =>
  status !== 'identical' || renamedFrom !== null;

/** One for each scenario of the model. */
function plannedModels(
  { name, status, renamedFrom, base, head }: ModelPair,
  models: ModelsOfRange,
  config: Config,
  declared: DeclaredFiles,
): PlannedModel[] {
  const source = (model: ModelRef | null): ModelSource | null =>
    model === null ? null : { path: model.path, open: (folder) => models.open(model, folder) };
  return scenariosFor(config, name).map((scenario) => ({
    name: nameIn(scenario, name),
    scenario,
    status,
    base: source(base),
    head: source(head),
    declared: declaredSides(declared, { base: base?.path ?? null, head: head?.path ?? null }),
    warnings: renamedFrom === null ? [] : [`${name} was ${renamedFrom} in the base.`],
  }));
}

/** The declarations as they are in either commit. A base that cannot be read is warned of: no head can mend it. */
async function declaredAt(
  { base, head }: RevisionRange,
  file: string,
  git: Git,
): Promise<{ readonly files: DeclaredFiles; readonly warnings: readonly string[] }> {
  const read = async (side: string, revision: Revision | null): Promise<DeclaredFile | null> =>
    parseIfAny(
      revision === null ? null : await readTextAt(git, revision.sha, file),
      `${file} of the ${side}`,
    );
  const ofHead = await read('head', head);
  try {
    return { files: { base: await read('base', base), head: ofHead }, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== 'config') throw thrown;
    return { files: { base: null, head: ofHead }, warnings: [baseFault(thrown)] };
  }
}

/** What the change says of itself, in its commits as well. */
async function claimedIn(
  { base, head }: RevisionRange,
  texts: readonly SourcedText[],
  git: Git,
): Promise<Required<Pick<Plan, 'claims' | 'warnings'>>> {
  const { messages, missing } = await commitMessages(git, base?.sha ?? null, head.sha);
  const ofCommits = messages.map(({ sha, text }): SourcedText => ({ source: { kind: 'commit', sha }, text }));
  return {
    claims: claimsOfTexts([...texts, ...ofCommits]),
    warnings: missing === null ? [] : [`Not every commit message was read for claims: ${missing}.`],
  };
}

/**
 * The base's waivers. Where they cannot be read none counts, which no head can mend; the head's own must be right, and
 * count once the base has them.
 */
async function waivedAt(
  { base, head }: RevisionRange,
  git: Git,
): Promise<Required<Pick<Plan, 'waivers' | 'warnings'>>> {
  const ofHead = await readTextAt(git, head.sha, WAIVERS_PATH);
  if (ofHead !== null) parseWaivers(ofHead, `${WAIVERS_PATH} of the head`);
  try {
    const ofBase = base === null ? null : await readTextAt(git, base.sha, WAIVERS_PATH);
    if (ofBase !== null)
      return { waivers: parseWaivers(ofBase, `${WAIVERS_PATH} of the base`), warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !['config', 'revision'].includes(thrown.kind)) throw thrown;
    return { waivers: [], warnings: [`What the base waives does not count. ${thrown.message}`] };
  }
  const warnings =
    ofHead === null ? [] : [`The waivers of the head do not count before the base has ${WAIVERS_PATH}.`];
  return { waivers: [], warnings };
}

/** Models outside of git need no repository; where there is none, no configuration can come from its base. */
async function planGivenFiles(
  request: PullRequestRequest,
  { base, head, declared: { base: ofBase, head: ofHead } = {} }: GivenFiles,
  git: Git,
): Promise<Plan> {
  const { repository: cwd } = request;
  const range = await rangeIfAny(request, git);
  const found = await configOf(request, range, git);
  const { config } = found;
  const declared =
    ofBase === undefined && ofHead === undefined && range !== null
      ? await declaredAt(range, config.declared, git)
      : { files: await readDeclaredSides({ base: ofBase, head: ofHead }, cwd), warnings: [] };
  const plan = planFiles({ base, head, cwd, config, trust: 'foreign', declared: declared.files });
  return { ...plan, warnings: [...plan.warnings, ...found.warnings, ...declared.warnings] };
}

async function rangeIfAny({ event, explicit }: PullRequestRequest, git: Git): Promise<RevisionRange | null> {
  try {
    return await resolveRange(git, event, explicit);
  } catch (thrown) {
    if (thrown instanceof GateError && thrown.kind === 'revision') return null;
    throw thrown;
  }
}

interface FoundConfig {
  readonly config: Config;
  readonly warnings: readonly string[];
  /** Whether the base has none, and the head's was taken. */
  readonly headsOwn: boolean;
}

/** @throws GateError of kind `config`, or `usage` for overrides that make no sense. */
async function configOf(
  request: PullRequestRequest,
  range: RevisionRange | null,
  git: Git,
): Promise<FoundConfig> {
  const found = await recordedConfig(request, range, git);
  return { ...found, config: withOverrides(found.config, request.overrides) };
}

/** The base's configuration, so that a change cannot relax its own gate; the head's where the base has none. */
async function recordedConfig(
  { config, configFile }: PullRequestRequest,
  range: RevisionRange | null,
  git: Git,
): Promise<FoundConfig> {
  if (config !== undefined) return { config, warnings: [], headsOwn: false };
  const file = configFile ?? CONFIG_PATH;
  const read = async (
    side: 'base' | 'head',
    revision: Revision | null | undefined,
  ): Promise<Config | null> => {
    const text = revision == null ? null : await readTextAt(git, revision.sha, file);
    return text === null ? null : parseConfig(text, `${file} of the ${side}`, file);
  };
  const ofBase = await read('base', range?.base);
  if (ofBase !== null) return { config: ofBase, warnings: [], headsOwn: false };
  const ofHead = await read('head', range?.head);
  if (ofHead !== null) {
    return {
      config: ofHead,
      warnings: [`The base has no ${file}: the head's own configuration was used.`],
      headsOwn: true,
    };
  }
  if (configFile === undefined) return { config: defaultConfig(), warnings: [], headsOwn: false };
  throw new GateError(
    'config',
    `There is no ${configFile} in the base, nor in the head.`,
    'Commit it, or leave config-file out for the defaults.',
  );
}
