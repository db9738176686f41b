/** What an open decision could have seen, and how much longer it would take. */
import { median } from 'simple-statistics';
import { evidenceAbove, fullDistances, type Line, score, STAKES } from './betting.js';
import { evidenceNeeded } from './certainty.js';
import { type DecisionRule, mirroredLine } from './decide.js';
import { hodgesLehmann } from './hodges-lehmann.js';

export interface Outlook {
  /**
   * Rounds that a decision would take beyond those there are, if the rest are like them; Infinity where the evidence
   * does not grow, as near the tolerance or in much noise.
   */
  readonly moreRounds: number;
  /**
   * The smallest ratio above the tolerance that as many rounds with this noise would prove in four of five
   * repetitions (the minimum detectable effect; below the tolerance, its mirror image); null where they are too few.
   */
  readonly detectableRatio: number | null;
}

/** Beyond this shift, in distances that count in full, every round counts in full anyway. */
const FARTHEST = 50;
const HALVINGS = 40;
/** The quantile of the normal distribution that four of five exceed. */
const FOUR_OF_FIVE = 0.8416;
/** A bet of everything that is lost costs all of that stake; for means it counts as this much. */
const RUIN = Math.log(1e-3);

/** How log-wealth grows in a round at one stake. */
interface Growth {
  readonly share: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Both figures come from the growth of the evidence: with the values scattered about their estimate as they are (and
 * as their mirror image: noise is symmetric), log-wealth at stake lambda grows by E[log(1 + lambda g)] a round.
 *
 * @param logRatios As `decide` has them; at least one.
 */
export function outlookOf(logRatios: readonly number[], rule: DecisionRule): Outlook {
  const { down, up } = rule.tolerance;
  const needed = evidenceNeeded(rule);
  const centre = hodgesLehmann(logRatios);
  const scatter = logRatios.flatMap((value) => [value - centre, centre - value]);
  // The last is what the next round would be scaled by.
  const distances = fullDistances([...logRatios, 0]);
  const distance = distances.at(-1) ?? 0;
  const growths = (shift: number): Growth[] => growthsAt(shift, scatter, distance);
  const mirrored = logRatios.map((value) => -value);
  const missing = (values: readonly number[], middle: number, line: Line, threshold: number): number => {
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
      missing(mirrored, -centre, mirroredLine(up), needed.bound),
    ),
  );
  const unit = distance > 0 ? distance : Number.EPSILON;
  const shift = smallestShift(FARTHEST * unit, (tried) =>
    growths(tried).some((growth) => proves(growth, logRatios.length, needed.difference)),
  );
  return { moreRounds, detectableRatio: shift === null ? null : Math.exp(typical(up) + shift) };
}

const typical = (line: Line): number => (typeof line === 'number' ? line : median([...line]));

/** Mean and deviation of the growth in one round, at each stake, when values lie that far above the line. */
function growthsAt(shift: number, scatter: readonly number[], distance: number): Growth[] {
  const gains = scatter.map((deviation) => score(shift + deviation, distance));
  return STAKES.map(({ stake, share }) => {
    const logs = gains.map((gain) => Math.max(Math.log1p(stake * gain), RUIN));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
    return { share, mean, deviation: Math.sqrt(variance) };
  });
}

/** Whether so many rounds reach the threshold in four of five repetitions, by the normal approximation. */
function proves({ share, mean, deviation }: Growth, rounds: number, threshold: number): boolean {
  return rounds * mean - FOUR_OF_FIVE * Math.sqrt(rounds) * deviation >= Math.log(threshold / share);
}

/** By bisection, since growth does not fall with the shift; null where not even the largest suffices. */
function smallestShift(largest: number, suffices: (shift: number) => boolean): number | null {
  if (!suffices(largest)) return null;
  let [tooSmall, enough] = [0, largest];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (tooSmall + enough) / 2;
    if (suffices(middle)) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}
