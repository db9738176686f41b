/** What the rounds say of one measured indicator: head and control, each against the base. */
import type { Indicator, ReadingStatistic, RoundStatistic } from '../indicators.js';
import type { Measurement, Role, Round } from '../measure/measurement.js';
import { decide, type Decision, type DecisionRule } from '../stats/decide.js';
import { withoutOrderEffect } from '../stats/order-effect.js';
import { type JudgePolicy, logMargin, relativeTolerance, toleranceOf } from './policy.js';
import { absenceOf, type RoundContext, roundLogRatio, roundValue, typicalValue } from './round-statistic.js';

/** The part of a measurement that a verdict rests on. */
export type Rounds = Pick<Measurement, 'rounds' | 'batch' | 'emptyWorkerRssBytes' | 'meter' | 'device'>;

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

  const head = seriesOf(statistic, measurement, 'head');
  const missing = rounds.length - head.logRatios.length;
  if (missing > 0 || base === null) {
    const where = `in ${missing} of ${rounds.length} rounds`;
    return { ...values, outcome: { known: false, reason: `${absenceOf(statistic)} (${where})` } };
  }
  const control = seriesOf(statistic, measurement, 'control');
  const rule = ruleOf(indicator, head, policy);
  return {
    ...values,
    outcome: {
      known: true,
      tau: relativeTolerance(base, toleranceOf(indicator, policy)),
      rule,
      logRatios: freed(head),
      head: decide(freed(head), rule),
      control:
        control.logRatios.length < rounds.length
          ? null
          : decide(freed(control), ruleOf(indicator, control, policy, 1 / 2)),
    },
  };
}

/** What deciding needs of each round of one side: values of both and their log-ratio. */
export interface Series {
  readonly base: number[];
  readonly side: number[];
  readonly logRatios: number[];
  readonly sideFirst: boolean[];
}

export const emptySeries = (): Series => ({ base: [], side: [], logRatios: [], sideFirst: [] });

/** Adds a round to a series, if it has a value on both sides. */
export function append(
  series: Series,
  statistic: RoundStatistic | ReadingStatistic,
  round: Round,
  side: Exclude<Role, 'base'>,
  context: RoundContext,
): void {
  const logRatio = roundLogRatio(statistic, round, side, context);
  const base = roundValue(statistic, round.base, context);
  const value = roundValue(statistic, round[side], context);
  if (logRatio === null || base === null || value === null) return;
  series.base.push(base);
  series.side.push(value);
  series.logRatios.push(logRatio);
  series.sideFirst.push(round.launchOrder.indexOf(side) < round.launchOrder.indexOf('base'));
}

function seriesOf(
  statistic: RoundStatistic | ReadingStatistic,
  measurement: Rounds,
  side: Exclude<Role, 'base'>,
): Series {
  const series = emptySeries();
  for (const round of measurement.rounds) append(series, statistic, round, side, measurement);
  return series;
}

/** The log-ratios of a series, freed of the effect of order. */
export function freed({ logRatios, sideFirst }: Series): readonly number[] {
  return withoutOrderEffect(logRatios, sideFirst);
}

/**
 * The rule that decides an indicator.
 * @param share Part of the tolerance: 1/2 for the control.
 */
export function ruleOf(
  indicator: Indicator,
  { base, side }: Pick<Series, 'base' | 'side'>,
  { alpha, decisions, ...policy }: JudgePolicy,
  share = 1,
): DecisionRule {
  const tolerance = toleranceOf(indicator, policy);
  const up = base.map((value) => logMargin(value, tolerance, share));
  const down = side.map((value) => -logMargin(value, tolerance, share));
  return { tolerance: { down, up }, alpha, decisions };
}
