import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

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
function formatRatio(ratio2) {
  if (ratio2 >= 100) return ratio2.toFixed(0);
  return ratio2.toFixed(Math.max(2, decimalsFor(Math.min(Math.abs(ratio2 - 1), ratio2))));
}
function formatInterval({
  low,
  high
}) {
  if (high === null) return `[${low === 0 ? "no lower bound" : low.toFixed(2)}, no upper bound]`;
  const decimals = intervalDecimals(high - low);
  return `[${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`;
}
function formatEstimate(ratio2, low, high) {
  const decimals = high === null ? 2 : intervalDecimals(high - low);
  const bounds = [low, high ?? Infinity].map((bound) => bound === Infinity ? "∞" : bound.toFixed(decimals));
  return `${ratio2.toFixed(decimals)} [${bounds.join(", ")}]`;
}
function formatDifference({ value, low, high }, unit) {
  const decimals = decimalsFor(high > low ? high - low : Math.abs(value));
  const signed2 = (amount) => {
    const text = Number(amount.toFixed(decimals));
    return `${text > 0 ? "+" : ""}${text}`;
  };
  const own = `${signed2(value)}${unit === "" ? "" : ` ${unit}`}`;
  return low === high ? own : `${own} [${signed2(low)}, ${signed2(high)}]`;
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
function formatEffect(indicator2, ratio2) {
  const { noun, countable } = nounOf(indicator2);
  if (ratio2 === 1) return countable ? `as many ${noun}` : `the same ${noun}`;
  return ratio2 < 1 && countable ? `${formatPercent(1 - ratio2)} fewer ${noun}` : `${formatRatio(ratio2)} times the ${noun}`;
}

// src/render/plural.ts
function plural(count, noun, many = `${noun}s`) {
  return `${count} ${count === 1 ? noun : many}`;
}

// src/render/signs.ts
var VERDICTS = {
  improved: { sign: "✓", word: "improved", tone: "good" },
  equivalent: { sign: "≈", word: "equivalent", tone: "quiet" },
  regressed: { sign: "✗", word: "regressed", tone: "bad" },
  inconclusive: { sign: "?", word: "inconclusive", tone: "unsure" }
};
var DESCRIBED = { sign: "·", word: "described", tone: "quiet" };
var STANDINGS = {
  failed: { sign: "!", word: "not compared", tone: "bad" },
  unmeasured: { sign: "!", word: "not fully measured", tone: "bad" },
  dominated: { sign: "✗", word: "dominated", tone: "bad" },
  "trade-off": { sign: "±", word: "trade-off", tone: "mixed" },
  inconclusive: { sign: "?", word: "inconclusive", tone: "unsure" },
  removed: { sign: "−", word: "removed", tone: "quiet" },
  added: { sign: "+", word: "added", tone: "quiet" },
  equivalent: { sign: "≈", word: "equivalent", tone: "quiet" },
  dominates: { sign: "✓", word: "dominates", tone: "good" },
  identical: { sign: "=", word: "identical", tone: "quiet" }
};
var FROM_LEAST_FAVOURABLE = Object.keys(STANDINGS);
var verdictMark = (verdict) => verdict === null ? DESCRIBED : VERDICTS[verdict];
function standingOf({ relation, status }) {
  if (status === "failed" && relation !== null) return "unmeasured";
  if (status !== "compared") return status;
  return relation ?? "inconclusive";
}
var standingMark = (model) => STANDINGS[standingOf(model)];
function leastFavourableFirst(models) {
  const rank = (model) => FROM_LEAST_FAVOURABLE.indexOf(standingOf(model));
  return models.toSorted((one, other) => rank(one) - rank(other));
}
var signed = ({ sign, word }) => `${sign} ${word}`;

// src/render/notes.ts
function provenanceOf({ base, head }) {
  return head.provenance === "not-measured" ? base.provenance : head.provenance;
}
function provenanceNotes({ comparisons, measurement }) {
  const rounds = measurement === null ? "rounds" : plural(measurement.rounds.length, "round");
  const words = {
    counted: "counted from the graph and the file, exact",
    measured: `measured in ${rounds} of fresh processes, side by side; interval in brackets`,
    derived: "derived from other numbers of this report",
    estimated: "estimated by a model of cost, not measured",
    declared: "declared by the author, not checked",
    "not-measured": "not measured, for the reason given"
  };
  return new Map(
    comparisons.map((comparison) => [provenanceOf(comparison), words[provenanceOf(comparison)]])
  );
}
function controlNote({ comparisons }) {
  const controls = comparisons.flatMap(
    ({ indicator: indicator2, control }) => control?.effect == null ? [] : [{ indicator: indicator2, differs: control.differs, effect: control.effect }]
  );
  if (controls.length === 0) return "The base was not measured against its own copy.";
  const differing = controls.filter(({ differs: differs2 }) => differs2);
  const found = (differing.length > 0 ? differing : [farthest(controls)]).map(
    ({ indicator: indicator2, effect: { ratio: ratio2, low, high } }) => `${nounOf(indicator2).noun} ${formatEstimate(ratio2, low, high)}`
  ).join(", ");
  return differing.length > 0 ? `The base differs from its own copy in ${found}: no difference of the head is claimed there.` : `The base against its own copy: no difference found in ${plural(controls.length, "indicator")}; the farthest is ${found}.`;
}
function farthest(controls) {
  const distance = ({ effect }) => Math.abs(Math.log(effect.ratio));
  return controls.reduce((one, other) => distance(other) > distance(one) ? other : one);
}
var DESCRIBED2 = "described, not judged:";
function toleranceNote(comparisons) {
  const nouns = /* @__PURE__ */ new Map();
  for (const { indicator: indicator2, tolerance, unit, kind, verdict } of comparisons) {
    if (kind === "derived") continue;
    const words = verdict === null ? DESCRIBED2 : `${formatTolerance(tolerance, unit)} for`;
    nouns.set(words, [...nouns.get(words) ?? [], nounOf(indicator2).noun]);
  }
  return [...nouns].map(([words, names]) => `${words} ${names.join(", ")}`).join("; ");
}
function methodNote({ alpha, decisions }) {
  return `Every round starts fresh processes for the base, the head and a copy of the base (the control) on the same machine, in random order, and only rounds count as independent evidence. Each measured ratio is tested against its tolerance, never against zero, by a test that may be looked at after every round; all ${plural(decisions, "timing decision")} together are wrong with a probability of at most ${formatPercent(alpha)}.`;
}
function formatDate(iso) {
  return `${new Date(iso).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function problemNote({ problem, comparisons, measurement }) {
  if (problem === null) return null;
  const next = `Next: ${problem.next}`;
  if (comparisons.length === 0) return next;
  return `${measurement === null ? "Not measured" : "Not measured to the end"}: ${problem.message} ${next}`;
}

// src/render/escape.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
var NAME_LENGTH = 160;
var TEXT_LENGTH = 1500;
var codePoint = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
function visible(text, length) {
  return shorten(
    shorten(text, 2 * length).replace(/\s+/gu, " ").trim().replace(UNSEEN, codePoint),
    length
  );
}
function shorten(text, length) {
  if (text.length <= length) return text;
  const kept = Math.floor((length - 1) / 2);
  return `${text.slice(0, kept).replace(/[\uD800-\uDBFF]$/, "")}…${text.slice(-kept).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
function beginningOf(escaped, length) {
  if (escaped.length <= length) return escaped;
  return `${escaped.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function terminalText(text, length = TEXT_LENGTH) {
  return visible(text, length);
}
function plainName(name) {
  return visible(name, NAME_LENGTH);
}
function markdownCode(name) {
  const text = visible(name, NAME_LENGTH);
  return text === "" ? "(no name)" : codeSpan(text);
}
var codeSpan = (text) => `\`${text.replace(/[`|]/g, codePoint)}\``;
function htmlCode(name) {
  return `<code>${escapeMarkup(visible(name, NAME_LENGTH))}</code>`;
}
function htmlText(text) {
  return visible(text, NAME_LENGTH).split(" ").map((word) => isPlain(word) ? escapeMarkup(word) : `<code>${escapeMarkup(word)}</code>`).join(" ");
}
function escapeMarkup(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
var PROSE = /^[\p{L}\p{M}\p{N}.,;:!?()[\]'’"“”%/+=×÷±≈…–—-]*$/u;
var LINKED = [
  /\/\//,
  // addresses
  /www\./i,
  /!\[|\]\(|\]:|\]\[/,
  // links and images
  /gh-\d/i,
  // issues
  /(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{7,40}(?![0-9a-z])/i,
  // commits
  /:[\w+-]+:/
  // emoji
];
function markdownText(text, length = TEXT_LENGTH) {
  const [first = "", ...others] = visible(text, length).split(" ");
  return [lineStart(markdownWord(first)), ...others.map(markdownWord)].join(" ");
}
var isPlain = (word) => PROSE.test(word) && !LINKED.some((pattern) => pattern.test(word));
function markdownWord(word) {
  if (!isPlain(word)) {
    const [, before = "", core = "", after = ""] = /^([("“]*)(.*?)([.,;:?)"”]*)$/su.exec(word) ?? [];
    return `${before}${codeSpan(core)}${after}`;
  }
  const interval = /\d/.test(word) && !new RegExp("\\p{L}", "u").test(word);
  return interval ? word : word.replace(/[[\]]/g, String.raw`\$&`);
}
function lineStart(word) {
  return word.replace(/^([-+=]+|\d+[.)])$/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);
}
function markdownLabel(label) {
  return markdownText(label, NAME_LENGTH);
}

// src/render/interval.ts
var STRIP_WIDTH = 19;
var STRIP_LEGEND = [
  ["[ ]", "tolerance"],
  ["│", "no change"],
  ["●", "estimate"],
  ["├─┤", "its interval"],
  ["< >", "beyond the scale"]
];
var BAND_SHARE = 0.3;
var ROUNDING = 1e-12;
var FINEST_TOLERANCE = 0.01;
function intervalStrip({ ratio: ratio2, low, high }, { tolerance, better, width = STRIP_WIDTH }) {
  const half = Math.floor(width / 2);
  const band = Math.round(half * BAND_SHARE);
  const cellsPerLog = band / Math.log1p(Math.max(tolerance, FINEST_TOLERANCE));
  const edge = tolerance === 0 ? 0 : band;
  const place = (value) => {
    const logRatio = Math.log(value);
    const offset = Math.abs(logRatio) * cellsPerLog;
    const beyond = Math.abs(logRatio) > Math.log1p(tolerance) + ROUNDING;
    const cells3 = beyond ? Math.max(Math.round(offset), edge + 1) : Math.round(offset);
    return logRatio > 0 === (better === "lower") ? cells3 : -cells3;
  };
  const ends = [place(low), place(high ?? Infinity)];
  const [best, worst, estimate] = [Math.min(...ends), Math.max(...ends), place(ratio2)];
  const cells2 = Array.from({ length: 2 * half + 1 }, (_, index) => {
    const at = index - half;
    const inside = at >= best && at <= worst && best !== worst;
    if (edge > 0 && Math.abs(at) === edge) return at < 0 ? "[" : "]";
    if (at === 0) return inside ? "┼" : "│";
    return inside ? "─" : "·";
  });
  const draw = (at, character) => {
    if (Math.abs(at) <= half) cells2[at + half] = character;
  };
  if (best !== worst) {
    draw(best, "├");
    draw(worst, "┤");
  }
  const leftmost = best < -half ? 1 - half : -half;
  const rightmost = worst > half ? half - 1 : half;
  if (best < -half) draw(-half, "<");
  if (worst > half) draw(half, ">");
  draw(Math.min(Math.max(estimate, leftmost), rightmost), "●");
  return cells2.join("");
}

// src/render/comparison-cells.ts
var NOT_MEASURED = "not measured";
function comparisonCells(comparison, stripWidth) {
  const [base, head] = values(comparison);
  return { base, head, change: change(comparison), strip: strip(comparison, stripWidth) };
}
function values({ base, head, effect, kind, unit }) {
  const exact = kind === "counted" || kind === "declared" || kind === "derived" && isExact(effect);
  if (exact && base.value !== null && head.value !== null) {
    return formatApart(base.value, head.value, unit);
  }
  const text = ({ value }) => value === null ? NOT_MEASURED : formatQuantity(value, unit);
  return [text(base), text(head)];
}
var isExact = (effect) => effect !== null && effect.low === effect.high;
function change({ base, head, effect, kind, difference, unit }) {
  if (difference !== void 0)
    return difference.value === 0 && isExact(effect) ? "the same" : formatDifference(difference, unit);
  if (effect === null) {
    if (base.value !== 0 || head.value === null) return "unknown";
    return head.value === 0 ? "the same" : "no ratio to 0";
  }
  if (kind === "measured" || !isExact(effect)) {
    return formatEstimate(effect.ratio, effect.low, effect.high).replace(" ", " times ");
  }
  return effect.ratio === 1 ? "the same" : `${formatRatio(effect.ratio)} times`;
}
function openReason({ base, head, reason, verdict, kind }) {
  if (kind === "derived") return null;
  const missing = [base, head].find(({ value }) => value === null);
  if (missing === void 0 && verdict !== "inconclusive") return null;
  return reason ?? missing?.reason ?? "the reason is not recorded";
}
function strip(comparison, width) {
  const { effect, base, tolerance, better, verdict } = comparison;
  if (effect === null || verdict === null) return null;
  const { relative = 0, absolute = 0 } = tolerance;
  const bound = absolute === 0 || base.value === null ? relative : Math.max(relative, absolute / base.value);
  return intervalStrip(effect, { tolerance: bound, better, ...width === void 0 ? {} : { width } });
}

// src/render/tail-note.ts
function tailNote({ tail }) {
  if (tail === null) return null;
  const { base, head, reason } = tail;
  if (base === null || head === null) return `not shown: ${reason ?? "the reason is not recorded"}.`;
  return `base ${sideOf(base)}, head ${sideOf(head)}; 95 % order-statistic intervals over single runs, which within a process know of each other: shown, never judged.`;
}
function sideOf({ value, low, high, runs }) {
  const [lowest, highest] = [formatQuantity(low, "ms"), formatQuantity(high, "ms")];
  return `${formatQuantity(value, "ms")} [${lowest}, ${highest}] of ${runs} runs`;
}

// src/render/causes.ts
function causeSupplements({ causes = [], profile }) {
  const partings = /* @__PURE__ */ new Map();
  for (const cause of causes) partings.set(cause.parting, [...partings.get(cause.parting) ?? [], cause]);
  return [...partings].map(([parting, found]) => {
    const rows = distinct(found.flatMap(({ evidence }) => evidence));
    const runs = profile?.base?.runs ?? profile?.head?.runs ?? null;
    return {
      title: `Why they disagree: ${parting}`,
      header: ["what shows it", "base", "head"],
      rows: rows.map((row) => [nameOf(row), ...valuesOf(row)]),
      align: "lrr",
      notes: [
        ...found.map(({ sentence }) => sentence),
        ...runs !== null && rows.some(({ figure }) => figure === "time") ? [
          `Times and rates of operators as profiled, median of ${plural(runs, "run")}: the profiler adds to the time of every kernel. What it adds is deducted before a cause is named.`
        ] : []
      ]
    };
  });
}
function distinct(rows) {
  return [
    ...new Map(
      rows.map((row) => [[row.of, row.name, row.provider, row.figure].join(" "), row])
    ).values()
  ];
}
var CPU = "CPUExecutionProvider";
function nameOf({ of, name, provider, figure }) {
  if (of === "indicator") return findIndicator(name)?.label ?? name;
  const where = provider === void 0 || provider === CPU ? "" : ` on ${provider}`;
  return `${name}${where}: ${figure}`;
}
function valuesOf({ base, head, unit, of }) {
  const missing = of === "operator" ? "none" : "not known";
  if (base !== null && head !== null) return formatApart(base, head, unit);
  const text = (value) => value === null ? missing : formatQuantity(value, unit);
  return [text(base), text(head)];
}

// src/render/operator-times.ts
var NAMED = 8;
var PADDED = 1.02;
function operatorTimesSupplement({ profile, comparisons }) {
  if (profile === null) return [];
  const { base, head, reason } = profile;
  const latency = comparisons.find(({ indicator: indicator2 }) => indicator2 === "latency_p50");
  return [
    {
      title: "Time by operator",
      header: ["operator", "base", "GMAC/s", "head", "GMAC/s"],
      rows: base === null && head === null ? [] : rowsOf(base, head),
      align: "lrrrr",
      notes: [
        ...sideNote("base", base, latency?.base.value ?? null),
        ...sideNote("head", head, latency?.head.value ?? null),
        ...base?.placement === void 0 && head?.placement === void 0 ? [] : [
          "Of kernels on an accelerator these are the times of launching them; what the device itself took is in the set-up, where it is known."
        ],
        ...reason === null ? [] : [`Not profiled to the end: ${reason}`],
        "Operators are those of the graph as the runtime has optimised it, each with the multiply-accumulates that its kernels do. Described by one profiled process a side, which adds to the time of every kernel: no verdict rests on it."
      ]
    }
  ];
}
function rowsOf(base, head) {
  const names = byTime(base, head);
  const row = (name, ops) => [
    name,
    ...cells(base, ops),
    ...cells(head, ops)
  ];
  const others = names.slice(NAMED);
  return [
    ...names.slice(0, NAMED).map((op) => row(op, [op])),
    ...others.length === 0 ? [] : [row(`${others.length} others`, others)],
    row("all", names)
  ];
}
function byTime(base, head) {
  const most = /* @__PURE__ */ new Map();
  for (const { op, timeMs } of [...base?.operators ?? [], ...head?.operators ?? []])
    most.set(op, Math.max(most.get(op) ?? 0, timeMs));
  return [...most].sort(([, one], [, other]) => other - one).map(([op]) => op);
}
function cells(times, ops) {
  if (times === null) return ["not measured", "not measured"];
  const own = times.operators.filter(({ op }) => ops.includes(op));
  if (own.length === 0) return ["none", "none"];
  const timeMs = own.reduce((sum2, row) => sum2 + row.timeMs, 0);
  const known = own.flatMap(({ macs: macs2 }) => macs2 ?? []);
  const macs = known.reduce((sum2, each) => sum2 + each, 0);
  const rate = known.length < own.length || times.placement !== void 0 ? "not known" : macs === 0 || timeMs === 0 ? "no MACs" : rateOf(macs, timeMs);
  return [`${formatQuantity(timeMs, "ms", 3)} (${formatPercent(timeMs / (times.timeMs || 1))})`, rate];
}
var rateOf = (macs, timeMs) => (macs / timeMs / 1e6).toPrecision(3);
function sideNote(side, times, latencyMs) {
  if (times === null) return [];
  const { macs, executedMacs, timeMs, gmacPerS, arenaPeakBytes, runs } = times;
  const beside = latencyMs === null ? "" : ` (median latency unprofiled: ${formatQuantity(latencyMs, "ms")})`;
  const padded = macs !== null && executedMacs !== null && executedMacs > PADDED * macs ? ` Its kernels do ${formatQuantity(executedMacs, "count")}: channels are padded to the runtime's blocks.` : "";
  return [
    `${side}: ${macs === null ? "MACs not known" : `${formatQuantity(macs, "count")} MACs`} in ${formatQuantity(timeMs, "ms")} of kernels${beside}, median of ${runs} runs${gmacPerS === null ? "" : `: ${gmacPerS.toPrecision(3)} GMAC/s`}.${padded} At most ${arenaPeakBytes === null ? "an unknown number of bytes" : formatQuantity(arenaPeakBytes, "bytes")} in use in the runtime's arena.`
  ];
}

// src/render/sweep-table.ts
function sweepSupplements({ sweeps }) {
  return sweeps.map((sweep) => sweep.kind === "batch" ? batchTable(sweep) : threadTable(sweep));
}
var NOT_MEASURED2 = "not measured";
var DESCRIBED3 = "Medians of a few fresh processes for each side, taking turns. Described, not judged: no verdict rests on it.";
function batchTable({ points, saturatesAt }) {
  const throughput = (side) => side === null ? NOT_MEASURED2 : formatQuantity(side.throughput, "inferences/s");
  const perRun = (side) => side === null ? NOT_MEASURED2 : formatQuantity(side.latencyMs, "ms");
  return {
    title: "Throughput by batch",
    header: ["batch", "base", "one run", "head", "one run", "head / base"],
    rows: points.map(({ value, base, head }) => [
      String(value),
      throughput(base),
      perRun(base),
      throughput(head),
      perRun(head),
      ratio(base, head)
    ]),
    align: "rrrrrr",
    notes: [
      ...points.some(({ base }) => base !== null) ? [
        `Saturation, the least batch beyond which no larger one brings 5 % more: base ${saturation(saturatesAt.base)}, head ${saturation(saturatesAt.head)}.`
      ] : [],
      ...absences(points),
      DESCRIBED3
    ]
  };
}
function threadTable({ points }) {
  const cells2 = (side) => side === null ? [NOT_MEASURED2, NOT_MEASURED2] : [
    formatQuantity(side.latencyMs, "ms"),
    side.speedUp === null || side.efficiency === null ? "not known" : `${side.speedUp.toFixed(2)} times, ${formatPercent(side.efficiency)}`
  ];
  return {
    title: "Latency by threads",
    header: ["threads", "base", "speed-up, efficiency", "head", "speed-up, efficiency", "head / base"],
    rows: points.map(({ value, base, head }) => [
      String(value),
      ...cells2(base),
      ...cells2(head),
      ratio(base, head)
    ]),
    align: "rrrrrr",
    notes: [
      "Speed-up of throughput over the fewest threads; efficiency: the speed-up over the threads that were added, 100 % where all of them pay. The last column is throughput.",
      ...absences(points),
      DESCRIBED3
    ]
  };
}
var ratio = (base, head) => base === null || head === null ? NOT_MEASURED2 : `${(head.throughput / base.throughput).toFixed(2)} times`;
var saturation = (value) => value === null ? "not reached" : `at ${value}`;
function absences(points) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { value, reason } of points)
    if (reason !== null) reasons.set(reason, [...reasons.get(reason) ?? [], value]);
  return [...reasons].map(([reason, values2]) => `Not measured at ${values2.join(", ")}: ${reason}`);
}

// src/render/supplements.ts
function supplementsOf(model) {
  return [...causeSupplements(model), ...profileSupplements(model)];
}
function profileSupplements(model) {
  return [...operatorTimesSupplement(model), ...sweepSupplements(model)];
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
function midranks(values2) {
  var order = values2.map(function(value, index) {
    return [value, index];
  }).sort(function(a, b) {
    return a[0] - b[0];
  });
  var ranks = Array(values2.length);
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

// src/measure/placement.ts
var placementSchema = external_exports.strictObject({
  /** As it was asked for. */
  provider: external_exports.string(),
  /** Of one inference, copies between devices not counted. */
  kernels: external_exports.int().nonnegative(),
  onProvider: external_exports.int().nonnegative(),
  /** Of tensors between devices, which the runtime adds where a neighbour runs elsewhere. */
  copies: external_exports.int().nonnegative(),
  /** What ran elsewhere, most kernels first. */
  elsewhere: external_exports.array(external_exports.strictObject({ op: external_exports.string(), provider: external_exports.string(), kernels: external_exports.int().positive() })),
  /** Of those in one inference, milliseconds: the median over the profiled runs. */
  elsewhereMs: external_exports.number().nonnegative(),
  /** Of one inference under the profiler, as a user waits for it, milliseconds: the median. */
  inferenceMs: external_exports.number().nonnegative(),
  /** Time that the device itself worked in one inference, by its own clock, milliseconds: the median; null: not known. */
  deviceMs: external_exports.number().nonnegative().nullable()
});
var COPY = /^Memcpy(To|From)Host$/;
function ranOn(ran, asked) {
  const word = asked.toLowerCase();
  return ran.replace(/ExecutionProvider$/, "").toLowerCase() === (word === "directml" ? "dml" : word);
}
function placementOf({ kernels, nodes, accelerator }) {
  if (accelerator === void 0) return null;
  const { provider, runsUs, deviceUs } = accelerator;
  const computing = kernels.filter(({ op }) => !COPY.test(op));
  const away = computing.filter((kernel) => !ranOn(kernel.provider, provider));
  const groups = /* @__PURE__ */ new Map();
  for (const { op, provider: where } of away) {
    const key = `${op} ${where}`;
    groups.set(key, { op, provider: where, kernels: (groups.get(key)?.kernels ?? 0) + 1 });
  }
  const names = new Set(away.map(({ node }) => node));
  const times = nodes.filter(({ node }) => names.has(node)).map(({ timesUs }) => timesUs);
  const elsewhereUs = runsUs.map((_, run) => times.reduce((sum2, ofNode) => sum2 + (ofNode[run] ?? 0), 0));
  return {
    provider,
    kernels: computing.length,
    onProvider: computing.length - away.length,
    copies: kernels.length - computing.length,
    elsewhere: [...groups.values()].sort((one, other) => other.kernels - one.kernels),
    elsewhereMs: medianMs(elsewhereUs),
    inferenceMs: medianMs(runsUs),
    deviceMs: deviceUs === null ? null : medianMs(deviceUs)
  };
}
var medianMs = (timesUs) => timesUs.length === 0 ? 0 : median([...timesUs]) / 1e3;
var NAMED2 = 6;
function placementInWords(placement) {
  const { provider, kernels, onProvider, elsewhere, copies } = placement;
  const on = `${onProvider} of ${kernels} kernel${kernels === 1 ? "" : "s"} on ${provider}`;
  const between = copies === 0 ? "" : `, ${copies} cop${copies === 1 ? "y" : "ies"} between devices`;
  if (elsewhere.length === 0) return `${on}${between}`;
  const where = [...new Set(elsewhere.map((group) => providerName(group.provider)))].join(" and ");
  return `${on}; ${kernels - onProvider} on ${where} with ${shareElsewhere(placement)} of the time of an inference (${operators(elsewhere)})${between}`;
}
function shareElsewhere({ elsewhereMs, inferenceMs }) {
  return inferenceMs === 0 ? "a share that is not known" : formatPercent(Math.min(1, elsewhereMs / inferenceMs));
}
function operators(elsewhere) {
  const named = elsewhere.slice(0, NAMED2).map(({ op, kernels }) => `${op} ×${kernels}`);
  const more = elsewhere.length - named.length;
  return [...named, ...more > 0 ? [`${more} other operators`] : []].join(", ");
}
var providerName = (provider) => provider.replace(/ExecutionProvider$/, "");
function devicePartInWords({ provider, deviceMs, inferenceMs }) {
  if (deviceMs === null) {
    return `not known: ONNX Runtime's profiler gives no time of the device itself for ${provider} here, and its kernel times are those of launching`;
  }
  const all = `of ${formatQuantity(inferenceMs, "ms")} under the profiler, ${formatQuantity(deviceMs, "ms")} in kernels by the device's own clock`;
  return deviceMs > inferenceMs ? `${all}: more than the whole, so that this clock is not to be trusted` : `${all}; the rest is transfers, launches and waiting`;
}

// src/render/device.ts
function placementFacts({
  measurement,
  profile
}) {
  if (measurement === null || measurement.harness !== void 0 || measurement.provider === "cpu") return [];
  return ["base", "head"].flatMap((role) => {
    const placement = profile?.[role]?.placement;
    if (placement === void 0) {
      const why = profile === null ? "it was not profiled" : profile.reason ?? "the profiler did not tell";
      return [[`placement of the ${role}`, `not known: ${why}`]];
    }
    return [
      [`placement of the ${role}`, placementInWords(placement)],
      [`device's part of the ${role}`, devicePartInWords(placement)]
    ];
  });
}
function deviceFacts({ device, rounds }) {
  if (device === void 0) return [];
  if ("reason" in device) return [["card", `not read: ${device.reason}`]];
  return [
    ["card", describeCard(device)],
    ["card in the rounds", describeRounds(rounds)]
  ];
}
function describeCard({ name, uuid, index, cards, driver, memoryBytes, ...card }) {
  const { powerLimitW, maxSmClockMhz, memoryBy } = card;
  return [
    name,
    `number ${index} of ${plural(cards, "card")} (${uuid})`,
    driver === null ? "driver not told" : `driver ${driver}`,
    memoryBytes === null ? "memory not told" : `${formatQuantity(memoryBytes, "bytes")} of memory`,
    powerLimitW === null ? "power limit not told" : `power limit ${powerLimitW} W`,
    maxSmClockMhz === null ? "highest clock not told" : `clock up to ${maxSmClockMhz} MHz`,
    memoryBy === "process" ? "memory of a worker by the driver" : "memory of a worker by what the card's use grew, since the driver hides processes"
  ].join(", ");
}
function describeRounds(rounds) {
  const read = rounds.flatMap(({ device }) => device ?? []);
  if (read.length === 0) return "not read in any round";
  const throttled = read.filter((one) => one.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))];
  const untold = read.every(({ throttle }) => throttle === null);
  const others = read.flatMap(({ otherProcesses }) => otherProcesses ?? []);
  return [
    untold ? "throttling not told" : `${throttled.length} of ${plural(rounds.length, "round")} under throttling${reasons.length === 0 ? "" : ` (${reasons.join(", ")})`} (marked, not dropped)`,
    span(
      "clock",
      read.map(({ smClockMhz }) => smClockMhz),
      "MHz"
    ),
    span(
      "memory clock",
      read.map(({ memClockMhz }) => memClockMhz),
      "MHz"
    ),
    span(
      "temperature",
      read.map(({ temperatureC }) => temperatureC),
      "°C"
    ),
    span(
      "power",
      read.map(({ powerW }) => powerW),
      "W"
    ),
    others.length === 0 ? "other processes not told" : `other processes on it: ${Math.max(...others)} at most`
  ].join(", ");
}
function span(what, values2, unit) {
  const known = values2.filter((value) => value !== null);
  if (known.length === 0) return `${what} not told`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? `${what} ${most} ${unit}` : `${what} ${least} to ${most} ${unit}`;
}

// src/render/sandbox.ts
function sandboxFacts(sandbox) {
  const { residentBytes, dataBytes, cpuS, fileBytes, openFiles, network, privileges, missing } = sandbox;
  const bytes = (count) => formatQuantity(count, "bytes");
  const held = [
    residentBytes === null ? [] : [`${bytes(residentBytes)} of resident memory`],
    dataBytes === null ? [] : [`${bytes(dataBytes)} of private memory`],
    cpuS === null ? [] : [`${cpuS} s of CPU time`],
    fileBytes === null ? [] : [`files of ${bytes(fileBytes)}`],
    openFiles === null ? [] : [`${openFiles} open files`],
    network === "none" ? ["no network"] : [],
    privileges === "fixed" ? ["no new privileges"] : []
  ].flat();
  const lacking = missing.map(({ what, why }) => `${what} (${why})`);
  return [
    [
      "a worker may have at most",
      held.length === 0 ? "what it likes: nothing could be limited" : held.join(", ")
    ],
    ...lacking.length === 0 ? [] : [["not confined by", lacking.join(", ")]]
  ];
}

// src/render/set-up.ts
function machineFacts({ environment }) {
  if (environment === null) return [];
  const { cpuModel, cores, memoryBytes, os, arch, runner, node, runtime, sandbox } = environment;
  return [
    ["machine", `${cpuModel}, ${plural(cores, "core")}, ${formatQuantity(memoryBytes, "bytes")} of memory`],
    ["system", `${os} ${arch}, Node ${node}`],
    ["runner", runner ?? "not one of GitHub Actions"],
    ["runtime", `ONNX Runtime ${runtime}`],
    ...sandbox === void 0 ? [] : sandboxFacts(sandbox)
  ];
}
var ENDINGS = {
  decided: "nothing was left to decide",
  rounds: "more rounds would not have helped",
  budget: "the budget was spent",
  interrupted: "it was interrupted",
  failed: "a worker failed"
};
function measurementFacts({
  measurement,
  profile
}) {
  if (measurement === null) return [];
  const { provider, threads, batch, feeds, seed, rounds, plannedRounds, blocksPerRound } = measurement;
  const { budgetS, elapsedS, stopped, harness } = measurement;
  const [base, head] = [describeFeeds(feeds.base), describeFeeds(feeds.head)];
  const inputs = base === head ? [["inputs", base]] : [
    ["inputs of the base", base],
    ["inputs of the head", head]
  ];
  const ran = harness === void 0 ? [["provider", provider], ["threads", String(threads)], ["batch", String(batch)], ...inputs] : [["command", harness.command]];
  return [
    ...ran,
    ["seed", String(seed)],
    [
      "rounds",
      `${rounds.length}, ${plannedRounds} planned, ${plural(blocksPerRound, "block")} each; ended because ${ENDINGS[stopped]}`
    ],
    ["time spent", `${elapsedS.toFixed(0)} s of a budget of ${budgetS.toFixed(0)} s`],
    ["disturbance", disturbance(rounds)],
    ...placementFacts({ measurement, profile }),
    ...deviceFacts(measurement),
    ...energyFacts(measurement)
  ];
}
function energyFacts({ meter, rounds }) {
  if (meter === void 0 || "reason" in meter) return [];
  const idle = rounds.flatMap(
    ({ base, head, control }) => [base, head, control].flatMap(({ energy }) => energy?.idleWatts ?? [])
  );
  const span2 = idle.length === 0 ? "unknown" : `${Math.min(...idle).toFixed(1)} to ${Math.max(...idle).toFixed(1)} W`;
  return [
    [
      "energy",
      `counters of ${meter.domains.join(", ")}, stretches of ${meter.stretchMs} ms; idle draw of the round subtracted, ${span2}`
    ]
  ];
}
function describeFeeds(feeds) {
  if (feeds.length === 0) return "none";
  return feeds.map(({ name, type, shape, fill }) => `${name} ${type} [${shape.join(", ")}], ${fill}`).join("; ");
}
function disturbance(rounds) {
  const steal = rounds.flatMap(({ stealShare }) => stealShare ?? []);
  const load = rounds.flatMap(({ load1 }) => load1 ?? []);
  const marked = rounds.filter(({ disturbed }) => disturbed).length;
  return [
    `${marked} of ${plural(rounds.length, "round")} disturbed by others (marked, not dropped)`,
    steal.length === 0 ? "stolen CPU time not measured" : `up to ${formatPercent(Math.max(...steal))} of CPU time stolen`,
    load.length === 0 ? "load not measured" : `load average up to ${Math.max(...load).toFixed(2)}`
  ].join(", ");
}

// src/stats/cross-log-ratio.ts
function crossLogRatio(base, side) {
  const bases = base.map(Math.log);
  return median(side.flatMap((value) => bases.map((logBase) => Math.log(value) - logBase)));
}

// src/judge/round-statistic.ts
var LEAST_MEMORY = 1024 * 1024;
var medianRun = ({ runsMs }) => median([...runsMs]);
var allRuns = ({ blocks }) => blocks.flatMap(({ runsMs }) => runsMs);
var total = (values2) => values2.reduce((sum2, value) => sum2 + value, 0);
var STATISTICS = {
  "cross-ratio of block medians": {
    value: ({ blocks }) => median(blocks.map(medianRun)),
    // Blocks take turns at random, so what disturbs the machine for longer than a few of them hits both alike.
    logRatio: (side, base) => crossLogRatio(base.blocks.map(medianRun), side.blocks.map(medianRun)),
    absence: "no run was timed"
  },
  "pooled 90th percentile": {
    value: (readings) => quantile(allRuns(readings), 0.9),
    absence: "no run was timed"
  },
  "runs over time": {
    value: (readings, { batch }) => {
      const runsMs = allRuns(readings);
      return batch * runsMs.length * 1e3 / total(runsMs);
    },
    absence: "no run was timed"
  },
  "CPU time per run": {
    value: (readings) => total(readings.blocks.map(({ cpuMs }) => cpuMs ?? NaN)) / allRuns(readings).length,
    absence: "the system reported no CPU time"
  },
  "load time": { value: ({ loadMs }) => loadMs, absence: "loading was not timed" },
  "first run": { value: ({ firstMs }) => firstMs, absence: "the first run was not timed" },
  "peak memory above the empty worker": {
    value: ({ peakRssBytes }, { emptyWorkerRssBytes }) => peakRssBytes === null || emptyWorkerRssBytes === null ? null : Math.max(peakRssBytes - emptyWorkerRssBytes, LEAST_MEMORY),
    absence: "the system does not tell the peak memory of a process"
  },
  "device memory held": {
    value: ({ deviceMemoryBytes }) => deviceMemoryBytes ?? null,
    absence: "the driver did not tell the memory of the process, or that of the card did not grow by it"
  },
  "energy above idle per run": {
    value: ({ energy }, { batch }) => energy === void 0 || energy.joules === 0 ? null : (energy.joules - energy.idleWatts * energy.elapsedMs / 1e3) / (batch * energy.runs),
    absence: "the counters of energy stood still, or showed no more than the idle machine draws"
  }
};
function ofReading(name) {
  const ofBlocks = ({ blocks }) => blocks.flatMap(
    ({ readings = {} }) => Object.hasOwn(readings, name) ? median(readings[name] ?? []) : []
  );
  const complete = (side) => ofBlocks(side).filter((value) => value > 0).length === side.blocks.length;
  return {
    value: (side) => complete(side) ? median(ofBlocks(side)) : null,
    logRatio: (side, base) => crossLogRatio(ofBlocks(base), ofBlocks(side)),
    absence: `the benchmark did not report ${name}, or not as a number above 0`
  };
}
var statisticOf = (statistic) => typeof statistic === "string" ? STATISTICS[statistic] : ofReading(statistic.reading);
function roundValue(statistic, readings, context) {
  const value = statisticOf(statistic).value(readings, context);
  return value !== null && value > 0 && Number.isFinite(value) ? value : null;
}
function roundLogRatio(statistic, round, side, context) {
  const own = roundValue(statistic, round[side], context);
  const base = roundValue(statistic, round.base, context);
  if (own === null || base === null) return null;
  return statisticOf(statistic).logRatio?.(round[side], round.base) ?? Math.log(own / base);
}
function typicalValue(statistic, rounds, role, context) {
  const values2 = rounds.flatMap((round) => roundValue(statistic, round[role], context) ?? []);
  return values2.length === 0 ? null : median(values2);
}
function absenceOf(statistic) {
  return statisticOf(statistic).absence;
}

// src/judge/own-indicators.ts
var COMMON = {
  group: "speed",
  kind: "measured",
  phase: "inference",
  tolerance: { relative: 0.05 },
  gated: true,
  required: true
};
var DURATION = {
  ...COMMON,
  id: "duration",
  label: "duration, median",
  unit: "ms",
  better: "lower",
  statistic: "cross-ratio of block medians",
  definition: "Median time of one run of the benchmark after warm-up, as it times itself."
};
var ENERGY = {
  ...COMMON,
  group: "energy and money",
  required: false,
  id: "energy_per_run",
  label: "energy per run",
  unit: "J",
  better: "lower",
  statistic: "energy above idle per run",
  definition: "Energy of one run by the machine's own counters, above what it draws in the same round while every process waits."
};
var JOULES = /^[kmuµμ]?(J|Wh)(?![\p{L}])/u;
var readsEnergy = ({ indicators }) => indicators.some(({ name, unit }) => JOULES.test(unit) || /energy|joule/.test(name));
var ownDecisions = (harness, metered) => ownIndicators(harness, metered).length;
function ownIndicators(harness, metered) {
  const { name: benchmark, indicators } = harness;
  return [
    DURATION,
    ...indicators.map(({ name, unit, better }) => ({
      ...COMMON,
      id: name,
      label: name.replaceAll("_", " "),
      unit,
      better,
      statistic: { reading: name },
      definition: `${name} as the benchmark ${benchmark} reports it: of each block the median.`
    })),
    ...metered && !readsEnergy(harness) ? [ENERGY] : []
  ];
}
function ownUnmeasured(harness, meter) {
  if (readsEnergy(harness) || meter !== void 0 && "domains" in meter) return [];
  const reason = meter?.reason ?? "no counter was looked for";
  return [{ indicator: ENERGY.id, provenance: "not-measured", reason }];
}
function toleranceKeyOf(indicator2, harness) {
  return harness === void 0 ? indicator2 : `benchmarks.${harness.name}.${indicator2}`;
}
var TIMING = /^(.+\/)?(ns|[uµμ]s|ms|s|min|h)$/u;
function ownPolicy(policy, harness) {
  const indicators = ownIndicators(harness, true);
  const tolerances = Object.fromEntries(
    indicators.flatMap(({ id, unit }) => {
      const ofTimings = TIMING.test(unit) ? policy.tolerances[OWN_TIMINGS] : void 0;
      const tolerance = policy.tolerances[toleranceKeyOf(id, harness)] ?? ofTimings;
      return tolerance === void 0 ? [] : [[id, tolerance]];
    })
  );
  const required = indicators.filter((own) => own.required).map(({ id }) => id);
  return { ...policy, tolerances, required };
}

// src/measure/device/device.ts
var deviceFactsSchema = external_exports.strictObject({
  name: external_exports.string(),
  uuid: external_exports.string(),
  /** Number that the vendor's tool gives it, in the order of the PCI bus. */
  index: external_exports.int().nonnegative(),
  driver: external_exports.string().nullable(),
  pciBus: external_exports.string().nullable(),
  memoryBytes: external_exports.number().nonnegative().nullable(),
  powerLimitW: external_exports.number().nonnegative().nullable(),
  maxSmClockMhz: external_exports.number().nonnegative().nullable(),
  /** Cards of this machine. */
  cards: external_exports.int().positive(),
  /** Whence the memory of a worker is known: the driver's list of processes, or what the card's use grew by. */
  memoryBy: external_exports.enum(["process", "growth"])
});
var deviceSchema = external_exports.union([deviceFactsSchema, external_exports.strictObject({ reason: external_exports.string() })]);
var roundDeviceSchema = external_exports.strictObject({
  /** Right after the last timed block. */
  smClockMhz: external_exports.number().nonnegative().nullable(),
  memClockMhz: external_exports.number().nonnegative().nullable(),
  temperatureC: external_exports.number().nullable(),
  powerW: external_exports.number().nonnegative().nullable(),
  memoryUsedBytes: external_exports.number().nonnegative().nullable(),
  /** Why clocks were held down before the round or after its last block; idle and clocks that were set are no such reasons. */
  throttle: external_exports.array(external_exports.string()).nullable(),
  /** A mark only: no round is dropped for it. */
  throttled: external_exports.boolean(),
  /** Processes that computed on the card before ours were started. */
  otherProcesses: external_exports.int().nonnegative().nullable()
});
var describeDevice = (found) => found.status === "found" ? found.reader.facts : { reason: found.reason };
function roundDevice(before, after, otherProcesses) {
  const { smClockMhz, memClockMhz, temperatureC, powerW, memoryUsedBytes } = after;
  const known = [before.throttle, after.throttle].filter((reasons) => reasons !== null);
  const throttle = known.length === 0 ? null : [...new Set(known.flat())];
  return {
    smClockMhz,
    memClockMhz,
    temperatureC,
    powerW,
    memoryUsedBytes,
    throttle,
    throttled: throttle !== null && throttle.length > 0,
    otherProcesses
  };
}
function deviceWarnings(rounds) {
  const devices = rounds.flatMap(({ device }) => device ?? []);
  const throttled = devices.filter((device) => device.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))].join(", ");
  const others = Math.max(0, ...devices.map(({ otherProcesses }) => otherProcesses ?? 0));
  return [
    ...throttled.length === 0 ? [] : [
      `The card held its clocks down in ${throttled.length} of ${rounds.length} rounds (${reasons}): they are marked and not dropped, and the control decides whether verdicts stand.`
    ],
    ...others === 0 ? [] : [
      `Up to ${others} other process${others === 1 ? "" : "es"} computed on the card meanwhile: timings, energy and device memory have their part in it.`
    ]
  ];
}

// src/measure/sandbox/sandbox.ts
var limit = external_exports.number().positive().nullable();
var sandboxSchema = external_exports.strictObject({
  /** Resident memory, watched from outside. */
  residentBytes: limit,
  /** Private memory that it may ask for, used or not. */
  dataBytes: limit,
  /** Of all threads together. */
  cpuS: limit,
  /** Of any file that it writes. */
  fileBytes: limit,
  openFiles: limit,
  /** `none`: in a network namespace of its own, without any interface that is up. */
  network: external_exports.enum(["none", "open"]),
  /** `fixed`: no program that it starts can gain any, by sudo for instance. */
  privileges: external_exports.enum(["fixed", "open"]),
  /** What this system could not do, and why. */
  missing: external_exports.array(external_exports.strictObject({ what: external_exports.string(), why: external_exports.string() }))
});

// src/measure/measurement.ts
var indicatorNameSchema = external_exports.string().regex(
  /^[a-z][a-z0-9_]{0,39}$/,
  "expected a name such as step_time: lower-case letters, digits and _, at most 40"
);
var ownIndicatorSchema = external_exports.strictObject({
  name: indicatorNameSchema,
  unit: external_exports.string().regex(
    /^[\p{L}\p{N}%°·/^._() -]{1,24}$/u,
    "expected a unit such as ms or tokens/s, at most 24 characters"
  ),
  better: external_exports.enum(["lower", "higher"])
});
var harnessSchema = external_exports.strictObject({
  /** The benchmark's name in the configuration. */
  name: external_exports.string(),
  command: external_exports.string(),
  /** What it reports beside the durations of its runs. */
  indicators: external_exports.array(ownIndicatorSchema)
});
var ROLES = ["base", "head", "control"];
var roleSchema = external_exports.enum(ROLES);
var blockSchema = external_exports.strictObject({
  /** Wall time of each run, milliseconds, in order. */
  runsMs: external_exports.array(external_exports.number().positive()).min(1),
  /** User and system time of the process over the whole block, milliseconds; null where nobody tells. */
  cpuMs: external_exports.number().nonnegative().nullable(),
  /** What else a benchmark of the user's own told of the block, by indicator: one number, or one for each run. */
  readings: external_exports.record(indicatorNameSchema, external_exports.array(external_exports.number()).min(1)).optional()
});
var warmUpSchema = external_exports.strictObject({
  runs: external_exports.int().positive(),
  elapsedMs: external_exports.number().positive()
});
var energyOfStretchSchema = external_exports.strictObject({
  /** Of all domains of the meter; 0 when no counter moved. */
  joules: external_exports.number().nonnegative(),
  elapsedMs: external_exports.number().positive(),
  runs: external_exports.int().positive(),
  /** Power in the same round while every process waited. */
  idleWatts: external_exports.number().nonnegative()
});
var meterSchema = external_exports.union([
  external_exports.strictObject({ domains: external_exports.array(external_exports.string()).min(1), stretchMs: external_exports.number().positive() }),
  external_exports.strictObject({ reason: external_exports.string() })
]);
var processReadingsSchema = external_exports.strictObject({
  loadMs: external_exports.number().positive(),
  firstMs: external_exports.number().positive(),
  /** Peak resident set of the process (VmHWM), bytes; null where the system does not tell. */
  peakRssBytes: external_exports.number().positive().nullable(),
  /** Memory of the card that the process holds after its first inference; only where there is a card that is read. */
  deviceMemoryBytes: external_exports.number().positive().nullable().exactOptional(),
  warmUp: warmUpSchema,
  blocks: external_exports.array(blockSchema).min(1),
  /** Only where there is a meter. */
  energy: energyOfStretchSchema.exactOptional()
});
var roundSchema = external_exports.strictObject({
  /** Order in which the processes were launched. */
  launchOrder: external_exports.array(roleSchema).length(3),
  /** Order in which the roles ran, for each block. */
  runOrders: external_exports.array(external_exports.array(roleSchema).length(3)).min(1),
  base: processReadingsSchema,
  head: processReadingsSchema,
  control: processReadingsSchema,
  /** Share of CPU time stolen by the hypervisor during the round, 0 to 1; null where unknown. */
  stealShare: external_exports.number().min(0).max(1).nullable(),
  /** Share of the round in which some process waited for a CPU (Linux's pressure stall information); null where unknown. */
  waitShare: external_exports.number().min(0).max(1).nullable(),
  /** Processors at work on average, whoever employed them; null where unknown. */
  busyCores: external_exports.number().nonnegative().nullable(),
  /** One-minute load average at the end of the round; null where unknown. */
  load1: external_exports.number().nonnegative().nullable(),
  /** Whether others took part of the machine. A mark only: no round is dropped for it. */
  disturbed: external_exports.boolean(),
  /** What was read of the card; left out where there is none, or it could not be read. */
  device: roundDeviceSchema.exactOptional(),
  /** Seconds since measuring began, at the end of the round. */
  endedAtS: external_exports.number().nonnegative()
});
var environmentSchema = external_exports.strictObject({
  cpuModel: external_exports.string(),
  cores: external_exports.int().positive(),
  memoryBytes: external_exports.number().positive(),
  os: external_exports.string(),
  arch: external_exports.string(),
  /** Runner name, labels or image as GitHub Actions tells them; null outside of it. */
  runner: external_exports.string().nullable(),
  node: external_exports.string(),
  /** ONNX Runtime's version. */
  runtime: external_exports.string(),
  /** How workers were confined; left out where there were none. */
  sandbox: sandboxSchema.exactOptional()
});
var feedSummarySchema = external_exports.strictObject({
  name: external_exports.string(),
  type: external_exports.string(),
  shape: external_exports.array(external_exports.int().nonnegative()),
  fill: external_exports.string()
});
var measurementSchema = external_exports.strictObject({
  provider: external_exports.string(),
  threads: external_exports.int().positive(),
  seed: external_exports.int(),
  budgetS: external_exports.number().positive(),
  feeds: external_exports.strictObject({ base: external_exports.array(feedSummarySchema), head: external_exports.array(feedSummarySchema) }),
  /** Inferences that one run stands for: the leading dimension of the first batched input, or 1. */
  batch: external_exports.int().positive(),
  plannedRounds: external_exports.int().positive(),
  blocksPerRound: external_exports.int().positive(),
  /** Median peak resident set of a worker with an empty model, bytes; null where unknown. */
  emptyWorkerRssBytes: external_exports.number().positive().nullable(),
  rounds: external_exports.array(roundSchema),
  /** Left out where none was looked for. */
  meter: meterSchema.exactOptional(),
  /** The card that the provider ran on, or why none was read; left out where the provider has none. */
  device: deviceSchema.exactOptional(),
  /** Set for a benchmark of the user's own, which has no provider, batch, inputs or empty worker. */
  harness: harnessSchema.optional(),
  /** Why measuring ended. */
  stopped: external_exports.enum(["decided", "rounds", "budget", "interrupted", "failed"]),
  elapsedS: external_exports.number().nonnegative()
});

// src/render/aside-notes.ts
function asides(model) {
  const lines = [
    ["outputs:", agreementNote(model)],
    ["training:", trainingNote(model)],
    ["not measured:", unmeasuredNote(model)]
  ];
  return lines.flatMap(([name, text]) => text === null ? [] : [[name, text]]);
}
function unmeasuredNote({ unmeasured = [] }) {
  const nouns = /* @__PURE__ */ new Map();
  for (const { indicator: indicator2, reason } of unmeasured) {
    nouns.set(reason, [...nouns.get(reason) ?? [], nounOf(indicator2).noun]);
  }
  if (nouns.size === 0) return null;
  return [...nouns].map(([reason, names]) => `${names.join(", ")} (${reason})`).join("; ");
}
function agreementNote({ agreement }) {
  if (agreement === void 0) return null;
  if (agreement.provenance === "not-measured") return `agreement not measured (${agreement.reason})`;
  const { inputs, maxAbsolute, maxRelative, minCosine, top1Agreement, notFinite } = agreement;
  const same = `of base and head on the same ${plural(inputs, "input")}`;
  if (notFinite > 0) return `${same}: ${plural(notFinite, "element")} finite on one side only`;
  if (maxAbsolute === 0) return `${same}: equal`;
  const parts = [
    `largest error ${maxAbsolute.toPrecision(2)}${maxRelative === null ? "" : ` (${formatPercent(maxRelative)} of the largest element)`}`,
    minCosine === null ? null : `cosine ${minCosine.toFixed(4)} or more`,
    top1Agreement === null ? null : `same top-1 in ${formatPercent(top1Agreement)} of rows`
  ];
  return `${same}: ${parts.filter((part) => part !== null).join(", ")}; whether for the better, only a declared quality tells`;
}
function trainingNote({ declared: declared2 }) {
  const device = (side) => declared2?.[side]?.training?.device ?? "an undeclared device";
  if (declared2?.base?.training?.device === void 0 && declared2?.head?.training?.device === void 0)
    return null;
  const [base, head] = [device("base"), device("head")];
  return base === head ? `declared for ${head}` : `declared for ${head}; of the base for ${base}`;
}

// src/render/operator-changes.ts
function operatorChanges(base, head) {
  const before = byName(base);
  const after = byName(head);
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((op) => ({ op, base: before.get(op) ?? null, head: after.get(op) ?? null })).filter(differs).toSorted((one, other) => compareWeights(weights(one), weights(other)) || (one.op < other.op ? -1 : 1));
}
var byName = ({ operators: operators2 }) => new Map(operators2.map((row) => [row.op, row]));
var FIGURES = ["macs", "parameters", "elementwise", "activations", "count"];
function figureOf(row, figure) {
  return row === null ? 0 : row[figure];
}
function differs({ base, head }) {
  return FIGURES.some((figure) => figureOf(base, figure) !== figureOf(head, figure));
}
function weights({ base, head }) {
  return FIGURES.map((figure) => {
    const [before, after] = [figureOf(base, figure), figureOf(head, figure)];
    if (before === after) return 0;
    return before === null || after === null ? Infinity : Math.abs(after - before);
  });
}
function compareWeights(one, other) {
  const at = one.findIndex((weight, index) => weight !== other[index]);
  return at === -1 ? 0 : (other[at] ?? 0) > (one[at] ?? 0) ? 1 : -1;
}

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
  gammaln,
  crossLogRatio,
  roundValue,
  roundLogRatio,
  typicalValue,
  absenceOf,
  placementSchema,
  ranOn,
  placementOf,
  placementInWords,
  ownDecisions,
  ownIndicators,
  ownUnmeasured,
  toleranceKeyOf,
  ownPolicy,
  describeDevice,
  roundDevice,
  deviceWarnings,
  ownIndicatorSchema,
  ROLES,
  blockSchema,
  warmUpSchema,
  environmentSchema,
  measurementSchema,
  plural,
  beginningOf,
  terminalText,
  plainName,
  markdownCode,
  htmlCode,
  htmlText,
  escapeMarkup,
  markdownText,
  markdownLabel,
  verdictMark,
  standingOf,
  standingMark,
  leastFavourableFirst,
  signed,
  STRIP_LEGEND,
  NOT_MEASURED,
  comparisonCells,
  openReason,
  provenanceOf,
  provenanceNotes,
  controlNote,
  toleranceNote,
  methodNote,
  formatDate,
  problemNote,
  asides,
  operatorChanges,
  figureOf,
  tailNote,
  causeSupplements,
  supplementsOf,
  profileSupplements,
  machineFacts,
  measurementFacts
};
