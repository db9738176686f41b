/** What the rounds say of one measured indicator: head and control, each against the base. */
import type { Indicator, RoundStatistic } from '../indicators.js';
import type { Measurement, Role } from '../measure/measurement.js';
import { decide, type Decision, type DecisionRule } from '../stats/decide.js';
import { withoutOrderEffect } from '../stats/order-effect.js';
import { type JudgePolicy, logTolerance, relativeTolerance, toleranceOf } from './policy.js';
import { absenceOf, roundLogRatio, typicalValue } from './round-statistic.js';

/** The part of a measurement that a verdict rests on. */
export type Rounds = Pick<Measurement, 'rounds' | 'batch' | 'emptyWorkerRssBytes' | 'meter'>;

export interface KnownOutcome {
  readonly known: true;
  /** The tolerance as a fraction of the base. */
  readonly tau: number;
  readonly rule: DecisionRule;
  /** What `head` was decided from: a log-ratio for each round, freed of the effect of order. */
  readonly logRatios: readonly number[];
  readonly head: Decision;
  readonly control: Decision | null;
}

export interface Evidence {
  /** Typical values in the indicator's unit; null where no round has one. */
  readonly base: number | null;
  readonly head: number | null;
  readonly outcome: KnownOutcome | { readonly known: false; readonly reason: string };
}

/**
 * Decides head against base at the tolerance, and control against base at half of it. A round without a value
 * leaves the indicator undecided: to decide from the others would be to choose among the samples.
 */
export function weigh(indicator: Indicator, measurement: Rounds, policy: JudgePolicy): Evidence {
  const { statistic } = indicator;
  if (statistic === undefined) throw new TypeError(`${indicator.id} is not a measured indicator`);
  const { rounds } = measurement;
  const base = typicalValue(statistic, rounds, 'base', measurement);
  const values = { base, head: typicalValue(statistic, rounds, 'head', measurement) };
  if (rounds.length === 0) return { ...values, outcome: { known: false, reason: 'no round was measured' } };

  const head = logRatios(statistic, measurement, 'head');
  const missing = rounds.length - head.length;
  if (missing > 0 || base === null) {
    const where = `in ${missing} of ${rounds.length} rounds`;
    return { ...values, outcome: { known: false, reason: `${absenceOf(statistic)} (${where})` } };
  }
  const control = logRatios(statistic, measurement, 'control');
  const rule = ruleOf(indicator, base, policy);
  return {
    ...values,
    outcome: {
      known: true,
      tau: relativeTolerance(base, toleranceOf(indicator, policy)),
      rule,
      logRatios: head,
      head: decide(head, rule),
      control:
        control.length < rounds.length ? null : decide(control, ruleOf(indicator, base, policy, 1 / 2)),
    },
  };
}

/**
 * The rule that decides an indicator.
 * @param base The base's typical value.
 * @param share Part of the tolerance: 1/2 for the control.
 */
export function ruleOf(indicator: Indicator, base: number, policy: JudgePolicy, share = 1): DecisionRule {
  const { alpha, decisions } = policy;
  return { tolerance: logTolerance(base, toleranceOf(indicator, policy), share), alpha, decisions };
}

/** Log-ratios of the rounds that have one; those of all rounds are freed of the effect of order. */
function logRatios(
  statistic: RoundStatistic,
  measurement: Rounds,
  side: Exclude<Role, 'base'>,
): readonly number[] {
  const { rounds } = measurement;
  const values = rounds.flatMap((round) => roundLogRatio(statistic, round, side, measurement) ?? []);
  if (values.length < rounds.length) return values;
  return withoutOrderEffect(
    values,
    rounds.map(({ launchOrder }) => launchedBefore(launchOrder, side)),
  );
}

/** Whether a side's process was launched before the base's. */
export function launchedBefore(launchOrder: readonly Role[], side: Exclude<Role, 'base'>): boolean {
  return launchOrder.indexOf(side) < launchOrder.indexOf('base');
}
