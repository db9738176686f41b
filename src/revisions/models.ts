/** The models of two commits: which there are, how they pair, and how to get at them. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import type { Git } from './git.js';
import { writeContent } from './content.js';
import { alikeModels } from './likeness.js';
import { materialise, placeOf } from './materialise.js';
import { pairModels, type ModelPair, type ModelRef, type Side } from './pairing.js';
import type { RevisionRange } from './range.js';
import { readTree, type Tree } from './tree.js';

export interface ModelsOfRange {
  readonly pairs: readonly ModelPair[];
  readonly warnings: readonly string[];
  /**
   * Writes a model of one of the pairs, with its external data, to an empty private folder.
   * @returns the path of the model file.
   * @throws GateError of kind `revision` or `model`.
   */
  readonly open: (model: ModelRef, folder: string) => Promise<string>;
}

export interface ModelQuestions {
  /** Whether a path, from the root with slashes, is that of a model. */
  readonly selects: (path: string) => boolean;
  /** Locations of the external data that a model file refers to, relative to its folder. */
  readonly externalDataIn: (file: string, label: string) => Promise<readonly string[]>;
  /** A private folder for what has to be read in order to decide. */
  readonly folder: string;
}

/** @throws GateError of kind `revision`. */
export async function modelsOfRange(
  git: Git,
  { base, head }: Pick<RevisionRange, 'base' | 'head'>,
  { selects, externalDataIn, folder }: ModelQuestions,
): Promise<ModelsOfRange> {
  const headSide = await readSide(git, head.sha);
  const baseSide = base === null ? null : await readSide(git, base.sha);
  const treeOf = ({ sha }: ModelRef): Tree => (sha === baseSide?.sha ? baseSide.tree : headSide.tree);
  const warnings = strangers(headSide.tree, baseSide?.tree, selects);
  const pairs = await pairModels(baseSide, headSide, {
    selects,
    alike: (removed, added) => alikeModels(git, removed, added),
    externalDataOf: async (model) => {
      const label = placeOf(model.path, model);
      try {
        return await withFolder(folder, async (own) => {
          const file = path.join(own, 'model.onnx');
          await writeContent(git, model.oid, file, label);
          return externalDataIn(file, label);
        });
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        // A file that is no model has no external data; whoever counts it says what is wrong with it.
        if (thrown.kind !== 'model') warnings.push(`External data was not looked for: ${thrown.message}`);
        return [];
      }
    },
  });
  return {
    pairs,
    warnings,
    open: (model, into) => materialise(git, model, treeOf(model), into, externalDataIn),
  };
}

const readSide = async (git: Git, sha: string): Promise<Side> => ({ sha, tree: await readTree(git, sha) });

async function withFolder<Result>(parent: string, use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(parent, 'model-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const IN_WORDS = { symlink: 'a symbolic link', submodule: 'a submodule', file: 'a file' } as const;

/** What newly looks like a model of the head by its path and is none. */
function strangers(head: Tree, base: Tree | undefined, selects: ModelQuestions['selects']): string[] {
  return [...head.values()]
    .filter(
      ({ kind, path: place, oid }) => kind !== 'file' && base?.get(place)?.oid !== oid && selects(place),
    )
    .map(({ kind, path: place }) => `${place} is ${IN_WORDS[kind]}, not a model file: it is not compared.`);
}
