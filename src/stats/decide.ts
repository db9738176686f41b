import { evidenceAbove, fullDistances, type Line } from './betting.js';
import { type Bounds, centreBounds } from './centre-bounds.js';
import { type Certainty, evidenceNeeded } from './certainty.js';
import { hodgesLehmann } from './hodges-lehmann.js';

export interface DecisionRule extends Certainty {
  /**
   * Log-ratios between which a difference does not matter: `down` below 0, `up` above. Where they differ from round
   * to round, they must change places with opposite signs when base and head do.
   */
  readonly tolerance: { readonly down: Line; readonly up: Line };
}

/** Where a ratio lies: above or below the tolerance, or within it. */
export type Finding = 'above' | 'below' | 'within';

export interface Verdict {
  readonly verdict: Finding | 'undecided';
  /** Early and late rounds have each proven what the other rules out; the verdict is then `undecided`. */
  readonly contradictory: boolean;
  /** Rounds after which the verdict, or the contradiction, was proven; null while there is none. */
  readonly provenAfter: number | null;
}

export interface Decision extends Verdict {
  /** Hodges-Lehmann estimate. */
  readonly ratio: number;
  /** Lower bound of the ratio by the test that decided; 0 when the rounds are too few to bound it. */
  readonly low: number;
  /** Upper bound; null when the rounds are too few. */
  readonly high: number | null;
  readonly rounds: number;
}

/**
 * Decides one ratio against its tolerance, after any number of rounds and as often as wanted (docs/analysis.md).
 *
 * Each proof, once reached, stands: Ville's inequality bounds the probability that it is ever reached in error. A
 * wrong verdict has probability at most alpha / decisions. When more than one of the three verdicts has been
 * proven, at least one is wrong or the rounds are not alike, and none is given.
 *
 * @param logRatios log(head / base) of each round, in order; at least one, all finite.
 * @throws RangeError for no rounds or a log-ratio that is not finite.
 */
export function decide(logRatios: readonly number[], rule: DecisionRule): Decision {
  const found = verdictOn(logRatios, rule);
  const needed = evidenceNeeded(rule);
  const bounds = centreBounds(logRatios, found.verdict === 'within' ? needed.bound : needed.difference);
  return { ...found, ...estimate(logRatios, bounds), rounds: logRatios.length };
}

/** The decision when measuring stops at the first proof, or else after the last round. */
export function decideAtFirstProof(logRatios: readonly number[], rule: DecisionRule): Decision {
  const proofs = Object.values(proofsOf(logRatios, rule));
  return decide(logRatios.slice(0, Math.min(...proofs, logRatios.length)), rule);
}

/** The verdict alone: what `decide` says, without the estimate and at a fraction of the cost. */
export function verdictOn(logRatios: readonly number[], rule: DecisionRule): Verdict {
  const proofs = proofsOf(logRatios, rule);
  const proven = (Object.keys(proofs) as Finding[]).filter((finding) => proofs[finding] < Infinity);
  const [only] = proven;
  if (only === undefined) return { verdict: 'undecided', contradictory: false, provenAfter: null };
  if (proven.length === 1) return { verdict: only, contradictory: false, provenAfter: proofs[only] };
  const [, second = Infinity] = Object.values(proofs).sort((one, other) => one - other);
  return { verdict: 'undecided', contradictory: true, provenAfter: second };
}

/** For each finding, the number of rounds after which it is proven; Infinity where it is not. */
function proofsOf(logRatios: readonly number[], rule: DecisionRule): Record<Finding, number> {
  if (logRatios.length === 0) throw new RangeError('nothing to decide from: no rounds');
  if (!logRatios.every(Number.isFinite)) throw new RangeError('every log-ratio must be a finite number');
  const { down, up } = rule.tolerance;
  const { difference, bound } = evidenceNeeded(rule);
  const distances = fullDistances(logRatios);
  const mirrored = logRatios.map((value) => -value);
  const above = (line: Line): readonly number[] => evidenceAbove(logRatios, line, distances);
  const below = (line: Line): readonly number[] => evidenceAbove(mirrored, mirroredLine(line), distances);
  const reaching = (evidence: readonly number[], threshold: number): number => {
    const index = evidence.findIndex((amount) => amount >= threshold);
    return index === -1 ? Infinity : index + 1;
  };
  return {
    above: reaching(above(up), difference),
    below: reaching(below(down), difference),
    within: Math.max(reaching(above(down), bound), reaching(below(up), bound)),
  };
}

export function mirroredLine(line: Line): Line {
  return typeof line === 'number' ? -line : line.map((each) => -each);
}

/**
 * The estimate with its bounds, as ratios. Bounds that cross are shown spanning both claims. On very skewed noise the
 * Hodges-Lehmann estimate and the centre of the test part ways; the estimate is then held at the bound.
 */
function estimate(logRatios: readonly number[], bounds: Bounds): Pick<Decision, 'ratio' | 'low' | 'high'> {
  const low = Math.min(bounds.low, bounds.high);
  const high = Math.max(bounds.low, bounds.high);
  const centre = Math.min(Math.max(hodgesLehmann(logRatios), low), high);
  return { ratio: Math.exp(centre), low: Math.exp(low), high: high === Infinity ? null : Math.exp(high) };
}
