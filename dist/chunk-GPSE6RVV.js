import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/judge/judgement.ts
var VERDICTS = ["improved", "equivalent", "regressed", "inconclusive"];
var verdictSchema = external_exports.enum(VERDICTS);
var RELATIONS = ["dominates", "dominated", "equivalent", "trade-off", "inconclusive"];
var relationSchema = external_exports.enum(RELATIONS);
var provenanceSchema = external_exports.enum([
  "counted",
  "measured",
  "derived",
  "estimated",
  "declared",
  "not-measured"
]);
var sidedValueSchema = external_exports.strictObject({
  value: external_exports.number().nullable(),
  provenance: provenanceSchema,
  reason: external_exports.string().nullable()
});
var effectSchema = external_exports.strictObject({
  ratio: external_exports.number().nonnegative(),
  low: external_exports.number().nonnegative(),
  /** Null when the rounds are too few to bound it. */
  high: external_exports.number().nonnegative().nullable()
});
var differenceSchema = external_exports.strictObject({ value: external_exports.number(), low: external_exports.number(), high: external_exports.number() });
var toleranceSchema = external_exports.strictObject({
  relative: external_exports.number().nonnegative().optional(),
  absolute: external_exports.number().nonnegative().optional()
});
var roundEvidenceSchema = external_exports.strictObject({
  /** Rounds after which the verdict was proven; null while it is open. */
  provenAfter: external_exports.int().positive().nullable(),
  /** Rank correlation of each round with the one before; null for few rounds. */
  autocorrelation: external_exports.number().min(-1).max(1).nullable(),
  /** Rank correlation of the rounds with their number; null for few rounds. */
  drift: external_exports.number().min(-1).max(1).nullable(),
  /** Smallest ratio above the tolerance that as many rounds with this noise are expected to prove. */
  detectableRatio: external_exports.number().positive().nullable(),
  /** Rounds that a verdict would take beyond these; null when it is there, or when none is in sight. */
  moreRounds: external_exports.int().nonnegative().nullable()
});
var comparisonSchema = external_exports.strictObject({
  indicator: external_exports.string(),
  label: external_exports.string(),
  unit: external_exports.string(),
  better: external_exports.enum(["lower", "higher"]),
  kind: external_exports.enum(["counted", "measured", "derived", "declared"]),
  base: sidedValueSchema,
  head: sidedValueSchema,
  /** Null when either side has no value or the base is zero. For counted indicators low = ratio = high. */
  effect: effectSchema.nullable(),
  /** For declared quality. */
  difference: differenceSchema.exactOptional(),
  tolerance: toleranceSchema,
  /** Null for what describes a model and is not judged. */
  verdict: verdictSchema.nullable(),
  /** Why, when the verdict is inconclusive or there is none and a count is open; else null. */
  reason: external_exports.string().nullable(),
  /** Rounds behind the verdict; null for counted indicators. */
  rounds: external_exports.int().nonnegative().nullable(),
  /** The base against itself under the same schedule; null for counted indicators. */
  control: external_exports.strictObject({ effect: effectSchema.nullable(), differs: external_exports.boolean() }).nullable(),
  /** Null for counted indicators, and where nothing could be decided from. */
  evidence: roundEvidenceSchema.nullable(),
  gated: external_exports.boolean(),
  required: external_exports.boolean()
});
var tailSchema = external_exports.strictObject({
  /** Milliseconds, as its interval. */
  value: external_exports.number().positive(),
  /** Of an order-statistic interval with a confidence of 95 %, were single runs independent. */
  low: external_exports.number().positive(),
  high: external_exports.number().positive(),
  runs: external_exports.int().positive()
});
var tailLatencySchema = external_exports.strictObject({
  base: tailSchema.nullable(),
  head: tailSchema.nullable(),
  reason: external_exports.string().nullable()
});
var unmeasuredSchema = external_exports.strictObject({
  indicator: external_exports.string(),
  provenance: external_exports.literal("not-measured"),
  reason: external_exports.string()
});
var conclusionSchema = external_exports.enum(["passed", "failed", "incomplete", "error"]);
var gateSchema = external_exports.strictObject({
  conclusion: conclusionSchema,
  /** One plain sentence: what was concluded and what to do next. */
  summary: external_exports.string(),
  /** Proven regressions beyond tolerance of gated indicators. */
  failures: external_exports.array(external_exports.strictObject({ model: external_exports.string(), indicator: external_exports.string() })),
  /** What was planned and could not be measured, each with its reason. */
  missing: external_exports.array(external_exports.strictObject({ model: external_exports.string(), reason: external_exports.string() })),
  /** Set when `warn-only` turned a failure into a warning. */
  warnOnly: external_exports.boolean()
});

export {
  VERDICTS,
  verdictSchema,
  relationSchema,
  effectSchema,
  toleranceSchema,
  comparisonSchema,
  tailLatencySchema,
  unmeasuredSchema,
  gateSchema
};
