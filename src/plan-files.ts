/** The plan of `compare`: two files, and of the action with `base-model` and `head-model`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Config, nameIn, namesCommands, scenariosFor } from './config.js';
import { declaredSides, type DeclaredFiles } from './declared/sources.js';
import { GateError } from './errors.js';
import type { ModelSource, Plan } from './plan.js';
import { copyModel } from './private-copy.js';

export interface PairOfFiles {
  /** As the user wrote them. */
  readonly base: string;
  readonly head: string;
  /** What relative paths are relative to. */
  readonly cwd: string;
  readonly config: Config;
  /** Whose they are: the user's `own`, the default, are used where they lie, `foreign` ones of a pull request copied. */
  readonly trust?: 'own' | 'foreign';
  /** What is declared of either; left out: nothing. */
  readonly declared?: DeclaredFiles;
}

const NO_COMMANDS =
  'The commands of the configuration (build, quality, benchmarks) were not run: they compare two commits, not two files.';

export function planFiles({
  base,
  head,
  cwd,
  config,
  trust = 'own',
  declared = UNDECLARED,
}: PairOfFiles): Plan {
  const source = trust === 'own' ? fileSource : copiedSource;
  return {
    base: { label: base, sha: null },
    head: { label: head, sha: null },
    models: scenariosFor(config, head).map((scenario) => ({
      name: nameIn(scenario, head),
      scenario,
      status: 'changed',
      base: source(base, cwd),
      head: source(head, cwd),
      declared: declaredSides(declared, { base, head }),
      warnings: [],
    })),
    config,
    inputFolder: cwd,
    warnings: namesCommands(config) ? [NO_COMMANDS] : [],
  };
}

const UNDECLARED: DeclaredFiles = { base: null, head: null };

/** Nothing may lead out of the working folder; of a file elsewhere, out of its own. */
function copiedSource(file: string, cwd: string): ModelSource {
  const absolute = path.resolve(cwd, file);
  const relative = path.relative(cwd, absolute);
  const inside = !relative.startsWith('..') && !path.isAbsolute(relative);
  const root = inside ? cwd : path.dirname(absolute);
  const place = path.relative(root, absolute).split(path.sep).join('/');
  return { path: file, open: (folder) => copyModel(root, place, folder) };
}

/** The user's own file is used where it lies. */
function fileSource(file: string, cwd: string): ModelSource {
  return {
    path: file,
    open: async () => {
      const absolute = path.resolve(cwd, file);
      const found = await stat(absolute).catch(() => null);
      if (found?.isFile() === true) return absolute;
      throw new GateError(
        'model',
        found === null ? `There is no file ${file}.` : `${file} is not a file.`,
        'Check the path.',
      );
    },
  };
}
