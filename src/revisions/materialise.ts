/** A model of a commit as files that the runtime can load: regular files of our own, and nothing has run. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import { writeContent } from './content.js';
import type { Git } from './git.js';
import type { ModelRef } from './matching.js';
import type { Tree } from './tree.js';

/**
 * Writes a model and its external data, which keeps its place relative to the model.
 * @param tree The files of the model's commit.
 * @param folder Private and empty.
 * @param externalDataIn Locations of the external data that a model file refers to, relative to its folder.
 * @returns the path of the model file.
 * @throws GateError of kind `revision` or `model`.
 */
export async function materialise(
  git: Git,
  model: ModelRef,
  tree: Tree,
  folder: string,
  externalDataIn: (file: string, label: string) => Promise<readonly string[]>,
): Promise<string> {
  const name = path.posix.basename(model.path);
  const file = path.join(folder, name);
  await writeContent(git, model.oid, file, placeOf(model.path, model));
  const locations = new Set(await externalDataIn(file, placeOf(model.path, model)));
  locations.delete(name);
  for (const location of locations) await writeExternalData(git, model, tree, folder, location);
  return file;
}

async function writeExternalData(
  git: Git,
  model: ModelRef,
  tree: Tree,
  folder: string,
  location: string,
): Promise<void> {
  const refuse = (why: string, next: string): GateError =>
    new GateError(
      'model',
      `${placeOf(model.path, model)} refers to external data at ${JSON.stringify(location)}, ${why}.`,
      next,
    );
  if (!staysInside(location)) {
    throw refuse('which is no path inside its folder', 'Export the model with its data beside it.');
  }
  const source = path.posix.join(path.posix.dirname(model.path), location);
  const entry = tree.get(source);
  if (entry === undefined) throw refuse('which is not in that commit', 'Commit the data with the model.');
  if (entry.kind !== 'file') throw refuse(`which is a ${entry.kind}`, 'Commit the data itself.');
  const target = path.join(folder, ...location.split('/'));
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeContent(git, entry.oid, target, placeOf(source, model));
}

/** Whatever the platform takes for a separator. */
function staysInside(location: string): boolean {
  const segments = location.split(/[/\\]/);
  return segments.every((segment) => !['', '.', '..'].includes(segment) && !/[\0:]/.test(segment));
}

/** A file of a model's commit, for messages. */
export const placeOf = (place: string, { sha }: ModelRef): string => `${place} at ${sha.slice(0, 7)}`;
