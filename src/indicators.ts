/**
 * THE table of cost indicators. Behaviour that differs between indicators is a column here, never a switch
 * elsewhere.
 */
import { ENERGY_AND_MONEY, TRAINING } from './indicators/energy-and-training.js';

import type { IndicatorId, KnownIndicator, Tolerance } from './indicator.js';

export { TRAINING_OVER_INFERENCE } from './indicators/energy-and-training.js';
export type * from './indicator.js';

const COUNTED_TOLERANCE: Tolerance = { relative: 0.01 };
const TIMING_TOLERANCE: Tolerance = { relative: 0.05 };
const MEBIBYTE = 1024 * 1024;

const counted = {
  kind: 'counted',
  phase: 'inference',
  better: 'lower',
  tolerance: COUNTED_TOLERANCE,
  gated: true,
  required: false,
} as const;
const descriptive = { ...counted, tolerance: {}, gated: false, descriptive: true } as const;
const timed = { kind: 'measured', phase: 'inference', group: 'speed', tolerance: TIMING_TOLERANCE } as const;

export const INDICATORS: readonly KnownIndicator[] = [
  {
    ...counted,
    id: 'parameters',
    label: 'parameters',
    group: 'size',
    unit: 'count',
    required: true,
    definition:
      'Elements of constant floating or quantised tensors that reach a weight operand of a computing operator, each tensor once; no BatchNorm running statistics.',
  },
  {
    ...counted,
    id: 'non_zero_parameters',
    label: 'parameters that are not zero',
    group: 'size',
    unit: 'count',
    gated: false,
    definition:
      'Parameters whose value is not zero; of quantised ones, not the zero point. The weights are read for it.',
  },
  {
    ...descriptive,
    id: 'two_of_four_parameters',
    label: 'parameters in 2:4 sparsity',
    group: 'size',
    unit: 'count',
    better: 'higher',
    definition:
      'Parameters of weights that keep at most two of each four neighbours along the axis that is summed over.',
  },
  {
    ...descriptive,
    id: 'zero_channels',
    label: 'zero channels',
    group: 'size',
    unit: 'count',
    definition:
      'Output channels of convolutions, matrix products and recurrent gates whose weights are all zero.',
  },
  {
    ...counted,
    id: 'model_bytes',
    label: 'model size',
    group: 'size',
    unit: 'bytes',
    required: true,
    definition: 'Bytes of the model file and of the external data it refers to.',
  },
  {
    ...counted,
    id: 'macs',
    label: 'MACs (multiply-accumulates)',
    group: 'compute',
    unit: 'count',
    required: true,
    definition:
      'Multiply-accumulates of convolutions, matrix products, attention and recurrent gates in one inference.',
  },
  {
    ...counted,
    id: 'flops',
    label: 'FLOPs',
    group: 'compute',
    unit: 'count',
    definition: '2 x MACs + elementwise and reduction operations of one inference.',
  },
  {
    ...counted,
    id: 'operators',
    label: 'operators',
    group: 'compute',
    unit: 'count',
    gated: false,
    definition: 'Operator executions of one inference, constants not counted.',
  },
  {
    ...descriptive,
    id: 'macs_per_parameter',
    label: 'MACs for each parameter',
    group: 'compute',
    unit: 'ratio',
    better: 'higher',
    definition: 'MACs of one inference over the parameters: how much is computed with each.',
  },
  {
    ...descriptive,
    id: 'parameter_uses',
    label: 'uses of a parameter',
    group: 'compute',
    unit: 'ratio',
    better: 'higher',
    definition:
      'Operator executions that use a parameter in one inference, on average: more than 1 where weights are shared.',
  },
  {
    ...descriptive,
    id: 'depth',
    label: 'depth',
    group: 'compute',
    unit: 'count',
    definition:
      'Computing operators on the longest path from input to output; a loop is as long as its runs together.',
  },
  {
    ...descriptive,
    id: 'parallelism',
    label: 'parallelism',
    group: 'compute',
    unit: 'ratio',
    better: 'higher',
    definition:
      'FLOPs over those of the dearest path: how many operators could work at the same time, on average.',
  },
  {
    ...counted,
    id: 'activations',
    label: 'activations',
    group: 'memory',
    unit: 'count',
    definition: 'Elements written by the operators of one inference.',
  },
  {
    ...counted,
    id: 'peak_activation_bytes',
    label: 'peak activations',
    group: 'memory',
    unit: 'bytes',
    definition:
      'Most bytes of computed values that exist at one time, run in the order of the graph; without inputs and weights.',
  },
  {
    ...counted,
    id: 'memory_traffic_bytes',
    label: 'memory traffic',
    group: 'memory',
    unit: 'bytes',
    definition:
      'Bytes of every operand read and every result written by the operators of one inference, weights included, no caches.',
  },
  {
    ...descriptive,
    id: 'arithmetic_intensity',
    label: 'arithmetic intensity',
    group: 'memory',
    unit: 'FLOPs/byte',
    better: 'higher',
    definition: 'FLOPs for each byte of memory traffic.',
  },
  {
    kind: 'measured',
    phase: 'inference',
    id: 'peak_rss_bytes',
    label: 'peak memory',
    group: 'memory',
    unit: 'bytes',
    better: 'lower',
    tolerance: { relative: 0.05, absolute: MEBIBYTE },
    gated: true,
    required: true,
    statistic: 'peak memory above the empty worker',
    definition:
      'Peak resident memory of the worker process, after its first inference, above that of a worker with an empty model; less than 1 MiB counts as 1 MiB.',
  },
  {
    kind: 'measured',
    phase: 'inference',
    id: 'device_memory_bytes',
    label: 'device memory',
    group: 'memory',
    unit: 'bytes',
    better: 'lower',
    tolerance: { relative: 0.05, absolute: MEBIBYTE },
    gated: true,
    required: false,
    statistic: 'device memory held',
    needsDevice: true,
    definition:
      "Memory of the card that the worker's process holds after its first inference, what the runtime itself takes there included.",
  },
  {
    ...timed,
    id: 'latency_p50',
    label: 'latency, median',
    unit: 'ms',
    better: 'lower',
    gated: true,
    required: true,
    statistic: 'cross-ratio of block medians',
    definition: 'Median time of one inference after warm-up.',
  },
  {
    ...timed,
    id: 'latency_p90',
    label: 'latency, 90th percentile',
    unit: 'ms',
    better: 'lower',
    gated: false,
    required: false,
    statistic: 'pooled 90th percentile',
    definition: '90th percentile of the time of one inference after warm-up. Shown, not gated.',
  },
  {
    ...timed,
    id: 'throughput',
    label: 'throughput',
    unit: 'inferences/s',
    better: 'higher',
    gated: true,
    required: false,
    statistic: 'runs over time',
    definition: 'Inferences over the time they took, at the configured batch.',
  },
  {
    ...timed,
    id: 'cpu_time',
    label: 'CPU time per inference',
    unit: 'ms',
    better: 'lower',
    gated: true,
    required: false,
    statistic: 'CPU time per run',
    definition: 'User and system time of the worker process for one inference, all threads.',
  },
  {
    ...timed,
    id: 'load_time',
    label: 'load time',
    unit: 'ms',
    better: 'lower',
    gated: true,
    required: false,
    statistic: 'load time',
    definition: 'Time to create the session from the model file, in a fresh process.',
  },
  {
    ...timed,
    id: 'first_inference',
    label: 'first inference',
    unit: 'ms',
    better: 'lower',
    gated: true,
    required: false,
    statistic: 'first run',
    definition: 'Time of the first inference after loading, in a fresh process.',
  },
  ...ENERGY_AND_MONEY,
  ...TRAINING,
];

const BY_ID: ReadonlyMap<string, KnownIndicator> = new Map(
  INDICATORS.map((indicator) => [indicator.id, indicator]),
);

/** The indicator of that id, or undefined for a word that is none. */
export function findIndicator(id: string): KnownIndicator | undefined {
  return BY_ID.get(id);
}

/** The indicator of an id that is known to exist. */
export function indicator(id: IndicatorId): KnownIndicator {
  const found = BY_ID.get(id);
  if (found === undefined) throw new TypeError(`no such indicator: ${id}`);
  return found;
}

export const COUNTED = INDICATORS.filter(({ kind }) => kind === 'counted');
/** What is measured on every machine. */
export const MEASURED = INDICATORS.filter(
  ({ kind, needsMeter, needsDevice }) => kind === 'measured' && !needsMeter && !needsDevice,
);
/** What is measured where counters of energy can be read. */
export const METERED = INDICATORS.filter(({ needsMeter }) => needsMeter);

/** What is measured where the card that a model runs on can be read. */
export const ON_DEVICE = INDICATORS.filter(({ needsDevice }) => needsDevice);

/**
 * @param metered Whether counters of energy can be read.
 * @param onDevice Whether the card that a model runs on can be read.
 */
export const measuredIndicators = (metered: boolean, onDevice = false): readonly KnownIndicator[] => [
  ...MEASURED,
  ...(onDevice ? ON_DEVICE : []),
  ...(metered ? METERED : []),
];

/** Ids of declared quality metrics begin with this. */
export const QUALITY_PREFIX = 'quality.';
/** Stands for all of them in `required:`. */
export const ALL_QUALITY = 'quality';
/** Stands among tolerances for the timings that benchmarks of the user's own report, whatever their names. */
export const OWN_TIMINGS = 'timings';
