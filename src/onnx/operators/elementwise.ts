/**
 * Operators that compute value by value. The unit is one operation on one element, transcendental functions included:
 * a stated convention, not a prediction of time.
 */
import { all, elements, type Cost, type OperatorRules, type WeightOperands } from './rule.js';

/** So many operations for each output element. */
const each =
  (operations: number): Cost =>
  (execution) =>
    operations * elements(execution.output(0));

/** So many operations for each element that is reduced. */
const eachInput =
  (operations: number): Cost =>
  (execution) =>
    operations * elements(execution.input(0));

/** n operands are combined by n - 1 operations. */
const eachPair: Cost = (execution) => Math.max(1, execution.operands - 1) * elements(execution.output(0));

/** One operation for each element of the window, for each output element. */
const pooling: Cost = (execution) =>
  elements(execution.integers('kernel_shape') ?? []) * elements(execution.output(0));

/** Squares summed over the channel window, then a scale, a power and a quotient. */
const localResponse: Cost = (execution) => (execution.integer('size', 1) + 3) * elements(execution.output(0));

/** Mean, variance, scale and shift (fvcore counts five for each element, `norm_flop_counter`). */
const NORMALISATION = 5;
/** Running statistics fold into a scale and a shift. */
const BATCH_NORMALISATION = 2;
/** Maximum, difference, exponential, sum, quotient. */
const SOFTMAX = 5;
/** A scale and a zero point. */
const QUANTISATION = 2;

const single = (...operands: number[]): WeightOperands => ({
  operands,
  single: true,
  quantised: false,
});
/** A constant operand is a weight unless it is one number, which may be part of a formula. */
const severalOfAny: WeightOperands = { operands: 'all', single: false, quantised: false };

export const ELEMENTWISE: OperatorRules = {
  ...all('Add Sub Mul Div', { elementwise: each(1), weights: severalOfAny }),
  ...all(
    `Abs Acos Acosh And Asin Asinh Atan Atanh BlackmanWindow HammingWindow HannWindow BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor Ceil Celu Cos
     Cosh CumSum Elu Equal Erf Exp Floor Gelu Greater GreaterOrEqual HardSigmoid HardSwish IsInf IsNaN LeakyRelu Less
     LessOrEqual Log Mish Mod Neg Not Or Pow Reciprocal Relu Resize Round Selu Shrink Sigmoid Sign Sin Sinh Softplus
     Softsign Sqrt Swish Tan Tanh ThresholdedRelu Upsample Where Xor
     com.microsoft.Gelu com.microsoft.QuickGelu com.microsoft.QLinearAdd com.microsoft.QLinearMul
     com.microsoft.QLinearLeakyRelu com.microsoft.QLinearSigmoid`,
    { elementwise: each(1) },
  ),
  // Training for quantisation narrows the range of weights in this way.
  ...all('Clip', { elementwise: each(1), passes: [0] }),
  ...all('PRelu', { elementwise: each(1), weights: single(1) }),
  ...all('com.microsoft.BiasGelu com.microsoft.FastGelu', { elementwise: each(2), weights: single(1) }),
  ...all('Max Min Mean Sum', { elementwise: eachPair }),
  ...all(
    `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare
     ArgMax ArgMin GlobalAveragePool GlobalLpPool GlobalMaxPool TopK com.microsoft.QLinearGlobalAveragePool`,
    { elementwise: eachInput(1) },
  ),
  ...all('AveragePool LpPool MaxPool com.microsoft.QLinearAveragePool', { elementwise: pooling }),
  ...all('Softmax LogSoftmax Hardmax com.microsoft.QLinearSoftmax', { elementwise: each(SOFTMAX) }),
  ...all('BatchNormalization', { elementwise: each(BATCH_NORMALISATION), weights: single(1, 2) }),
  ...all(
    'LayerNormalization InstanceNormalization GroupNormalization RMSNormalization SimplifiedLayerNormalization',
    {
      elementwise: each(NORMALISATION),
      weights: single(1, 2),
    },
  ),
  ...all('LpNormalization MeanVarianceNormalization', { elementwise: each(NORMALISATION) }),
  ...all('com.microsoft.SkipLayerNormalization', {
    elementwise: each(NORMALISATION + 1),
    weights: single(2, 3, 4),
  }),
  ...all('com.microsoft.SkipSimplifiedLayerNormalization', {
    elementwise: each(NORMALISATION + 1),
    weights: single(2, 3),
  }),
  ...all('LRN', { elementwise: localResponse }),
  ...all(`QuantizeLinear DequantizeLinear com.microsoft.QuantizeLinear com.microsoft.DequantizeLinear`, {
    elementwise: each(QUANTISATION),
    passes: [0],
  }),
  // The range is found first: a minimum and a maximum.
  ...all('DynamicQuantizeLinear', { elementwise: each(2 + QUANTISATION) }),
  // No sums of products, so MACs are known; what they do instead depends on the data.
  ...all(
    `Bernoulli GridSample Multinomial NonMaxSuppression RandomNormal RandomNormalLike RandomUniform RandomUniformLike
     RoiAlign MaxRoiPool MaxUnpool Unique`,
    { elementwise: 'unstated' },
  ),
};
