import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STAKES,
  decide,
  evidenceAbove,
  evidenceNeeded,
  fullDistances,
  hodgesLehmann,
  minimumRounds,
  mirroredLine,
  score,
  withoutOrderEffect
} from "./chunk-236FJYZ2.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  absenceOf,
  roundLogRatio,
  roundValue,
  typicalValue
} from "./chunk-UIC3HMV7.js";
import {
  formatDuration,
  formatPercent,
  formatRatio,
  gammaln,
  measuredIndicators,
  median,
  sampleRankCorrelation
} from "./chunk-75NMW4LC.js";

// src/judge/policy.ts
function toleranceOf({ id, tolerance }, policy) {
  const { relative, absolute } = policy.tolerances[id] ?? tolerance;
  return { ...relative === void 0 ? {} : { relative }, ...absolute === void 0 ? {} : { absolute } };
}
function isJudged({ id, descriptive }, { tolerances, required }) {
  return descriptive !== true || tolerances[id] !== void 0 || required.includes(id);
}
function exceeds(base, head, { relative, absolute }) {
  const difference = Math.abs(head - base);
  return difference > 0 && difference / base > (relative ?? 0) && difference > (absolute ?? 0);
}
function relativeTolerance(base, { relative, absolute }) {
  return Math.max(relative ?? 0, (absolute ?? 0) / base);
}
function logMargin(value, { relative = 0, absolute = 0 }, share = 1) {
  return Math.log1p(share * Math.max(relative, absolute / value));
}

// src/judge/measured-evidence.ts
function weigh(indicator, measurement, policy) {
  const { statistic } = indicator;
  if (statistic === void 0) throw new TypeError(`${indicator.id} is not a measured indicator`);
  const { rounds } = measurement;
  const base = typicalValue(statistic, rounds, "base", measurement);
  const values = { base, head: typicalValue(statistic, rounds, "head", measurement) };
  if (rounds.length === 0) return { ...values, outcome: { known: false, reason: "no round was measured" } };
  const head = seriesOf(statistic, measurement, "head");
  const missing = rounds.length - head.logRatios.length;
  if (missing > 0 || base === null) {
    const where = `in ${missing} of ${rounds.length} rounds`;
    return { ...values, outcome: { known: false, reason: `${absenceOf(statistic)} (${where})` } };
  }
  const control = seriesOf(statistic, measurement, "control");
  const rule = ruleOf(indicator, head, policy);
  return {
    ...values,
    outcome: {
      known: true,
      tau: relativeTolerance(base, toleranceOf(indicator, policy)),
      rule,
      logRatios: freed(head),
      head: decide(freed(head), rule),
      control: control.logRatios.length < rounds.length ? null : decide(freed(control), ruleOf(indicator, control, policy, 1 / 2))
    }
  };
}
var emptySeries = () => ({ base: [], side: [], logRatios: [], sideFirst: [] });
function append(series, statistic, round, side, context) {
  const logRatio = roundLogRatio(statistic, round, side, context);
  const base = roundValue(statistic, round.base, context);
  const value = roundValue(statistic, round[side], context);
  if (logRatio === null || base === null || value === null) return;
  series.base.push(base);
  series.side.push(value);
  series.logRatios.push(logRatio);
  series.sideFirst.push(round.launchOrder.indexOf(side) < round.launchOrder.indexOf("base"));
}
function seriesOf(statistic, measurement, side) {
  const series = emptySeries();
  for (const round of measurement.rounds) append(series, statistic, round, side, measurement);
  return series;
}
function freed({ logRatios, sideFirst }) {
  return withoutOrderEffect(logRatios, sideFirst);
}
function ruleOf(indicator, { base, side }, { alpha, decisions, ...policy }, share = 1) {
  const tolerance = toleranceOf(indicator, policy);
  const up = base.map((value) => logMargin(value, tolerance, share));
  const down = side.map((value) => -logMargin(value, tolerance, share));
  return { tolerance: { down, up }, alpha, decisions };
}

// src/stats/diagnostics.ts
var LEAST_ROUNDS = 8;
function diagnose(values) {
  if (values.length < LEAST_ROUNDS) return { autocorrelation: null, drift: null };
  return {
    autocorrelation: rankCorrelation(values.slice(0, -1), values.slice(1)),
    drift: rankCorrelation(
      values.map((_, round) => round),
      values
    )
  };
}
function isNotable(correlation, rounds) {
  return correlation !== null && Math.abs(correlation) > 3 / Math.sqrt(rounds - 1);
}
function rankCorrelation(one, other) {
  const rho = sampleRankCorrelation([...one], [...other]);
  return Number.isFinite(rho) ? Math.max(-1, Math.min(1, rho)) : null;
}

// src/stats/outlook.ts
var FARTHEST = 50;
var HALVINGS = 40;
var FOUR_OF_FIVE = 0.8416;
var RUIN = Math.log(1e-3);
function outlookOf(logRatios, rule) {
  const { down, up } = rule.tolerance;
  const needed = evidenceNeeded(rule);
  const centre = hodgesLehmann(logRatios);
  const scatter = logRatios.flatMap((value) => [value - centre, centre - value]);
  const distances = fullDistances([...logRatios, 0]);
  const distance = distances.at(-1) ?? 0;
  const growths = (shift2) => growthsAt(shift2, scatter, distance);
  const mirrored = logRatios.map((value) => -value);
  const missing = (values, middle, line, threshold) => {
    const evidence = evidenceAbove(values, line, distances);
    if (Math.max(...evidence) >= threshold) return 0;
    const rate = Math.max(...growths(middle - typical(line)).map(({ mean }) => mean));
    const last = Math.max(evidence.at(-1) ?? 1, Number.MIN_VALUE);
    return rate > 0 ? Math.ceil(Math.log(threshold / last) / rate) : Infinity;
  };
  const moreRounds = Math.min(
    missing(logRatios, centre, up, needed.difference),
    missing(mirrored, -centre, mirroredLine(down), needed.difference),
    Math.max(
      missing(logRatios, centre, down, needed.bound),
      missing(mirrored, -centre, mirroredLine(up), needed.bound)
    )
  );
  const unit = distance > 0 ? distance : Number.EPSILON;
  const shift = smallestShift(
    FARTHEST * unit,
    (tried) => growths(tried).some((growth) => proves(growth, logRatios.length, needed.difference))
  );
  return { moreRounds, detectableRatio: shift === null ? null : Math.exp(typical(up) + shift) };
}
var typical = (line) => typeof line === "number" ? line : median([...line]);
function growthsAt(shift, scatter, distance) {
  const gains = scatter.map((deviation) => score(shift + deviation, distance));
  return STAKES.map(({ stake, share }) => {
    const logs = gains.map((gain) => Math.max(Math.log1p(stake * gain), RUIN));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
    return { share, mean, deviation: Math.sqrt(variance) };
  });
}
function proves({ share, mean, deviation }, rounds, threshold) {
  return rounds * mean - FOUR_OF_FIVE * Math.sqrt(rounds) * deviation >= Math.log(threshold / share);
}
function smallestShift(largest, suffices) {
  if (!suffices(largest)) return null;
  let [tooSmall, enough] = [0, largest];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (tooSmall + enough) / 2;
    if (suffices(middle)) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}

// src/judge/comparison-row.ts
function rowOf(indicator, policy) {
  const { id, label, unit, better, kind, gated } = indicator;
  const tolerance = toleranceOf(indicator, policy);
  return {
    indicator: id,
    label,
    unit,
    better,
    kind,
    tolerance,
    gated,
    required: policy.required.includes(id)
  };
}
function notMeasured(reason) {
  return { value: null, provenance: "not-measured", reason };
}

// src/judge/doubt.ts
var FORESEEABLE = 20;
function doubt({ head, tau }, evidence, { rounds: measured }, policy) {
  const { contradictory, rounds, low, high } = head;
  if (contradictory) return `early and late of ${rounds} rounds prove opposite things: the machine changed`;
  const roundS = secondsOfRound(measured);
  const inTime = (more) => `about ${more} more (${formatDuration(more * roundS)})`;
  const needed = minimumRounds(policy);
  if (rounds < needed) {
    return `${rounds} rounds are too few to prove a difference: at least ${needed} are needed, ${inTime(needed - rounds)}`;
  }
  const interval = `${formatBound(low)} to ${high === null ? "no upper bound" : formatBound(high)}`;
  const { moreRounds, detectableRatio } = evidence;
  const parts = [`${rounds} rounds, interval ${interval} crosses the tolerance of ${formatPercent(tau)}`];
  if (detectableRatio !== null)
    parts.push(
      `a difference of ${formatPercent(detectableRatio - 1)} or more would most likely have been seen`
    );
  parts.push(
    moreRounds === null || moreRounds > FORESEEABLE * rounds ? "too noisy or too near to the tolerance to say how many more would decide" : `${inTime(moreRounds)} would decide`
  );
  if (isNotable(evidence.autocorrelation, rounds) || isNotable(evidence.drift, rounds))
    parts.push("the rounds follow each other, as on a machine that changes");
  return parts.join("; ");
}
function secondsOfRound(rounds) {
  const [first, last] = [rounds[0]?.endedAtS ?? 0, rounds.at(-1)?.endedAtS ?? 0];
  return rounds.length < 2 ? last : (last - first) / (rounds.length - 1);
}
var formatBound = (ratio) => ratio < 10 ? ratio.toFixed(3) : formatRatio(ratio);

// src/judge/measured-comparison.ts
function compareMeasured(measurement, policy, indicators = measuredIndicators(isMetered(measurement), isOnDevice(measurement))) {
  return indicators.map((indicator) => compareOne(indicator, measurement, policy));
}
function isMetered({ meter }) {
  return meter !== void 0 && "domains" in meter;
}
function isOnDevice({ device }) {
  return device !== void 0 && "uuid" in device;
}
function compareOne(indicator, measurement, policy) {
  const { base, head, outcome } = weigh(indicator, measurement, policy);
  const row = { ...rowOf(indicator, policy), rounds: measurement.rounds.length };
  if (!outcome.known) {
    const sides = { base: sided(base, outcome.reason), head: sided(head, outcome.reason) };
    const control2 = { effect: null, differs: false };
    const unknown = { effect: null, verdict: "inconclusive", reason: outcome.reason };
    return { ...row, ...sides, ...unknown, control: control2, evidence: null };
  }
  const { control } = outcome;
  const differs = control !== null && isDistorted(control);
  const found = verdictOf(outcome.head, indicator.better);
  const vetoed = differs && (found === "regressed" || found === "improved");
  const evidence = evidenceOf(outcome);
  return {
    ...row,
    base: sided(base, ""),
    head: sided(head, ""),
    effect: effectOf(outcome.head),
    verdict: vetoed ? "inconclusive" : found,
    reason: vetoed ? selfDifference(control) : found === "inconclusive" ? doubt(outcome, evidence, measurement, policy) : null,
    control: { effect: control === null ? null : effectOf(control), differs },
    evidence
  };
}
function evidenceOf({ head, logRatios, rule }) {
  const { moreRounds, detectableRatio } = outlookOf(logRatios, rule);
  return {
    provenAfter: head.provenAfter,
    ...diagnose(logRatios),
    detectableRatio,
    moreRounds: head.provenAfter === null && Number.isFinite(moreRounds) ? moreRounds : null
  };
}
function verdictOf({ verdict }, better) {
  const higher = better === "higher" ? "improved" : "regressed";
  const lower = better === "lower" ? "improved" : "regressed";
  return { above: higher, below: lower, within: "equivalent", undecided: "inconclusive" }[verdict];
}
function effectOf({ ratio, low, high }) {
  return { ratio, low, high };
}
function sided(value, reason) {
  return value === null ? notMeasured(reason) : { value, provenance: "measured", reason: null };
}
function isDistorted({ verdict, contradictory }) {
  return verdict === "above" || verdict === "below" || contradictory;
}
function selfDifference({ ratio, contradictory, rounds }) {
  return contradictory ? `the base differs from itself in some of ${rounds} rounds and not in others: the machine changed` : `the base differs from itself by ${formatPercent(ratio - 1)}`;
}

// src/regular-file.ts
import { constants } from "node:fs";
import { open } from "node:fs/promises";
async function readRegularFile(file, label, { mostBytes, unlike, unreadable }) {
  const refused = (fault) => new GateError("report", `${label} ${fault}.`, unlike);
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const { code } = cause;
    if (code === "ELOOP") throw refused("is a link, which is not followed");
    throw new GateError(
      "report",
      code === "ENOENT" ? `There is no file ${label}.` : `${label} cannot be read: ${messageOf(cause)}.`,
      unreadable,
      { cause }
    );
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw refused("is no regular file");
    if (stats.size > mostBytes) throw refused(`is larger than ${mostBytes / 1024 / 1024} MiB`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

// src/stats/incomplete-beta.ts
var MOST_TERMS = 1e3;
var PRECISION = 1e-15;
var TINY = 1e-300;
var HALVINGS2 = 200;
function incompleteBeta(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  return front / a * fraction(x, a, b);
}
function fraction(x, a, b) {
  const away = (value2) => Math.abs(value2) < TINY ? TINY : value2;
  let c = 1;
  let d = 1 / away(1 - (a + b) * x / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}
function inverseIncompleteBeta(p, a, b) {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS2 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function binomialBounds(successes, trials, alpha) {
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : inverseIncompleteBeta(alpha / 2, successes, failures + 1),
    high: failures === 0 ? 1 : inverseIncompleteBeta(1 - alpha / 2, successes + 1, failures)
  };
}
function studentQuantile(alpha, degrees) {
  const x = inverseIncompleteBeta(alpha, degrees / 2, 1 / 2);
  return Math.sqrt(degrees * (1 - x) / x);
}

export {
  toleranceOf,
  isJudged,
  exceeds,
  relativeTolerance,
  rowOf,
  notMeasured,
  weigh,
  emptySeries,
  append,
  freed,
  ruleOf,
  compareMeasured,
  isMetered,
  isOnDevice,
  incompleteBeta,
  binomialBounds,
  studentQuantile,
  readRegularFile
};
