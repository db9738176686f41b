/** How often two indicators contradict each other: one says that a model is cheaper, the other that it is dearer. */
import type { Column } from './indicator-table.js';

export interface Contradiction {
  /** Of the pairs, those in which `other` says the opposite of `one`; null where there are no pairs. */
  readonly share: number | null;
  readonly pairs: number;
}

/** How far apart two models are in the first indicator, as the ratio of the dearer to the cheaper. */
export interface Apart {
  readonly least: number;
  readonly most: number;
}

/**
 * Over the pairs of models that have both values, and that `one` tells apart by as much as is asked for. Where `other`
 * tells no difference, nothing is contradicted. Quadratic in the number of models.
 */
export function contradiction(one: Column, other: Column, { least, most }: Apart): Contradiction {
  const [costs, others] = [costsOf(one), costsOf(other)];
  let pairs = 0;
  let opposed = 0;
  for (const [i, own] of costs.entries()) {
    const ownOther = others[i] ?? NaN;
    if (Number.isNaN(own) || Number.isNaN(ownOther)) continue;
    for (let j = 0; j < i; j++) {
      const [cost, costOther] = [costs[j] ?? NaN, others[j] ?? NaN];
      const ratio = Math.max(own / cost, cost / own);
      // Also false for what is not known.
      if (!(own !== cost && ratio >= least && ratio <= most) || Number.isNaN(costOther)) continue;
      pairs += 1;
      if ((own - cost) * (ownOther - costOther) < 0) opposed += 1;
    }
  }
  return { share: pairs === 0 ? null : opposed / pairs, pairs };
}

/** Values of which less is cheaper; NaN where there is none. */
function costsOf({ values, better }: Column): number[] {
  return values.map((value) => (value === null ? NaN : better === 'lower' ? value : 1 / value));
}
