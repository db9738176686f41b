/**
 * The fleet plan: which machine measures which models, written by one job and read by those that measure and by the
 * one that merges. The schema here is the only source of its type and of schema/plan.json.
 */
import { z } from 'zod';

export const FLEET_PLAN_VERSION = 1;

/** What GitHub makes of a matrix, at most. */
export const MOST_JOBS = 256;
export const MOST_MACHINES = 64;

/** A machine of a matrix as people call it; part of the names of comments and artifacts. */
export const machineNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$/, 'expected at most 64 letters, digits, spaces, dots, dashes');

/** Which part of how many, as people write it: `2/3`. */
export const shardPositionSchema = z
  .string()
  .regex(/^\d{1,3}\/\d{1,3}$/, 'expected which part of how many, such as 2/3')
  .transform((given) => {
    const [index = 0, of = 0] = given.split('/').map(Number);
    return { index, of };
  })
  .refine(({ index, of }) => index >= 1 && index <= of, 'expected a part from 1 to the last, such as 2/3');

/** Which part of a fleet's work a report is of. */
export const shardSchema = z.strictObject({
  machine: machineNameSchema,
  /** From 1. */
  index: z.int().min(1).max(MOST_JOBS),
  of: z.int().min(1).max(MOST_JOBS),
  /** Timing decisions that this shard alone takes; those of all shards share the error probability. */
  decisions: z.int().nonnegative(),
});
export type Shard = z.infer<typeof shardSchema>;
/** Where in a fleet a shard belongs. */
export type ShardPlace = Omit<Shard, 'decisions'>;

const revisionSchema = z.strictObject({ label: z.string(), sha: z.string().nullable() });

export const plannedMachineSchema = z.strictObject({
  name: machineNameSchema,
  /** Whether the relation of base and head over the whole fleet rests on it. */
  required: z.boolean(),
  /** What each of its jobs measures: names of models with their scenarios, and of benchmarks. At least one shard. */
  shards: z
    .array(
      z.strictObject({
        models: z.array(z.string()),
        /** What measuring them is expected to take, seconds: an estimate from counted costs (expected-seconds.ts). */
        seconds: z.number().nonnegative(),
      }),
    )
    .min(1)
    .max(MOST_JOBS),
});
export type PlannedMachine = z.infer<typeof plannedMachineSchema>;

export const fleetPlanSchema = z.strictObject({
  schemaVersion: z.literal(FLEET_PLAN_VERSION),
  base: revisionSchema,
  head: revisionSchema,
  machines: z.array(plannedMachineSchema).min(1).max(MOST_MACHINES),
  /** Timing decisions of the whole fleet, which share the error probability. Those of benchmarks are not known yet. */
  decisions: z.int().positive(),
});
export type FleetPlan = z.infer<typeof fleetPlanSchema>;
