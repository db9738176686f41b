/**
 * The configuration file. This schema is the only source of its keys, defaults and descriptions: types, editors'
 * schema (schema/config.json) and reference documentation come from it.
 */
import { z } from 'zod';
import { ALL_QUALITY, INDICATORS, type IndicatorId, QUALITY_PREFIX } from '../indicators.js';
import { inputSettingsSchema } from '../measure/input-settings.js';
import { providerSchema, scenariosSchema, threadsSchema } from './scenario.js';
import { sweepsSchema } from './sweeps.js';
import { fractionSchema, qualityToleranceSchema, toleranceSettingSchema } from './tolerance.js';

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

/** What is derived has its source's tolerance. */
const TOLERABLE = INDICATORS.filter(({ kind }) => kind !== 'derived');
type ToleranceKeys = Record<IndicatorId, z.ZodExactOptional<typeof toleranceSettingSchema>>;
const toleranceKeys = Object.fromEntries(
  TOLERABLE.map(({ id, definition }) => [id, toleranceSettingSchema.exactOptional().describe(definition)]),
) as ToleranceKeys;

export const configFileSchema = z.strictObject({
  models: z
    .array(modelEntry)
    .max(MOST_ENTRIES)
    .default([])
    .describe('Which files are models, and what they are fed. Left out: every .onnx file.'),
  tolerances: z
    .object(toleranceKeys)
    .catchall(qualityToleranceSchema)
    .superRefine((given, context) => {
      const unknown = Object.keys(given).filter(
        (key) => !Object.hasOwn(toleranceKeys, key) && !key.startsWith(QUALITY_PREFIX),
      );
      if (unknown.length === 0) return;
      context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: given });
    })
    .default({})
    .describe(
      "How far head may be from base before it counts as different, by indicator: 5% or 0.05 of the base's value, or {relative: 5%, absolute: 1000}, which must both be exceeded. Default: 1 % for counted and declared indicators, 5 % for measured ones. quality.NAME sets that of a declared metric: 0.2 in its own unit, or 0.5%.",
    ),
  required: z
    .array(z.enum([...INDICATOR_IDS, ALL_QUALITY]))
    .min(1)
    .default([...TYPICAL_IDS, ALL_QUALITY])
    .describe(
      'Indicators that the relation of base and head needs: without one of them it is inconclusive. quality stands for every metric that the base declares.',
    ),
  declared: z
    .string()
    .min(1)
    .max(500)
    .default('.github/efficiency.json')
    .describe(
      'File in the repository, read at the base and at the head, that declares training and quality (schema/declared.json). None is needed.',
    ),
  carbon: z
    .strictObject({
      'grid-intensity': z
        .number()
        .positive()
        .max(5000)
        .describe('Carbon intensity of the grid, g CO2e/kWh: for carbon_per_inference.'),
    })
    .nullable()
    .default(null)
    .describe('Where the electricity comes from.'),
  'price-per-hour': z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('Price of an hour of the machine: for cost_per_million.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected three letters such as USD')
    .default('USD')
    .describe('What price-per-hour is in.'),
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

/** The file with every default filled in. */
export type ConfigFile = z.infer<typeof configFileSchema>;
