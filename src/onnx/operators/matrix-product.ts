/** Products of matrices: MACs are the elements of the result times the dimension that is summed over. */
import { activated, added, each, QUANTISATION, TANH_GELU, together } from './work.js';
import { all, dimension, elements, type Cost, type OperatorRules } from './rule.js';
import { quantisedWeights, weights } from './weights.js';

/** The shared dimension is the last of A, or the one before it when an attribute says that A is transposed. */
const product =
  (transposed?: string): Cost =>
  (execution) => {
    const axis = transposed !== undefined && execution.integer(transposed, 0) !== 0 ? -2 : -1;
    return elements(execution.output(0)) * dimension(execution.input(0), axis);
  };

/** `FusedMatMul` may move the batch dimension inside: then the shared one is elsewhere. */
const fusedProduct: Cost = (execution) => {
  const moved = execution.integer('transBatchA', 0) !== 0;
  const transposed = execution.integer('transA', 0) !== 0;
  const axis = !transposed ? -1 : moved ? 0 : -2;
  return elements(execution.output(0)) * dimension(execution.input(0), axis);
};

/** The result times a number, unless that is one. */
const scaled: Cost = (execution) => (execution.real('alpha', 1) === 1 ? 0 : elements(execution.output(0)));

const gemm = { macs: product('transA'), weights: weights(0, 1, 2) };
const fusedMatMul = { macs: fusedProduct, weights: weights(0, 1) };

export const MATRIX_PRODUCTS: OperatorRules = {
  Gemm: { ...gemm, elementwise: together(added(2), scaled) },
  'com.microsoft.FusedGemm': { ...gemm, elementwise: together(added(2), scaled, activated) },
  'com.microsoft.GemmFloat8': { ...gemm, elementwise: together(added(2), scaled, activated) },
  'com.microsoft.GemmFastGelu': {
    macs: product(),
    elementwise: together(added(2), each(TANH_GELU)),
    weights: weights(0, 1, 2),
  },
  'com.microsoft.QGemm': {
    macs: product('transA'),
    contracts: [0, 3],
    elementwise: together(added(6), each(QUANTISATION)),
    weights: quantisedWeights(0, 3, 6),
  },
  MatMul: { macs: product(), weights: weights(0, 1) },
  ...all('com.microsoft.FusedMatMul com.microsoft.TransposeMatMul', { ...fusedMatMul, elementwise: scaled }),
  'com.microsoft.FusedMatMulActivation': { ...fusedMatMul, elementwise: together(scaled, activated) },
  ...all('MatMulInteger com.microsoft.MatMulInteger16', {
    macs: product(),
    weights: quantisedWeights(0, 1),
  }),
  // Scaled to floats, and the bias.
  'com.microsoft.MatMulIntegerToFloat': {
    macs: product(),
    elementwise: together(each(1), added(6)),
    weights: quantisedWeights(0, 1, 6),
  },
  // Before that, the range of A is found and A quantised.
  'com.microsoft.DynamicQuantizeMatMul': {
    macs: product(),
    elementwise: (execution) =>
      (2 + QUANTISATION) * elements(execution.input(0)) + each(1)(execution) + added(4)(execution),
    weights: quantisedWeights(1, 4),
  },
  QLinearMatMul: {
    macs: product(),
    contracts: [0, 3],
    elementwise: each(QUANTISATION),
    weights: quantisedWeights(0, 3),
  },
  'com.microsoft.QOrderedMatMul': {
    macs: product(),
    contracts: [0, 2],
    elementwise: together(added(5, 6), each(QUANTISATION)),
    weights: quantisedWeights(2, 5),
  },
  // Each query through the weights of the gate [head size, D], then bias, sigmoids and the gate on every score.
  'com.microsoft.GatedRelativePositionBias': {
    macs: (execution) => elements(execution.input(0)) * dimension(execution.input(3), -1),
    contracts: [0, 3],
    elementwise: together(each(1), (execution) => {
      const queries = elements(execution.input(0));
      const gates = (queries / dimension(execution.input(3), 0)) * dimension(execution.input(3), 1);
      return queries + 2 * gates;
    }),
    weights: weights(1, 3, 4, 5),
  },
  // Distances from norms and one product, as the runtime computes them: |a|^2 + |b|^2 - 2ab.
  'com.microsoft.CDist': {
    macs: (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1),
    elementwise: (execution) => {
      const root = execution.text('metric', 'sqeuclidean') === 'euclidean' ? 1 : 0;
      const norms = 2 * (elements(execution.input(0)) + elements(execution.input(1)));
      return norms + (3 + root) * elements(execution.output(0));
    },
  },
  // Each place [x, y, 1] times an affine matrix (the definition of ai.onnx AffineGrid).
  AffineGrid: {
    macs: (execution) => elements(execution.output(0)) * dimension(execution.input(0), -1),
    contracts: [0],
  },
};
