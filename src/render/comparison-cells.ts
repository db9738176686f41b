/** The texts of one indicator's row, the same in every medium. Nothing missing is blank or zero. */
import type { Comparison, Effect, SidedValue } from '../judge/judgement.js';
import { formatApart, formatDifference, formatEstimate, formatQuantity, formatRatio } from '../quantity.js';
import { intervalStrip } from './interval.js';

export interface ComparisonCells {
  readonly base: string;
  readonly head: string;
  /** Head over base: `1.28 times`, `0.88 times [0.85, 0.92]`. */
  readonly change: string;
  /** Null without an effect, and where neither side is better. */
  readonly strip: string | null;
}

export const NOT_MEASURED = 'not measured';

export function comparisonCells(comparison: Comparison, stripWidth?: number): ComparisonCells {
  const [base, head] = values(comparison);
  return { base, head, change: change(comparison), strip: strip(comparison, stripWidth) };
}

/** Exact values that differ look different; measured ones are no finer than they are known. */
function values({ base, head, effect, kind, unit }: Comparison): [string, string] {
  const exact = kind === 'counted' || kind === 'declared' || (kind === 'derived' && isExact(effect));
  if (exact && base.value !== null && head.value !== null) {
    return formatApart(base.value, head.value, unit);
  }
  const text = ({ value }: SidedValue): string =>
    value === null ? NOT_MEASURED : formatQuantity(value, unit);
  return [text(base), text(head)];
}

const isExact = (effect: Effect | null): boolean => effect !== null && effect.low === effect.high;

function change({ base, head, effect, kind, difference, unit }: Comparison): string {
  if (difference !== undefined)
    return difference.value === 0 && isExact(effect) ? 'the same' : formatDifference(difference, unit);
  if (effect === null) {
    if (base.value !== 0 || head.value === null) return 'unknown';
    return head.value === 0 ? 'the same' : 'no ratio to 0';
  }
  if (kind === 'measured' || !isExact(effect)) {
    return formatEstimate(effect.ratio, effect.low, effect.high).replace(' ', ' times ');
  }
  return effect.ratio === 1 ? 'the same' : `${formatRatio(effect.ratio)} times`;
}

/** Why a value or a verdict is missing; null when neither is, and for what is derived: its source says why. */
export function openReason({ base, head, reason, verdict, kind }: Comparison): string | null {
  if (kind === 'derived') return null;
  const missing = [base, head].find(({ value }) => value === null);
  if (missing === undefined && verdict !== 'inconclusive') return null;
  return reason ?? missing?.reason ?? 'the reason is not recorded';
}

function strip(comparison: Comparison, width?: number): string | null {
  const { effect, base, tolerance, better, verdict } = comparison;
  if (effect === null || verdict === null) return null;
  const { relative = 0, absolute = 0 } = tolerance;
  // A difference counts when it exceeds both parts: the larger one bounds it.
  const bound = absolute === 0 || base.value === null ? relative : Math.max(relative, absolute / base.value);
  return intervalStrip(effect, { tolerance: bound, better, ...(width === undefined ? {} : { width }) });
}
