/**
 * Shapes of results, for operators where they follow from the shapes of the operands, the attributes and constants (the
 * operators' definitions: onnx.ai/onnx/operators). Whatever is not here is the runtime's to infer.
 */
import { all as table, dimension, OpenShape, type Execution } from '../operators/rule.js';
import { reduction, reshape, type ShapeRule, slice, squeeze, unsqueeze } from './constant-rules.js';

/** As the first operand. */
const same: ShapeRule = (execution) => execution.input(0);

/** Multidirectional broadcasting over all operands. */
const broadcast: ShapeRule = (execution) =>
  Array.from({ length: execution.operands }, (_, index) => execution.input(index)).reduce(
    broadcastOf,
    // Again, for it is open where there is no operand.
    execution.input(0),
  );

function broadcastOf(one: readonly number[], other: readonly number[]): readonly number[] {
  const rank = Math.max(one.length, other.length);
  return Array.from({ length: rank }, (_, place) => {
    const [left, right] = [dimension(one, place - rank), dimension(other, place - rank)];
    if (left !== right && left !== 1 && right !== 1) throw new OpenShape('a result');
    return left === 1 ? right : left;
  });
}

const matrixProduct: ShapeRule = (execution) => {
  const [a, b] = [execution.input(0), execution.input(1)];
  if (a.length < 2 || b.length < 2) throw new OpenShape('a product with a vector');
  return [...broadcastOf(a.slice(0, -2), b.slice(0, -2)), dimension(a, -2), dimension(b, -1)];
};

const gemm: ShapeRule = (execution) => {
  const rows = dimension(execution.input(0), execution.integer('transA', 0) === 0 ? 0 : 1);
  return [rows, dimension(execution.input(1), execution.integer('transB', 0) === 0 ? 1 : 0)];
};

/** Where a window of that size fits, along each spatial axis. */
function windows(execution: Execution, kernel: readonly number[]): number[] {
  const spatial = execution.input(0).slice(2);
  if (execution.text('auto_pad', 'NOTSET') !== 'NOTSET' || execution.integer('ceil_mode', 0) !== 0)
    throw new OpenShape('a window that is padded by itself');
  const strides = execution.integers('strides');
  const dilations = execution.integers('dilations');
  const pads = execution.integers('pads');
  return spatial.map((size, axis) => {
    const padded = size + (pads?.[axis] ?? 0) + (pads?.[axis + spatial.length] ?? 0);
    const reach = ((kernel[axis] ?? 1) - 1) * (dilations?.[axis] ?? 1) + 1;
    return Math.floor((padded - reach) / (strides?.[axis] ?? 1)) + 1;
  });
}

const convolution: ShapeRule = (execution) => {
  const kernel = execution.input(1);
  return [dimension(execution.input(0), 0), dimension(kernel, 0), ...windows(execution, kernel.slice(2))];
};

const pooling: ShapeRule = (execution) => [
  ...execution.input(0).slice(0, 2),
  ...windows(execution, execution.integers('kernel_shape') ?? []),
];

const globalPooling: ShapeRule = (execution) => execution.input(0).map((size, axis) => (axis < 2 ? size : 1));

const transpose: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const order = execution.integers('perm') ?? shape.map((_, axis) => shape.length - 1 - axis);
  return order.map((axis) => dimension(shape, axis));
};

const concatenation: ShapeRule = (execution) => {
  const first = execution.input(0);
  const axis = execution.integer('axis', 0);
  const along = axis < 0 ? axis + first.length : axis;
  const sizes = Array.from({ length: execution.operands }, (_, index) =>
    dimension(execution.input(index), along),
  );
  return first.with(
    along,
    sizes.reduce((sum, size) => sum + size, 0),
  );
};

const flatten: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const axis = execution.integer('axis', 1);
  const product = (dims: readonly number[]): number => dims.reduce((all, dim) => all * dim, 1);
  return [product(shape.slice(0, axis)), product(shape.slice(axis))];
};

const likeSecond: ShapeRule = (execution) => execution.input(1);

const gather: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const axis = execution.integer('axis', 0);
  const at = axis < 0 ? axis + shape.length : axis;
  return [...shape.slice(0, at), ...execution.input(1), ...shape.slice(at + 1)];
};

export const SHAPE_RULES: ReadonlyMap<string, ShapeRule> = new Map(
  Object.entries({
    ...of(
      `Abs Acos Acosh Asin Asinh Atan Atanh BatchNormalization BitwiseNot Cast CastLike Ceil Celu Clip Cos Cosh CumProd
       CumSum Dropout Elu Erf Exp Floor Gelu GroupNormalization HardSigmoid HardSwish Hardmax Identity
       InstanceNormalization IsInf IsNaN LRN LayerNormalization LeakyRelu Log LogSoftmax LpNormalization
       MeanVarianceNormalization Mish Neg Not PRelu QuantizeLinear DequantizeLinear RMSNormalization Reciprocal Relu
       ReverseSequence RotaryEmbedding Round ScatterElements ScatterND Selu Shrink Sigmoid Sign Sin
       SimplifiedLayerNormalization Sinh Softmax Softplus Softsign Sqrt Swish Tan Tanh TensorScatter ThresholdedRelu
       Trilu com.microsoft.BiasGelu com.microsoft.FastGelu com.microsoft.Gelu com.microsoft.QuickGelu
       com.microsoft.RotaryEmbedding com.microsoft.SkipLayerNormalization
       com.microsoft.SkipSimplifiedLayerNormalization com.microsoft.Trilu`,
      same,
    ),
    ...of(
      `Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual Less LessOrEqual Max Mean Min Mod Mul Or
       Pow Sub Sum Where Xor`,
      broadcast,
    ),
    MatMul: matrixProduct,
    ...of('Gemm com.microsoft.FusedGemm', gemm),
    ...of('Conv com.microsoft.FusedConv', convolution),
    ...of('AveragePool MaxPool', pooling),
    ...of('GlobalAveragePool GlobalLpPool GlobalMaxPool', globalPooling),
    Transpose: transpose,
    Concat: concatenation,
    Flatten: flatten,
    Gather: gather,
    GatherElements: likeSecond,
    Reshape: reshape,
    Squeeze: squeeze,
    Unsqueeze: unsqueeze,
    Slice: slice,
    ...of(
      `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
       ReduceSumSquare`,
      reduction,
    ),
  }),
);

function of(names: string, rule: ShapeRule): Record<string, ShapeRule> {
  return Object.fromEntries(Object.keys(table(names, {})).map((name) => [name, rule]));
}
