/** How two models relate over several indicators at once. */
import type { Comparison, ModelJudgement, Relation } from './judgement.js';

export type Standing = Omit<ModelJudgement, 'sentence'>;

/**
 * The relation of head to base. Gains count where they were asked for, losses count wherever they were found:
 *
 * 1. a required indicator improved and any reported one regressed: `trade-off`;
 * 2. else a required indicator is inconclusive or missing: `inconclusive`;
 * 3. else a required one improved: `dominates`;
 * 4. else any reported one regressed: `dominated`;
 * 5. else `equivalent`.
 *
 * What is derived adds no evidence: its source stands for it.
 *
 * Swapping base and head mirrors it wherever every indicator that differs is a required one.
 *
 * @param required Ids of the indicators that the relation needs; those without a comparison count as missing.
 */
export function relate(all: readonly Comparison[], required: readonly string[]): Standing {
  const comparisons = all.filter(({ kind }) => kind !== 'derived');
  const withVerdict = (...verdicts: Comparison['verdict'][]): string[] =>
    comparisons.filter(({ verdict }) => verdicts.includes(verdict)).map(({ indicator }) => indicator);
  const improved = withVerdict('improved');
  const regressed = withVerdict('regressed');
  const present = new Set(comparisons.map(({ indicator }) => indicator));
  const unknown = [...withVerdict('inconclusive'), ...required.filter((id) => !present.has(id))];

  const isRequired = (id: string): boolean => required.includes(id);
  const gained = improved.some(isRequired);
  return {
    relation: relationOf(gained, regressed.length > 0, unknown.some(isRequired)),
    improved,
    regressed,
    unknown,
  };
}

function relationOf(gained: boolean, lost: boolean, open: boolean): Relation {
  if (gained && lost) return 'trade-off';
  if (open) return 'inconclusive';
  if (gained) return 'dominates';
  return lost ? 'dominated' : 'equivalent';
}
