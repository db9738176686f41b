/** The measurement: what models do, as raw paired samples. The type that the measure stage owns. */
import { z } from 'zod';
import { deviceSchema, roundDeviceSchema } from './device/device.js';
import { sandboxSchema } from './sandbox/sandbox.js';

/** A name that a benchmark gives to an indicator of its own. */
export const indicatorNameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,39}$/,
    'expected a name such as step_time: lower-case letters, digits and _, at most 40',
  );

/** An indicator of the user's own, as a benchmark declares it. */
export const ownIndicatorSchema = z.strictObject({
  name: indicatorNameSchema,
  unit: z
    .string()
    .regex(
      /^[\p{L}\p{N}%°·/^._() -]{1,24}$/u,
      'expected a unit such as ms or tokens/s, at most 24 characters',
    ),
  better: z.enum(['lower', 'higher']),
});
export type OwnIndicator = z.infer<typeof ownIndicatorSchema>;

/** What was measured when it was no model: a command of the user's own, in base and head. */
export const harnessSchema = z.strictObject({
  /** The benchmark's name in the configuration. */
  name: z.string(),
  command: z.string(),
  /** What it reports beside the durations of its runs. */
  indicators: z.array(ownIndicatorSchema),
});
export type Harness = z.infer<typeof harnessSchema>;

/** `control` is a second copy of the base, measured under the same schedule. */
export const ROLES = ['base', 'head', 'control'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** A stretch of consecutive runs, each timed singly; at least 10 ms long unless a single run is longer. */
export const blockSchema = z.strictObject({
  /** Wall time of each run, milliseconds, in order. */
  runsMs: z.array(z.number().positive()).min(1),
  /** User and system time of the process over the whole block, milliseconds; null where nobody tells. */
  cpuMs: z.number().nonnegative().nullable(),
  /** What else a benchmark of the user's own told of the block, by indicator: one number, or one for each run. */
  readings: z.record(indicatorNameSchema, z.array(z.number()).min(1)).optional(),
});
export type Block = z.infer<typeof blockSchema>;

/** Runs before the first block, until times no longer fell. */
export const warmUpSchema = z.strictObject({
  runs: z.int().positive(),
  elapsedMs: z.number().positive(),
});
export type WarmUp = z.infer<typeof warmUpSchema>;

/** Energy of a stretch of runs, as the meter's counters had it, nothing subtracted. */
export const energyOfStretchSchema = z.strictObject({
  /** Of all domains of the meter; 0 when no counter moved. */
  joules: z.number().nonnegative(),
  elapsedMs: z.number().positive(),
  runs: z.int().positive(),
  /** Power in the same round while every process waited. */
  idleWatts: z.number().nonnegative(),
});
export type EnergyOfStretch = z.infer<typeof energyOfStretchSchema>;

/** Which counters of energy there were, by name, or why there were none. */
export const meterSchema = z.union([
  z.strictObject({ domains: z.array(z.string()).min(1), stretchMs: z.number().positive() }),
  z.strictObject({ reason: z.string() }),
]);
export type Meter = z.infer<typeof meterSchema>;

/** What one fresh process of one role yielded in one round. Block i of each role belong together. */
export const processReadingsSchema = z.strictObject({
  loadMs: z.number().positive(),
  firstMs: z.number().positive(),
  /** Peak resident set of the process (VmHWM), bytes; null where the system does not tell. */
  peakRssBytes: z.number().positive().nullable(),
  /** Memory of the card that the process holds after its first inference; only where there is a card that is read. */
  deviceMemoryBytes: z.number().positive().nullable().exactOptional(),
  warmUp: warmUpSchema,
  blocks: z.array(blockSchema).min(1),
  /** Only where there is a meter. */
  energy: energyOfStretchSchema.exactOptional(),
});
export type ProcessReadings = z.infer<typeof processReadingsSchema>;

/** The unit of replication: one fresh process for each role on the same machine at the same time. */
export const roundSchema = z.strictObject({
  /** Order in which the processes were launched. */
  launchOrder: z.array(roleSchema).length(3),
  /** Order in which the roles ran, for each block. */
  runOrders: z.array(z.array(roleSchema).length(3)).min(1),
  base: processReadingsSchema,
  head: processReadingsSchema,
  control: processReadingsSchema,
  /** Share of CPU time stolen by the hypervisor during the round, 0 to 1; null where unknown. */
  stealShare: z.number().min(0).max(1).nullable(),
  /** Share of the round in which some process waited for a CPU (Linux's pressure stall information); null where unknown. */
  waitShare: z.number().min(0).max(1).nullable(),
  /** Processors at work on average, whoever employed them; null where unknown. */
  busyCores: z.number().nonnegative().nullable(),
  /** One-minute load average at the end of the round; null where unknown. */
  load1: z.number().nonnegative().nullable(),
  /** Whether others took part of the machine. A mark only: no round is dropped for it. */
  disturbed: z.boolean(),
  /** What was read of the card; left out where there is none, or it could not be read. */
  device: roundDeviceSchema.exactOptional(),
  /** Seconds since measuring began, at the end of the round. */
  endedAtS: z.number().nonnegative(),
});
export type Round = z.infer<typeof roundSchema>;

/** The machine and software under which everything in a report was measured. */
export const environmentSchema = z.strictObject({
  cpuModel: z.string(),
  cores: z.int().positive(),
  memoryBytes: z.number().positive(),
  os: z.string(),
  arch: z.string(),
  /** Runner name, labels or image as GitHub Actions tells them; null outside of it. */
  runner: z.string().nullable(),
  node: z.string(),
  /** ONNX Runtime's version. */
  runtime: z.string(),
  /** How workers were confined; left out where there were none. */
  sandbox: sandboxSchema.exactOptional(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** One tensor that the model is fed. How it is filled is told in `fill`, in words. */
export const feedSummarySchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  shape: z.array(z.int().nonnegative()),
  fill: z.string(),
});
export type FeedSummary = z.infer<typeof feedSummarySchema>;

export const measurementSchema = z.strictObject({
  provider: z.string(),
  threads: z.int().positive(),
  seed: z.int(),
  budgetS: z.number().positive(),
  feeds: z.strictObject({ base: z.array(feedSummarySchema), head: z.array(feedSummarySchema) }),
  /** Inferences that one run stands for: the leading dimension of the first batched input, or 1. */
  batch: z.int().positive(),
  plannedRounds: z.int().positive(),
  blocksPerRound: z.int().positive(),
  /** Median peak resident set of a worker with an empty model, bytes; null where unknown. */
  emptyWorkerRssBytes: z.number().positive().nullable(),
  rounds: z.array(roundSchema),
  /** Left out where none was looked for. */
  meter: meterSchema.exactOptional(),
  /** The card that the provider ran on, or why none was read; left out where the provider has none. */
  device: deviceSchema.exactOptional(),
  /** Set for a benchmark of the user's own, which has no provider, batch, inputs or empty worker. */
  harness: harnessSchema.optional(),
  /** Why measuring ended. */
  stopped: z.enum(['decided', 'rounds', 'budget', 'interrupted', 'failed']),
  elapsedS: z.number().nonnegative(),
});
export type Measurement = z.infer<typeof measurementSchema>;
