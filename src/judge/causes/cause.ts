/** Why indicators part ways, as far as the profile shows it: the type that looking for causes produces. */
import { z } from 'zod';

/** The causes of "The Efficiency Misnomer" (arXiv 2110.12894, sections 2 and 3); thresholds: docs/causes.md. */
export const CAUSES = [
  'shared-parameters',
  'selected-parameters',
  'unused-sparsity',
  'less-parallelism',
  'slower-operators',
  'lower-intensity',
  'quantisation',
  'fallback',
  'launch-overhead',
] as const;

/** One figure of both sides. */
export const causeEvidenceSchema = z.strictObject({
  /** Whether `name` is the id of an indicator, or the type of an operator as the runtime or the graph has it. */
  of: z.enum(['indicator', 'operator']),
  name: z.string(),
  /** Of an operator: the execution provider of its kernels, where they were profiled. */
  provider: z.string().exactOptional(),
  figure: z.enum(['value', 'time', 'kernels', 'rate', 'parameters']),
  /** Of the figure: an indicator's own, `ms` of one inference, `count`, or `GMAC/s` (10^9 a second). */
  unit: z.string(),
  /** Null where that side has none. */
  base: z.number().nonnegative().nullable(),
  head: z.number().nonnegative().nullable(),
});
export type CauseEvidence = z.infer<typeof causeEvidenceSchema>;

export const causeSchema = z.strictObject({
  /** `not-shown` where indicators part ways and the profile shows no cause. */
  kind: z.enum([...CAUSES, 'not-shown']),
  /** Ids of the indicators that part ways. */
  indicators: z.array(z.string()),
  /** How they do, with figures: `as many MACs, but 1.14 times the median latency [1.11, 1.18]`. */
  parting: z.string(),
  /** One sentence, with the figures that show it. */
  sentence: z.string(),
  evidence: z.array(causeEvidenceSchema),
});
export type Cause = z.infer<typeof causeSchema>;
