import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EFFICIENCY
} from "./chunk-PG4PWYPK.js";

// src/claims/lexicon/grammar.ts
var DETERMINER = /^(?:the|an?|our|its|this|both|my|their|all)$/i;
var PREPOSITION = /^(?:of|for|in|on|to|from|by|about|around|during|between)$/i;
var AMOUNT = /^(?:use|usage|amount|number|consumption|count|volume|level|rate|total|peak|overall|median|mean|average|model|inference|also|even)$/i;
var LINKING = /^(?:and|or|but|than|in|on|at|with|by|for|from|to|as|of|overall|now|too|here|again|still|already|everywhere|when|while|if|is|are|was|were|will|per|across|after|before|without|compared|thanks|due|though|yet|so|because|these|this|that|then|it)$/i;
var isFunctionWord = (word) => LINKING.test(word) || DETERMINER.test(word);

// src/claims/parts.ts
function partsOf(tokens) {
  const parts = [];
  let link2 = "stop";
  let held = [];
  const close = (next, opens = false) => {
    if (held.length > 0) parts.push(...splitAtChanges({ link: link2, tokens: held, opens }));
    link2 = held.length > 0 ? next : stronger(link2, next);
    held = [];
  };
  for (const token of tokens) {
    if (token.kind === "link") {
      const denial = deniesBoth(token.text, held);
      close(token.link, token.text === ":");
      if (denial !== null) held.push(denial);
    } else if (token.kind === "not" && /^without$/i.test(token.text)) {
      close("next");
      held.push(token);
    } else held.push(token);
  }
  close("stop");
  return parts;
}
function deniesBoth(link2, held) {
  return /^(?:n?or)$/i.test(link2) ? held.find(({ kind }) => kind === "not") ?? null : null;
}
var RANK = { and: 0, next: 1, but: 2, stop: 3 };
var stronger = (one, other) => RANK[one] >= RANK[other] ? one : other;
function splitAtChanges({ link: link2, tokens, opens }) {
  const changes = tokens.flatMap((token, index) => isChange(token) ? [index] : []);
  const second = changes[1];
  if (second === void 0) return [{ link: link2, tokens, opens }];
  let cut = second;
  const sized2 = ledBySize(tokens[second]);
  while (cut > (changes[0] ?? 0) + 1 && leads(tokens[cut - 1], sized2)) cut--;
  if (/^by$/i.test(tokens[cut - 1]?.text ?? "")) cut = second;
  return [
    { link: link2, tokens: tokens.slice(0, cut), opens: false },
    ...splitAtChanges({ link: "next", tokens: tokens.slice(cut), opens })
  ];
}
var isChange = ({ kind }) => kind === "change" || kind === "as-much";
var ledBySize = (token) => token?.kind === "as-much" || token?.kind === "change" && token.change.form !== "verb";
var leads = (token, sized2) => token !== void 0 && (sized2 && token.kind === "quantity" || token.kind === "filler" || token.kind === "not" || /^(?:an?|the|is|are)$/i.test(token.text));
var changeIn = ({ tokens }) => tokens.find((token) => token.kind === "change") ?? null;
var asMuchIn = ({ tokens }) => tokens.find((token) => token.kind === "as-much") ?? null;
var pairIn = ({ tokens }) => tokens.find((token) => token.kind === "pair") ?? null;
var nounsIn = ({ tokens }) => tokens.filter((token) => token.kind === "noun");
var quantitiesIn = ({ tokens }) => tokens.filter((token) => token.kind === "quantity");
var moodsIn = ({ tokens }) => tokens.flatMap((token) => token.kind === "mood" ? [token.mood] : []);
var wordsIn = ({ tokens }) => tokens.filter(({ kind }) => kind === "word").length;
var lastBefore = (list, at2) => list.filter(({ end }) => end <= at2).at(-1);
var firstAfter = (list, at2) => list.find(({ start }) => start >= at2);
var wordsBetween = ({ tokens }, from, to) => tokens.some(({ kind, start, end }) => kind === "word" && start >= from && end <= to);
function isNegated({ tokens }, at2) {
  return tokens.some(({ kind, start }) => kind === "not" && start < at2);
}
function fits({ beside, time: time2, better, indicator }, { topic, sense, implied }) {
  if (beside === "speed") return topic === "speed";
  if (beside === "size") return topic === "size";
  if (beside === "sameness") return sense === "same" || sense === "differs";
  if (topic === "speed") return time2;
  if (topic === "merit") return time2 || better === "higher" || indicator === "quality";
  return topic === "size" || implied === null;
}

// src/claims/lexicon/row.ts
var WORD_END = "(?![A-Za-z0-9_]|-[A-Za-z])";
function rows(meaning, ...words) {
  return words.map((word) => ({ pattern: compile(word, WORD_END, "iy"), meaning }));
}
function exactRows(meaning, ...words) {
  return words.map((word) => ({ pattern: compile(word, WORD_END, "y"), meaning }));
}
function compile(word, end, flags) {
  return new RegExp(`(?:${word.replaceAll(" ", "[ -]")})${end}`, flags);
}
var Lexicon = class {
  #rows;
  /** Matches where any row does: most words of a text are in no table, and one test tells. */
  #any;
  constructor(table2) {
    this.#rows = table2;
    this.#any = new RegExp(table2.map(({ pattern }) => pattern.source).join("|"), "iy");
  }
  /** The longest row that matches at a position, and where it ends; of equals the first. */
  at(text, position) {
    this.#any.lastIndex = position;
    if (!this.#any.test(text)) return null;
    let best = null;
    for (const { pattern, meaning } of this.#rows) {
      pattern.lastIndex = position;
      if (pattern.test(text) && pattern.lastIndex > (best?.end ?? position)) {
        best = { meaning, end: pattern.lastIndex };
      }
    }
    return best;
  }
};

// src/claims/lexicon/indicators.ts
var noun = (indicator, details = {}) => ({
  indicator,
  better: "lower",
  inverse: false,
  beside: null,
  time: false,
  ...details
});
var inverse = (indicator) => noun(indicator, { better: "higher", inverse: true, time: true });
var time = (indicator) => noun(indicator, { time: true });
var doing = (indicator) => noun(indicator, { time: true, beside: "speed" });
var LATENCY = time("latency_p50");
var MODEL_SIZE = noun("model_bytes");
var MEMORY = noun("peak_rss_bytes");
var THROUGHPUT = noun("throughput", { better: "higher" });
var ENERGY = noun("energy_per_inference");
var COST = noun("cost_per_million");
var NOT_THE_VALUE = String.raw`(?! (?:checks?|tests?|benchmarks?|budgets?|thresholds?|limits?|targets?|tolerances?|reports?|tracking|measurements?|logging|logs?|metrics?|calculations?|estimat(?:or|ion)s?|profil(?:er|ing)|scripts?|columns?|plots?|graphs?|charts?|leaks?|errors?|layouts?|mapping|formats?|alloca(?:tions?|tors?)|pools?|managers?|decay|init\w*|copies|fragmentation|management|safety|counters?|variance|jitter|spikes?|shapes?|types?|dims?|tying|sharing|loading|names?))`;
var USAGE = "(?: (?:usage|use|footprint|consumption|requirements?|demands?|pressure|cost|budget))?";
var COUNT = "(?: (?:count|counts|number|budget))?";
var table = [
  ...rows(
    noun("parameters"),
    `(?:learnable |trainable |model )?(?:params?|parameters?)${COUNT}`,
    "weights",
    "number of (?:weights|params|parameters)"
  ),
  ...rows(noun("non_zero_parameters"), "(?:non zero|nonzero|active) (?:params|parameters|weights)"),
  ...rows(
    MODEL_SIZE,
    "(?:(?:model|file|disk|on disk|checkpoint|download|artifact|weights?|network|onnx|storage)(?: file)? )?sizes?(?: on disk)?",
    "size of the (?:model|file|checkpoint|network|weights|encoder|decoder)",
    "(?:disk|storage) (?:space|usage|footprint)",
    "(?:model )?bytes",
    "weights? files?",
    "(?<=(?:less|more|half the) )space"
  ),
  ...rows(noun("macs"), "[kmgt]?macs?", "(?:multiply|mult) (?:accumulates?|adds?)(?: operations)?", "madds?"),
  ...rows(
    noun("flops"),
    "[kmgt]?flops?",
    "floating point operations",
    "(?:arithmetic )?operations",
    "compute(?: cost| budget| requirements?)?",
    "computations?",
    "computational (?:cost|complexity|load|effort|budget|requirements?)",
    "arithmetic",
    "(?:amount of )?calculations?"
  ),
  ...rows(noun("operators"), "(?:graph |onnx )?(?:operators?|nodes?|ops)(?: count)?"),
  ...rows(noun("depth"), "(?:network |model |graph )?depth", "critical path"),
  ...rows(noun("parallelism", { better: "higher" }), "parallelism"),
  ...rows(noun("activations"), "activations?(?: count| elements)?"),
  ...rows(
    noun("peak_activation_bytes"),
    `(?:peak )?activation memory${USAGE}`,
    "activation (?:footprint|bytes|sizes?)"
  ),
  ...rows(
    noun("memory_traffic_bytes"),
    "memory (?:traffic|bandwidth|access(?:es)?|movement|transfers?|reads?|writes?)(?: usage| use| cost)?",
    "(?:dram|data) (?:traffic|movement|transfers?)",
    "bandwidth"
  ),
  ...rows(
    noun("arithmetic_intensity", { better: "higher" }),
    "arithmetic intensity",
    "operational intensity"
  ),
  ...rows(
    MEMORY,
    `(?:peak |max(?:imum)? |resident |gpu |host |system |runtime |inference |working |cuda |device )*(?:memory|mem|ram|rss|vram)${USAGE}`,
    "footprint",
    "working set"
  ),
  ...rows(
    LATENCY,
    "(?:median |mean |average |avg |inference |per token |end to end |e2e |p50 |decode |decoding |prefill )*latenc(?:y|ies)(?: p50| \\(?median\\)?)?",
    "p50",
    "(?:(?:median|mean|average|avg|total) )?(?:inference|run|running|execution|response|processing|prediction|forward|decode|decoding|generation|evaluation|compute|computation|wall(?: clock)?|forward pass|elapsed) ?times?",
    "runtimes?",
    "time per (?:inference|token|image|frame|sample|step|request|batch|query)",
    "(?<=(?:the|less|more|its|much) )time",
    "rtf",
    "real time factor"
  ),
  ...rows(
    noun("latency_p90", { time: true }),
    "(?:p90|p95|p99|tail|90th percentile|95th percentile|99th percentile|worst case)(?: inference)? latenc(?:y|ies)",
    "latenc(?:y|ies) (?:p90|p95|p99)",
    "p90|p95|p99",
    "(?:90th|95th|99th) percentile"
  ),
  ...rows(
    inverse("latency_p50"),
    "(?:inference |runtime |run time |execution |decoding |decode |generation |processing |prediction |model )*(?:speeds?|performance|perf)"
  ),
  ...rows(
    doing("latency_p50"),
    "inferenc(?:e|es|ing)",
    "execut(?:ion|es)",
    "forward pass(?:es)?",
    "decod(?:es|ing)"
  ),
  ...rows(
    THROUGHPUT,
    "(?:inference |token |decode |decoding |generation |serving )?throughputs?",
    "fps|qps|rps|tps",
    "frame ?rates?",
    "(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|iterations|its?|items|predictions)(?: ?/ ?| per )(?:s|secs?|seconds?)"
  ),
  ...rows(
    noun("cpu_time", { time: true }),
    "cpu (?:time|usage|utili[sz]ation|load|cycles)(?: per inference)?"
  ),
  ...rows(
    time("load_time"),
    "(?:(?:model|session) )?(?:load|loading|start ?up|start|boot|initiali[sz]ation|init|warm ?up) times?",
    "(?:session|model) (?:creation|loading|init(?:iali[sz]ation)?)(?: time)?",
    "cold starts?(?: time| latency)?",
    "start ?up(?: latency)?"
  ),
  ...rows(doing("load_time"), "loads?|loading|starts?(?: up)?|boots?|to load|to start"),
  ...rows(
    time("first_inference"),
    "first (?:inference|run|call|token)(?: latency| time)?",
    "time to first (?:token|inference|result)",
    "ttft"
  ),
  ...rows(
    ENERGY,
    "(?:energy|power|battery)(?: (?:usage|use|consumption|draw|drain|cost|footprint|budget|per inference|per request))*",
    "watts",
    "electricity"
  ),
  ...rows(inverse("energy_per_inference"), "(?:energy|power) efficiency", "battery life"),
  ...rows(inverse("peak_rss_bytes"), "memory efficiency"),
  ...rows(
    noun("carbon_per_inference"),
    "(?:carbon|co2e?|co₂e?)(?: (?:emissions?|footprint|cost|intensity|per inference|per request))*",
    "emissions"
  ),
  ...rows(
    COST,
    "(?:(?:inference|serving|running|hosting|cloud|deployment|operating|api) )?costs?(?: per (?:million|request|query|inference|token|call|1k|1m)\\w*(?: (?:inferences|requests|tokens))?)?",
    "price",
    "(?:cloud |serving |hosting )?bill"
  ),
  ...rows(
    time("training_device_hours"),
    "train(?:ing)? (?:time|cost|costs|duration|hours)",
    "(?:gpu|device|accelerator) hours"
  ),
  ...rows(inverse("training_device_hours"), "training (?:speed|throughput)"),
  ...rows(
    doing("training_device_hours"),
    "trains?|training|to train|fine ?tun(?:es?|ing)|converges?|convergence"
  ),
  ...rows(noun("training_energy"), "training energy"),
  ...rows(noun("training_flops_per_example"), "training (?:flops|compute)"),
  ...rows(noun("training_examples_seen"), "training (?:examples|samples|tokens)|examples seen"),
  ...rows(
    noun("quality", { better: "higher" }),
    "(?:(?:model|validation|val|test|eval|dev|imagenet|zero shot|downstream|top ?[15]) )*accurac(?:y|ies)",
    "acc(?:@[15])?",
    "top ?[15](?: acc)?",
    "(?:macro |micro )?f1(?: scores?)?",
    "(?:model |output |prediction |audio |image |transcription |translation )?quality(?:-wise)?",
    "m?iou|auc|auroc|bleu|rouge(?: l)?|psnr|ssim|mos|recall(?:@\\d+)?|ndcg|mrr|dice|pesq|mmlu",
    "average precision",
    "map@[\\d.:]+"
  ),
  ...exactRows(noun("quality", { better: "higher" }), "mAP(?:@[\\d.:]+)?", "AP(?:50|75)?", "EM"),
  ...rows(
    noun("quality"),
    "wer|cer|perplexity|ppl|fid|rmse|mae|mse|eer",
    "(?:word |character |phone )?error rates?",
    "(?:top ?[15]|validation|val|test|mean|prediction|quanti[sz]ation) errors?",
    "(?<=(?:lower|less|higher|reduced) )error",
    "(?:validation|val|eval|test|train|training) loss"
  ),
  ...rows(noun("output_agreement", { better: "higher", beside: "sameness" }), "outputs?|predictions?|logits"),
  ...rows(
    noun("model_bytes", { beside: "size" }),
    "(?:onnx )?models?|networks?|nets?|encoders?|decoders?|backbones?|checkpoints?|students?",
    "heads?|detectors?|classifiers?|transformers?|architectures?|variants?|vocoders?",
    "(?:model |onnx )?files?|graphs?|artifacts?|exports?|downloads?|on disk"
  ),
  ...rows(noun("parameters", { beside: "size" }), "embeddings?(?: tables?| layers?| matri(?:x|ces))?"),
  ...rows(
    noun(EFFICIENCY, { better: "higher" }),
    "(?:overall |model |inference |compute |computational |runtime )*efficiency"
  ),
  ...rows(
    noun(EFFICIENCY),
    "(?:computational |compute |hardware |system )?resources?(?: usage| use| consumption)?"
  )
];
var NOUNS = table.map(({ pattern, meaning }) => ({
  pattern: new RegExp(`${pattern.source}${NOT_THE_VALUE}`, pattern.flags),
  meaning
}));
var NAMES = new Lexicon(NOUNS);
function namesIndicator(text) {
  return NAMES.at(text, 0)?.end === text.length;
}

// src/claims/units.ts
var BY_DIMENSION = {
  time: LATENCY,
  rate: THROUGHPUT,
  energy: ENERGY,
  power: ENERGY,
  money: COST,
  bytes: MODEL_SIZE
};
var USING = /^(?:us(?:e|es|ed|ing)|need(?:s|ed)?|consum\w+|allocat\w+|take[ns]?)$/i;
function nounOfUnit(size, { tokens }) {
  const dimension = dimensionOf(size);
  if (dimension === "bytes" && tokens.some(({ text }) => USING.test(text))) return [MEMORY];
  const noun2 = dimension === null ? void 0 : BY_DIMENSION[dimension];
  return noun2 === void 0 ? null : [noun2];
}
function dimensionOf(size) {
  if (size === null) return null;
  if (size.how === "pair") return size.pair.dimension;
  return size.quantity.kind === "amount" ? size.quantity.dimension : null;
}
function inUnitsOf(nouns, size, part) {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (nouns.length === 0) return byUnit === void 0 ? [] : [byUnit];
  if (byUnit === THROUGHPUT) return [THROUGHPUT];
  return nouns.map((noun2) => noun2.inverse && byUnit === LATENCY ? LATENCY : noun2);
}
function canMeasure(size, part, nouns) {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (byUnit === void 0) return true;
  return nouns.some(
    ({ indicator, time: time2 }) => indicator === byUnit.indicator || byUnit === LATENCY && time2 || byUnit === MODEL_SIZE && indicator.includes("bytes")
  );
}

// src/claims/ratio-frame.ts
function asMuchFrame({ part, index, waiting }) {
  const found = asMuchIn(part);
  if (found === null) return null;
  const { noun: noun2, start, end } = found;
  const nouns = nounsIn(part);
  const named = (firstAfter(nouns, end) ?? nouns.at(-1))?.noun ?? waiting.at(-1);
  const said = noun2 === null ? named : ofWhatTakesTime(noun2, nouns);
  if (said === void 0) return null;
  const quantity = lastBefore(quantitiesIn(part), start)?.quantity;
  const negated = isNegated(part, start);
  const frame = { nouns: [said], negated, part: index, change: null };
  if (quantity !== void 0) return { ...frame, sense: null, size: { how: "times", quantity } };
  return negated ? null : { ...frame, sense: "same", size: null };
}
function ofWhatTakesTime(noun2, nouns) {
  const named = nouns.find(({ noun: { indicator, time: time2 } }) => time2 && indicator !== "latency_p50")?.noun;
  return named === void 0 || !noun2.time ? noun2 : { ...named, inverse: noun2.inverse, better: noun2.better };
}
function pairFrame({ part, index, waiting }) {
  const pair = pairIn(part);
  if (pair === null) return null;
  const timed = pair.pair.dimension === "time";
  const named = nounsIn(part).filter(({ noun: { beside, time: time2 } }) => beside === null || timed && time2);
  const own = lastBefore(named, pair.start) ?? named[0];
  const size = { how: "pair", pair: pair.pair };
  const subjects = waiting.filter(({ beside }) => beside === null);
  const nouns = inUnitsOf(own === void 0 ? subjects : [own.noun], size, part);
  if (nouns.length === 0) return null;
  return { nouns, sense: null, size, negated: false, part: index, change: null };
}
function ratioFrame({ part, index, waiting }) {
  const named = nounsIn(part).filter(({ noun: noun2 }) => noun2.beside === null);
  const frame = { negated: false, part: index, change: null };
  for (const placed of quantitiesIn(part)) {
    const { quantity, start, end } = placed;
    const after = firstAfter(named, end);
    const token = after ?? lastBefore(named, start);
    const noun2 = token?.text === "time" ? ofWhatTakesTime(token.noun, nounsIn(part)) : token?.noun;
    if (quantity.kind === "range") continue;
    if (quantity.kind !== "factor" && quantity.sign !== 0) {
      const nouns = noun2 === void 0 ? waiting.filter(({ beside }) => beside === null || beside === "size" && isOfBytes(quantity)) : [noun2];
      const sense = quantity.sign < 0 ? "down" : "up";
      if (nouns.length > 0) return { ...frame, nouns, sense, size: { how: "by", quantity } };
    } else if (noun2 === void 0 && quantity.kind === "factor" && isAlone(part, placed)) {
      const nouns = waiting.filter(({ better }) => better === "higher" || quantity.value < 1);
      if (nouns.length > 0) return { ...frame, nouns, sense: null, size: { how: "times", quantity } };
    } else if (noun2 !== void 0 && quantity.kind !== "amount") {
      const share2 = after === void 0 ? isShareBehind(part, placed, named) : isShareOf(part, placed, after.start);
      if (share2) return { ...frame, nouns: [noun2], sense: null, size: { how: "times", quantity } };
    }
  }
  return null;
}
var isAlone = ({ tokens }, { start }) => tokens.every((token) => token.kind === "filler" || token.start === start);
var isOfBytes = (quantity) => quantity.kind === "amount" && quantity.dimension === "bytes";
function isShareOf(part, { quantity, end }, nounStart) {
  const between = part.tokens.filter((one) => one.start >= end && one.end <= nounStart);
  if (between.length > 4) return false;
  return quantity.kind === "factor" || /^(?:of|the|its|our)$/i.test(between[0]?.text ?? "");
}
function isShareBehind(part, { quantity, start, end }, named) {
  const noun2 = lastBefore(named, start);
  const between = part.tokens.filter((one) => one.start >= (noun2?.end ?? 0) && one.end <= start);
  if (between.length > 3 || between.some(({ text }) => /^by$/i.test(text))) return false;
  const next = firstAfter(part.tokens, end);
  return quantity.kind === "factor" || /^(?:of|what|that)$/i.test(next?.text ?? "");
}

// src/claims/change-frame.ts
function changeFrame({ part, index, waiting }) {
  const found = changeIn(part);
  if (found === null) return null;
  const { change: change3, start, end } = found;
  const nouns = nounsIn(part).filter(({ noun: noun2 }) => fits(noun2, change3));
  const before = lastBefore(nouns, start);
  const after = objectOf(part, found, nouns);
  const somethingElse = after === void 0 && qualifiesSomethingElse(part, end);
  if (change3.attributive && somethingElse) return null;
  const adjacent = before !== void 0 && !wordsBetween(part, before.end, start);
  const own = change3.form === "noun" && adjacent ? before : after ?? before;
  const size = sizeOf(part, start, end, change3);
  const subjects = waiting.filter((noun2) => fits(noun2, change3)).map((noun2) => spoken(noun2, change3));
  const unitNoun = somethingElse ? [] : nounOfUnit(size, part) ?? [];
  const taken = own === void 0 ? subjectsOrImplied(change3, subjects, unitNoun) : [
    ...own === before && part.link === "and" ? subjects : [],
    spoken(own.text === "time" ? ofWhatTakesTime(own.noun, nounsIn(part)) : own.noun, change3)
  ];
  if (taken.length === 0) return null;
  const negated = isNegated(part, own !== void 0 && own === after ? own.start : start);
  return { nouns: taken, sense: change3.sense, size, negated, part: index, change: change3 };
}
function spoken(noun2, { topic, implied }) {
  if (topic !== "speed" || implied === null) return noun2;
  return { ...noun2, better: implied.better, inverse: implied.inverse };
}
function objectOf(part, { change: change3, end }, nouns) {
  const noun2 = firstAfter(nouns, end);
  if (noun2 === void 0 || change3.form === "noun") return noun2;
  const between = part.tokens.filter((one) => one.start >= end && one.end <= noun2.start);
  const head = between.findIndex(
    ({ kind, text }) => kind === "word" && !isFunctionWord(text) && !AMOUNT.test(text)
  );
  if (change3.form === "modifier" && PREPOSITION.test(between[0]?.text ?? "")) return void 0;
  const turned = head !== -1 && between.slice(head).some(({ text }) => PREPOSITION.test(text));
  return turned ? void 0 : noun2;
}
function subjectsOrImplied({ form, implied, topic }, subjects, byUnit) {
  if (subjects.length > 0 && (form !== "modifier" || implied === null || topic !== null)) return subjects;
  return implied === null ? byUnit : [implied];
}
function sizeOf(part, start, end, { factor: factor2, topic }) {
  const pair = pairIn(part);
  if (pair !== null) return { how: "pair", pair: pair.pair };
  const quantities = quantitiesIn(part).filter(
    ({ quantity }) => quantity.kind !== "amount" || quantity.dimension !== "plain" || quantity.value >= 1e3
  );
  const before = lastBefore(quantities, start);
  const after = firstAfter(quantities, end);
  const close = before !== void 0 && !wordsBetween(part, before.end, start);
  const own = close ? before : after ?? before;
  if (own === void 0) {
    return factor2 === null ? null : { how: "times", quantity: { kind: "factor", value: factor2, half: factor2 / 40 } };
  }
  const preceding = lastBefore(
    part.tokens.filter(({ kind }) => kind !== "filler"),
    own.start
  );
  const to = own === after && preceding?.text.toLowerCase() === "to";
  const kept = topic === "merit" && own.quantity.kind === "percent";
  return { how: kept ? "times" : to ? "to" : "by", quantity: own.quantity };
}
function qualifiesSomethingElse({ tokens }, end) {
  const next = tokens.find(({ start, text }) => start >= end && !DETERMINER.test(text));
  if (next === void 0) return false;
  const named = next.kind === "word" || next.kind === "filler" && next.text.includes(" ");
  return next.kind === "elsewhere" || named && !isFunctionWord(next.text);
}

// src/claims/frames.ts
function framesOf(parts) {
  const frames = [];
  let waiting = [];
  parts.forEach((part, index) => {
    const last = frames.at(-1);
    const previous = last?.part === index - 1 ? last : null;
    const merged = previous === null ? null : restated(part, previous);
    const own = merged === null ? frameOf({ part, index, waiting }) : null;
    const joined = merged ?? (own === null && previous !== null ? continued(part, previous) : null);
    if (joined !== null) {
      if (joined.extends) frames.pop();
      frames.push({ ...joined.frame, part: index });
    } else if (own !== null) frames.push(own);
    if (joined === null && own === null) waiting = stillWaiting(part, waiting);
    else if (merged === null) waiting = [];
  });
  return frames.filter(({ change: change3, size, negated }) => negated || size !== null || change3?.needsSize !== true);
}
function frameOf(spot) {
  if (changeIn(spot.part) !== null) return changeFrame(spot);
  if (asMuchIn(spot.part) !== null) return asMuchFrame(spot);
  return pairFrame(spot) ?? ratioFrame(spot);
}
function stillWaiting(part, waiting) {
  const nouns = nounsIn(part).map(({ noun: noun2 }) => noun2);
  if (nouns.length === 0 || saysHow(part)) return waiting;
  return part.link === "and" ? [...waiting, ...nouns] : nouns;
}
var saysHow = (part) => changeIn(part) !== null || asMuchIn(part) !== null;
function restated(part, previous) {
  const pair = pairIn(part);
  if (pair === null || nounsIn(part).length > 0 || saysHow(part)) return null;
  const size = { how: "pair", pair: pair.pair };
  if (!canMeasure(size, part, previous.nouns)) return null;
  return { frame: { ...previous, size: previous.size ?? size }, extends: true };
}
function adds({ how, quantity }, known) {
  if (known === null) return true;
  const open = known.how === "by" && (known.quantity.kind === "amount" || known.quantity.kind === "range");
  return open && how === "by" && quantity.kind === "percent";
}
var isBare = ({ tokens }) => tokens.every(({ kind, text }) => kind !== "word" || isFunctionWord(text) || AMOUNT.test(text));
function continued(part, previous) {
  if (saysHow(part)) return null;
  const { change: change3, size: known } = previous;
  const quantity = quantitiesIn(part)[0]?.quantity;
  const size = quantity === void 0 ? null : { how: known?.how === "times" ? "times" : "by", quantity };
  const nouns = nounsIn(part).map(({ noun: noun2 }) => noun2);
  if (nouns.length === 0) {
    return size === null || !adds(size, known) ? null : { frame: { ...previous, size }, extends: true };
  }
  const fitting = nouns.filter((noun2) => fits(noun2, change3 ?? { topic: null, sense: "same", implied: null }));
  const carriesItsOwn = change3 !== null && change3.implied !== null && change3.topic === null;
  if (part.link !== "and" || part.opens || fitting.length === 0 || !isBare(part) || carriesItsOwn)
    return null;
  if (size !== null && known !== null)
    return { frame: { ...previous, nouns: fitting, size }, extends: false };
  return {
    frame: { ...previous, nouns: [...previous.nouns, ...fitting], size: known ?? size },
    extends: true
  };
}

// node_modules/marked/lib/marked.esm.js
function G() {
  return { async: false, breaks: false, extensions: null, gfm: true, hooks: null, pedantic: false, renderer: null, silent: false, tokenizer: null, walkTokens: null };
}
var S = G();
function ue(l3) {
  S = l3;
}
var q = { exec: () => null };
function D(l3) {
  let e = [];
  return (t) => {
    let n = Math.max(0, Math.min(3, t - 1)), r = e[n];
    return r || (r = l3(n), e[n] = r), r;
  };
}
function g(l3, e = "") {
  let t = typeof l3 == "string" ? l3 : l3.source, n = { replace: (r, s) => {
    let o = typeof s == "string" ? s : s.source;
    return o = o.replace(O.caret, "$1"), t = t.replace(r, o), n;
  }, getRegex: () => new RegExp(t, e) };
  return n;
}
var _e = ((l3 = "") => {
  try {
    return !!new RegExp("(?<=1)(?<!1)" + l3);
  } catch {
    return false;
  }
})();
var O = { codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm, listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/, outputLinkReplace: /\\([\[\]])/g, indentCodeCompensation: /^(\s+)(?:```)/, beginningSpace: /^\s+/, endingHash: /#$/, startingSpaceChar: /^ /, endingSpaceChar: / $/, endingSpaceTabChar: /[ \t]$/, nonSpaceChar: /[^ ]/, newLineCharGlobal: /\n/g, tabCharGlobal: /\t/g, leadingSpaceTab: /^[ \t]+/, multipleSpaceGlobal: /\s+/g, blankLine: /^[ \t]*$/, doubleBlankLine: /\n[ \t]*\n[ \t]*$/, blockquoteStart: /^ {0,3}>/, blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g, blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm, blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm, nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/, listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g, listIsTask: /^\[[ xX]\][ \t]+\S/, listReplaceTask: /^\[[ xX]\][ \t]+/, listTaskCheckbox: /\[[ xX]\]/, anyLine: /\n.*\n/, hrefBrackets: /^<(.*)>$/, tableDelimiter: /[:|]/, tableAlignChars: /^\||\| *$/g, tableRowBlankLine: /\n[ \t]*$/, tableAlignRight: /^ *-+: *$/, tableAlignCenter: /^ *:-+: *$/, tableAlignLeft: /^ *:-+ *$/, startATag: /^<a /i, endATag: /^<\/a>/i, startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i, endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i, startAngleBracket: /^</, endAngleBracket: />$/, pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/, unicodeAlphaNumeric: /[\p{L}\p{N}]/u, numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/, numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, escapeTest: /[&<>"']/, escapeReplace: /[&<>"']/g, escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/, escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, caret: /(^|[^\[])\^/g, percentDecode: /%25/g, findPipe: /\|/g, splitPipe: / \|/, slashPipe: /\\\|/g, carriageReturn: /\r\n|\r/g, spaceLine: /^ +$/gm, notSpaceStart: /^\S*/, endingNewline: /\n$/, listItemRegex: (l3) => new RegExp(`^( {0,3}${l3})((?:[	 ][^\\n]*)?(?:\\n|$))`), nextBulletRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)), hrRegex: D((l3) => new RegExp(`^ {0,${l3}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)), fencesBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:\`\`\`|~~~)`)), headingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#{1,6}(?:\\s|$)`)), pedanticHeadingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#`)), htmlBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")), blockquoteBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}>`)), nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/ };
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J = g(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J).getRegex();
var We = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l3) => g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l3).replace("html", J).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var et = g(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex();
var fe = { blockquote: et, code: Ne, def: Ke, fences: Fe, heading: Qe, hr: V, html: Ve, lheading: Le, list: Xe, newline: Ge, paragraph: Je, table: q, text: Ue };
var Pe = g("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J).getRegex();
var tt = { ...fe, lheading: We, table: Pe, paragraph: g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J).getRegex() };
var nt = { ...fe, html: g(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(), def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/, heading: /^(#{1,6})(.*)(?:\n+|$)/, fences: q, lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/, paragraph: g(de).replace("hr", V).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex() };
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L = /[\p{P}\p{S}]/u;
var N = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g(Ee, "u").replace(/punct/g, L).getRegex();
var ht = g(Ee, "u").replace(/punct/g, Ae).getRegex();
var dt = /^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/;
var gt = g(dt, "u").replace(/openQuote/g, at).replace(/punct/g, L).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var ft = g(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var mt = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)";
var xt = g(mt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var bt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Rt = "^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)";
var Tt = g(Rt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Ot = g(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L).getRegex();
var wt = "^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)";
var Pt = g(wt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var yt = g(/\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var St = g(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var _t = g(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g("reflink|nolink(?!\\()", "g").replace("reflink", g(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Mt = /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/;
var Bt = g(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, Mt).getRegex();
var me = { _backpedal: q, anyPunctuation: yt, anyPunctuationOutsideCode: St, autolink: _t, blockSkip: pt, br: Ie, code: st, del: q, delLDelim: q, delRDelim: q, emStrongLDelim: ct, emStrongRDelimAst: kt, emStrongRDelimUnd: bt, escape: rt, link: Ct, nolink: At, punctuation: ot, reflink: It, reflinkSearch: zt, tag: Lt, text: it, url: q };
var Dt = { ...me, emStrongLDelim: gt, emStrongRDelimAst: xt, emStrongRDelimUnd: Tt, link: g(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(), reflink: g(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex() };
var pe = { ...me, emStrongRDelimAst: ft, emStrongLDelim: ht, delLDelim: Ot, delRDelim: Pt, url: g(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), _backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/, del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/, text: g(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex() };
var qt = { ...pe, br: g(Ie).replace("{2,}", "*").getRegex(), text: g(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex() };
var ee = { normal: fe, gfm: tt, pedantic: nt };
var F = { normal: me, gfm: pe, breaks: qt, pedantic: Dt };
var vt = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var Be = (l3) => vt[l3];
function y(l3, e) {
  if (e) {
    if (O.escapeTest.test(l3)) return l3.replace(O.escapeReplace, Be);
  } else if (O.escapeTestNoEncode.test(l3)) return l3.replace(O.escapeReplaceNoEncode, Be);
  return l3;
}
function De(l3) {
  return O.numericCharacterReference.test(l3) ? l3.replace(O.numericCharacterReferenceOrAmpersand, (e, t, n) => {
    if (t === void 0 && n === void 0) return "&amp;";
    let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
    return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
  }) : l3;
}
function xe(l3) {
  try {
    l3 = encodeURI(l3).replace(O.percentDecode, "%");
  } catch {
    return null;
  }
  return l3;
}
function be(l3, e) {
  let t = l3.replace(O.findPipe, (s, o, i) => {
    let a = false, c = o;
    for (; --c >= 0 && i[c] === "\\"; ) a = !a;
    return a ? "|" : " |";
  }), n = t.split(O.splitPipe), r = 0;
  if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), e) if (n.length > e) n.splice(e);
  else for (; n.length < e; ) n.push("");
  for (; r < n.length; r++) n[r] = n[r].trim().replace(O.slashPipe, "|");
  return n;
}
function C(l3, e, t) {
  let n = l3.length;
  if (n === 0) return "";
  let r = 0;
  for (; r < n; ) {
    let s = l3.charAt(n - r - 1);
    if (s === e && !t) r++;
    else if (s !== e && t) r++;
    else break;
  }
  return l3.slice(0, n - r);
}
function Re(l3) {
  let e = l3.split(`
`), t = e.length - 1;
  for (; t >= 0 && O.blankLine.test(e[t]); ) t--;
  return e.length - t <= 2 ? l3 : e.slice(0, t + 1).join(`
`);
}
function W(l3) {
  return l3.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l3, e) {
  if (l3.indexOf(e[0]) === -1 && l3.indexOf(e[1]) === -1) return -1;
  let t = 0;
  for (let n = 0; n < l3.length; n++) if (l3[n] === "\\") n++;
  else if (l3[n] === e[0]) t++;
  else if (l3[n] === e[1] && (t--, t < 0)) return n;
  return t > 0 ? -2 : -1;
}
var Q = /* @__PURE__ */ new WeakMap();
function Oe(l3) {
  let e = { "*": -1, _: -1 }, t = -1, n = l3.length;
  for (let r = 0; r < n; r++) {
    let s = l3[r];
    if (s !== "*" && s !== "_" && s !== "~") continue;
    let o = r === 0 ? `
` : l3[r - 1], i = r + 1;
    for (; i < n && l3[i] === s; ) i++;
    o !== " " && o !== "	" && o !== `
` && o !== "\r" && o !== "\f" && (s === "~" ? t = r : e[s] = r), r = i - 1;
  }
  return { maskedSrc: l3, lastPossibleEmStrongCloserIndex: e, lastPossibleDelCloserIndex: t };
}
function qe(l3, e) {
  let t = Oe(e), n = Q.get(l3);
  n ? n.push(t) : Q.set(l3, [t]);
}
function ve(l3) {
  let e = Q.get(l3);
  e && (e.pop(), e.length === 0 && Q.delete(l3));
}
function oe(l3, e, t) {
  let n = Q.get(l3)?.at(-1);
  return n && n.maskedSrc === e ? n.lastPossibleEmStrongCloserIndex[t] : Oe(e).lastPossibleEmStrongCloserIndex[t];
}
function ae(l3, e) {
  let t = Q.get(l3)?.at(-1);
  return t && t.maskedSrc === e ? t.lastPossibleDelCloserIndex : Oe(e).lastPossibleDelCloserIndex;
}
function te(l3, e = 0) {
  let t = e, n = "";
  for (let r of l3) if (r === "	") {
    let s = 4 - t % 4;
    n += " ".repeat(s), t += s;
  } else n += r, t++;
  return n;
}
function Ht(l3, e) {
  let t = "";
  for (let n = 0; n < l3.length; n++) {
    if (l3[n] === "`") {
      let r = e.inline.code.exec(l3.slice(n));
      if (r) {
        t += r[0], n += r[0].length - 1;
        continue;
      }
    }
    if (l3[n] === "\\" && (l3[n + 1] === "[" || l3[n + 1] === "]")) {
      t += l3[n + 1], n++;
      continue;
    }
    t += l3[n];
  }
  return t;
}
function He(l3, e, t, n, r) {
  let s = e.href, o = e.title || null, i = Ht(l3[1], r), a = l3[0].charAt(0) === "!", c = n.state.inLink, u = n.state.linkEmitted, d = n.state.inRawBlock;
  n.state.inLink = true, n.state.linkEmitted = false;
  let h = n.inlineTokens(i), p = n.state.linkEmitted;
  if (n.state.linkEmitted = u, n.state.inLink = c, !a) {
    if (p) {
      n.state.inRawBlock = d;
      return;
    }
    n.state.linkEmitted = true;
  }
  return { type: a ? "image" : "link", raw: t, href: s, title: o, text: i, tokens: h };
}
function Zt(l3, e, t) {
  let n = l3.match(t.other.indentCodeCompensation);
  if (n === null) return e;
  let r = n[1];
  return e.split(`
`).map((s) => {
    let o = s.match(t.other.beginningSpace);
    if (o === null) return s;
    let [i] = o;
    return s.slice(Math.min(i.length, r.length));
  }).join(`
`);
}
function Ze(l3, e, t, n) {
  if (!e.includes("<")) return false;
  for (let r = 0; r < e.length; r++) {
    if (e[r] === "\\") {
      r++;
      continue;
    }
    if (e[r] === "`") {
      let i = n.inline.code.exec(e.slice(r));
      if (i) {
        r += i[0].length - 1;
        continue;
      }
    }
    if (e[r] !== "<") continue;
    let s = l3.slice(t + r), o = n.inline.tag.exec(s) || n.inline.autolink.exec(s);
    if (o) {
      if (o[0].length > e.length - r) return true;
      r += o[0].length - 1;
    }
  }
  return false;
}
var _ = class {
  options;
  rules;
  lexer;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    let t = this.rules.block.newline.exec(e);
    if (t && t[0].length > 0) return { type: "space", raw: t[0] };
  }
  code(e) {
    let t = this.rules.block.code.exec(e);
    if (t) {
      let n = this.options.pedantic ? t[0] : Re(t[0]), r = n.replace(this.rules.other.codeRemoveIndent, "");
      return { type: "code", raw: n, codeBlockStyle: "indented", text: r };
    }
  }
  fences(e) {
    let t = this.rules.block.fences.exec(e);
    if (t) {
      let n = t[0], r = Zt(n, t[3] || "", this.rules);
      return t[3] !== void 0 && (r === "" || r.endsWith(`
`)) && (r += `
`), { type: "code", raw: n, lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2], text: r };
    }
  }
  heading(e) {
    let t = this.rules.block.heading.exec(e);
    if (t) {
      let n = t[2].trim();
      if (this.rules.other.endingHash.test(n)) {
        let r = C(n, "#");
        (this.options.pedantic || !r || this.rules.other.endingSpaceTabChar.test(r)) && (n = r.trim());
      }
      return { type: "heading", raw: C(t[0], `
`), depth: t[1].length, text: n, tokens: this.lexer.inline(n) };
    }
  }
  hr(e) {
    let t = this.rules.block.hr.exec(e);
    if (t) return { type: "hr", raw: C(t[0], `
`) };
  }
  blockquote(e) {
    let t = this.rules.block.blockquote.exec(e);
    if (t) {
      let n = C(t[0], `
`).split(`
`), r = "", s = "", o = [];
      for (; n.length > 0; ) {
        let i = false, a = [], c;
        for (c = 0; c < n.length; c++) if (this.rules.other.blockquoteStart.test(n[c])) a.push(n[c]), i = true;
        else if (!i) a.push(n[c]);
        else break;
        n = n.slice(c);
        let u = a.join(`
`), d = u.replace(this.rules.other.blockquoteMarkerWhitespace, (k, m, b) => b.startsWith(" ") ? m + " " + b.slice(1) : m + te(b, m.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
        r = r ? `${r}
${u}` : u, s = s ? `${s}
${d}` : d;
        let h = this.lexer.state.top;
        if (this.lexer.state.top = true, this.lexer.blockTokens(d, o, true), this.lexer.state.top = h, n.length === 0) break;
        let p = o.at(-1);
        if (p?.type === "code" || p?.type === "heading" || p?.type === "hr" || p?.type === "html" || p?.type === "table") break;
        if (p?.type === "blockquote") {
          let k = p, m = n.join(`
`), b = k.raw + `
` + m.replace(this.rules.other.blockquoteSetextReplace2, ""), f = this.blockquote(b);
          o[o.length - 1] = f;
          let R = b.substring(f.raw.length).replace(/^\n/, ""), E = R ? R.split(`
`).length : 0, T = E ? n.slice(0, -E) : n;
          if (T.length > 0 && (r = `${r}
${T.join(`
`)}`), s = s.substring(0, s.length - k.text.length) + f.text, n = n.slice(T.length), n.length > 0 && this.rules.other.blockquoteStart.test(n[0])) continue;
          break;
        } else if (p?.type === "list") {
          let k = p, m = k.raw + `
` + n.join(`
`), b = this.list(m);
          o[o.length - 1] = b;
          let f = b.raw.length > k.raw.length ? m.slice(k.raw.length + 1, b.raw.length).split(`
`).length : 0;
          if (f > 0) {
            let R = n.slice(0, f).join(`
`);
            r = `${r}
${R}`, s = `${s}
${R}`;
          }
          if (n = n.slice(f), n.length > 0 && !this.rules.other.blockquoteStart.test(n[0])) break;
          continue;
        }
      }
      return { type: "blockquote", raw: r, tokens: o, text: s };
    }
  }
  list(e) {
    let t = this.rules.block.list.exec(e);
    if (t) {
      if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
      let n = e, r = () => n.length - e.length, s = t[1].trim(), o = s.length > 1, i = { type: "list", raw: "", ordered: o, start: o ? +s.slice(0, -1) : "", loose: false, items: [] };
      s = o ? `\\d{1,9}\\${s.slice(-1)}` : `\\${s}`, this.options.pedantic && (s = o ? s : "[*+-]");
      let a = this.rules.other.listItemRegex(s), c = false;
      for (; e; ) {
        let h = false, p = "";
        if (!(t = a.exec(e)) || this.rules.block.hr.test(e)) break;
        let k = r();
        e = e.substring(t[0].length);
        let m = t[2].split(`
`, 1)[0], b = t[1].length, f = this.options.pedantic ? te(m, b) : m.replace(this.rules.other.leadingSpaceTab, (H) => te(H, b)), R = e.split(`
`, 1)[0], E = !f.trim(), T = 0;
        if (this.options.pedantic ? (T = 2, p = f.trimStart()) : E ? T = b + 1 : (T = f.search(this.rules.other.nonSpaceChar), T = T > 4 ? 1 : T, p = f.slice(T), T += b), E && this.rules.other.blankLine.test(R) && (e = e.substring(R.length + 1), h = true), !h) {
          let H = this.rules.other.nextBulletRegex(T), K = this.rules.other.hrRegex(T), re = this.rules.other.fencesBeginRegex(T), B = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T) : this.rules.other.headingBeginRegex(T), X = this.rules.other.htmlBeginRegex(T), se = this.rules.other.blockquoteBeginRegex(T), le = false;
          for (; e; ) {
            let we = e.split(`
`, 1)[0], Z;
            if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($) => te($)), re.test(R) || B.test(R) || X.test(R) || se.test(R) || H.test(R) || K.test(R)) break;
            if (Z.search(this.rules.other.nonSpaceChar) >= T || !R.trim()) p += `
` + Z.slice(T), le = false;
            else {
              if (E) break;
              let $ = f;
              if (!this.options.pedantic && !p.includes(`
`) && !f.includes("	")) {
                let j;
                for (; !K.test($) && (j = this.rules.other.nestedBlockMarker.exec($)); ) $ = $.slice(j[0].length);
                if (!$.trim()) break;
              }
              if ($.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($) || B.test($) || X.test($) || K.test($)) break;
              if (!this.options.pedantic && !le) {
                let j = f.replace(this.rules.other.nestedContainerMarkers, "");
                if (this.rules.block.fences.test(j) || this.rules.block.heading.test(j) || this.rules.block.hr.test(j)) break;
              }
              let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
              p += `
` + je, le = true;
            }
            E = !R.trim(), e = e.substring(we.length + 1), f = Z.slice(T);
          }
        }
        let U = n.slice(k, r());
        i.loose || (c ? i.loose = true : this.rules.other.doubleBlankLine.test(U) && (c = true)), i.items.push({ type: "list_item", raw: U, task: !!this.options.gfm && this.rules.other.listIsTask.test(p), loose: false, text: p, tokens: [] });
      }
      let u = i.items.at(-1);
      if (u) u.raw = u.raw.trimEnd(), u.text = u.text.trimEnd();
      else return;
      i.raw = n.slice(0, r()).trimEnd();
      let d = [];
      for (let h of i.items) if (this.lexer.state.top = false, d.push(this.lexer.inlineQueue.length), h.tokens = this.lexer.blockTokens(h.text, []), !i.loose) {
        let p = h.tokens.filter((m) => m.type === "space"), k = p.length > 0 && p.some((m) => this.rules.other.anyLine.test(m.raw));
        i.loose = k;
      }
      for (let h = 0; h < i.items.length; h++) {
        let p = i.items[h], k = p.tokens[0];
        if (p.task && (k?.type === "text" || k?.type === "paragraph")) {
          p.text = p.text.replace(this.rules.other.listReplaceTask, ""), k.raw = k.raw.replace(this.rules.other.listReplaceTask, ""), k.text = k.text.replace(this.rules.other.listReplaceTask, "");
          let m = this.lexer.inlineQueue;
          for (let f = d[h]; f < m.length; f++) if (m[f].tokens === k.tokens) {
            m[f].src = m[f].src.replace(this.rules.other.listReplaceTask, "");
            break;
          }
          let b = this.rules.other.listTaskCheckbox.exec(p.raw);
          if (b) {
            let f = { type: "checkbox", raw: b[0] + " ", checked: b[0] !== "[ ]" };
            p.checked = f.checked, i.loose ? p.tokens[0] && ["paragraph", "text"].includes(p.tokens[0].type) && "tokens" in p.tokens[0] && p.tokens[0].tokens ? (p.tokens[0].raw = f.raw + p.tokens[0].raw, p.tokens[0].text = f.raw + p.tokens[0].text, p.tokens[0].tokens.unshift(f)) : p.tokens.unshift({ type: "paragraph", raw: f.raw, text: f.raw, tokens: [f] }) : p.tokens.unshift(f);
          }
        } else p.task && (p.task = false);
      }
      if (i.loose) for (let h of i.items) {
        h.loose = true;
        for (let p of h.tokens) p.type === "text" && (p.type = "paragraph");
      }
      return i;
    }
  }
  html(e) {
    let t = this.rules.block.html.exec(e);
    if (t) {
      if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
      let n = Re(t[0]);
      return { type: "html", block: true, raw: n, pre: t[1] === "pre" || t[1] === "script" || t[1] === "style", text: n };
    }
  }
  def(e) {
    let t = this.rules.block.def.exec(e);
    if (t) {
      if (!this.rules.other.startAngleBracket.test(t[2]) && Te(t[2], "()") !== -1) return;
      let n = W(t[1]), r = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
      return { type: "def", tag: n, raw: C(t[0], `
`), href: r, title: s };
    }
  }
  table(e) {
    let t = this.rules.block.table.exec(e);
    if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
    let n = be(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), s = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o = { type: "table", raw: C(t[0], `
`), header: [], align: [], rows: [] };
    if (n.length === r.length) {
      for (let i of r) this.rules.other.tableAlignRight.test(i) ? o.align.push("right") : this.rules.other.tableAlignCenter.test(i) ? o.align.push("center") : this.rules.other.tableAlignLeft.test(i) ? o.align.push("left") : o.align.push(null);
      for (let i = 0; i < n.length; i++) o.header.push({ text: n[i], tokens: this.lexer.inline(n[i]), header: true, align: o.align[i] });
      for (let i of s) o.rows.push(be(i, o.header.length).map((a, c) => ({ text: a, tokens: this.lexer.inline(a), header: false, align: o.align[c] })));
      return o;
    }
  }
  lheading(e) {
    let t = this.rules.block.lheading.exec(e);
    if (t) {
      let n = t[1].trim();
      return { type: "heading", raw: C(t[0], `
`), depth: t[2].charAt(0) === "=" ? 1 : 2, text: n, tokens: this.lexer.inline(n) };
    }
  }
  paragraph(e) {
    let t = this.rules.block.paragraph.exec(e);
    if (t) {
      let n = t[1].charAt(t[1].length - 1) === `
` ? t[1].slice(0, -1) : t[1];
      return { type: "paragraph", raw: t[0], text: n, tokens: this.lexer.inline(n) };
    }
  }
  text(e) {
    let t = this.rules.block.text.exec(e);
    if (t) return { type: "text", raw: t[0], text: t[0], tokens: this.lexer.inline(t[0]) };
  }
  escape(e) {
    if (e.charCodeAt(0) !== 92) return;
    let t = this.rules.inline.escape.exec(e);
    if (t) return { type: "escape", raw: t[0], text: t[1] };
  }
  tag(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.tag.exec(e);
    if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = true : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = false), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = true : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = false), { type: "html", raw: t[0], inLink: this.lexer.state.inLink, inRawBlock: this.lexer.state.inRawBlock, block: false, text: t[0] };
  }
  link(e) {
    if (this.lexer.state.linkParenPossible === false) return;
    let t = e.charCodeAt(0);
    if (t !== 91 && t !== 33) return;
    let n = this.rules.inline.link.exec(e);
    if (n) {
      let r = n[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, n[1], r, this.rules)) return;
      let s = n[2].trim();
      if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s)) {
        if (!this.rules.other.endAngleBracket.test(s)) return;
        let c = C(s.slice(0, -1), "\\");
        if ((s.length - c.length) % 2 === 0) return;
      } else {
        let c = Te(n[2], "()");
        if (c === -2) return;
        if (c > -1) {
          let d = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + c;
          n[2] = n[2].substring(0, c), n[0] = n[0].substring(0, d).trim(), n[3] = "";
        }
      }
      let o = C(n[0].slice(0, -1), "\\");
      if ((n[0].length - o.length) % 2 === 0) return;
      let i = n[2], a = "";
      if (this.options.pedantic) {
        let c = this.rules.other.pedanticHrefTitle.exec(i);
        c && (i = c[1], a = c[3]);
      } else a = n[3] ? n[3].slice(1, -1) : "";
      return i = i.trim(), this.rules.other.startAngleBracket.test(i) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s) ? i = i.slice(1) : i = i.slice(1, -1)), He(n, { href: i && i.replace(this.rules.inline.anyPunctuation, "$1"), title: a && a.replace(this.rules.inline.anyPunctuation, "$1") }, n[0], this.lexer, this.rules);
    }
  }
  reflink(e, t) {
    let n = e.charCodeAt(0);
    if (n !== 91 && n !== 33) return;
    let r;
    if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
      let s = r[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, r[1], s, this.rules)) return;
      let o = t[W(r[2] || r[1])];
      if (!o) {
        let i = r[0].charAt(0);
        return { type: "text", raw: i, text: i };
      }
      return He(r, o, r[0], this.lexer, this.rules);
    }
  }
  emStrong(e, t, n = "") {
    let r = this.rules.inline.emStrongLDelim.exec(e);
    if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
    let s = r[0][0], o = n === s, i = t.length - e.length, a = i;
    for (; !this.options.pedantic && a > 0 && t[a - 1] === s; ) a--;
    let c = [...t.slice(Math.max(0, a - 2), a)].at(-1) ?? "", u = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
    a < i && (n = c);
    let d = a < i ? u : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
    if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
    let h = r[1] || r[3] || "";
    if (!h || !n || d) {
      let p = [...r[0]].length - 1, k, m, b = p, f = 0, R = i - a + p, E = !this.options.pedantic && !!c.trim() && (!!h || s === "*" && !u);
      if (s !== "*" && s !== "_") return;
      let T = s === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U = oe(this, t, s), H = t.length - e.length + p;
      if (U < H) return;
      t = t.slice(-1 * e.length + p);
      let K = U - H;
      for (T.lastIndex = 0; (r = T.exec(t)) !== null && !(r.index > K); ) {
        if (k = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !k) continue;
        if (m = [...k].length, r[3] || r[4]) {
          b += m;
          continue;
        } else if ((r[5] || r[6] || E) && R % 3 && !((R + m) % 3)) {
          if (o && (r[5] || r[6])) break;
          f += m;
          continue;
        }
        if (b -= m, b > 0) continue;
        m = Math.min(m, m + b + f);
        let re = [...r[0]][0].length, B = e.slice(0, p + r.index + re + m);
        if (Math.min(p, m) % 2) {
          let se = B.slice(1, -1);
          return { type: "em", raw: B, text: se, tokens: this.lexer.inlineTokens(se) };
        }
        let X = B.slice(2, -2);
        return { type: "strong", raw: B, text: X, tokens: this.lexer.inlineTokens(X) };
      }
    }
  }
  codespan(e) {
    if (e.charCodeAt(0) !== 96) return;
    let t = this.rules.inline.code.exec(e);
    if (t) {
      let n = t[2].replace(this.rules.other.newLineCharGlobal, " "), r = this.rules.other.nonSpaceChar.test(n), s = this.rules.other.startingSpaceChar.test(n) && this.rules.other.endingSpaceChar.test(n);
      return r && s && (n = n.substring(1, n.length - 1)), { type: "codespan", raw: t[0], text: n };
    }
  }
  br(e) {
    let t = e.charCodeAt(0);
    if (t !== 32 && t !== 92 && t !== 10) return;
    let n = this.rules.inline.br.exec(e);
    if (n) return { type: "br", raw: n[0] };
  }
  del(e, t, n = "") {
    if (e.charCodeAt(0) !== 126) return;
    let r = this.rules.inline.delLDelim.exec(e);
    if (!r) return;
    if (!(r[1] || "") || !n || this.rules.inline.punctuation.exec(n)) {
      let o = [...r[0]].length - 1, i, a, c = o, u = this.rules.inline.delRDelim, d = ae(this, t), h = t.length - e.length + o;
      if (d < h) return;
      t = t.slice(-1 * e.length + o);
      let p = d - h;
      for (u.lastIndex = 0; (r = u.exec(t)) !== null && !(r.index > p); ) {
        if (i = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i || (a = [...i].length, a !== o)) continue;
        if (r[3] || r[4]) {
          c += a;
          continue;
        }
        if (c -= a, c > 0) continue;
        a = Math.min(a, a + c);
        let k = [...r[0]][0].length, m = e.slice(0, o + r.index + k + a), b = m.slice(o, -o);
        return { type: "del", raw: m, text: b, tokens: this.lexer.inlineTokens(b) };
      }
    }
  }
  autolink(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.autolink.exec(e);
    if (t) {
      let n, r;
      return t[2] === "@" ? (n = t[1], r = "mailto:" + n) : (n = t[1], r = n), { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  url(e) {
    let t;
    if (t = this.rules.inline.url.exec(e)) {
      let n, r;
      if (t[2] === "@") n = t[0], r = "mailto:" + n;
      else {
        let s;
        do
          s = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
        while (s !== t[0]);
        n = t[0], t[1] === "www." ? r = "http://" + t[0] : r = t[0];
      }
      return { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  inlineText(e) {
    let t = this.rules.inline.text.exec(e);
    if (t) {
      let n = this.lexer.state.inRawBlock;
      return { type: "text", raw: t[0], text: n ? t[0] : De(t[0]), escaped: n };
    }
  }
};
var w = class l {
  tokens;
  options;
  state;
  inlineQueue;
  tokenizer;
  constructor(e) {
    this.tokens = [], this.tokens.links = /* @__PURE__ */ Object.create(null), this.options = e || S, this.options.tokenizer = this.options.tokenizer || new _(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = { inLink: false, inRawBlock: false, linkEmitted: false, linkParenPossible: true, top: true };
    let t = { other: O, block: ee.normal, inline: F.normal };
    this.options.pedantic ? (t.block = ee.pedantic, t.inline = F.pedantic) : this.options.gfm && (t.block = ee.gfm, this.options.breaks ? t.inline = F.breaks : t.inline = F.gfm), this.tokenizer.rules = t;
  }
  static get rules() {
    return { block: ee, inline: F };
  }
  static lex(e, t) {
    return new l(t).lex(e);
  }
  static lexInline(e, t) {
    return new l(t).inlineTokens(e);
  }
  lex(e) {
    e = e.replace(O.carriageReturn, `
`), this.blockTokens(e, this.tokens);
    for (let t = 0; t < this.inlineQueue.length; t++) {
      let n = this.inlineQueue[t];
      this.state.inRawBlock = false, this.inlineTokens(n.src, n.tokens);
    }
    return this.inlineQueue = [], this.tokens;
  }
  blockTokens(e, t = [], n = false) {
    this.tokenizer.lexer = this;
    let r = this.state.lastToken;
    this.options.pedantic && (e = e.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
    let s = 1 / 0, o, i = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _.prototype.paragraph;
    for (; e; ) {
      if (e.length < s) s = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      this.state.lastToken = t.at(-1);
      let a;
      if (this.options.extensions?.block?.some((u) => (a = u.call({ lexer: this }, e, t)) ? (e = e.substring(a.raw.length), t.push(a), true) : false)) continue;
      if (a = this.tokenizer.space(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        a.raw.length === 1 && u !== void 0 ? u.raw += `
` : t.push(a);
        continue;
      }
      if (a = this.tokenizer.code(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (a = this.tokenizer.fences(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.heading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.hr(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.blockquote(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.list(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.html(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.def(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.raw, this.inlineQueue.at(-1).src = u.text) : (this.tokens.links[a.tag] || (this.tokens.links[a.tag] = { href: a.href, title: a.title }), t.push(a));
        continue;
      }
      if (a = this.tokenizer.table(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.lheading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startBlock) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startBlock.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (this.state.top && (a = this.tokenizer.paragraph(c))) {
        let u = t.at(-1);
        (n || u === o && i) && u?.type === "paragraph" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text, o = u) : (t.push(a), o = a), n = c.length !== e.length, e = e.substring(a.raw.length);
        continue;
      }
      if (a = this.tokenizer.text(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return this.state.top = true, this.state.lastToken = r, t;
  }
  inline(e, t = []) {
    return this.inlineQueue.push({ src: e, tokens: t }), t;
  }
  linkInText(e) {
    if (!e.includes("[")) return false;
    let t = this.tokenizer.rules.inline.link;
    for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return true;
    for (let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
      let r = n[0], s = r.lastIndexOf("[");
      if (!(r.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r.slice(s + 1, -1)))) && !(s > 1 && this.linkInText(r.slice(1, s - 1)))) return true;
    }
    return false;
  }
  inlineTokens(e, t = []) {
    this.tokenizer.lexer = this;
    let n = this.state.linkParenPossible;
    this.state.linkParenPossible = e.includes(")");
    try {
      return this.#t(e, t);
    } finally {
      this.state.linkParenPossible = n;
    }
  }
  #t(e, t) {
    let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _.prototype.emStrong || this.tokenizer.del !== _.prototype.del ? this.#r(e) : e;
    if (!n) return this.#e(e, r, t);
    qe(this.tokenizer, r);
    try {
      return this.#e(e, r, t);
    } finally {
      ve(this.tokenizer);
    }
  }
  #e(e, t, n) {
    let r = false, s = "", o = 1 / 0;
    for (; e; ) {
      if (e.length < o) o = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      r || (s = ""), r = false;
      let i;
      if (this.options.extensions?.inline?.some((u) => (i = u.call({ lexer: this }, e, n)) ? (e = e.substring(i.raw.length), n.push(i), true) : false)) continue;
      if (i = this.tokenizer.escape(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.tag(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.link(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.reflink(e, this.tokens.links)) {
        e = e.substring(i.raw.length);
        let u = n.at(-1);
        i.type === "text" && u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      let a = e[0];
      if (a === "*" || a === "_") {
        let u = t.length - e.length;
        if (oe(this.tokenizer, t, a) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === a.charCodeAt(0); ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      } else if (a === "~") {
        let u = t.length - e.length;
        if (ae(this.tokenizer, t) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === 126; ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      }
      if (i = this.tokenizer.emStrong(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.codespan(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.br(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.del(e, t, s)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (i = this.tokenizer.autolink(e)) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      if (!this.state.inLink && (i = this.tokenizer.url(e))) {
        e = e.substring(i.raw.length), n.push(i);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startInline) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startInline.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (i = this.tokenizer.inlineText(c)) {
        e = e.substring(i.raw.length), i.raw.slice(-1) !== "_" && (s = i.raw.slice(-1)), r = true;
        let u = n.at(-1);
        u?.type === "text" ? (u.raw += i.raw, u.text += i.text) : n.push(i);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return n;
  }
  #n(e) {
    let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, s = "", o = 0, i;
    for (t.lastIndex = 0; i = t.exec(e); ) {
      let a = i.index + (i[2] ? i[2].length : 0), c = i.index + i[0].length;
      if (e.charAt(a) === "<") {
        let u = e.slice(a), d = n.exec(u) || r.exec(u);
        if (!d) {
          t.lastIndex = a + 1;
          continue;
        }
        c = a + d[0].length, t.lastIndex = c;
      }
      s += e.slice(o, a) + "[" + "a".repeat(c - a - 2) + "]", o = c;
    }
    return s + e.slice(o);
  }
  #r(e) {
    let t = e;
    if (this.tokens.links && e.includes("[")) {
      let n = this.tokenizer.rules.inline.reflinkSearch, r = (s) => {
        let o = s.lastIndexOf("[");
        if (!Object.hasOwn(this.tokens.links, W(s.slice(o + 1, -1)))) return s;
        if (o > 1 && s.charAt(0) !== "!") {
          let i = s.slice(1, o - 1);
          if (this.linkInText(i)) return "[" + i.replace(n, r) + "][" + "a".repeat(s.length - o - 2) + "]";
        }
        return "[" + "a".repeat(s.length - 2) + "]";
      };
      t = t.replace(n, r);
    }
    return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n, r, s) => s ? "+".repeat(n.length) : r ? r + n.slice(r.length, -r.length).replace(/`/g, "+") + r : n), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
  }
  infiniteLoopError(e) {
    let t = "Infinite loop on byte: " + e;
    if (this.options.silent) console.error(t);
    else throw new Error(t);
  }
};
var I = class {
  options;
  parser;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    return "";
  }
  code({ text: e, lang: t, escaped: n }) {
    let r = (t || "").match(O.notSpaceStart)?.[0], s = e ? e.replace(O.endingNewline, "") + `
` : "";
    return r ? '<pre><code class="language-' + y(r) + '">' + (n ? s : y(s, true)) + `</code></pre>
` : "<pre><code>" + (n ? s : y(s, true)) + `</code></pre>
`;
  }
  blockquote({ tokens: e }) {
    return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
  }
  html({ text: e }) {
    return e;
  }
  def(e) {
    return "";
  }
  heading({ tokens: e, depth: t }) {
    return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
  }
  hr(e) {
    return `<hr>
`;
  }
  list(e) {
    let t = e.ordered, n = e.start, r = "";
    for (let i = 0; i < e.items.length; i++) {
      let a = e.items[i];
      r += this.listitem(a);
    }
    let s = t ? "ol" : "ul", o = t && n !== 1 ? ' start="' + n + '"' : "";
    return "<" + s + o + `>
` + r + "</" + s + `>
`;
  }
  listitem(e) {
    return `<li>${this.parser.parse(e.tokens)}</li>
`;
  }
  checkbox({ checked: e }) {
    return "<input " + (e ? 'checked="" ' : "") + 'disabled="" type="checkbox"> ';
  }
  paragraph({ tokens: e }) {
    return `<p>${this.parser.parseInline(e)}</p>
`;
  }
  table(e) {
    let t = "", n = "";
    for (let s = 0; s < e.header.length; s++) n += this.tablecell(e.header[s]);
    t += this.tablerow({ text: n });
    let r = "";
    for (let s = 0; s < e.rows.length; s++) {
      let o = e.rows[s];
      n = "";
      for (let i = 0; i < o.length; i++) n += this.tablecell(o[i]);
      r += this.tablerow({ text: n });
    }
    return r && (r = `<tbody>${r}</tbody>`), `<table>
<thead>
` + t + `</thead>
` + r + `</table>
`;
  }
  tablerow({ text: e }) {
    return `<tr>
${e}</tr>
`;
  }
  tablecell(e) {
    let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
    return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
  }
  strong({ tokens: e }) {
    return `<strong>${this.parser.parseInline(e)}</strong>`;
  }
  em({ tokens: e }) {
    return `<em>${this.parser.parseInline(e)}</em>`;
  }
  codespan({ text: e }) {
    return `<code>${y(e, true)}</code>`;
  }
  br(e) {
    return "<br>";
  }
  del({ tokens: e }) {
    return `<del>${this.parser.parseInline(e)}</del>`;
  }
  link({ href: e, title: t, text: n, tokens: r, autolink: s }) {
    let o = s ? y(n, true) : this.parser.parseInline(r), i = xe(e);
    if (i === null) return o;
    e = y(i, s);
    let a = '<a href="' + e + '"';
    return t && (a += ' title="' + y(t) + '"'), a += ">" + o + "</a>", a;
  }
  image({ href: e, title: t, text: n, tokens: r }) {
    r && (n = this.parser.parseInline(r, this.parser.textRenderer));
    let s = xe(e);
    if (s === null) return y(n);
    e = s;
    let o = `<img src="${y(e)}" alt="${y(n)}"`;
    return t && (o += ` title="${y(t)}"`), o += ">", o;
  }
  text(e) {
    return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : y(e.text);
  }
};
var z = class {
  parser;
  strong({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  em({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  codespan({ text: e }) {
    return e;
  }
  del({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  html({ text: e }) {
    return e;
  }
  text({ text: e }) {
    return e;
  }
  link({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  image({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  br() {
    return `
`;
  }
  checkbox({ raw: e }) {
    return e;
  }
};
var P = class l2 {
  options;
  renderer;
  textRenderer;
  constructor(e) {
    this.options = e || S, this.options.renderer = this.options.renderer || new I(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z(), this.textRenderer.parser = this;
  }
  static parse(e, t) {
    return new l2(t).parse(e);
  }
  static parseInline(e, t) {
    return new l2(t).parseInline(e);
  }
  parse(e) {
    this.renderer.parser = this;
    let t = "";
    for (let n = 0; n < e.length; n++) {
      let r = e[n];
      if (this.options.extensions?.renderers?.[r.type]) {
        let o = r, i = this.options.extensions.renderers[o.type].call({ parser: this }, o);
        if (i !== false || !["space", "hr", "heading", "code", "table", "blockquote", "list", "checkbox", "html", "def", "paragraph", "text"].includes(o.type)) {
          t += i === false ? "" : i ?? "";
          continue;
        }
      }
      let s = r;
      switch (s.type) {
        case "space": {
          t += this.renderer.space(s);
          break;
        }
        case "hr": {
          t += this.renderer.hr(s);
          break;
        }
        case "heading": {
          t += this.renderer.heading(s);
          break;
        }
        case "code": {
          t += this.renderer.code(s);
          break;
        }
        case "table": {
          t += this.renderer.table(s);
          break;
        }
        case "blockquote": {
          t += this.renderer.blockquote(s);
          break;
        }
        case "list": {
          t += this.renderer.list(s);
          break;
        }
        case "checkbox": {
          t += this.renderer.checkbox(s);
          break;
        }
        case "html": {
          t += this.renderer.html(s);
          break;
        }
        case "def": {
          t += this.renderer.def(s);
          break;
        }
        case "paragraph": {
          t += this.renderer.paragraph(s);
          break;
        }
        case "text": {
          t += this.renderer.text(s);
          break;
        }
        default: {
          let o = 'Token with "' + s.type + '" type was not found.';
          if (this.options.silent) return console.error(o), "";
          throw new Error(o);
        }
      }
    }
    return t;
  }
  parseInline(e, t = this.renderer) {
    this.renderer.parser = this;
    let n = "";
    for (let r = 0; r < e.length; r++) {
      let s = e[r];
      if (this.options.extensions?.renderers?.[s.type]) {
        let i = this.options.extensions.renderers[s.type].call({ parser: this }, s);
        if (i !== false || !["escape", "html", "link", "image", "checkbox", "strong", "em", "codespan", "br", "del", "text"].includes(s.type)) {
          n += i === false ? "" : i ?? "";
          continue;
        }
      }
      let o = s;
      switch (o.type) {
        case "escape": {
          n += t.text(o);
          break;
        }
        case "html": {
          n += t.html(o);
          break;
        }
        case "link": {
          n += t.link(o);
          break;
        }
        case "image": {
          n += t.image(o);
          break;
        }
        case "checkbox": {
          n += t.checkbox(o);
          break;
        }
        case "strong": {
          n += t.strong(o);
          break;
        }
        case "em": {
          n += t.em(o);
          break;
        }
        case "codespan": {
          n += t.codespan(o);
          break;
        }
        case "br": {
          n += t.br(o);
          break;
        }
        case "del": {
          n += t.del(o);
          break;
        }
        case "text": {
          n += t.text(o);
          break;
        }
        default: {
          let i = 'Token with "' + o.type + '" type was not found.';
          if (this.options.silent) return console.error(i), "";
          throw new Error(i);
        }
      }
    }
    return n;
  }
};
var A = class {
  options;
  block;
  constructor(e) {
    this.options = e || S;
  }
  static passThroughHooks = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens", "emStrongMask"]);
  static passThroughHooksRespectAsync = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens"]);
  preprocess(e) {
    return e;
  }
  postprocess(e) {
    return e;
  }
  processAllTokens(e) {
    return e;
  }
  emStrongMask(e) {
    return e;
  }
  provideLexer(e = this.block) {
    return e ? w.lex : w.lexInline;
  }
  provideParser(e = this.block) {
    return e ? P.parse : P.parseInline;
  }
};
function M(l3, e) {
  if (Array.isArray(e)) for (let t = 0; t < e.length; t++) l3.push(e[t]);
  else l3.push(e);
}
var ne = class {
  defaults = G();
  options = this.setOptions;
  parse = this.parseMarkdown(true);
  parseInline = this.parseMarkdown(false);
  Parser = P;
  Renderer = I;
  TextRenderer = z;
  Lexer = w;
  Tokenizer = _;
  Hooks = A;
  constructor(...e) {
    this.use(...e);
  }
  walkTokens(e, t) {
    let n = [];
    for (let r of e) switch (M(n, t.call(this, r)), r.type) {
      case "table": {
        let s = r;
        for (let o of s.header) M(n, this.walkTokens(o.tokens, t));
        for (let o of s.rows) for (let i of o) M(n, this.walkTokens(i.tokens, t));
        break;
      }
      case "list": {
        let s = r;
        M(n, this.walkTokens(s.items, t));
        break;
      }
      default: {
        let s = r;
        this.defaults.extensions?.childTokens?.[s.type] ? this.defaults.extensions.childTokens[s.type].forEach((o) => {
          let i = s[o].flat(1 / 0);
          M(n, this.walkTokens(i, t));
        }) : s.tokens && M(n, this.walkTokens(s.tokens, t));
      }
    }
    return n;
  }
  use(...e) {
    let t = this.defaults.extensions || { renderers: /* @__PURE__ */ Object.create(null), childTokens: /* @__PURE__ */ Object.create(null) };
    return e.forEach((n) => {
      let r = { ...n };
      if (r.async = this.defaults.async || r.async || false, n.extensions && (n.extensions.forEach((s) => {
        if (!s.name) throw new Error("extension name required");
        if ("renderer" in s) {
          let o = t.renderers[s.name];
          o ? t.renderers[s.name] = function(...i) {
            let a = s.renderer.apply(this, i);
            return a === false && (a = o.apply(this, i)), a;
          } : t.renderers[s.name] = s.renderer;
        }
        if ("tokenizer" in s) {
          if (!s.level || s.level !== "block" && s.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
          let o = t[s.level];
          o ? o.unshift(s.tokenizer) : t[s.level] = [s.tokenizer], s.start && (s.level === "block" ? t.startBlock ? t.startBlock.push(s.start) : t.startBlock = [s.start] : s.level === "inline" && (t.startInline ? t.startInline.push(s.start) : t.startInline = [s.start]));
        }
        "childTokens" in s && s.childTokens && (t.childTokens[s.name] = s.childTokens);
      }), r.extensions = t), n.renderer) {
        let s = this.defaults.renderer || new I(this.defaults);
        for (let o in n.renderer) {
          if (!(o in s)) throw new Error(`renderer '${o}' does not exist`);
          if (["options", "parser"].includes(o)) continue;
          let i = o, a = n.renderer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d === false ? "" : d ?? "";
          };
        }
        r.renderer = s;
      }
      if (n.tokenizer) {
        let s = this.defaults.tokenizer || new _(this.defaults);
        for (let o in n.tokenizer) {
          if (!(o in s)) throw new Error(`tokenizer '${o}' does not exist`);
          if (["options", "rules", "lexer"].includes(o)) continue;
          let i = o, a = n.tokenizer[i], c = s[i];
          s[i] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.tokenizer = s;
      }
      if (n.hooks) {
        let s = this.defaults.hooks || new A();
        for (let o in n.hooks) {
          if (!(o in s)) throw new Error(`hook '${o}' does not exist`);
          if (["options", "block"].includes(o)) continue;
          let i = o, a = n.hooks[i], c = s[i];
          A.passThroughHooks.has(o) ? s[i] = (u) => {
            if (s.options.async && A.passThroughHooksRespectAsync.has(o)) return (async () => {
              let h = await a.call(s, u);
              return c.call(s, h);
            })();
            let d = a.call(s, u);
            return c.call(s, d);
          } : s[i] = (...u) => {
            if (s.options.async) return (async () => {
              let h = await a.apply(s, u);
              return h === false && (h = await c.apply(s, u)), h;
            })();
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.hooks = s;
      }
      if (n.walkTokens) {
        let s = this.defaults.walkTokens, o = n.walkTokens;
        r.walkTokens = function(i) {
          let a = [];
          return M(a, o.call(this, i)), s && M(a, s.call(this, i)), a;
        };
      }
      this.defaults = { ...this.defaults, ...r };
    }), this;
  }
  setOptions(e) {
    return this.defaults = { ...this.defaults, ...e }, this;
  }
  lexer(e, t) {
    return w.lex(e, t ?? this.defaults);
  }
  parser(e, t) {
    return P.parse(e, t ?? this.defaults);
  }
  parseMarkdown(e) {
    return (n, r) => {
      let s = { ...r }, o = { ...this.defaults, ...s }, i = this.onError(!!o.silent, !!o.async);
      if (this.defaults.async === true && s.async === false) return i(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
      if (typeof n > "u" || n === null) return i(new Error("marked(): input parameter is undefined or null"));
      if (typeof n != "string") return i(new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n) + ", string expected"));
      if (o.hooks && (o.hooks.options = o, o.hooks.block = e), o.async) return (async () => {
        let a = o.hooks ? await o.hooks.preprocess(n) : n, u = await (o.hooks ? await o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(a, o), d = o.hooks ? await o.hooks.processAllTokens(u) : u;
        o.walkTokens && await Promise.all(this.walkTokens(d, o.walkTokens));
        let p = await (o.hooks ? await o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(d, o);
        return o.hooks ? await o.hooks.postprocess(p) : p;
      })().catch(i);
      try {
        o.hooks && (n = o.hooks.preprocess(n));
        let c = (o.hooks ? o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(n, o);
        o.hooks && (c = o.hooks.processAllTokens(c)), o.walkTokens && this.walkTokens(c, o.walkTokens);
        let d = (o.hooks ? o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(c, o);
        return o.hooks && (d = o.hooks.postprocess(d)), d;
      } catch (a) {
        return i(a);
      }
    };
  }
  onError(e, t) {
    return (n) => {
      if (n.message += `
Please report this to https://github.com/markedjs/marked.`, e) {
        let r = "<p>An error occurred:</p><pre>" + y(n.message + "", true) + "</pre>";
        return t ? Promise.resolve(r) : r;
      }
      if (t) return Promise.reject(n);
      throw n;
    };
  }
};
var v = new ne();
function x(l3, e) {
  return v.parse(l3, e);
}
x.options = x.setOptions = function(l3) {
  return v.setOptions(l3), x.defaults = v.defaults, ue(x.defaults), x;
};
x.getDefaults = G;
x.defaults = S;
function jt(...l3) {
  return v.use(...l3), x.defaults = v.defaults, ue(x.defaults), x;
}
x.use = jt;
x.walkTokens = function(l3, e) {
  return v.walkTokens(l3, e);
};
x.parseInline = v.parseInline;
x.Parser = P;
x.parser = P.parse;
x.Renderer = I;
x.TextRenderer = z;
x.Lexer = w;
x.lexer = w.lex;
x.Tokenizer = _;
x.Hooks = A;
x.parse = x;
var En = x.options;
var zn = x.setOptions;
var Mn = x.walkTokens;
var Bn = x.parseInline;
var qn = P.parse;
var vn = w.lex;

// src/claims/html.ts
var SILENT = /^(?:pre|code|blockquote|q|del|s|strike|samp|kbd|script|style)$/i;
var BOT_BEGINS = /auto-?generated|generated by|copilot:|coderabbit|renovate|dependabot/i;
var BOT_ENDS = /\bend of\b|\bend\b|copilot:.*end/i;
var PIECES = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][\w-]*)\b[^>]{0,1000}>|[^<]+|</gi;
var HtmlReader = class {
  #open = [];
  #bot = false;
  /** Whether text at this point is not the author's own. */
  get silent() {
    return this.#bot || this.#open.length > 0;
  }
  /** The author's own text in a piece of HTML. */
  read(html) {
    let text = "";
    for (const [piece, comment, closing, name] of html.matchAll(PIECES)) {
      if (comment !== void 0) this.#comment(comment);
      else if (name !== void 0) {
        this.#tag(name.toLowerCase(), closing === "/");
        text += /^(?:br|p|div|li|tr|h\d|summary|details)$/i.test(name) ? "\n" : " ";
      } else if (!this.silent) text += piece;
    }
    return text;
  }
  #tag(name, closes) {
    if (!SILENT.test(name)) return;
    if (!closes) this.#open.push(name);
    else if (this.#open.includes(name)) this.#open.length = this.#open.lastIndexOf(name);
  }
  #comment(comment) {
    if (this.#bot ? BOT_ENDS.test(comment) : BOT_BEGINS.test(comment)) this.#bot = !this.#bot;
  }
};

// src/claims/lexicon/context.ts
var MOODS = [
  ...rows(
    "hope",
    "should|might|may|could|would|ought to|shall|must",
    "hop(?:e|es|ed|ing)|hopefully|wish(?:es)?|ideally|expect(?:s|ed|ing)?|expectations?",
    "anticipat(?:e|es|ed)|projected|predicted|estimated|estimates?",
    "plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|goals?|targets?",
    "targeting|objectives?|ambition|roadmap|milestones?",
    "wants?|wanted|need(?:s|ed)? to|needs? improvement|try|tries|trying|attempts?(?: to)?",
    "attempting|proposals?|propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|ideas?",
    "next (?:steps?|prs?|up|release|version|quarter|week|iteration|sprint)|later|eventually",
    "some day|someday|in (?:the|a) (?:near )?future|future(?: work)?|follow ups?|soon",
    "upcoming|once",
    "todos?|fixme|wip|tbd|not yet|still to do|out of scope|not done|not included|not part of",
    "left out|left for",
    "potential(?:ly)?|possib(?:le|ly)|can be (?:made|further|reduced|improved)|probabl[ye]",
    "likely|unlikely|presumably|perhaps|maybe|in theory|theoretical(?:ly)?|supposed to",
    "think|believe|guess|suspect|assum(?:e|es|ing)|doubt|imagine|wonder(?:s|ing)?|curious",
    "unsure|not sure|unclear|unknown|afraid",
    "see (?:if|whether)|whether|check (?:if|whether|that)|verify (?:that|if)",
    "test (?:if|whether)|investigat(?:e|es|ing)|explor(?:e|es|ing)|evaluat(?:e|ing)",
    "experiment(?:s|ing)? with|look(?:ing)? into|consider(?:s|ing)?",
    "let's|let us|lets see|please|request(?:s|ed)? (?:to|for)|feature request",
    "asked (?:to|for)|hard to say|cannot say|can't say|would like|opportunit(?:y|ies)",
    "room for|trying to|fail(?:s|ed)? to|used? case",
    "(?:we|i|you|they)(?:'ll| will)|will(?! not)|going to|gonna",
    "if (?:we|you|i) (?:ever|could|can|were|had)"
  ),
  ...rows(
    "cited",
    "(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:reports?|reported|claim(?:s|ed)?|says?|said|shows?|showed)",
    "(?:papers?|authors?|literature|preprint|article) (?:\\w+ )?(?:states?|finds?|found|gets?|got|achieves?|mentions?|lists?)",
    "(?:in|as reported in|from|by) the (?:\\S+ ){0,2}(?:paper|literature|authors)",
    "paper's|authors'|arxiv|according to|reportedly|supposedly|allegedly",
    "claim(?:s|ed|ing)?|vendors?|blog ?posts?|release notes|reviewers?",
    "upstream (?:says|reports)",
    "(?:he|she|they|someone|people|users?) (?:say|says|said|report|reports|reported)",
    "original publication|advertised|rumou?r(?:s|ed)?"
  ),
  ...rows(
    "repair",
    "fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|address(?:es|ed|ing)?|debug(?:s|ging)?",
    "diagnos(?:e|es|ing)|undo(?:es|ing)?|revert(?:s|ed|ing)?|work(?:s|ed|ing)? around",
    "mitigat(?:e|es|ed|ing)|recover(?:s|ed|ing)?"
  ),
  ...rows("tried", "tried|experimented|reverted|rejected|abandoned|discarded"),
  ...rows(
    "past",
    "used to(?: be)?|(?:was|were|ran|took|needed|used)(?= [^,;.]{0,40}\\bbefore\\b)",
    "the (?:old|previous|former|original) (?:one|model|version|head|decoder|encoder|code|implementation|path) (?:was|is|were|had|has|ran|runs|took|takes|needed|needs|used|uses)"
  )
];
var PLAIN = [
  ...rows(
    null,
    "target (?:hardware|device|platform|machine|board|cpu|gpu|opset|model|runtime|latency class)s?",
    "as (?:expected|planned|intended|hoped)",
    "according to (?:our|my|the) (?:\\w+ )?(?:measurements?|benchmarks?|readings?|profil(?:er|ing)|numbers|tests?|own)",
    "should be noted",
    "will (?=\\w+ ?$)",
    "(?:this|it|that|which|patch|commit|pr|change|model|version|head|encoder|decoder) will(?: now)?",
    "no longer need(?:s|ed)? to|not only|not just|not merely|nothing but|possible to",
    "made possible|makes? it possible|as (?:small|fast|low|high|much|many) as possible",
    "mixture of experts|more experts",
    // What is no cost of a model, though its words are.
    "(?:batch|mini ?batch|step|kernel|image|input|output|vocab|vocabulary|hidden|patch|window|chunk|block|tile|group|crop|context|buffer|cache|queue|font|page|diff|sample|population|effect|filter|stride|head|embedding|beam|dataset|data|training set|test set) sizes?",
    "half precision|half float|half of the (?:time|tests)|second half|first half",
    "at the same time|first time|this time|every time|each time|for the time being|last time",
    "one time|real time|at run ?time|in time|over time|all the time|any time|some time",
    "time series|time ?steps?|compile time constants?|faster r cnn|faster rcnn|faster whisper",
    "fasterrcnn|faster transformer|fast path|slow path|code quality|code size|out of memory",
    "memory (?:mapped|mapping|leaks?|safe|safety|layout|format|error)s?|power of two",
    "powers of two|class weights?|loss weights?|weight sharing|sharing weights|shared weights",
    "parameter sharing|weight decay|learning rates?|precision and recall of",
    "performance tests?|edge (?:case|device)s?|latency (?:critical|sensitive)|speed of light",
    "map (?:of|to)|cost functions?|loss functions?|cost model|more than|less than|fewer than",
    "greater than|at least|at most|no more than|no less than|over(?= ~?\\d)|nearly|almost",
    "about|around|roughly|approximately|approx\\.?|some(?= \\d)|under(?= ~?\\d)",
    "faster than real time|than real time|more and more|once more|what is more|more of",
    "more or less|more importantly|less important|sooner or later|if possible|where possible",
    "new features?|regression tests?|regression suite|linear regression|logistic regression",
    "box regression|regression heads?|hit rates?|cost of living|up to date|drop ?out",
    "drop support|drop in replacement|cut ?off|cuts? (?:a|the) release|saved models?",
    "save(?:s|d)? (?:the|a|to)|keep in mind|match(?:es)? the (?:paper|spec|style|docs?)",
    "changes? (?:log|set|list)|time to market|maintenance costs?|development costs?",
    "(?:query|test|build|rendering|page|ui|db|ci|web) performance|data quality",
    "(?:cli|command line|function|config|query|hyper|constructor|method) ?(?:params|parameters)",
    "hyperparameters?|(?:the )?same weights|shar(?:e|es|ed|ing) (?:the )?same \\w+",
    "same (?:parameters|params) (?:as|for|in|across)",
    "support(?:s|ed|ing)?(?: for)? (?:more|additional|extra) \\w+|cache hits?",
    "sav(?:e|es|ed|ing) (?:the |model |best |all |its )*(?:weights|params|parameters|checkpoints?|models?|outputs?|predictions|activations|files?)",
    "side effects?|change ?log"
  )
];
var ELSEWHERE = [
  ...rows(
    null,
    // Tests, automation, tools.
    "(?:unit |integration |regression |e2e |smoke |slow |model )*(?:tests|test (?:suites?|runs?|cases?|time|jobs?|fixtures?|execution)|testing)",
    "pytest|unittests?|tox|nox|fixtures?|suites?",
    "ci|ci/cd|travis|jenkins|circleci|github actions",
    "(?:ci |github |build |test |release )+(?:pipelines?|workflows?|jobs?|runners?|actions)",
    "workflows?|runners?|builds?(?: times?| steps?| speeds?| sizes?)?",
    "compil(?:es|ation|ing)(?: times?)?|compile times?|linking|lint(?:er|ers|ing)?(?: time)?",
    "ruff|mypy|type check(?:s|ing|er)?|pre commit",
    "time ?outs?|intervals?|deadlines?|sleeps?|delays?|clips?|recordings?|polling|ttl",
    "(?:time )?to run the (?:benchmarks?|tests?|suite|eval\\w*|scripts?)|iteration speed",
    "development|debugging|feedback loops?|code reviews?|reviewing|onboarding|prototyping",
    "experimentation|turnaround|merge queue",
    "(?:pr|diff|patch|changes?|commit) (?:is|was|got|became|gets)(?= (?:\\S+ )?(?:larger|smaller|bigger|longer|shorter))",
    "dev server|assets?",
    // Pages and screens.
    "(?:docs|documentation|doc)(?: (?:page|site|pages|builds?|search))?|web ?sites?",
    "web ?pages?|web ?app|home ?page|landing page|pages?|sites?|dashboards?|ui|gui|front ?end",
    "notebooks?|readme|tutorials?|rendering",
    // What is shipped around the model.
    "(?:docker|container|base|runtime|ci) images?(?: sizes?)?|docker ?images?|docker",
    "dockerfile|containers?|image sizes?",
    "(?:python |release |pip )?(?:wheels?|packages?|installers?|tarballs?|sdists?)(?: sizes?)?",
    "(?:js |release |app |stripped )?(?:binar(?:y|ies)|bundles?|executables?|apks?)(?: sizes?)?",
    "node_modules|dependenc(?:y|ies)|repo(?:sitory)?(?: size)?|clones?|checkouts?|git",
    "install(?:s|ation|ing)?(?: times?| sizes?)?|imports?(?: times?)?",
    // Data on its way to the model, and what makes models.
    "data ?loaders?|(?:data|dataset|image) ?loading",
    "data (?:pipelines?|preparation|downloads?|processing|augmentation)|datasets?",
    "input pipelines?|pre ?processing|pre ?processors?|post ?processing|augmentations?",
    "image decoding|tokeni[sz](?:er|ers|ation|ing)|feature extraction",
    "training (?:loops?|scripts?|pipelines?|code)",
    "export(?:s|ing|er)?(?: to onnx)? (?:scripts?|time|step|process|takes|is|now|runs)",
    "exporter|conversion (?:time|script|step)s?|quanti[sz]ation (?:script|step|process)s?",
    "(?:eval|evaluation|benchmark|profiling|export|conversion) (?:scripts?|loops?|suites?|runs?|harness)",
    "scripts?|cli|command line",
    "api (?:responses?|servers?|calls?)|endpoints?|database|db|sql|logs?|logging",
    "download(?:ing|s)? (?:time|script)|downloading|uploads?|uploading|parsers?|parsing",
    "serializ(?:er|ation)|json|yaml"
  )
];
var OPEN_SECTIONS = /^(?:\W*)(?:not (?:done|included|in (?:this|scope))|what (?:this|the) .{1,20}(?:not|n't)|what (?:is|was) not|out of scope|future|next|to ?do|follow.?ups?|later|plans?|goals?|targets?|objectives?|roadmap|ideas?|open (?:questions|items|points)|questions|expect(?:ed|ations)|hypothes[ie]s|related work|references|background|prior work|alternatives?|rejected|known (?:issues|limitations)|limitations|motivation|remaining|left out|won'?t do|non-?goals?|wish ?list|acceptance criteria|requirements)/i;

// src/claims/table.ts
var BASE = /\b(?:before|base(?:line)?|main|master|old|previous|original|current|control|reference|fp32|float(?:32)?|dense|teacher)\b/i;
var HEAD = /\b(?:after|head|new|ours|this (?:pr|branch|change|patch)|pr|branch|now|proposed|candidate|optimi[sz]ed|quanti[sz]ed|int8|fp16|pruned|distilled|student|patched)\b/i;
var DIFFERENCE = /^[-+−]\s?\d|(?:->|→)/;
var SPEED_UP = /\bspeed-?\s?up\b/i;
function sentencesOfTable(header, rows2) {
  const [base, head] = columnsOf(header);
  if (base !== -1 && head !== -1) return rows2.map((row) => change(row[0], row[base], row[head]));
  const old = rows2.find(([label = ""]) => BASE.test(label) && !HEAD.test(label));
  const now = rows2.find((row) => row !== old && HEAD.test(row[0] ?? ""));
  if (old !== void 0 && now !== void 0) {
    return header.slice(1).map((label, column) => change(label, old[column + 1], now[column + 1]));
  }
  return rows2.flatMap(
    ([label = "", ...cells]) => cells.flatMap((cell, column) => {
      if (SPEED_UP.test(header[column + 1] ?? "") && /\d/.test(cell)) return [`${cell} speedup`];
      return DIFFERENCE.test(cell) ? [`${plain(label)} ${cell}`] : [];
    })
  );
}
function columnsOf(header) {
  const values = header.map((label, index) => index === 0 ? "" : label);
  const head = values.findIndex((label) => HEAD.test(label));
  return [values.findIndex((label, index) => index !== head && BASE.test(label)), head];
}
var change = (label = "", base = "", head = "") => `${plain(label)}: ${value(base)} -> ${value(head)}`;
var plain = (label) => label.replace(/[()[\]*_,:↓↑/]+/g, " ").trim();
var value = (cell) => cell.replace(/\s*(?:±|\+\/-)\s*[\d.]+/g, "").replace(/\(.*?\)/g, "").trim();

// src/claims/markdown.ts
var BOT_SECTION = /summary by|coderabbit|copilot|walkthrough|auto-?generated|generated by|release notes/i;
var BOT_OPENING = /^(?:Bumps (?:\[|`|the )|This PR contains the following updates)/;
var TRAILER = /^[A-Za-z-]+-by: .*$|^(?:change-id|cc|git-svn-id): .*$/gim;
var QUOTATIONS = /"[^"\n]{1,400}"|“[^”]{1,400}”|«[^»]{1,400}»|(?<=^|\s)'[^'\n]{3,400}'(?=[\s.,;:!?)]|$)/g;
var BOLD_LINE = /^\s*(\*\*|__).{1,80}\1:?\s*$/;
var DEEP_QUOTATION = /(?:>[ \t]*){20,}/g;
var OMITTED = "…";
function blocksOf(markdown) {
  const flat = markdown.replace(/\r\n?/g, "\n").replace(DEEP_QUOTATION, ">");
  return new MarkdownReader().read(vn(flat));
}
var MarkdownReader = class {
  #blocks = [];
  #html = new HtmlReader();
  /** Headings that hold, outermost first. */
  #headings = [];
  #ended = false;
  read(tokens) {
    this.#readAll(tokens, null);
    return this.#blocks;
  }
  #readAll(tokens, intro) {
    let introduction = intro;
    for (const token of tokens) {
      this.#readOne(token, introduction);
      if (token.type === "paragraph" || token.type === "text") {
        const last = this.#inline(token).trim().split("\n").at(-1) ?? "";
        introduction = last.endsWith(":") || BOLD_LINE.test(token.raw) ? last : intro;
      } else if (token.type === "list" || token.type === "table") introduction = intro;
    }
  }
  #readOne(token, intro) {
    switch (token.type) {
      case "heading":
        this.#heading(token);
        return;
      case "paragraph":
      case "text":
        this.#paragraph(token, intro);
        return;
      case "list":
        for (const item of token.items) {
          if (item.task && item.checked !== true) continue;
          this.#readAll(item.tokens, intro);
        }
        return;
      case "table": {
        const { header, rows: rows2 } = token;
        const cells = (row) => row.map(({ tokens }) => this.#inlineAll(tokens));
        for (const sentence of sentencesOfTable(cells(header), rows2.map(cells))) this.#add(sentence, intro);
        return;
      }
      case "html":
        this.#add(this.#html.read(token.raw), intro);
        return;
      default:
        return;
    }
  }
  #heading(token) {
    const text = this.#inline(token);
    this.#headings = this.#headings.filter(({ depth }) => depth < token.depth);
    this.#add(text, null);
    this.#headings.push({ depth: token.depth, text });
  }
  #paragraph(token, intro) {
    if (BOT_OPENING.test(token.raw)) this.#ended = true;
    this.#add(this.#inline(token), intro);
  }
  #add(text, intro) {
    const context = [...this.#headings.map((heading) => heading.text), ...intro === null ? [] : [intro]];
    if (this.#ended || context.some((line) => OPEN_SECTIONS.test(line) || BOT_SECTION.test(line))) return;
    const own = text.replace(TRAILER, "").replace(QUOTATIONS, OMITTED).trim();
    if (own !== "") this.#blocks.push({ text: own, context });
  }
  #inlineAll(tokens) {
    return tokens.map((token) => this.#inline(token)).join("");
  }
  /** The text of inline tokens, without what is code or struck out. */
  #inline(token) {
    if (token.type === "html") return this.#html.read(token.raw);
    if (token.type === "codespan") {
      const { text: text2 } = token;
      return this.#html.silent ? "" : namesIndicator(text2) ? text2 : OMITTED;
    }
    if (token.type === "del" || token.type === "image") return "";
    if (token.type === "br") return "\n";
    const { tokens, text = "" } = token;
    if (tokens !== void 0) return this.#inlineAll(tokens);
    return this.#html.silent ? "" : text;
  }
};

// src/claims/pairs.ts
var OLD = String.raw`(?:before|was|were|had|old|previous(?:ly)?|formerly|original(?:ly)?|baseline|base|main|master|used to|took|needed)`;
var NEW = String.raw`(?:after|now|new|this (?:pr|branch|change)|becomes?|became|ours|head)`;
var SOFT = String.raw`(?:about|around|roughly|only|just|approx\.?|some|nearly|almost|~|≈|\s|\w*flops?|\w*macs?|params?|parameters|ops|\/ ?\w+|\*)*`;
var PATTERNS = [
  { between: new RegExp(`^${SOFT}(?:-+>|=+>|⇒|➜|➔)${SOFT}$`, "i"), baseFirst: true },
  {
    before: new RegExp(String.raw`\bfrom ${SOFT}$`, "i"),
    between: /^[^.;]{0,30}?\bto\b[^.;]{0,15}$/i,
    baseFirst: true
  },
  { between: new RegExp(`^${SOFT}(?:down|up) to ${SOFT}$`, "i"), baseFirst: true },
  {
    before: new RegExp(String.raw`\b${OLD}\b[^,;]{0,20}$`, "i"),
    between: new RegExp(`\\b${NEW}\\b`, "i"),
    baseFirst: true
  },
  {
    between: new RegExp(`^[^,;]{0,6}\\b${OLD}\\b.{0,30}$`, "i"),
    after: new RegExp(`^.{0,12}\\b${NEW}\\b`, "i"),
    baseFirst: true
  },
  {
    between: /^[^,;]{0,12}\b(?:main|master|base|baseline|before|old)\b\)?\s*(?:vs\.?|versus|against)\b.{0,12}$/i,
    baseFirst: true
  },
  {
    between: /^[^.;]{0,25}?\b(?:from|instead of|rather than|vs\.?|versus|against|as opposed to|compared (?:to|with)|in place of)\b[^.;]{0,20}$/i,
    baseFirst: false
  },
  {
    between: new RegExp(`^[^.;]{0,15}[,(]? ?(?:it |this |which |that )?\\b${OLD}\\b[^.;]{0,15}$`, "i"),
    baseFirst: false
  },
  {
    between: /^[^.;]{0,20},\s?$/,
    after: /^\s*(?:before|previously|earlier|on (?:main|master))\b/i,
    baseFirst: false
  },
  { between: /^\s?[;,(]\s?(?:before|previously|formerly)\b[^.;]{0,20}$/i, baseFirst: false },
  { between: /^\s?(?:to)\s$/i, baseFirst: true }
];
function joinPairs(sentence, tokens) {
  const joined = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    const next = tokens.findIndex(({ kind }, later) => later > index && kind === "quantity");
    const second = tokens[next];
    const pair = first?.kind === "quantity" && second?.kind === "quantity" ? pairOf(sentence, first, second) : null;
    if (first === void 0) break;
    if (pair === null || second === void 0) {
      joined.push(first);
      continue;
    }
    joined.push(...tokens.slice(index + 1, next).filter(({ kind }) => kind === "noun"));
    joined.push({
      kind: "pair",
      pair,
      text: sentence.slice(first.start, second.end),
      start: first.start,
      end: second.end
    });
    index = next;
  }
  return joined;
}
function pairOf(sentence, first, second) {
  const [left, right] = [sized(first.quantity), sized(second.quantity)];
  if (left === null || right === null) return null;
  const dimension = left.dimension === "plain" ? right.dimension : left.dimension;
  if (right.dimension !== "plain" && right.dimension !== dimension) return null;
  const place = {
    before: sentence.slice(Math.max(0, first.start - 40), first.start),
    between: sentence.slice(first.end, second.start),
    after: sentence.slice(second.end, second.end + 20)
  };
  const pattern = PATTERNS.find(
    ({ before, between, after }) => between.test(place.between) && (before?.test(place.before) ?? true) && (after?.test(place.after) ?? true)
  );
  if (pattern === void 0) return null;
  const [one, other] = [inUnitOf(left, right), inUnitOf(right, left)];
  const [base, head] = pattern.baseFirst ? [one, other] : [other, one];
  if (base.value <= 0) return null;
  return {
    ratio: head.value / base.value,
    low: Math.max(0, head.value - head.half) / (base.value + base.half),
    high: (head.value + head.half) / Math.max(base.value - base.half, Number.MIN_VALUE),
    dimension
  };
}
function inUnitOf(amount2, other) {
  if (amount2.dimension !== "plain" || other.dimension === "plain") return amount2;
  return { ...amount2, value: amount2.value * other.unit, half: amount2.half * other.unit };
}
function sized(quantity) {
  if (quantity.kind === "percent")
    return quantity.sign === 0 ? { ...quantity, dimension: "percent", unit: 0.01 } : null;
  if (quantity.kind !== "amount" || quantity.sign !== 0) return null;
  return { ...quantity, unit: quantity.unit };
}

// src/claims/sentences.ts
var ABBREVIATIONS = /\b(?:e\.g|i\.e|vs|approx|ca|incl|etc|cf|resp|no|fig|al|avg|max|min)\.$/i;
var WRAPPED = 55;
function sentencesOf(text) {
  return logicalLines(text).flatMap(splitLine);
}
function logicalLines(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.reduce((joined, line, index) => {
    const previous = lines[index - 1];
    const broken = previous === void 0 || previous.length < WRAPPED && /^[\p{Lu}*•–-]/u.test(line) || /[.!?:;]$/.test(previous);
    if (broken) return [...joined, line];
    return [...joined.slice(0, -1), `${joined.at(-1) ?? ""} ${line}`];
  }, []);
}
function splitLine(line) {
  const sentences = [];
  let start = 0;
  for (const { index } of line.matchAll(/(?<=[.!?…]["'”)]?) +(?=["'“(*]?[\p{L}\p{N}~≈+-])/gu)) {
    if (ABBREVIATIONS.test(line.slice(start, index))) continue;
    sentences.push(line.slice(start, index).trim());
    start = index;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

// src/claims/size.ts
function state(noun2, sense, size, negated) {
  const ratio = size === null ? null : ratioOf(noun2, sense, size);
  const told = ratio !== null && size?.how !== "by";
  const direction = told ? directionOf(noun2, ratio.ratio) : directionOfSense(noun2, sense);
  if (negated)
    return direction === "worse" || direction === "differs" ? { direction: "same", ratio: null } : null;
  if (direction === null || direction === "differs") return null;
  return { direction, ratio: direction === "same" && !told ? null : ratio };
}
function directionOf({ better, inverse: inverse2 }, ratio) {
  if (ratio === 1) return "same";
  return ratio < 1 === (inverse2 || better === "lower") ? "better" : "worse";
}
function directionOfSense({ better }, sense) {
  if (sense === "down") return better === "lower" ? "better" : "worse";
  if (sense === "up") return better === "higher" ? "better" : "worse";
  return sense;
}
function ratioOf(noun2, sense, size) {
  if (size.how === "pair") {
    const { pair } = size;
    return noun2.inverse && pair.dimension !== "time" ? reciprocal(pair) : pair;
  }
  const { quantity, how } = size;
  if (quantity.kind === "range" || quantity.kind === "amount") return null;
  if (noun2.indicator === "quality" && quantity.kind === "percent" && how !== "times") return null;
  const { value: value2, half } = quantity;
  const apply = how === "by" ? changeBy(noun2, sense, quantity) : (amount2) => amount2;
  const [one, other] = [apply(value2 - half), apply(value2 + half)];
  const found = { ratio: apply(value2), low: Math.min(one, other), high: Math.max(one, other) };
  if (found.ratio < 0 || !Number.isFinite(found.ratio)) return null;
  return noun2.inverse ? reciprocal(found) : { ...found, low: Math.max(0, found.low) };
}
function changeBy(noun2, sense, quantity) {
  const falls = sense !== null && fallsBy(noun2, sense);
  if (quantity.kind === "percent") return (amount2) => falls ? 1 - amount2 : 1 + amount2;
  return (amount2) => falls && amount2 > 1 ? 1 / amount2 : amount2;
}
var fallsBy = ({ better }, sense) => sense === "down" || sense === "better" && better === "lower" || sense === "worse" && better === "higher";
var reciprocal = ({ ratio, low, high }) => ({
  ratio: 1 / ratio,
  low: 1 / high,
  high: 1 / low
});

// src/claims/standing.ts
function stands(parts, { part, size }, { direction }) {
  const bare = size?.how !== "pair";
  const clause = parts.slice(clauseStart(parts, part), part + 1);
  const moods = clause.flatMap(moodsIn);
  if (moods.includes("hope") || moods.includes("cited")) return false;
  if (moods.includes("repair") && direction === "worse") return false;
  const own = parts[part];
  if (own !== void 0 && bare && moodsIn(own).includes("past")) return false;
  if (direction === "worse" && parts.slice(0, part + 1).flatMap(moodsIn).includes("tried"))
    return false;
  if (isAfterthought(parts[part + 1])) return false;
  return !isElsewhere(clause);
}
function clauseStart(parts, part) {
  for (let index = part; index > 0; index--) {
    const link2 = parts[index]?.link;
    if (link2 === "but" || link2 === "stop") return index;
  }
  return 0;
}
function isAfterthought(part) {
  if (part === void 0 || !moodsIn(part).includes("hope")) return false;
  return changeIn(part) === null && nounsIn(part).length + quantitiesIn(part).length === 0 && wordsIn(part) <= 2;
}
function isElsewhere(clause) {
  for (const part of clause.toReversed()) {
    if (isAboutSomethingElse(part)) return true;
    if (nounsIn(part).some(({ text }) => !COMMON.test(text))) return false;
  }
  return false;
}
var COMMON = /^(?:sizes?|time|memory|memory usage|speed|performance|ram|files?|loads?|loading|starts?|running|runtime|run ?time|bytes|cost)$/i;
var PREPOSITION2 = /^(?:in|on|under|by|from|per|through|after|during|inside|into|across|within|against)$/i;
function isAboutSomethingElse({ tokens }) {
  return tokens.some(({ kind }, index) => {
    if (kind !== "elsewhere") return false;
    const before = tokens.slice(Math.max(0, index - 3), index).reverse();
    const preposition = before.findIndex(({ text }) => PREPOSITION2.test(text));
    return preposition === -1 || before.slice(0, preposition).some((token) => token.kind === "change" || token.kind === "noun");
  });
}

// src/claims/lexicon/changes.ts
var change2 = (sense, form, details = {}) => ({
  sense,
  form,
  implied: null,
  topic: null,
  factor: null,
  needsSize: false,
  attributive: false,
  ...details
});
var SPEED = { ...LATENCY, better: "higher", inverse: true };
var QUALITY = { ...MODEL_SIZE, indicator: "quality", better: "higher" };
var FLOPS = { ...MODEL_SIZE, indicator: "flops" };
var AS_SUCH = { ...MODEL_SIZE, indicator: EFFICIENCY, better: "higher" };
var reciprocal2 = (noun2) => ({ ...noun2, better: "higher", inverse: true });
var ofSpeed = { implied: SPEED, topic: "speed" };
var ofTime = { implied: LATENCY, topic: "speed", attributive: true };
var ofSize = { implied: MODEL_SIZE, topic: "size", attributive: true };
var CHANGES = [
  // Values that fall.
  ...rows(change2("down", "modifier"), "fewer|less|lower|reduced|decreased|minimi[sz]ed|cheaper in"),
  ...rows(
    change2("down", "verb"),
    "reduc(?:e|es|ing)|lower(?:s|ed|ing)|decreas(?:e|es|ing)|cuts?|cutting",
    "drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell",
    "sav(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?",
    "minimi[sz](?:e|es|ing)|down|went down|declin(?:e|es|ed|ing)",
    "lowest|shed(?:s|ding)?|brings? down|take[sn]? down|sink(?:s|ing)?|sank",
    "lessen(?:s|ed|ing)?|dips?|dipped|diminish(?:es|ed|ing)?"
  ),
  ...rows(change2("down", "noun"), "reductions?|decreases?|cut|savings?|drop offs?"),
  ...rows(
    change2("down", "verb", { needsSize: true }),
    "remov(?:e|es|ed|ing)|prun(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|strip(?:s|ped|ping)?",
    "dropped|gets? rid of"
  ),
  ...rows(change2("down", "verb", { factor: 1 / 2 }), "halv(?:e|es|ed|ing)"),
  ...rows(change2("down", "verb", { factor: 1 / 4 }), "quarters|quartered|quartering"),
  // Values that rise.
  ...rows(change2("up", "modifier"), "more|higher|increased|additional|extra|greater|added"),
  ...rows(
    change2("up", "verb"),
    "increas(?:e|es|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|climb(?:s|ed|ing)?",
    "jump(?:s|ed|ing)?|grow(?:s|n|ing)?|grew",
    "(?:is|are|was|goes|go|went|gone|going|moves?|moved) up",
    "up(?= (?:by |about |around |~)*~?\\d)|up(?= (?:a|by a|from) )"
  ),
  ...rows(change2("up", "noun"), "increases?|rise"),
  ...rows(change2("up", "verb", { needsSize: true }), "adds?|adding|introduc(?:e|es|ing)"),
  ...rows(change2("up", "verb", { factor: 2 }), "doubl(?:e|es|ed|ing)"),
  ...rows(change2("up", "verb", { factor: 3 }), "tripl(?:e|es|ed|ing)"),
  ...rows(change2("up", "verb", { factor: 4 }), "quadrupl(?:e|es|ed|ing)"),
  // Better and worse.
  ...rows(change2("better", "modifier"), "better|improved|optimi[sz]ed|superior"),
  ...rows(
    change2("better", "verb"),
    "improv(?:e|es|ing)|boost(?:s|ed|ing)?|optimi[sz](?:e|es|ing)|enhanc(?:e|es|ed|ing)",
    "gains?|gained"
  ),
  ...rows(change2("better", "noun"), "improvements?|gains?|boosts?|wins?|uplift"),
  ...rows(change2("worse", "modifier"), "worse|worsened|degraded|inferior"),
  ...rows(
    change2("worse", "verb"),
    "worsen(?:s|ing)?|degrad(?:e|es|ing)|regress(?:es|ed|ing)?|hurt(?:s|ing)?",
    "harm(?:s|ed|ing)?|sacrific(?:e|es|ed|ing)|trad(?:e|es|ing)(?: away)?|suffer(?:s|ed|ing)?",
    "los(?:e|es|ing)|lost|deteriorat(?:e|es|ed|ing)",
    "costs?(?: us)?(?= ~?\\d)",
    "at (?:the|a|some|slight|small)? ?(?:cost|price|expense) (?:of|in|to)",
    "in exchange for"
  ),
  ...rows(
    change2("worse", "noun"),
    "loss(?:es)?|degradations?|regressions?|penalt(?:y|ies)|overheads?|hits?",
    "(?<=(?:accuracy|quality|latency) )costs?|drops?|deteriorations?|dips?|sacrifices?",
    "increase in cost"
  ),
  // Nothing changes.
  ...rows(
    change2("same", "verb"),
    "costs? nothing(?: extra)? (?:in|on)",
    "at (?:no|zero|little) (?:extra |additional )?(?:cost|price|expense) (?:of|in|to|for)"
  ),
  ...rows(
    change2("same", "modifier"),
    "(?:the |exactly the |roughly the |about the )?same|equal|equivalent|identical|comparable",
    "similar|on par|(?:bit |byte |pixel |numerically )(?:identical|exact|equal)|unchanged",
    "unaffected|untouched|intact|constant|flat|stable|neutral|within noise|as before",
    "as good as|no different"
  ),
  ...rows(
    change2("same", "verb", { topic: "merit" }),
    "maintain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|retain(?:s|ed|ing)?|keep(?:s|ing)?|kept",
    "match(?:es|ed|ing)?"
  ),
  ...rows(
    change2("same", "verb"),
    "(?:stays?|stayed|staying|remain(?:s|ed|ing)?)(?: (?:at|the same|unchanged|constant|flat|stable|identical|intact|equal|within noise|put|as (?:it|they) (?:was|were|is|are)))"
  ),
  ...rows(
    change2("differs", "noun"),
    "changes?|differences?|impacts?|effects?|influence|trade offs?|compromises?"
  ),
  ...rows(
    change2("differs", "verb"),
    "changed|affect(?:s|ed|ing)?|differ(?:s|ed)?|chang(?:e|es|ing)|impact(?:s|ed|ing)?",
    "alter(?:s|ed|ing)?"
  ),
  // Speed.
  ...rows(
    change2("better", "modifier", ofSpeed),
    "faster|quicker|speedier|snappier|swifter|more quickly|more performant|as quick(?:ly)? as"
  ),
  ...rows(
    change2("better", "verb", ofSpeed),
    "speed(?:s|ed|ing)? up|sped up|speed(?:s|ing)? (?:\\S+ ){1,3}?up(?! to)|accelerat(?:e|es|ed|ing)"
  ),
  ...rows(change2("better", "noun", ofSpeed), "speed ?ups?|accelerations?"),
  ...rows(
    change2("worse", "modifier", { implied: LATENCY, topic: "speed" }),
    "slower|more slowly|slower running"
  ),
  ...rows(
    change2("worse", "verb", { implied: LATENCY, topic: "speed" }),
    "slow(?:s|ed|ing)?(?: \\S+){0,3}? down|slows"
  ),
  ...rows(
    change2("worse", "noun", { implied: LATENCY, topic: "speed" }),
    "slow ?downs?|(?:inference|runtime|run time) (?:overheads?|penalty)"
  ),
  ...rows(change2("worse", "noun", { implied: FLOPS }), "(?:compute|computational) overheads?"),
  ...rows(change2("down", "modifier", ofTime), "shorter"),
  ...rows(change2("up", "modifier", ofTime), "longer"),
  // Size.
  ...rows(
    change2("down", "modifier", ofSize),
    "smaller|lighter|slimmer|thinner|tinier|more compact|more lightweight|lighter weight",
    "less bloated|leaner model"
  ),
  ...rows(change2("up", "modifier", ofSize), "larger|bigger|heavier|bulkier"),
  ...rows(
    change2("down", "verb", ofSize),
    "shrink(?:s|ing)?|shrank|shrunk|compress(?:es|ed|ing)?|compact(?:s|ed|ing)",
    "slim(?:s|med|ming)?(?: down)?"
  ),
  ...rows(change2("down", "noun", { implied: MODEL_SIZE, topic: "size" }), "compression"),
  // Adjectives that carry their indicator with them.
  ...rows(change2("down", "modifier", { implied: COST }), "cheaper|less expensive|less costly"),
  ...rows(change2("up", "modifier", { implied: COST }), "more expensive|costlier|more costly|pricier"),
  ...rows(
    change2("down", "modifier", { implied: FLOPS }),
    "computationally (?:cheaper|lighter|less expensive)|cheaper to compute",
    "less computationally expensive|less compute intensive"
  ),
  ...rows(
    change2("up", "modifier", { implied: FLOPS }),
    "computationally (?:heavier|more expensive)|more compute intensive"
  ),
  ...rows(change2("up", "modifier", { implied: QUALITY }), "more accurate|more precise"),
  ...rows(change2("down", "modifier", { implied: QUALITY }), "less accurate|less precise"),
  ...rows(
    change2("better", "modifier", { implied: AS_SUCH }),
    "(?:more|most) (?:\\w+ly )?(?:resource )?efficient(?:ly)?|more economical|leaner",
    "(?:lighter|easier) on resources|more frugal|less wasteful|less resource intensive"
  ),
  ...rows(
    change2("worse", "modifier", { implied: AS_SUCH }),
    "less efficient(?:ly)?|more wasteful|more resource intensive"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(MEMORY) }),
    "more memory efficient(?:ly)?|less memory (?:hungry|intensive)|lighter on memory"
  ),
  ...rows(
    change2("worse", "modifier", { implied: MEMORY }),
    "less memory efficient|more memory (?:hungry|intensive)"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(ENERGY) }),
    "more (?:energy|power) efficient(?:ly)?|less (?:power|energy) hungry"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2({ ...MODEL_SIZE, indicator: "parameters" }) }),
    "more parameter efficient"
  ),
  ...rows(
    change2("better", "modifier", { implied: reciprocal2(FLOPS) }),
    "more compute efficient|more computationally efficient"
  ),
  ...rows(change2("better", "modifier", { implied: reciprocal2(COST) }), "more cost (?:efficient|effective)")
];
var AS_MUCH = [
  ...rows(SPEED, "as (?:fast|quick|quickly|speedy)(?: as)?"),
  ...rows(LATENCY, "as (?:slow|slowly|long)(?: as)?"),
  ...rows(MODEL_SIZE, "as (?:large|big|small|heavy|light)(?: as)?"),
  ...rows(QUALITY, "as accurate(?:ly)?(?: as)?", "as good(?: as)?"),
  ...rows(COST, "as (?:expensive|cheap)(?: as)?"),
  ...rows(AS_SUCH, "as efficient(?:ly)?(?: as)?"),
  ...rows(null, "as (?:many|much|high|low)")
];

// src/claims/lexicon/units.ts
var WORDS = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  hundred: 100
};
var SHARES = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
  twentieth: 1 / 20,
  hundredth: 1 / 100
};
var UNITS = [
  ["ns|nanoseconds?", "time", 1e-6],
  ["us|µs|μs|microseconds?", "time", 1e-3],
  ["ms|msecs?|milliseconds?", "time", 1],
  ["s|secs?|seconds?", "time", 1e3],
  ["min|mins|minutes?", "time", 6e4],
  ["h|hrs?|hours?", "time", 36e5],
  ["kb|kilobytes?", "bytes", 1e3],
  ["mb|mbytes?|megabytes?", "bytes", 1e6],
  ["gb|gbytes?|gigabytes?", "bytes", 1e9],
  ["tb", "bytes", 1e12],
  ["kib", "bytes", 2 ** 10],
  ["mib", "bytes", 2 ** 20],
  ["gib", "bytes", 2 ** 30],
  ["bytes?", "bytes", 1],
  ["uj|µj", "energy", 1e-6],
  ["mj|millijoules?", "energy", 1e-3],
  ["j|joules?", "energy", 1],
  ["kj", "energy", 1e3],
  ["mwh", "energy", 3.6],
  ["wh", "energy", 3600],
  ["kwh", "energy", 36e5],
  ["mw|milliwatts?", "power", 1e-3],
  ["w|watts?", "power", 1],
  [String.raw`m?g co2e?|grams? of co2`, "carbon", 1],
  [String.raw`(?:percentage |% )?points?|pp|p\.p\.|pts?|bps?|ppt`, "points", 1]
];
var RATE = "(?:\\/ ?s(?:ec)?|fps|qps|rps|tps|(?:frames?|tokens?|toks?|samples?|images?|imgs?|requests?|reqs?|queries|sentences|inferences|infer|iterations|its?|items|predictions)(?: ?\\/ ?| per )(?:s|secs?|seconds?))";
var PREFIXES = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12
};

// src/claims/quantity.ts
var NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
var SIGN = "[-+]?";
var SPACE = "[ \\u00a0\\u202f]?";
var END = "(?![A-Za-z0-9_])";
var PERCENT = String.raw`(?:%|percent${END}|per cent${END})`;
var TIMES = String.raw`(?:x(?!\w)|times${END}|-?fold${END})`;
var sticky = (pattern) => new RegExp(pattern, "iy");
var range = () => ({ kind: "range" });
var factor = (value2, half = value2 / 40) => ({ kind: "factor", value: value2, half });
var share = (value2) => ({ kind: "percent", value: value2, half: 5e-3, sign: 0 });
var alternatives = (words) => Object.keys(words).join("|");
var READERS = [
  // A range that "from" opens is a change from the one to the other.
  [
    sticky(
      String.raw`(?<!from )(?:between )?(?:${NUMBER})${SPACE}(?:${PERCENT}|x)?${SPACE}(?:-|to|and(?<=between.*))${SPACE}(?:${NUMBER})${SPACE}(?:${PERCENT}|${TIMES})`
    ),
    range
  ],
  [sticky(String.raw`(?:${NUMBER})-(?:${NUMBER})${SPACE}(?:ms|s|mb|gb|kb|mib|gib|${RATE})${END}`), range],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}${PERCENT}`),
    ([sign = "", number = ""]) => percent(sign, number)
  ],
  [sticky(String.raw`(?:by )?a? ?factor(?: of)? (${NUMBER})${END}`), ([number = ""]) => times(number)],
  [sticky(String.raw`(${NUMBER})${SPACE}${TIMES}`), ([number = ""]) => times(number)],
  [sticky(String.raw`x${SPACE}(\d\d?(?:\.\d+)?)(?![\d.]*[A-Za-z\d])(?!x)`), ([number = ""]) => times(number)],
  [
    sticky(
      String.raw`(?:a )?(?:factor of )?(${alternatives(WORDS)})(?:[ -]?fold|[ -]times|(?<=factor of \w+))${END}`
    ),
    ([word = ""]) => factor(WORDS[word.toLowerCase()] ?? 1)
  ],
  [
    sticky(String.raw`(\d)\/(\d\d?)(?= (?:of|the)${END})`),
    ([over = "1", under = "1"]) => share(Number(over) / Number(under))
  ],
  [sticky(`twice${END}|two times${END}|double the${END}`), () => factor(2)],
  [sticky(`thrice${END}|triple the${END}`), () => factor(3)],
  [sticky(`(?:an|one) order of magnitude${END}`), () => factor(10)],
  [
    sticky(`(${alternatives(WORDS)}|\\d) orders of magnitude${END}`),
    ([word = ""]) => factor(10 ** (WORDS[word.toLowerCase()] ?? Number(word)))
  ],
  [
    sticky(
      String.raw`(?:(a|one|two|three|four|nine)[ -](?=\w)|(?=half))(${alternatives(SHARES)})s?${END}(?!-)`
    ),
    ([count = "one", name = ""]) => share((WORDS[count.toLowerCase()] ?? 1) * (SHARES[name.toLowerCase()] ?? 1))
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})${SPACE}([kmg])?${SPACE}${RATE}${END}`),
    ([sign = "", number = "", prefix = ""]) => amount(sign, number, "rate", PREFIXES[prefix.toLowerCase()] ?? 1)
  ],
  ...UNITS.map(([unit, dimension, scale]) => [
    sticky(String.raw`(${SIGN})(${NUMBER})(?:${SPACE}|-)(?:${unit})${END}(?!\/ ?s)`),
    ([sign = "", number = ""]) => amount(sign, number, dimension, scale)
  ]),
  [
    sticky(String.raw`(${SIGN})[$€£](${NUMBER})`),
    ([sign = "", number = ""]) => amount(sign, number, "money", 1)
  ],
  [
    sticky(
      String.raw`(${SIGN})(${NUMBER})${SPACE}(${alternatives(PREFIXES)})(?:${END}|(?=flops?|macs?|ops))`
    ),
    ([sign = "", number = "", prefix = ""]) => amount(sign, number, "plain", PREFIXES[prefix.toLowerCase()] ?? 1)
  ],
  [
    sticky(String.raw`(${SIGN})(${NUMBER})(?![A-Za-z0-9_]|\.\d|-[A-Za-z]|x\d)`),
    ([sign = "", number = ""]) => amount(sign, number, "plain", 1)
  ]
];
function quantityAt(text, at2) {
  let best = null;
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = at2;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex <= (best?.end ?? at2)) continue;
    best = { quantity: read(match.slice(1)), end: pattern.lastIndex };
  }
  return best;
}
function percent(sign, number) {
  const { value: value2, half } = digits(number);
  return { kind: "percent", value: value2 / 100, half: half / 100, sign: signOf(sign) };
}
function times(number) {
  const { value: value2, half } = digits(number);
  return factor(value2, value2 < 10 ? Math.min(half, Math.max(value2 / 40, TENTH)) : half);
}
function amount(sign, number, dimension, scale) {
  const { value: value2, half } = digits(number);
  return {
    kind: "amount",
    value: value2 * scale,
    half: (value2 < 10 ? Math.min(half, TENTH) : half) * scale,
    dimension,
    unit: scale,
    sign: signOf(sign)
  };
}
var signOf = (sign) => sign === "-" ? -1 : sign === "+" ? 1 : 0;
var TENTH = 0.05;
function digits(text) {
  const plain2 = text.replaceAll(",", "");
  const decimals = plain2.includes(".") ? plain2.length - plain2.indexOf(".") - 1 : 0;
  return { value: Number(plain2), half: 10 ** -decimals / 2 };
}

// src/claims/tokens.ts
var meant = (table2, mean) => table2.map(({ pattern, meaning }) => ({ pattern, meaning: mean(meaning) }));
var link = (kind) => ({ kind: "link", link: kind });
var LEXICON = new Lexicon([
  ...meant(PLAIN, () => ({ kind: "filler" })),
  ...rows(
    { kind: "not" },
    "not|no longer|no|n't|never|neither|without|zero|nothing|none|hardly any|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|won['’]t|hasn['’]t|haven['’]t|can['’]t|negligible|imperceptible|insignificant|minimal"
  ),
  ...meant(MOODS, (mood) => ({ kind: "mood", mood })),
  ...meant(AS_MUCH, (noun2) => ({ kind: "as-much", noun: noun2 })),
  ...meant(CHANGES, (change3) => ({ kind: "change", change: change3 })),
  ...meant(ELSEWHERE, () => ({ kind: "elsewhere" })),
  ...meant(NOUNS, (noun2) => ({ kind: "noun", noun: noun2 })),
  ...rows(link("and"), "and|or|nor|as well as|plus|along with"),
  ...rows(link("but"), "but|yet|however|although|though|whereas|while|even though"),
  ...rows(
    link("next"),
    "with|because|since|so|thanks to|due to|using|via|which|that|when|where|at|despite|compared (?:to|with)|relative to|than|versus|vs\\.?"
  )
]);
var SIGNS = [
  [/[,&/+]/y, link("and")],
  [/;/y, link("stop")],
  [/[():–—|]|->|=>| - /y, link("next")]
];
var WORD = /[\p{L}\p{N}_]+(?:[-'’./@][\p{L}\p{N}_]+)*/uy;
function tokensOf(sentence) {
  const tokens = [];
  for (let at2 = 0; at2 < sentence.length; ) {
    const found = tokenAt(sentence, at2);
    if (found !== null)
      tokens.push({ ...found.meaning, text: sentence.slice(at2, found.end), start: at2, end: found.end });
    at2 = found?.end ?? at2 + 1;
  }
  return tokens;
}
function tokenAt(text, at2) {
  const before = text[at2 - 1] ?? " ";
  const fresh = !/[\p{L}\p{N}_.]/u.test(before) && !(before === "-" && /[\p{L}\p{N}]/u.test(text[at2 - 2] ?? " "));
  const word = fresh || /\d ?[kmgt]$/i.test(text.slice(Math.max(0, at2 - 4), at2)) ? LEXICON.at(text, at2) : null;
  const amount2 = fresh ? quantityAt(text, at2) : null;
  if (amount2 !== null && amount2.end >= (word?.end ?? at2)) {
    return { meaning: { kind: "quantity", quantity: amount2.quantity }, end: amount2.end };
  }
  if (word !== null) return word;
  for (const [pattern, meaning] of SIGNS) {
    pattern.lastIndex = at2;
    if (pattern.test(text)) return { meaning, end: pattern.lastIndex };
  }
  WORD.lastIndex = at2;
  return WORD.test(text) ? { meaning: { kind: "word" }, end: WORD.lastIndex } : null;
}

// src/claims/read-claims.ts
var MOST_CHARACTERS = 3e5;
function readClaims(markdown) {
  const claims = blocksOf(normalise(markdown.slice(0, MOST_CHARACTERS))).flatMap(claimsOfBlock);
  return claims.filter(
    (claim, index) => !claims.slice(0, index).some((earlier) => sameClaim(earlier, claim))
  );
}
var LONGEST_SENTENCE = 1500;
function normalise(text) {
  return text.replace(/[×✕⨯]/g, "x").replace(/[→⟶⇒➜➡]️?/g, "->").replace(/[−﹣]/g, "-").replace(/(?<=\d ?%?)[–—](?=\d)/g, "-").replace(/(?<=^|[\s(])–(?=\d)/gm, "-").replace(/[  ]/g, " ").replace(/[’‘]/g, "'").replace(/\bvs\./g, "vs");
}
var PREFIX = /^(?:[-*•]\s*)?\[?([\w /-]{2,24}(?:\([^)]*\))?)[\])]?!?:\s/;
var CONVENTIONAL = /^(?:[-*•]\s*)?(?:perf|feat|feature|fix|refactor|chore|style)(?:\([^)]*\))?!?:\s*/i;
var REVERT = /^(?:[-*•]\s*)?revert(?:s|ed)?\b/i;
function claimsOfBlock({ text, context }) {
  if (REVERT.test(text) || context.some(takesOut)) return [];
  const prefix = PREFIX.exec(text)?.[1];
  if (prefix !== void 0 && isOfSomethingElse(prefix.replace(/[()]/g, " "))) return [];
  return sentencesOf(text).map((sentence) => sentence.slice(0, LONGEST_SENTENCE)).filter(
    (sentence) => !sentence.endsWith("?") && !OPEN_SECTIONS.test(/^[^:]{2,40}(?=:)/.exec(sentence)?.[0] ?? "")
  ).flatMap(claimsOfSentence);
}
var isOfSomethingElse = (text) => {
  const tokens = tokensOf(text);
  return isAboutSomethingElse({ tokens }) && !tokens.some(({ kind }) => kind === "noun");
};
function takesOut(line) {
  const tokens = tokensOf(line);
  if (isOfSomethingElse(line)) return true;
  if (!line.endsWith(":")) return false;
  const hoped = tokens.some((token) => token.kind === "mood" && token.mood === "hope");
  const denied = tokens.some(({ kind }) => kind === "not") && !tokens.some(({ kind }) => kind === "noun");
  return hoped || denied;
}
function claimsOfSentence(sentence) {
  const said = sentence.replace(CONVENTIONAL, "");
  const parts = partsOf(joinPairs(said, tokensOf(said)));
  const claims = framesOf(parts).flatMap((frame) => claimsOfFrame(frame, parts, sentence));
  return claims.filter(
    (claim, index) => !claims.some((other, place) => place !== index && says(other, claim, place < index))
  );
}
function claimsOfFrame(frame, parts, sentence) {
  const groups = [];
  for (const noun2 of frame.nouns) {
    const statement = state(noun2, frame.sense, frame.size, frame.negated);
    if (statement === null || !stands(parts, frame, statement)) continue;
    const group = groups.find(
      ({ statement: known }) => known.direction === statement.direction && known.ratio?.ratio === statement.ratio?.ratio
    );
    if (group === void 0) groups.push({ statement, indicators: [noun2.indicator] });
    else if (!group.indicators.includes(noun2.indicator)) group.indicators.push(noun2.indicator);
  }
  return groups.map(({ statement: { direction, ratio }, indicators }) => ({
    text: sentence,
    indicators: indicators.includes(EFFICIENCY) ? [EFFICIENCY] : indicators,
    direction,
    // No more digits than a quotient of floating-point numbers is good for: 0.7, not 0.7000000000000001.
    magnitude: ratio === null ? null : Number(ratio.ratio.toPrecision(12)),
    rounding: ratio === null ? null : { low: ratio.low, high: ratio.high }
  }));
}
var RESTATED = 0.05;
function says(one, other, earlier) {
  if (one.direction !== other.direction || !other.indicators.every((id) => one.indicators.includes(id)))
    return false;
  if (other.magnitude === null) return one.magnitude !== null || earlier;
  return one.magnitude !== null && earlier && Math.abs(one.magnitude / other.magnitude - 1) < RESTATED;
}
var sameClaim = (one, other) => one.direction === other.direction && one.magnitude === other.magnitude && one.indicators.join() === other.indicators.join();

export {
  readClaims
};
