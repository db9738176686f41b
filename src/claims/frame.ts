/** What a sentence says of which nouns: a change, its size, and whether it is denied. */
import type { Change, Sense } from './lexicon/changes.js';
import type { Noun } from './lexicon/indicators.js';
import type { Part } from './parts.js';
import type { Size } from './size.js';

export interface Frame {
  readonly nouns: readonly Noun[];
  /** Null where the size alone tells: "half the memory". */
  readonly sense: Sense | null;
  readonly size: Size | null;
  readonly negated: boolean;
  /** Index of the part that says so; of the last one, where several do. */
  readonly part: number;
  /** The word that says so; null without one. */
  readonly change: Change | null;
}

/** A part where it stands, with the nouns before it that still wait for something to be said of them. */
export interface Spot {
  readonly part: Part;
  readonly index: number;
  readonly waiting: readonly Noun[];
}
