/** A sweep: base and head at several batches or thread counts. Described, never decided. */
import { z } from 'zod';

export const SWEEP_KINDS = ['batch', 'threads'] as const;
export const sweepKindSchema = z.enum(SWEEP_KINDS);
export type SweepKind = z.infer<typeof sweepKindSchema>;

const sweepSideSchema = z.strictObject({
  /** Median time of one run, milliseconds: the median over rounds. */
  latencyMs: z.number().positive(),
  /** Inferences a second at that time of a run: the median over rounds. */
  throughput: z.number().positive(),
  /** Throughput over that of the least value that was measured; null where that is missing. */
  speedUp: z.number().positive().nullable(),
  /** Of threads: the speed-up over the threads that were added, 1 where all of them pay; null of batches. */
  efficiency: z.number().positive().nullable(),
});
export type SweepSide = z.infer<typeof sweepSideSchema>;

export const sweepPointSchema = z.strictObject({
  /** The batch, or the threads. */
  value: z.int().positive(),
  /** Fresh processes of each side that the medians are taken over. */
  rounds: z.int().nonnegative(),
  base: sweepSideSchema.nullable(),
  head: sweepSideSchema.nullable(),
  /** Why it was not measured; null where it was. */
  reason: z.string().nullable(),
});
export type SweepPoint = z.infer<typeof sweepPointSchema>;

export const sweepSchema = z.strictObject({
  kind: sweepKindSchema,
  points: z.array(sweepPointSchema),
  /** The least value from which on no larger one brings 5 % more throughput; null where it still grows, or is not known. */
  saturatesAt: z.strictObject({
    base: z.int().positive().nullable(),
    head: z.int().positive().nullable(),
  }),
});
export type Sweep = z.infer<typeof sweepSchema>;
