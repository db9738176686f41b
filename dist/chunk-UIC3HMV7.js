import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  crossLogRatio
} from "./chunk-27W33HEA.js";
import {
  OWN_TIMINGS,
  median,
  quantile
} from "./chunk-75NMW4LC.js";

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
function toleranceKeyOf(indicator, harness) {
  return harness === void 0 ? indicator : `benchmarks.${harness.name}.${indicator}`;
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

// src/judge/round-statistic.ts
var LEAST_MEMORY = 1024 * 1024;
var medianRun = ({ runsMs }) => median([...runsMs]);
var allRuns = ({ blocks }) => blocks.flatMap(({ runsMs }) => runsMs);
var total = (values) => values.reduce((sum, value) => sum + value, 0);
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
  const values = rounds.flatMap((round) => roundValue(statistic, round[role], context) ?? []);
  return values.length === 0 ? null : median(values);
}
function absenceOf(statistic) {
  return statisticOf(statistic).absence;
}

export {
  roundValue,
  roundLogRatio,
  typicalValue,
  absenceOf,
  ownDecisions,
  ownIndicators,
  ownUnmeasured,
  toleranceKeyOf,
  ownPolicy
};
