/** Base against head, one comparison for each indicator, in the order of the table. */
import { COUNTED, type Indicator, MEASURED } from '../indicators.js';
import type { Count, StaticProfile } from '../onnx/profile.js';
import { notMeasured, rowOf } from './comparison-row.js';
import type { Comparison, SidedValue, Verdict } from './judgement.js';
import { exceeds, isJudged, type JudgePolicy, toleranceOf } from './policy.js';

export { compareMeasured } from './measured-comparison.js';

/**
 * Compares what was counted, exactly. A difference beyond the tolerance is `regressed` or `improved`; a count that
 * is open on either side leaves the indicator `inconclusive`, and the reason names what could not be costed. What
 * only describes a model has no verdict.
 */
export function compareCounted(base: StaticProfile, head: StaticProfile, policy: JudgePolicy): Comparison[] {
  return COUNTED.map((indicator) =>
    compareExactly(indicator, countOf(base, indicator.id), countOf(head, indicator.id), policy),
  );
}

/** One indicator whose values are exact, whoever knows them. */
export function compareExactly(
  indicator: Indicator,
  base: SidedValue,
  head: SidedValue,
  policy: JudgePolicy,
): Comparison {
  const judged = isJudged(indicator, policy);
  const row = { ...rowOf(indicator, policy), base, head, rounds: null, control: null, evidence: null };
  if (base.value === null || head.value === null) {
    return { ...row, effect: null, verdict: judged ? 'inconclusive' : null, reason: openCounts(base, head) };
  }
  const ratio = base.value === 0 ? null : head.value / base.value;
  return {
    ...row,
    effect: ratio === null ? null : { ratio, low: ratio, high: ratio },
    verdict: judged ? exactVerdict(indicator, base.value, head.value, policy) : null,
    reason: null,
  };
}

/**
 * Base and head are the same bytes: nothing can differ, so nothing is measured and every indicator is equivalent,
 * also one whose count is open.
 * @param profile What was counted of the model; null where it was not counted.
 */
export function compareIdentical(profile: StaticProfile | null, policy: JudgePolicy): Comparison[] {
  return [...COUNTED, ...MEASURED].map((indicator) => {
    const measured = indicator.kind === 'measured';
    const value =
      measured || profile === null ? notMeasured('identical bytes') : countOf(profile, indicator.id);
    return {
      ...rowOf(indicator, policy),
      base: value,
      head: value,
      effect: { ratio: 1, low: 1, high: 1 },
      verdict: 'equivalent',
      reason: null,
      rounds: measured ? 0 : null,
      control: null,
      evidence: null,
    };
  });
}

/** The measured indicators of a model that could not be measured. */
export function compareUnmeasured(reason: string, policy: JudgePolicy): Comparison[] {
  return MEASURED.map((indicator) => ({
    ...rowOf(indicator, policy),
    base: notMeasured(reason),
    head: notMeasured(reason),
    effect: null,
    verdict: 'inconclusive',
    reason,
    rounds: 0,
    control: null,
    evidence: null,
  }));
}

function exactVerdict(indicator: Indicator, base: number, head: number, policy: JudgePolicy): Verdict {
  if (!exceeds(base, head, toleranceOf(indicator, policy))) return 'equivalent';
  return head < base === (indicator.better === 'lower') ? 'improved' : 'regressed';
}

function countOf({ counts, coverage }: StaticProfile, id: string): SidedValue {
  const count: Count | undefined = Object.hasOwn(counts, id) ? counts[id as keyof typeof counts] : undefined;
  const { value, reason } = count ?? { value: null, reason: null };
  if (value !== null) return { value, provenance: 'counted', reason: null };
  return { value, provenance: 'counted', reason: reason ?? uncosted(coverage.uncosted) };
}

function uncosted(operators: readonly string[]): string {
  return operators.length === 0
    ? 'it was not counted'
    : `operators without a stated cost: ${operators.join(', ')}`;
}

/** Why a count is open, and on which side. */
function openCounts(base: SidedValue, head: SidedValue): string {
  if (base.reason === head.reason) return `unknown for base and head: ${base.reason ?? ''}`;
  return Object.entries({ base, head })
    .filter(([, { value }]) => value === null)
    .map(([side, { reason }]) => `unknown for the ${side}: ${reason ?? ''}`)
    .join('; ');
}
