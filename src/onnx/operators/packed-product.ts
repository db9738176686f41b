/**
 * Products with weights that are packed into bytes (com.microsoft). Their sizes are attributes; their precision is that
 * of the packed weights.
 */
import { dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { packedWeights, weights } from './weights.js';
import { activated, added, together } from './work.js';

/** Each element of so many results sums over K. */
const packedProduct =
  (results: number, times = 1): Cost =>
  (execution) => {
    const written = Array.from({ length: results }, (_, index) => elements(execution.output(index)));
    return times * written.reduce((sum, count) => sum + count, 0) * execution.integer('K', 0);
  };

const ofN = (execution: Execution): number => execution.integer('N', 0);
const twice = (execution: Execution): number => 2 * ofN(execution);
const threefold = (execution: Execution): number =>
  execution.integer('Nq', 0) + 2 * execution.integer('Nkv', 0);

/** Parameters of packed weights [columns, K], and of the biases that are there. */
const packed =
  (columns: (execution: Execution) => number, biases: readonly number[]): Cost =>
  (execution) =>
    columns(execution) * execution.integer('K', 0) +
    biases.reduce((sum, bias) => sum + (execution.has(bias) ? elements(execution.input(bias)) : 0), 0);

/** The precision of weights packed in so many bits; the activations, which are wider, do not show. */
const packedBits = (execution: Execution): string => `int${execution.integer('bits', 4)}`;

/** The root mean square norm that a fused product may begin with, and the residual that it may add before. */
const leadingNorm =
  (skip: number, scale: number): Cost =>
  (execution) => {
    const values = elements(execution.input(0));
    const rows = elements(execution.input(0).slice(0, -1));
    const norm = execution.has(scale) ? 4 * values + 2 * rows : 0;
    return norm + (execution.has(skip) ? values : 0);
  };

/** As for a plain product, where the weights do not say it. */
const product: Cost = (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1);

export const PACKED_PRODUCTS: OperatorRules = {
  'com.microsoft.MatMulNBits': {
    macs: packedProduct(1),
    contracts: packedBits,
    elementwise: added(5),
    weights: packedWeights(packed(ofN, [5]), 1, 5),
  },
  'com.microsoft.MatMulBnb4': {
    macs: packedProduct(1),
    contracts: () => 'fp4',
    weights: packedWeights(packed(ofN, []), 1),
  },
  'com.microsoft.MatMulFpQ4': {
    macs: product,
    contracts: () => 'int4',
    // The third operand is the shape before packing.
    weights: packedWeights((execution) => elements(execution.values(2) ?? [0]), 1),
  },
  'com.microsoft.MatMulBlockQuantizedFp8Weight': {
    macs: product,
    elementwise: added(4),
    weights: weights(1, 4),
  },
  'com.microsoft.MatMulBlockQuantizedFp4Weight': {
    macs: product,
    contracts: () => 'fp4',
    elementwise: added(5),
    // Two to a byte.
    weights: packedWeights((execution) => 2 * elements(execution.input(1)), 1),
  },
  // Two products of one input, the activation of the first and the product of both (SwiGLU).
  'com.microsoft.MatMulNBitsMlp': {
    macs: packedProduct(1, 2),
    contracts: packedBits,
    elementwise: together(
      leadingNorm(1, 2),
      added(5, 8),
      (execution) => activated(execution) + elements(execution.output(0)),
    ),
    weights: packedWeights(packed(twice, [2, 5, 8]), 2, 3, 5, 6, 8),
  },
  'com.microsoft.MatMulNBitsQkv': {
    macs: packedProduct(3),
    contracts: packedBits,
    elementwise: together(leadingNorm(1, 2), (execution) =>
      [5, 8, 11]
        .map((bias, index) => (execution.has(bias) ? elements(execution.output(index)) : 0))
        .reduce((sum, count) => sum + count, 0),
    ),
    weights: packedWeights(packed(threefold, [2, 5, 8, 11]), 2, 3, 5, 6, 8, 9, 11),
  },
};
