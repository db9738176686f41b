/**
 * One line of the history: the key figures of one model at one push. The schema here is the only source of its type;
 * whoever reads a line holds it against the schema first.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { verdictSchema } from '../judge/judgement.js';

export const RECORD_VERSION = 1;

const LONGEST_NAME = 300;
const MOST_INDICATORS = 100;

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const digest = z.string().regex(/^[0-9a-f]{12}$/);
const name = z.string().min(1).max(LONGEST_NAME);

/** What the rounds of that run said of head over base. */
export const stepSchema = z.strictObject({
  ratio: z.number().positive(),
  low: z.number().nonnegative(),
  /** Null when the rounds were too few to bound it. */
  high: z.number().positive().nullable(),
  /** Standard error of log(ratio); null where it cannot be told or the base differed from its own copy. */
  error: z.number().nonnegative().nullable(),
});
export type RecordedStep = z.infer<typeof stepSchema>;

export const figureSchema = z.strictObject({
  /** Null for a model that was new. */
  base: z.number().nullable(),
  head: z.number(),
  /** Null for a model that was new. */
  verdict: verdictSchema.nullable(),
  /** Of what is measured alone: what is counted or declared is exact. */
  step: stepSchema.exactOptional(),
  /** Of indicators that are in no table: a metric's, a benchmark's. */
  unit: z.string().max(40).exactOptional(),
  better: z.enum(['lower', 'higher']).exactOptional(),
});
export type Figure = z.infer<typeof figureSchema>;

export const recordSchema = z.strictObject({
  v: z.literal(RECORD_VERSION),
  /** When it was first recorded. */
  at: z.iso.datetime(),
  /** The commit that was pushed, and the one that it was compared with. */
  commit: sha,
  base: sha.nullable(),
  model: name,
  /** What timings depend on, in words; null where nothing was measured. */
  machine: name.nullable(),
  /** Beginnings of the SHA-256 of the model's files; null for a benchmark, and of a base that there was none of. */
  from: digest.nullable(),
  to: digest.nullable(),
  indicators: z
    .record(z.string().regex(/^[a-z][\w.@+-]{0,119}$/), figureSchema)
    .refine((figures) => Object.keys(figures).length <= MOST_INDICATORS, 'too many indicators'),
});
export type HistoryRecord = z.infer<typeof recordSchema>;

export const digestOf = (sha256: string): string => sha256.slice(0, 12);

/** A name as a record holds it: of one that is too long the beginning, and what tells it from others like it. */
export function recordedName(full: string): string {
  if (full.length <= LONGEST_NAME) return full;
  const tail = createHash('sha256').update(full).digest('hex').slice(0, 16);
  return `${full.slice(0, LONGEST_NAME - 20).replace(/[\uD800-\uDBFF]$/, '')}…${tail}`;
}
