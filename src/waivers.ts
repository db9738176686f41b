/**
 * The waiver file: standing cases that somebody answers for, each with a bound and an expiry. This schema is the
 * only source of schema/waivers.json.
 */
import { z } from 'zod';
import { isOwnTolerance } from './config/command-settings.js';
import { parseCheckedYaml } from './config/checked-yaml.js';
import { fractionSchema } from './config/tolerance.js';
import { INDICATORS, QUALITY_PREFIX } from './indicators.js';
import type { Waiver } from './judge/acknowledgement.js';

/** Read from the base branch alone, so that a pull request cannot waive its own regression. */
export const WAIVERS_PATH = '.github/efficiency-waivers.yml';

const MOST_WAIVERS = 200;
const line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}+$/u, 'expected one line');

const INDICATOR_IDS: ReadonlySet<string> = new Set(INDICATORS.map(({ id }) => id));
const indicator = z
  .string()
  .max(200)
  .refine(
    (id) => INDICATOR_IDS.has(id) || id.startsWith(QUALITY_PREFIX) || isOwnTolerance(id),
    'expected the id of an indicator such as latency_p50, quality.NAME or benchmarks.NAME.INDICATOR',
  );

const bound = z.union(
  [
    fractionSchema.transform((relative): Waiver['bound'] => ({ relative })),
    z
      .strictObject({
        relative: fractionSchema.exactOptional().describe("Part of the base's value: 10% or 0.1."),
        value: z
          .number()
          .nonnegative()
          .exactOptional()
          .describe("The worst value that the head may have, in the indicator's unit."),
      })
      .refine(
        ({ relative, value }) => relative !== undefined || value !== undefined,
        'expected relative, value or both',
      ),
  ],
  { error: 'expected a percentage such as 10%, or {value: N} for the worst value that the head may have' },
);

export const waiversFileSchema = z.strictObject({
  waivers: z
    .array(
      z.strictObject({
        indicator: indicator.describe(
          'Id of the indicator that may be worse: latency_p50, quality.NAME, benchmarks.NAME.INDICATOR.',
        ),
        model: line.describe('Glob of model files, or the name of a benchmark: models/large/*.onnx.'),
        bound: bound.describe(
          "How much worse: 10% of the base's value, or {value: N}, the worst value that the head may have, in the indicator's unit. A waiver that is exceeded does not count.",
        ),
        reason: line.describe('Why it is accepted.'),
        by: line.describe('Who accepts it.'),
        expires: z.iso
          .date('expected a date such as 2027-03-31')
          .describe('The last day on which it counts, UTC: 2027-03-31.'),
      }),
    )
    .max(MOST_WAIVERS)
    .default([])
    .describe('Standing cases. Each covers what matches its indicator and its model.'),
});

/**
 * @param origin Where the text came from, in words.
 * @throws GateError of kind `config` with the line and the nearest right word.
 */
export function parseWaivers(text: string, origin: string): Waiver[] {
  const file = { origin, schemaFile: 'schema/waivers.json', example: 'docs/acknowledging.md' };
  return parseCheckedYaml(text, waiversFileSchema, file).data.waivers;
}
