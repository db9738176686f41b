/**
 * Operators that contract: sums of products. Their cost is the number of multiply-accumulates of the direct algorithm,
 * padding included, biases not (the convention of fvcore, torchvision and timm).
 */
import {
  dimension,
  elements,
  type Cost,
  type Execution,
  type OperatorRules,
  type WeightOperands,
} from './rule.js';

const weights = (...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: false,
});
const quantisedWeights = (...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: true,
});

/** Each output element sums over the kernel and the input channels of its group; W is [M, C/group, kernel...]. */
const convolution =
  (w: number): Cost =>
  (execution) => {
    const kernel = execution.input(w);
    return elements(execution.output(0)) * elements(kernel.slice(1));
  };

/** Each input element is spread over the kernel and the output channels of its group; W is [C, M/group, kernel...]. */
const transposedConvolution: Cost = (execution) =>
  elements(execution.input(0)) * elements(execution.input(1).slice(1));

/** Each output element sums over the shared dimension: the last of A, or the one before it when A is transposed. */
const matrixProduct =
  (transposed?: string): Cost =>
  (execution) => {
    const axis = transposed !== undefined && execution.integer(transposed, 0) !== 0 ? -2 : -1;
    return elements(execution.output(0)) * dimension(execution.input(0), axis);
  };

const attributeProduct: Cost = (execution) => elements(execution.output(0)) * execution.integer('K', 0);

/**
 * Recurrent layers: for each time step, batch element and direction, every gate multiplies the input (I) and the hidden
 * state (H) into H values. X is [steps, batch, I], or [batch, steps, I] with layout 1.
 */
const recurrent =
  (gates: number): Cost =>
  (execution) => {
    const hidden = hiddenSize(execution);
    return steps(execution) * gates * hidden * (dimension(execution.input(0), -1) + hidden);
  };

/** Activations, gating products and sums of one cell, for each hidden value. */
const cell =
  (operations: number): Cost =>
  (execution) =>
    steps(execution) * operations * hiddenSize(execution);

function steps(execution: Execution): number {
  const directions = execution.text('direction', 'forward') === 'bidirectional' ? 2 : 1;
  return directions * elements(execution.input(0).slice(0, 2));
}

/** The attribute, or the last dimension of the recurrence weights. */
function hiddenSize(execution: Execution): number {
  return execution.integer('hidden_size', 0) || dimension(execution.input(2), -1);
}

/** `FusedMatMul` may move the batch dimension inside: then the shared one is elsewhere. */
const fusedMatrixProduct: Cost = (execution) => {
  const moved = execution.integer('transBatchA', 0) !== 0;
  const transposed = execution.integer('transA', 0) !== 0;
  const shape = execution.input(0);
  const axis = !transposed ? -1 : moved ? 0 : -2;
  return elements(execution.output(0)) * dimension(shape, axis);
};

export const CONTRACTIONS: OperatorRules = {
  Conv: { macs: convolution(1), weights: weights(1, 2) },
  'com.microsoft.FusedConv': { macs: convolution(1), weights: weights(1, 2) },
  ConvInteger: { macs: convolution(1), weights: quantisedWeights(1) },
  QLinearConv: { macs: convolution(3), weights: quantisedWeights(3, 8) },
  ConvTranspose: { macs: transposedConvolution, weights: weights(1, 2) },

  Gemm: { macs: matrixProduct('transA'), weights: weights(0, 1, 2) },
  'com.microsoft.FusedGemm': { macs: matrixProduct('transA'), weights: weights(0, 1, 2) },
  'com.microsoft.QGemm': { macs: matrixProduct('transA'), weights: quantisedWeights(0, 3, 6) },
  MatMul: { macs: matrixProduct(), weights: weights(0, 1) },
  'com.microsoft.FusedMatMul': { macs: fusedMatrixProduct, weights: weights(0, 1) },
  MatMulInteger: { macs: matrixProduct(), weights: quantisedWeights(0, 1) },
  'com.microsoft.MatMulIntegerToFloat': { macs: matrixProduct(), weights: quantisedWeights(0, 1, 6) },
  'com.microsoft.DynamicQuantizeMatMul': { macs: matrixProduct(), weights: quantisedWeights(1, 4) },
  QLinearMatMul: { macs: matrixProduct(), weights: quantisedWeights(0, 3) },
  'com.microsoft.MatMulNBits': {
    macs: attributeProduct,
    weights: {
      operands: [1],
      single: true,
      quantised: true,
      elements: (execution) => execution.integer('N', 0) * execution.integer('K', 0),
    },
  },

  LSTM: { macs: recurrent(4), elementwise: cell(9), weights: weights(1, 2, 3, 7) },
  'com.microsoft.DynamicQuantizeLSTM': {
    macs: recurrent(4),
    elementwise: cell(9),
    weights: quantisedWeights(1, 2, 3, 7),
  },
  GRU: { macs: recurrent(3), elementwise: cell(8), weights: weights(1, 2, 3) },
  RNN: { macs: recurrent(1), elementwise: cell(1), weights: weights(1, 2, 3) },
};
