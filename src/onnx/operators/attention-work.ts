/** What attention costs, once its sizes are known. */
import { dimension, elements, type Cost, type Execution, type OperatorRule } from './rule.js';
import { SOFTMAX } from './work.js';

/** Sizes of one attention; widths are those of all heads together. */
export interface Heads {
  readonly batch: number;
  readonly heads: number;
  readonly queries: number;
  /** Positions attended to, cached ones included. */
  readonly keys: number;
  /** Those of them that the operator is given, not found in a cache. */
  readonly fresh: number;
  /** Of queries, and of the keys that they are multiplied with. */
  readonly queryWidth: number;
  readonly valueWidth: number;
  /** A mask or a bias is added to the scores. */
  readonly masked: boolean;
}

interface Costs extends OperatorRule {
  readonly macs: Cost;
  readonly elementwise: Cost;
}

/** Quotient, tanh, product. */
const SOFT_CAP = 3;
/** Two products and a sum for each rotated value (Su et al. 2021, arXiv 2104.09864). */
export const ROTATION = 3;

/** Attention on queries, keys and values as they come. @param bias Operands that are added to the three. */
export function attentionWork(headsOf: (execution: Execution) => Heads, bias: readonly number[] = []): Costs {
  return {
    macs: (execution) => {
      const { batch, queries, keys, queryWidth, valueWidth } = headsOf(execution);
      return batch * queries * keys * (queryWidth + valueWidth);
    },
    elementwise: (execution) => {
      const sizes = headsOf(execution);
      const { batch, heads, queries, keys, masked } = sizes;
      const capped = execution.real('softcap', 0) === 0 ? 0 : SOFT_CAP;
      const ofScores = batch * heads * queries * keys * (1 + capped + (masked ? 1 : 0) + SOFTMAX);
      const rotated =
        execution.integer('do_rotary', 0) === 0 ? 0 : ROTATION * rotatedValues(sizes, execution);
      const biased = bias.some((index) => execution.has(index)) ? projectedValues(sizes) : 0;
      return ofScores + rotated + biased;
    },
  };
}

/** Attention that first projects its input [..., width] by weights [width, ...], as a product of matrices. */
export function projected(
  headsOf: (execution: Execution) => Heads,
  operands: { readonly weights: readonly number[]; readonly bias: readonly number[] },
): Costs {
  const attention = attentionWork(headsOf, operands.bias);
  return {
    ...attention,
    macs: (execution) => {
      const rows = elements(execution.input(0).slice(0, -1));
      const products = operands.weights.reduce((sum, index) => sum + elements(execution.input(index)), 0);
      return rows * products + attention.macs(execution);
    },
  };
}

/** Values of queries and of new keys and values. */
export function projectedValues({ batch, queries, fresh, queryWidth, valueWidth }: Heads): number {
  return batch * (queries * queryWidth + fresh * (queryWidth + valueWidth));
}

/** Queries and new keys, of which there may be fewer heads. */
function rotatedValues({ batch, heads, queries, fresh, queryWidth }: Heads, execution: Execution): number {
  const keyHeads = execution.integer('kv_num_heads', heads);
  return batch * (queries * queryWidth + (fresh * queryWidth * keyHeads) / heads);
}

/** A dimension of an optional operand, zero without it. */
export function lengthOf(execution: Execution, operand: number, axis: number): number {
  return execution.has(operand) ? dimension(execution.input(operand), axis) : 0;
}
