/** The judgement: a verdict for each indicator, a relation for each model, a conclusion for the gate. */
import { z } from 'zod';

export const VERDICTS = ['improved', 'equivalent', 'regressed', 'inconclusive'] as const;
export const verdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdictSchema>;

export const RELATIONS = ['dominates', 'dominated', 'equivalent', 'trade-off', 'inconclusive'] as const;
export const relationSchema = z.enum(RELATIONS);
export type Relation = z.infer<typeof relationSchema>;

export const provenanceSchema = z.enum([
  'counted',
  'measured',
  'derived',
  'estimated',
  'declared',
  'not-measured',
]);
export type Provenance = z.infer<typeof provenanceSchema>;

/** A number with where it came from. `value` is null exactly when provenance is `not-measured` or a count is open; `reason` then says why. */
export const sidedValueSchema = z.strictObject({
  value: z.number().nullable(),
  provenance: provenanceSchema,
  reason: z.string().nullable(),
});
export type SidedValue = z.infer<typeof sidedValueSchema>;

/** Head over base, as a ratio of the indicator's value, with the interval of the test that decided. */
export const effectSchema = z.strictObject({
  ratio: z.number().nonnegative(),
  low: z.number().nonnegative(),
  /** Null when the rounds are too few to bound it. */
  high: z.number().nonnegative().nullable(),
});
export type Effect = z.infer<typeof effectSchema>;

/** Head minus base in the indicator's unit, for what has no ratio that says anything. */
export const differenceSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
export type Difference = z.infer<typeof differenceSchema>;

export const toleranceSchema = z.strictObject({
  relative: z.number().nonnegative().optional(),
  absolute: z.number().nonnegative().optional(),
});

/** What the rounds of a measured indicator are worth, beside the verdict that they gave. */
export const roundEvidenceSchema = z.strictObject({
  /** Rounds after which the verdict was proven; null while it is open. */
  provenAfter: z.int().positive().nullable(),
  /** Rank correlation of each round with the one before; null for few rounds. */
  autocorrelation: z.number().min(-1).max(1).nullable(),
  /** Rank correlation of the rounds with their number; null for few rounds. */
  drift: z.number().min(-1).max(1).nullable(),
  /** Smallest ratio above the tolerance that as many rounds with this noise are expected to prove. */
  detectableRatio: z.number().positive().nullable(),
  /** Rounds that a verdict would take beyond these; null when it is there, or when none is in sight. */
  moreRounds: z.int().nonnegative().nullable(),
});
export type RoundEvidence = z.infer<typeof roundEvidenceSchema>;

export const comparisonSchema = z.strictObject({
  indicator: z.string(),
  label: z.string(),
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  kind: z.enum(['counted', 'measured', 'derived', 'declared']),
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
  reason: z.string().nullable(),
  /** Rounds behind the verdict; null for counted indicators. */
  rounds: z.int().nonnegative().nullable(),
  /** The base against itself under the same schedule; null for counted indicators. */
  control: z.strictObject({ effect: effectSchema.nullable(), differs: z.boolean() }).nullable(),
  /** Null for counted indicators, and where nothing could be decided from. */
  evidence: roundEvidenceSchema.nullable(),
  gated: z.boolean(),
  required: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const tailSchema = z.strictObject({
  /** Milliseconds, as its interval. */
  value: z.number().positive(),
  /** Of an order-statistic interval with a confidence of 95 %, were single runs independent. */
  low: z.number().positive(),
  high: z.number().positive(),
  runs: z.int().positive(),
});

/** The 99th percentile of latency; both sides or neither, and then why not. Never judged. */
export const tailLatencySchema = z.strictObject({
  base: tailSchema.nullable(),
  head: tailSchema.nullable(),
  reason: z.string().nullable(),
});
export type TailLatency = z.infer<typeof tailLatencySchema>;
/** An indicator without a row, which nothing hangs on, and why. */
export const unmeasuredSchema = z.strictObject({
  indicator: z.string(),
  provenance: z.literal('not-measured'),
  reason: z.string(),
});
export type Unmeasured = z.infer<typeof unmeasuredSchema>;

/** What the gate says of one model. Indicator ids throughout. */
export interface ModelJudgement {
  readonly relation: Relation;
  readonly improved: readonly string[];
  readonly regressed: readonly string[];
  /** Inconclusive or missing, required or not. */
  readonly unknown: readonly string[];
  readonly sentence: string;
}

export const conclusionSchema = z.enum(['passed', 'failed', 'incomplete', 'error']);
export type Conclusion = z.infer<typeof conclusionSchema>;

export const gateSchema = z.strictObject({
  conclusion: conclusionSchema,
  /** One plain sentence: what was concluded and what to do next. */
  summary: z.string(),
  /** Proven regressions beyond tolerance of gated indicators. */
  failures: z.array(z.strictObject({ model: z.string(), indicator: z.string() })),
  /** What was planned and could not be measured, each with its reason. */
  missing: z.array(z.strictObject({ model: z.string(), reason: z.string() })),
  /** Set when `warn-only` turned a failure into a warning. */
  warnOnly: z.boolean(),
});
export type Gate = z.infer<typeof gateSchema>;
