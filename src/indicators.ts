/**
 * THE table of cost indicators. Behaviour that differs between indicators is a column here, never a switch
 * elsewhere.
 */
import { ENERGY_AND_MONEY, TRAINING } from './indicators/energy-and-training.js';

export type IndicatorId =
  | 'parameters'
  | 'model_bytes'
  | 'macs'
  | 'flops'
  | 'operators'
  | 'activations'
  | 'peak_rss_bytes'
  | 'latency_p50'
  | 'latency_p90'
  | 'throughput'
  | 'cpu_time'
  | 'load_time'
  | 'first_inference'
  | 'energy_per_inference'
  | 'carbon_per_inference'
  | 'cost_per_million'
  | 'training_flops_per_example'
  | 'training_device_hours'
  | 'training_examples_seen'
  | 'training_steps'
  | 'training_energy'
  | 'training_peak_memory'
  | 'training_sample_efficiency';

export type IndicatorGroup = 'size' | 'compute' | 'memory' | 'speed' | 'energy and money' | 'training';
/**
 * `derived` follows from another indicator of the same report and adds no evidence; `declared` is what the
 * repository says of itself. Declared quality is not in the table: its metrics are the user's.
 */
export type IndicatorKind = 'counted' | 'measured' | 'derived' | 'declared';
export type Direction = 'lower' | 'higher';
/** `count` is an exact integer; `bytes` an exact or observed integer; times are milliseconds. */
export type Unit = 'count' | 'bytes' | 'ms' | 'inferences/s' | 'J' | 'g CO2e' | 'currency' | 'h' | 'kWh' | '';

/**
 * How far head may be from base before it counts as different. With both given, a difference must exceed
 * both to count (a relative tolerance with an absolute floor).
 */
export interface Tolerance {
  /** Fraction of the base's value: 0.05 is 5 %. */
  readonly relative?: number | undefined;
  /** In the indicator's unit. */
  readonly absolute?: number | undefined;
}

/** How a round of a measured indicator becomes one head/base log-ratio (src/judge/round-statistic.ts). */
export type RoundStatistic =
  | 'cross-ratio of block medians'
  | 'pooled 90th percentile'
  | 'runs over time'
  | 'CPU time per run'
  | 'load time'
  | 'first run'
  | 'peak memory above the empty worker'
  | 'energy above idle per run';

export interface Indicator {
  readonly id: IndicatorId;
  readonly label: string;
  readonly group: IndicatorGroup;
  readonly kind: IndicatorKind;
  readonly phase: 'inference' | 'training';
  readonly unit: Unit;
  readonly better: Direction;
  readonly tolerance: Tolerance;
  /** Whether a proven regression fails the check. */
  readonly gated: boolean;
  /** Whether the relation of two models needs it (config `required:` overrides). */
  readonly required: boolean;
  /** What exactly the number is, for footnotes and docs. */
  readonly definition: string;
  /** Only for measured indicators. */
  readonly statistic?: RoundStatistic;
  /** Measured where counters of energy can be read, and nowhere else. */
  readonly needsMeter?: true;
}

const COUNTED_TOLERANCE: Tolerance = { relative: 0.01 };
const TIMING_TOLERANCE: Tolerance = { relative: 0.05 };
const MEBIBYTE = 1024 * 1024;

const counted = {
  kind: 'counted',
  phase: 'inference',
  better: 'lower',
  tolerance: COUNTED_TOLERANCE,
} as const;
const timed = { kind: 'measured', phase: 'inference', group: 'speed', tolerance: TIMING_TOLERANCE } as const;

export const INDICATORS: readonly Indicator[] = [
  {
    ...counted,
    id: 'parameters',
    label: 'parameters',
    group: 'size',
    unit: 'count',
    gated: true,
    required: true,
    definition:
      'Elements of constant floating or quantised tensors that reach a weight operand of a computing operator, each tensor once; no BatchNorm running statistics.',
  },
  {
    ...counted,
    id: 'model_bytes',
    label: 'model size',
    group: 'size',
    unit: 'bytes',
    gated: true,
    required: true,
    definition: 'Bytes of the model file and of the external data it refers to.',
  },
  {
    ...counted,
    id: 'macs',
    label: 'MACs (multiply-accumulates)',
    group: 'compute',
    unit: 'count',
    gated: true,
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
    gated: true,
    required: false,
    definition: '2 x MACs + elementwise and reduction operations of one inference.',
  },
  {
    ...counted,
    id: 'operators',
    label: 'operators',
    group: 'compute',
    unit: 'count',
    gated: false,
    required: false,
    definition: 'Operator executions of one inference, constants not counted.',
  },
  {
    ...counted,
    id: 'activations',
    label: 'activations',
    group: 'memory',
    unit: 'count',
    gated: true,
    required: false,
    definition: 'Elements written by the operators of one inference.',
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

const BY_ID: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.map((indicator) => [indicator.id, indicator]),
);

/** The indicator of that id, or undefined for a word that is none. */
export function findIndicator(id: string): Indicator | undefined {
  return BY_ID.get(id);
}

/** The indicator of an id that is known to exist. */
export function indicator(id: IndicatorId): Indicator {
  const found = BY_ID.get(id);
  if (found === undefined) throw new TypeError(`no such indicator: ${id}`);
  return found;
}

export const COUNTED = INDICATORS.filter(({ kind }) => kind === 'counted');
/** What is measured on every machine. */
export const MEASURED = INDICATORS.filter(({ kind, needsMeter }) => kind === 'measured' && !needsMeter);
/** What is measured where counters of energy can be read. */
export const METERED = INDICATORS.filter(({ needsMeter }) => needsMeter);

/** @param metered Whether counters of energy can be read. */
export const measuredIndicators = (metered: boolean): readonly Indicator[] =>
  metered ? [...MEASURED, ...METERED] : MEASURED;

/** Ids of declared quality metrics begin with this. */
export const QUALITY_PREFIX = 'quality.';
/** Stands for all of them in `required:`. */
export const ALL_QUALITY = 'quality';
