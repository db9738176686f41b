/** The models that the build command makes: looked up in the worktrees of base and head after building. */
import path from 'node:path';
import { type Config, selectsModel, settingsFor } from './config.js';
import { digestModel } from './digest.js';
import { GateError } from './errors.js';
import type { ModelSource, PlannedModel } from './plan.js';
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
  workshop: Workshop,
): Promise<PlannedModel[]> {
  try {
    const before = base === null ? [] : await builtModels(config, base, workshop);
    const after = await builtModels(config, head, workshop);
    return pair(before, after, config);
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== 'command') throw thrown;
    const source: ModelSource = { path: BUILD, open: () => Promise.reject(thrown) };
    const settings = settingsFor(config, BUILD);
    return [{ name: BUILD, status: 'changed', base: source, head: source, settings, warnings: [] }];
  }
}

interface BuiltModel extends ModelRef {
  readonly file: string;
}

async function builtModels(config: Config, revision: Revision, workshop: Workshop): Promise<BuiltModel[]> {
  const folder = await workshop.at(revision);
  const models: BuiltModel[] = [];
  for (const place of await filesIn(folder)) {
    if (!selectsModel(config, place)) continue;
    const file = path.join(folder, ...place.split('/'));
    models.push({ path: place, file, sha: revision.sha, oid: await contentOf(file, place, revision) });
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

function pair(before: readonly BuiltModel[], after: readonly BuiltModel[], config: Config): PlannedModel[] {
  const { matches, removed, added } = matchModels(before, after);
  const files = new Map<ModelRef, string>([...before, ...after].map((model) => [model, model.file]));
  const source = (model: ModelRef): ModelSource => ({
    path: model.path,
    open: () => Promise.resolve(files.get(model) ?? model.path),
  });
  const planned = (
    name: string,
    status: PlannedModel['status'],
    base: ModelRef | null,
    head: ModelRef | null,
    warnings: string[] = [],
  ): PlannedModel => ({
    name,
    status,
    base: base === null ? null : source(base),
    head: head === null ? null : source(head),
    settings: settingsFor(config, name),
    warnings,
  });
  return [
    ...matches.flatMap(({ base, head }) => {
      const moved = base.path === head.path ? [] : [`${head.path} was ${base.path} in the base.`];
      if (base.oid !== head.oid) return [planned(head.path, 'changed', base, head, moved)];
      return moved.length === 0 ? [] : [planned(head.path, 'identical', base, head, moved)];
    }),
    ...removed.map((model) => planned(model.path, 'removed', model, null)),
    ...added.map((model) => planned(model.path, 'added', null, model)),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
}
