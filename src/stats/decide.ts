import { hodgesLehmann } from './hodges-lehmann.js';
import { type Bounds, medianBounds } from './median-bounds.js';
import { type Certainty, evidenceNeeded } from './sign-mixture.js';

export interface DecisionRule extends Certainty {
  /** Log-ratios between which a difference does not matter: `down` below 0, `up` above. */
  readonly tolerance: { readonly down: number; readonly up: number };
}

export interface Decision {
  /** Where the ratio lies: above or below the tolerance, within it, or not known. */
  readonly verdict: 'above' | 'below' | 'within' | 'undecided';
  /** Early and late rounds have each proven what the other rules out; the verdict is then `undecided`. */
  readonly contradictory: boolean;
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
 * Each proof, once reached, stands: Ville's inequality bounds the probability that it is ever reached in error.
 * A wrong verdict has probability at most alpha / decisions. When more than one of the three verdicts has been
 * proven, at least one is wrong or the rounds are not alike, and none is given.
 *
 * @param logRatios log(head / base) of each round, in order; at least one, all finite.
 * @throws RangeError for no rounds or a log-ratio that is not finite.
 */
export function decide(logRatios: readonly number[], rule: DecisionRule): Decision {
  if (logRatios.length === 0) throw new RangeError('nothing to decide from: no rounds');
  if (!logRatios.every(Number.isFinite)) throw new RangeError('every log-ratio must be a finite number');
  const { down, up } = rule.tolerance;
  const needed = evidenceNeeded(rule);
  const difference = medianBounds(logRatios, needed.difference);
  const bound = medianBounds(logRatios, needed.bound);

  const proven: Exclude<Decision['verdict'], 'undecided'>[] = [];
  if (difference.low > up) proven.push('above');
  if (difference.high < down) proven.push('below');
  if (bound.low > down && bound.high < up) proven.push('within');

  const contradictory = proven.length > 1;
  const verdict = contradictory ? 'undecided' : (proven[0] ?? 'undecided');
  return {
    verdict,
    contradictory,
    ...estimate(logRatios, verdict === 'within' ? bound : difference),
    rounds: logRatios.length,
  };
}

/**
 * The estimate with its bounds, as ratios. Bounds that cross are shown spanning both claims. The Hodges-Lehmann
 * estimate and the median part ways on skewed noise; the estimate is then held at the bound of the median.
 */
function estimate(logRatios: readonly number[], bounds: Bounds): Pick<Decision, 'ratio' | 'low' | 'high'> {
  const low = Math.min(bounds.low, bounds.high);
  const high = Math.max(bounds.low, bounds.high);
  const centre = Math.min(Math.max(hodgesLehmann(logRatios), low), high);
  return { ratio: Math.exp(centre), low: Math.exp(low), high: high === Infinity ? null : Math.exp(high) };
}
