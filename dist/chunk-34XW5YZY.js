import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EFFICIENCY
} from "./chunk-PG4PWYPK.js";
import {
  formatAgainst,
  formatDifference,
  formatEffect,
  formatInterval,
  formatQuantity,
  nounOf
} from "./chunk-75NMW4LC.js";

// src/judge/set-up.ts
function describeSetUp({ environment, measurement, precision }) {
  const parts = [];
  if (environment !== null) {
    const { cpuModel, os, arch } = environment;
    parts.push(`${cpuModel} (${plural(environment.cores, "core")}, ${os} ${arch})`);
  }
  if (measurement?.harness !== void 0) {
    parts.push(`benchmark ${measurement.harness.name} run by ${JSON.stringify(measurement.harness.command)}`);
    return parts.join(", ");
  }
  if (measurement !== null) {
    const { provider, threads, batch, device } = measurement;
    const card = device !== void 0 && "name" in device ? ` on ${device.name}` : "";
    parts.push(
      `${provider} provider${card}`,
      plural(threads, "thread"),
      `batch ${batch}`,
      describeFeeds(measurement.feeds)
    );
  }
  if (precision !== void 0 && precision !== null) parts.push(precision);
  if (environment !== null) parts.push(`ONNX Runtime ${environment.runtime}`);
  return parts.length === 0 ? "nothing was measured" : parts.join(", ");
}
var SHOWN_INPUTS = 4;
function describeFeeds({ base, head }) {
  const [left, right] = [describeTensors(base), describeTensors(head)];
  return left === right ? left : `${right} (base: ${left})`;
}
function describeTensors(feeds) {
  if (feeds.length === 0) return "no input";
  const shown = feeds.slice(0, SHOWN_INPUTS).map(({ type, shape }) => `${type} [${shape.join(", ")}]`);
  const more = feeds.length - shown.length;
  return `${feeds.length === 1 ? "input" : "inputs"} ${shown.join(" + ")}${more > 0 ? ` + ${more} more` : ""}`;
}
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/judge/sentence.ts
function sentenceOf(standing, comparisons, setUp) {
  const differences = {
    better: figures(named(standing.improved, comparisons), "gains"),
    worse: figures(named(standing.regressed, comparisons), "losses")
  };
  const parts = [OPENINGS[standing.relation](differences, comparisons)];
  if (standing.unknown.length > 0)
    parts.push(`not shown: ${enumerate(doubts(standing.unknown, comparisons))}`);
  parts.push(`set-up: ${describeSetUp(setUp)}`);
  return `${parts.join("; ")}.`;
}
var OPENINGS = {
  "trade-off": (found) => `Trade-off: ${statement(found)}`,
  dominates: (found) => `More efficient on this set-up: ${statement(found)}, and nothing was found to be worse`,
  dominated: (found) => {
    const gains = found.better.length === 0 ? "and nothing was found to be better" : `though also ${enumerate(found.better)}`;
    return `Worse: the head has ${enumerate(found.worse)}, ${gains}`;
  },
  equivalent: (found, comparisons) => {
    const same = comparisons.filter(({ verdict }) => verdict === "equivalent");
    const required = same.filter((comparison) => comparison.required);
    const nouns2 = enumerate(
      (required.length > 0 ? required : same).map(({ indicator }) => nounOf(indicator).noun)
    );
    const equal = `Equivalent: no difference beyond the tolerances in ${nouns2}`;
    return found.better.length === 0 ? equal : `${equal}; beside these, ${statement(found)}`;
  },
  inconclusive: (found) => `Undecided: ${statement(found)}`
};
function statement({ better, worse }) {
  if (better.length === 0 && worse.length === 0) return "no difference is proven";
  const sides = [better, worse].filter((side) => side.length > 0).map(enumerate);
  return `the head has ${sides.join(", but ")}`;
}
var MOST_FIGURES = 6;
var named = (ids, comparisons) => comparisons.filter(({ indicator }) => ids.includes(indicator));
function figures(comparisons, word) {
  const ordered = [
    ...comparisons.filter(({ required }) => required),
    ...comparisons.filter(({ required }) => !required)
  ];
  if (ordered.length <= MOST_FIGURES + 2) return ordered.map(figure);
  const others = ordered.slice(MOST_FIGURES).map(({ indicator }) => nounOf(indicator).noun);
  return [
    ...ordered.slice(0, MOST_FIGURES).map(figure),
    `${word} in ${others.length} others (${others.join(", ")})`
  ];
}
function figure(comparison) {
  const { indicator, unit, kind, base, head, effect, required, difference } = comparison;
  if (difference !== void 0 && head.value !== null && base.value !== null) {
    const interval = difference.low === difference.high ? "" : ` (${formatDifference(difference, unit)})`;
    return `${nounOf(indicator).noun} ${formatAgainst(head.value, base.value, unit)}${interval}`;
  }
  if (effect === null) {
    const { noun } = nounOf(indicator);
    return head.value === null ? noun : `${formatQuantity(head.value, unit)} ${noun} where the base has none`;
  }
  const words = formatEffect(indicator, effect.ratio);
  if (kind === "measured") return `${words} ${formatInterval(effect)}`;
  if (!required || head.value === null || base.value === null) return words;
  return `${words} (${formatAgainst(head.value, base.value, unit)})`;
}
function doubts(ids, comparisons) {
  return ids.map((id) => {
    const { noun } = nounOf(id);
    const comparison = comparisons.find(({ indicator }) => indicator === id);
    if (comparison === void 0) return `${noun} (missing)`;
    return comparison.required && comparison.reason !== null ? `${noun} (${comparison.reason})` : noun;
  });
}
function enumerate(items) {
  const last = items.at(-1) ?? "nothing";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

// src/judge/claims/claimed-set-up.ts
var GPU = /\b(?:gpus?|cuda|tensorrt|vram|a10g?|a30|a40|a100|h[12]00|b200|v100|t4|l4|l40s?|p100|k80|rtx ?\d+|gtx ?\d+|geforce|radeon|rocm|tpu|npu|metal|mps)\b/i;
var PHONE = /\b(?:i?phones?|android|ios|mobile|raspberry(?: pi)?|rpi\d?|jetson|pixel \d|snapdragon|edge ?tpu|arm(?:64|v\d)?|apple silicon|m[1-5](?: (?:pro|max|ultra))?)\b/i;
var CPU = /\bcpus?\b/i;
var BATCH = /\bbatch(?: ?size)?(?: of)?[ =]+(\d+)\b|\bbs ?=? ?(\d+)\b/i;
function otherSetUp(text, { environment, measurement }) {
  if (measurement === null || environment === null) return null;
  const onCpu = measurement.provider === "cpu";
  const named2 = (pattern) => pattern.exec(text)?.[0];
  const gpu = named2(GPU);
  if (gpu !== void 0 && onCpu && !CPU.test(text))
    return `it speaks of ${gpu}, measured was the cpu provider`;
  if (CPU.test(text) && !onCpu && gpu === void 0)
    return `it speaks of the CPU, measured was the ${measurement.provider} provider`;
  const phone = named2(PHONE);
  if (phone !== void 0 && environment.arch === "x64")
    return `it speaks of ${phone}, measured was ${environment.cpuModel}`;
  const match = BATCH.exec(text);
  const batch = match?.[1] ?? match?.[2];
  if (batch !== void 0 && Number(batch) !== measurement.batch)
    return `it speaks of batch ${batch}, measured was batch ${measurement.batch}`;
  return null;
}

// src/judge/claims/efficiency.ts
var PROOF = {
  better: "dominates",
  worse: "dominated",
  same: "equivalent"
};
function efficiencySupport({ direction, magnitude }, {
  relation,
  comparisons
}) {
  if (relation === null) return { ruling: "unverifiable", says: "base and head were not compared" };
  const worse = figures(
    comparisons.filter(({ verdict }) => verdict === "regressed"),
    "losses"
  );
  const says = `relation: ${relation}${worse.length === 0 ? "" : `, with ${enumerate(worse)}`}`;
  if (relation === "inconclusive")
    return { ruling: direction === "better" && worse.length > 0 ? "refuted" : "unverifiable", says };
  if (relation !== PROOF[direction]) return { ruling: "refuted", says };
  if (magnitude === null) return { ruling: "upheld", says };
  return { ruling: "partial", says: `${says}; no one number measures efficiency` };
}

// src/judge/claims/judged-run.ts
function comparisonsOf(id, comparisons) {
  return comparisons.filter(({ indicator }) => indicator === id || indicator.startsWith(`${id}.`));
}
var environmentOf = (model, run) => model.environment === void 0 ? run.environment : model.environment;

// src/judge/claims/rewording.ts
function reword({ indicators }, { models, environment }) {
  const measurement = models.find((model) => model.measurement !== null)?.measurement ?? null;
  const several = models.length > 1;
  const statements = models.map(
    (model) => `${several ? `in ${model.name}, ` : ""}${statement2(indicators, model)}`
  );
  const said = statements.length === 0 ? "no model was compared" : statements.join("; ");
  const setUps = models.flatMap(
    (model) => model.environment === void 0 ? [] : [describeSetUp({ ...model, environment: model.environment })]
  );
  const setUp = setUps.length === 0 ? describeSetUp({ environment, measurement }) : [...new Set(setUps)].join("; ");
  const sentence = `${said} (set-up: ${setUp}).`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
function statement2(indicators, { comparisons }) {
  if (comparisons.length === 0) return "base and head were not compared";
  const ids = indicators.filter((id) => id !== EFFICIENCY);
  const own = ids.flatMap((id) => comparisonsOf(id, comparisons));
  const others = comparisons.filter((one) => !own.includes(one));
  const missing = ids.filter((id) => comparisonsOf(id, comparisons).length === 0);
  const of = (verdict) => others.filter((one) => one.verdict === verdict);
  const claimed = own.map(plainly);
  const better = figures(of("improved"), "gains");
  const worse = figures(of("regressed"), "losses");
  const lead = claimed.length > 0 ? claimed : better.length > 0 ? better : ["no proven gain"];
  const onlyLosses = own.length > 0 && own.every(({ verdict }) => verdict === "regressed");
  const beside = [
    ...onlyLosses && worse.length > 0 ? [`and ${enumerate(worse)}`] : [],
    ...claimed.length > 0 && better.length > 0 ? [`${onlyLosses ? "though also" : "beside"} ${enumerate(better)}`] : [],
    ...!onlyLosses && worse.length > 0 ? [`but ${enumerate(worse)}`] : []
  ];
  const rest = [
    ...nouns("no difference beyond the tolerances in", of("equivalent")),
    ...nouns("not decided:", of("inconclusive")),
    ...missing.length > 0 ? [`not measured: ${enumerate(missing.map((id) => nounOf(id).noun))}`] : []
  ];
  return [`the head has ${[enumerate(lead), ...beside].join(", ")}`, ...rest].join("; ");
}
function plainly(comparison) {
  const { verdict, effect, indicator, kind } = comparison;
  if (verdict === "improved" || verdict === "regressed") return figure(comparison);
  const { noun } = nounOf(indicator);
  if (effect === null) return `an undecided ${noun}`;
  const interval = kind === "measured" ? ` ${formatInterval(effect)}` : "";
  const found = `${formatEffect(indicator, effect.ratio)}${interval}`;
  if (kind === "counted" && effect.ratio === 1) return found;
  return verdict === "equivalent" ? `${found} (no difference beyond the tolerance)` : `${found} (not decided)`;
}
function nouns(words, comparisons) {
  if (comparisons.length === 0) return [];
  return [`${words} ${enumerate(comparisons.map(({ indicator }) => nounOf(indicator).noun))}`];
}

// src/judge/claims/support.ts
function supportOf(claim, comparison) {
  const { verdict, effect, reason } = comparison;
  const found = effect === null && verdict === "inconclusive" ? comparison.label : figure(comparison);
  if (isExact(claim, effect)) return { ruling: "upheld", says: found };
  if (verdict === "inconclusive")
    return { ruling: "unverifiable", says: `${found}, not decided${because(reason)}` };
  if (claim.direction === "same") {
    return verdict === "regressed" ? { ruling: "refuted", says: `${found}, proven to be worse` } : { ruling: "upheld", says: found };
  }
  const wanted = claim.direction === "better" ? "improved" : "regressed";
  if (verdict === "equivalent")
    return { ruling: "refuted", says: `${found}, no difference beyond the tolerance` };
  if (verdict !== wanted)
    return {
      ruling: "refuted",
      says: `${found}, proven to be ${verdict === "regressed" ? "worse" : "better"}`
    };
  if (reachesSize(claim, comparison)) return { ruling: "upheld", says: found };
  const fault = claim.direction === "better" ? "overstated" : "understated";
  return { ruling: "partial", says: `${found}, the claim of ${formatClaimed(claim)} is ${fault}` };
}
var because = (reason) => reason === null ? "" : ` (${reason})`;
var formatClaimed = ({ magnitude }) => `${(magnitude ?? 1).toPrecision(3)} times`;
function isExact({ rounding, direction }, effect) {
  if (rounding === null || effect?.high == null || direction === "same") return false;
  return effect.low >= rounding.low && effect.high <= rounding.high;
}
function reachesSize({ direction, rounding }, { effect, better }) {
  if (rounding === null) return true;
  if (effect === null) return false;
  const [low, high] = [effect.low, effect.high ?? Infinity];
  const falls = direction === "better" === (better === "lower");
  if (direction === "better") return falls ? high <= rounding.high : low >= rounding.low;
  return falls ? high >= rounding.low : low <= rounding.high;
}

// src/judge/claims/rule.ts
function ruleOnClaims(claims, run) {
  return claims.map((claim) => {
    const evidence2 = run.models.flatMap((model) => evidenceOf(claim, model, environmentOf(model, run)));
    const rulings = run.models.map(({ name }) => together(evidence2.filter(({ model }) => model === name)));
    const ruling = overModels(rulings);
    return { ...claim, ruling, evidence: evidence2, rewording: ruling === "upheld" ? null : reword(claim, run) };
  });
}
function evidenceOf(claim, model, environment) {
  return claim.indicators.flatMap((id) => {
    const found = comparisonsOf(id, model.comparisons);
    if (id === EFFICIENCY) return [evidence(model, id, void 0, efficiencySupport(claim, model))];
    if (found.length === 0) {
      const says = `${nounOf(id).noun}: not measured here`;
      return [evidence(model, id, void 0, { ruling: "unverifiable", says })];
    }
    return found.map((comparison) => {
      const elsewhere = comparison.kind === "measured" ? otherSetUp(claim.text, { environment, measurement: model.measurement }) : null;
      const support = elsewhere === null ? supportOf(claim, comparison) : { ruling: "unverifiable", says: `${figure(comparison)}; ${elsewhere}` };
      return evidence(model, comparison.indicator, comparison, besideOthers(claim, support, model));
    });
  });
}
function evidence({ name }, indicator, comparison, support) {
  const { verdict = null, effect = null } = comparison ?? {};
  return { model: name, indicator, verdict, effect, ...support };
}
function besideOthers({ direction, indicators }, support, { comparisons }) {
  if (support.ruling !== "upheld" || direction === "worse") return support;
  const own = indicators.flatMap((id) => comparisonsOf(id, comparisons));
  const worse = comparisons.filter((one) => one.verdict === "regressed" && !own.includes(one));
  if (worse.length === 0) return support;
  return { ruling: "partial", says: `${support.says}; but ${enumerate(figures(worse, "losses"))}` };
}
function together(evidence2) {
  const rulings = new Set(evidence2.map(({ ruling }) => ruling));
  const [only = "unverifiable"] = rulings;
  if (rulings.size < 2) return only;
  return rulings.has("refuted") || rulings.has("partial") ? "partial" : "unverifiable";
}
function overModels(rulings) {
  const found = new Set(rulings);
  if (found.has("refuted")) return found.has("upheld") || found.has("partial") ? "partial" : "refuted";
  if (found.has("unverifiable") || found.size === 0) return "unverifiable";
  return found.has("partial") ? "partial" : "upheld";
}

export {
  describeSetUp,
  sentenceOf,
  figure,
  enumerate,
  otherSetUp,
  comparisonsOf,
  reword,
  ruleOnClaims
};
