/** A sentence as a list of what its words mean to a claim. */
import { AS_MUCH, type Change, CHANGES } from './lexicon/changes.js';
import { ELSEWHERE, type Mood, MOODS, PLAIN } from './lexicon/context.js';
import { type Noun, NOUNS } from './lexicon/indicators.js';
import { Lexicon, type Row, rows } from './lexicon/row.js';
import { quantityAt, type Quantity } from './quantity.js';

/** Claimed head over base of a pair of values, and what the digits leave open. */
export interface Pair {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** A rate is of throughput, a time of latency, whatever else is said. */
  readonly dimension: string;
}

export type Token = Place &
  (
    | { readonly kind: 'noun'; readonly noun: Noun }
    | { readonly kind: 'change'; readonly change: Change }
    | { readonly kind: 'as-much'; readonly noun: Noun | null }
    | { readonly kind: 'quantity'; readonly quantity: Quantity }
    | { readonly kind: 'pair'; readonly pair: Pair }
    | { readonly kind: 'not' }
    | { readonly kind: 'mood'; readonly mood: Mood }
    | { readonly kind: 'elsewhere' }
    | { readonly kind: 'link'; readonly link: Link }
    | { readonly kind: 'filler' }
    | { readonly kind: 'word' }
  );

export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between parts of a sentence: `and` joins equals, `but` turns, `next` begins something else. */
export type Link = 'and' | 'but' | 'next' | 'stop';

type Meaning = Token extends infer One ? (One extends Place ? Omit<One, keyof Place> : never) : never;

const meant = <Given>(table: readonly Row<Given>[], mean: (given: Given) => Meaning): Row<Meaning>[] =>
  table.map(({ pattern, meaning }) => ({ pattern, meaning: mean(meaning) }));
const link = (kind: Link): Meaning => ({ kind: 'link', link: kind });

/** Of rows of the same length the first counts. */
const LEXICON = new Lexicon<Meaning>([
  ...meant(PLAIN, () => ({ kind: 'filler' })),
  ...rows<Meaning>(
    { kind: 'not' },
    "not|no longer|no|n't|never|neither|without|zero|nothing|none|hardly any|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|won['’]t|hasn['’]t|haven['’]t|can['’]t|negligible|imperceptible|insignificant|minimal",
  ),
  ...meant(MOODS, (mood) => ({ kind: 'mood', mood })),
  ...meant(AS_MUCH, (noun) => ({ kind: 'as-much', noun })),
  ...meant(CHANGES, (change) => ({ kind: 'change', change })),
  ...meant(ELSEWHERE, () => ({ kind: 'elsewhere' })),
  ...meant(NOUNS, (noun) => ({ kind: 'noun', noun })),
  ...rows(link('and'), 'and|or|nor|as well as|plus|along with'),
  ...rows(link('but'), 'but|yet|however|although|though|whereas|while|even though'),
  ...rows(
    link('next'),
    'with|because|since|so|thanks to|due to|using|via|which|that|when|where|at|despite|compared (?:to|with)|relative to|than|versus|vs\\.?',
  ),
]);

const SIGNS: readonly (readonly [RegExp, Meaning])[] = [
  [/[,&/+]/y, link('and')],
  [/;/y, link('stop')],
  [/[():–—|]|->|=>| - /y, link('next')],
];
const WORD = /[\p{L}\p{N}_]+(?:[-'’./@][\p{L}\p{N}_]+)*/uy;

/** Reads one sentence from left to right, the longest known word first. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sentence.length;) {
    const found = tokenAt(sentence, at);
    if (found !== null)
      tokens.push({ ...found.meaning, text: sentence.slice(at, found.end), start: at, end: found.end });
    at = found?.end ?? at + 1;
  }
  return tokens;
}

interface Found {
  readonly meaning: Meaning;
  readonly end: number;
}

function tokenAt(text: string, at: number): Found | null {
  const before = text[at - 1] ?? ' ';
  const fresh =
    !/[\p{L}\p{N}_.]/u.test(before) && !(before === '-' && /[\p{L}\p{N}]/u.test(text[at - 2] ?? ' '));
  // A prefix of a unit can end right before its noun: "4.1G|FLOPs".
  const word =
    fresh || /\d ?[kmgt]$/i.test(text.slice(Math.max(0, at - 4), at)) ? LEXICON.at(text, at) : null;
  const amount = fresh ? quantityAt(text, at) : null;
  if (amount !== null && amount.end >= (word?.end ?? at)) {
    return { meaning: { kind: 'quantity', quantity: amount.quantity }, end: amount.end };
  }
  if (word !== null) return word;
  for (const [pattern, meaning] of SIGNS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { meaning, end: pattern.lastIndex };
  }
  WORD.lastIndex = at;
  return WORD.test(text) ? { meaning: { kind: 'word' }, end: WORD.lastIndex } : null;
}
