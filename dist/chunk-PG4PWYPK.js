import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  agreementSchema,
  declarationSchema,
  unevaluatedSchema
} from "./chunk-UQFMNVOT.js";
import {
  machineNameSchema,
  matchesAny,
  shardSchema,
  sweepSchema
} from "./chunk-7PLQM42J.js";
import {
  comparisonSchema,
  effectSchema,
  gateSchema,
  relationSchema,
  tailLatencySchema,
  toleranceSchema,
  unmeasuredSchema,
  verdictSchema
} from "./chunk-GPSE6RVV.js";
import {
  EXIT,
  FAILURE_KINDS,
  GateError
} from "./chunk-K3FV7RGY.js";
import {
  subjectOf
} from "./chunk-HTD2XBQP.js";
import {
  placementSchema
} from "./chunk-PZFJNZAO.js";
import {
  environmentSchema,
  measurementSchema
} from "./chunk-PG4ETPPZ.js";
import {
  COUNTED,
  MEASURED,
  QUALITY_PREFIX,
  formatEffect,
  formatPercent,
  formatQuantity,
  nounOf
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/history/creep.ts
var creepSchema = external_exports.strictObject({
  /** As the report names it. */
  model: external_exports.string(),
  indicator: external_exports.string(),
  unit: external_exports.string(),
  steps: external_exports.int().positive(),
  /** Whether the report's own step is one of them. */
  includesHead: external_exports.boolean(),
  /** The state that it is worse than, and when the first of the steps was recorded. */
  since: external_exports.strictObject({ commit: external_exports.string(), at: external_exports.iso.datetime() }),
  /** Now over then; null where then was 0. An interval for all looks together; low = ratio = high where exact. */
  ratio: external_exports.number().positive().nullable(),
  low: external_exports.number().positive().nullable(),
  high: external_exports.number().positive().nullable(),
  /** Then and now, where both are exact: what was measured on other days is not comparable. */
  values: external_exports.strictObject({ then: external_exports.number(), now: external_exports.number() }).nullable(),
  tolerance: toleranceSchema
});

// src/judge/acknowledgement.ts
var coveredSchema = external_exports.strictObject({ model: external_exports.string(), indicator: external_exports.string() });
var waiverBoundSchema = external_exports.strictObject({
  /** How much worse than the base, as a part of the base's value. */
  relative: external_exports.number().nonnegative().exactOptional(),
  /** The worst value that the head may have, in the indicator's unit. */
  value: external_exports.number().nonnegative().exactOptional()
});
var waiverSchema = external_exports.strictObject({
  /** As the configuration calls its tolerance. */
  indicator: external_exports.string(),
  /** Glob of paths of models, or of names of benchmarks. */
  model: external_exports.string(),
  bound: waiverBoundSchema,
  reason: external_exports.string(),
  by: external_exports.string(),
  /** The last day on which it counts, UTC. */
  expires: external_exports.iso.date()
});
var labelSchema = external_exports.strictObject({
  label: external_exports.string(),
  /** Login of whoever put it on; null when GitHub did not tell. */
  by: external_exports.string().nullable(),
  at: external_exports.iso.datetime().nullable(),
  /** The head that it was put on; null when it does not count. */
  head: external_exports.string().nullable(),
  /** Why it does not count; null when it does. */
  fault: external_exports.string().nullable()
});
var acknowledgementSchema = external_exports.discriminatedUnion("kind", [
  labelSchema.extend({ kind: external_exports.literal("label"), covers: external_exports.array(coveredSchema) }),
  waiverSchema.extend({
    kind: external_exports.literal("waiver"),
    covers: external_exports.array(coveredSchema),
    /** Why it does not count for what it names; null when it does, and when nothing it names got worse. */
    fault: external_exports.string().nullable()
  })
]);
function judgeAcknowledgements(given, regressed, on) {
  return given.map(
    (one) => one.kind === "label" ? { ...pickLabel(one), covers: one.fault === null ? regressed.map(named) : [] } : judgeWaiver(one, regressed, on)
  );
}
function isAcknowledged({ model, comparison }, acknowledgements) {
  return acknowledgements.some(
    ({ covers }) => covers.some((one) => one.model === model && one.indicator === comparison.indicator)
  );
}
function countingLabel(acknowledgements) {
  return acknowledgements.find((one) => one.kind === "label" && one.fault === null);
}
var named = ({ model, comparison }) => ({
  model,
  indicator: comparison.indicator
});
var pickLabel = ({
  label,
  by,
  at,
  head,
  fault
}) => ({
  kind: "label",
  label,
  by,
  at,
  head,
  fault
});
function judgeWaiver({ indicator, model, bound, reason, by, expires }, regressed, on) {
  const waiver = { kind: "waiver", indicator, model, bound, reason, by, expires };
  const meant = regressed.filter(
    (finding) => finding.toleranceKey === indicator && ([finding.model, finding.subject].includes(model) || matchesAny([model], finding.path))
  );
  if (meant.length > 0 && on.toISOString().slice(0, 10) > expires)
    return { ...waiver, covers: [], fault: `it expired on ${expires}` };
  const excesses = meant.flatMap((finding) => excessOf(finding, bound));
  return {
    ...waiver,
    covers: meant.filter((finding) => excessOf(finding, bound).length === 0).map(named),
    fault: excesses.length === 0 ? null : `exceeded: ${excesses.join("; ")}`
  };
}
function excessOf({ model, comparison }, { relative, value }) {
  const { indicator, effect, head, unit, better } = comparison;
  const { noun } = nounOf(indicator);
  const beyond = [];
  if (relative !== void 0 && isBeyond(comparison, relative)) {
    const found = effect === null ? `${noun} without a ratio` : formatEffect(indicator, effect.ratio);
    beyond.push(`${found} in ${model}, beyond ${formatPercent(relative)}`);
  }
  if (value !== void 0 && (head.value === null || (better === "lower" ? head.value > value : head.value < value))) {
    const found = head.value === null ? "unknown" : formatQuantity(head.value, unit);
    beyond.push(`${noun} ${found} in ${model}, beyond ${formatQuantity(value, unit)}`);
  }
  return beyond;
}
function isBeyond({ effect, better, kind }, relative) {
  if (effect === null) return true;
  if (better === "lower") return effect.low > 1 + relative;
  return (effect.high ?? Infinity) < (kind === "measured" ? 1 / (1 + relative) : 1 - relative);
}

// src/judge/causes/cause.ts
var CAUSES = [
  "shared-parameters",
  "selected-parameters",
  "unused-sparsity",
  "less-parallelism",
  "slower-operators",
  "lower-intensity",
  "quantisation",
  "fallback",
  "launch-overhead"
];
var causeEvidenceSchema = external_exports.strictObject({
  /** Whether `name` is the id of an indicator, or the type of an operator as the runtime or the graph has it. */
  of: external_exports.enum(["indicator", "operator"]),
  name: external_exports.string(),
  /** Of an operator: the execution provider of its kernels, where they were profiled. */
  provider: external_exports.string().exactOptional(),
  figure: external_exports.enum(["value", "time", "kernels", "rate", "parameters"]),
  /** Of the figure: an indicator's own, `ms` of one inference, `count`, or `GMAC/s` (10^9 a second). */
  unit: external_exports.string(),
  /** Null where that side has none. */
  base: external_exports.number().nonnegative().nullable(),
  head: external_exports.number().nonnegative().nullable()
});
var causeSchema = external_exports.strictObject({
  /** `not-shown` where indicators part ways and the profile shows no cause. */
  kind: external_exports.enum([...CAUSES, "not-shown"]),
  /** Ids of the indicators that part ways. */
  indicators: external_exports.array(external_exports.string()),
  /** How they do, with figures: `as many MACs, but 1.14 times the median latency [1.11, 1.18]`. */
  parting: external_exports.string(),
  /** One sentence, with the figures that show it. */
  sentence: external_exports.string(),
  evidence: external_exports.array(causeEvidenceSchema)
});

// src/judge/fleet/fleet.ts
var fleetMachineSchema = external_exports.strictObject({
  /** Unique in a report. */
  name: machineNameSchema,
  /** Whether the relation of base and head over the fleet rests on it. */
  required: external_exports.boolean(),
  /** Of the first of its reports that is there; null where nothing was measured. */
  environment: environmentSchema.nullable(),
  /** Reports that belong to it, and how many of them were merged. */
  shards: external_exports.strictObject({ of: external_exports.int().min(1), merged: external_exports.int().nonnegative() }),
  /** Models that it was to measure; left out where no plan tells: then all. */
  models: external_exports.array(external_exports.string()).exactOptional()
});
var agreementSchema2 = external_exports.strictObject({
  indicator: external_exports.string(),
  agreement: external_exports.enum(["same", "agree", "contradict", "part", "open"]),
  /** What each machine found, in words. */
  sentence: external_exports.string()
});
var fleetModelSchema = external_exports.strictObject({
  /** Without a machine. Unique. */
  model: external_exports.string(),
  /** Over the required indicators of the required machines together; null where no machine had anything to relate. */
  relation: relationSchema.nullable(),
  sentence: external_exports.string(),
  /** Machines that measured it or were to, in the report's order. */
  machines: external_exports.array(
    external_exports.strictObject({
      machine: machineNameSchema,
      required: external_exports.boolean(),
      /** `absent`: no report of the machine has the model. */
      status: external_exports.enum(["compared", "identical", "added", "removed", "failed", "absent"]),
      relation: relationSchema.nullable(),
      /** Null where nothing was measured. */
      setUp: external_exports.string().nullable()
    })
  ),
  agreements: external_exports.array(agreementSchema2),
  warnings: external_exports.array(external_exports.string())
});

// src/judge/fleet/shard-fault.ts
var SHARD_FAULTS = [
  "missing",
  "duplicate",
  "corrupt",
  "foreign",
  "other-schema",
  "unplanned"
];
var shardFaultSchema = external_exports.strictObject({
  /**
   * `missing`: a report or a planned model that is not there; `duplicate`: two reports of one shard; `corrupt`: no report
   * of one machine; `foreign`: of other commits or models; `other-schema`: of another version; `unplanned`: of no shard of
   * the plan.
   */
  kind: external_exports.enum(SHARD_FAULTS),
  /** The file as it was given, else the machine and its shard: `gpu, 2 of 3`. */
  subject: external_exports.string(),
  /** A whole sentence. */
  reason: external_exports.string()
});
var NEXT = {
  missing: "Look at the job that was to write it.",
  duplicate: "Give each measuring job a machine and a shard of its own, and remove what an earlier attempt left.",
  corrupt: "Look at the job that wrote it, and upload its report.json unchanged.",
  foreign: "Merge the reports of one run on one head.",
  "other-schema": "Use one version of efficiency-gate in all jobs.",
  unplanned: "Measure by the plan that is given, or give the plan that was measured by."
};
var problemOfFault = ({
  kind,
  reason
}) => ({
  kind: "measurement",
  message: `${kind}: ${reason}`,
  next: NEXT[kind]
});

// src/claims/claim.ts
var claimSchema = external_exports.strictObject({
  /** The sentence that makes the claim, as prose. */
  text: external_exports.string(),
  /** Ids of indicators; `efficiency` alone for a claim of efficiency as such. */
  indicators: external_exports.array(external_exports.string()).min(1),
  direction: external_exports.enum(["better", "worse", "same"]),
  /** Claimed head/base ratio of the indicator's value; null where no size, a range or a bare difference is given. */
  magnitude: external_exports.number().nonnegative().nullable(),
  /** The ratios that the claim's own digits leave open around the magnitude; null without one. */
  rounding: external_exports.strictObject({ low: external_exports.number(), high: external_exports.number() }).nullable()
});
var EFFICIENCY = "efficiency";

// src/judge/claims/ruling.ts
var RULINGS = ["upheld", "partial", "refuted", "unverifiable"];
var evidenceSchema = external_exports.strictObject({
  model: external_exports.string(),
  indicator: external_exports.string(),
  /** Null where the report has no such indicator. */
  verdict: verdictSchema.nullable(),
  effect: effectSchema.nullable(),
  ruling: external_exports.enum(RULINGS),
  /** In words, with the figure. */
  says: external_exports.string()
});
var ruledClaimSchema = claimSchema.extend({
  ruling: external_exports.enum(RULINGS),
  evidence: external_exports.array(evidenceSchema),
  /** One sentence that the evidence supports, ready to paste; null for a claim that is upheld. */
  rewording: external_exports.string().nullable()
});
function openClaims(claims) {
  return claims.filter(({ ruling }) => ruling !== "upheld");
}
var claimSourceSchema = external_exports.strictObject({
  kind: external_exports.enum(["title", "body", "commit", "text"]),
  /** Full id of the commit; null for what is no commit message. */
  sha: external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/).nullable()
});
var reportedClaimSchema = ruledClaimSchema.extend({
  source: claimSourceSchema,
  repeatedIn: external_exports.array(claimSourceSchema),
  /** Of a claim that is upheld: the same with all other indicators beside it, and the set-up; else null. */
  inFull: external_exports.string().nullable()
});

// src/judge/pareto.ts
var MOST_UNCHANGED = 100;
var MOST_METRICS = 50;
var sidesSchema = external_exports.strictObject({ base: external_exports.number().nullable(), head: external_exports.number().nullable() });
var unchangedModelSchema = external_exports.strictObject({
  name: external_exports.string(),
  scenario: external_exports.string().nullable(),
  /** By indicator; null where it is not known. */
  counts: external_exports.record(external_exports.string(), external_exports.number().nullable()),
  /** By metric. Its bytes stay, but what is declared of it may change. */
  quality: external_exports.record(
    external_exports.string(),
    external_exports.strictObject({ ...sidesSchema.shape, better: external_exports.enum(["higher", "lower"]), unit: external_exports.string() })
  ).refine(
    (metrics) => Object.keys(metrics).length <= MOST_METRICS,
    `expected at most ${MOST_METRICS} metrics`
  )
});
var frontSchema = external_exports.strictObject({
  /** Name of the declared metric. */
  metric: external_exports.string(),
  /** Id of the cost indicator. */
  indicator: external_exports.string(),
  scenario: external_exports.string().nullable(),
  /** Set where several machines measured. */
  machine: external_exports.string().exactOptional(),
  /** Models with both numbers on either side. */
  models: external_exports.int().positive(),
  /** Names on the front, cheapest first. */
  base: external_exports.array(external_exports.string()),
  head: external_exports.array(external_exports.string()),
  /** On the head's front, and beyond what the base had to offer: no model of the base was as good in both. */
  gained: external_exports.array(external_exports.string()),
  /** On the base's front, and no longer offered: no model of the head is as good in both. */
  lost: external_exports.array(external_exports.string())
});
var FEWEST_MODELS = 2;
var COUNTED_COSTS = COUNTED.filter(({ descriptive }) => descriptive !== true);
function frontsOf(models, unchanged = []) {
  const metrics = /* @__PURE__ */ new Set([
    ...models.flatMap(
      ({ declared }) => [declared?.base, declared?.head].flatMap((said) => Object.keys(said?.quality ?? {}))
    ),
    ...unchanged.flatMap(({ quality }) => Object.keys(quality))
  ]);
  return groupsOf(models.map(candidateOf), unchanged.map(unchangedCandidate)).flatMap(
    (group) => [...metrics].flatMap((metric) => group.costs.flatMap((indicator) => frontOf(group, metric, indicator)))
  );
}
function groupsOf(models, unchanged) {
  const scenarios = new Set([...models, ...unchanged].map(({ scenario }) => scenario));
  return [...scenarios].flatMap((scenario) => {
    const own = models.filter((one) => one.scenario === scenario);
    const machines = [...new Set(own.map(({ machine }) => machine))];
    const [first] = machines;
    const onFirst = own.filter(({ machine }) => machine === first);
    const others = unchanged.filter((one) => one.scenario === scenario);
    return [
      { scenario, machine: void 0, candidates: [...onFirst, ...others], costs: COUNTED_COSTS },
      ...machines.map((machine) => ({
        scenario,
        machine,
        candidates: own.filter((one) => one.machine === machine),
        costs: MEASURED
      }))
    ];
  });
}
function frontOf({ scenario, machine, candidates }, metric, indicator) {
  const [base = [], head = []] = ["base", "head"].map(
    (side) => pointsOf(candidates, metric, indicator, side)
  );
  const names = new Set([...base, ...head].map(({ name }) => name));
  if (names.size < FEWEST_MODELS) return [];
  const [before, after] = [preferable(base), preferable(head)];
  return [
    {
      metric,
      indicator: indicator.id,
      scenario,
      ...machine === void 0 ? {} : { machine },
      models: names.size,
      base: before.map(({ name }) => name),
      head: after.map(({ name }) => name),
      gained: after.filter((point) => !base.some((other) => isAsGood(other, point))).map(({ name }) => name),
      lost: before.filter((point) => !head.some((other) => isAsGood(other, point))).map(({ name }) => name)
    }
  ];
}
function pointsOf(group, metric, indicator, side) {
  return group.flatMap((candidate) => {
    const cost = candidate.cost(indicator, side);
    const quality = candidate.quality(metric, side);
    if (cost === null || quality === null) return [];
    return [
      {
        name: candidate.name,
        cost: indicator.better === "lower" ? cost : -cost,
        quality: quality.better === "higher" ? quality.value : -quality.value
      }
    ];
  });
}
var isAsGood = (one, than) => one.cost <= than.cost && one.quality >= than.quality;
function preferable(points) {
  return points.filter((point) => !points.some((other) => isAsGood(other, point) && !isAsGood(point, other))).sort((one, other) => one.cost - other.cost || (one.name < other.name ? -1 : 1));
}
function candidateOf({ name, scenario, machine, declared, comparisons, ...sides }) {
  return {
    name: subjectOf({ name, ...machine === void 0 ? {} : { machine } }),
    scenario,
    machine,
    cost: ({ id, kind }, side) => kind === "counted" ? countIn(sides[side]?.profile ?? null, id) ?? null : provenValue(comparisons, id, side),
    quality: (metric, side) => {
      const said = declared?.[side]?.quality[metric];
      if (said === void 0) return null;
      const value = provenValue(comparisons, `${QUALITY_PREFIX}${metric}`, side) ?? said.value;
      return { value, better: said.better };
    }
  };
}
function provenValue(comparisons, id, side) {
  const row = comparisons.find(({ indicator }) => indicator === id);
  if (row === void 0) return null;
  const differs = row.verdict === "improved" || row.verdict === "regressed" || row.base.value === null;
  return (differs ? row[side] : row.base).value;
}
function countIn(profile, id) {
  const counts = profile?.counts ?? {};
  return counts[id]?.value;
}
function unchangedCandidate({ name, scenario, counts, quality }) {
  return {
    name,
    scenario,
    machine: void 0,
    cost: ({ id }) => counts[id] ?? null,
    quality: (metric, side) => {
      const said = quality[metric];
      const value = said?.[side] ?? null;
      return said === void 0 || value === null ? null : { value, better: said.better };
    }
  };
}
function unchangedModel({ name, scenario }, profile, { base, head }) {
  const metrics = [.../* @__PURE__ */ new Set([...Object.keys(base?.quality ?? {}), ...Object.keys(head?.quality ?? {})])];
  return {
    name,
    scenario,
    counts: Object.fromEntries(COUNTED.map(({ id }) => [id, countIn(profile, id) ?? null])),
    quality: Object.fromEntries(
      metrics.map((metric) => {
        const [before, after] = [base?.quality[metric], head?.quality[metric]];
        const { better, unit } = after ?? before ?? { better: "higher", unit: "" };
        return [metric, { base: before?.value ?? null, head: after?.value ?? null, better, unit }];
      })
    )
  };
}

// src/measure/operator-profile.ts
var operatorTimeSchema = external_exports.strictObject({
  /** Type with its domain as the runtime runs it, after fusing: `com.microsoft.FusedConv`. */
  op: external_exports.string(),
  /** Execution provider of its kernels. */
  provider: external_exports.string(),
  /** Executed in one inference. */
  kernels: external_exports.int().positive(),
  /** Of one inference, milliseconds: the median over the profiled runs; without what runs inside its own body. */
  timeMs: external_exports.number().nonnegative(),
  /** Of the time of all kernels, 0 to 1. */
  share: external_exports.number().min(0).max(1),
  /**
   * Multiply-accumulates that its kernels do in one inference, the padding of blocked layouts included; null where
   * they are not known.
   */
  macs: external_exports.number().nonnegative().nullable(),
  /** Twice the MACs and the elementwise operations of its kernels in one inference; null where not known. */
  flops: external_exports.number().nonnegative().nullable().default(null),
  /** Bytes that its kernels read and write, as if no cache kept anything; null where not known. */
  trafficBytes: external_exports.number().nonnegative().nullable().default(null),
  /** 10^9 MACs a second that were achieved; null where there are none, or none known. */
  gmacPerS: external_exports.number().nonnegative().nullable()
});
var operatorTimesSchema = external_exports.strictObject({
  /** Profiled runs that the times are medians of. */
  runs: external_exports.int().positive(),
  /** Of all kernels of one inference, milliseconds. */
  timeMs: external_exports.number().nonnegative(),
  /** Multiply-accumulates as counted from the model's own graph; null where they are not known. */
  macs: external_exports.number().nonnegative().nullable(),
  /** Those over the time of all kernels, 10^9 a second. */
  gmacPerS: external_exports.number().nonnegative().nullable(),
  /** What the kernels do: more than `macs` where they pad channels to blocks. Null when any operator's are not known. */
  executedMacs: external_exports.number().nonnegative().nullable(),
  /**
   * Most bytes in use at once in ONNX Runtime's own allocator (the arena of BFC chunks): activations, and those
   * weights that it holds there; as its profiler reports them. Null where it does not.
   */
  arenaPeakBytes: external_exports.number().nonnegative().nullable(),
  /** Longest first. */
  operators: external_exports.array(operatorTimeSchema),
  /** Where the kernels ran; only where another provider than cpu was asked for. */
  placement: placementSchema.exactOptional()
});
var operatorProfileSchema = external_exports.strictObject({
  base: operatorTimesSchema.nullable(),
  head: operatorTimesSchema.nullable(),
  reason: external_exports.string().nullable()
});

// src/onnx/profile.ts
var countSchema = external_exports.strictObject({
  value: external_exports.number().nonnegative().nullable(),
  reason: external_exports.string().nullable()
});
var operatorRowSchema = external_exports.strictObject({
  /** Domain and type, as in the graph: `Conv`, `com.microsoft.FusedConv`. */
  op: external_exports.string(),
  /** Executions in one inference; null when control flow decides and no run was profiled. */
  count: external_exports.int().nonnegative().nullable(),
  /** Multiply-accumulates; null when any execution of this operator could not be costed. */
  macs: external_exports.number().nonnegative().nullable(),
  /** Elementwise and reduction operations; null likewise. */
  elementwise: external_exports.number().nonnegative().nullable(),
  /** Elements written; null when an output shape stayed open. */
  activations: external_exports.number().nonnegative().nullable(),
  /** Parameters first used by this operator. */
  parameters: external_exports.number().nonnegative()
});
var macsByPrecisionSchema = external_exports.record(external_exports.string(), external_exports.number().positive());
var valueDeclarationSchema = external_exports.strictObject({
  name: external_exports.string(),
  /** ONNX element type in lower case: `float32`, `int64`, `bool`, `string`, `bfloat16`. */
  type: external_exports.string(),
  /** Undefined rank is null. */
  shape: external_exports.array(external_exports.union([external_exports.int(), external_exports.string()])).nullable()
});
var staticProfileSchema = external_exports.strictObject({
  irVersion: external_exports.int(),
  opsets: external_exports.record(external_exports.string(), external_exports.int()),
  producer: external_exports.string(),
  inputs: external_exports.array(valueDeclarationSchema),
  outputs: external_exports.array(valueDeclarationSchema),
  counts: external_exports.strictObject({
    parameters: countSchema,
    non_zero_parameters: countSchema,
    two_of_four_parameters: countSchema,
    zero_channels: countSchema,
    model_bytes: countSchema,
    macs: countSchema,
    flops: countSchema,
    operators: countSchema,
    activations: countSchema,
    macs_per_parameter: countSchema,
    parameter_uses: countSchema,
    depth: countSchema,
    parallelism: countSchema,
    memory_traffic_bytes: countSchema,
    arithmetic_intensity: countSchema,
    peak_activation_bytes: countSchema
  }),
  /** Null where the MACs are not known. */
  macs_by_precision: macsByPrecisionSchema.nullable(),
  /** Operators in the graph (all branches), how many have a stated cost, and the types that have none. */
  coverage: external_exports.strictObject({
    costed: external_exports.int().nonnegative(),
    total: external_exports.int().nonnegative(),
    uncosted: external_exports.array(external_exports.string())
  }),
  /** One row for each operator type, dearest first. */
  operators: external_exports.array(operatorRowSchema),
  /** Where the shapes came from, for provenance. */
  shapes: external_exports.enum(["inference", "inference and a profiled run", "none"])
});

// src/report.ts
var REPORT_VERSION = 1;
var modelSideSchema = external_exports.strictObject({
  /** As the user knows it: a path in the repository or on disk. */
  path: external_exports.string(),
  sha256: external_exports.string().regex(/^[0-9a-f]{64}$/),
  profile: staticProfileSchema.nullable()
});
var modelStatusSchema = external_exports.enum(["compared", "identical", "added", "removed", "failed"]);
var modelReportSchema = external_exports.strictObject({
  /** The head's path, or the base's when the model was removed, with the scenario. Unique in a report. */
  name: external_exports.string(),
  /** The machine of the fleet that measured it, with which its name ends; left out where there is but one. */
  machine: machineNameSchema.exactOptional(),
  /** That machine and its software, as the report that was merged has them. */
  environment: environmentSchema.nullable().exactOptional(),
  /** Name of the settings under which it was compared, which `name` has in brackets; null: the only ones. */
  scenario: external_exports.string().nullable().default(null),
  status: modelStatusSchema,
  base: modelSideSchema.nullable(),
  head: modelSideSchema.nullable(),
  measurement: measurementSchema.nullable(),
  /** Where the time goes, by kind of operator; null where nothing was measured. */
  profile: operatorProfileSchema.nullable().default(null),
  /** Batches and threads that were asked for; empty where none were. */
  sweeps: external_exports.array(sweepSchema).default([]),
  /** What the repository says of training and quality at base and head; left out where it says nothing. */
  declared: external_exports.strictObject({
    base: declarationSchema.nullable(),
    head: declarationSchema.nullable(),
    /** Left out where the quality command failed on neither side, or there is none. */
    unevaluated: unevaluatedSchema.exactOptional()
  }).exactOptional(),
  /** How far the outputs of base and head lie apart; left out where both were not run. */
  agreement: agreementSchema.exactOptional(),
  /** Indicators that nobody requires and that could not be had. */
  unmeasured: external_exports.array(unmeasuredSchema).exactOptional(),
  comparisons: external_exports.array(comparisonSchema),
  /** The 99th percentile of latency; null where nothing was measured. */
  tail: tailLatencySchema.nullable().default(null),
  /** Why indicators disagree, as far as the profile shows it; left out where none part ways. */
  causes: external_exports.array(causeSchema).exactOptional(),
  /** Null when there is nothing to relate: added, removed, failed before a comparison. */
  relation: relationSchema.nullable(),
  /** One honest sentence with the set-up. */
  sentence: external_exports.string(),
  problem: external_exports.strictObject({ kind: external_exports.enum(FAILURE_KINDS), message: external_exports.string(), next: external_exports.string() }).nullable(),
  warnings: external_exports.array(external_exports.string())
});
var policySchema = external_exports.strictObject({
  /** Error probability of all timing decisions of the run together. */
  alpha: external_exports.number().positive().max(0.5),
  /** Timing decisions that alpha is split over, fixed before measuring. */
  decisions: external_exports.int().positive(),
  /** Indicators whose tolerance differs from the table's default. */
  tolerances: external_exports.record(external_exports.string(), toleranceSchema),
  required: external_exports.array(external_exports.string()),
  warnOnly: external_exports.boolean(),
  failOnInconclusive: external_exports.boolean(),
  /** Relative gain beyond which an improvement is flagged as too good to be true; null: never. */
  maxImprovement: external_exports.number().positive().nullable(),
  /** Carbon intensity of the grid, g CO2e/kWh; null or left out: not configured. */
  gridIntensity: external_exports.number().positive().nullable().exactOptional(),
  /** Price of an hour of the machine; null or left out: not configured. */
  price: external_exports.strictObject({ perHour: external_exports.number().positive(), currency: external_exports.string() }).nullable().exactOptional(),
  /** What becomes of claims; left out: they are reported. */
  claims: external_exports.enum(["report", "enforce", "off"]).exactOptional(),
  /** Label that acknowledges what was found; null: none does. */
  acknowledgeLabel: external_exports.string().nullable().exactOptional(),
  /** Machines of a fleet that the configuration requires; left out where it names none. */
  machines: external_exports.array(machineNameSchema).exactOptional(),
  /** The configuration file and the lines of its tolerances, from 1; left out without a file. */
  written: external_exports.strictObject({ file: external_exports.string(), toleranceLines: external_exports.record(external_exports.string(), external_exports.int().positive()) }).exactOptional(),
  /** Where the configuration came from, in words: "defaults", ".github/efficiency-gate.yml of the base branch". */
  source: external_exports.string()
});
var gateReportSchema = external_exports.strictObject({
  schemaVersion: external_exports.literal(REPORT_VERSION),
  tool: external_exports.strictObject({ name: external_exports.literal("efficiency-gate"), version: external_exports.string() }),
  createdAt: external_exports.iso.datetime(),
  /** What was compared, in words and commits: file names for `compare`, branches and SHAs for `pr`. */
  base: external_exports.strictObject({ label: external_exports.string(), sha: external_exports.string().nullable() }),
  head: external_exports.strictObject({ label: external_exports.string(), sha: external_exports.string().nullable() }),
  /** The pull request that it is about; left out where there is none. */
  pullRequest: external_exports.strictObject({
    number: external_exports.int().positive(),
    headSha: external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    /** The head is in another repository, whose code ran in the job that measured: its samples are that code's word. */
    fork: external_exports.literal(true).exactOptional()
  }).exactOptional(),
  /** Which part of a fleet's work this is; left out where there is no fleet. */
  shard: shardSchema.exactOptional(),
  /** Null where nothing was measured, and where many machines did. */
  environment: environmentSchema.nullable(),
  /** The machines whose reports were merged into this one, and those that are missing; left out where none were. */
  machines: external_exports.array(fleetMachineSchema).exactOptional(),
  /** What is wrong with the reports that were merged. */
  shardFaults: external_exports.array(shardFaultSchema).exactOptional(),
  policy: policySchema,
  models: external_exports.array(modelReportSchema),
  /** Models of declared quality that the change leaves as they are; left out where nobody looked. */
  unchanged: external_exports.array(unchangedModelSchema).max(MOST_UNCHANGED).exactOptional(),
  /** How many more there are, which were not counted: too many, or they could not be. Left out where there is none. */
  unchangedLeftOut: external_exports.int().positive().exactOptional(),
  /** Cost against quality over all models of declared quality; left out where there are fewer than two. */
  fronts: external_exports.array(frontSchema).exactOptional(),
  /** What the machines say together of each model; with `machines`. */
  fleet: external_exports.array(fleetModelSchema).exactOptional(),
  /** What the pull request claims of cost and quality, ruled on; left out where nobody read it. */
  claims: external_exports.array(reportedClaimSchema).exactOptional(),
  /** The label and the waivers that there are, whether they count or not; left out where nobody looked. */
  acknowledgements: external_exports.array(acknowledgementSchema).exactOptional(),
  /** What became worse over several changes, by the history; left out where nobody looked, empty where nothing did. */
  creep: external_exports.array(creepSchema).exactOptional(),
  warnings: external_exports.array(external_exports.string()),
  gate: gateSchema
});
var STATUS_OF = {
  passed: EXIT.passed,
  failed: EXIT.failed,
  incomplete: EXIT.unmeasured,
  error: EXIT.misuse
};
function exitStatusOfReport({ gate }) {
  return STATUS_OF[gate.conclusion];
}
var environmentOf = ({ environment }, model) => model.environment === void 0 ? environment : model.environment;
var OtherSchemaError = class extends GateError {
};
function parseReport(text, origin) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new GateError(
      "report",
      `${origin} is not JSON.`,
      "Give a report.json that efficiency-gate wrote.",
      { cause }
    );
  }
  const version = json?.schemaVersion;
  if (version !== REPORT_VERSION) {
    throw new (version === void 0 ? GateError : OtherSchemaError)(
      "report",
      `${origin} ${version === void 0 ? "has no report schema version" : `has report schema version ${JSON.stringify(version)}`}; this efficiency-gate reads version ${REPORT_VERSION}.`,
      "Measure again, or use the version of efficiency-gate that wrote the report."
    );
  }
  const parsed = gateReportSchema.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new GateError(
      "report",
      `${origin} is not a valid report: ${first === void 0 ? "unknown fault" : `${first.path.join(".")}: ${first.message}`}.`,
      "Give a report.json that efficiency-gate wrote, unchanged."
    );
  }
  return parsed.data;
}

export {
  judgeAcknowledgements,
  isAcknowledged,
  countingLabel,
  EFFICIENCY,
  problemOfFault,
  openClaims,
  MOST_UNCHANGED,
  frontsOf,
  unchangedModel,
  REPORT_VERSION,
  exitStatusOfReport,
  environmentOf,
  OtherSchemaError,
  parseReport
};
