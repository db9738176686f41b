import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  median
} from "./chunk-75NMW4LC.js";

// src/stats/running-spread.ts
var RunningSpread = class {
  #sorted = [];
  add(value) {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((this.#sorted[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, value);
  }
  /** The median of the distances from the median; NaN without a value. */
  medianAbsoluteDeviation() {
    const sorted = this.#sorted;
    const count = sorted.length;
    const at = (index) => sorted[index] ?? Number.NaN;
    const centre = (at(count - 1 >> 1) + at(count >> 1)) / 2;
    let left = count - 1 >> 1;
    let right = left + 1;
    const next = () => {
      const below = left >= 0 ? centre - at(left) : Infinity;
      const above = right < count ? at(right) - centre : Infinity;
      if (below <= above) left--;
      else right++;
      return Math.min(below, above);
    };
    const distances = [];
    while (distances.length <= count >> 1) distances.push(next());
    return ((distances[count - 1 >> 1] ?? Number.NaN) + (distances[count >> 1] ?? Number.NaN)) / 2;
  }
};

// src/stats/betting.ts
var STAKES = [
  { stake: 1, share: 0.1 },
  { stake: 0.8, share: 0.1 },
  { stake: 0.6, share: 0.6 },
  { stake: 0.4, share: 0.1 },
  { stake: 0.2, share: 0.1 }
];
var CLIP = 0.5;
var UNSCALED_ROUNDS = 3;
function fullDistances(values) {
  const earlier = new RunningSpread();
  return values.map((value, index) => {
    const distance = index < UNSCALED_ROUNDS ? 0 : CLIP * earlier.medianAbsoluteDeviation();
    earlier.add(value);
    return distance;
  });
}
function score(deviation, fullDistance) {
  return fullDistance > 0 ? Math.max(-1, Math.min(1, deviation / fullDistance)) : Math.sign(deviation);
}
var lineAt = (line, round) => typeof line === "number" ? line : line[round] ?? Number.NaN;
function evidenceAbove(values, line, distances = fullDistances(values)) {
  const players = STAKES.map(({ stake, share }) => ({ stake, wealth: share }));
  return values.map((value, index) => {
    const gain = score(value - lineAt(line, index), distances[index] ?? 0);
    let total = 0;
    for (const player of players) {
      player.wealth *= 1 + player.stake * gain;
      total += player.wealth;
    }
    return total;
  });
}

// src/stats/centre-bounds.ts
function centreBounds(values, threshold) {
  if (!(threshold > 1))
    throw new RangeError(`evidence of ${threshold} says nothing: the threshold must exceed 1`);
  const distances = fullDistances(values);
  const mirrored = values.map((value) => -value);
  return { low: lowBound(values, distances, threshold), high: -lowBound(mirrored, distances, threshold) };
}
var SAME = 2 ** -54;
function lowBound(values, distances, threshold) {
  const rejected = (line) => evidenceAbove(values, line, distances).some((evidence) => evidence >= threshold);
  let low = Math.min(...values) - Math.max(...distances) - 1;
  if (!rejected(low)) return -Infinity;
  let high = Math.max(...values);
  for (; ; ) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low < SAME) return low;
    if (rejected(middle)) low = middle;
    else high = middle;
  }
}

// src/stats/certainty.ts
function evidenceNeeded({ alpha, decisions }) {
  return { difference: 2 * decisions / alpha, bound: decisions / alpha };
}
function minimumRounds(certainty) {
  const { difference } = evidenceNeeded(certainty);
  const atBest = (rounds2) => STAKES.reduce((sum, { stake, share }) => sum + share * (1 + stake) ** rounds2, 0);
  let rounds = 0;
  while (atBest(rounds) < difference) rounds++;
  return rounds;
}

// src/stats/hodges-lehmann.ts
function hodgesLehmann(values) {
  return median(values.flatMap((left, index) => values.slice(index).map((right) => (left + right) / 2)));
}

// src/stats/decide.ts
function decide(logRatios, rule) {
  const found = verdictOn(logRatios, rule);
  const needed = evidenceNeeded(rule);
  const bounds = centreBounds(logRatios, found.verdict === "within" ? needed.bound : needed.difference);
  return { ...found, ...estimate(logRatios, bounds), rounds: logRatios.length };
}
function decideAtFirstProof(logRatios, rule) {
  const proofs = Object.values(proofsOf(logRatios, rule));
  return decide(logRatios.slice(0, Math.min(...proofs, logRatios.length)), rule);
}
function verdictOn(logRatios, rule) {
  const proofs = proofsOf(logRatios, rule);
  const proven = Object.keys(proofs).filter((finding) => proofs[finding] < Infinity);
  const [only] = proven;
  if (only === void 0) return { verdict: "undecided", contradictory: false, provenAfter: null };
  if (proven.length === 1) return { verdict: only, contradictory: false, provenAfter: proofs[only] };
  const [, second = Infinity] = Object.values(proofs).sort((one, other) => one - other);
  return { verdict: "undecided", contradictory: true, provenAfter: second };
}
function proofsOf(logRatios, rule) {
  if (logRatios.length === 0) throw new RangeError("nothing to decide from: no rounds");
  if (!logRatios.every(Number.isFinite)) throw new RangeError("every log-ratio must be a finite number");
  const { down, up } = rule.tolerance;
  const { difference, bound } = evidenceNeeded(rule);
  const distances = fullDistances(logRatios);
  const mirrored = logRatios.map((value) => -value);
  const above = (line) => evidenceAbove(logRatios, line, distances);
  const below = (line) => evidenceAbove(mirrored, mirroredLine(line), distances);
  const reaching = (evidence, threshold) => {
    const index = evidence.findIndex((amount) => amount >= threshold);
    return index === -1 ? Infinity : index + 1;
  };
  return {
    above: reaching(above(up), difference),
    below: reaching(below(down), difference),
    within: Math.max(reaching(above(down), bound), reaching(below(up), bound))
  };
}
function mirroredLine(line) {
  return typeof line === "number" ? -line : line.map((each) => -each);
}
function estimate(logRatios, bounds) {
  const low = Math.min(bounds.low, bounds.high);
  const high = Math.max(bounds.low, bounds.high);
  const centre = Math.min(Math.max(hodgesLehmann(logRatios), low), high);
  return { ratio: Math.exp(centre), low: Math.exp(low), high: high === Infinity ? null : Math.exp(high) };
}

// src/stats/order-effect.ts
var GUESS_WEIGHT = 8;
function withoutOrderEffect(logRatios, sideFirst) {
  return logRatios.map((value, index) => {
    const past = logRatios.slice(0, index);
    const first = past.filter((_, round) => sideFirst[round]);
    const second = past.filter((_, round) => !sideFirst[round]);
    if (first.length === 0 || second.length === 0) return value;
    const rounds = 2 * first.length * second.length / (first.length + second.length);
    const effect = (median(first) - median(second)) / 2 * (rounds / (rounds + GUESS_WEIGHT));
    return value - (sideFirst[index] === true ? effect : -effect);
  });
}

export {
  STAKES,
  fullDistances,
  score,
  evidenceAbove,
  evidenceNeeded,
  minimumRounds,
  hodgesLehmann,
  decide,
  decideAtFirstProof,
  verdictOn,
  mirroredLine,
  withoutOrderEffect
};
