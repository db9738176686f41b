/** Two values of one thing, before and after: "from 40 ms to 30 ms", "30 ms instead of 40 ms", "40 -> 30". */
import type { Dimension } from './lexicon/units.js';
import type { Quantity } from './quantity.js';
import type { Pair, Token } from './tokens.js';

interface Pattern {
  /** What stands before the first value, between the two, and after the second. */
  readonly before?: RegExp;
  readonly between: RegExp;
  readonly after?: RegExp;
  /** Whether the first value is the base's. */
  readonly baseFirst: boolean;
}

const OLD = String.raw`(?:before|was|were|had|old|previous(?:ly)?|formerly|original(?:ly)?|baseline|base|main|master|used to|took|needed)`;
const NEW = String.raw`(?:after|now|new|this (?:pr|branch|change)|becomes?|became|ours|head)`;
/** Words around a number that are no part of its relation to the other: "about", the unit's noun. */
const SOFT = String.raw`(?:about|around|roughly|only|just|approx\.?|some|nearly|almost|~|≈|\s|\w*flops?|\w*macs?|params?|parameters|ops|\/ ?\w+|\*)*`;

/** The first that fits decides. */
const PATTERNS: readonly Pattern[] = [
  { between: new RegExp(`^${SOFT}(?:-+>|=+>|⇒|➜|➔)${SOFT}$`, 'i'), baseFirst: true },
  {
    before: new RegExp(String.raw`\bfrom ${SOFT}$`, 'i'),
    between: /^[^.;]{0,30}?\bto\b[^.;]{0,15}$/i,
    baseFirst: true,
  },
  { between: new RegExp(`^${SOFT}(?:down|up) to ${SOFT}$`, 'i'), baseFirst: true },
  {
    before: new RegExp(String.raw`\b${OLD}\b[^,;]{0,20}$`, 'i'),
    between: new RegExp(`\\b${NEW}\\b`, 'i'),
    baseFirst: true,
  },
  {
    between: new RegExp(`^[^,;]{0,6}\\b${OLD}\\b.{0,30}$`, 'i'),
    after: new RegExp(`^.{0,12}\\b${NEW}\\b`, 'i'),
    baseFirst: true,
  },
  {
    between:
      /^[^,;]{0,12}\b(?:main|master|base|baseline|before|old)\b\)?\s*(?:vs\.?|versus|against)\b.{0,12}$/i,
    baseFirst: true,
  },
  {
    between:
      /^[^.;]{0,25}?\b(?:from|instead of|rather than|vs\.?|versus|against|as opposed to|compared (?:to|with)|in place of)\b[^.;]{0,20}$/i,
    baseFirst: false,
  },
  {
    between: new RegExp(`^[^.;]{0,15}[,(]? ?(?:it |this |which |that )?\\b${OLD}\\b[^.;]{0,15}$`, 'i'),
    baseFirst: false,
  },
  {
    between: /^[^.;]{0,20},\s?$/,
    after: /^\s*(?:before|previously|earlier|on (?:main|master))\b/i,
    baseFirst: false,
  },
  { between: /^\s?[;,(]\s?(?:before|previously|formerly)\b[^.;]{0,20}$/i, baseFirst: false },
  { between: /^\s?(?:to)\s$/i, baseFirst: true },
];

/** Replaces two quantities that are base and head of one thing, and what stands between them, by their pair. */
export function joinPairs(sentence: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index];
    const next = tokens.findIndex(({ kind }, later) => later > index && kind === 'quantity');
    const second = tokens[next];
    const pair =
      first?.kind === 'quantity' && second?.kind === 'quantity' ? pairOf(sentence, first, second) : null;
    if (first === undefined) break;
    if (pair === null || second === undefined) {
      joined.push(first);
      continue;
    }
    joined.push(...tokens.slice(index + 1, next).filter(({ kind }) => kind === 'noun'));
    joined.push({
      kind: 'pair',
      pair,
      text: sentence.slice(first.start, second.end),
      start: first.start,
      end: second.end,
    });
    index = next;
  }
  return joined;
}

type QuantityToken = Extract<Token, { kind: 'quantity' }>;

function pairOf(sentence: string, first: QuantityToken, second: QuantityToken): Pair | null {
  const [left, right] = [sized(first.quantity), sized(second.quantity)];
  if (left === null || right === null) return null;
  const dimension = left.dimension === 'plain' ? right.dimension : left.dimension;
  if (right.dimension !== 'plain' && right.dimension !== dimension) return null;
  const place = {
    before: sentence.slice(Math.max(0, first.start - 40), first.start),
    between: sentence.slice(first.end, second.start),
    after: sentence.slice(second.end, second.end + 20),
  };
  const pattern = PATTERNS.find(
    ({ before, between, after }) =>
      between.test(place.between) &&
      (before?.test(place.before) ?? true) &&
      (after?.test(place.after) ?? true),
  );
  if (pattern === undefined) return null;
  const [one, other] = [inUnitOf(left, right), inUnitOf(right, left)];
  const [base, head] = pattern.baseFirst ? [one, other] : [other, one];
  if (base.value <= 0) return null;
  return {
    ratio: head.value / base.value,
    low: Math.max(0, head.value - head.half) / (base.value + base.half),
    high: (head.value + head.half) / Math.max(base.value - base.half, Number.MIN_VALUE),
    dimension,
  };
}

/** "40 to 30 ms": a number without a unit has that of the other. */
function inUnitOf(amount: Sized, other: Sized): Sized {
  if (amount.dimension !== 'plain' || other.dimension === 'plain') return amount;
  return { ...amount, value: amount.value * other.unit, half: amount.half * other.unit };
}

interface Sized {
  readonly value: number;
  readonly half: number;
  readonly dimension: Dimension | 'percent';
  readonly unit: number;
}

function sized(quantity: Quantity): Sized | null {
  if (quantity.kind === 'percent')
    return quantity.sign === 0 ? { ...quantity, dimension: 'percent', unit: 0.01 } : null;
  if (quantity.kind !== 'amount' || quantity.sign !== 0) return null;
  return { ...quantity, unit: quantity.unit };
}
