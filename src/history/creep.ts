/** Creep: what became worse over several changes, of which none shows it by itself. A warning, never a verdict. */
import { z } from 'zod';
import { toleranceSchema } from '../judge/judgement.js';

export const creepSchema = z.strictObject({
  /** As the report names it. */
  model: z.string(),
  indicator: z.string(),
  unit: z.string(),
  steps: z.int().positive(),
  /** Whether the report's own step is one of them. */
  includesHead: z.boolean(),
  /** The state that it is worse than, and when the first of the steps was recorded. */
  since: z.strictObject({ commit: z.string(), at: z.iso.datetime() }),
  /** Now over then; null where then was 0. An interval for all looks together; low = ratio = high where exact. */
  ratio: z.number().positive().nullable(),
  low: z.number().positive().nullable(),
  high: z.number().positive().nullable(),
  /** Then and now, where both are exact: what was measured on other days is not comparable. */
  values: z.strictObject({ then: z.number(), now: z.number() }).nullable(),
  tolerance: toleranceSchema,
});
export type Creep = z.infer<typeof creepSchema>;
