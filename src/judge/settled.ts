import { MEASURED } from '../indicators.js';
import { type Rounds, weigh } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';

/**
 * Whether more rounds can no longer change any verdict for the better, so that measuring may stop: every measured
 * indicator is decided, contradicts itself or cannot be had. Proofs never lapse.
 */
export function settled(measurement: Rounds, policy: JudgePolicy): boolean {
  if (measurement.rounds.length === 0) return false;
  return MEASURED.every((indicator) => {
    const { outcome } = weigh(indicator, measurement, policy);
    return !outcome.known || outcome.head.verdict !== 'undecided' || outcome.head.contradictory;
  });
}
