/**
 * GateReport: the one document that renderers and publishers read, and that `judge` judges again. The schema
 * here is the only source of its type and of schema/report.json.
 */
import { z } from 'zod';
import { EXIT, type ExitStatus, FAILURE_KINDS, GateError } from './errors.js';
import { declarationSchema, unevaluatedSchema } from './declared/declaration.js';
import { machineNameSchema, shardSchema } from './fleet/fleet-plan.js';
import { creepSchema } from './history/creep.js';
import { acknowledgementSchema } from './judge/acknowledgement.js';
import { causeSchema } from './judge/causes/cause.js';
import { fleetMachineSchema, fleetModelSchema } from './judge/fleet/fleet.js';
import { shardFaultSchema } from './judge/fleet/shard-fault.js';
import { reportedClaimSchema } from './judge/claims/ruling.js';
import {
  comparisonSchema,
  gateSchema,
  relationSchema,
  tailLatencySchema,
  toleranceSchema,
  unmeasuredSchema,
} from './judge/judgement.js';
import { frontSchema, MOST_UNCHANGED, unchangedModelSchema } from './judge/pareto.js';
import { agreementSchema } from './measure/agreement.js';
import { environmentSchema, measurementSchema } from './measure/measurement.js';
import { operatorProfileSchema } from './measure/operator-profile.js';
import { sweepSchema } from './measure/sweep-result.js';
import { staticProfileSchema } from './onnx/profile.js';

export const REPORT_VERSION = 1;

/** One side of a model: which file it was and what was counted of it. */
export const modelSideSchema = z.strictObject({
  /** As the user knows it: a path in the repository or on disk. */
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  profile: staticProfileSchema.nullable(),
});
export type ModelSide = z.infer<typeof modelSideSchema>;

/**
 * `compared`: both sides measured; `identical`: same bytes, proven and not measured; `added` and `removed`: one
 * side only; `failed`: one side could not be read or measured (`problem` says why, what was had is kept).
 */
export const modelStatusSchema = z.enum(['compared', 'identical', 'added', 'removed', 'failed']);

export const modelReportSchema = z.strictObject({
  /** The head's path, or the base's when the model was removed, with the scenario. Unique in a report. */
  name: z.string(),
  /** The machine of the fleet that measured it, with which its name ends; left out where there is but one. */
  machine: machineNameSchema.exactOptional(),
  /** That machine and its software, as the report that was merged has them. */
  environment: environmentSchema.nullable().exactOptional(),
  /** Name of the settings under which it was compared, which `name` has in brackets; null: the only ones. */
  scenario: z.string().nullable().default(null),
  status: modelStatusSchema,
  base: modelSideSchema.nullable(),
  head: modelSideSchema.nullable(),
  measurement: measurementSchema.nullable(),
  /** Where the time goes, by kind of operator; null where nothing was measured. */
  profile: operatorProfileSchema.nullable().default(null),
  /** Batches and threads that were asked for; empty where none were. */
  sweeps: z.array(sweepSchema).default([]),
  /** What the repository says of training and quality at base and head; left out where it says nothing. */
  declared: z
    .strictObject({
      base: declarationSchema.nullable(),
      head: declarationSchema.nullable(),
      /** Left out where the quality command failed on neither side, or there is none. */
      unevaluated: unevaluatedSchema.exactOptional(),
    })
    .exactOptional(),
  /** How far the outputs of base and head lie apart; left out where both were not run. */
  agreement: agreementSchema.exactOptional(),
  /** Indicators that nobody requires and that could not be had. */
  unmeasured: z.array(unmeasuredSchema).exactOptional(),
  comparisons: z.array(comparisonSchema),
  /** The 99th percentile of latency; null where nothing was measured. */
  tail: tailLatencySchema.nullable().default(null),
  /** Why indicators disagree, as far as the profile shows it; left out where none part ways. */
  causes: z.array(causeSchema).exactOptional(),
  /** Null when there is nothing to relate: added, removed, failed before a comparison. */
  relation: relationSchema.nullable(),
  /** One honest sentence with the set-up. */
  sentence: z.string(),
  problem: z.strictObject({ kind: z.enum(FAILURE_KINDS), message: z.string(), next: z.string() }).nullable(),
  warnings: z.array(z.string()),
});
export type ModelReport = z.infer<typeof modelReportSchema>;

export const policySchema = z.strictObject({
  /** Error probability of all timing decisions of the run together. */
  alpha: z.number().positive().max(0.5),
  /** Timing decisions that alpha is split over, fixed before measuring. */
  decisions: z.int().positive(),
  /** Indicators whose tolerance differs from the table's default. */
  tolerances: z.record(z.string(), toleranceSchema),
  required: z.array(z.string()),
  warnOnly: z.boolean(),
  failOnInconclusive: z.boolean(),
  /** Relative gain beyond which an improvement is flagged as too good to be true; null: never. */
  maxImprovement: z.number().positive().nullable(),
  /** Carbon intensity of the grid, g CO2e/kWh; null or left out: not configured. */
  gridIntensity: z.number().positive().nullable().exactOptional(),
  /** Price of an hour of the machine; null or left out: not configured. */
  price: z.strictObject({ perHour: z.number().positive(), currency: z.string() }).nullable().exactOptional(),
  /** What becomes of claims; left out: they are reported. */
  claims: z.enum(['report', 'enforce', 'off']).exactOptional(),
  /** Label that acknowledges what was found; null: none does. */
  acknowledgeLabel: z.string().nullable().exactOptional(),
  /** Machines of a fleet that the configuration requires; left out where it names none. */
  machines: z.array(machineNameSchema).exactOptional(),
  /** The configuration file and the lines of its tolerances, from 1; left out without a file. */
  written: z
    .strictObject({ file: z.string(), toleranceLines: z.record(z.string(), z.int().positive()) })
    .exactOptional(),
  /** Where the configuration came from, in words: "defaults", ".github/efficiency-gate.yml of the base branch". */
  source: z.string(),
});
export type Policy = z.infer<typeof policySchema>;

export const gateReportSchema = z.strictObject({
  schemaVersion: z.literal(REPORT_VERSION),
  tool: z.strictObject({ name: z.literal('efficiency-gate'), version: z.string() }),
  createdAt: z.iso.datetime(),
  /** What was compared, in words and commits: file names for `compare`, branches and SHAs for `pr`. */
  base: z.strictObject({ label: z.string(), sha: z.string().nullable() }),
  head: z.strictObject({ label: z.string(), sha: z.string().nullable() }),
  /** The pull request that it is about; left out where there is none. */
  pullRequest: z
    .strictObject({
      number: z.int().positive(),
      headSha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
      /** The head is in another repository, whose code ran in the job that measured: its samples are that code's word. */
      fork: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /** Which part of a fleet's work this is; left out where there is no fleet. */
  shard: shardSchema.exactOptional(),
  /** Null where nothing was measured, and where many machines did. */
  environment: environmentSchema.nullable(),
  /** The machines whose reports were merged into this one, and those that are missing; left out where none were. */
  machines: z.array(fleetMachineSchema).exactOptional(),
  /** What is wrong with the reports that were merged. */
  shardFaults: z.array(shardFaultSchema).exactOptional(),
  policy: policySchema,
  models: z.array(modelReportSchema),
  /** Models of declared quality that the change leaves as they are; left out where nobody looked. */
  unchanged: z.array(unchangedModelSchema).max(MOST_UNCHANGED).exactOptional(),
  /** How many more there are, which were not counted: too many, or they could not be. Left out where there is none. */
  unchangedLeftOut: z.int().positive().exactOptional(),
  /** Cost against quality over all models of declared quality; left out where there are fewer than two. */
  fronts: z.array(frontSchema).exactOptional(),
  /** What the machines say together of each model; with `machines`. */
  fleet: z.array(fleetModelSchema).exactOptional(),
  /** What the pull request claims of cost and quality, ruled on; left out where nobody read it. */
  claims: z.array(reportedClaimSchema).exactOptional(),
  /** The label and the waivers that there are, whether they count or not; left out where nobody looked. */
  acknowledgements: z.array(acknowledgementSchema).exactOptional(),
  /** What became worse over several changes, by the history; left out where nobody looked, empty where nothing did. */
  creep: z.array(creepSchema).exactOptional(),
  warnings: z.array(z.string()),
  gate: gateSchema,
});
export type GateReport = z.infer<typeof gateReportSchema>;

const STATUS_OF: Record<GateReport['gate']['conclusion'], ExitStatus> = {
  passed: EXIT.passed,
  failed: EXIT.failed,
  incomplete: EXIT.unmeasured,
  error: EXIT.misuse,
};

/** The exit status that the gate's conclusion calls for, of the command line and of the action's step. */
export function exitStatusOfReport({ gate }: Pick<GateReport, 'gate'>): ExitStatus {
  return STATUS_OF[gate.conclusion];
}

/** The machine that a model was measured on; null when nothing was measured. */
export const environmentOf = (
  { environment }: Pick<GateReport, 'environment'>,
  model: Pick<ModelReport, 'environment'>,
): GateReport['environment'] => (model.environment === undefined ? environment : model.environment);

/** A report of another version of the schema. */
export class OtherSchemaError extends GateError {}

/**
 * Reads a report that someone hands us; nothing in it is trusted before it fits the schema.
 * @param text JSON text.
 * @param origin Where it came from, for the message.
 * @throws GateError of kind `report`.
 */
export function parseReport(text: string, origin: string): GateReport {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError(
      'report',
      `${origin} is not JSON.`,
      'Give a report.json that efficiency-gate wrote.',
      { cause },
    );
  }
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== REPORT_VERSION) {
    throw new (version === undefined ? GateError : OtherSchemaError)(
      'report',
      `${origin} ${version === undefined ? 'has no report schema version' : `has report schema version ${JSON.stringify(version)}`}; this efficiency-gate reads version ${REPORT_VERSION}.`,
      'Measure again, or use the version of efficiency-gate that wrote the report.',
    );
  }
  const parsed = gateReportSchema.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new GateError(
      'report',
      `${origin} is not a valid report: ${first === undefined ? 'unknown fault' : `${first.path.join('.')}: ${first.message}`}.`,
      'Give a report.json that efficiency-gate wrote, unchanged.',
    );
  }
  return parsed.data;
}
