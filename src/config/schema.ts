/**
 * The configuration file. This schema is the only source of its keys, defaults and descriptions: types, editors'
 * schema (schema/config.json) and reference documentation come from it.
 */
import { z } from 'zod';
import { INDICATORS, type IndicatorId } from '../indicators.js';
import { inputSettingsSchema } from '../measure/input-settings.js';
import { benchmarkOfTolerance, commandKeys, isOwnTolerance } from './command-settings.js';
import { providerSchema, scenariosSchema, threadsSchema } from './scenario.js';
import { sweepsSchema } from './sweeps.js';
import { fractionSchema, toleranceSettingSchema } from './tolerance.js';

const INDICATOR_IDS = INDICATORS.map(({ id }) => id);
const TYPICAL_IDS = INDICATORS.filter(({ required }) => required).map(({ id }) => id);
const MOST_ENTRIES = 1000;

const glob = z
  .string()
  .min(1)
  .max(500)
  .refine(
    (text) => !/^[/!]|\\|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(text),
    'expected a glob relative to the root of the repository, such as models/**/*.onnx',
  )
  .transform((text) => text.replace(/^(\.\/)+/, ''));

const modelEntry = z.strictObject({
  path: glob.describe(
    'Glob of model files, relative to the root of the repository: models/**/*.onnx. The first entry that matches a file is used.',
  ),
  dims: inputSettingsSchema.shape.dims.describe(
    'Sizes of named dynamic dimensions, for all inputs: {batch: 1, sequence: 512}. One that nobody sets is 1, with a warning.',
  ),
  inputs: inputSettingsSchema.shape.inputs.describe(
    'How inputs are fed, by name: shape, value, range or file. Names that a model does not have are ignored.',
  ),
  scenarios: scenariosSchema
    .exactOptional()
    .describe(
      'Named settings under which the model is compared, each on its own: a longer input, more threads, another provider. Each inherits from the entry. Left out: the entry itself is the only one.',
    ),
});

type ToleranceKeys = Record<IndicatorId, z.ZodExactOptional<typeof toleranceSettingSchema>>;
const toleranceKeys = Object.fromEntries(
  INDICATORS.map(({ id, definition }) => [id, toleranceSettingSchema.exactOptional().describe(definition)]),
) as ToleranceKeys;

/** Indicators of the table, and those of benchmarks, whose names nobody knows before they are run. */
const tolerancesSchema = z
  .object(toleranceKeys)
  .catchall(toleranceSettingSchema)
  .check(({ value, issues }) => {
    const keys = Object.keys(value).filter(
      (key) => !Object.hasOwn(toleranceKeys, key) && !isOwnTolerance(key),
    );
    if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, input: value });
  });

const settingsSchema = z.strictObject({
  models: z
    .array(modelEntry)
    .max(MOST_ENTRIES)
    .default([])
    .describe('Which files are models, and what they are fed. Left out: every .onnx file.'),
  tolerances: tolerancesSchema
    .default({})
    .describe(
      "How far head may be from base before it counts as different, by indicator: 5% or 0.05 of the base's value, or {relative: 5%, absolute: 1000}, which must both be exceeded. Those of a benchmark are called benchmarks.NAME.INDICATOR. Default: 1 % for counted indicators, 5 % for measured ones, none for those that describe a model and are not judged without one.",
    ),
  ...commandKeys(glob),
  required: z
    .array(z.enum(INDICATOR_IDS))
    .min(1)
    .default(TYPICAL_IDS)
    .describe('Indicators that the relation of base and head needs: without one of them it is inconclusive.'),
  sweeps: sweepsSchema
    .default({})
    .describe(
      'Batches and thread counts at which base and head are also measured, to be described and not judged.',
    ),
  budget: z
    .union([z.literal('auto'), z.number().positive().max(86_400)], {
      error: 'expected seconds, or auto',
    })
    .default('auto')
    .describe('Seconds of measuring for each model. auto: what 24 rounds take, from 30 s to 300 s.'),
  threads: threadsSchema.default(1).describe('Threads that one inference may use.'),
  provider: providerSchema
    .default('cpu')
    .describe('Execution provider of ONNX Runtime: cpu, or one that the installed runtime has.'),
  seed: z
    .int()
    .nonnegative()
    .default(1)
    .describe('Seed of generated inputs and of the order in which base and head are measured.'),
  alpha: z
    .number()
    .positive()
    .max(0.5)
    .default(0.05)
    .describe('Probability of any wrong timing verdict in the whole run, at most.'),
  'warn-only': z.boolean().default(false).describe('Turns a failure into a warning.'),
  'fail-on-inconclusive': z
    .boolean()
    .default(false)
    .describe(
      'Fails the check when a gated indicator stays inconclusive; otherwise it passes with a notice.',
    ),
  'max-improvement': fractionSchema
    .refine((fraction) => fraction > 0, 'expected more than 0')
    .nullable()
    .default(null)
    .describe('Gain beyond which an improvement is flagged as too good to be true: 50%. null: never.'),
});

/** A tolerance of a benchmark that is not there is a slip of the pen. */
export const configFileSchema = settingsSchema.check(({ value, issues }) => {
  const names = value.benchmarks.map(({ name }) => name);
  for (const key of Object.keys(value.tolerances)) {
    const name = benchmarkOfTolerance(key);
    if (name === undefined || names.includes(name)) continue;
    const message = `expected the name of a benchmark before its last dot, of which there are ${names.join(', ') || 'none'}`;
    issues.push({ code: 'custom', path: ['tolerances', key], message, input: value.tolerances[key] });
  }
});

/** The file with every default filled in. */
export type ConfigFile = z.infer<typeof configFileSchema>;
