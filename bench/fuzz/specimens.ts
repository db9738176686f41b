/** Small valid models that between them use what the format has: what the fuzzer spoils. */
import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { bert, lstm, mobileNetV2, seeded, shapesOnly, squeezeNet } from '../../examples/zoo/index.js';
import { matrixProduct } from '../../__tests__/fixtures/matrix-product.js';
import { ModelProtoSchema } from '../../src/onnx/generated/onnx_pb.js';

type ModelInit = MessageInitShape<typeof ModelProtoSchema>;
type Init = Exclude<ModelInit, { readonly $typeName: string }>;
type Graph = NonNullable<Init['graph']>;

const FLOAT = 1;
const INT64 = 7;
const BOOL = 9;

export function specimens(): Record<string, Uint8Array> {
  return {
    product: matrixProduct(8),
    branch: encoded({ graph: branch() }),
    loop: encoded({ graph: loop() }),
    local: encoded(local()),
    quantised: encoded({ graph: quantised() }),
    sparse: encoded({ graph: sparse() }),
    fields: encoded({ graph: typedFields() }),
    outside: encoded({ graph: outside() }),
    types: encoded({ graph: types() }),
    convolution: encoded({ graph: convolution() }),
    lstm: lstm({
      weights: seeded(1),
      steps: 3,
      inputs: 4,
      hidden: 4,
      layers: 1,
      bidirectional: true,
      outputs: 2,
    }),
    bert: bert({
      weights: shapesOnly,
      batch: 'batch',
      sequence: 4,
      layers: 1,
      width: 8,
      heads: 2,
      vocabulary: 16,
    }),
    squeezenet: squeezeNet({ weights: shapesOnly, image: 32, classes: 4 }),
    mobilenet: mobileNetV2({ weights: shapesOnly, image: 32, batch: 'n', classes: 4 }),
  };
}

/** What `outside` reads, to lie beside the mutants. */
export const OUTSIDE = { name: 'weights.bin', bytes: new Uint8Array(64) } as const;

function encoded(model: Init): Uint8Array {
  const opsetImport = ['', 'com.microsoft', 'own'].map((domain) => ({
    domain,
    version: domain === '' ? 17n : 1n,
  }));
  return toBinary(ModelProtoSchema, create(ModelProtoSchema, { irVersion: 9n, opsetImport, ...model }));
}

const typed = (shape: readonly (number | string)[], elemType: number): object => ({
  elemType,
  shape: {
    dim: shape.map((size) => ({
      value:
        typeof size === 'number'
          ? { case: 'dimValue', value: BigInt(size) }
          : { case: 'dimParam', value: size },
    })),
  },
});
const value = (name: string, shape: readonly (number | string)[] = [4, 4], elemType = FLOAT): object => ({
  name,
  type: { value: { case: 'tensorType', value: typed(shape, elemType) } },
});
const node = (
  opType: string,
  input: string[],
  output: string[],
  attribute: object[] = [],
  domain = '',
): object => ({
  opType,
  domain,
  name: `make ${output.join()}`,
  input,
  output,
  attribute,
});
const graph = (init: object): Graph => ({ name: 'g', ...init });
const int64s = (name: string, values: number[]): object => ({
  name,
  dataType: INT64,
  dims: [BigInt(values.length)],
  int64Data: values.map(BigInt),
});
const floats = (name: string, dims: number[]): object => ({
  name,
  dataType: FLOAT,
  dims: dims.map(BigInt),
  floatData: Array<number>(dims.reduce((all, dim) => all * dim, 1)).fill(0.5),
});
const ints = (name: string, values: number[]): object => ({ name, type: 7, ints: values.map(BigInt) });
const int = (name: string, i: number): object => ({ name, type: 2, i: BigInt(i) });
const inner = (name: string, g: object): object => ({ name, type: 5, g });

function branch(): Graph {
  const one = (op: string): Graph =>
    graph({ node: [node(op, ['x', 'w'], ['z'])], initializer: [floats('w', [4, 4])], output: [value('z')] });
  return graph({
    node: [
      node('If', ['c'], ['y'], [inner('then_branch', one('MatMul')), inner('else_branch', one('Add'))]),
      node('Shape', ['y'], ['s']),
      node('Reshape', ['y', 's'], ['r']),
    ],
    input: [value('x', ['rows', 4]), value('c', [], BOOL)],
    output: [value('r', ['rows', 4])],
  });
}

function loop(): Graph {
  const body = graph({
    node: [
      node('Identity', ['go_on'], ['goes_on']),
      node('MatMul', ['v', 'w'], ['product']),
      node('Identity', ['v'], ['scanned']),
    ],
    input: [value('i', [], INT64), value('go_on', [], BOOL), value('v')],
    output: [value('goes_on', [], BOOL), value('product'), value('scanned')],
  });
  const step = graph({
    node: [node('Add', ['state', 'row'], ['next']), node('Relu', ['next'], ['seen'])],
    input: [value('state', [4]), value('row', [4])],
    output: [value('next', [4]), value('seen', [4])],
  });
  return graph({
    node: [
      node('Loop', ['trips', '', 'x'], ['y', 'all'], [inner('body', body)]),
      node('Scan', ['first', 'y'], ['last', 'rows'], [inner('body', step), int('num_scan_inputs', 1)]),
    ],
    initializer: [
      { name: 'trips', dataType: INT64, dims: [], int64Data: [3n] },
      floats('w', [4, 4]),
      floats('first', [4]),
    ],
    input: [value('x')],
    output: [value('last', [4]), value('rows')],
  });
}

function local(): Init {
  const fn = {
    name: 'Twice',
    domain: 'own',
    input: ['a'],
    output: ['b'],
    attribute: ['axis'],
    opsetImport: [{ domain: '', version: 17n }],
    node: [
      node('Add', ['a', 'a'], ['t']),
      node('Softmax', ['t'], ['b'], [{ name: 'axis', type: 2, refAttrName: 'axis' }]),
    ],
  };
  const opsetImport = [
    { domain: '', version: 17n },
    { domain: 'own', version: 1n },
  ];
  const outer = {
    ...fn,
    opsetImport,
    name: 'Outer',
    node: [node('Twice', ['a'], ['b'], [int('axis', 0)], 'own')],
  };
  return {
    functions: [fn, outer],
    graph: graph({
      node: [
        node('Outer', ['x'], ['m'], [int('axis', 1)], 'own'),
        node('Constant', [], ['k'], [{ name: 'value', type: 4, t: floats('', [4, 4]) }]),
        node('Gemm', ['m', 'k'], ['y'], [int('transB', 1)]),
      ],
      input: [value('x')],
      output: [value('y')],
    }),
  };
}

function quantised(): Graph {
  return graph({
    node: [
      node('QuantizeLinear', ['x', 's', 'z'], ['q']),
      node('DequantizeLinear', ['q', 's', 'z'], ['d']),
      node('DequantizeLinear', ['w', 's', 'wz'], ['dw']),
      node('MatMul', ['d', 'dw'], ['y']),
      node('FusedMatMul', ['y', 'y'], ['f'], [int('transA', 1)], 'com.microsoft'),
    ],
    initializer: [
      { name: 's', dataType: FLOAT, dims: [], floatData: [0.1] },
      { name: 'z', dataType: 2, dims: [], int32Data: [128] },
      { name: 'wz', dataType: 3, dims: [], int32Data: [0] },
      { name: 'w', dataType: 3, dims: [4n, 4n], rawData: new Uint8Array(16).fill(3) },
    ],
    input: [value('x')],
    output: [value('f')],
  });
}

function sparse(): Graph {
  return graph({
    node: [node('MatMul', ['x', 'w'], ['y'])],
    sparseInitializer: [
      {
        values: { ...floats('w', [3]) },
        indices: { name: 'w_indices', dataType: INT64, dims: [3n], int64Data: [0n, 5n, 9n] },
        dims: [4n, 4n],
      },
    ],
    input: [value('x')],
    output: [value('y')],
  });
}

function typedFields(): Graph {
  return graph({
    node: [
      node('Cast', ['d'], ['c'], [int('to', FLOAT)]),
      node('Mul', ['c', 'h'], ['m']),
      node('Slice', ['m', 'starts', 'ends', 'axes'], ['y']),
      node('TopK', ['y', 'k'], ['top', 'which']),
      node(
        'Einsum',
        ['y', 'x'],
        ['e'],
        [{ name: 'equation', type: 3, s: new TextEncoder().encode('ij,kj->ik') }],
      ),
    ],
    initializer: [
      { name: 'd', dataType: 11, dims: [4n, 4n], doubleData: Array<number>(16).fill(1) },
      { name: 'h', dataType: FLOAT, dims: [4n, 4n], floatData: Array<number>(16).fill(1) },
      int64s('starts', [0, 0]),
      int64s('ends', [2, 4]),
      int64s('axes', [0, 1]),
      int64s('k', [2]),
      { name: 'words', dataType: 8, dims: [2n], stringData: [new Uint8Array([97]), new Uint8Array([98])] },
    ],
    input: [value('x')],
    output: [value('e', [2, 4]), value('top', [2, 2])],
  });
}

function outside(): Graph {
  const entries = Object.entries({
    location: OUTSIDE.name,
    offset: '0',
    length: String(OUTSIDE.bytes.length),
  });
  const externalData = entries.map(([key, entry]) => ({ key, value: entry }));
  return graph({
    node: [node('MatMul', ['x', 'w'], ['y'])],
    initializer: [{ name: 'w', dataType: FLOAT, dims: [4n, 4n], dataLocation: 1, externalData }],
    input: [value('x')],
    output: [value('y')],
  });
}

function types(): Graph {
  const tensor = { value: { case: 'tensorType', value: typed([4], FLOAT) } };
  return graph({
    node: [
      node('SequenceConstruct', ['x', 'x'], ['s']),
      node('SequenceAt', ['s', 'at'], ['y']),
      node('Optional', ['x'], ['o']),
      node('OptionalGetElement', ['o'], ['z']),
    ],
    initializer: [{ name: 'at', dataType: INT64, dims: [], int64Data: [0n] }],
    input: [value('x', [4])],
    output: [value('y', [4]), value('z', [4])],
    valueInfo: [
      { name: 's', type: { value: { case: 'sequenceType', value: { elemType: tensor } } } },
      { name: 'o', type: { value: { case: 'optionalType', value: { elemType: tensor } } } },
    ],
  });
}

function convolution(): Graph {
  return graph({
    node: [
      node(
        'Conv',
        ['x', 'w', 'b'],
        ['c'],
        [ints('kernel_shape', [3, 3]), ints('pads', [1, 1, 1, 1]), int('group', 1)],
      ),
      node('BatchNormalization', ['c', 'b', 'b', 'b', 'b'], ['n']),
      node('MaxPool', ['n'], ['p'], [ints('kernel_shape', [2, 2]), ints('strides', [2, 2])]),
      node('Resize', ['p', '', '', 'sizes'], ['r']),
      node('ConvTranspose', ['r', 'w'], ['t'], [ints('strides', [2, 2])]),
      node('Pad', ['t', 'padding'], ['padded']),
      node('Concat', ['padded', 'padded'], ['y'], [int('axis', 1)]),
    ],
    initializer: [
      floats('w', [2, 2, 3, 3]),
      floats('b', [2]),
      int64s('sizes', [1, 2, 8, 8]),
      int64s('padding', [0, 0, 1, 1, 0, 0, 1, 1]),
    ],
    input: [value('x', [1, 2, 'side', 8])],
    output: [value('y', ['n', 4, 'h', 'w'])],
  });
}
