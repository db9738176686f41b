/**
 * How numbers read in prose and tables: with their unit, and with ratios in words that cannot be misread ("1.28
 * times the bytes", "12 % fewer MACs", never "28 % worse").
 */
import { type IndicatorId, QUALITY_PREFIX, type Tolerance } from './indicators.js';

/** Steps of a unit, smallest first, and how many digits matter. Values below `exactBelow` are shown as they are. */
interface Scale {
  readonly digits: number;
  readonly exactBelow: number;
  readonly steps: readonly (readonly [from: number, divisor: number, suffix: string])[];
}

const SCALES: Readonly<Record<string, Scale>> = {
  count: {
    digits: 4,
    exactBelow: 1e4,
    steps: [
      [0, 1, ''],
      [1e4, 1e3, ' k'],
      [1e6, 1e6, ' M'],
      [1e9, 1e9, ' G'],
      [1e12, 1e12, ' T'],
    ],
  },
  bytes: {
    digits: 3,
    exactBelow: 1e3,
    steps: [
      [0, 1, ' B'],
      [1e3, 1e3, ' kB'],
      [1e6, 1e6, ' MB'],
      [1e9, 1e9, ' GB'],
      [1e12, 1e12, ' TB'],
    ],
  },
  ratio: { digits: 4, exactBelow: 1e4, steps: [[0, 1, '']] },
  ms: {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1, ' ms'],
      [1e4, 1e3, ' s'],
    ],
  },
  'inferences/s': {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1, ' inferences/s'],
      [1e4, 1e3, ' k inferences/s'],
      [1e6, 1e6, ' M inferences/s'],
    ],
  },
  J: {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1e-6, ' µJ'],
      [1e-3, 1e-3, ' mJ'],
      [1, 1, ' J'],
      [1e3, 1e3, ' kJ'],
    ],
  },
  'g CO2e': {
    digits: 3,
    exactBelow: 0,
    steps: [
      [0, 1e-6, ' µg CO2e'],
      [1e-3, 1e-3, ' mg CO2e'],
      [1, 1, ' g CO2e'],
    ],
  },
};

const plainScale = (unit: string): Scale => ({
  digits: 4,
  exactBelow: 0,
  steps: [[0, 1, unit === '' ? '' : ` ${unit}`]],
});

/**
 * A value with its unit: `2.31 MB`, `349.2 M`, `812`, `1.234 ms`. Bytes and counts in powers of ten.
 * @param digits Significant digits, where the unit's own are too few.
 */
export function formatQuantity(value: number, unit: string, digits?: number): string {
  const scale = Object.hasOwn(SCALES, unit) ? (SCALES[unit] ?? plainScale(unit)) : plainScale(unit);
  const precision = digits ?? scale.digits;
  const rounded = Number(value.toPrecision(precision));
  const [, divisor, suffix] = scale.steps.findLast(([from]) => rounded >= from) ?? [0, 1, ''];
  const exact = Number.isInteger(value) && value < scale.exactBelow;
  return `${exact ? String(value) : significant(value / divisor, precision)}${suffix}`;
}

/** Head and base with as many digits as it takes to tell them apart: `2.31 MB against 1.81 MB`. */
export function formatAgainst(head: number, base: number, unit: string): string {
  return formatApart(head, base, unit).join(' against ');
}

/** Two values, each with as many digits as it takes to tell them apart. */
export function formatApart(one: number, other: number, unit: string): [string, string] {
  let [left, right] = [formatQuantity(one, unit), formatQuantity(other, unit)];
  for (let digits = 4; left === right && one !== other && digits <= 17; digits++) {
    [left, right] = [formatQuantity(one, unit, digits), formatQuantity(other, unit, digits)];
  }
  return [left, right];
}

/** Significant digits without an exponent, whole digits never dropped. */
function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  const whole = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits))))) + 1;
  return value.toFixed(Math.min(Math.max(digits - whole, 0), 100));
}

/** Decimals that show two significant digits of a distance; none for a distance of 0. */
function decimalsFor(distance: number): number {
  return distance === 0 ? 0 : Math.min(Math.max(1 - Math.floor(Math.log10(distance)), 0), 12);
}

/** A fraction in percent, two significant digits of what it is away from nothing or from all: `12 %`, `99.96 %`. */
export function formatPercent(fraction: number): string {
  const percent = Math.abs(fraction) * 100;
  const distance = percent < 100 ? Math.min(percent, 100 - percent) : percent;
  return `${Number(percent.toFixed(decimalsFor(distance)))} %`;
}

/** A ratio with two decimals, and more where two would read as no difference or as nothing: `1.28`, `1.0042`. */
export function formatRatio(ratio: number): string {
  if (ratio >= 100) return ratio.toFixed(0);
  return ratio.toFixed(Math.max(2, decimalsFor(Math.min(Math.abs(ratio - 1), ratio))));
}

/** An interval of ratios, as fine as it is narrow: `[0.85, 0.92]`, `[0.85, no upper bound]`. */
export function formatInterval({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number | null;
}): string {
  if (high === null) return `[${low === 0 ? 'no lower bound' : low.toFixed(2)}, no upper bound]`;
  const decimals = intervalDecimals(high - low);
  return `[${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`;
}

/** An estimate no finer than its interval, short enough for a table: `0.88 [0.85, 0.92]`, `1.05 [0.96, ∞]`. */
export function formatEstimate(ratio: number, low: number, high: number | null): string {
  const decimals = high === null ? 2 : intervalDecimals(high - low);
  const bounds = [low, high ?? Infinity].map((bound) => (bound === Infinity ? '∞' : bound.toFixed(decimals)));
  return `${ratio.toFixed(decimals)} [${bounds.join(', ')}]`;
}

/** A difference with its sign, and its interval where it has one: `-0.4 %`, `-0.4 % [-0.6, -0.2]`. */
export function formatDifference(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  unit: string,
): string {
  const decimals = decimalsFor(high > low ? high - low : Math.abs(value));
  const signed = (amount: number): string => {
    const text = Number(amount.toFixed(decimals));
    return `${text > 0 ? '+' : ''}${text}`;
  };
  const own = `${signed(value)}${unit === '' ? '' : ` ${unit}`}`;
  return low === high ? own : `${own} [${signed(low)}, ${signed(high)}]`;
}

/** At least the two first digits of its width are seen, and of a wide interval no more. */
const intervalDecimals = (width: number): number =>
  width < 0.005 ? 4 : width < 0.05 ? 3 : width < 1 ? 2 : width < 10 ? 1 : 0;

/** A stretch of time as people say it: `40 s`, `5 min`, `3.5 h`. */
export function formatDuration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** A tolerance in words: `5 %`, `5 % and 1.05 MB` (both must be exceeded), `none`. */
export function formatTolerance({ relative, absolute }: Tolerance, unit: string): string {
  const parts: string[] = [];
  if (relative !== undefined) parts.push(formatPercent(relative));
  if (absolute !== undefined)
    parts.push(Object.hasOwn(SCALES, unit) ? formatQuantity(absolute, unit) : `${absolute} ${unit}`.trim());
  return parts.length === 0 ? 'none' : parts.join(' and ');
}

/** What an indicator's number is a number of, in running text, and whether "fewer" may be said of it. */
const NOUNS: Readonly<Record<IndicatorId, { readonly noun: string; readonly countable: boolean }>> = {
  parameters: { noun: 'parameters', countable: true },
  non_zero_parameters: { noun: 'parameters that are not zero', countable: true },
  two_of_four_parameters: { noun: 'parameters in 2:4 sparsity', countable: true },
  zero_channels: { noun: 'zero channels', countable: true },
  model_bytes: { noun: 'bytes', countable: true },
  macs: { noun: 'MACs', countable: true },
  flops: { noun: 'FLOPs', countable: true },
  operators: { noun: 'operators', countable: true },
  macs_per_parameter: { noun: 'MACs for each parameter', countable: true },
  parameter_uses: { noun: 'uses of a parameter', countable: true },
  depth: { noun: 'depth', countable: false },
  parallelism: { noun: 'parallelism', countable: false },
  activations: { noun: 'activations', countable: true },
  peak_activation_bytes: { noun: 'bytes of activations at the peak', countable: true },
  memory_traffic_bytes: { noun: 'bytes of memory traffic', countable: true },
  arithmetic_intensity: { noun: 'arithmetic intensity', countable: false },
  peak_rss_bytes: { noun: 'peak memory', countable: false },
  device_memory_bytes: { noun: 'device memory', countable: false },
  latency_p50: { noun: 'median latency', countable: false },
  latency_p90: { noun: '90th-percentile latency', countable: false },
  throughput: { noun: 'throughput', countable: false },
  cpu_time: { noun: 'CPU time per inference', countable: false },
  load_time: { noun: 'load time', countable: false },
  first_inference: { noun: 'first-inference time', countable: false },
  energy_per_inference: { noun: 'energy per inference', countable: false },
  carbon_per_inference: { noun: 'carbon per inference', countable: false },
  cost_per_million: { noun: 'cost per million inferences', countable: false },
  training_flops_per_example: { noun: 'training FLOPs per example', countable: true },
  training_device_hours: { noun: 'training device hours', countable: true },
  training_examples_seen: { noun: 'training examples', countable: true },
  training_steps: { noun: 'training steps', countable: true },
  training_energy: { noun: 'training energy', countable: false },
  training_peak_memory: { noun: 'training memory', countable: false },
  training_sample_efficiency: { noun: 'quality per million training examples', countable: false },
};

/** The noun for an indicator in running text; a declared metric is called by its name, one of a benchmark in words. */
export function nounOf(indicator: string): { readonly noun: string; readonly countable: boolean } {
  if (Object.hasOwn(NOUNS, indicator)) return NOUNS[indicator as IndicatorId];
  const noun = indicator.startsWith(QUALITY_PREFIX)
    ? indicator.slice(QUALITY_PREFIX.length)
    : indicator.replaceAll('_', ' ');
  return { noun, countable: false };
}

/** Head over base in words: `1.28 times the bytes`, `12 % fewer MACs`, `0.88 times the median latency`. */
export function formatEffect(indicator: string, ratio: number): string {
  const { noun, countable } = nounOf(indicator);
  if (ratio === 1) return countable ? `as many ${noun}` : `the same ${noun}`;
  return ratio < 1 && countable
    ? `${formatPercent(1 - ratio)} fewer ${noun}`
    : `${formatRatio(ratio)} times the ${noun}`;
}
