/** What a sentence says of which nouns: a change, its size, and whether it is denied. */
import type { Change, Sense } from './lexicon/changes.js';
import { COST, ENERGY, LATENCY, MEMORY, MODEL_SIZE, type Noun, THROUGHPUT } from './lexicon/indicators.js';
import {
  asMuchIn,
  changeIn,
  fits,
  isNegated,
  nounsIn,
  pairIn,
  type Part,
  quantitiesIn,
  wordsIn,
} from './parts.js';
import type { Quantity } from './quantity.js';
import type { Size } from './size.js';
import type { Token } from './tokens.js';

export interface Frame {
  readonly nouns: readonly Noun[];
  readonly sense: Sense | null;
  readonly size: Size | null;
  readonly negated: boolean;
  /** Index of the part that says so. */
  readonly part: number;
  readonly change: Change | null;
}

/** Joins the parts of a sentence: nouns without a change look for one, sizes without a noun as well. */
export function framesOf(parts: readonly Part[]): Frame[] {
  const frames: Frame[] = [];
  let waiting: readonly Noun[] = [];
  parts.forEach((part, index) => {
    const found =
      restated(part, index, frames) ?? frameOf(part, index, waiting) ?? joined(part, index, frames);
    if (found === 'merged') return;
    if (found !== null) {
      frames.push(found);
      waiting = [];
      return;
    }
    const nouns = nounsIn(part).map(({ noun }) => noun);
    const bare = changeIn(part) === null && asMuchIn(part) === null;
    if (nouns.length > 0 && bare) waiting = part.link === 'and' ? [...waiting, ...nouns] : nouns;
  });
  return frames.filter(
    ({ change, size, negated }) => negated || !(change?.needsSize === true && size === null),
  );
}

/** A part that is whole, with what waits from the parts before it. */
function frameOf(part: Part, index: number, waiting: readonly Noun[]): Frame | null {
  const change = changeIn(part);
  if (change !== null) return changeFrame(part, index, waiting, change);
  const asMuch = asMuchIn(part);
  if (asMuch !== null) return asMuchFrame(part, index, waiting, asMuch);
  return sizeFrame(part, index, waiting);
}

function changeFrame(
  part: Part,
  index: number,
  waiting: readonly Noun[],
  { change, start, end }: Extract<Token, { kind: 'change' }>,
): Frame | null {
  const nouns = nounsIn(part).filter(({ noun }) => fits(noun, change));
  const before = nouns.filter((noun) => noun.end <= start).at(-1);
  const after = nouns.find((noun) => noun.start >= end);
  const adjacent = before !== undefined && !wordsBetween(part, before.end, start);
  const own = change.form === 'noun' && adjacent ? before : (after ?? before);
  const size = sizeOf(part, start, end, change);
  if (change.attributive && after === undefined && qualifiesSomethingElse(part, end)) return null;
  const subjects = waiting.filter((noun) => fits(noun, change)).map((noun) => spoken(noun, change));
  const taken: readonly Noun[] =
    own === undefined
      ? subjects.length > 0 && change.form !== 'modifier'
        ? subjects
        : impliedBy(change, size, part, subjects)
      : own === before && part.link === 'and'
        ? [...subjects, spoken(own.noun, change)]
        : [spoken(own.noun, change)];
  if (taken.length === 0) return null;
  // "adds no latency" denies as "does not add latency" does.
  const negated =
    isNegated(part, start) || (own === after && after !== undefined && isNegated(part, after.start));
  return { nouns: taken, sense: change.sense, size, negated, part: index, change };
}

/** "Faster loading" is of the speed of loading, not of its time: 30 % faster takes 1/1.3 of the time. */
function spoken(noun: Noun, { topic, implied }: Change): Noun {
  return topic !== 'speed' || implied === null
    ? noun
    : { ...noun, better: implied.better, inverse: implied.inverse };
}

function impliedBy(
  change: Change,
  size: Size | null,
  part: Part,
  subjects: readonly Noun[],
): readonly Noun[] {
  if (change.implied !== null)
    return subjects.length > 0 && change.topic !== null ? subjects : [change.implied];
  if (subjects.length > 0) return subjects;
  const byUnit = nounOfSize(size, part);
  return byUnit === null ? [] : [byUnit];
}

/** "twice as fast", "half as many parameters"; without a size it is sameness: "just as fast". */
function asMuchFrame(
  part: Part,
  index: number,
  waiting: readonly Noun[],
  { noun, start, end }: Extract<Token, { kind: 'as-much' }>,
): Frame | null {
  const nouns = nounsIn(part);
  const after = nouns.find((one) => one.start >= end);
  const named = nouns.find(
    ({ noun: one }) => one.beside === 'speed' && one.indicator !== 'latency_p50',
  )?.noun;
  const spoken =
    noun === null ? (after?.noun ?? nouns.at(-1)?.noun ?? waiting.at(-1)) : (timed(noun, named) ?? noun);
  if (spoken === undefined) return null;
  const quantity = quantitiesIn(part)
    .filter((one) => one.end <= start)
    .at(-1)?.quantity;
  const negated = isNegated(part, start);
  if (quantity === undefined) {
    return negated
      ? null
      : { nouns: [spoken], sense: 'same', size: null, negated, part: index, change: null };
  }
  return {
    nouns: [spoken],
    sense: null,
    size: { how: 'times', quantity },
    negated,
    part: index,
    change: null,
  };
}

/** "Loading takes half as long": the time of loading. */
const timed = (noun: Noun, named: Noun | undefined): Noun | null =>
  named === undefined || !noun.time ? null : { ...named, inverse: noun.inverse, better: noun.better };

/** Without a word for the change: "latency -30 %", "half the memory", "12 ms -> 9 ms". */
function sizeFrame(part: Part, index: number, waiting: readonly Noun[]): Frame | null {
  const named = nounsIn(part).filter(({ noun }) => noun.beside === null);
  const pair = pairIn(part);
  const frame = { negated: false, part: index, change: null };
  if (pair !== null) {
    const size: Size = { how: 'pair', pair: pair.pair };
    const spoken =
      named.length > 0 ? [(named.filter(({ end }) => end <= pair.start).at(-1) ?? named[0])?.noun] : waiting;
    const nouns = ofUnit(
      spoken.filter((noun) => noun !== undefined),
      size,
      part,
    );
    return nouns.length === 0 ? null : { ...frame, nouns, sense: null, size };
  }
  for (const { quantity, start, end } of quantitiesIn(part)) {
    const after = named.find((noun) => noun.start >= end);
    const noun = after?.noun ?? named.filter((one) => one.end <= start).at(-1)?.noun;
    if (quantity.kind !== 'range' && quantity.kind !== 'factor' && quantity.sign !== 0) {
      const nouns = noun === undefined ? waiting : [noun];
      if (nouns.length === 0) continue;
      return {
        ...frame,
        nouns,
        sense: quantity.sign < 0 ? 'down' : 'up',
        size: { how: 'by', quantity: { ...quantity } },
      };
    }
    if (noun === undefined || quantity.kind === 'range' || quantity.kind === 'amount') continue;
    const share = { quantity, start, end };
    const isShare = after === undefined ? isShareBehind(part, share, named) : isShareOf(part, share, after);
    if (isShare) return { ...frame, nouns: [noun], sense: null, size: { how: 'times', quantity } };
  }
  return null;
}

interface Placed {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}

/** "half the memory", "30 % of the weights", "2x throughput". */
function isShareOf(part: Part, { quantity, end }: Placed, noun: Token): boolean {
  const between = part.tokens.filter((one) => one.start >= end && one.end <= noun.start);
  if (between.length > 4) return false;
  return quantity.kind === 'factor' || /^(?:of|the|its|our)$/i.test(between[0]?.text ?? '');
}

/** "memory is 0.6x", "latency x0.7", "size is 30 % of what it was"; but not "and memory by 20 %". */
function isShareBehind(part: Part, { quantity, start, end }: Placed, named: readonly Token[]): boolean {
  const noun = named.filter((one) => one.end <= start).at(-1);
  const between = part.tokens.filter((one) => one.start >= (noun?.end ?? 0) && one.end <= start);
  if (between.length > 3 || between.some(({ text }) => /^by$/i.test(text))) return false;
  const next = part.tokens.find((one) => one.start >= end);
  return quantity.kind === 'factor' || /^(?:of|what|that)$/i.test(next?.text ?? '');
}

/** Figures alone, after what they belong to: "4 times smaller (86 MB -> 21 MB)", "lower latency: 40 -> 30 ms". */
function restated(part: Part, index: number, frames: Frame[]): 'merged' | null {
  const last = frames.at(-1);
  const pair = pairIn(part);
  if (last?.part !== index - 1 || pair === null || nounsIn(part).length > 0 || changeIn(part) !== null)
    return null;
  const size: Size = { how: 'pair', pair: pair.pair };
  const byUnit = nounOfSize(size, part);
  if (byUnit !== null && !last.nouns.some(({ indicator }) => related(indicator, byUnit.indicator)))
    return null;
  frames[frames.length - 1] = { ...last, size: last.size ?? size, part: index };
  return 'merged';
}

const TIMES = /^(?:latency|load_time|first_inference|cpu_time|training)/;
/** Whether a unit can be that of an indicator: milliseconds of all times, bytes of file and memory. */
const related = (indicator: string, byUnit: string): boolean =>
  indicator === byUnit ||
  (byUnit === 'latency_p50' && TIMES.test(indicator)) ||
  (byUnit === 'model_bytes' && /bytes/.test(indicator));

/** A part without a change of its own that continues the frame before it: "... and memory by 20 %". */
function joined(part: Part, index: number, frames: Frame[]): Frame | 'merged' | null {
  const last = frames.at(-1);
  if (last?.part !== index - 1 || changeIn(part) !== null || asMuchIn(part) !== null) return null;
  const nouns = nounsIn(part).map(({ noun }) => noun);
  const quantity = quantitiesIn(part)[0];
  const size: Size | null =
    quantity === undefined
      ? null
      : { how: last.size?.how === 'times' ? 'times' : 'by', quantity: quantity.quantity };
  const extended = (more: Partial<Frame>): 'merged' => {
    frames[frames.length - 1] = { ...last, ...more, part: index };
    return 'merged';
  };
  if (nouns.length === 0) {
    return last.size !== null || size === null ? null : extended({ size });
  }
  const fitting = nouns.filter((noun) =>
    fits(noun, last.change ?? { topic: null, sense: 'same', implied: null }),
  );
  if (part.link !== 'and' || fitting.length === 0 || wordsIn(part) > 3) return null;
  if (last.change?.implied != null && last.change.topic === null) return null;
  if (size === null) return extended({ nouns: [...last.nouns, ...fitting] });
  if (last.size === null) return extended({ nouns: [...last.nouns, ...fitting], size });
  return { ...last, nouns: fitting, size, part: index };
}

/** The size that belongs to a change: the pair, else what stands right before it, else what follows. */
function sizeOf(part: Part, start: number, end: number, change: Change): Size | null {
  const pair = pairIn(part);
  if (pair !== null) return { how: 'pair', pair: pair.pair };
  const quantities = quantitiesIn(part).filter(
    ({ quantity }) => quantity.kind !== 'amount' || quantity.dimension !== 'plain' || quantity.value >= 1000,
  );
  const before = quantities.filter((one) => one.end <= start).at(-1);
  const after = quantities.find((one) => one.start >= end);
  const close = before !== undefined && !wordsBetween(part, before.end, start);
  const own = close ? before : (after ?? before);
  if (own === undefined) {
    return change.factor === null
      ? null
      : { how: 'times', quantity: { kind: 'factor', value: change.factor, half: change.factor / 40 } };
  }
  const preceding = part.tokens.filter((one) => one.end <= own.start && one.kind !== 'filler').at(-1);
  const to = own === after && preceding?.text.toLowerCase() === 'to';
  return { how: to ? 'to' : 'by', quantity: own.quantity };
}

const wordsBetween = (part: Part, from: number, to: number): boolean =>
  part.tokens.some(({ kind, start, end }) => kind === 'word' && start >= from && end <= to);

const FUNCTION_WORDS =
  /^(?:and|or|but|than|in|on|at|with|by|for|from|to|as|of|overall|now|too|here|again|still|already|everywhere|when|while|if|is|are|was|will|per|across|after|before|without|compared|thanks|due|though|yet|so|because|these|this|that|then)$/i;

/** "a smaller batch", "shrinks the window": said of something that is no part of a model. */
function qualifiesSomethingElse({ tokens }: Part, end: number): boolean {
  const next = tokens.find(
    ({ start, text }) => start >= end && !/^(?:the|an?|our|its|this|both|my)$/i.test(text),
  );
  if (next === undefined || next.kind === 'quantity' || next.kind === 'pair' || next.kind === 'noun')
    return false;
  if (next.kind === 'elsewhere') return true;
  return (next.kind === 'word' || next.text.includes(' ')) && !FUNCTION_WORDS.test(next.text);
}

/** What a unit alone is a unit of. Bytes that a program uses are memory, others the file's. */
function nounOfSize(size: Size | null, part: Part): Noun | null {
  const dimension =
    size === null
      ? null
      : size.how === 'pair'
        ? size.pair.dimension
        : size.quantity.kind === 'amount'
          ? size.quantity.dimension
          : null;
  switch (dimension) {
    case 'time':
      return LATENCY;
    case 'rate':
      return THROUGHPUT;
    case 'energy':
    case 'power':
      return ENERGY;
    case 'money':
      return COST;
    case 'bytes':
      return part.tokens.some(({ text }) =>
        /^(?:us(?:e|es|ed|ing)|need(?:s|ed)?|consum\w+|allocat\w+|take[ns]?)$/i.test(text),
      )
        ? MEMORY
        : MODEL_SIZE;
    default:
      return null;
  }
}

/** Nouns as their unit has them: a speed in frames per second is throughput. */
function ofUnit(nouns: readonly Noun[], size: Size, part: Part): readonly Noun[] {
  const byUnit = nounOfSize(size, part);
  if (nouns.length === 0) return byUnit === null ? [] : [byUnit];
  if (byUnit === THROUGHPUT) return [THROUGHPUT];
  return nouns.map((noun) => (noun.inverse && byUnit === LATENCY ? LATENCY : noun));
}
