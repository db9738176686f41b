/** Which model of the base became which model of the head, and whether its bytes changed. */
import { posix } from 'node:path';
import { matchModels, withMatches, type Match, type ModelRef } from './matching.js';
import type { Tree } from './tree.js';

export type { ModelRef } from './matching.js';

export interface ModelPair {
  /** The head's path, or the base's when the model was removed. Unique. */
  readonly name: string;
  /** `identical`: the same bytes, external data included. */
  readonly status: 'changed' | 'identical' | 'added' | 'removed';
  /** The base's path when it is another. */
  readonly renamedFrom: string | null;
  readonly base: ModelRef | null;
  readonly head: ModelRef | null;
}

export interface Side {
  /** Full commit id. */
  readonly sha: string;
  readonly tree: Tree;
}

export interface PairingQuestions {
  /** Whether a path is that of a model. */
  readonly selects: (path: string) => boolean;
  /** Locations of a model's external data, relative to its folder. Asked only where they may decide. */
  readonly externalDataOf: (model: ModelRef) => Promise<readonly string[]>;
  /** Counterparts by likeness of the contents, among models that have no other. */
  readonly alike: (removed: readonly ModelRef[], added: readonly ModelRef[]) => Promise<readonly Match[]>;
}

/**
 * Pairs the models of two commits.
 * @param base Null when there is none: every model is new.
 * @returns sorted by name.
 */
export async function pairModels(
  base: Side | null,
  head: Side,
  questions: PairingQuestions,
): Promise<ModelPair[]> {
  const before: Side = base ?? { sha: '', tree: new Map() };
  let matching = matchModels(modelsOf(before, questions.selects), modelsOf(head, questions.selects));
  const { removed, added } = matching;
  if (removed.length > 0 && added.length > 0) {
    matching = withMatches(matching, await questions.alike(removed, added));
  }
  // A change of another model is told as such; asking every neighbour about it would read them all. A glob may
  // select external data as well, which is no model by its name.
  const changed = changedPaths(before.tree, head.tree).filter(
    (path) => !(questions.selects(path) && path.endsWith('.onnx')),
  );
  const pairs: ModelPair[] = [];
  for (const match of matching.matches) {
    const same = await sameBytes(match, before.tree, head.tree, changed, questions.externalDataOf);
    const renamedFrom = match.base.path === match.head.path ? null : match.base.path;
    pairs.push({ name: match.head.path, status: same ? 'identical' : 'changed', renamedFrom, ...match });
  }
  for (const model of matching.removed) {
    pairs.push({ name: model.path, status: 'removed', renamedFrom: null, base: model, head: null });
  }
  for (const model of matching.added) {
    pairs.push({ name: model.path, status: 'added', renamedFrom: null, base: null, head: model });
  }
  return pairs.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function modelsOf({ tree, sha }: Side, selects: PairingQuestions['selects']): ModelRef[] {
  return [...tree.values()]
    .filter(({ kind, path }) => kind === 'file' && selects(path))
    .map(({ path, oid }) => ({ path, oid, sha }));
}

function changedPaths(base: Tree, head: Tree): string[] {
  const paths = new Set([...base.keys(), ...head.keys()]);
  return [...paths].filter((path) => base.get(path)?.oid !== head.get(path)?.oid);
}

/** A model is its file and its external data, which may have changed, or may not have moved along. */
async function sameBytes(
  { base, head }: Match,
  baseTree: Tree,
  headTree: Tree,
  changed: readonly string[],
  externalDataOf: PairingQuestions['externalDataOf'],
): Promise<boolean> {
  if (base.oid !== head.oid) return false;
  const [from, to] = [posix.dirname(base.path), posix.dirname(head.path)];
  if (from === to && !changed.some((path) => lies(path, to))) return true;
  const locations = await externalDataOf(head);
  return locations.every(
    (location) =>
      baseTree.get(posix.join(from, location))?.oid === headTree.get(posix.join(to, location))?.oid,
  );
}

const lies = (path: string, folder: string): boolean => folder === '.' || path.startsWith(`${folder}/`);
