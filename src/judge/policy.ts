/** What judging goes by, and how far apart base and head may be before they count as different. */
import type { Indicator, Tolerance } from '../indicators.js';

/** The part of the run's policy that comparing needs. Fixed before anything is measured. */
export interface JudgePolicy {
  /** Error probability of all timing decisions of the run together. */
  readonly alpha: number;
  /** Timing decisions that alpha is split over. */
  readonly decisions: number;
  /** Indicators whose tolerance differs from the table's default, or from what a metric declares. */
  readonly tolerances: Readonly<Partial<Record<string, Tolerance>>>;
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
 * The log-ratios of head over base between which a difference does not matter. The relative part is symmetric as a
 * ratio (1.05 up, 1/1.05 down), the absolute part as a difference (base + 1 MiB up, base - 1 MiB down), so downwards
 * the farther of the two counts: -Infinity where the floor is no less than the base.
 * @param base The base's value, above 0.
 * @param share Part of the tolerance: 1/2 for the control.
 */
export function logTolerance(
  base: number,
  { relative = 0, absolute = 0 }: Tolerance,
  share = 1,
): { readonly down: number; readonly up: number } {
  const floor = (share * absolute) / base;
  return {
    up: Math.log1p(Math.max(share * relative, floor)),
    down: Math.min(-Math.log1p(share * relative), Math.log1p(-Math.min(floor, 1))),
  };
}
