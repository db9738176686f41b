/** A picture of an interval against its tolerance, in characters. */
import type { Direction } from '../indicators.js';
import type { Effect } from '../judge/judgement.js';

export const STRIP_WIDTH = 19;
/** What the characters mean, for those who see them first. Right is always worse. */
export const STRIP_LEGEND: readonly (readonly [characters: string, meaning: string])[] = [
  ['[ ]', 'tolerance'],
  ['│', 'no change'],
  ['●', 'estimate'],
  ['├─┤', 'its interval'],
  ['< >', 'beyond the scale'],
];

export interface StripScale {
  /** Fraction of the base that does not matter: 0.05 is 5 %. */
  readonly tolerance: number;
  /** Which way is better; worse is drawn to the right, whichever it is. */
  readonly better: Direction;
  /** Characters; odd, at least 9. */
  readonly width?: number;
}

/** Share of the half width that the tolerance takes, so that it is at the same place in every row. */
const BAND_SHARE = 0.3;
/** Error of logarithms, so that 1.05 is within 5 %. */
const ROUNDING = 1e-12;
/** The scale where nothing is tolerated. */
const FINEST_TOLERANCE = 0.01;

/**
 * The strip has a logarithmic scale with no change in the middle, so that twice and half are equally far from it.
 * Ends and estimate lie outside of the brackets exactly when they are beyond the tolerance.
 * No spaces, pipes or backticks: it keeps its shape in a Markdown code span.
 */
export function intervalStrip(
  { ratio, low, high }: Effect,
  { tolerance, better, width = STRIP_WIDTH }: StripScale,
): string {
  const half = Math.floor(width / 2);
  const band = Math.round(half * BAND_SHARE);
  const cellsPerLog = band / Math.log1p(Math.max(tolerance, FINEST_TOLERANCE));
  const edge = tolerance === 0 ? 0 : band;
  /** Cells to the right of no change, not bounded by the strip. */
  const place = (value: number): number => {
    const logRatio = Math.log(value);
    const offset = Math.abs(logRatio) * cellsPerLog;
    const beyond = Math.abs(logRatio) > Math.log1p(tolerance) + ROUNDING;
    const cells = beyond ? Math.max(Math.round(offset), edge + 1) : Math.round(offset);
    return logRatio > 0 === (better === 'lower') ? cells : -cells;
  };
  const ends = [place(low), place(high ?? Infinity)];
  const [best, worst, estimate] = [Math.min(...ends), Math.max(...ends), place(ratio)];

  const cells = Array.from({ length: 2 * half + 1 }, (_, index): string => {
    const at = index - half;
    const inside = at >= best && at <= worst && best !== worst;
    if (edge > 0 && Math.abs(at) === edge) return at < 0 ? '[' : ']';
    if (at === 0) return inside ? '┼' : '│';
    return inside ? '─' : '·';
  });
  const draw = (at: number, character: string): void => {
    if (Math.abs(at) <= half) cells[at + half] = character;
  };
  if (best !== worst) {
    draw(best, '├');
    draw(worst, '┤');
  }
  const leftmost = best < -half ? 1 - half : -half;
  const rightmost = worst > half ? half - 1 : half;
  if (best < -half) draw(-half, '<');
  if (worst > half) draw(half, '>');
  draw(Math.min(Math.max(estimate, leftmost), rightmost), '●');
  return cells.join('');
}
