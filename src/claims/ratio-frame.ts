/** Frames without a word for the change: "latency -30 %", "half the memory", "12 ms -> 9 ms", "twice as fast". */
import type { Frame, Spot } from './frame.js';
import type { Noun } from './lexicon/indicators.js';
import {
  asMuchIn,
  firstAfter,
  isNegated,
  lastBefore,
  nounsIn,
  pairIn,
  type Part,
  quantitiesIn,
} from './parts.js';
import type { Quantity } from './quantity.js';
import { inUnitsOf } from './units.js';

/** "twice as fast", "half as many parameters"; without a size it is sameness: "just as fast". */
export function asMuchFrame({ part, index, waiting }: Spot): Frame | null {
  const found = asMuchIn(part);
  if (found === null) return null;
  const { noun, start, end } = found;
  const nouns = nounsIn(part);
  const named = (firstAfter(nouns, end) ?? nouns.at(-1))?.noun ?? waiting.at(-1);
  const said = noun === null ? named : ofWhatTakesTime(noun, nouns);
  if (said === undefined) return null;
  const quantity = lastBefore(quantitiesIn(part), start)?.quantity;
  const negated = isNegated(part, start);
  const frame = { nouns: [said], negated, part: index, change: null };
  if (quantity !== undefined) return { ...frame, sense: null, size: { how: 'times', quantity } };
  return negated ? null : { ...frame, sense: 'same', size: null };
}

/** "Loading takes half as long", "loading takes half the time": the time of loading. */
export function ofWhatTakesTime(noun: Noun, nouns: readonly { readonly noun: Noun }[]): Noun {
  const named = nouns.find(({ noun: { indicator, time } }) => time && indicator !== 'latency_p50')?.noun;
  return named === undefined || !noun.time ? noun : { ...named, inverse: noun.inverse, better: noun.better };
}

/** Values before and after, of the noun that is named or that their unit is of. */
export function pairFrame({ part, index, waiting }: Spot): Frame | null {
  const pair = pairIn(part);
  if (pair === null) return null;
  const timed = pair.pair.dimension === 'time';
  const named = nounsIn(part).filter(({ noun: { beside, time } }) => beside === null || (timed && time));
  const own = lastBefore(named, pair.start) ?? named[0];
  const size = { how: 'pair', pair: pair.pair } as const;
  const subjects = waiting.filter(({ beside }) => beside === null);
  const nouns = inUnitsOf(own === undefined ? subjects : [own.noun], size, part);
  if (nouns.length === 0) return null;
  return { nouns, sense: null, size, negated: false, part: index, change: null };
}

/** A signed difference, or a share of what there was. */
export function ratioFrame({ part, index, waiting }: Spot): Frame | null {
  const named = nounsIn(part).filter(({ noun }) => noun.beside === null);
  const frame = { negated: false, part: index, change: null };
  for (const placed of quantitiesIn(part)) {
    const { quantity, start, end } = placed;
    const after = firstAfter(named, end);
    const token = after ?? lastBefore(named, start);
    // "loads in half the time"
    const noun = token?.text === 'time' ? ofWhatTakesTime(token.noun, nounsIn(part)) : token?.noun;
    if (quantity.kind === 'range') continue;
    if (quantity.kind !== 'factor' && quantity.sign !== 0) {
      const nouns =
        noun === undefined
          ? waiting.filter(({ beside }) => beside === null || (beside === 'size' && isOfBytes(quantity)))
          : [noun];
      const sense = quantity.sign < 0 ? 'down' : 'up';
      if (nouns.length > 0) return { ...frame, nouns, sense, size: { how: 'by', quantity } };
    } else if (noun === undefined && quantity.kind === 'factor' && isAlone(part, placed)) {
      // "Throughput: 1.5x"; of a cost that could be either way.
      const nouns = waiting.filter(({ better }) => better === 'higher' || quantity.value < 1);
      if (nouns.length > 0) return { ...frame, nouns, sense: null, size: { how: 'times', quantity } };
    } else if (noun !== undefined && quantity.kind !== 'amount') {
      const share =
        after === undefined ? isShareBehind(part, placed, named) : isShareOf(part, placed, after.start);
      if (share) return { ...frame, nouns: [noun], sense: null, size: { how: 'times', quantity } };
    }
  }
  return null;
}

const isAlone = ({ tokens }: Part, { start }: Placed): boolean =>
  tokens.every((token) => token.kind === 'filler' || token.start === start);

/** "model.onnx: -56 MB" needs no other word for what got smaller. */
const isOfBytes = (quantity: Quantity): boolean =>
  quantity.kind === 'amount' && quantity.dimension === 'bytes';

interface Placed {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
}

/** "half the memory", "30 % of the weights", "2x throughput". */
function isShareOf(part: Part, { quantity, end }: Placed, nounStart: number): boolean {
  const between = part.tokens.filter((one) => one.start >= end && one.end <= nounStart);
  if (between.length > 4) return false;
  return quantity.kind === 'factor' || /^(?:of|the|its|our)$/i.test(between[0]?.text ?? '');
}

/** "memory is 0.6x", "latency x0.7", "size is 30 % of what it was"; but not "and memory by 20 %". */
function isShareBehind(
  part: Part,
  { quantity, start, end }: Placed,
  named: readonly { readonly end: number; readonly start: number }[],
): boolean {
  const noun = lastBefore(named, start);
  const between = part.tokens.filter((one) => one.start >= (noun?.end ?? 0) && one.end <= start);
  if (between.length > 3 || between.some(({ text }) => /^by$/i.test(text))) return false;
  const next = firstAfter(part.tokens, end);
  return quantity.kind === 'factor' || /^(?:of|what|that)$/i.test(next?.text ?? '');
}
