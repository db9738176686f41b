import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/indicators/energy-and-training.ts
var energyAndMoney = {
  phase: "inference",
  group: "energy and money",
  better: "lower",
  tolerance: { relative: 0.05 }
};
var training = {
  phase: "training",
  group: "training",
  better: "lower",
  tolerance: { relative: 0.01 }
};
var derived = { kind: "derived", gated: false, required: false };
var declared = { kind: "declared", gated: false, required: false };
var TRAINING_OVER_INFERENCE = 3;
var ENERGY_AND_MONEY = [
  {
    ...energyAndMoney,
    kind: "measured",
    id: "energy_per_inference",
    label: "energy per inference",
    unit: "J",
    gated: true,
    required: false,
    statistic: "energy above idle per run",
    needsMeter: true,
    definition: "Energy of one inference by the machine's own counters, above what it draws in the same round while every process waits."
  },
  {
    ...energyAndMoney,
    ...derived,
    id: "carbon_per_inference",
    label: "carbon per inference",
    unit: "g CO2e",
    definition: "Energy per inference times the configured carbon intensity of the grid."
  },
  {
    ...energyAndMoney,
    ...derived,
    id: "cost_per_million",
    label: "cost per million inferences",
    unit: "currency",
    definition: "The configured price of an hour over the inferences of an hour, for a machine that does one at a time without a pause."
  }
];
var TRAINING = [
  {
    ...training,
    ...derived,
    id: "training_flops_per_example",
    label: "training FLOPs per example",
    unit: "count",
    definition: "3 x the FLOPs of one inference: a backward pass takes about twice the forward pass (DeepSpeed, calflops)."
  },
  {
    ...training,
    ...declared,
    id: "training_device_hours",
    label: "training, device hours",
    unit: "h",
    definition: "Hours of all devices together that the training run took, as declared."
  },
  {
    ...training,
    ...declared,
    id: "training_examples_seen",
    label: "training, examples seen",
    unit: "count",
    definition: "Examples seen until the quality was reached, repetitions included, as declared."
  },
  {
    ...training,
    ...declared,
    id: "training_steps",
    label: "training, steps",
    unit: "count",
    definition: "Optimiser steps until the quality was reached, as declared."
  },
  {
    ...training,
    ...declared,
    id: "training_energy",
    label: "training, energy",
    unit: "kWh",
    definition: "Energy of the training run, as declared."
  },
  {
    ...training,
    ...declared,
    id: "training_peak_memory",
    label: "training, peak memory",
    unit: "bytes",
    definition: "Peak memory of one device during training, as declared."
  },
  {
    ...training,
    ...derived,
    id: "training_sample_efficiency",
    label: "training, quality per million examples",
    unit: "",
    better: "higher",
    definition: "The declared quality that training reached, over the millions of examples that it saw."
  }
];

// src/indicators.ts
var COUNTED_TOLERANCE = { relative: 0.01 };
var TIMING_TOLERANCE = { relative: 0.05 };
var MEBIBYTE = 1024 * 1024;
var counted = {
  kind: "counted",
  phase: "inference",
  better: "lower",
  tolerance: COUNTED_TOLERANCE,
  gated: true,
  required: false
};
var descriptive = { ...counted, tolerance: {}, gated: false, descriptive: true };
var timed = { kind: "measured", phase: "inference", group: "speed", tolerance: TIMING_TOLERANCE };
var INDICATORS = [
  {
    ...counted,
    id: "parameters",
    label: "parameters",
    group: "size",
    unit: "count",
    required: true,
    definition: "Elements of constant floating or quantised tensors that reach a weight operand of a computing operator, each tensor once; no BatchNorm running statistics."
  },
  {
    ...counted,
    id: "non_zero_parameters",
    label: "parameters that are not zero",
    group: "size",
    unit: "count",
    gated: false,
    definition: "Parameters whose value is not zero; of quantised ones, not the zero point. The weights are read for it."
  },
  {
    ...descriptive,
    id: "two_of_four_parameters",
    label: "parameters in 2:4 sparsity",
    group: "size",
    unit: "count",
    better: "higher",
    definition: "Parameters of weights that keep at most two of each four neighbours along the axis that is summed over."
  },
  {
    ...descriptive,
    id: "zero_channels",
    label: "zero channels",
    group: "size",
    unit: "count",
    definition: "Output channels of convolutions, matrix products and recurrent gates whose weights are all zero."
  },
  {
    ...counted,
    id: "model_bytes",
    label: "model size",
    group: "size",
    unit: "bytes",
    required: true,
    definition: "Bytes of the model file and of the external data it refers to."
  },
  {
    ...counted,
    id: "macs",
    label: "MACs (multiply-accumulates)",
    group: "compute",
    unit: "count",
    required: true,
    definition: "Multiply-accumulates of convolutions, matrix products, attention and recurrent gates in one inference."
  },
  {
    ...counted,
    id: "flops",
    label: "FLOPs",
    group: "compute",
    unit: "count",
    definition: "2 x MACs + elementwise and reduction operations of one inference."
  },
  {
    ...counted,
    id: "operators",
    label: "operators",
    group: "compute",
    unit: "count",
    gated: false,
    definition: "Operator executions of one inference, constants not counted."
  },
  {
    ...descriptive,
    id: "macs_per_parameter",
    label: "MACs for each parameter",
    group: "compute",
    unit: "ratio",
    better: "higher",
    definition: "MACs of one inference over the parameters: how much is computed with each."
  },
  {
    ...descriptive,
    id: "parameter_uses",
    label: "uses of a parameter",
    group: "compute",
    unit: "ratio",
    better: "higher",
    definition: "Operator executions that use a parameter in one inference, on average: more than 1 where weights are shared."
  },
  {
    ...descriptive,
    id: "depth",
    label: "depth",
    group: "compute",
    unit: "count",
    definition: "Computing operators on the longest path from input to output; a loop is as long as its runs together."
  },
  {
    ...descriptive,
    id: "parallelism",
    label: "parallelism",
    group: "compute",
    unit: "ratio",
    better: "higher",
    definition: "FLOPs over those of the dearest path: how many operators could work at the same time, on average."
  },
  {
    ...counted,
    id: "activations",
    label: "activations",
    group: "memory",
    unit: "count",
    definition: "Elements written by the operators of one inference."
  },
  {
    ...counted,
    id: "peak_activation_bytes",
    label: "peak activations",
    group: "memory",
    unit: "bytes",
    definition: "Most bytes of computed values that exist at one time, run in the order of the graph; without inputs and weights."
  },
  {
    ...counted,
    id: "memory_traffic_bytes",
    label: "memory traffic",
    group: "memory",
    unit: "bytes",
    definition: "Bytes of every operand read and every result written by the operators of one inference, weights included, no caches."
  },
  {
    ...descriptive,
    id: "arithmetic_intensity",
    label: "arithmetic intensity",
    group: "memory",
    unit: "FLOPs/byte",
    better: "higher",
    definition: "FLOPs for each byte of memory traffic."
  },
  {
    kind: "measured",
    phase: "inference",
    id: "peak_rss_bytes",
    label: "peak memory",
    group: "memory",
    unit: "bytes",
    better: "lower",
    tolerance: { relative: 0.05, absolute: MEBIBYTE },
    gated: true,
    required: true,
    statistic: "peak memory above the empty worker",
    definition: "Peak resident memory of the worker process, after its first inference, above that of a worker with an empty model; less than 1 MiB counts as 1 MiB."
  },
  {
    kind: "measured",
    phase: "inference",
    id: "device_memory_bytes",
    label: "device memory",
    group: "memory",
    unit: "bytes",
    better: "lower",
    tolerance: { relative: 0.05, absolute: MEBIBYTE },
    gated: true,
    required: false,
    statistic: "device memory held",
    needsDevice: true,
    definition: "Memory of the card that the worker's process holds after its first inference, what the runtime itself takes there included."
  },
  {
    ...timed,
    id: "latency_p50",
    label: "latency, median",
    unit: "ms",
    better: "lower",
    gated: true,
    required: true,
    statistic: "cross-ratio of block medians",
    definition: "Median time of one inference after warm-up."
  },
  {
    ...timed,
    id: "latency_p90",
    label: "latency, 90th percentile",
    unit: "ms",
    better: "lower",
    gated: false,
    required: false,
    statistic: "pooled 90th percentile",
    definition: "90th percentile of the time of one inference after warm-up. Shown, not gated."
  },
  {
    ...timed,
    id: "throughput",
    label: "throughput",
    unit: "inferences/s",
    better: "higher",
    gated: true,
    required: false,
    statistic: "runs over time",
    definition: "Inferences over the time they took, at the configured batch."
  },
  {
    ...timed,
    id: "cpu_time",
    label: "CPU time per inference",
    unit: "ms",
    better: "lower",
    gated: true,
    required: false,
    statistic: "CPU time per run",
    definition: "User and system time of the worker process for one inference, all threads."
  },
  {
    ...timed,
    id: "load_time",
    label: "load time",
    unit: "ms",
    better: "lower",
    gated: true,
    required: false,
    statistic: "load time",
    definition: "Time to create the session from the model file, in a fresh process."
  },
  {
    ...timed,
    id: "first_inference",
    label: "first inference",
    unit: "ms",
    better: "lower",
    gated: true,
    required: false,
    statistic: "first run",
    definition: "Time of the first inference after loading, in a fresh process."
  },
  ...ENERGY_AND_MONEY,
  ...TRAINING
];
var BY_ID = new Map(
  INDICATORS.map((indicator2) => [indicator2.id, indicator2])
);
function findIndicator(id) {
  return BY_ID.get(id);
}
function indicator(id) {
  const found = BY_ID.get(id);
  if (found === void 0) throw new TypeError(`no such indicator: ${id}`);
  return found;
}
var COUNTED = INDICATORS.filter(({ kind }) => kind === "counted");
var MEASURED = INDICATORS.filter(
  ({ kind, needsMeter, needsDevice }) => kind === "measured" && !needsMeter && !needsDevice
);
var METERED = INDICATORS.filter(({ needsMeter }) => needsMeter);
var ON_DEVICE = INDICATORS.filter(({ needsDevice }) => needsDevice);
var measuredIndicators = (metered, onDevice = false) => [
  ...MEASURED,
  ...onDevice ? ON_DEVICE : [],
  ...metered ? METERED : []
];
var QUALITY_PREFIX = "quality.";
var ALL_QUALITY = "quality";
var OWN_TIMINGS = "timings";

// src/quantity.ts
var SCALES = {
  count: {
    digits: 4,
    exactBelow: 1e4,
    steps: [
      [0, 1, ""],
      [1e4, 1e3, " k"],
      [1e6, 1e6, " M"],
      [1e9, 1e9, " G"],
      [1e12, 1e12, " T"]
    ]
  },
  bytes: {
    digits: 3,
    exactBelow: 1e3,
    steps: [
      [0, 1, " B"],
      [1e3, 1e3, " kB"],
      [1e6, 1e6, " MB"],
      [1e9, 1e9, " GB"],
      [1e12, 1e12, " TB"]
    ]
  },
  ratio: { digits: 4, exactBelow: 1e4, steps: [[0, 1, ""]] },
  ms: {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1, " ms"],
      [1e4, 1e3, " s"]
    ]
  },
  "inferences/s": {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1, " inferences/s"],
      [1e4, 1e3, " k inferences/s"],
      [1e6, 1e6, " M inferences/s"]
    ]
  },
  J: {
    digits: 4,
    exactBelow: 0,
    steps: [
      [0, 1e-6, " µJ"],
      [1e-3, 1e-3, " mJ"],
      [1, 1, " J"],
      [1e3, 1e3, " kJ"]
    ]
  },
  "g CO2e": {
    digits: 3,
    exactBelow: 0,
    steps: [
      [0, 1e-6, " µg CO2e"],
      [1e-3, 1e-3, " mg CO2e"],
      [1, 1, " g CO2e"]
    ]
  }
};
var plainScale = (unit) => ({
  digits: 4,
  exactBelow: 0,
  steps: [[0, 1, unit === "" ? "" : ` ${unit}`]]
});
function formatQuantity(value, unit, digits) {
  const scale = Object.hasOwn(SCALES, unit) ? SCALES[unit] ?? plainScale(unit) : plainScale(unit);
  const precision = digits ?? scale.digits;
  const rounded = Number(value.toPrecision(precision));
  const [, divisor, suffix] = scale.steps.findLast(([from]) => rounded >= from) ?? [0, 1, ""];
  const exact = Number.isInteger(value) && value < scale.exactBelow;
  return `${exact ? String(value) : significant(value / divisor, precision)}${suffix}`;
}
function formatAgainst(head, base, unit) {
  return formatApart(head, base, unit).join(" against ");
}
function formatApart(one, other, unit) {
  let [left, right] = [formatQuantity(one, unit), formatQuantity(other, unit)];
  for (let digits = 4; left === right && one !== other && digits <= 17; digits++) {
    [left, right] = [formatQuantity(one, unit, digits), formatQuantity(other, unit, digits)];
  }
  return [left, right];
}
function significant(value, digits) {
  if (value === 0) return "0";
  const whole = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits))))) + 1;
  return value.toFixed(Math.min(Math.max(digits - whole, 0), 100));
}
function decimalsFor(distance) {
  return distance === 0 ? 0 : Math.min(Math.max(1 - Math.floor(Math.log10(distance)), 0), 12);
}
function formatPercent(fraction) {
  const percent = Math.abs(fraction) * 100;
  const distance = percent < 100 ? Math.min(percent, 100 - percent) : percent;
  return `${Number(percent.toFixed(decimalsFor(distance)))} %`;
}
function formatRatio(ratio) {
  if (ratio >= 100) return ratio.toFixed(0);
  return ratio.toFixed(Math.max(2, decimalsFor(Math.min(Math.abs(ratio - 1), ratio))));
}
function formatInterval({
  low,
  high
}) {
  if (high === null) return `[${low === 0 ? "no lower bound" : low.toFixed(2)}, no upper bound]`;
  const decimals = intervalDecimals(high - low);
  return `[${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`;
}
function formatEstimate(ratio, low, high) {
  const decimals = high === null ? 2 : intervalDecimals(high - low);
  const bounds = [low, high ?? Infinity].map((bound) => bound === Infinity ? "∞" : bound.toFixed(decimals));
  return `${ratio.toFixed(decimals)} [${bounds.join(", ")}]`;
}
function formatDifference({ value, low, high }, unit) {
  const decimals = decimalsFor(high > low ? high - low : Math.abs(value));
  const signed = (amount) => {
    const text = Number(amount.toFixed(decimals));
    return `${text > 0 ? "+" : ""}${text}`;
  };
  const own = `${signed(value)}${unit === "" ? "" : ` ${unit}`}`;
  return low === high ? own : `${own} [${signed(low)}, ${signed(high)}]`;
}
var intervalDecimals = (width) => width < 5e-3 ? 4 : width < 0.05 ? 3 : width < 1 ? 2 : width < 10 ? 1 : 0;
function formatDuration(seconds) {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
function formatTolerance({ relative, absolute }, unit) {
  const parts = [];
  if (relative !== void 0) parts.push(formatPercent(relative));
  if (absolute !== void 0)
    parts.push(Object.hasOwn(SCALES, unit) ? formatQuantity(absolute, unit) : `${absolute} ${unit}`.trim());
  return parts.length === 0 ? "none" : parts.join(" and ");
}
var NOUNS = {
  parameters: { noun: "parameters", countable: true },
  non_zero_parameters: { noun: "parameters that are not zero", countable: true },
  two_of_four_parameters: { noun: "parameters in 2:4 sparsity", countable: true },
  zero_channels: { noun: "zero channels", countable: true },
  model_bytes: { noun: "bytes", countable: true },
  macs: { noun: "MACs", countable: true },
  flops: { noun: "FLOPs", countable: true },
  operators: { noun: "operators", countable: true },
  macs_per_parameter: { noun: "MACs for each parameter", countable: true },
  parameter_uses: { noun: "uses of a parameter", countable: true },
  depth: { noun: "depth", countable: false },
  parallelism: { noun: "parallelism", countable: false },
  activations: { noun: "activations", countable: true },
  peak_activation_bytes: { noun: "bytes of activations at the peak", countable: true },
  memory_traffic_bytes: { noun: "bytes of memory traffic", countable: true },
  arithmetic_intensity: { noun: "arithmetic intensity", countable: false },
  peak_rss_bytes: { noun: "peak memory", countable: false },
  device_memory_bytes: { noun: "device memory", countable: false },
  latency_p50: { noun: "median latency", countable: false },
  latency_p90: { noun: "90th-percentile latency", countable: false },
  throughput: { noun: "throughput", countable: false },
  cpu_time: { noun: "CPU time per inference", countable: false },
  load_time: { noun: "load time", countable: false },
  first_inference: { noun: "first-inference time", countable: false },
  energy_per_inference: { noun: "energy per inference", countable: false },
  carbon_per_inference: { noun: "carbon per inference", countable: false },
  cost_per_million: { noun: "cost per million inferences", countable: false },
  training_flops_per_example: { noun: "training FLOPs per example", countable: true },
  training_device_hours: { noun: "training device hours", countable: true },
  training_examples_seen: { noun: "training examples", countable: true },
  training_steps: { noun: "training steps", countable: true },
  training_energy: { noun: "training energy", countable: false },
  training_peak_memory: { noun: "training memory", countable: false },
  training_sample_efficiency: { noun: "quality per million training examples", countable: false }
};
function nounOf(indicator2) {
  if (Object.hasOwn(NOUNS, indicator2)) return NOUNS[indicator2];
  const noun = indicator2.startsWith(QUALITY_PREFIX) ? indicator2.slice(QUALITY_PREFIX.length) : indicator2.replaceAll("_", " ");
  return { noun, countable: false };
}
function formatEffect(indicator2, ratio) {
  const { noun, countable } = nounOf(indicator2);
  if (ratio === 1) return countable ? `as many ${noun}` : `the same ${noun}`;
  return ratio < 1 && countable ? `${formatPercent(1 - ratio)} fewer ${noun}` : `${formatRatio(ratio)} times the ${noun}`;
}

// node_modules/simple-statistics/dist/simple-statistics.mjs
function sum(x) {
  if (x.length === 0) {
    return 0;
  }
  var sum2 = x[0];
  var correction = 0;
  var transition;
  if (typeof sum2 !== "number") {
    return Number.NaN;
  }
  for (var i = 1; i < x.length; i++) {
    if (typeof x[i] !== "number") {
      return Number.NaN;
    }
    transition = sum2 + x[i];
    if (Math.abs(sum2) >= Math.abs(x[i])) {
      correction += sum2 - transition + x[i];
    } else {
      correction += x[i] - transition + sum2;
    }
    sum2 = transition;
  }
  return sum2 + correction;
}
function mean(x) {
  if (x.length === 0) {
    throw new Error("mean requires at least one data point");
  }
  return sum(x) / x.length;
}
function sumNthPowerDeviations(x, n) {
  var meanValue = mean(x);
  var sum2 = 0;
  var tempValue;
  var i;
  if (n === 2) {
    for (i = 0; i < x.length; i++) {
      tempValue = x[i] - meanValue;
      sum2 += tempValue * tempValue;
    }
  } else {
    for (i = 0; i < x.length; i++) {
      sum2 += Math.pow(x[i] - meanValue, n);
    }
  }
  return sum2;
}
function sampleVariance(x) {
  if (x.length < 2) {
    throw new Error("sampleVariance requires at least two data points");
  }
  var sumSquaredDeviationsValue = sumNthPowerDeviations(x, 2);
  var besselsCorrection = x.length - 1;
  return sumSquaredDeviationsValue / besselsCorrection;
}
function sampleStandardDeviation(x) {
  var sampleVarianceX = sampleVariance(x);
  return Math.sqrt(sampleVarianceX);
}
function quantileSorted(x, p) {
  var idx = (x.length - 1) * p;
  if (x.length === 0) {
    throw new Error("quantile requires at least one data point.");
  } else if (p < 0 || p > 1) {
    throw new Error("quantiles must be between 0 and 1");
  } else if (p === 1) {
    return x[x.length - 1];
  } else if (p === 0) {
    return x[0];
  } else if (idx % 1 !== 0) {
    var lower = Math.floor(idx);
    var upper = Math.ceil(idx);
    var fraction = idx - lower;
    return x[lower] + fraction * (x[upper] - x[lower]);
  } else {
    return x[idx];
  }
}
function quickselect(arr, k, left, right) {
  left = left || 0;
  right = right || arr.length - 1;
  while (right > left) {
    if (right - left > 600) {
      var n = right - left + 1;
      var m = k - left + 1;
      var z2 = Math.log(n);
      var s = 0.5 * Math.exp(2 * z2 / 3);
      var sd = 0.5 * Math.sqrt(z2 * s * (n - s) / n);
      if (m - n / 2 < 0) {
        sd *= -1;
      }
      var newLeft = Math.max(left, Math.floor(k - m * s / n + sd));
      var newRight = Math.min(
        right,
        Math.floor(k + (n - m) * s / n + sd)
      );
      quickselect(arr, k, newLeft, newRight);
    }
    var t = arr[k];
    var i = left;
    var j = right;
    swap(arr, left, k);
    if (arr[right] > t) {
      swap(arr, left, right);
    }
    while (i < j) {
      swap(arr, i, j);
      i++;
      j--;
      while (arr[i] < t) {
        i++;
      }
      while (arr[j] > t) {
        j--;
      }
    }
    if (arr[left] === t) {
      swap(arr, left, j);
    } else {
      j++;
      swap(arr, j, right);
    }
    if (j <= k) {
      left = j + 1;
    }
    if (k <= j) {
      right = j - 1;
    }
  }
}
function swap(arr, i, j) {
  var tmp = arr[i];
  arr[i] = arr[j];
  arr[j] = tmp;
}
function quantile(x, p) {
  var copy = x.slice();
  if (Array.isArray(p)) {
    multiQuantileSelect(copy, p);
    var results = [];
    for (var i = 0; i < p.length; i++) {
      results[i] = quantileSorted(copy, p[i]);
    }
    return results;
  } else {
    var idx = quantileIndex(copy.length, p);
    quantileSelect(copy, idx, 0, copy.length - 1);
    return quantileSorted(copy, p);
  }
}
function quantileSelect(arr, k, left, right) {
  if (k % 1 === 0) {
    quickselect(arr, k, left, right);
  } else {
    k = Math.floor(k);
    quickselect(arr, k, left, right);
    quickselect(arr, k + 1, k + 1, right);
  }
}
function multiQuantileSelect(arr, p) {
  var positions = /* @__PURE__ */ new Set();
  for (var i = 0; i < p.length; i++) {
    var idx = quantileIndex(arr.length, p[i]);
    positions.add(Math.floor(idx));
    positions.add(Math.ceil(idx));
  }
  var indices = Array.from(positions).sort(compare);
  multiselect(arr, indices, 0, indices.length - 1, 0, arr.length - 1);
}
function multiselect(arr, indices, lo, hi, left, right) {
  if (lo > hi) {
    return;
  }
  var mid = lo + hi >> 1;
  quickselect(arr, indices[mid], left, right);
  multiselect(arr, indices, lo, mid - 1, left, indices[mid] - 1);
  multiselect(arr, indices, mid + 1, hi, indices[mid] + 1, right);
}
function compare(a, b) {
  return a - b;
}
function quantileIndex(len, p) {
  var idx = (len - 1) * p;
  if (p === 1) {
    return len - 1;
  } else if (p === 0) {
    return 0;
  } else if (idx % 1 !== 0) {
    return idx;
  } else {
    return idx;
  }
}
function median(x) {
  return +quantile(x, 0.5);
}
function medianAbsoluteDeviation(x) {
  var medianValue = median(x);
  var medianAbsoluteDeviations = [];
  for (var i = 0; i < x.length; i++) {
    medianAbsoluteDeviations.push(Math.abs(x[i] - medianValue));
  }
  return median(medianAbsoluteDeviations);
}
function medianSorted(sorted) {
  return quantileSorted(sorted, 0.5);
}
function sampleCovariance(x, y) {
  if (x.length !== y.length) {
    throw new Error("sampleCovariance requires samples with equal lengths");
  }
  if (x.length < 2) {
    throw new Error(
      "sampleCovariance requires at least two data points in each sample"
    );
  }
  var xmean = mean(x);
  var ymean = mean(y);
  var sum2 = 0;
  for (var i = 0; i < x.length; i++) {
    sum2 += (x[i] - xmean) * (y[i] - ymean);
  }
  var besselsCorrection = x.length - 1;
  return sum2 / besselsCorrection;
}
function sampleCorrelation(x, y) {
  var cov = sampleCovariance(x, y);
  var xstd = sampleStandardDeviation(x);
  var ystd = sampleStandardDeviation(y);
  return cov / xstd / ystd;
}
function midranks(values) {
  var order = values.map(function(value, index) {
    return [value, index];
  }).sort(function(a, b) {
    return a[0] - b[0];
  });
  var ranks = Array(values.length);
  var i = 0;
  while (i < order.length) {
    var j = i;
    while (j + 1 < order.length && order[j + 1][0] === order[i][0]) {
      j++;
    }
    var rank = (i + j) / 2;
    for (var k = i; k <= j; k++) {
      ranks[order[k][1]] = rank;
    }
    i = j + 1;
  }
  return ranks;
}
function sampleRankCorrelation(x, y) {
  return sampleCorrelation(midranks(x), midranks(y));
}
var BayesianClassifier = function BayesianClassifier2() {
  this.totalCount = 0;
  this.data = {};
};
BayesianClassifier.prototype.train = function train(item, category) {
  if (!this.data[category]) {
    this.data[category] = {};
  }
  for (var k in item) {
    var v = item[k];
    if (this.data[category][k] === void 0) {
      this.data[category][k] = {};
    }
    if (this.data[category][k][v] === void 0) {
      this.data[category][k][v] = 0;
    }
    this.data[category][k][v]++;
  }
  this.totalCount++;
};
BayesianClassifier.prototype.score = function score(item) {
  var odds = {};
  var category;
  for (var k in item) {
    var v = item[k];
    for (category in this.data) {
      if (odds[category] === void 0) {
        odds[category] = {};
      }
      if (this.data[category][k]) {
        odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
      } else {
        odds[category][k + "_" + v] = 0;
      }
    }
  }
  var oddsSums = {};
  for (category in odds) {
    oddsSums[category] = 0;
    for (var combination in odds[category]) {
      oddsSums[category] += odds[category][combination];
    }
  }
  return oddsSums;
};
var COEFFICIENTS = [
  0.9999999999999971,
  57.15623566586292,
  -59.59796035547549,
  14.136097974741746,
  -0.4919138160976202,
  3399464998481189e-20,
  4652362892704858e-20,
  -9837447530487956e-20,
  1580887032249125e-19,
  -21026444172410488e-20,
  21743961811521265e-20,
  -1643181065367639e-19,
  8441822398385275e-20,
  -26190838401581408e-21,
  36899182659531625e-22
];
var g = 607 / 128;
var LOGSQRT2PI = Math.log(Math.sqrt(2 * Math.PI));
function gammaln(n) {
  if (n <= 0) {
    return Number.POSITIVE_INFINITY;
  }
  n--;
  var a = COEFFICIENTS[0];
  for (var i = 1; i < 15; i++) {
    a += COEFFICIENTS[i] / (n + i);
  }
  var tmp = g + 0.5 + n;
  return LOGSQRT2PI + Math.log(a) - tmp + (n + 0.5) * Math.log(tmp);
}
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z2) {
  var sum2 = z2;
  var tmp = z2;
  for (var i = 1; i < 30; i++) {
    tmp *= z2 * z2 / (2 * i + 1);
    sum2 += tmp;
  }
  return Math.round((0.5 + sum2 / SQRT_2PI$1 * Math.exp(-z2 * z2 / 2)) * 1e4) / 1e4;
}
var standardNormalTable = [];
for (z = 0; z <= 3.09; z += 0.01) {
  standardNormalTable.push(cumulativeDistribution(z));
}
var z;
var SQRT_2PI = Math.sqrt(2 * Math.PI);
var PerceptronModel = function PerceptronModel2() {
  this.weights = [];
  this.bias = 0;
};
PerceptronModel.prototype.predict = function predict(features) {
  if (features.length !== this.weights.length) {
    return null;
  }
  var score2 = 0;
  for (var i = 0; i < this.weights.length; i++) {
    score2 += this.weights[i] * features[i];
  }
  score2 += this.bias;
  if (score2 > 0) {
    return 1;
  } else {
    return 0;
  }
};
PerceptronModel.prototype.train = function train2(features, label) {
  if (label !== 0 && label !== 1) {
    return null;
  }
  if (features.length !== this.weights.length) {
    this.weights = features.slice();
    this.bias = 1;
  }
  var prediction = this.predict(features);
  if (typeof prediction === "number" && prediction !== label) {
    var gradient = label - prediction;
    for (var i = 0; i < this.weights.length; i++) {
      this.weights[i] += gradient * features[i];
    }
    this.bias += gradient;
  }
  return this;
};

export {
  TRAINING_OVER_INFERENCE,
  INDICATORS,
  findIndicator,
  indicator,
  COUNTED,
  MEASURED,
  METERED,
  ON_DEVICE,
  measuredIndicators,
  QUALITY_PREFIX,
  ALL_QUALITY,
  OWN_TIMINGS,
  formatQuantity,
  formatAgainst,
  formatApart,
  formatPercent,
  formatRatio,
  formatInterval,
  formatEstimate,
  formatDifference,
  formatDuration,
  formatTolerance,
  nounOf,
  formatEffect,
  mean,
  sampleStandardDeviation,
  quantileSorted,
  quantile,
  median,
  medianAbsoluteDeviation,
  medianSorted,
  sampleRankCorrelation,
  gammaln
};
