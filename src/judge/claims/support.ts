/** Whether one comparison supports what is claimed of its indicator. */
import type { Claim } from '../../claims/claim.js';
import { figure } from '../sentence.js';
import type { Comparison, Effect } from '../judgement.js';
import type { Ruling } from './ruling.js';

export interface Support {
  readonly ruling: Ruling;
  readonly says: string;
}

type Stated = Pick<Claim, 'direction' | 'magnitude' | 'rounding'>;

/**
 * The direction is decided by the verdict, the size by the interval: its end that is worst for the claim must reach
 * the claimed ratio, within what the claim's own digits leave open. An interval that lies within those digits is
 * support whatever the tolerance: "0.5 % fewer parameters" can be counted.
 */
export function supportOf(claim: Stated, comparison: Comparison): Support {
  const { verdict, effect, reason } = comparison;
  const found = effect === null && verdict === 'inconclusive' ? comparison.label : figure(comparison);
  if (isExact(claim, effect)) return { ruling: 'upheld', says: found };
  if (verdict === 'inconclusive')
    return { ruling: 'unverifiable', says: `${found}, not decided${because(reason)}` };
  if (claim.direction === 'same') {
    return verdict === 'regressed'
      ? { ruling: 'refuted', says: `${found}, proven to be worse` }
      : { ruling: 'upheld', says: found };
  }
  const wanted = claim.direction === 'better' ? 'improved' : 'regressed';
  if (verdict === 'equivalent')
    return { ruling: 'refuted', says: `${found}, no difference beyond the tolerance` };
  if (verdict !== wanted)
    return {
      ruling: 'refuted',
      says: `${found}, proven to be ${verdict === 'regressed' ? 'worse' : 'better'}`,
    };
  if (reachesSize(claim, comparison)) return { ruling: 'upheld', says: found };
  const fault = claim.direction === 'better' ? 'overstated' : 'understated';
  return { ruling: 'partial', says: `${found}, the claim of ${formatClaimed(claim)} is ${fault}` };
}

const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);
const formatClaimed = ({ magnitude }: Stated): string => `${(magnitude ?? 1).toPrecision(3)} times`;

function isExact({ rounding, direction }: Stated, effect: Effect | null): boolean {
  if (rounding === null || effect?.high == null || direction === 'same') return false;
  return effect.low >= rounding.low && effect.high <= rounding.high;
}

/** A gain must be at least as large as claimed, a loss at most. */
function reachesSize({ direction, rounding }: Stated, { effect, better }: Comparison): boolean {
  if (rounding === null) return true;
  if (effect === null) return false;
  const [low, high] = [effect.low, effect.high ?? Infinity];
  const falls = (direction === 'better') === (better === 'lower');
  if (direction === 'better') return falls ? high <= rounding.high : low >= rounding.low;
  return falls ? high >= rounding.low : low <= rounding.high;
}
