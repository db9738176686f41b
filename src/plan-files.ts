/** The plan of `compare`: two files, and of the action with `base-model` and `head-model`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Config, nameIn, namesCommands, scenariosFor } from './config.js';
import { declaredSides, type DeclaredFiles } from './declared/sources.js';
import { GateError } from './errors.js';
import type { ModelSource, Plan } from './plan.js';

export interface PairOfFiles {
  /** As the user wrote them. */
  readonly base: string;
  readonly head: string;
  /** What relative paths are relative to. */
  readonly cwd: string;
  readonly config: Config;
  /** What is declared of either; left out: nothing. */
  readonly declared?: DeclaredFiles;
}

const NO_COMMANDS =
  'The commands of the configuration (build, quality, benchmarks) were not run: they compare two commits, not two files.';

export function planFiles({ base, head, cwd, config, declared = UNDECLARED }: PairOfFiles): Plan {
  return {
    base: { label: base, sha: null },
    head: { label: head, sha: null },
    models: scenariosFor(config, head).map((scenario) => ({
      name: nameIn(scenario, head),
      scenario,
      status: 'changed',
      base: fileSource(base, cwd),
      head: fileSource(head, cwd),
      declared: declaredSides(declared, { base, head }),
      warnings: [],
    })),
    config,
    inputFolder: cwd,
    warnings: namesCommands(config) ? [NO_COMMANDS] : [],
  };
}

const UNDECLARED: DeclaredFiles = { base: null, head: null };

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
