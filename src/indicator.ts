/** What an indicator is. Which there are: indicators.ts. */

export type IndicatorId =
  | 'parameters'
  | 'non_zero_parameters'
  | 'two_of_four_parameters'
  | 'zero_channels'
  | 'model_bytes'
  | 'macs'
  | 'flops'
  | 'operators'
  | 'macs_per_parameter'
  | 'parameter_uses'
  | 'depth'
  | 'parallelism'
  | 'activations'
  | 'peak_activation_bytes'
  | 'memory_traffic_bytes'
  | 'arithmetic_intensity'
  | 'peak_rss_bytes'
  | 'device_memory_bytes'
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
export type Unit =
  | 'count'
  | 'ratio'
  | 'bytes'
  | 'FLOPs/byte'
  | 'ms'
  | 'inferences/s'
  | 'J'
  | 'g CO2e'
  | 'currency'
  | 'h'
  | 'kWh'
  | '';

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
  | 'device memory held'
  | 'energy above idle per run';

/** The same for what a benchmark of the user's own reports under that name. */
export interface ReadingStatistic {
  readonly reading: string;
}

export interface Indicator {
  /** Of the table in indicators.ts, or a name that a benchmark of the user's own gave. */
  readonly id: string;
  readonly label: string;
  readonly group: IndicatorGroup;
  readonly kind: IndicatorKind;
  readonly phase: 'inference' | 'training';
  readonly unit: string;
  readonly better: Direction;
  readonly tolerance: Tolerance;
  /** Whether a proven regression fails the check. */
  readonly gated: boolean;
  /** Whether the relation of two models needs it (config `required:` overrides). */
  readonly required: boolean;
  /**
   * Says what a model is like, not what it costs: neither more nor less is better as such. It is shown without a
   * verdict, unless the configuration gives it a tolerance or requires it.
   */
  readonly descriptive?: true;
  /** What exactly the number is, for footnotes and docs. */
  readonly definition: string;
  /** Only for measured indicators. */
  readonly statistic?: RoundStatistic | ReadingStatistic;
}

/** A row of the table. */
export interface KnownIndicator extends Indicator {
  readonly id: IndicatorId;
  readonly unit: Unit;
  readonly statistic?: RoundStatistic;
  /** Measured where counters of energy can be read, and nowhere else. */
  readonly needsMeter?: true;
  /** Measured where the card that a model runs on can be read, and nowhere else. */
  readonly needsDevice?: true;
}

/** Tolerances by indicator; of declared metrics by `quality.NAME`, of benchmarks by `benchmarks.NAME.INDICATOR`. */
export type Tolerances = Readonly<Record<string, Tolerance>>;
