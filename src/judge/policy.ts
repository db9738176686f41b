/** What judging goes by, and how far apart base and head may be before they count as different. */
import type { Indicator, Tolerance, Tolerances } from '../indicators.js';

/** The part of the run's policy that comparing needs. Fixed before anything is measured. */
export interface JudgePolicy {
  /** Error probability of all timing decisions of the run together. */
  readonly alpha: number;
  /** Timing decisions that alpha is split over. */
  readonly decisions: number;
  /** Indicators whose tolerance differs from the table's default, or from what a metric declares. */
  readonly tolerances: Tolerances;
  /** Ids of the indicators that the relation of two models needs; `quality` stands for all declared metrics. */
  readonly required: readonly string[];
}

/** The tolerance of an indicator under a policy, without keys that are not set. */
export function toleranceOf(
  { id, tolerance }: Indicator,
  policy: Pick<JudgePolicy, 'tolerances'>,
): Tolerance {
  const { relative, absolute } = policy.tolerances[id] ?? tolerance;
  return { ...(relative === undefined ? {} : { relative }), ...(absolute === undefined ? {} : { absolute }) };
}

/** Whether there is a verdict on an indicator, or it is only described. */
export function isJudged(
  { id, descriptive }: Indicator,
  { tolerances, required }: Pick<JudgePolicy, 'tolerances' | 'required'>,
): boolean {
  return descriptive !== true || tolerances[id] !== undefined || required.includes(id);
}

/**
 * Whether an exact difference counts. The quotient is compared and not the product, so that 29 of 100 is exactly
 * 29 %. Beside a base of zero any difference is infinite in relation.
 */
export function exceeds(base: number, head: number, { relative, absolute }: Tolerance): boolean {
  const difference = Math.abs(head - base);
  return difference > 0 && difference / base > (relative ?? 0) && difference > (absolute ?? 0);
}

/**
 * The tolerance of a measured indicator as one fraction of the base: since both parts must be exceeded, the
 * larger of the two.
 * @param base The base's value, above 0.
 */
export function relativeTolerance(base: number, { relative, absolute }: Tolerance): number {
  return Math.max(relative ?? 0, (absolute ?? 0) / base);
}

/**
 * How far above a value of one round another must lie to count as different, on the log scale: beyond the relative
 * part of the tolerance and beyond the absolute one, which becomes a ratio with the value of that very round. A ratio
 * with a typical value would move with the rounds that are tested against it.
 * @param value Above 0.
 * @param share Part of the tolerance: 1/2 for the control.
 */
export function logMargin(value: number, { relative = 0, absolute = 0 }: Tolerance, share = 1): number {
  return Math.log1p(share * Math.max(relative, absolute / value));
}
