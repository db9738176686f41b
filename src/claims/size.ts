/** What a stated size makes of an indicator's value: the claimed ratio of head to base. */
import type { ClaimedDirection } from './claim.js';
import type { Sense } from './lexicon/changes.js';
import type { Noun } from './lexicon/indicators.js';
import type { Quantity } from './quantity.js';
import type { Pair } from './tokens.js';

/** How a size is meant: by so much, to so much, so many times as much, or both values given. */
export type Size =
  | { readonly how: 'by' | 'to' | 'times'; readonly quantity: Quantity }
  | { readonly how: 'pair'; readonly pair: Pair };

export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface Statement {
  readonly direction: ClaimedDirection;
  /** Null where the size is open. */
  readonly ratio: Ratio | null;
}

/**
 * What is claimed of one noun, or null for no claim: "not faster" is none, "not slower" is sameness.
 * @param sense What the words say happened; null where the size alone tells ("half the memory").
 */
export function state(
  noun: Noun,
  sense: Sense | null,
  size: Size | null,
  negated: boolean,
): Statement | null {
  const ratio = size === null ? null : ratioOf(noun, sense, size);
  const told = ratio !== null && size?.how !== 'by';
  const direction = told ? directionOf(noun, ratio.ratio) : directionOfSense(noun, sense);
  if (negated)
    return direction === 'worse' || direction === 'differs' ? { direction: 'same', ratio: null } : null;
  if (direction === null || direction === 'differs') return null;
  return { direction, ratio: direction === 'same' && !told ? null : ratio };
}

/** @param ratio Of the indicator itself: of latency, where the noun is speed. */
function directionOf({ better, inverse }: Noun, ratio: number): ClaimedDirection {
  if (ratio === 1) return 'same';
  return ratio < 1 === (inverse || better === 'lower') ? 'better' : 'worse';
}

function directionOfSense({ better }: Noun, sense: Sense | null): ClaimedDirection | 'differs' | null {
  if (sense === 'down') return better === 'lower' ? 'better' : 'worse';
  if (sense === 'up') return better === 'higher' ? 'better' : 'worse';
  return sense;
}

/** Head over base of the indicator's own value; null where the size leaves it open. */
function ratioOf(noun: Noun, sense: Sense | null, size: Size): Ratio | null {
  if (size.how === 'pair') {
    const { pair } = size;
    // "faster training: 3 h instead of 5 h" gives times, whatever the word.
    return noun.inverse && pair.dimension !== 'time' ? reciprocal(pair) : pair;
  }
  const { quantity, how } = size;
  if (quantity.kind === 'range' || quantity.kind === 'amount') return null;
  // A difference of percentages is one in points.
  if (noun.indicator === 'quality' && quantity.kind === 'percent' && how !== 'times') return null;
  const { value, half } = quantity;
  const apply = how === 'by' ? changeBy(noun, sense, quantity) : (amount: number): number => amount;
  const [one, other] = [apply(value - half), apply(value + half)];
  const found = { ratio: apply(value), low: Math.min(one, other), high: Math.max(one, other) };
  if (found.ratio < 0 || !Number.isFinite(found.ratio)) return null;
  return noun.inverse ? reciprocal(found) : { ...found, low: Math.max(0, found.low) };
}

/** "2x" and "30 %" as functions from the size to the ratio of the noun's value. */
function changeBy(noun: Noun, sense: Sense | null, quantity: Quantity): (amount: number) => number {
  const falls = sense !== null && fallsBy(noun, sense);
  if (quantity.kind === 'percent') return (amount) => (falls ? 1 - amount : 1 + amount);
  // "0.7x lower" can only mean 0.7 times.
  return (amount) => (falls && amount > 1 ? 1 / amount : amount);
}

const fallsBy = ({ better }: Noun, sense: Sense): boolean =>
  sense === 'down' ||
  (sense === 'better' && better === 'lower') ||
  (sense === 'worse' && better === 'higher');

const reciprocal = ({ ratio, low, high }: Ratio): Ratio => ({
  ratio: 1 / ratio,
  low: 1 / high,
  high: 1 / low,
});
