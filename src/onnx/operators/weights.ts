/** Which operands are weights, in the ways that the rules say it. */
import type { Cost, WeightOperands } from './rule.js';

/** Floating weights, single numbers included. */
export const weights = (...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: false,
});

/** Weights as they are, quantised without a DequantizeLinear before. */
export const quantisedWeights = (...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: true,
});

/** Quantised weights that are packed into bytes. @param count Parameters of the node, biases included. */
export const packedWeights = (count: Cost, ...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: true,
  elements: count,
});

/** A table that is looked up: the embeddings of a language model. */
export const table = (operand: number): WeightOperands => ({
  operands: [operand],
  single: false,
  quantised: false,
});

/** A constant operand is a weight unless it is one number, which may be part of a formula. */
export const severalOfAny: WeightOperands = { operands: 'all', single: false, quantised: false };
