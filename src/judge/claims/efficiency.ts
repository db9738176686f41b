/** Claims of efficiency as such: upheld by dominance alone, since no single number stands for efficiency. */
import type { Claim } from '../../claims/claim.js';
import type { Comparison, Relation } from '../judgement.js';
import { enumerate, figures } from '../sentence.js';
import type { Support } from './support.js';

const PROOF: Readonly<Record<Claim['direction'], Relation>> = {
  better: 'dominates',
  worse: 'dominated',
  same: 'equivalent',
};

export function efficiencySupport(
  { direction, magnitude }: Pick<Claim, 'direction' | 'magnitude'>,
  {
    relation,
    comparisons,
  }: { readonly relation: Relation | null; readonly comparisons: readonly Comparison[] },
): Support {
  if (relation === null) return { ruling: 'unverifiable', says: 'base and head were not compared' };
  const worse = figures(
    comparisons.filter(({ verdict }) => verdict === 'regressed'),
    'losses',
  );
  const says = `relation: ${relation}${worse.length === 0 ? '' : `, with ${enumerate(worse)}`}`;
  if (relation === 'inconclusive')
    return { ruling: direction === 'better' && worse.length > 0 ? 'refuted' : 'unverifiable', says };
  if (relation !== PROOF[direction]) return { ruling: 'refuted', says };
  if (magnitude === null) return { ruling: 'upheld', says };
  return { ruling: 'partial', says: `${says}; no one number measures efficiency` };
}
