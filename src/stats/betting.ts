/**
 * Evidence that rounds tend to lie above a line, which may be looked at after every round: the wealth of a gambler who
 * starts with 1 and stakes a part of it on every next round lying above the line.
 *
 * Round i, at x_i = value - line, multiplies the wealth of stake lambda by
 *
 *     1 + lambda * g_i(x_i),     g_i(x) = clip(x / s_i, -1, 1),     s_i = MAD / 2 of the rounds before i
 *
 * (the sign of x while s_i = 0). If, given the rounds before, x_i is symmetric about 0, the expected factor is 1: g_i
 * is odd and fixed before round i. If its centre lies below the line, the factor is smaller, for g_i never
 * decreases. The same holds of the average over stakes, so the probability that it ever reaches c is at most 1/c
 * (Ville 1939). Nothing is assumed of the size or shape of the noise, nor that rounds are alike; one wild round
 * counts as one round.
 *
 * Why x_i is symmetric: base and head take part in a round in random roles, so a head that differs from the base by
 * the factor e^line alone could change places with it, which turns x_i into -x_i.
 *
 * Sources: de la Peña 1999, "A general class of exponential inequalities for martingales and ratios" (symmetric
 * increments); Ramdas, Ruf, Larsson and Koolen 2020, "Admissible anytime-valid sequential inference must rely on
 * nonnegative martingales"; Waudby-Smith and Ramdas 2024, "Estimating means of bounded random variables by betting";
 * Huber 1964, "Robust estimation of a location parameter" (the clipped score).
 */
import { RunningSpread } from './running-spread.js';

/**
 * Stakes and the share of the first wealth that each plays with. 0.6 grows fastest where a proof is due after 24 to 40
 * rounds; 1 and 0.8 serve plain differences, 0.4 and 0.2 long runs.
 */
export const STAKES: readonly { readonly stake: number; readonly share: number }[] = [
  { stake: 1, share: 0.1 },
  { stake: 0.8, share: 0.1 },
  { stake: 0.6, share: 0.6 },
  { stake: 0.4, share: 0.1 },
  { stake: 0.2, share: 0.1 },
];

/**
 * A third of a standard deviation of normal noise: nearer, distance counts; farther, the side alone does. Wider would
 * use more of well-behaved noise, and err more often where noise is skewed (docs/analysis.md).
 */
const CLIP = 0.5;

/** Rounds that count by their side alone, before a spread can be told. */
const UNSCALED_ROUNDS = 3;

/** For each round, the distance from a line at which it counts in full, from the rounds before it. */
export function fullDistances(values: readonly number[]): readonly number[] {
  const earlier = new RunningSpread();
  return values.map((value, index) => {
    const distance = index < UNSCALED_ROUNDS ? 0 : CLIP * earlier.medianAbsoluteDeviation();
    earlier.add(value);
    return distance;
  });
}

/** What a round at this distance above a line counts for: 1 in full, -1 in full against it. */
export function score(deviation: number, fullDistance: number): number {
  return fullDistance > 0 ? Math.max(-1, Math.min(1, deviation / fullDistance)) : Math.sign(deviation);
}

/** Where values are tested: the same for all rounds, or for each its own, which may know what that round saw. */
export type Line = number | readonly number[];

const lineAt = (line: Line, round: number): number =>
  typeof line === 'number' ? line : (line[round] ?? Number.NaN);

/** The evidence after each round that the values lie above a line. */
export function evidenceAbove(
  values: readonly number[],
  line: Line,
  distances: readonly number[] = fullDistances(values),
): readonly number[] {
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
