/** Keys of the configuration that name commands to run: builds, evaluations of quality and benchmarks. */
import { z } from 'zod';
import { isOfTheRunner } from '../commands/command-environment.js';

const MOST_SECONDS = 86_400;
const QUALITY_TIMEOUT_S = 1800;
const MOST_BENCHMARKS = 50;

const command = z.string().min(1).max(4000);
const seconds = z.number().positive().max(MOST_SECONDS);

/** No dots: `benchmarks.NAME.INDICATOR` is what tolerances call what it reports. */
const benchmarkName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'expected a name of letters, digits, _ and -, such as train-step',
  );

const benchmarkOf = (glob: z.ZodType<string>) =>
  z.strictObject({
    name: benchmarkName.describe('What the report calls it. Unique.'),
    command: command.describe(
      'Command for the shell, run from the root of the repository, that speaks the protocol of docs/harness.md: python bench/train_step.py',
    ),
    paths: z
      .array(glob)
      .max(1000)
      .default([])
      .describe('Globs of files: it is measured when one of them changed. Left out: when anything changed.'),
    timeout: seconds
      .optional()
      .describe(
        'Seconds that any answer of it may take, the first one included. Left out: as long as the budget.',
      ),
  });

const qualitySetting = z.strictObject({
  command: command.describe(
    'Command for the shell, run from the root of the repository, that evaluates the models and prints what .github/efficiency.json would say (schema/declared.json), and nothing else, on standard output.',
  ),
  timeout: seconds.default(QUALITY_TIMEOUT_S).describe('Seconds that evaluating one side may take.'),
});

/** The command alone, or with what belongs to it. */
const qualityKey = z.union(
  [command.transform((text) => qualitySetting.parse({ command: text })), qualitySetting],
  {
    error: 'expected a command, or {command, timeout}',
  },
);

export const entryBuildSchema = command
  .optional()
  .describe('Makes the models of this entry, in place of the build-command of all.');

export const commandKeys = (glob: z.ZodType<string>) => ({
  'build-command': command
    .optional()
    .describe(
      'Command for the shell that makes the models, run in disposable worktrees of base and head; the paths of models are then looked up there. Left out: models are read from the commits.',
    ),
  'build-timeout': seconds.default(1800).describe('Seconds that building one side may take.'),
  quality: qualityKey
    .optional()
    .describe(
      'Command that evaluates the models, run in disposable worktrees of base and head, after building. What it prints of a model stands over what the file of declarations says.',
    ),
  env: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'expected the name of an environment variable')
        .refine((name) => !isOfTheRunner(name), "expected none of the runner's own variables"),
    )
    .max(100)
    .default([])
    .describe('Names of environment variables that these commands may see, beside PATH, HOME and the like.'),
  benchmarks: z
    .array(benchmarkOf(glob))
    .max(MOST_BENCHMARKS)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected each name once')
    .default([])
    .describe("Commands of the user's own that are measured in base and head like models (docs/harness.md)."),
});

/** What tolerances call an indicator of a benchmark: `benchmarks.NAME.INDICATOR`. */
const OWN_TOLERANCE = /^benchmarks\.([A-Za-z0-9_-]+)\.[a-z][a-z0-9_]*$/;

export const isOwnTolerance = (key: string): boolean => OWN_TOLERANCE.test(key);

export const benchmarkOfTolerance = (key: string): string | undefined => OWN_TOLERANCE.exec(key)?.[1];
