/**
 * The configuration file. This schema is the only source of its keys, defaults and descriptions: types, editors'
 * schema (schema/config.json) and reference documentation come from it.
 */
import { z } from 'zod';
import {
  ALL_QUALITY,
  INDICATORS,
  type IndicatorId,
  QUALITY_PREFIX,
  type Tolerance,
  type Tolerances,
} from '../indicators.js';
import { inputSettingsSchema } from '../measure/input-settings.js';
import { benchmarkOfTolerance, commandKeys, entryBuildSchema, isOwnTolerance } from './command-settings.js';
import { machinesSchema } from './machines.js';
import { deviceSettingSchema, providerSchema, scenariosSchema, threadsSchema } from './scenario.js';
import { sweepsSchema } from './sweeps.js';
import { workerMemorySchema } from './worker-memory.js';
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
  'build-command': entryBuildSchema,
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

/** Names that nobody knows before declarations are read and benchmarks are run; each kind is written in its own way. */
const OWN_NAMES = [
  { is: (key: string) => key.startsWith(QUALITY_PREFIX), schema: qualityToleranceSchema },
  { is: isOwnTolerance, schema: toleranceSettingSchema },
];

/** For editors, which cannot tell the kinds apart: what either may be. */
const ownSetting = z.unknown().meta({ anyOf: z.toJSONSchema(qualityToleranceSchema, { io: 'input' }).anyOf });

/** Indicators of the table, and those of declared metrics and of benchmarks. */
const tolerancesSchema = z
  .object(toleranceKeys)
  .catchall(ownSetting)
  .transform((given, { issues }): Tolerances => {
    const unknown: string[] = [];
    const tolerances = Object.entries(given).flatMap(([key, value]): [string, Tolerance][] => {
      // What the table knows has been read.
      if (Object.hasOwn(toleranceKeys, key)) return [[key, value as Tolerance]];
      const own = OWN_NAMES.find(({ is }) => is(key));
      if (own === undefined) unknown.push(key);
      const parsed = own?.schema.safeParse(value);
      if (parsed?.success === true) return [[key, parsed.data]];
      issues.push(
        ...(parsed?.error.issues ?? []).map(({ message }) => ({
          code: 'custom' as const,
          path: [key],
          message,
          input: value,
        })),
      );
      return [];
    });
    if (unknown.length > 0) issues.push({ code: 'unrecognized_keys', keys: unknown, input: given });
    return Object.fromEntries(tolerances);
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
      "How far head may be from base before it counts as different, by indicator: 5% or 0.05 of the base's value, or {relative: 5%, absolute: 1000}, which must both be exceeded. Default: 1 % for counted and declared indicators, 5 % for measured ones, none for those that describe a model and are not judged without one. quality.NAME sets that of a declared metric: 0.2 in its own unit, or 0.5%. benchmarks.NAME.INDICATOR sets that of a benchmark.",
    ),
  ...commandKeys(glob),
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
    .describe(
      'Execution provider of ONNX Runtime: cpu, or one that the installed runtime has, such as webgpu, cuda, tensorrt, directml or coreml (docs/accelerators.md).',
    ),
  device: deviceSettingSchema
    .nullable()
    .default(null)
    .describe(
      'Which of several NVIDIA cards to measure on: its number, or its UUID, as nvidia-smi lists them. Left out: the one with the least memory in use.',
    ),
  machines: machinesSchema
    .default([])
    .describe(
      'Machines that models are measured on, for a matrix of jobs (docs/fleet.md): mode plan makes the matrix, and a report that one of them owes makes the gate incomplete. Left out: the one that the job runs on.',
    ),
  'worker-memory': workerMemorySchema
    .default('auto')
    .describe(
      'Memory that the process of one model may hold: 6GB, 512MiB, or a number of bytes. auto: four fifths of the machine. One that takes more is ended and its model fails (docs/sandbox.md).',
    ),
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
  claims: z
    .enum(['report', 'enforce', 'off'])
    .default('report')
    .describe(
      'What becomes of claims of cost and quality in the title, the description and the commit messages: report rules on each, enforce also fails the check for one that does not stand until it is reworded or acknowledged, off reads none (docs/claims.md).',
    ),
  'acknowledge-label': z
    .string()
    .min(1)
    .max(50)
    .regex(/^\P{Cc}+$/u, 'expected one line')
    .nullable()
    .default('efficiency-acknowledged')
    .describe(
      'Label on the pull request by which someone with write access acknowledges what was found (docs/acknowledging.md). null: none does.',
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
