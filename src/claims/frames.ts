/** The parts of a sentence put together: nouns without a change look for one, sizes without a noun as well. */
import { changeFrame } from './change-frame.js';
import type { Frame, Spot } from './frame.js';
import { AMOUNT, isFunctionWord } from './lexicon/grammar.js';
import type { Noun } from './lexicon/indicators.js';
import { asMuchIn, changeIn, fits, nounsIn, pairIn, type Part, quantitiesIn } from './parts.js';
import { asMuchFrame, pairFrame, ratioFrame } from './ratio-frame.js';
import type { Size } from './size.js';
import { canMeasure } from './units.js';

export function framesOf(parts: readonly Part[]): Frame[] {
  const frames: Frame[] = [];
  let waiting: readonly Noun[] = [];
  parts.forEach((part, index) => {
    const last = frames.at(-1);
    const previous = last?.part === index - 1 ? last : null;
    const merged = previous === null ? null : restated(part, previous);
    const own = merged === null ? frameOf({ part, index, waiting }) : null;
    const joined = merged ?? (own === null && previous !== null ? continued(part, previous) : null);
    if (joined !== null) {
      if (joined.extends) frames.pop();
      frames.push({ ...joined.frame, part: index });
    } else if (own !== null) frames.push(own);
    if (joined === null && own === null) waiting = stillWaiting(part, waiting);
    else if (merged === null) waiting = [];
  });
  return frames.filter(({ change, size, negated }) => negated || size !== null || change?.needsSize !== true);
}

/** A part that is whole, with what waits from the parts before it. */
function frameOf(spot: Spot): Frame | null {
  if (changeIn(spot.part) !== null) return changeFrame(spot);
  if (asMuchIn(spot.part) !== null) return asMuchFrame(spot);
  return pairFrame(spot) ?? ratioFrame(spot);
}

function stillWaiting(part: Part, waiting: readonly Noun[]): readonly Noun[] {
  const nouns = nounsIn(part).map(({ noun }) => noun);
  if (nouns.length === 0 || saysHow(part)) return waiting;
  return part.link === 'and' ? [...waiting, ...nouns] : nouns;
}

const saysHow = (part: Part): boolean => changeIn(part) !== null || asMuchIn(part) !== null;

interface Joined {
  readonly frame: Frame;
  /** Whether it takes the place of the frame before. */
  readonly extends: boolean;
}

/** Figures alone, after what they belong to: "4 times smaller (86 MB -> 21 MB)", "lower latency: 40 -> 30 ms". */
function restated(part: Part, previous: Frame): Joined | null {
  const pair = pairIn(part);
  if (pair === null || nounsIn(part).length > 0 || saysHow(part)) return null;
  const size: Size = { how: 'pair', pair: pair.pair };
  if (!canMeasure(size, part, previous.nouns)) return null;
  return { frame: { ...previous, size: previous.size ?? size }, extends: true };
}

/** Whether a second figure says more: "down by 2.3M (-18 %)". */
function adds({ how, quantity }: Exclude<Size, { how: 'pair' }>, known: Size | null): boolean {
  if (known === null) return true;
  const open = known.how === 'by' && (known.quantity.kind === 'amount' || known.quantity.kind === 'range');
  return open && how === 'by' && quantity.kind === 'percent';
}

/** Whether a part names nothing but indicators: "and the number of nodes by 20 %". */
const isBare = ({ tokens }: Part): boolean =>
  tokens.every(({ kind, text }) => kind !== 'word' || isFunctionWord(text) || AMOUNT.test(text));

/** A part without a change of its own that goes on with the one before it: "... and memory by 20 %". */
function continued(part: Part, previous: Frame): Joined | null {
  if (saysHow(part)) return null;
  const { change, size: known } = previous;
  const quantity = quantitiesIn(part)[0]?.quantity;
  const size: Exclude<Size, { how: 'pair' }> | null =
    quantity === undefined ? null : { how: known?.how === 'times' ? 'times' : 'by', quantity };
  const nouns = nounsIn(part).map(({ noun }) => noun);
  if (nouns.length === 0) {
    return size === null || !adds(size, known) ? null : { frame: { ...previous, size }, extends: true };
  }
  const fitting = nouns.filter((noun) => fits(noun, change ?? { topic: null, sense: 'same', implied: null }));
  const carriesItsOwn = change !== null && change.implied !== null && change.topic === null;
  if (part.link !== 'and' || part.opens || fitting.length === 0 || !isBare(part) || carriesItsOwn)
    return null;
  if (size !== null && known !== null)
    return { frame: { ...previous, nouns: fitting, size }, extends: false };
  return {
    frame: { ...previous, nouns: [...previous.nouns, ...fitting], size: known ?? size },
    extends: true,
  };
}
