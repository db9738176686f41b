/** How often one cost indicator contradicts another among public models: what was found, not how (docs/evidence.md). */
import type { IndicatorId } from '../indicators.js';

/** An indicator, and the machine that it was measured on; null where it is counted. */
export interface Subject {
  readonly indicator: IndicatorId;
  readonly machine: string | null;
}

export interface ContradictionRate {
  /** Says that a model is cheaper, of two that are as far apart in it as asked for. */
  readonly cheaper: Subject;
  /** Says that it is dearer. */
  readonly dearer: Subject;
  /** Of the pairs, 0 to 1. */
  readonly share: number;
  readonly pairs: number;
}

export interface ContradictionRates {
  readonly models: number;
  /** How far apart the pairs are in the indicator that calls one cheaper: ratio of the dearer to the cheaper. */
  readonly apart: { readonly least: number; readonly most: number };
  readonly source: { readonly name: string; readonly url: string; readonly licence: string };
  readonly rates: readonly ContradictionRate[];
}
