/** Scenarios: one model under several named settings, each compared on its own. */
import { z } from 'zod';
import type { InputSettings } from '../measure/input-settings.js';
import { inputSettingsSchema } from '../measure/input-settings.js';
import type { SessionSettings } from '../measure/protocol.js';
import { mergeSettings } from './input-flag.js';

export const threadsSchema = z.int().min(1).max(1024);
export const providerSchema = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*$/, 'expected the name of an execution provider, such as cpu');

/** A card, as nvidia-smi lists it. */
export const deviceSettingSchema = z
  .union(
    [z.int().min(0).max(999), z.string().regex(/^((GPU|MIG)-[0-9A-Za-z-]{4,80}|\d{1,3})$/)],
    'expected the number or the UUID of a card, such as 0 or GPU-8f6d',
  )
  .transform(String);

const MOST_SCENARIOS = 20;

export const scenarioSchema = z.strictObject({
  name: z
    .string()
    .regex(
      /^[\w.+-]+( [\w.+-]+)*$/,
      'expected a name of letters, digits, spaces and . + - _, such as long input',
    )
    .max(60)
    .describe('What the report calls it, beside the path of the model.'),
  dims: inputSettingsSchema.shape.dims.describe("Sizes of named dynamic dimensions, over the entry's own."),
  inputs: inputSettingsSchema.shape.inputs.describe("How inputs are fed, by name, over the entry's own."),
  threads: threadsSchema
    .exactOptional()
    .describe('Threads that one inference may use. Left out: as for all.'),
  provider: providerSchema
    .exactOptional()
    .describe('Execution provider of ONNX Runtime. Left out: as for all.'),
});
export type ScenarioSetting = z.infer<typeof scenarioSchema>;

export const scenariosSchema = z
  .array(scenarioSchema)
  .min(1)
  .max(MOST_SCENARIOS)
  .refine(
    (scenarios) => new Set(scenarios.map(({ name }) => name)).size === scenarios.length,
    'expected a different name for each',
  );

/** One set of conditions under which base and head are compared. */
export interface Scenario {
  /** Null: the only one, without a name. */
  readonly name: string | null;
  readonly settings: InputSettings;
  readonly session: SessionSettings;
}

/** What a report calls a model under a scenario: `models/vad.onnx (8 kHz)`. */
export function nameIn({ name }: Scenario, model: string): string {
  return name === null ? model : `${model} (${name})`;
}

/**
 * The scenarios of an entry, each with what it inherits.
 * @param entry How the entry itself is fed.
 * @param session Of the whole configuration.
 * @param overrides What this run says of inputs, over all.
 */
export function scenariosOf(
  scenarios: readonly ScenarioSetting[],
  entry: InputSettings,
  session: SessionSettings,
  overrides: InputSettings,
): Scenario[] {
  const common = mergeSettings(entry, overrides);
  if (scenarios.length === 0) return [{ name: null, settings: common, session }];
  return scenarios.map(({ name, dims, inputs, ...own }) => ({
    name,
    settings: mergeSettings(mergeSettings(entry, { dims, inputs }), overrides),
    session: { ...session, ...own },
  }));
}
