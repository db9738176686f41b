import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  comparisonsOf,
  describeSetUp,
  enumerate,
  figure,
  otherSetUp,
  reword,
  ruleOnClaims,
  sentenceOf
} from "./chunk-34XW5YZY.js";
import {
  binomialBounds,
  compareMeasured,
  exceeds,
  incompleteBeta,
  isJudged,
  isMetered,
  notMeasured,
  readRegularFile,
  relativeTolerance,
  rowOf,
  studentQuantile,
  toleranceOf
} from "./chunk-IDKS5MQE.js";
import {
  EFFICIENCY_GATE_VERSION
} from "./chunk-UBXDUVM7.js";
import {
  EFFICIENCY,
  REPORT_VERSION,
  countingLabel,
  environmentOf,
  frontsOf,
  isAcknowledged,
  judgeAcknowledgements,
  openClaims,
  problemOfFault
} from "./chunk-PG4PWYPK.js";
import {
  FLEET_PLAN_VERSION,
  fleetPlanSchema
} from "./chunk-7PLQM42J.js";
import {
  EXIT,
  GateError,
  exitStatusOf
} from "./chunk-K3FV7RGY.js";
import {
  everyOne,
  subjectOf
} from "./chunk-HTD2XBQP.js";
import {
  ownIndicators,
  ownPolicy,
  ownUnmeasured,
  toleranceKeyOf
} from "./chunk-UIC3HMV7.js";
import {
  ranOn
} from "./chunk-PZFJNZAO.js";
import {
  ALL_QUALITY,
  COUNTED,
  MEASURED,
  ON_DEVICE,
  QUALITY_PREFIX,
  TRAINING_OVER_INFERENCE,
  formatDifference,
  formatEffect,
  formatEstimate,
  formatInterval,
  formatPercent,
  formatQuantity,
  formatRatio,
  formatTolerance,
  indicator,
  mean,
  measuredIndicators,
  nounOf,
  quantile,
  sampleStandardDeviation
} from "./chunk-75NMW4LC.js";

// src/judge/comparison.ts
function compareCounted(base, head, policy) {
  return COUNTED.map(
    (indicator2) => compareExactly(indicator2, countOf(base, indicator2.id), countOf(head, indicator2.id), policy)
  );
}
function compareExactly(indicator2, base, head, policy) {
  const judged = isJudged(indicator2, policy);
  const row = { ...rowOf(indicator2, policy), base, head, rounds: null, control: null, evidence: null };
  if (base.value === null || head.value === null) {
    return { ...row, effect: null, verdict: judged ? "inconclusive" : null, reason: openCounts(base, head) };
  }
  const ratio = base.value === 0 ? null : head.value / base.value;
  return {
    ...row,
    effect: ratio === null ? null : { ratio, low: ratio, high: ratio },
    verdict: judged ? exactVerdict(indicator2, base.value, head.value, policy) : null,
    reason: null
  };
}
function compareIdentical(profile, policy) {
  return [...COUNTED, ...MEASURED].map((indicator2) => {
    const measured = indicator2.kind === "measured";
    const value = measured || profile === null ? notMeasured("identical bytes") : countOf(profile, indicator2.id);
    return {
      ...rowOf(indicator2, policy),
      base: value,
      head: value,
      effect: { ratio: 1, low: 1, high: 1 },
      verdict: "equivalent",
      reason: null,
      rounds: measured ? 0 : null,
      control: null,
      evidence: null
    };
  });
}
function compareUnmeasured(reason, policy) {
  return MEASURED.map((indicator2) => ({
    ...rowOf(indicator2, policy),
    base: notMeasured(reason),
    head: notMeasured(reason),
    effect: null,
    verdict: "inconclusive",
    reason,
    rounds: 0,
    control: null,
    evidence: null
  }));
}
function exactVerdict(indicator2, base, head, policy) {
  if (!exceeds(base, head, toleranceOf(indicator2, policy))) return "equivalent";
  return head < base === (indicator2.better === "lower") ? "improved" : "regressed";
}
function countOf({ counts: counts2, coverage }, id) {
  const count = Object.hasOwn(counts2, id) ? counts2[id] : void 0;
  const { value, reason } = count ?? { value: null, reason: null };
  if (value !== null) return { value, provenance: "counted", reason: null };
  return { value, provenance: "counted", reason: reason ?? uncosted(coverage.uncosted) };
}
function uncosted(operators) {
  return operators.length === 0 ? "it was not counted" : `operators without a stated cost: ${operators.join(", ")}`;
}
function openCounts(base, head) {
  if (base.reason === head.reason) return `unknown for base and head: ${base.reason ?? ""}`;
  return Object.entries({ base, head }).filter(([, { value }]) => value === null).map(([side, { reason }]) => `unknown for the ${side}: ${reason ?? ""}`).join("; ");
}

// src/judge/causes/evidence.ts
var NAMED = 4;
var bothSides = ({ dear, cheap }, figure2) => {
  const [base, head] = dear.name === "base" ? [dear, cheap] : [cheap, dear];
  return { base: figure2(base), head: figure2(head) };
};
function counts(sides, ...ids) {
  return ids.map((id) => ({
    of: "indicator",
    name: id,
    figure: "value",
    unit: indicator(id).unit,
    ...bothSides(sides, ({ counted }) => counted.counts[id].value)
  }));
}
function latency(sides) {
  return {
    of: "indicator",
    name: "latency_p50",
    figure: "value",
    unit: indicator("latency_p50").unit,
    ...bothSides(sides, ({ latencyMs }) => latencyMs)
  };
}
var FIGURES = {
  time: { unit: "ms", read: ({ timeMs }) => timeMs },
  kernels: { unit: "count", read: ({ kernels }) => kernels },
  rate: { unit: "GMAC/s", read: ({ gmacPerS }) => gmacPerS }
};
function profiled(sides, kinds, ...figures) {
  const distinct = new Map(kinds.map((kind) => [`${kind.op} ${kind.provider}`, kind]));
  return [...distinct.values()].slice(0, NAMED).flatMap(
    ({ op, provider }) => figures.map((figure2) => {
      const { unit, read } = FIGURES[figure2];
      const own = ({ times }) => {
        const row = times?.operators.find((one) => one.op === op && one.provider === provider);
        return row === void 0 ? null : read(row);
      };
      return { of: "operator", name: op, provider, figure: figure2, unit, ...bothSides(sides, own) };
    })
  );
}
function parametersOf(sides, ops) {
  return ops.map((op) => ({
    of: "operator",
    name: op,
    figure: "parameters",
    unit: "count",
    ...bothSides(sides, ({ counted }) => counted.operators.find((row) => row.op === op)?.parameters ?? null)
  }));
}

// src/judge/causes/sides.ts
function sidesOf(model, dear) {
  const latency2 = model.comparisons.find(({ indicator: indicator2 }) => indicator2 === "latency_p50");
  const side = (name) => {
    const counted = model[name]?.profile ?? null;
    return counted === null ? null : {
      name,
      counted,
      times: model.profile?.[name] ?? null,
      latencyMs: latency2?.[name].value ?? null
    };
  };
  const [base, head] = [side("base"), side("head")];
  if (base === null || head === null) return null;
  const { measurement: setUp } = model;
  return dear === "head" ? { dear: head, cheap: base, setUp } : { dear: base, cheap: head, setUp };
}
var countOf2 = ({ counted }, id) => counted.counts[id].value;
function ratioOf({ dear, cheap }, id) {
  const [above, below] = [countOf2(dear, id), countOf2(cheap, id)];
  return above === null || below === null || above === 0 || below === 0 ? null : above / below;
}

// src/judge/causes/kernel-time.ts
var SHARE = 0.25;
var LEAST_EXTRA = 0.05;
var MOST_ADDED_MS = 0.01;
var DISTURBED = 1.5;
var inflation = ({ times, latencyMs }) => times === null || latencyMs === null ? null : times.timeMs / latencyMs;
var isDisturbed = (side) => (inflation(side) ?? 0) > DISTURBED;
function extraTime(sides) {
  const [dear, cheap] = [unprofiled(sides.dear), unprofiled(sides.cheap)];
  if (dear === null || cheap === null) return null;
  const macsRatio = ratioOf(sides, "macs") ?? 1;
  const extra = sum(dear) - sum(cheap) * macsRatio;
  if (extra < LEAST_EXTRA * sum(dear)) return null;
  return { dear, cheap, macsRatio, matters: (ms) => ms >= SHARE * extra };
}
function unprofiled({ times, latencyMs }) {
  if (times === null || latencyMs === null || times.operators.length === 0) return null;
  const kernels = times.operators.reduce((all, one) => all + one.kernels, 0);
  const added = Math.min(Math.max(times.timeMs - latencyMs, 0) / kernels, MOST_ADDED_MS);
  return times.operators.map(({ op, provider, kernels: count, macs, timeMs }) => ({
    op,
    provider,
    kernels: count,
    macs,
    timeMs: Math.max(timeMs - added * count, 0)
  }));
}
var sum = (kinds) => kinds.reduce((all, { timeMs }) => all + timeMs, 0);
var kernelsOf = (kinds) => kinds.reduce((all, { kernels }) => all + kernels, 0);
var kernelsInWords = (count) => `${count} kernel${count === 1 ? "" : "s"}`;
function macsOf(kinds) {
  return kinds.reduce(
    (all, { macs }) => all === null || macs === null ? null : all + macs,
    0
  );
}
var multiplying = (kinds) => kinds.filter(({ macs }) => macs !== null && macs > 0);
function rateOf(kinds) {
  const [macs, ms] = [macsOf(kinds), sum(kinds)];
  return macs === null || macs === 0 || ms === 0 ? null : macs / ms / 1e6;
}

// src/judge/causes/fallback.ts
function fallback(sides) {
  const { dear, cheap, setUp } = sides;
  const time = extraTime(sides);
  if (time === null || setUp === null) return null;
  const elsewhere = (kinds) => kinds.filter(({ provider }) => !ranOn(provider, setUp.provider));
  const [own, other] = [elsewhere(time.dear), elsewhere(time.cheap)];
  if (kernelsOf(own) <= kernelsOf(other) || !time.matters(sum(own) - sum(other))) return null;
  const where = [...new Set(own.map(({ provider }) => provider))].join(", ");
  return {
    sentence: `Nodes that fell back to another provider: ${kernelsInWords(kernelsOf(own))} of the ${dear.name} on ${where} and not on ${setUp.provider}; of the ${cheap.name} ${kernelsOf(other)}.`,
    evidence: profiled(sides, [...own, ...other], "time", "kernels")
  };
}

// src/judge/causes/quantisation.ts
var CONVERTING = /(^|\.)(QuantizeLinear|DequantizeLinear|DynamicQuantizeLinear|Cast)$/;
var isConverting = ({ op }) => CONVERTING.test(op);
function quantisation(sides) {
  const time = extraTime(sides);
  if (time === null) return null;
  const converting = (kinds) => kinds.filter(isConverting);
  const [own, other] = [converting(time.dear), converting(time.cheap)];
  if (!time.matters(sum(own) - sum(other))) return null;
  const { dear, cheap } = sides;
  const share = (kinds, all) => formatPercent(sum(kinds) / sum(all));
  return {
    sentence: `Quantise and dequantise overhead: ${share(own, time.dear)} of the ${dear.name}'s time goes into ${kernelsInWords(kernelsOf(own))} that only convert numbers (${[...new Set(own.map(({ op }) => op))].join(", ")}), of the ${cheap.name}'s ${other.length === 0 ? "none" : share(other, time.cheap)}.`,
    evidence: [...counts(sides, "operators"), ...profiled(sides, [...own, ...other], "time", "kernels")]
  };
}

// src/judge/causes/launch-overhead.ts
var LEAST_RATIO = 1.25;
var SHORT_MS = 0.02;
function launchOverhead(sides) {
  const time = extraTime(sides);
  if (time === null) return null;
  const [kernels, before] = [kernelsOf(time.dear), kernelsOf(time.cheap)];
  const [each, eachBefore] = [(macsOf(time.dear) ?? NaN) / kernels, (macsOf(time.cheap) ?? NaN) / before];
  if (!(kernels >= LEAST_RATIO * before && each <= eachBefore / LEAST_RATIO)) return null;
  const [own, other] = [time.dear, time.cheap].map((kinds) => kinds.filter(isShort));
  if (own === void 0 || other === void 0 || !time.matters(sum(own) - sum(other))) return null;
  const { dear, cheap } = sides;
  return {
    sentence: `Launch overhead: the ${dear.name} runs ${kernelsInWords(kernels)} of ${formatQuantity(each, "count", 3)} MACs on average, the ${cheap.name} ${before} of ${formatQuantity(eachBefore, "count", 3)}; much of the extra time is in short ones that multiply nothing.`,
    evidence: [
      ...counts(sides, "operators", "macs"),
      ...profiled(sides, [...own, ...other], "time", "kernels")
    ]
  };
}
var isShort = (kind) => kind.macs === 0 && kind.timeMs / kind.kernels <= SHORT_MS && !isConverting(kind);

// src/judge/causes/less-parallelism.ts
var LEAST_RATIO2 = 1.5;
var FINER = 2;
var SMALL_MS = 0.1;
function lessParallelism(sides) {
  const { dear, cheap, setUp } = sides;
  const [deeper, parallel] = [ratioOf(sides, "depth") ?? 1, ratioOf(sides, "parallelism") ?? 1];
  if (deeper < LEAST_RATIO2 && parallel > 1 / LEAST_RATIO2) return null;
  const time = extraTime(sides);
  if (time === null || setUp === null) return null;
  const [own, other] = [multiplying(time.dear), multiplying(time.cheap)];
  const [kernels, before] = [kernelsOf(own), kernelsOf(other)];
  const [each, eachBefore] = [(macsOf(own) ?? 0) / kernels, (macsOf(other) ?? 0) / before];
  if (!(kernels >= FINER * before && each <= eachBefore / FINER)) return null;
  const sizeMatters = setUp.threads > 1 || setUp.provider !== "cpu" || sum(own) / kernels <= SMALL_MS;
  if (!sizeMatters || !time.matters(sum(own) - sum(other) * time.macsRatio)) return null;
  const depth = (side) => formatQuantity(countOf2(side, "depth") ?? 0, "count");
  return {
    sentence: `Lower degree of parallelism: the ${dear.name} is ${depth(dear)} operators deep, the ${cheap.name} ${depth(cheap)}; its MACs are spread over ${kernelsInWords(kernels)}, one after the other, those of the ${cheap.name} over ${before}: ${formatRatio(each / eachBefore)} times the MACs in each.`,
    evidence: [
      ...counts(sides, "macs", "depth", "parallelism", "operators"),
      ...profiled(sides, [...own, ...other], "time", "kernels", "rate")
    ]
  };
}

// src/judge/causes/lower-intensity.ts
var LOWER = 0.8;
var RIDGE = 10;
function lowerIntensity(sides) {
  const { dear, cheap } = sides;
  const [intensity, traffic] = [
    ratioOf(sides, "arithmetic_intensity"),
    ratioOf(sides, "memory_traffic_bytes")
  ];
  const [own, other] = [countOf2(dear, "arithmetic_intensity"), countOf2(cheap, "arithmetic_intensity")];
  if (intensity === null || traffic === null || own === null || other === null) return null;
  if (intensity > LOWER || own >= RIDGE) return null;
  const time = extraTime(sides);
  if (time === null || dear.latencyMs === null || cheap.latencyMs === null) return null;
  const slower = dear.latencyMs / cheap.latencyMs;
  if (slower > traffic) return null;
  const perByte = (value) => formatQuantity(value, "FLOPs/byte", 2);
  return {
    sentence: `Lower arithmetic intensity: the ${dear.name} does ${perByte(own)}, the ${cheap.name} ${perByte(other)}; it moves ${formatRatio(traffic)} times the bytes in ${formatRatio(slower)} times the time. Below some ${RIDGE} FLOPs/byte, memory rather than arithmetic tends to set the pace.`,
    evidence: [
      ...counts(sides, "arithmetic_intensity", "memory_traffic_bytes"),
      latency(sides),
      ...profiled(sides, time.dear, "time")
    ]
  };
}

// src/judge/causes/unused-sparsity.ts
var SAME = 0.99;
function unusedSparsity(sides) {
  const { dear, cheap } = sides;
  const [after, before] = [dear.times?.executedMacs ?? null, cheap.times?.executedMacs ?? null];
  if (after === null || before === null || after < SAME * before) return null;
  const kinds = (dear.times?.operators ?? []).filter(({ macs }) => macs !== null && macs > 0);
  return {
    sentence: `Sparsity that no kernel uses: ${formatPercent(zeroShare(dear) ?? 0)} of the ${dear.name}'s parameters are zero (${formatPercent(zeroShare(cheap) ?? 0)} of the ${cheap.name}'s), and its kernels do every multiply-accumulate all the same.`,
    evidence: [
      ...counts(sides, "non_zero_parameters", "parameters", "macs"),
      latency(sides),
      ...profiled(sides, kinds, "time", "rate")
    ]
  };
}
function zeroShare(side) {
  const [all, other] = [countOf2(side, "parameters"), countOf2(side, "non_zero_parameters")];
  return all === null || other === null || all === 0 ? null : 1 - other / all;
}

// src/judge/causes/partings.ts
var LAG = 1.1;
var MORE_ZEROS = 0.1;
function partingsOf(model) {
  const found = (id) => model.comparisons.find(({ indicator: indicator2 }) => indicator2 === id);
  return [
    parametersAndCompute(found),
    zerosAndCompute(model, found),
    computeAndTime(found),
    sizeAndTime(found)
  ].flatMap((parting) => parting ?? []);
}
function parametersAndCompute(found) {
  const [parameters, macs] = [found("parameters"), found("macs")];
  const [one, other] = [decided(parameters), decided(macs)];
  if (parameters === void 0 || macs === void 0 || one === null || other === null) return null;
  if (one === "equivalent" || one === other) return null;
  return parted("parameters and compute", one === "improved" ? "head" : "base", [parameters], [macs]);
}
function zerosAndCompute(model, found) {
  const [nonZero, macs, latency2] = [found("non_zero_parameters"), found("macs"), found("latency_p50")];
  const sides = sidesOf(model, "head");
  if (sides === null || nonZero === void 0 || macs === void 0 || latency2 === void 0) return null;
  const [after, before] = [zeroShare(sides.dear), zeroShare(sides.cheap)];
  if (after === null || before === null || after - before < MORE_ZEROS) return null;
  if (decided(nonZero) !== "improved" || !isNoGain(macs) || !isNoGain(latency2)) return null;
  return parted("zeros and compute", "head", [nonZero], [macs, latency2]);
}
function computeAndTime(found) {
  const [macs, latency2] = [found("macs"), found("latency_p50")];
  const dear = apartFrom(macs, latency2);
  if (macs === void 0 || latency2 === void 0 || dear === null) return null;
  const smaller = dear === "head" && decided(latency2) === "regressed" ? [found("model_bytes")].flatMap((one) => one !== void 0 && decided(one) === "improved" ? one : []) : [];
  return parted("compute and time", dear, [...smaller, macs], [latency2]);
}
function apartFrom(macs, latency2) {
  if (macs?.effect == null || macs.effect.ratio === 0 || !isTrusted(latency2)) return null;
  const { ratio } = macs.effect;
  const { low, high } = latency2.effect;
  const moved = latency2.effect.ratio;
  const margin = 1 + relativeTolerance(latency2.base.value, latency2.tolerance);
  const together2 = ratio < 1 && moved < 1 || ratio > 1 && moved > 1;
  const apart = together2 && decided(macs) !== "equivalent" ? Math.max(margin, LAG) : margin;
  if (low > apart * ratio) return "head";
  return high !== null && high < ratio / apart ? "base" : null;
}
function sizeAndTime(found) {
  const [macs, latency2] = [found("macs"), found("latency_p50")];
  if (decided(macs) !== null || latency2 === void 0 || !isTrusted(latency2) || !isNoGain(latency2))
    return null;
  const smaller = [found("parameters"), found("model_bytes")].filter(
    (one) => decided(one) === "improved"
  );
  return smaller.length === 0 ? null : parted("size and time", "head", smaller, [latency2]);
}
function decided(comparison) {
  const verdict = comparison?.verdict ?? null;
  return verdict === "inconclusive" ? null : verdict;
}
var isNoGain = (comparison) => ["equivalent", "regressed"].includes(decided(comparison) ?? "");
function isTrusted(comparison) {
  if (comparison?.effect == null || comparison.verdict === null || !(comparison.base.value ?? 0))
    return false;
  return comparison.kind === "measured" && comparison.control?.differs !== true;
}
function parted(kind, dear, promising, others) {
  return {
    kind,
    indicators: [...promising, ...others].map(({ indicator: indicator2 }) => indicator2),
    words: [promising, others].map((group) => group.map(inWords).join(" and ")).join(", but "),
    dear
  };
}
function inWords({ indicator: indicator2, effect, kind }) {
  if (effect === null) return indicator2;
  return `${formatEffect(indicator2, effect.ratio)}${kind === "measured" ? ` ${formatInterval(effect)}` : ""}`;
}

// src/judge/causes/selected-parameters.ts
var SELECTING = /* @__PURE__ */ new Set([
  "Gather",
  "com.microsoft.EmbedLayerNormalization",
  "com.microsoft.GatherBlockQuantized",
  "com.microsoft.MoE",
  "com.microsoft.QEmbedLayerNormalization",
  "com.microsoft.QMoE",
  "com.microsoft.TorchEmbedding"
]);
var SHARE2 = 0.25;
function selectedParameters(sides) {
  const { dear, cheap } = sides;
  const [few, many] = [countOf2(dear, "parameters"), countOf2(cheap, "parameters")];
  if (few === null || many === null || many <= few) return null;
  const selected = selectedOf(cheap);
  if (selected - selectedOf(dear) < SHARE2 * (many - few)) return null;
  const ops = [...SELECTING].filter(
    (op) => [dear, cheap].some(({ counted }) => counted.operators.some((row) => row.op === op && row.parameters > 0))
  );
  return {
    sentence: `Sparse use of parameters: of ${formatQuantity(selected, "count")} of the ${cheap.name}'s ${formatQuantity(many, "count")} parameters an inference selects some rows and computes with those alone; of the ${dear.name}'s ${formatQuantity(few, "count")} that holds for ${formatQuantity(selectedOf(dear), "count")}.`,
    evidence: [...counts(sides, "parameters", "macs", "macs_per_parameter"), ...parametersOf(sides, ops)]
  };
}
var selectedOf = ({ counted }) => counted.operators.filter(({ op }) => SELECTING.has(op)).reduce((all, { parameters }) => all + parameters, 0);

// src/judge/causes/shared-parameters.ts
var LEAST_RATIO3 = 1.1;
var SHARE3 = 0.25;
function sharedParameters(sides) {
  const [uses, work] = [ratioOf(sides, "parameter_uses"), ratioOf(sides, "macs_per_parameter")];
  if (uses === null || uses < LEAST_RATIO3) return null;
  if (work !== null && (work < LEAST_RATIO3 || Math.log(uses) < SHARE3 * Math.log(work))) return null;
  const { dear, cheap } = sides;
  const [many = 0, few = 0] = [countOf2(dear, "parameter_uses"), countOf2(cheap, "parameter_uses")].map(
    (value) => value ?? 0
  );
  const computed = work === null ? "" : `, and ${formatRatio(work)} times the MACs are computed with each`;
  return {
    sentence: `Shared parameters: a parameter of the ${dear.name} is used by ${formatQuantity(many, "ratio", 3)} operators on average, one of the ${cheap.name} by ${formatQuantity(few, "ratio", 3)}${computed}.`,
    evidence: counts(sides, "parameters", "macs", "parameter_uses", "macs_per_parameter")
  };
}

// src/judge/causes/slower-operators.ts
var SLOWER = 0.9;
function slowerOperators(sides) {
  if (isDisturbed(sides.dear) || isDisturbed(sides.cheap)) return null;
  const time = extraTime(sides);
  const rate = time === null ? null : rateOf(multiplying(time.cheap));
  if (time === null || rate === null) return null;
  const slow = multiplying(time.dear).filter((kind) => (rateOf([kind]) ?? Infinity) <= SLOWER * rate);
  const lost = slow.reduce((all, { timeMs, macs }) => all + timeMs - (macs ?? 0) / rate / 1e6, 0);
  if (slow.length === 0 || !time.matters(lost)) return null;
  const { dear, cheap } = sides;
  const profiledRate = ({ times }, kinds) => rateOf((times?.operators ?? []).filter((row) => kinds.some((one) => isSameKind(one, row)))) ?? 0;
  const [own, other] = [profiledRate(dear, slow), profiledRate(cheap, multiplying(time.cheap))];
  if (own > SLOWER * other) return null;
  const [slowest, usual] = [own, other].map((value) => formatQuantity(value, "GMAC/s", 3));
  const names = [...new Set(slow.map(({ op }) => op))];
  return {
    sentence: `Work at a lower rate: ${enumerate(names)} of the ${dear.name} ${names.length === 1 ? "achieves" : "achieve"} ${slowest ?? ""}, the operators that multiply in the ${cheap.name} ${usual ?? ""}.`,
    evidence: [
      ...counts(sides, "macs"),
      ...profiled(sides, [...slow, ...multiplying(time.cheap)], "time", "rate")
    ]
  };
}
var isSameKind = (one, other) => one.op === other.op && one.provider === other.provider;

// src/judge/causes/causes-of.ts
var TIME = ["compute and time", "size and time"];
var CANDIDATES = [
  {
    kind: "shared-parameters",
    explains: ["parameters and compute", "size and time"],
    find: sharedParameters
  },
  { kind: "selected-parameters", explains: ["parameters and compute"], find: selectedParameters },
  { kind: "unused-sparsity", explains: ["zeros and compute"], find: unusedSparsity },
  { kind: "less-parallelism", explains: TIME, find: lessParallelism },
  { kind: "slower-operators", explains: TIME, find: slowerOperators, timesKernels: true },
  { kind: "lower-intensity", explains: TIME, find: lowerIntensity, timesKernels: true },
  { kind: "quantisation", explains: TIME, find: quantisation, timesKernels: true },
  { kind: "fallback", explains: TIME, find: fallback },
  { kind: "launch-overhead", explains: TIME, find: launchOverhead, timesKernels: true }
];
function causesOf(model) {
  if (model.measurement?.harness !== void 0) return [];
  return partingsOf(model).flatMap((parting) => {
    const sides = sidesOf(model, parting.dear);
    const causes = sides === null ? [] : causesOfParting(parting, sides);
    return causes.length === 0 ? [notShown(parting, model, sides)] : causes;
  });
}
function causesOfParting({ kind, indicators, words }, sides) {
  const launchedOnly = isAccelerated(sides);
  return CANDIDATES.filter(
    ({ explains, timesKernels }) => explains.includes(kind) && !(launchedOnly && timesKernels)
  ).flatMap(({ kind: cause, find }) => {
    const found = find(sides);
    if (found === null) return [];
    const { sentence, evidence } = found;
    return [{ kind: cause, indicators: [...indicators], parting: words, sentence, evidence: [...evidence] }];
  });
}
function notShown({ kind, indicators, words }, { comparisons }, sides) {
  const evidence = comparisons.filter(({ indicator: indicator2 }) => indicators.includes(indicator2)).map(({ indicator: indicator2, unit, base, head }) => ({
    of: "indicator",
    name: indicator2,
    figure: "value",
    unit,
    base: base.value,
    head: head.value
  }));
  const why = isOfTime(kind) ? whyNotShown(sides) : "";
  const sentence = `The profile shows no cause${why}.`;
  return { kind: "not-shown", indicators: [...indicators], parting: words, sentence, evidence };
}
var isAccelerated = ({ dear, cheap }) => dear.times?.placement !== void 0 || cheap.times?.placement !== void 0;
var isOfTime = (kind) => TIME.some((one) => one === kind);
function whyNotShown(sides) {
  const unprofiled2 = [sides?.dear, sides?.cheap].flatMap((side) => side?.times === null ? side.name : []);
  if (unprofiled2.length > 0) return `: the ${unprofiled2.join(" and the ")} was not profiled`;
  if (sides !== null && isAccelerated(sides))
    return ": of kernels on an accelerator the profiler tells how long launching took, not how long they ran";
  const disturbed = [sides?.dear, sides?.cheap].flatMap(
    (side) => side !== void 0 && isDisturbed(side) ? `those of the ${side.name} ${formatRatio(inflation(side) ?? 0)} times the median latency` : []
  );
  if (disturbed.length === 0) return "";
  return `: under the profiler kernels take far longer, ${disturbed.join(", ")}`;
}

// src/judge/declared-comparison.ts
var FIELDS = [
  ["training_device_hours", ({ device_hours }) => device_hours],
  ["training_examples_seen", ({ examples_seen }) => examples_seen],
  ["training_steps", ({ steps }) => steps],
  ["training_energy", ({ energy_kwh }) => energy_kwh],
  ["training_peak_memory", ({ peak_memory_bytes }) => peak_memory_bytes]
];
var MILLION = 1e6;
function compareTraining(base, head, policy) {
  const [before, after] = [base?.training ?? null, head?.training ?? null];
  return [...FIELDS, ["training_sample_efficiency", sampleEfficiency]].flatMap(([id, of]) => {
    const [left, right] = [before === null ? void 0 : of(before), after === null ? void 0 : of(after)];
    if (left === void 0 && right === void 0) return [];
    if (id === "training_sample_efficiency" && !reachSameMetric(before, after)) return [];
    const provenance = id === "training_sample_efficiency" ? "derived" : "declared";
    return [compareExactly(indicator(id), sided(left, provenance), sided(right, provenance), policy)];
  });
}
function sampleEfficiency({ reached, examples_seen }) {
  if (reached?.better !== "higher" || examples_seen === void 0) return void 0;
  return MILLION * reached.value / examples_seen;
}
var reachSameMetric = (before, after) => before?.reached !== void 0 && before.reached.metric === after?.reached?.metric;
var sided = (value, provenance) => value === void 0 ? notMeasured("it is not declared") : { value, provenance, reason: null };

// src/judge/derived-comparison.ts
var JOULES_PER_KWH = 36e5;
var SECONDS_PER_HOUR = 3600;
var MILLION2 = 1e6;
function compareDerived(comparisons, batch, policy) {
  return derivations(batch, policy).flatMap((derivation) => {
    const source = comparisons.find((one) => one.indicator === derivation.source);
    return source === void 0 ? [] : derive(source, derivation, policy);
  });
}
function derivations(batch, { gridIntensity, price }) {
  const all = [
    gridIntensity == null ? null : {
      id: "carbon_per_inference",
      source: "energy_per_inference",
      provenance: "derived",
      value: (joules) => joules / JOULES_PER_KWH * gridIntensity
    },
    price == null ? null : {
      id: "cost_per_million",
      source: "throughput",
      provenance: "derived",
      inverse: true,
      unit: price.currency,
      value: (perSecond) => MILLION2 * price.perHour / (SECONDS_PER_HOUR * perSecond)
    },
    batch === null ? null : {
      id: "training_flops_per_example",
      source: "flops",
      provenance: "estimated",
      value: (flops) => TRAINING_OVER_INFERENCE * flops / batch
    }
  ];
  return all.filter((one) => one !== null);
}
function derive(source, derivation, policy) {
  const { base, head, effect, verdict, tolerance } = source;
  if (base.value === null || head.value === null) return [];
  const sided3 = (value) => ({
    value: derivation.value(value),
    provenance: derivation.provenance,
    reason: null
  });
  const row = rowOf(indicator(derivation.id), policy);
  return [
    {
      ...row,
      unit: derivation.unit ?? row.unit,
      tolerance,
      base: sided3(base.value),
      head: sided3(head.value),
      effect: effect !== null && derivation.inverse ? inverted(effect) : effect,
      verdict,
      reason: verdict === "inconclusive" ? `as open as the ${nounOf(source.indicator).noun}` : null,
      rounds: source.rounds,
      control: null,
      evidence: null
    }
  ];
}
function inverted({ ratio, low, high }) {
  return { ratio: 1 / ratio, low: high === null ? 0 : 1 / high, high: low === 0 ? null : 1 / low };
}

// src/judge/claims/judge-claims.ts
function judgeClaims(claims, run) {
  return claims.flatMap(({ text, indicators, direction, magnitude, rounding, source, repeatedIn }) => {
    const claim = { text, indicators, direction, magnitude, rounding };
    const concerned = { ...run, models: concernedBy(claim, run.models) };
    return ruleOnClaims([claim], concerned).map((ruled) => ({
      ...ruled,
      source,
      repeatedIn,
      // No indicator is repeated without the others, and least of all one that got better.
      inFull: ruled.ruling === "upheld" ? reword(claim, concerned) : null
    }));
  });
}
function concernedBy({ indicators, text }, all) {
  const meant = all.filter(
    ({ environment, measurement }) => environment == null || otherSetUp(text, { environment, measurement }) === null
  );
  const models = meant.length === 0 ? all : meant;
  if (indicators.includes(EFFICIENCY)) return models;
  const concerned = models.filter(
    ({ comparisons }) => indicators.some((id) => comparisonsOf(id, comparisons).length > 0)
  );
  return concerned.length === 0 ? models : concerned;
}

// src/judge/relation.ts
function relate(all, required) {
  const comparisons = all.filter(({ kind }) => kind !== "derived");
  const withVerdict = (...verdicts) => comparisons.filter(({ verdict }) => verdicts.includes(verdict)).map(({ indicator: indicator2 }) => indicator2);
  const improved = withVerdict("improved");
  const regressed = withVerdict("regressed");
  const present = new Set(comparisons.map(({ indicator: indicator2 }) => indicator2));
  const unknown = [...withVerdict("inconclusive"), ...required.filter((id) => !present.has(id))];
  const isRequired = (id) => required.includes(id);
  const gained = improved.some(isRequired);
  return {
    relation: relationOf(gained, regressed.length > 0, unknown.some(isRequired)),
    improved,
    regressed,
    unknown
  };
}
function relationOf(gained, lost, open) {
  if (gained && lost) return "trade-off";
  if (open) return "inconclusive";
  if (gained) return "dominates";
  return lost ? "dominated" : "equivalent";
}

// src/judge/fleet/agreement.ts
function agreementsOf(all) {
  const machines = all.filter(({ model }) => (model?.comparisons.length ?? 0) > 0);
  const rows = machines.flatMap(({ model }) => model?.comparisons ?? []);
  const judged = new Set(rows.filter(({ verdict }) => verdict !== null).map(({ indicator: indicator2 }) => indicator2));
  return [...judged].map((indicator2) => {
    const findings2 = machines.map(({ machine, model }) => ({
      machine,
      comparison: model?.comparisons.find((one) => one.indicator === indicator2)
    }));
    const agreement = agreementOf(findings2);
    return { indicator: indicator2, agreement, sentence: sentenceOf2(indicator2, agreement, findings2) };
  });
}
function agreementOf(findings2) {
  if (isOneFigure(findings2)) return "same";
  const verdicts = new Set(findings2.map(verdictOf));
  if (verdicts.has("improved") && verdicts.has("regressed")) return "contradict";
  if (verdicts.size > 1) return "part";
  return verdicts.has("inconclusive") ? "open" : "agree";
}
var verdictOf = ({ comparison }) => comparison?.verdict ?? "inconclusive";
function isOneFigure(findings2) {
  const known = findings2.flatMap(({ comparison }) => comparison ?? []);
  const figures = new Set(
    known.map(({ base, head, verdict }) => JSON.stringify([base.value, head.value, verdict]))
  );
  return figures.size === 1 && known.every(({ kind, rounds }) => kind !== "measured" && rounds === null);
}
var NAMED2 = 6;
var WORDS = [
  ["improved", "better"],
  ["regressed", "worse"],
  ["equivalent", "no difference"],
  ["inconclusive", "not decided"]
];
function sentenceOf2(indicator2, agreement, findings2) {
  const { noun } = nounOf(indicator2);
  const [first] = findings2.flatMap(({ comparison }) => comparison ?? []);
  if (agreement === "same")
    return `${noun}: ${first === void 0 ? "not known" : ratioOf2(first)} on every machine.`;
  const figures = listed(findings2.map((one) => `${ratioOf2(one.comparison)} on ${one.machine}`));
  const said = WORDS.flatMap(([verdict, word]) => {
    const on = findings2.filter((one) => verdictOf(one) === verdict).map(({ machine }) => machine);
    if (on.length === 0) return [];
    return [
      `${word} on ${on.length === findings2.length && on.length > 1 ? everyOne(on.length) : enumerate(shortened(on))}`
    ];
  });
  return `${noun}: ${figures}: ${said.join(", ")}.`;
}
function ratioOf2(comparison) {
  if (comparison === void 0) return "not measured";
  const { effect, head, kind } = comparison;
  if (effect === null) return head.value === null ? "not known" : "no ratio";
  return effect.low === effect.high && kind !== "measured" ? formatRatio(effect.ratio) : formatEstimate(effect.ratio, effect.low, effect.high);
}
var listed = (items) => shortened(items).join(", ");
function shortened(items) {
  if (items.length <= NAMED2) return items;
  return [...items.slice(0, NAMED2), `${items.length - NAMED2} more`];
}
function countedDifferently(machines) {
  const known = machines.flatMap(
    ({ machine, comparisons }) => comparisons.filter(({ kind }) => kind === "counted").map((comparison) => ({ machine, comparison }))
  );
  const indicators = new Set(known.map(({ comparison }) => comparison.indicator));
  return [...indicators].flatMap((indicator2) => {
    const rows = known.filter(({ comparison }) => comparison.indicator === indicator2);
    const [first] = rows;
    const other = rows.find(({ comparison }) => figuresOf(comparison) !== figuresOf(first?.comparison));
    if (first === void 0 || other === void 0) return [];
    return [
      `${first.machine} and ${other.machine} count ${nounOf(indicator2).noun} differently: ${figuresOf(first.comparison)}, and ${figuresOf(other.comparison)}. They had other bytes, other shapes or another version of efficiency-gate.`
    ];
  });
}
function figuresOf(comparison) {
  if (comparison === void 0) return "unknown";
  const { base, head, unit } = comparison;
  const [before, after] = [base.value, head.value].map(
    (value) => value === null ? "unknown" : formatQuantity(value, unit, 17)
  );
  return `${before} in the base and ${after} in the head`;
}

// src/judge/fleet/fleet-sentence.ts
var NAMED3 = 6;
function fleetSentence(relation, members) {
  const present = members.flatMap(({ model }) => model === null ? [] : [model]);
  if (relation === null || present.every(({ status }) => status === "identical"))
    return present[0]?.sentence ?? "Not compared on any machine.";
  const required = members.filter((member) => member.required);
  const restsOnRequired = (relation === "dominates" || relation === "equivalent") && required.length > 0;
  const told = restsOnRequired ? required : members;
  const others = members.filter((member) => !told.includes(member)).map(({ machine }) => machine);
  const better = findings("improved", told);
  const worse2 = findings("regressed", told);
  const where = told.length === 1 ? `on ${told[0]?.machine ?? ""}` : `over ${told.length} machines`;
  const differences = [better, worse2].filter((side) => side.length > 0).map(enumerate);
  const statement = differences.length === 0 ? "no difference is proven" : `the head has ${differences.join(", but ")}`;
  const nothingWorse = told.length === 1 ? "and nothing was found to be worse" : "and nothing was found to be worse on any of them";
  const opening = {
    "trade-off": `Trade-off ${where}: ${statement}`,
    dominates: `More efficient on ${told.length === 1 ? "this set-up" : `these ${told.length} set-ups`}: ${statement}, ${nothingWorse}`,
    dominated: `Worse ${where}: ${statement}`,
    equivalent: `Equivalent ${where}: no difference beyond the tolerances in what is required${differences.length === 0 ? "" : `; beside it, ${statement}`}`,
    inconclusive: `Undecided ${where}: ${statement}`
  };
  const open = openOn(members);
  const setUps = told.flatMap(
    ({ machine, model }) => model?.setUp == null ? [] : [`${machine}: ${model.setUp}`]
  );
  return [
    opening[relation],
    ...open.length === 0 ? [] : [`not shown: ${enumerate(open)}`],
    ...others.length === 0 ? [] : [`not required, and not spoken for: ${enumerate(others)}`],
    ...relation === "dominates" ? [`set-ups: ${setUps.join("; ")}`] : []
  ].join("; ").concat(".");
}
function findings(verdict, members) {
  const rows = members.flatMap(
    ({ machine, model }) => (model?.comparisons ?? []).filter((one) => one.verdict === verdict && one.kind !== "derived").map((comparison) => ({ machine, comparison }))
  );
  const ordered = [
    ...rows.filter(({ comparison }) => comparison.required),
    ...rows.filter(({ comparison }) => !comparison.required)
  ];
  const indicators = [...new Set(ordered.map(({ comparison }) => comparison.indicator))];
  const said = indicators.map((indicator2) => {
    const found = ordered.filter(({ comparison }) => comparison.indicator === indicator2);
    return together(found, members.length);
  });
  const more = said.length - NAMED3;
  return more > 0 ? [...said.slice(0, NAMED3), `${more} more`] : said;
}
function together(found, machines) {
  const [first] = found;
  if (first === void 0) return "nothing";
  const { indicator: indicator2, kind } = first.comparison;
  if (kind !== "measured" && found.every(({ comparison }) => isSame(comparison, first.comparison)))
    return figure(first.comparison);
  const ratios = found.flatMap(({ comparison }) => comparison.effect?.ratio ?? []);
  if (found.length === 1 || ratios.length < found.length) {
    return found.map(({ machine, comparison }) => `${figure(comparison)} on ${machine}`).join(" and ");
  }
  const [low, high] = [formatRatio(Math.min(...ratios)), formatRatio(Math.max(...ratios))];
  const span = low === high ? formatEffect(indicator2, Math.min(...ratios)) : `${low} to ${high} times the ${nounOf(indicator2).noun}`;
  const on = found.length === machines ? everyOne(machines) : enumerate(found.map(({ machine }) => machine));
  return `${span} on ${on}`;
}
var isSame = (one, other) => one.base.value === other.base.value && one.head.value === other.head.value;
function openOn(members) {
  return members.flatMap(({ machine, model }) => {
    if (model === null) return [`anything on ${machine} (no report of it has the model)`];
    if (model.comparisons.length === 0) return [`anything on ${machine} (${model.status})`];
    const known = new Map(model.comparisons.map((one) => [one.indicator, one.verdict]));
    const open = model.needed.filter((id) => (known.get(id) ?? "inconclusive") === "inconclusive");
    if (open.length === 0) return [];
    return [`${enumerate(open.map((id) => nounOf(id).noun))} on ${machine}`];
  });
}

// src/judge/fleet/judge-fleet.ts
function judgeFleet(models, machines) {
  const subjects = [...new Set(models.map(subjectOf))];
  return subjects.map((subject) => {
    const found = new Map(
      models.filter((model) => subjectOf(model) === subject).map((model) => [model.machine, model])
    );
    const members = machines.flatMap(({ name, required, models: planned }) => {
      const model = found.get(name) ?? null;
      const expected = planned === void 0 || planned.includes(subject);
      return model === null && !expected ? [] : [{ machine: name, required, model }];
    });
    return judgeMembers(subject, members);
  });
}
function judgeMembers(subject, members) {
  const relation = members.some(({ model }) => (model?.comparisons.length ?? 0) > 0) ? relateMembers(members).relation : null;
  const known = members.flatMap(
    ({ machine, model }) => model === null ? [] : [{ machine, comparisons: model.comparisons }]
  );
  return {
    model: subject,
    relation,
    sentence: fleetSentence(relation, members),
    machines: members.map(({ machine, required, model }) => ({
      machine,
      required,
      status: model?.status ?? "absent",
      relation: model?.relation ?? null,
      setUp: model?.setUp ?? null
    })),
    agreements: agreementsOf(members),
    warnings: countedDifferently(known)
  };
}
function relateMembers(members) {
  const required = members.some((member) => member.required) ? members.filter((member) => member.required) : members;
  const needed = [...new Set(members.flatMap(({ model }) => model?.needed ?? []))];
  const neededOf2 = ({ model }) => model === null || model.comparisons.length === 0 ? needed : model.needed;
  return relate(
    members.flatMap(
      ({ machine, model }) => (model?.comparisons ?? []).map((comparison) => ({
        ...comparison,
        indicator: keyOf(machine, comparison.indicator)
      }))
    ),
    required.flatMap((member) => neededOf2(member).map((id) => keyOf(member.machine, id)))
  );
}
var keyOf = (machine, indicator2) => JSON.stringify([machine, indicator2]);

// src/judge/findings.ts
var UNEXPLAINED = {
  kind: "measurement",
  message: "it could not be compared.",
  next: "Look at the log of the run."
};
function findingsOf(models, maxImprovement, faults = []) {
  const where = (matches) => models.flatMap((model) => {
    const { name, comparisons, measurement, head } = model;
    const subject = subjectOf(model);
    return comparisons.filter(matches).map((comparison) => ({
      model: name,
      subject,
      path: head?.path ?? subject,
      comparison,
      toleranceKey: toleranceKeyOf(comparison.indicator, measurement?.harness)
    }));
  });
  return {
    regressed: where(({ gated, verdict }) => gated && verdict === "regressed"),
    undecided: where(({ gated, verdict }) => gated && verdict === "inconclusive"),
    suspicious: where((comparison) => isSuspicious(comparison, maxImprovement)),
    problems: [
      ...faults.map((fault) => ({ model: fault.subject, problem: problemOfFault(fault) })),
      ...models.flatMap((model) => problemsOf(model).map((problem) => ({ model: model.name, problem })))
    ]
  };
}
function problemsOf({ status, problem, declared }) {
  const own = problem ?? (status === "failed" ? UNEXPLAINED : null);
  const { base = null, head = null } = declared?.unevaluated ?? {};
  const open = base ?? head;
  return [...own === null ? [] : [own], ...open === null ? [] : [unevaluated(open)]];
}
var unevaluated = (reason) => ({
  kind: "measurement",
  message: `its quality is not known: ${reason}.`,
  next: "Look at the log of the run for what the quality command printed."
});
function isSuspicious({ verdict, effect, kind }, maxImprovement) {
  if (maxImprovement === null || effect === null || kind === "derived") return false;
  return verdict === "improved" && Math.abs(effect.ratio - 1) > maxImprovement;
}

// src/judge/claims/source.ts
function describeSource({ kind, sha }) {
  switch (kind) {
    case "title":
      return "title";
    case "body":
      return "description";
    case "commit":
      return `commit ${(sha ?? "unknown").slice(0, 7)}`;
    case "text":
      return "text";
  }
}

// src/judge/gate-summary.ts
var NAMED4 = 3;
function summaryOf(models, found, { failing, acknowledgements, outcome }) {
  const { fails, incomplete, wrong } = outcome;
  const list = models.length === 1 ? listFigures : listFiguresByModel;
  const undecidedFail = failing.undecided.length > 0 && failing.regressed.length === 0;
  const sentences = [
    ...fails ? failure(failing, outcome, list) : [],
    ...incomplete ? incompleteness(found, wrong) : [],
    ...fails || incomplete ? [] : success(models, found),
    ...answers(acknowledgements),
    ...undecidedFail ? [] : doubts(found, list),
    ...suspicions(found, list)
  ];
  return sentences.join(" ");
}
function failure({ regressed, undecided, claims }, { warnOnly, remedy }, list) {
  const opening = warnOnly ? "Passed with a warning, as warn-only asks" : "Failed";
  const acknowledge = remedy === null ? "" : `, or have it acknowledged by the label ${remedy}`;
  const reasons = [
    ...regressed.length > 0 ? [worse(regressed, acknowledge, list)] : [],
    ...regressed.length === 0 && undecided.length > 0 ? [
      `${list(undecided, nounFor)} could not be decided, and undecided indicators fail this gate. Give a larger budget, a quieter machine or a wider tolerance.`
    ] : [],
    ...unfounded(claims, acknowledge)
  ];
  const [first = "", ...others] = reasons;
  return [`${opening}: ${first}`, ...others.map(capitalised)];
}
var capitalised = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
function worse(regressed, acknowledge, list) {
  const ids = [...new Set(regressed.map(({ toleranceKey }) => toleranceKey))].slice(0, NAMED4);
  return `proven to be worse: ${list(regressed, figure)}. Undo it, or, if it is meant, raise the tolerance of ${ids.join(", ")} in the configuration${acknowledge}.`;
}
var QUOTED = 160;
function unfounded(claims, acknowledge) {
  const [first] = claims;
  if (first === void 0) return [];
  const { text, source, ruling } = first;
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const more = claims.length === 1 ? "" : ` ${claims.length - 1} more of its kind.`;
  return [
    `a claim does not stand: “${quoted}” (${describeSource(source)}) is ${FAULTS[ruling]}.${more} Say what is offered instead, with the claims${acknowledge}.`
  ];
}
var FAULTS = {
  upheld: "upheld",
  partial: "true in part only",
  refuted: "refuted",
  unverifiable: "not verifiable here"
};
function answers(acknowledgements) {
  const label = countingLabel(acknowledgements);
  const waivers = acknowledgements.filter((one) => one.kind === "waiver" && one.covers.length > 0);
  const idle = acknowledgements.filter(({ fault }) => fault !== null);
  return [
    ...label === void 0 ? [] : [`Acknowledged by ${label.by ?? "nobody"}, who put on ${label.label}.`],
    ...waivers.map(
      (one) => one.kind === "waiver" ? `Waived until ${one.expires} by ${one.by}: ${nouns(one)}.` : ""
    ),
    ...idle.map(
      (one) => one.kind === "label" ? `The label ${one.label} does not count: ${one.fault ?? ""}.` : `The waiver of ${one.indicator} does not count: ${one.fault ?? ""}.`
    )
  ];
}
var nouns = ({ covers }) => enumerate([...new Set(covers.map(({ indicator: indicator2 }) => nounOf(indicator2).noun))]);
function incompleteness({ problems }, wrong) {
  const named = problems.slice(0, NAMED4).map(({ model, problem }) => `${model}: ${problem.message} ${problem.next}`);
  const more = problems.length - named.length;
  return [
    `${wrong ? "Error" : "Incomplete"}: ${named.join(" ")}`,
    ...more > 0 ? [`And ${more} more.`] : []
  ];
}
function success(models, { regressed }) {
  if (models.length === 0) return ["Passed: no model changed, so there was nothing to compare."];
  if (regressed.length > 0) return ["Passed: every proven regression is acknowledged."];
  const measured = models.filter(({ status }) => status === "compared");
  const compared = new Set(measured.map(subjectOf)).size;
  if (compared === 0) return ["Passed: no model needed comparing."];
  return [
    `Passed: no regression is proven in ${compared} compared ${compared === 1 ? "model" : "models"}${onMachines(measured)}.`
  ];
}
function onMachines(models) {
  const machines = new Set(models.flatMap(({ machine }) => machine ?? []));
  if (machines.size === 0) return "";
  return machines.size === 1 ? ` on ${[...machines].join("")}` : ` on ${machines.size} machines`;
}
function doubts({ undecided }, list) {
  if (undecided.length === 0) return [];
  return [`Not decided: ${list(undecided, nounFor)}; the reasons are in the report.`];
}
function suspicions({ suspicious }, list) {
  if (suspicious.length === 0) return [];
  return [`Too good to be true, please check: ${list(suspicious, figure)}.`];
}
var nounFor = ({ indicator: indicator2 }) => nounOf(indicator2).noun;
var listFigures = (findings2, describe) => listed2(findings2, ({ comparison }) => describe(comparison));
var listFiguresByModel = (findings2, describe) => listed2(onceForAllMachines(findings2), ({ model, comparison }) => `${describe(comparison)} in ${model}`);
function onceForAllMachines(findings2) {
  const said = /* @__PURE__ */ new Map();
  for (const finding of findings2) {
    const { model, subject, comparison } = finding;
    const { kind, indicator: indicator2, base, head, rounds } = comparison;
    const once = kind !== "measured" && rounds === null;
    const key = JSON.stringify(once ? [subject, indicator2, base.value, head.value] : [model, indicator2]);
    if (!said.has(key)) said.set(key, once ? { ...finding, model: subject } : finding);
  }
  return [...said.values()];
}
function listed2(findings2, describe) {
  const more = findings2.length - NAMED4;
  return `${findings2.slice(0, NAMED4).map(describe).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/judge/gate.ts
function concludeGate(models, policy, { claims = [], acknowledgements = [], inPullRequest = false, shardFaults = [] } = {}) {
  const found = findingsOf(models, policy.maxImprovement, shardFaults);
  const label = countingLabel(acknowledgements);
  const failing = {
    regressed: found.regressed.filter((finding) => !isAcknowledged(finding, acknowledgements)),
    undecided: policy.failOnInconclusive && label === void 0 ? found.undecided : [],
    claims: label === void 0 ? enforced(claims, policy) : []
  };
  const fails = Object.values(failing).some((those) => those.length > 0);
  const incomplete = found.problems.length > 0;
  const wrong = found.problems.some(({ problem }) => exitStatusOf(problem.kind) === EXIT.misuse);
  const warnOnly = fails && policy.warnOnly;
  const open = wrong ? "error" : incomplete ? "incomplete" : "passed";
  const remedy = inPullRequest ? policy.acknowledgeLabel ?? null : null;
  const outcome = { fails, warnOnly, wrong, incomplete, remedy };
  return {
    conclusion: fails && !warnOnly ? "failed" : open,
    summary: summaryOf(models, found, { failing, acknowledgements, outcome }),
    failures: found.regressed.map(({ model, comparison }) => ({ model, indicator: comparison.indicator })),
    missing: found.problems.map(({ model, problem }) => ({ model, reason: problem.message })),
    warnOnly
  };
}
function enforced(claims, { claims: policy, failOnInconclusive }) {
  if (policy !== "enforce") return [];
  return openClaims(claims).filter(({ ruling }) => ruling !== "unverifiable" || failOnInconclusive);
}

// src/stats/quantile-interval.ts
function quantileInterval(count, quantile2, confidence) {
  const error = 1 - confidence;
  const above = tailCounts(count, 1 - quantile2);
  const noneAbove = above.next().value.cumulative;
  if (noneAbove > error) return null;
  let fromTop = 0;
  let upperError = noneAbove;
  let fromBottom = null;
  for (const { exceeding, cumulative } of above) {
    if (cumulative <= error / 2) {
      fromTop = exceeding;
      upperError = cumulative;
    }
    if (1 - cumulative <= error - upperError) {
      fromBottom = exceeding;
      break;
    }
  }
  if (fromBottom === null || fromBottom >= count) return null;
  return { low: count - 1 - fromBottom, high: count - 1 - fromTop };
}
function leastCountFor(quantile2, confidence) {
  let count = 2;
  while (1 - quantile2 ** count - (1 - quantile2) ** count < confidence) count += 1;
  return count;
}
function* tailCounts(count, share) {
  const odds = Math.log(share) - Math.log1p(-share);
  let logProbability = count * Math.log1p(-share);
  let cumulative = 0;
  for (let exceeding = 0; ; exceeding += 1) {
    cumulative = Math.min(cumulative + Math.exp(logProbability), 1);
    yield { exceeding, cumulative };
    logProbability += Math.log(Math.max(count - exceeding, 0) / (exceeding + 1)) + odds;
  }
}

// src/judge/tail-latency.ts
var QUANTILE = 0.99;
var CONFIDENCE = 0.95;
function tailLatency({ rounds }) {
  const side = (role) => {
    const runs = rounds.flatMap((round) => round[role].blocks.flatMap(({ runsMs }) => runsMs)).sort(ascending);
    const interval = quantileInterval(runs.length, QUANTILE, CONFIDENCE);
    if (interval === null) return null;
    const at = (place) => runs[place] ?? 0;
    return {
      value: quantile(runs, QUANTILE),
      low: at(interval.low),
      high: at(interval.high),
      runs: runs.length
    };
  };
  const [base, head] = [side("base"), side("head")];
  if (base !== null && head !== null) return { base, head, reason: null };
  const counts2 = ["base", "head"].map(
    (role) => rounds.reduce(
      (sum2, round) => sum2 + round[role].blocks.reduce((all, block) => all + block.runsMs.length, 0),
      0
    )
  );
  return {
    base: null,
    head: null,
    reason: `${Math.min(...counts2)} timed runs of a side are too few: an interval for the 99th percentile that holds with 95 % exists from ${leastCountFor(QUANTILE, CONFIDENCE)} on`
  };
}
var ascending = (one, other) => one - other;

// src/judge/judge-model.ts
function judgeModel(comparisons, required, setUp) {
  const standing = relate(comparisons, required);
  return { ...standing, sentence: sentenceOf(standing, comparisons, setUp) };
}

// src/stats/paired-difference.ts
var SHARE_OF_DIRECTION = 0.8;
function pairedDifference(base, head, alpha) {
  if (base.length !== head.length || base.length < 2) {
    throw new RangeError("outcomes are paired by example: as many for the base as for the head, two or more");
  }
  const isBinary = [...base, ...head].every((outcome) => outcome === 0 || outcome === 1);
  return isBinary ? ofBinary(base, head, alpha) : ofScores(base, head, alpha);
}
function ofBinary(base, head, alpha) {
  const gained = head.filter((outcome, index) => outcome > (base[index] ?? 0)).length;
  const lost = head.filter((outcome, index) => outcome < (base[index] ?? 0)).length;
  const [differing, examples] = [gained + lost, base.length];
  const rate = binomialBounds(differing, examples, (1 - SHARE_OF_DIRECTION) * alpha);
  const towards = binomialBounds(gained, differing, SHARE_OF_DIRECTION * alpha);
  const direction = differing === 0 ? { low: -1, high: 1 } : { low: 2 * towards.low - 1, high: 2 * towards.high - 1 };
  return {
    difference: (gained - lost) / examples,
    low: direction.low * (direction.low < 0 ? rate.high : rate.low),
    high: direction.high * (direction.high > 0 ? rate.high : rate.low),
    differing,
    method: "McNemar",
    pValue: mcNemar(gained, lost)
  };
}
function mcNemar(gained, lost) {
  const [few, many] = [Math.min(gained, lost), Math.max(gained, lost)];
  return many === 0 ? 1 : Math.min(1, 2 * incompleteBeta(0.5, many, few + 1));
}
function ofScores(base, head, alpha) {
  const differences = head.map((outcome, index) => outcome - (base[index] ?? 0));
  const difference = mean(differences);
  const halfWidth = studentQuantile(alpha, differences.length - 1) * sampleStandardDeviation(differences) / Math.sqrt(differences.length);
  return {
    difference,
    low: difference - halfWidth,
    high: difference + halfWidth,
    differing: differences.filter((each) => each !== 0).length,
    method: "Student",
    pValue: null
  };
}

// src/judge/quality-comparison.ts
var ROUNDING = 1e-9;
function compareQuality(base, head, policy, unevaluated2 = EVALUATED) {
  const [before, after] = [base?.quality ?? {}, head?.quality ?? {}];
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])];
  const paired = names.filter((name) => before[name]?.outcomes != null && after[name]?.outcomes != null);
  const alpha = policy.alpha / Math.max(1, paired.length);
  const rows = names.map((name) => {
    const sides = { base: before[name], head: after[name] };
    return compareMetric({ id: `${QUALITY_PREFIX}${name}`, label: name }, sides, unevaluated2, alpha, policy);
  });
  if (unevaluated2.base === null || rows.some(({ base: known }) => known.value === null)) return rows;
  return [...rows, compareMetric({ id: ALL_QUALITY, label: ALL_QUALITY }, {}, unevaluated2, alpha, policy)];
}
var EVALUATED = { base: null, head: null };
function compareMetric({ id, label }, { base, head }, unevaluated2, alpha, policy) {
  const { better, unit, tolerance: own } = base ?? head ?? NOTHING;
  const tolerance = policy.tolerances[id] ?? own;
  const held = base !== void 0 || unevaluated2.base !== null;
  const row = {
    indicator: id,
    label,
    unit,
    better,
    kind: "declared",
    tolerance,
    gated: held,
    required: held && policy.required.includes(ALL_QUALITY),
    base: sided2(base, unevaluated2.base),
    head: sided2(head, unevaluated2.head),
    rounds: null,
    control: null,
    evidence: null
  };
  const open = (reason) => ({ ...row, effect: null, verdict: "inconclusive", reason });
  if (base === void 0) return open(unevaluated2.base ?? "the base does not declare it");
  if (head === void 0) return open(unevaluated2.head ?? "the head does not declare it");
  if (head.better !== base.better || head.unit !== base.unit) {
    return open("base and head declare it with another unit or direction");
  }
  if (base.outcomes !== null && head.outcomes !== null && base.outcomes.length !== head.outcomes.length) {
    return open(`outcomes of ${base.outcomes.length} and ${head.outcomes.length} examples cannot be paired`);
  }
  const difference = differenceOf(base, head, alpha);
  const verdict = verdictOn(difference, better, allowed(base.value, head.value, tolerance));
  return {
    ...row,
    effect: effectOf(base.value, difference),
    difference,
    verdict,
    reason: verdict === "inconclusive" ? `${formatDifference(difference, unit)} crosses the tolerance of ${formatTolerance(tolerance, unit)}` : null
  };
}
var NOTHING = { better: "higher", unit: "", tolerance: {} };
function differenceOf(base, head, alpha) {
  const value = head.value - base.value;
  if (base.outcomes === null || head.outcomes === null) return { value, low: value, high: value };
  const { difference, low, high, differing } = pairedDifference(base.outcomes, head.outcomes, alpha);
  return differing === 0 ? { value: 0, low: 0, high: 0 } : { value: difference, low, high };
}
function allowed(base, head, { relative = 0, absolute = 0 }) {
  return Math.max(relative * Math.abs(base), absolute) + ROUNDING * Math.max(Math.abs(base), Math.abs(head));
}
function verdictOn({ low, high }, better, within) {
  const [least, most] = better === "lower" ? [low, high] : [-high, -low];
  if (least > within) return "regressed";
  if (most < -within) return "improved";
  return least >= -within && most <= within ? "equivalent" : "inconclusive";
}
function effectOf(base, { value, low, high }) {
  if (base <= 0) return null;
  const ratioOf3 = (difference) => Math.max(0, (base + difference) / base);
  return { ratio: ratioOf3(value), low: ratioOf3(low), high: ratioOf3(high) };
}
var sided2 = (metric, unevaluated2) => metric === void 0 ? notMeasured(unevaluated2 ?? "it is not declared") : { value: metric.value, provenance: "declared", reason: null };

// src/judge/unmeasured.ts
function unmeasuredOf(meter, policy, device) {
  const noMeter = meter === void 0 ? "no counter was looked for" : "reason" in meter ? meter.reason : null;
  const missing = [
    ["device_memory_bytes", device !== void 0 && "reason" in device ? device.reason : null],
    ["energy_per_inference", noMeter],
    [
      "carbon_per_inference",
      noMeter ?? (policy.gridIntensity == null ? "the configuration has no carbon: {grid-intensity: N}" : null)
    ],
    ["cost_per_million", policy.price == null ? "the configuration has no price-per-hour" : null]
  ];
  return missing.flatMap(
    ([indicator2, reason]) => reason === null ? [] : [{ indicator: indicator2, provenance: "not-measured", reason }]
  );
}

// src/conclude.ts
function conclude(run, policy) {
  const models = run.models.map((model) => concludeModel(model, environmentOf(run, model), policy));
  const fronts = frontsOf(models, run.unchanged);
  const statements = judgeStatements(run, models, policy);
  return {
    schemaVersion: REPORT_VERSION,
    tool: { name: "efficiency-gate", version: EFFICIENCY_GATE_VERSION },
    createdAt: run.createdAt.toISOString(),
    base: run.base,
    head: run.head,
    ...run.pullRequest === void 0 ? {} : { pullRequest: run.pullRequest },
    ...run.shard === void 0 ? {} : { shard: run.shard },
    environment: run.environment,
    ...run.machines === void 0 ? {} : { machines: run.machines },
    ...run.shardFaults === void 0 ? {} : { shardFaults: run.shardFaults },
    policy,
    models,
    ...run.unchanged === void 0 ? {} : { unchanged: run.unchanged },
    ...run.unchangedLeftOut === void 0 ? {} : { unchangedLeftOut: run.unchangedLeftOut },
    ...fronts.length === 0 ? {} : { fronts },
    ...run.machines === void 0 ? {} : { fleet: fleetOf(models, run.machines, policy) },
    ...statements,
    ...run.creep === void 0 ? {} : { creep: run.creep },
    warnings: run.warnings,
    gate: concludeGate(models, policy, {
      ...statements,
      inPullRequest: run.pullRequest !== void 0,
      ...run.shardFaults === void 0 ? {} : { shardFaults: run.shardFaults }
    })
  };
}
function judgeAgain(report, policy, learnt = {}) {
  return conclude({ ...report, ...learnt, createdAt: new Date(report.createdAt) }, policy);
}
function judgeStatements({ claims, acknowledgements, environment, createdAt }, models, policy) {
  const compared = models.filter(({ status }) => status !== "added" && status !== "removed");
  const { regressed } = findingsOf(models, null);
  return {
    ...claims === void 0 || models.length === 0 || policy.claims === "off" ? {} : { claims: judgeClaims(claims, { models: compared, environment }) },
    ...acknowledgements === void 0 ? {} : { acknowledgements: judgeAcknowledgements(acknowledgements, regressed, createdAt) }
  };
}
function fleetOf(models, machines, policy) {
  const onMachines2 = models.map((model) => {
    const { measurement, comparisons, environment = null } = model;
    return {
      ...model,
      needed: neededOf(measurement, comparisons, policy),
      setUp: measurement === null ? null : describeSetUp({ environment, measurement })
    };
  });
  return judgeFleet(onMachines2, machines);
}
function concludeModel(model, environment, run) {
  const { measurement } = model;
  const policy = measurement?.harness === void 0 ? run : ownPolicy(run, measurement.harness);
  const comparisons = compare(model, policy);
  const tail = measurement === null ? null : tailLatency(measurement);
  const unmeasured = measurement === null ? [] : unmeasuredIn(measurement, policy);
  const causes = causesOf({ ...model, comparisons });
  const judged = {
    ...pickEvidence(model),
    ...unmeasured.length === 0 ? {} : { unmeasured },
    comparisons,
    tail,
    ...causes.length === 0 ? {} : { causes }
  };
  if (comparisons.length === 0) return { ...judged, relation: null, sentence: sentenceAlone(model) };
  const required = neededOf(measurement, comparisons, run);
  const { relation, sentence } = judgeModel(comparisons, required, { environment, measurement });
  return {
    ...judged,
    relation,
    sentence: model.status === "identical" ? "Base and head are the same bytes: nothing to measure." : sentence
  };
}
function compare(model, policy) {
  const { base, head, measurement } = model;
  if (model.status === "identical") return compareIdentical(head?.profile ?? null, policy);
  if (measurement?.harness !== void 0)
    return compareMeasured(measurement, policy, ownIndicators(measurement.harness, isMetered(measurement)));
  if (base?.profile == null || head?.profile == null) return [];
  const { base: before = null, head: after = null, unevaluated: unevaluated2 } = model.declared ?? {};
  const known = [
    ...compareCounted(base.profile, head.profile, policy),
    ...measurement === null ? compareUnmeasured("it was not measured", policy) : compareMeasured(measurement, policy)
  ];
  return [
    ...known,
    ...compareDerived(known, measurement?.batch ?? null, policy),
    ...compareTraining(before, after, policy),
    ...compareQuality(before, after, policy, unevaluated2)
  ];
}
var unmeasuredIn = ({ harness, meter, device }, policy) => harness === void 0 ? unmeasuredOf(meter, policy, device) : ownUnmeasured(harness, meter);
function neededOf(measurement, comparisons, run) {
  return measurement?.harness === void 0 ? requiredOf(comparisons, run) : ownPolicy(run, measurement.harness).required;
}
function requiredOf(comparisons, { required }) {
  const quality = comparisons.filter(({ indicator: indicator2, required: needed }) => needed && isQuality(indicator2));
  return [...required.filter((id) => id !== ALL_QUALITY), ...quality.map(({ indicator: indicator2 }) => indicator2)];
}
var isQuality = (indicator2) => indicator2 === ALL_QUALITY || indicator2.startsWith(QUALITY_PREFIX);
function sentenceAlone({ status, problem }) {
  if (status === "added") return "New in the head: there is nothing to compare it with.";
  if (status === "removed") return "Removed in the head.";
  return `Not compared: ${problem?.message ?? "no reason was recorded"}`;
}
function pickEvidence(model) {
  const { name, scenario, status, base, head, measurement, profile, sweeps, problem, warnings } = model;
  const { declared, agreement, machine, environment } = model;
  return {
    name,
    ...machine === void 0 ? {} : { machine },
    ...environment === void 0 ? {} : { environment },
    scenario,
    status,
    base,
    head,
    measurement,
    profile,
    sweeps,
    ...declared === void 0 ? {} : { declared },
    ...agreement === void 0 ? {} : { agreement },
    problem,
    warnings
  };
}

// src/policy.ts
function timingDecisions(models, {
  own = 0,
  metered = false,
  onDevice = 0
} = {}) {
  const ofModel = measuredIndicators(metered).length;
  const decisions = models * ofModel + onDevice * ON_DEVICE.length + own;
  return decisions === 0 ? ofModel : decisions;
}
function policyOf(config, decisions) {
  return {
    alpha: config.alpha,
    decisions,
    tolerances: config.tolerances,
    required: config.required,
    warnOnly: config.warnOnly,
    failOnInconclusive: config.failOnInconclusive,
    maxImprovement: config.maxImprovement,
    gridIntensity: config.gridIntensity,
    price: config.price,
    claims: config.claims,
    acknowledgeLabel: config.acknowledgeLabel,
    ...config.machines.length === 0 ? {} : { machines: config.machines.filter(({ required }) => required).map(({ name }) => name) },
    ...config.written === null ? {} : { written: config.written },
    source: config.source
  };
}

// src/fleet/read-plan.ts
var MOST_BYTES = 4 * 1024 * 1024;
var NEXT = "Give the plan.json that efficiency-gate wrote, unchanged.";
async function readFleetPlan(file, label) {
  const text = await readRegularFile(file, label, {
    mostBytes: MOST_BYTES,
    unlike: NEXT,
    unreadable: "Check the path, and that the job that planned uploaded its plan."
  });
  return parseFleetPlan(text, label);
}
function parseFleetPlan(text, origin) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError("report", `${origin} is not JSON.`, NEXT, { cause });
  }
  const version = json?.schemaVersion;
  if (version !== void 0 && version !== FLEET_PLAN_VERSION) {
    throw new GateError(
      "report",
      `${origin} has plan schema version ${JSON.stringify(version)}; this efficiency-gate reads version ${FLEET_PLAN_VERSION}.`,
      "Plan again, or use the version of efficiency-gate that wrote the plan."
    );
  }
  const parsed = fleetPlanSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new GateError(
    "report",
    `${origin} is no plan: ${first === void 0 ? "unknown fault" : `${first.path.join(".")}: ${first.message}`}.`,
    NEXT
  );
}

export {
  conclude,
  judgeAgain,
  timingDecisions,
  policyOf,
  readFleetPlan
};
