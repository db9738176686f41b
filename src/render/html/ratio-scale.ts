/** A logarithmic scale of head over base on which worse is always on the same side. */
import type { Comparison, Effect } from '../../judge/judgement.js';

/** What an effect is on the scale of cost: below 1 is better, above 1 is worse. */
export interface Oriented {
  readonly low: number;
  readonly estimate: number;
  /** Infinite where the rounds are too few to bound it. */
  readonly high: number;
}

export function oriented({ ratio, low, high }: Effect, better: Comparison['better']): Oriented {
  const top = high ?? Infinity;
  return better === 'lower'
    ? { low, estimate: ratio, high: top }
    : { low: 1 / top, estimate: 1 / ratio, high: 1 / low };
}

/** The tolerance as a fraction of the base: a difference counts when it exceeds both of its parts. */
export function toleratedFraction({ tolerance, base }: Pick<Comparison, 'tolerance' | 'base'>): number {
  const { relative = 0, absolute = 0 } = tolerance;
  return absolute === 0 || base.value === null || base.value === 0
    ? relative
    : Math.max(relative, absolute / base.value);
}

const LEAST_REACH = 1.12;
const MOST_REACH = 8;
const MARGIN = 1.04;

/** How far a scale reaches to both sides, as a ratio, to show all values but those beyond a factor of 8. */
export function reachOf(values: readonly number[], least = LEAST_REACH): number {
  const farthest = values
    .filter((value) => value > 0 && Number.isFinite(value))
    .map((value) => Math.max(value, 1 / value));
  return Math.min(Math.max(least, ...farthest) * MARGIN, MOST_REACH);
}

const STEPS: readonly (readonly [reach: number, above: readonly number[]])[] = [
  [1.05, [1.01, 1.02, 1.04]],
  [1.13, [1.05, 1.1]],
  [1.3, [1.1, 1.2]],
  [1.7, [1.25, 1.5]],
  [2.6, [1.5, 2]],
  [5, [2, 4]],
  [10, [2, 5]],
];

/** Ratios to mark: 1 and, as far from it to both sides, a few others. */
export function ticksWithin(reach: number): number[] {
  const above = (STEPS.find(([limit]) => reach <= limit) ?? STEPS.at(-1))?.[1] ?? [];
  const shown = above.filter((ratio) => ratio <= reach);
  return [...shown.map((ratio) => 1 / ratio).reverse(), 1, ...shown];
}

export const ratioText = (ratio: number): string => String(Number(ratio.toFixed(2)));
