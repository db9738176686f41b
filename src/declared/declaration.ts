/**
 * The declaration: what a repository says of a model's training and quality, which no gate can measure. The type that
 * the declared stage owns; a command that evaluates a model prints the same document.
 */
import { z } from 'zod';
import { qualityToleranceSchema } from '../config/tolerance.js';

const metricName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@+-]{0,63}$/, 'expected letters, digits and _ . @ + - for a name');
const unit = z.string().max(20);
const amount = z.number().positive();
const MOST_EXAMPLES = 200_000;
const MOST_METRICS = 50;
const MOST_MODELS = 1000;

const bounds = z.strictObject({
  relative: z.number().nonnegative().optional(),
  absolute: z.number().nonnegative().optional(),
});

const writtenMetric = z
  .strictObject({
    value: z.number().optional().describe('The metric over all examples. Left out where outcomes are given.'),
    outcomes: z
      .array(z.number())
      .min(2)
      .max(MOST_EXAMPLES)
      .optional()
      .describe(
        'One number for each example, 0 or 1 or a score, in the same order at base and head: the metric is their mean.',
      ),
    better: z.enum(['higher', 'lower']).default('higher'),
    unit: unit.default(''),
    tolerance: qualityToleranceSchema
      .default({ absolute: 0 })
      .describe('How far head may be from base before it counts as different. Default: not at all.'),
  })
  .refine(
    ({ value, outcomes }) => (value === undefined) !== (outcomes === undefined),
    'expected either value or outcomes',
  );

/** A metric as a number, or with what belongs to it. */
const metricSetting = z.union(
  [z.number().transform((value) => writtenMetric.parse({ value })), writtenMetric],
  {
    error: 'expected a number, or {value, better, unit, tolerance} or {outcomes, ...}',
  },
);

export const trainingSchema = z.strictObject({
  device: z.string().max(100).optional().describe('What it ran on: "8 x A100 80 GB".'),
  device_hours: amount.optional().describe('Hours of all devices together.'),
  examples_seen: amount.optional().describe('Examples until the quality was reached, repetitions included.'),
  steps: amount.optional().describe('Optimiser steps until the quality was reached.'),
  energy_kwh: amount.optional(),
  peak_memory_bytes: amount.optional().describe('Of one device.'),
  reached: z
    .strictObject({
      metric: metricName,
      value: amount,
      better: z.enum(['higher', 'lower']).default('higher'),
    })
    .optional()
    .describe('The quality that the run reached: what examples and steps are counted up to.'),
});
export type Training = z.infer<typeof trainingSchema>;

const parts = {
  training: trainingSchema.optional().describe('What training the model took.'),
  quality: z
    .record(metricName, metricSetting)
    .refine(
      (metrics) => Object.keys(metrics).length <= MOST_METRICS,
      `expected at most ${MOST_METRICS} metrics`,
    )
    .optional()
    .describe('Metrics of quality, by name.'),
};

/** The file. What stands at the top holds for every model that has no entry of its own. */
export const declaredFileSchema = z.strictObject({
  $schema: z.string().optional(),
  ...parts,
  models: z
    .record(z.string(), z.strictObject(parts))
    .refine((models) => Object.keys(models).length <= MOST_MODELS, `expected at most ${MOST_MODELS} models`)
    .optional()
    .describe('By path of the model, in place of what stands at the top.'),
});
export type DeclaredFile = z.infer<typeof declaredFileSchema>;

export const metricSchema = z.strictObject({
  value: z.number(),
  better: z.enum(['higher', 'lower']),
  unit,
  tolerance: bounds,
  /** Null where the metric came as one number. */
  outcomes: z.array(z.number()).nullable(),
});
export type Metric = z.infer<typeof metricSchema>;

/** What is said of one model at one revision. */
export const declarationSchema = z.strictObject({
  training: trainingSchema.nullable(),
  quality: z.record(z.string(), metricSchema),
});
export type Declaration = z.infer<typeof declarationSchema>;

/** Why the quality command said nothing of a side; null where it did. */
export const unevaluatedSchema = z.strictObject({
  base: z.string().nullable(),
  head: z.string().nullable(),
});
export type Unevaluated = z.infer<typeof unevaluatedSchema>;
