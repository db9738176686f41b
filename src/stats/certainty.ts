/** How sure a decision has to be, and what that asks of the evidence. */
import { STAKES } from './betting.js';

export interface Certainty {
  /** Error probability of all decisions together, 0 to 1. */
  readonly alpha: number;
  /** Decisions that alpha is split over, fixed before measuring. */
  readonly decisions: number;
}

/** Evidence that one of two opposite differences needs, and evidence that each bound of no difference needs. */
export function evidenceNeeded({ alpha, decisions }: Certainty): {
  readonly difference: number;
  readonly bound: number;
} {
  return { difference: (2 * decisions) / alpha, bound: decisions / alpha };
}

/** Rounds below which no difference can be proven, however large: all of them count in full. */
export function minimumRounds(certainty: Certainty): number {
  const { difference } = evidenceNeeded(certainty);
  const atBest = (rounds: number): number =>
    STAKES.reduce((sum, { stake, share }) => sum + share * (1 + stake) ** rounds, 0);
  let rounds = 0;
  while (atBest(rounds) < difference) rounds++;
  return rounds;
}
