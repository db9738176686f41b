/** What the rounds say of one measured indicator: head and control, each against the base. */
import type { Indicator, RoundStatistic } from '../indicators.js';
import type { Measurement, Role } from '../measure/measurement.js';
import { decide, type Decision } from '../stats/decide.js';
import { type JudgePolicy, logTolerance, relativeTolerance, toleranceOf } from './policy.js';
import { absenceOf, roundLogRatio, typicalValue } from './round-statistic.js';

/** The part of a measurement that a verdict rests on; it may still be growing. */
export type Rounds = Pick<Measurement, 'rounds' | 'batch' | 'emptyWorkerRssBytes'>;

export interface Evidence {
  /** Typical values in the indicator's unit; null where no round has one. */
  readonly base: number | null;
  readonly head: number | null;
  readonly outcome:
    | {
        readonly known: true;
        readonly tau: number;
        readonly head: Decision;
        readonly control: Decision | null;
      }
    | { readonly known: false; readonly reason: string };
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
  const tolerance = toleranceOf(indicator, policy);
  const { alpha, decisions } = policy;
  const rule = (share: number): Parameters<typeof decide>[1] => ({
    tolerance: logTolerance(base, tolerance, share),
    alpha,
    decisions,
  });
  return {
    ...values,
    outcome: {
      known: true,
      tau: relativeTolerance(base, tolerance),
      head: decide(head, rule(1)),
      control: control.length < rounds.length ? null : decide(control, rule(1 / 2)),
    },
  };
}

function logRatios(statistic: RoundStatistic, measurement: Rounds, side: Exclude<Role, 'base'>): number[] {
  return measurement.rounds.flatMap((round) => roundLogRatio(statistic, round, side, measurement) ?? []);
}
