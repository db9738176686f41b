import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/measure/device/device.ts
var deviceFactsSchema = external_exports.strictObject({
  name: external_exports.string(),
  uuid: external_exports.string(),
  /** Number that the vendor's tool gives it, in the order of the PCI bus. */
  index: external_exports.int().nonnegative(),
  driver: external_exports.string().nullable(),
  pciBus: external_exports.string().nullable(),
  memoryBytes: external_exports.number().nonnegative().nullable(),
  powerLimitW: external_exports.number().nonnegative().nullable(),
  maxSmClockMhz: external_exports.number().nonnegative().nullable(),
  /** Cards of this machine. */
  cards: external_exports.int().positive(),
  /** Whence the memory of a worker is known: the driver's list of processes, or what the card's use grew by. */
  memoryBy: external_exports.enum(["process", "growth"])
});
var deviceSchema = external_exports.union([deviceFactsSchema, external_exports.strictObject({ reason: external_exports.string() })]);
var roundDeviceSchema = external_exports.strictObject({
  /** Right after the last timed block. */
  smClockMhz: external_exports.number().nonnegative().nullable(),
  memClockMhz: external_exports.number().nonnegative().nullable(),
  temperatureC: external_exports.number().nullable(),
  powerW: external_exports.number().nonnegative().nullable(),
  memoryUsedBytes: external_exports.number().nonnegative().nullable(),
  /** Why clocks were held down before the round or after its last block; idle and clocks that were set are no such reasons. */
  throttle: external_exports.array(external_exports.string()).nullable(),
  /** A mark only: no round is dropped for it. */
  throttled: external_exports.boolean(),
  /** Processes that computed on the card before ours were started. */
  otherProcesses: external_exports.int().nonnegative().nullable()
});
var describeDevice = (found) => found.status === "found" ? found.reader.facts : { reason: found.reason };
function roundDevice(before, after, otherProcesses) {
  const { smClockMhz, memClockMhz, temperatureC, powerW, memoryUsedBytes } = after;
  const known = [before.throttle, after.throttle].filter((reasons) => reasons !== null);
  const throttle = known.length === 0 ? null : [...new Set(known.flat())];
  return {
    smClockMhz,
    memClockMhz,
    temperatureC,
    powerW,
    memoryUsedBytes,
    throttle,
    throttled: throttle !== null && throttle.length > 0,
    otherProcesses
  };
}
function deviceWarnings(rounds) {
  const devices = rounds.flatMap(({ device }) => device ?? []);
  const throttled = devices.filter((device) => device.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))].join(", ");
  const others = Math.max(0, ...devices.map(({ otherProcesses }) => otherProcesses ?? 0));
  return [
    ...throttled.length === 0 ? [] : [
      `The card held its clocks down in ${throttled.length} of ${rounds.length} rounds (${reasons}): they are marked and not dropped, and the control decides whether verdicts stand.`
    ],
    ...others === 0 ? [] : [
      `Up to ${others} other process${others === 1 ? "" : "es"} computed on the card meanwhile: timings, energy and device memory have their part in it.`
    ]
  ];
}

// src/measure/sandbox/sandbox.ts
var limit = external_exports.number().positive().nullable();
var sandboxSchema = external_exports.strictObject({
  /** Resident memory, watched from outside. */
  residentBytes: limit,
  /** Private memory that it may ask for, used or not. */
  dataBytes: limit,
  /** Of all threads together. */
  cpuS: limit,
  /** Of any file that it writes. */
  fileBytes: limit,
  openFiles: limit,
  /** `none`: in a network namespace of its own, without any interface that is up. */
  network: external_exports.enum(["none", "open"]),
  /** `fixed`: no program that it starts can gain any, by sudo for instance. */
  privileges: external_exports.enum(["fixed", "open"]),
  /** What this system could not do, and why. */
  missing: external_exports.array(external_exports.strictObject({ what: external_exports.string(), why: external_exports.string() }))
});

// src/measure/measurement.ts
var indicatorNameSchema = external_exports.string().regex(
  /^[a-z][a-z0-9_]{0,39}$/,
  "expected a name such as step_time: lower-case letters, digits and _, at most 40"
);
var ownIndicatorSchema = external_exports.strictObject({
  name: indicatorNameSchema,
  unit: external_exports.string().regex(
    /^[\p{L}\p{N}%°·/^._() -]{1,24}$/u,
    "expected a unit such as ms or tokens/s, at most 24 characters"
  ),
  better: external_exports.enum(["lower", "higher"])
});
var harnessSchema = external_exports.strictObject({
  /** The benchmark's name in the configuration. */
  name: external_exports.string(),
  command: external_exports.string(),
  /** What it reports beside the durations of its runs. */
  indicators: external_exports.array(ownIndicatorSchema)
});
var ROLES = ["base", "head", "control"];
var roleSchema = external_exports.enum(ROLES);
var blockSchema = external_exports.strictObject({
  /** Wall time of each run, milliseconds, in order. */
  runsMs: external_exports.array(external_exports.number().positive()).min(1),
  /** User and system time of the process over the whole block, milliseconds; null where nobody tells. */
  cpuMs: external_exports.number().nonnegative().nullable(),
  /** What else a benchmark of the user's own told of the block, by indicator: one number, or one for each run. */
  readings: external_exports.record(indicatorNameSchema, external_exports.array(external_exports.number()).min(1)).optional()
});
var warmUpSchema = external_exports.strictObject({
  runs: external_exports.int().positive(),
  elapsedMs: external_exports.number().positive()
});
var energyOfStretchSchema = external_exports.strictObject({
  /** Of all domains of the meter; 0 when no counter moved. */
  joules: external_exports.number().nonnegative(),
  elapsedMs: external_exports.number().positive(),
  runs: external_exports.int().positive(),
  /** Power in the same round while every process waited. */
  idleWatts: external_exports.number().nonnegative()
});
var meterSchema = external_exports.union([
  external_exports.strictObject({ domains: external_exports.array(external_exports.string()).min(1), stretchMs: external_exports.number().positive() }),
  external_exports.strictObject({ reason: external_exports.string() })
]);
var processReadingsSchema = external_exports.strictObject({
  loadMs: external_exports.number().positive(),
  firstMs: external_exports.number().positive(),
  /** Peak resident set of the process (VmHWM), bytes; null where the system does not tell. */
  peakRssBytes: external_exports.number().positive().nullable(),
  /** Memory of the card that the process holds after its first inference; only where there is a card that is read. */
  deviceMemoryBytes: external_exports.number().positive().nullable().exactOptional(),
  warmUp: warmUpSchema,
  blocks: external_exports.array(blockSchema).min(1),
  /** Only where there is a meter. */
  energy: energyOfStretchSchema.exactOptional()
});
var roundSchema = external_exports.strictObject({
  /** Order in which the processes were launched. */
  launchOrder: external_exports.array(roleSchema).length(3),
  /** Order in which the roles ran, for each block. */
  runOrders: external_exports.array(external_exports.array(roleSchema).length(3)).min(1),
  base: processReadingsSchema,
  head: processReadingsSchema,
  control: processReadingsSchema,
  /** Share of CPU time stolen by the hypervisor during the round, 0 to 1; null where unknown. */
  stealShare: external_exports.number().min(0).max(1).nullable(),
  /** Share of the round in which some process waited for a CPU (Linux's pressure stall information); null where unknown. */
  waitShare: external_exports.number().min(0).max(1).nullable(),
  /** Processors at work on average, whoever employed them; null where unknown. */
  busyCores: external_exports.number().nonnegative().nullable(),
  /** One-minute load average at the end of the round; null where unknown. */
  load1: external_exports.number().nonnegative().nullable(),
  /** Whether others took part of the machine. A mark only: no round is dropped for it. */
  disturbed: external_exports.boolean(),
  /** What was read of the card; left out where there is none, or it could not be read. */
  device: roundDeviceSchema.exactOptional(),
  /** Seconds since measuring began, at the end of the round. */
  endedAtS: external_exports.number().nonnegative()
});
var environmentSchema = external_exports.strictObject({
  cpuModel: external_exports.string(),
  cores: external_exports.int().positive(),
  memoryBytes: external_exports.number().positive(),
  os: external_exports.string(),
  arch: external_exports.string(),
  /** Runner name, labels or image as GitHub Actions tells them; null outside of it. */
  runner: external_exports.string().nullable(),
  node: external_exports.string(),
  /** ONNX Runtime's version. */
  runtime: external_exports.string(),
  /** How workers were confined; left out where there were none. */
  sandbox: sandboxSchema.exactOptional()
});
var feedSummarySchema = external_exports.strictObject({
  name: external_exports.string(),
  type: external_exports.string(),
  shape: external_exports.array(external_exports.int().nonnegative()),
  fill: external_exports.string()
});
var measurementSchema = external_exports.strictObject({
  provider: external_exports.string(),
  threads: external_exports.int().positive(),
  seed: external_exports.int(),
  budgetS: external_exports.number().positive(),
  feeds: external_exports.strictObject({ base: external_exports.array(feedSummarySchema), head: external_exports.array(feedSummarySchema) }),
  /** Inferences that one run stands for: the leading dimension of the first batched input, or 1. */
  batch: external_exports.int().positive(),
  plannedRounds: external_exports.int().positive(),
  blocksPerRound: external_exports.int().positive(),
  /** Median peak resident set of a worker with an empty model, bytes; null where unknown. */
  emptyWorkerRssBytes: external_exports.number().positive().nullable(),
  rounds: external_exports.array(roundSchema),
  /** Left out where none was looked for. */
  meter: meterSchema.exactOptional(),
  /** The card that the provider ran on, or why none was read; left out where the provider has none. */
  device: deviceSchema.exactOptional(),
  /** Set for a benchmark of the user's own, which has no provider, batch, inputs or empty worker. */
  harness: harnessSchema.optional(),
  /** Why measuring ended. */
  stopped: external_exports.enum(["decided", "rounds", "budget", "interrupted", "failed"]),
  elapsedS: external_exports.number().nonnegative()
});

export {
  describeDevice,
  roundDevice,
  deviceWarnings,
  ownIndicatorSchema,
  ROLES,
  blockSchema,
  warmUpSchema,
  environmentSchema,
  measurementSchema
};
