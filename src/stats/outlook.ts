/** What an open decision could have seen, and how much longer it would take. */
import { evidenceAbove, fullDistances, score, STAKES } from './betting.js';
import { evidenceNeeded } from './certainty.js';
import type { DecisionRule } from './decide.js';
import { hodgesLehmann } from './hodges-lehmann.js';

export interface Outlook {
  /**
   * Rounds that a decision would take beyond those there are, if the rest are like them; Infinity where the estimate
   * lies on the tolerance, so that no number of rounds is likely to do.
   */
  readonly moreRounds: number;
  /**
   * The smallest ratio above the tolerance that as many rounds with this noise would be expected to prove (the
   * minimum detectable effect; below the tolerance, its mirror image); null where they are too few for any.
   */
  readonly detectableRatio: number | null;
}

/** Beyond this shift, in distances that count in full, every round counts in full anyway. */
const FARTHEST = 50;
const HALVINGS = 40;

/**
 * Both figures come from the growth of the evidence: with the values scattered about their estimate as they are (and
 * as their mirror image: noise is symmetric), log-wealth grows by E[log(1 + lambda g)] a round, and is due when it
 * has grown from what it is to the threshold.
 *
 * @param logRatios As `decide` has them; at least one.
 */
export function outlookOf(logRatios: readonly number[], rule: DecisionRule): Outlook {
  const { down, up } = rule.tolerance;
  const needed = evidenceNeeded(rule);
  const centre = hodgesLehmann(logRatios);
  const scatter = logRatios.flatMap((value) => [value - centre, centre - value]);
  // What the next round would be scaled by.
  const distance = fullDistances([...logRatios, 0]).at(-1) ?? 0;
  const growth = (shift: number): number => fastestGrowth(shift, scatter, distance);
  const mirrored = logRatios.map((value) => -value);
  const missing = (values: readonly number[], line: number, shift: number, threshold: number): number => {
    const best = Math.max(...evidenceAbove(values, line));
    if (best >= threshold) return 0;
    const last = evidenceAbove(values, line).at(-1) ?? 1;
    const rate = growth(shift);
    return rate > 0 ? Math.ceil(Math.log(threshold / Math.max(last, Number.MIN_VALUE)) / rate) : Infinity;
  };
  const moreRounds = Math.min(
    missing(logRatios, up, centre - up, needed.difference),
    missing(mirrored, -down, down - centre, needed.difference),
    Math.max(
      missing(logRatios, down, centre - down, needed.bound),
      missing(mirrored, -up, up - centre, needed.bound),
    ),
  );
  return { moreRounds, detectableRatio: detectable(logRatios.length, growth, distance, rule) };
}

/** The mean growth of log-wealth in one round at the best stake, when values lie that far above the line. */
function fastestGrowth(shift: number, scatter: readonly number[], distance: number): number {
  const gains = scatter.map((deviation) => score(shift + deviation, distance));
  const growths = STAKES.map(
    ({ stake }) => gains.reduce((sum, gain) => sum + Math.log1p(stake * gain), 0) / gains.length,
  );
  return Math.max(...growths);
}

/** By bisection on the shift, since the growth does not fall with it. */
function detectable(
  rounds: number,
  growth: (shift: number) => number,
  distance: number,
  { tolerance, ...certainty }: DecisionRule,
): number | null {
  const { difference } = evidenceNeeded(certainty);
  // The stake that grows fastest starts with a part of the wealth: the usual one with most of it.
  const due = Math.log(difference / Math.max(...STAKES.map(({ share }) => share)));
  const suffices = (shift: number): boolean => rounds * growth(shift) >= due;
  const unit = distance > 0 ? distance : Number.EPSILON;
  if (!suffices(FARTHEST * unit)) return null;
  let [tooSmall, enough] = [0, FARTHEST * unit];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (tooSmall + enough) / 2;
    if (suffices(middle)) enough = middle;
    else tooSmall = middle;
  }
  return Math.exp(tolerance.up + enough);
}
