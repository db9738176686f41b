/** What a unit alone tells of what was measured: milliseconds are latency, frames per second throughput. */
import { COST, ENERGY, LATENCY, MEMORY, MODEL_SIZE, type Noun, THROUGHPUT } from './lexicon/indicators.js';
import type { Part } from './parts.js';
import type { Size } from './size.js';

const BY_DIMENSION: Readonly<Record<string, Noun>> = {
  time: LATENCY,
  rate: THROUGHPUT,
  energy: ENERGY,
  power: ENERGY,
  money: COST,
  bytes: MODEL_SIZE,
};
/** Bytes that something uses are memory, others the file's. */
const USING = /^(?:us(?:e|es|ed|ing)|need(?:s|ed)?|consum\w+|allocat\w+|take[ns]?)$/i;

/** The noun that a size's unit stands for, in a list of one; null for a unit of many things. */
export function nounOfUnit(size: Size | null, { tokens }: Part): readonly Noun[] | null {
  const dimension = dimensionOf(size);
  if (dimension === 'bytes' && tokens.some(({ text }) => USING.test(text))) return [MEMORY];
  const noun = dimension === null ? undefined : BY_DIMENSION[dimension];
  return noun === undefined ? null : [noun];
}

function dimensionOf(size: Size | null): string | null {
  if (size === null) return null;
  if (size.how === 'pair') return size.pair.dimension;
  return size.quantity.kind === 'amount' ? size.quantity.dimension : null;
}

/** Nouns as their unit has them: a speed in frames per second is throughput. Without nouns, the unit's own. */
export function inUnitsOf(nouns: readonly Noun[], size: Size, part: Part): readonly Noun[] {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (nouns.length === 0) return byUnit === undefined ? [] : [byUnit];
  if (byUnit === THROUGHPUT) return [THROUGHPUT];
  return nouns.map((noun) => (noun.inverse && byUnit === LATENCY ? LATENCY : noun));
}

/** Whether figures in this unit can be of one of the nouns: milliseconds of all times, bytes of file and memory. */
export function canMeasure(size: Size, part: Part, nouns: readonly Noun[]): boolean {
  const [byUnit] = nounOfUnit(size, part) ?? [];
  if (byUnit === undefined) return true;
  return nouns.some(
    ({ indicator, time }) =>
      indicator === byUnit.indicator ||
      (byUnit === LATENCY && time) ||
      (byUnit === MODEL_SIZE && indicator.includes('bytes')),
  );
}
