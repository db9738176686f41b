import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  qualityToleranceSchema
} from "./chunk-7PLQM42J.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/declared/declaration.ts
var metricName = external_exports.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.@+-]{0,63}$/, "expected letters, digits and _ . @ + - for a name");
var unit = external_exports.string().max(20);
var amount = external_exports.number().positive();
var MOST_EXAMPLES = 2e5;
var MOST_METRICS = 50;
var MOST_MODELS = 1e3;
var bounds = external_exports.strictObject({
  relative: external_exports.number().nonnegative().optional(),
  absolute: external_exports.number().nonnegative().optional()
});
var writtenMetric = external_exports.strictObject({
  value: external_exports.number().optional().describe("The metric over all examples. Left out where outcomes are given."),
  outcomes: external_exports.array(external_exports.number()).min(2).max(MOST_EXAMPLES).optional().describe(
    "One number for each example, 0 or 1 or a score, in the same order at base and head: the metric is their mean."
  ),
  better: external_exports.enum(["higher", "lower"]).default("higher"),
  unit: unit.default(""),
  tolerance: qualityToleranceSchema.default({ absolute: 0 }).describe("How far head may be from base before it counts as different. Default: not at all.")
}).refine(
  ({ value, outcomes }) => value === void 0 !== (outcomes === void 0),
  "expected either value or outcomes"
);
var metricSetting = external_exports.union(
  [external_exports.number().transform((value) => writtenMetric.parse({ value })), writtenMetric],
  {
    error: "expected a number, or {value, better, unit, tolerance} or {outcomes, ...}"
  }
);
var trainingSchema = external_exports.strictObject({
  device: external_exports.string().max(100).optional().describe('What it ran on: "8 x A100 80 GB".'),
  device_hours: amount.optional().describe("Hours of all devices together."),
  examples_seen: amount.optional().describe("Examples until the quality was reached, repetitions included."),
  steps: amount.optional().describe("Optimiser steps until the quality was reached."),
  energy_kwh: amount.optional(),
  peak_memory_bytes: amount.optional().describe("Of one device."),
  reached: external_exports.strictObject({
    metric: metricName,
    value: amount,
    better: external_exports.enum(["higher", "lower"]).default("higher")
  }).optional().describe("The quality that the run reached: what examples and steps are counted up to.")
});
var parts = {
  training: trainingSchema.optional().describe("What training the model took."),
  quality: external_exports.record(metricName, metricSetting).refine(
    (metrics) => Object.keys(metrics).length <= MOST_METRICS,
    `expected at most ${MOST_METRICS} metrics`
  ).optional().describe("Metrics of quality, by name.")
};
var declaredFileSchema = external_exports.strictObject({
  $schema: external_exports.string().optional(),
  ...parts,
  models: external_exports.record(external_exports.string(), external_exports.strictObject(parts)).refine((models) => Object.keys(models).length <= MOST_MODELS, `expected at most ${MOST_MODELS} models`).optional().describe("By path of the model, in place of what stands at the top.")
});
var metricSchema = external_exports.strictObject({
  value: external_exports.number(),
  better: external_exports.enum(["higher", "lower"]),
  unit,
  tolerance: bounds,
  /** Null where the metric came as one number. */
  outcomes: external_exports.array(external_exports.number()).nullable()
});
var declarationSchema = external_exports.strictObject({
  training: trainingSchema.nullable(),
  quality: external_exports.record(external_exports.string(), metricSchema)
});
var unevaluatedSchema = external_exports.strictObject({
  base: external_exports.string().nullable(),
  head: external_exports.string().nullable()
});

// src/measure/agreement.ts
var agreementFiguresSchema = external_exports.strictObject({
  /** Inputs that both were run on. */
  inputs: external_exports.int().positive(),
  /** Tensors compared for each input. */
  outputs: external_exports.int().positive(),
  maxAbsolute: external_exports.number().nonnegative(),
  /** Over the largest magnitude of the base's tensor; null where that is 0. */
  maxRelative: external_exports.number().nonnegative().nullable(),
  /** Of the two tensors that point apart most; null where one of two is zero. */
  minCosine: external_exports.number().min(-1).max(1).nullable(),
  /** Share of rows with the same largest element, 0 to 1; null where no output has rows of classes. */
  top1Agreement: external_exports.number().min(0).max(1).nullable(),
  /** Elements that are finite on one side only. */
  notFinite: external_exports.int().nonnegative()
});
var agreementSchema = external_exports.union([
  agreementFiguresSchema.extend({
    indicator: external_exports.literal("output_agreement"),
    provenance: external_exports.literal("measured")
  }),
  external_exports.strictObject({
    indicator: external_exports.literal("output_agreement"),
    provenance: external_exports.literal("not-measured"),
    reason: external_exports.string()
  })
]);

export {
  declaredFileSchema,
  declarationSchema,
  unevaluatedSchema,
  agreementFiguresSchema,
  agreementSchema
};
