/** The verdict on each measured indicator, from what its rounds say. */
import { type Direction, type Indicator, MEASURED } from '../indicators.js';
import { formatPercent, formatRatio } from '../quantity.js';
import type { Decision } from '../stats/decide.js';
import { minimumRounds } from '../stats/sign-mixture.js';
import { notMeasured, rowOf } from './comparison-row.js';
import type { Comparison, Effect, SidedValue, Verdict } from './judgement.js';
import { type Rounds, weigh } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';

/**
 * Compares what was measured. `regressed` and `improved` mean that the ratio is proven to lie beyond the
 * tolerance, `equivalent` that it is proven to lie within it. Where the base is found to differ from its own copy
 * by more than half of the tolerance, nothing is said to have regressed or improved.
 */
export function compareMeasured(measurement: Rounds, policy: JudgePolicy): Comparison[] {
  return MEASURED.map((indicator) => compareOne(indicator, measurement, policy));
}

function compareOne(indicator: Indicator, measurement: Rounds, policy: JudgePolicy): Comparison {
  const { base, head, outcome } = weigh(indicator, measurement, policy);
  const row = { ...rowOf(indicator, policy), rounds: measurement.rounds.length };
  if (!outcome.known) {
    const sides = { base: sided(base, outcome.reason), head: sided(head, outcome.reason) };
    const control = { effect: null, differs: false };
    return { ...row, ...sides, effect: null, verdict: 'inconclusive', reason: outcome.reason, control };
  }
  const { control, tau } = outcome;
  const differs = control !== null && isDistorted(control);
  const found = verdictOf(outcome.head, indicator.better);
  const vetoed = differs && (found === 'regressed' || found === 'improved');
  return {
    ...row,
    base: sided(base, ''),
    head: sided(head, ''),
    effect: effectOf(outcome.head),
    verdict: vetoed ? 'inconclusive' : found,
    reason: vetoed
      ? selfDifference(control)
      : found === 'inconclusive'
        ? doubt(outcome.head, tau, policy)
        : null,
    control: { effect: control === null ? null : effectOf(control), differs },
  };
}

function verdictOf({ verdict }: Decision, better: Direction): Verdict {
  const higher: Verdict = better === 'higher' ? 'improved' : 'regressed';
  const lower: Verdict = better === 'lower' ? 'improved' : 'regressed';
  return ({ above: higher, below: lower, within: 'equivalent', undecided: 'inconclusive' } as const)[verdict];
}

function effectOf({ ratio, low, high }: Decision): Effect {
  return { ratio, low, high };
}

function sided(value: number | null, reason: string): SidedValue {
  return value === null ? notMeasured(reason) : { value, provenance: 'measured', reason: null };
}

/** Found to differ, be it for a while only: of two proofs that contradict each other, one at least says so. */
function isDistorted({ verdict, contradictory }: Decision): boolean {
  return verdict === 'above' || verdict === 'below' || contradictory;
}

function selfDifference({ ratio, contradictory, rounds }: Decision): string {
  return contradictory
    ? `the base differs from itself in some of ${rounds} rounds and not in others: the machine changed`
    : `the base differs from itself by ${formatPercent(ratio - 1)}`;
}

/** Why a decision is open, so that the reader knows whether more rounds would help. */
function doubt({ contradictory, rounds, low, high }: Decision, tau: number, policy: JudgePolicy): string {
  const needed = minimumRounds(policy);
  if (rounds < needed) return `${rounds} rounds are too few for a verdict: at least ${needed} are needed`;
  if (contradictory) return `early and late of ${rounds} rounds prove opposite things: the machine changed`;
  const interval = `${formatBound(low)} to ${high === null ? 'no upper bound' : formatBound(high)}`;
  return `${rounds} rounds, interval ${interval} crosses the tolerance of ${formatPercent(tau)}`;
}

const formatBound = (ratio: number): string => (ratio < 10 ? ratio.toFixed(3) : formatRatio(ratio));
