/** The models that build commands make: looked up in the worktrees of base and head after building. */
import path from 'node:path';
import { type Config, nameIn, type Scenario, scenariosFor, selectsModel, settingsFor } from './config.js';
import { declaredSides, type DeclaredFiles } from './declared/sources.js';
import { digestModel } from './digest.js';
import { GateError } from './errors.js';
import type { ModelSource, PlannedModel } from './plan.js';
import { copyModel } from './private-copy.js';
import { matchModels, type ModelRef } from './revisions/matching.js';
import type { Revision, RevisionRange } from './revisions/range.js';
import { filesIn } from './revisions/working-files.js';
import type { Workshop } from './workshop.js';

/** What stands in the report for models that nobody got to see. */
const BUILD = 'build-command';

/** Builds both sides. A build that fails becomes a model that cannot be opened, so that the report tells. */
export async function planBuiltModels(
  config: Config,
  { base, head }: Pick<RevisionRange, 'base' | 'head'>,
  declared: DeclaredFiles,
  workshop: Workshop,
): Promise<PlannedModel[]> {
  try {
    const before = base === null ? [] : await builtModels(config, base, workshop);
    const after = await builtModels(config, head, workshop);
    return pair(before, after, config, declared);
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== 'command') throw thrown;
    const source: ModelSource = { path: BUILD, open: () => Promise.reject(thrown) };
    const { threads, provider } = config;
    const scenario: Scenario = {
      name: null,
      settings: settingsFor(config, BUILD),
      session: { threads, provider },
    };
    return [{ name: BUILD, scenario, status: 'changed', base: source, head: source, warnings: [] }];
  }
}

interface BuiltModel extends ModelRef {
  /** The worktree that it was built in. */
  readonly folder: string;
}

async function builtModels(config: Config, revision: Revision, workshop: Workshop): Promise<BuiltModel[]> {
  const folder = await workshop.at(revision);
  const models: BuiltModel[] = [];
  for (const place of await filesIn(folder)) {
    if (!selectsModel(config, place)) continue;
    const file = path.join(folder, ...place.split('/'));
    models.push({ path: place, folder, sha: revision.sha, oid: await contentOf(file, place, revision) });
  }
  return models;
}

/** A file that is no model is like no other; whoever opens it says what is wrong with it. */
async function contentOf(file: string, place: string, { sha }: Revision): Promise<string> {
  try {
    return await digestModel(file, place);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return `${sha} ${place}`;
  }
}

function pair(
  before: readonly BuiltModel[],
  after: readonly BuiltModel[],
  config: Config,
  declared: DeclaredFiles,
): PlannedModel[] {
  const { matches, removed, added } = matchModels(before, after);
  const folders = new Map<ModelRef, string>([...before, ...after].map((model) => [model, model.folder]));
  const source = (model: ModelRef): ModelSource => ({
    path: model.path,
    // What a build left there is not what we measure: a background process of it could exchange the file.
    open: (folder) => copyModel(folders.get(model) ?? '', model.path, folder),
  });
  const sides = [
    ...matches.map(({ base, head }) => ({ name: head.path, base, head })),
    ...removed.map((base) => ({ name: base.path, base, head: null })),
    ...added.map((head) => ({ name: head.path, base: null, head })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  return sides.flatMap(({ name, base, head }): PlannedModel[] => {
    const moved = base !== null && head !== null && base.path !== head.path;
    const status = statusOf(base, head);
    if (status === 'identical' && !moved) return [];
    return scenariosFor(config, name).map((scenario) => ({
      name: nameIn(scenario, name),
      scenario,
      status,
      base: base === null ? null : source(base),
      head: head === null ? null : source(head),
      declared: declaredSides(declared, { base: base?.path ?? null, head: head?.path ?? null }),
      warnings: moved ? [`${name} was ${base.path} in the base.`] : [],
    }));
  });
}

function statusOf(base: ModelRef | null, head: ModelRef | null): PlannedModel['status'] {
  if (base === null) return 'added';
  if (head === null) return 'removed';
  return base.oid === head.oid ? 'identical' : 'changed';
}
