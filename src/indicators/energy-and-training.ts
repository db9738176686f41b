/** Rows of the table of indicators (src/indicators.ts): what running and training cost beside time. */

const energyAndMoney = {
  phase: 'inference',
  group: 'energy and money',
  better: 'lower',
  tolerance: { relative: 0.05 },
} as const;
const training = {
  phase: 'training',
  group: 'training',
  better: 'lower',
  tolerance: { relative: 0.01 },
} as const;
const derived = { kind: 'derived', gated: false, required: false } as const;
/** Shown, not gated: whoever trains longer for a better model says so. */
const declared = { kind: 'declared', gated: false, required: false } as const;

/** FLOPs of a training step over those of an inference: forward, and backward twice as much (DeepSpeed, calflops). */
export const TRAINING_OVER_INFERENCE = 3;

export const ENERGY_AND_MONEY = [
  {
    ...energyAndMoney,
    kind: 'measured',
    id: 'energy_per_inference',
    label: 'energy per inference',
    unit: 'J',
    gated: true,
    required: false,
    statistic: 'energy above idle per run',
    needsMeter: true,
    definition:
      "Energy of one inference by the machine's own counters, above what it draws in the same round while every process waits.",
  },
  {
    ...energyAndMoney,
    ...derived,
    id: 'carbon_per_inference',
    label: 'carbon per inference',
    unit: 'g CO2e',
    definition: 'Energy per inference times the configured carbon intensity of the grid.',
  },
  {
    ...energyAndMoney,
    ...derived,
    id: 'cost_per_million',
    label: 'cost per million inferences',
    unit: 'currency',
    definition:
      'The configured price of an hour over the inferences of an hour, for a machine that does one at a time without a pause.',
  },
] as const;

export const TRAINING = [
  {
    ...training,
    ...derived,
    id: 'training_flops_per_example',
    label: 'training FLOPs per example',
    unit: 'count',
    definition:
      '3 x the FLOPs of one inference: a backward pass takes about twice the forward pass (DeepSpeed, calflops).',
  },
  {
    ...training,
    ...declared,
    id: 'training_device_hours',
    label: 'training, device hours',
    unit: 'h',
    definition: 'Hours of all devices together that the training run took, as declared.',
  },
  {
    ...training,
    ...declared,
    id: 'training_examples_seen',
    label: 'training, examples seen',
    unit: 'count',
    definition: 'Examples seen until the quality was reached, repetitions included, as declared.',
  },
  {
    ...training,
    ...declared,
    id: 'training_steps',
    label: 'training, steps',
    unit: 'count',
    definition: 'Optimiser steps until the quality was reached, as declared.',
  },
  {
    ...training,
    ...declared,
    id: 'training_energy',
    label: 'training, energy',
    unit: 'kWh',
    definition: 'Energy of the training run, as declared.',
  },
  {
    ...training,
    ...declared,
    id: 'training_peak_memory',
    label: 'training, peak memory',
    unit: 'bytes',
    definition: 'Peak memory of one device during training, as declared.',
  },
  {
    ...training,
    ...derived,
    id: 'training_sample_efficiency',
    label: 'training, quality per million examples',
    unit: '',
    better: 'higher',
    definition: 'The declared quality that training reached, over the millions of examples that it saw.',
  },
] as const;
