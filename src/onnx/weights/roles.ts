/** What the operators that read a weight say of it: along which axes it is used, and what stands for zero in it. */
import { nodesWithin, type GraphNode, type Model } from '../graph.js';
import type { Constant } from '../tensor.js';
import { axisOf, type Axis } from './patterns.js';

/** Axes of a weight; undefined where its operator has none such, or what lies between hides them. */
export interface Role {
  readonly outputs: Axis | undefined;
  readonly summed: Axis | undefined;
  /** The zero point; undefined: plain zero. */
  readonly zeroPoint:
    { readonly constant: Constant | undefined; readonly axis: Axis | undefined } | undefined;
}

/** Axes of outputs and of what is summed over, by operand. */
type Layout = Readonly<Record<number, readonly [outputs: number, summed: number]>>;

const CONVOLUTION: Layout = { 1: [0, 1] };
const PRODUCT: Layout = { 0: [-2, -1], 1: [-1, -2] };
const RECURRENT: Layout = { 1: [1, 2], 2: [1, 2] };
/** Projections of an attention: [inputs, all of query, key and value]. */
const PROJECTION: Layout = { 1: [-1, -2] };
const LAYOUTS: Readonly<Record<string, Layout>> = {
  Conv: CONVOLUTION,
  'com.microsoft.FusedConv': CONVOLUTION,
  ConvInteger: CONVOLUTION,
  DeformConv: CONVOLUTION,
  QLinearConv: { 3: [0, 1] },
  'com.microsoft.QLinearConv': { 3: [0, 1] },
  ConvTranspose: { 1: [1, 0] },
  'com.microsoft.ConvTransposeWithDynamicPads': { 1: [1, 0] },
  MatMul: PRODUCT,
  'com.microsoft.GemmFastGelu': PRODUCT,
  MatMulInteger: PRODUCT,
  'com.microsoft.MatMulInteger16': PRODUCT,
  'com.microsoft.MatMulIntegerToFloat': PRODUCT,
  'com.microsoft.DynamicQuantizeMatMul': { 1: [-1, -2] },
  QLinearMatMul: { 0: [-2, -1], 3: [-1, -2] },
  LSTM: RECURRENT,
  GRU: RECURRENT,
  RNN: RECURRENT,
  'com.microsoft.AttnLSTM': RECURRENT,
  'com.microsoft.DynamicQuantizeLSTM': { 1: [2, 1], 2: [2, 1] },
  'com.microsoft.Attention': PROJECTION,
  'com.microsoft.DecoderMaskedSelfAttention': PROJECTION,
  'com.microsoft.PackedAttention': PROJECTION,
  'com.microsoft.QAttention': PROJECTION,
};

/** Which operand is the zero point of which, and the axis that it may differ along. */
const ZERO_POINTS: Readonly<
  Record<string, Readonly<Record<number, readonly [operand: number, axis: number]>>>
> = {
  QLinearConv: { 3: [5, 0] },
  'com.microsoft.QLinearConv': { 3: [5, 0] },
  'com.ms.internal.nhwc.QLinearConv': { 3: [5, 0] },
  'com.ms.internal.nhwc.QLinearConvTranspose': { 3: [5, 0] },
  ConvInteger: { 1: [3, 0] },
  MatMulInteger: { 0: [2, -2], 1: [3, -1] },
  QLinearMatMul: { 0: [2, -2], 3: [5, -1] },
  'com.microsoft.MatMulIntegerToFloat': { 0: [4, -2], 1: [5, -1] },
  'com.microsoft.DynamicQuantizeMatMul': { 1: [3, -1] },
  'com.microsoft.DynamicQuantizeLSTM': { 1: [9, 0], 2: [11, 0] },
  'com.microsoft.QGemm': { 0: [2, 0] },
  'com.microsoft.QAttention': { 1: [7, -1] },
  'com.microsoft.QEmbedLayerNormalization': {
    2: [13, 0],
    3: [14, 0],
    4: [15, 0],
    5: [16, 0],
    6: [17, 0],
  },
};

/** Operators that hand on the first operand element by element. */
const KEEPING = /^(com\.microsoft\.)?(DequantizeLinear|QuantizeLinear)$|^(Cast|CastLike|Clip|Identity)$/;

/** Finds the role of each weight from its first reader. */
export function rolesOf(model: Model): (weight: Constant) => Role {
  const readers = new Map<string, GraphNode>();
  for (const node of nodesWithin(model.graph)) {
    for (const name of node.inputs) if (!readers.has(name)) readers.set(name, node);
  }
  return (weight) => roleOf(weight, readers, model.constants);
}

function roleOf(
  { name, dims }: Constant,
  readers: ReadonlyMap<string, GraphNode>,
  constants: Model['constants'],
): Role {
  let zeroPoint: Role['zeroPoint'];
  let value = name;
  // Axes of the value that is followed, as axes of the weight.
  let axes = dims.map((_, axis) => axis);
  const along = (axis: number): Axis | undefined => axisOf(dims, axes.at(axis) ?? dims.length);
  for (let node = readers.get(value); node !== undefined; node = readers.get(value)) {
    const operand = node.inputs.indexOf(value);
    const [place, axis] = zeroPointOf(node, operand);
    const zero = node.inputs[place] ?? '';
    if (zero !== '') zeroPoint ??= { constant: constants.get(zero), axis: along(axis) };
    if (operand === 0 && node.op === 'Transpose') {
      const order = node.attributes.find((attribute) => attribute.name === 'perm')?.ints.map(Number);
      axes = order === undefined ? axes.toReversed() : order.map((from) => axes[from] ?? dims.length);
    } else if (operand !== 0 || !KEEPING.test(node.op)) {
      const layout = layoutOf(node, operand);
      return { outputs: layout && along(layout[0]), summed: layout && along(layout[1]), zeroPoint };
    }
    value = node.outputs[0] ?? '';
  }
  return { outputs: undefined, summed: undefined, zeroPoint };
}

function zeroPointOf({ op, attributes }: GraphNode, operand: number): readonly [place: number, axis: number] {
  if (op.endsWith('DequantizeLinear') && operand === 0) {
    return [2, Number(attributes.find(({ name }) => name === 'axis')?.i ?? 1)];
  }
  // One for each column of the product, which a transposed operand has as its rows.
  if (op === 'com.microsoft.QGemm' && operand === 3) return [5, isSet(attributes, 'transB') ? 0 : 1];
  return ZERO_POINTS[op]?.[operand] ?? [-1, 0];
}

const isSet = (attributes: GraphNode['attributes'], name: string): boolean =>
  Number(attributes.find((attribute) => attribute.name === name)?.i ?? 0) !== 0;

/** Products whose attributes say which operands are transposed, and where the second of them is. */
const TRANSPOSING: ReadonlyMap<string, number> = new Map([
  ['Gemm', 1],
  ['com.microsoft.FusedGemm', 1],
  ['com.microsoft.GemmFloat8', 1],
  ['com.microsoft.QGemm', 3],
  ['com.microsoft.FusedMatMul', 1],
  ['com.microsoft.FusedMatMulActivation', 1],
  ['com.microsoft.TransposeMatMul', 1],
]);

function layoutOf({ op, attributes }: GraphNode, operand: number): readonly [number, number] | undefined {
  const second = TRANSPOSING.get(op);
  if (second === undefined) return LAYOUTS[op]?.[operand];
  if (operand !== 0 && operand !== second) return undefined;
  const side = operand === 0 ? 'A' : 'B';
  // A batch dimension that is moved inside is no axis of the product.
  if (isSet(attributes, `transBatch${side}`)) return undefined;
  return isSet(attributes, `trans${side}`) === (operand === 0) ? [-1, -2] : [-2, -1];
}
