/** Base against head in the quality that the repository declares. */
import type { Declaration, Metric, Unevaluated } from '../declared/declaration.js';
import { ALL_QUALITY, QUALITY_PREFIX, type Tolerance } from '../indicators.js';
import { formatDifference, formatTolerance } from '../quantity.js';
import { pairedDifference } from '../stats/paired-difference.js';
import { notMeasured } from './comparison-row.js';
import type { Comparison, Difference, Effect, SidedValue, Verdict } from './judgement.js';
import type { JudgePolicy } from './policy.js';

/** Errors of adding up decimals, so that 76.1 to 75.9 is a difference of 0.2. */
const ROUNDING = 1e-9;

/**
 * A row for every metric that either side declares. One number a side is compared exactly; outcomes of the same
 * examples give an interval, and the verdict says what that interval proves. A metric that the head no longer declares
 * leaves a required row open; one that the base does not declare yet has nothing to be held to.
 * @param unevaluated Why the quality command said nothing of a side: its quality may be any, and is not known. A base
 * that is not known is no base without metrics, so that rows stay required.
 */
export function compareQuality(
  base: Declaration | null,
  head: Declaration | null,
  policy: JudgePolicy,
  unevaluated: Unevaluated = EVALUATED,
): Comparison[] {
  const [before, after] = [base?.quality ?? {}, head?.quality ?? {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const paired = names.filter((name) => before[name]?.outcomes != null && after[name]?.outcomes != null);
  const alpha = policy.alpha / Math.max(1, paired.length);
  const rows = names.map((name) => {
    const sides = { base: before[name], head: after[name] };
    return compareMetric({ id: `${QUALITY_PREFIX}${name}`, label: name }, sides, unevaluated, alpha, policy);
  });
  // Where nobody knows the names of the metrics, one row stands for all of them.
  if (unevaluated.base === null || rows.some(({ base: known }) => known.value === null)) return rows;
  return [...rows, compareMetric({ id: ALL_QUALITY, label: ALL_QUALITY }, {}, unevaluated, alpha, policy)];
}

const EVALUATED: Unevaluated = { base: null, head: null };

function compareMetric(
  { id, label }: { readonly id: string; readonly label: string },
  { base, head }: { readonly base?: Metric | undefined; readonly head?: Metric | undefined },
  unevaluated: Unevaluated,
  alpha: number,
  policy: JudgePolicy,
): Comparison {
  // The base's word counts, so that a change cannot relax its own tolerance.
  const { better, unit, tolerance: own } = base ?? head ?? NOTHING;
  const tolerance = policy.tolerances[id] ?? own;
  const held = base !== undefined || unevaluated.base !== null;
  const row = {
    indicator: id,
    label,
    unit,
    better,
    kind: 'declared',
    tolerance,
    gated: held,
    required: held && policy.required.includes(ALL_QUALITY),
    base: sided(base, unevaluated.base),
    head: sided(head, unevaluated.head),
    rounds: null,
    control: null,
    evidence: null,
  } as const;
  const open = (reason: string): Comparison => ({ ...row, effect: null, verdict: 'inconclusive', reason });
  if (base === undefined) return open(unevaluated.base ?? 'the base does not declare it');
  if (head === undefined) return open(unevaluated.head ?? 'the head does not declare it');
  if (head.better !== base.better || head.unit !== base.unit) {
    return open('base and head declare it with another unit or direction');
  }
  if (base.outcomes !== null && head.outcomes !== null && base.outcomes.length !== head.outcomes.length) {
    return open(`outcomes of ${base.outcomes.length} and ${head.outcomes.length} examples cannot be paired`);
  }
  const difference = differenceOf(base, head, alpha);
  const verdict = verdictOn(difference, better, allowed(base.value, head.value, tolerance));
  return {
    ...row,
    effect: effectOf(base.value, difference),
    difference,
    verdict,
    reason:
      verdict === 'inconclusive'
        ? `${formatDifference(difference, unit)} crosses the tolerance of ${formatTolerance(tolerance, unit)}`
        : null,
  };
}

const NOTHING: Pick<Metric, 'better' | 'unit' | 'tolerance'> = { better: 'higher', unit: '', tolerance: {} };

function differenceOf(base: Metric, head: Metric, alpha: number): Difference {
  const value = head.value - base.value;
  if (base.outcomes === null || head.outcomes === null) return { value, low: value, high: value };
  const { difference, low, high, differing } = pairedDifference(base.outcomes, head.outcomes, alpha);
  // Outcomes that are the same for every example leave nothing to be unsure of.
  return differing === 0 ? { value: 0, low: 0, high: 0 } : { value: difference, low, high };
}

/** Both parts of a tolerance must be exceeded: the larger counts. */
function allowed(base: number, head: number, { relative = 0, absolute = 0 }: Tolerance): number {
  return Math.max(relative * Math.abs(base), absolute) + ROUNDING * Math.max(Math.abs(base), Math.abs(head));
}

function verdictOn({ low, high }: Difference, better: Metric['better'], within: number): Verdict {
  const [least, most] = better === 'lower' ? [low, high] : [-high, -low];
  if (least > within) return 'regressed';
  if (most < -within) return 'improved';
  return least >= -within && most <= within ? 'equivalent' : 'inconclusive';
}

/** As a ratio, where the metric is a positive quantity. */
function effectOf(base: number, { value, low, high }: Difference): Effect | null {
  if (base <= 0) return null;
  const ratioOf = (difference: number): number => Math.max(0, (base + difference) / base);
  return { ratio: ratioOf(value), low: ratioOf(low), high: ratioOf(high) };
}

const sided = (metric: Metric | undefined, unevaluated: string | null): SidedValue =>
  metric === undefined
    ? notMeasured(unevaluated ?? 'it is not declared')
    : { value: metric.value, provenance: 'declared', reason: null };
