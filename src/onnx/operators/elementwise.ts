/** Operators that compute value by value, and those that reduce. */
import { all, dimension, elements, type Cost, type OperatorRules } from './rule.js';
import { severalOfAny, weights } from './weights.js';
import {
  added,
  each,
  eachOf,
  GELU,
  QUANTISATION,
  QUICK_GELU,
  SILU,
  SOFTMAX,
  TANH_GELU,
  together,
} from './work.js';

/** n operands are combined by n - 1 operations. */
const eachPair: Cost = (execution) => Math.max(1, execution.operands - 1) * elements(execution.output(0));

/** Exact, or by tanh where the attribute says so. */
const gelu: Cost = (execution) =>
  (execution.text('approximate', 'none') === 'tanh' ? TANH_GELU : GELU) * elements(execution.output(0));

/** x sigmoid(alpha x): the product with alpha is none where alpha is one. */
const swish: Cost = (execution) =>
  (execution.real('alpha', 1) === 1 ? SILU : QUICK_GELU) * elements(execution.output(0));

const quickGelu: Cost = (execution) =>
  (execution.real('alpha', 1.702) === 1 ? SILU : QUICK_GELU) * elements(execution.output(0));

/** Every operand, whatever their number. */
const allOperands: Cost = (execution) =>
  Array.from({ length: execution.operands }, (_, index) => elements(execution.input(index))).reduce(
    (sum, count) => sum + count,
    0,
  );

/** Multiply-subtracts and quotients of an elimination (Golub and Van Loan, Matrix Computations, 3.2). */
const determinant: Cost = (execution) => {
  const shape = execution.input(0);
  const n = dimension(shape, -1);
  const one = (n * (n - 1) * (2 * n - 1)) / 3 + (n * (n - 1)) / 2 + Math.max(0, n - 1);
  return elements(shape.slice(0, -2)) * one;
};
const inverse: Cost = (execution) => 2 * elements(execution.input(0)) * dimension(execution.input(0), -1);

/** Logarithms of a softmax, then for each target the value that is picked, weighted and summed. */
const crossEntropy: Cost = (execution) =>
  SOFTMAX * elements(execution.input(0)) + 2 * elements(execution.input(1));

export const ELEMENTWISE: OperatorRules = {
  ...all('Add Sub Mul Div', { elementwise: each(1), weights: severalOfAny }),
  ...all(
    `Abs Acos Acosh And Asin Asinh Atan Atanh Bernoulli BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor
     BlackmanWindow Ceil Celu Cos Cosh CumProd CumSum Elu Equal Erf Exp Floor Greater GreaterOrEqual HammingWindow
     HannWindow HardSigmoid IsInf IsNaN LeakyRelu Less LessOrEqual Log MelWeightMatrix Mod Multinomial Neg Not Or
     ParametricSoftplus Pow RandomNormal RandomNormalLike RandomUniform RandomUniformLike Reciprocal Relu Round
     ScaledTanh Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Tan Tanh TfIdfVectorizer ThresholdedRelu
     Where Xor Scale com.microsoft.MulInteger com.microsoft.MurmurHash3 com.microsoft.RelativePositionBias`,
    { elementwise: each(1) },
  ),
  ...all('Affine ImageScaler HardSwish com.microsoft.GatedAdd', { elementwise: each(2) }),
  ...all('Mish DisentangledAttention_TRT com.microsoft.ComplexMul com.microsoft.ComplexMulConj', {
    elementwise: each(3),
  }),
  // Two gates of product and sigmoid, a tanh, and the weighted sum of old and new.
  GRUUnit: { elementwise: each(8) },
  // Training for quantisation narrows the range of weights in this way.
  Clip: { elementwise: each(1), passes: [0] },
  PRelu: { elementwise: each(1), weights: weights(1) },
  ...all('Gelu com.microsoft.Gelu', { elementwise: gelu }),
  Swish: { elementwise: swish },
  SwiGLU: { elementwise: together(swish, each(1)) },
  'com.microsoft.QuickGelu': { elementwise: quickGelu },
  'com.microsoft.BiasGelu': { elementwise: together(added(1), each(GELU)), weights: weights(1) },
  'com.microsoft.FastGelu': { elementwise: together(added(1), each(TANH_GELU)), weights: weights(1) },
  // The bias of both halves, GELU of one, their product.
  'com.microsoft.BiasSplitGelu': { elementwise: together(eachOf(0), each(GELU + 1)), weights: weights(1) },
  'com.microsoft.BiasAdd': { elementwise: added(1, 2), weights: weights(1) },
  ...all('com.microsoft.BiasDropout com.microsoft.BitmaskBiasDropout', {
    elementwise: added(1, 2),
    weights: weights(1),
  }),
  'com.microsoft.BiasSoftmax': { elementwise: together(added(1), each(SOFTMAX)) },
  ...all('Max Min Mean Sum', { elementwise: eachPair }),
  ...all(
    `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
     ReduceSumSquare ArgMax ArgMin TopK Col2Im com.microsoft.ReduceSumInteger`,
    { elementwise: eachOf(0) },
  ),
  'com.microsoft.IsAllFinite': { elementwise: allOperands },
  ...all('Softmax LogSoftmax Hardmax', { elementwise: each(SOFTMAX) }),
  SoftmaxCrossEntropyLoss: { elementwise: crossEntropy },
  NegativeLogLikelihoodLoss: { elementwise: eachOf(1, 2) },
  Det: { elementwise: determinant },
  'com.microsoft.Inverse': { elementwise: inverse },
  // The least of three ways to every cell of the matrix, and its cost.
  'com.microsoft.DynamicTimeWarping': { elementwise: eachOf(0, 3) },
  ...all(
    `QuantizeLinear DequantizeLinear com.microsoft.QuantizeLinear com.microsoft.DequantizeLinear
     com.microsoft.QuantizeWithOrder com.microsoft.DequantizeWithOrder com.microsoft.QuantizeBFP
     com.microsoft.DequantizeBFP`,
    { elementwise: each(QUANTISATION), passes: [0] },
  ),
  // The range is found first: a minimum and a maximum.
  DynamicQuantizeLinear: { elementwise: each(2 + QUANTISATION) },
  // Quantised operators compute, then quantise what they write.
  ...all(
    `com.microsoft.QLinearAdd com.microsoft.QLinearMul com.microsoft.QLinearLeakyRelu com.microsoft.QLinearSigmoid
     com.microsoft.QLinearWhere`,
    { elementwise: each(1 + QUANTISATION) },
  ),
  'com.microsoft.QLinearSoftmax': { elementwise: each(SOFTMAX + QUANTISATION) },
  'com.microsoft.QOrderedGelu': { elementwise: each(GELU + QUANTISATION) },
  'com.microsoft.QLinearReduceMean': { elementwise: together(eachOf(0), each(QUANTISATION)) },
  'com.microsoft.QLinearConcat': { elementwise: each(QUANTISATION) },
};
