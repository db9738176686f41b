/** A sentence in parts that each say one thing: at most one change, with the nouns and the size around it. */
import type { Change } from './lexicon/changes.js';
import type { Mood } from './lexicon/context.js';
import type { Noun } from './lexicon/indicators.js';
import type { Link, Token } from './tokens.js';

type Place = Pick<Token, 'start' | 'end'>;

type Of<Kind extends Token['kind']> = Extract<Token, { kind: Kind }>;

export interface Part {
  /** What joins it to the part before. */
  readonly link: Link;
  readonly tokens: readonly Token[];
  /** Whether a colon follows: it names what comes after it, and says nothing more of what was before. */
  readonly opens: boolean;
}

/** Cuts a sentence at its links, and before a second change in between. */
export function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  let link: Link = 'stop';
  let held: Token[] = [];
  const close = (next: Link, opens = false): void => {
    if (held.length > 0) parts.push(...splitAtChanges({ link, tokens: held, opens }));
    // Of several links in a row the one that separates most counts.
    link = held.length > 0 ? next : stronger(link, next);
    held = [];
  };
  for (const token of tokens) {
    if (token.kind === 'link') {
      const denial = deniesBoth(token.text, held);
      close(token.link, token.text === ':');
      if (denial !== null) held.push(denial);
    } else if (token.kind === 'not' && /^without$/i.test(token.text)) {
      close('next');
      held.push(token);
    } else held.push(token);
  }
  close('stop');
  return parts;
}

/** "neither slower nor larger", "without losing accuracy or adding latency": the denial holds for both. */
function deniesBoth(link: string, held: readonly Token[]): Token | null {
  return /^(?:n?or)$/i.test(link) ? (held.find(({ kind }) => kind === 'not') ?? null) : null;
}

const RANK: Readonly<Record<Link, number>> = { and: 0, next: 1, but: 2, stop: 3 };
const stronger = (one: Link, other: Link): Link => (RANK[one] >= RANK[other] ? one : other);

/** "Lower memory makes it 2x faster" says two things: the second begins with the size before its change. */
function splitAtChanges({ link, tokens, opens }: Part): Part[] {
  const changes = tokens.flatMap((token, index) => (isChange(token) ? [index] : []));
  const second = changes[1];
  if (second === undefined) return [{ link, tokens, opens }];
  let cut = second;
  const sized = ledBySize(tokens[second]);
  while (cut > (changes[0] ?? 0) + 1 && leads(tokens[cut - 1], sized)) cut--;
  // "... by 30 % fewer": what follows "by" belongs to the change before.
  if (/^by$/i.test(tokens[cut - 1]?.text ?? '')) cut = second;
  return [
    { link, tokens: tokens.slice(0, cut), opens: false },
    ...splitAtChanges({ link: 'next', tokens: tokens.slice(cut), opens }),
  ];
}

const isChange = ({ kind }: Token): boolean => kind === 'change' || kind === 'as-much';
/** Sizes stand before adjectives and nouns: "2x faster", "a 30 % reduction". */
const ledBySize = (token: Token | undefined): boolean =>
  token?.kind === 'as-much' || (token?.kind === 'change' && token.change.form !== 'verb');
const leads = (token: Token | undefined, sized: boolean): boolean =>
  token !== undefined &&
  ((sized && token.kind === 'quantity') ||
    token.kind === 'filler' ||
    token.kind === 'not' ||
    /^(?:an?|the|is|are)$/i.test(token.text));

export const changeIn = ({ tokens }: Part): Of<'change'> | null =>
  tokens.find((token): token is Of<'change'> => token.kind === 'change') ?? null;
export const asMuchIn = ({ tokens }: Part): Of<'as-much'> | null =>
  tokens.find((token): token is Of<'as-much'> => token.kind === 'as-much') ?? null;
export const pairIn = ({ tokens }: Part): Of<'pair'> | null =>
  tokens.find((token): token is Of<'pair'> => token.kind === 'pair') ?? null;
export const nounsIn = ({ tokens }: Part): Of<'noun'>[] =>
  tokens.filter((token): token is Of<'noun'> => token.kind === 'noun');
export const quantitiesIn = ({ tokens }: Part): Of<'quantity'>[] =>
  tokens.filter((token): token is Of<'quantity'> => token.kind === 'quantity');
export const moodsIn = ({ tokens }: Part): Mood[] =>
  tokens.flatMap((token) => (token.kind === 'mood' ? [token.mood] : []));
export const wordsIn = ({ tokens }: Part): number => tokens.filter(({ kind }) => kind === 'word').length;

/** The last of what ends before a place, and the first of what begins after it. */
export const lastBefore = <One extends Place>(list: readonly One[], at: number): One | undefined =>
  list.filter(({ end }) => end <= at).at(-1);
export const firstAfter = <One extends Place>(list: readonly One[], at: number): One | undefined =>
  list.find(({ start }) => start >= at);

export const wordsBetween = ({ tokens }: Part, from: number, to: number): boolean =>
  tokens.some(({ kind, start, end }) => kind === 'word' && start >= from && end <= to);

/** A negation counts for what comes after it. */
export function isNegated({ tokens }: Part, at: number): boolean {
  return tokens.some(({ kind, start }) => kind === 'not' && start < at);
}

/** Whether a noun can be said to change in this way: "inference" only gets faster, "model" only smaller. */
export function fits(
  { beside, time, better, indicator }: Noun,
  { topic, sense, implied }: Pick<Change, 'topic' | 'sense' | 'implied'>,
): boolean {
  if (beside === 'speed') return topic === 'speed';
  if (beside === 'size') return topic === 'size';
  if (beside === 'sameness') return sense === 'same' || sense === 'differs';
  if (topic === 'speed') return time;
  if (topic === 'merit') return time || better === 'higher' || indicator === 'quality';
  return topic === 'size' || implied === null;
}
