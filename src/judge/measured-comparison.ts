/** The verdict on each measured indicator, from what its rounds say. */
import { type Direction, type Indicator, measuredIndicators } from '../indicators.js';
import { formatPercent } from '../quantity.js';
import type { Decision } from '../stats/decide.js';
import { diagnose } from '../stats/diagnostics.js';
import { outlookOf } from '../stats/outlook.js';
import { notMeasured, rowOf } from './comparison-row.js';
import { doubt } from './doubt.js';
import type { Comparison, Effect, RoundEvidence, SidedValue, Verdict } from './judgement.js';
import { type KnownOutcome, type Rounds, weigh } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';

/**
 * Compares what was measured. `regressed` and `improved` mean that the ratio is proven to lie beyond the
 * tolerance, `equivalent` that it is proven to lie within it. Where the base is found to differ from its own copy
 * by more than half of the tolerance, nothing is said to have regressed or improved.
 */
export function compareMeasured(
  measurement: Rounds,
  policy: JudgePolicy,
  indicators: readonly Indicator[] = measuredIndicators(isMetered(measurement), isOnDevice(measurement)),
): Comparison[] {
  return indicators.map((indicator) => compareOne(indicator, measurement, policy));
}

/** Whether counters of energy could be read. */
export function isMetered({ meter }: Pick<Rounds, 'meter'>): boolean {
  return meter !== undefined && 'domains' in meter;
}

/** Whether the card that the model ran on could be read. */
export function isOnDevice({ device }: Pick<Rounds, 'device'>): boolean {
  return device !== undefined && 'uuid' in device;
}

function compareOne(indicator: Indicator, measurement: Rounds, policy: JudgePolicy): Comparison {
  const { base, head, outcome } = weigh(indicator, measurement, policy);
  const row = { ...rowOf(indicator, policy), rounds: measurement.rounds.length };
  if (!outcome.known) {
    const sides = { base: sided(base, outcome.reason), head: sided(head, outcome.reason) };
    const control = { effect: null, differs: false };
    const unknown = { effect: null, verdict: 'inconclusive', reason: outcome.reason } as const;
    return { ...row, ...sides, ...unknown, control, evidence: null };
  }
  const { control } = outcome;
  const differs = control !== null && isDistorted(control);
  const found = verdictOf(outcome.head, indicator.better);
  const vetoed = differs && (found === 'regressed' || found === 'improved');
  const evidence = evidenceOf(outcome);
  return {
    ...row,
    base: sided(base, ''),
    head: sided(head, ''),
    effect: effectOf(outcome.head),
    verdict: vetoed ? 'inconclusive' : found,
    reason: vetoed
      ? selfDifference(control)
      : found === 'inconclusive'
        ? doubt(outcome, evidence, measurement, policy)
        : null,
    control: { effect: control === null ? null : effectOf(control), differs },
    evidence,
  };
}

function evidenceOf({ head, logRatios, rule }: KnownOutcome): RoundEvidence {
  const { moreRounds, detectableRatio } = outlookOf(logRatios, rule);
  return {
    provenAfter: head.provenAfter,
    ...diagnose(logRatios),
    detectableRatio,
    moreRounds: head.provenAfter === null && Number.isFinite(moreRounds) ? moreRounds : null,
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
