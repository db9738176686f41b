/** Why a decision is open, how much longer it would take, and what could have been seen. */
import { formatDuration, formatPercent, formatRatio } from '../quantity.js';
import { minimumRounds } from '../stats/certainty.js';
import { isNotable } from '../stats/diagnostics.js';
import type { RoundEvidence } from './judgement.js';
import type { KnownOutcome, Rounds } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';

/** Beyond so many times the rounds there were, a forecast is no advice. */
const FORESEEABLE = 20;

export function doubt(
  { head, tau }: KnownOutcome,
  evidence: RoundEvidence,
  { rounds: measured }: Rounds,
  policy: JudgePolicy,
): string {
  const { contradictory, rounds, low, high } = head;
  if (contradictory) return `early and late of ${rounds} rounds prove opposite things: the machine changed`;
  const roundS = secondsOfRound(measured);
  const inTime = (more: number): string => `about ${more} more (${formatDuration(more * roundS)})`;
  const needed = minimumRounds(policy);
  if (rounds < needed) {
    return `${rounds} rounds are too few to prove a difference: at least ${needed} are needed, ${inTime(needed - rounds)}`;
  }
  const interval = `${formatBound(low)} to ${high === null ? 'no upper bound' : formatBound(high)}`;
  const { moreRounds, detectableRatio } = evidence;
  const parts = [`${rounds} rounds, interval ${interval} crosses the tolerance of ${formatPercent(tau)}`];
  if (detectableRatio !== null)
    parts.push(
      `a difference of ${formatPercent(detectableRatio - 1)} or more would most likely have been seen`,
    );
  parts.push(
    moreRounds === null || moreRounds > FORESEEABLE * rounds
      ? 'too noisy or too near to the tolerance to say how many more would decide'
      : `${inTime(moreRounds)} would decide`,
  );
  if (isNotable(evidence.autocorrelation, rounds) || isNotable(evidence.drift, rounds))
    parts.push('the rounds follow each other, as on a machine that changes');
  return parts.join('; ');
}

/** The time between the ends of rounds; of a single one, all that went before it. */
function secondsOfRound(rounds: Rounds['rounds']): number {
  const [first, last] = [rounds[0]?.endedAtS ?? 0, rounds.at(-1)?.endedAtS ?? 0];
  return rounds.length < 2 ? last : (last - first) / (rounds.length - 1);
}

const formatBound = (ratio: number): string => (ratio < 10 ? ratio.toFixed(3) : formatRatio(ratio));
