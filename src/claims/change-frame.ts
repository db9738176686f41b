/** Frames around a word for a change: "30 % fewer FLOPs", "latency drops by 30 %", "2x faster". */
import type { Frame, Spot } from './frame.js';
import type { Change } from './lexicon/changes.js';
import { AMOUNT, DETERMINER, isFunctionWord, PREPOSITION } from './lexicon/grammar.js';
import type { Noun } from './lexicon/indicators.js';
import {
  changeIn,
  firstAfter,
  fits,
  isNegated,
  lastBefore,
  nounsIn,
  pairIn,
  type Part,
  quantitiesIn,
  wordsBetween,
} from './parts.js';
import { ofWhatTakesTime } from './ratio-frame.js';
import type { Size } from './size.js';
import type { Token } from './tokens.js';
import { nounOfUnit } from './units.js';

export function changeFrame({ part, index, waiting }: Spot): Frame | null {
  const found = changeIn(part);
  if (found === null) return null;
  const { change, start, end } = found;
  const nouns = nounsIn(part).filter(({ noun }) => fits(noun, change));
  const before = lastBefore(nouns, start);
  const after = objectOf(part, found, nouns);
  const somethingElse = after === undefined && qualifiesSomethingElse(part, end);
  if (change.attributive && somethingElse) return null;

  const adjacent = before !== undefined && !wordsBetween(part, before.end, start);
  const own = change.form === 'noun' && adjacent ? before : (after ?? before);
  const size = sizeOf(part, start, end, change);
  const subjects = waiting.filter((noun) => fits(noun, change)).map((noun) => spoken(noun, change));
  const unitNoun = somethingElse ? [] : (nounOfUnit(size, part) ?? []);
  const taken =
    own === undefined
      ? subjectsOrImplied(change, subjects, unitNoun)
      : [
          ...(own === before && part.link === 'and' ? subjects : []),
          spoken(own.text === 'time' ? ofWhatTakesTime(own.noun, nounsIn(part)) : own.noun, change),
        ];
  if (taken.length === 0) return null;
  // "adds no latency" denies as "does not add latency" does.
  const negated = isNegated(part, own !== undefined && own === after ? own.start : start);
  return { nouns: taken, sense: change.sense, size, negated, part: index, change };
}

/** "Faster loading" is of the speed of loading, not of its time: 30 % faster takes 1/1.3 of the time. */
function spoken(noun: Noun, { topic, implied }: Change): Noun {
  if (topic !== 'speed' || implied === null) return noun;
  return { ...noun, better: implied.better, inverse: implied.inverse };
}

type ChangeToken = Extract<Token, { kind: 'change' }>;
type NounToken = Extract<Token, { kind: 'noun' }>;

/**
 * The noun behind a change. "Better naming for the parameters" is of names: a noun behind a preposition counts only
 * where nothing but an amount stands before that.
 */
function objectOf(
  part: Part,
  { change, end }: ChangeToken,
  nouns: readonly NounToken[],
): NounToken | undefined {
  const noun = firstAfter(nouns, end);
  if (noun === undefined || change.form === 'noun') return noun;
  const between = part.tokens.filter((one) => one.start >= end && one.end <= noun.start);
  const head = between.findIndex(
    ({ kind, text }) => kind === 'word' && !isFunctionWord(text) && !AMOUNT.test(text),
  );
  // "more in memory" is not more memory.
  if (change.form === 'modifier' && PREPOSITION.test(between[0]?.text ?? '')) return undefined;
  const turned = head !== -1 && between.slice(head).some(({ text }) => PREPOSITION.test(text));
  return turned ? undefined : noun;
}

/** Adjectives do not reach back: "accuracy, and lower is ..." says nothing of accuracy. */
function subjectsOrImplied(
  { form, implied, topic }: Change,
  subjects: readonly Noun[],
  byUnit: readonly Noun[],
): readonly Noun[] {
  if (subjects.length > 0 && (form !== 'modifier' || implied === null || topic !== null)) return subjects;
  return implied === null ? byUnit : [implied];
}

/** The size that belongs to a change: the pair, else what stands right before it, else what follows. */
function sizeOf(part: Part, start: number, end: number, { factor, topic }: Change): Size | null {
  const pair = pairIn(part);
  if (pair !== null) return { how: 'pair', pair: pair.pair };
  // Small numbers without a unit count something else: "fuses 3 nodes", "at batch 8".
  const quantities = quantitiesIn(part).filter(
    ({ quantity }) => quantity.kind !== 'amount' || quantity.dimension !== 'plain' || quantity.value >= 1000,
  );
  const before = lastBefore(quantities, start);
  const after = firstAfter(quantities, end);
  const close = before !== undefined && !wordsBetween(part, before.end, start);
  const own = close ? before : (after ?? before);
  if (own === undefined) {
    return factor === null
      ? null
      : { how: 'times', quantity: { kind: 'factor', value: factor, half: factor / 40 } };
  }
  const preceding = lastBefore(
    part.tokens.filter(({ kind }) => kind !== 'filler'),
    own.start,
  );
  const to = own === after && preceding?.text.toLowerCase() === 'to';
  // "keeps 98 % of the accuracy" leaves 98 %.
  const kept = topic === 'merit' && own.quantity.kind === 'percent';
  return { how: kept ? 'times' : to ? 'to' : 'by', quantity: own.quantity };
}

/** "a smaller batch", "shrinks the window": said of something that is no part of a model. */
function qualifiesSomethingElse({ tokens }: Part, end: number): boolean {
  const next = tokens.find(({ start, text }) => start >= end && !DETERMINER.test(text));
  if (next === undefined) return false;
  // "batch sizes" and the like are fillers of several words.
  const named = next.kind === 'word' || (next.kind === 'filler' && next.text.includes(' '));
  return next.kind === 'elsewhere' || (named && !isFunctionWord(next.text));
}
