/**
 * The fleet plan: which machine measures which models, written by one job and read by those that measure and by the
 * one that merges. The schema here is the only source of its type and of schema/plan.json.
 */
import { z } from 'zod';

export const FLEET_PLAN_VERSION = 1;

/** A machine of a matrix as people call it; part of the names of comments and artifacts. */
export const machineNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$/, 'expected at most 64 letters, digits, spaces, dots, dashes');

/** Which part of a fleet's work a report is of. */
export const shardSchema = z.strictObject({
  machine: machineNameSchema,
  /** From 1. */
  index: z.int().min(1).max(256),
  of: z.int().min(1).max(256),
});
export type Shard = z.infer<typeof shardSchema>;

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
        /** Counted MACs of base and head together; models that cannot be counted weigh as the mean of the others. */
        macs: z.number().nonnegative(),
      }),
    )
    .min(1)
    .max(256),
});
export type PlannedMachine = z.infer<typeof plannedMachineSchema>;

export const fleetPlanSchema = z.strictObject({
  schemaVersion: z.literal(FLEET_PLAN_VERSION),
  base: revisionSchema,
  head: revisionSchema,
  machines: z.array(plannedMachineSchema).min(1).max(64),
});
export type FleetPlan = z.infer<typeof fleetPlanSchema>;
