import { describe, expect, it } from '@jest/globals';
import { profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import {
  floats,
  integer,
  integers,
  int64s,
  modelWith,
  node,
  text,
  value,
  type NodeInit,
  type TensorInit,
} from './fixtures/model-file.js';
import { infer } from './fixtures/runtime.js';

const opsetImport = [
  { domain: '', version: 23n },
  { domain: 'com.microsoft', version: 1n },
];

const real = (name: string, f: number) => ({ name, type: 1, f });

interface Drawing {
  readonly nodes: NodeInit[];
  readonly constants?: TensorInit[];
}

/** Counts of a graph from inputs of those shapes to `y`, its shapes as the runtime infers them. */
async function counted(inputs: Readonly<Record<string, number[]>>, { nodes, constants = [] }: Drawing) {
  const model = await modelWith(
    {
      input: Object.entries(inputs).map(([name, shape]) => value(name, shape)),
      initializer: constants,
      node: nodes,
      output: [value('y')],
    },
    { opsetImport },
  );
  const { counts } = profileModel(tallyModel(model, await infer(model), null));
  return { macs: counts.macs.value, flops: counts.flops.value, parameters: counts.parameters.value };
}

/** Attention from heads q, k, v [2, 3, 5, 8], [2, 3, 7, 8], [2, 3, 7, 4], and a mask on the scores. */
const heads = { q: [2, 3, 5, 8], k: [2, 3, 7, 8], v: [2, 3, 7, 4], mask: [5, 7] };
const unfusedAttention = (q: string, k: string, v: string, y: string, mask?: string): NodeInit[] => [
  node('Transpose', [k], [`${k}_t`], [integers('perm', [0, 1, 3, 2])]),
  node('MatMul', [q, `${k}_t`], [`${y}_scores`]),
  node('Mul', [`${y}_scores`, 'scale'], [`${y}_scaled`]),
  ...(mask === undefined ? [] : [node('Add', [`${y}_scaled`, mask], [`${y}_masked`])]),
  node('Softmax', [mask === undefined ? `${y}_scaled` : `${y}_masked`], [`${y}_shares`]),
  node('MatMul', [`${y}_shares`, v], [y]),
];

/** [2, 5, 24] to heads [2, 3, 5, 8] and back. */
const apart = (from: string, to: string): NodeInit[] => [
  node('Reshape', [from, 'by_head'], [`${to}_r`]),
  node('Transpose', [`${to}_r`], [to], [integers('perm', [0, 2, 1, 3])]),
];
const merged = (from: string): NodeInit[] => [
  node('Transpose', [from], [`${from}_t`], [integers('perm', [0, 2, 1, 3])]),
  node('Reshape', [`${from}_t`, 'together'], ['y']),
];
const shapes = [int64s('by_head', [0, 0, 3, 8]), int64s('together', [0, 0, 24]), floats('scale', [])];

const layerNorm = (x: string, y: string, scale: string, bias: string): NodeInit[] => [
  node('ReduceMean', [x, 'last'], ['mean']),
  node('Sub', [x, 'mean'], ['centred']),
  node('Pow', ['centred', 'two'], ['squares']),
  node('ReduceMean', ['squares', 'last'], ['variance']),
  node('Add', ['variance', 'epsilon'], ['above']),
  node('Sqrt', ['above'], ['deviation']),
  node('Div', ['centred', 'deviation'], ['unit']),
  node('Mul', ['unit', scale], ['wide']),
  node('Add', ['wide', bias], [y]),
];
const ofNorm = [
  int64s('last', [-1]),
  floats('two', []),
  floats('epsilon', []),
  floats('g', [8]),
  floats('b', [8]),
];

const gelu = (x: string, y: string): NodeInit[] => [
  node('Div', [x, 'root'], ['over']),
  node('Erf', ['over'], ['error']),
  node('Add', ['error', 'one'], ['above']),
  node('Mul', [x, 'above'], ['product']),
  node('Mul', ['product', 'half'], [y]),
];
const ofGelu = [floats('root', []), floats('one', []), floats('half', [])];

const CASES: readonly [string, Readonly<Record<string, number[]>>, Drawing, Drawing][] = [
  [
    'attention by heads',
    heads,
    { nodes: [node('Attention', ['q', 'k', 'v', 'mask'], ['y'])] },
    { nodes: unfusedAttention('q', 'k', 'v', 'y', 'mask'), constants: [floats('scale', [])] },
  ],
  [
    'attention with the heads in the last dimension',
    { q: [2, 5, 24], k: [2, 5, 24], v: [2, 5, 24] },
    {
      nodes: [
        node('Attention', ['q', 'k', 'v'], ['y'], [integer('q_num_heads', 3), integer('kv_num_heads', 3)]),
      ],
    },
    {
      nodes: [
        ...apart('q', 'qh'),
        ...apart('k', 'kh'),
        ...apart('v', 'vh'),
        ...unfusedAttention('qh', 'kh', 'vh', 'yh'),
        ...merged('yh'),
      ],
      constants: shapes,
    },
  ],
  [
    'attention whose key heads are shared by query heads',
    { q: [2, 6, 5, 8], k: [2, 2, 7, 8], v: [2, 2, 7, 8] },
    { nodes: [node('Attention', ['q', 'k', 'v'], ['y'])] },
    {
      nodes: [
        node('Reshape', ['q', 'groups'], ['qg']),
        node('Unsqueeze', ['k', 'two'], ['ku']),
        node('Unsqueeze', ['v', 'two'], ['vu']),
        node('Transpose', ['ku'], ['kt'], [integers('perm', [0, 1, 2, 4, 3])]),
        node('MatMul', ['qg', 'kt'], ['scores']),
        node('Mul', ['scores', 'scale'], ['scaled']),
        node('Softmax', ['scaled'], ['shares']),
        node('MatMul', ['shares', 'vu'], ['y']),
      ],
      constants: [int64s('groups', [2, 2, 3, 5, 8]), int64s('two', [2]), floats('scale', [])],
    },
  ],
  [
    'attention with its projections',
    { x: [2, 5, 16], mask: [2, 3, 5, 5] },
    {
      nodes: [
        node('com.microsoft:Attention', ['x', 'w', 'bias', '', '', 'mask'], ['y'], [integer('num_heads', 3)]),
      ],
      constants: [floats('w', [16, 72]), floats('bias', [72])],
    },
    {
      nodes: [
        node('MatMul', ['x', 'w'], ['p']),
        node('Add', ['p', 'bias'], ['pb']),
        node('Split', ['pb'], ['q', 'k', 'v'], [integer('axis', -1), integer('num_outputs', 3)]),
        ...apart('q', 'qh'),
        ...apart('k', 'kh'),
        ...apart('v', 'vh'),
        ...unfusedAttention('qh', 'kh', 'vh', 'yh', 'mask'),
        ...merged('yh'),
      ],
      constants: [floats('w', [16, 72]), floats('bias', [72]), ...shapes],
    },
  ],
  [
    'attention after its projections, with their bias',
    { q: [2, 5, 24], k: [2, 5, 24], v: [2, 5, 24] },
    {
      nodes: [
        node('com.microsoft:MultiHeadAttention', ['q', 'k', 'v', 'bias'], ['y'], [integer('num_heads', 3)]),
      ],
      constants: [floats('bias', [72])],
    },
    {
      nodes: [
        node('Split', ['bias'], ['bq', 'bk', 'bv'], [integer('axis', 0), integer('num_outputs', 3)]),
        ...['q', 'k', 'v'].flatMap((name) => [
          node('Add', [name, `b${name}`], [`${name}b`]),
          ...apart(`${name}b`, `${name}h`),
        ]),
        ...unfusedAttention('qh', 'kh', 'vh', 'yh'),
        ...merged('yh'),
      ],
      constants: [floats('bias', [72]), ...shapes],
    },
  ],
  [
    'a layer norm',
    { x: [2, 5, 8] },
    {
      nodes: [node('LayerNormalization', ['x', 'g', 'b'], ['y'])],
      constants: [floats('g', [8]), floats('b', [8])],
    },
    { nodes: layerNorm('x', 'y', 'g', 'b'), constants: ofNorm },
  ],
  [
    'a layer norm with residual and bias',
    { x: [2, 5, 8], r: [2, 5, 8] },
    {
      nodes: [node('com.microsoft:SkipLayerNormalization', ['x', 'r', 'g', 'b', 'c'], ['y'])],
      constants: [floats('g', [8]), floats('b', [8]), floats('c', [8])],
    },
    {
      nodes: [
        node('Add', ['x', 'c'], ['xc']),
        node('Add', ['xc', 'r'], ['s']),
        ...layerNorm('s', 'y', 'g', 'b'),
      ],
      constants: [...ofNorm, floats('c', [8])],
    },
  ],
  [
    'a root mean square norm',
    { x: [2, 5, 8] },
    { nodes: [node('RMSNormalization', ['x', 'g'], ['y'])], constants: [floats('g', [8])] },
    {
      nodes: [
        node('Pow', ['x', 'two'], ['squares']),
        node('ReduceMean', ['squares', 'last'], ['mean']),
        node('Add', ['mean', 'epsilon'], ['above']),
        node('Sqrt', ['above'], ['root']),
        node('Div', ['x', 'root'], ['unit']),
        node('Mul', ['unit', 'g'], ['y']),
      ],
      constants: ofNorm.slice(0, 4),
    },
  ],
  [
    'a GELU with its bias',
    { x: [2, 5, 8] },
    { nodes: [node('com.microsoft:BiasGelu', ['x', 'c'], ['y'])], constants: [floats('c', [8])] },
    {
      nodes: [node('Add', ['x', 'c'], ['xc']), ...gelu('xc', 'y')],
      constants: [...ofGelu, floats('c', [8])],
    },
  ],
  [
    'a GELU',
    { x: [2, 5, 8] },
    { nodes: [node('Gelu', ['x'], ['y'])] },
    { nodes: gelu('x', 'y'), constants: ofGelu },
  ],
  [
    'a convolution with residual and activation',
    { x: [1, 3, 6, 6], r: [1, 4, 6, 6] },
    {
      nodes: [
        node(
          'com.microsoft:FusedConv',
          ['x', 'w', 'c', 'r'],
          ['y'],
          [text('activation', 'Relu'), integers('pads', [1, 1, 1, 1])],
        ),
      ],
      constants: [floats('w', [4, 3, 3, 3]), floats('c', [4])],
    },
    {
      nodes: [
        node('Conv', ['x', 'w', 'c'], ['p'], [integers('pads', [1, 1, 1, 1])]),
        node('Add', ['p', 'r'], ['s']),
        node('Relu', ['s'], ['y']),
      ],
      constants: [floats('w', [4, 3, 3, 3]), floats('c', [4])],
    },
  ],
  [
    'a dense layer',
    { x: [3, 8] },
    { nodes: [node('Gemm', ['x', 'w', 'c'], ['y'])], constants: [floats('w', [8, 6]), floats('c', [6])] },
    {
      nodes: [node('MatMul', ['x', 'w'], ['p']), node('Add', ['p', 'c'], ['y'])],
      constants: [floats('w', [8, 6]), floats('c', [6])],
    },
  ],
  [
    'a scaled product of a transposed matrix',
    { x: [2, 8, 3], z: [2, 8, 6] },
    {
      nodes: [node('com.microsoft:FusedMatMul', ['x', 'z'], ['y'], [integer('transA', 1), real('alpha', 2)])],
    },
    {
      nodes: [
        node('Transpose', ['x'], ['xt'], [integers('perm', [0, 2, 1])]),
        node('MatMul', ['xt', 'z'], ['p']),
        node('Mul', ['p', 'two'], ['y']),
      ],
      constants: [floats('two', [])],
    },
  ],
  [
    'a product in index notation',
    { a: [2, 3, 5, 8], b: [2, 3, 7, 8] },
    { nodes: [node('Einsum', ['a', 'b'], ['y'], [text('equation', 'bhqd,bhkd->bhqk')])] },
    {
      nodes: [
        node('Transpose', ['b'], ['bt'], [integers('perm', [0, 1, 3, 2])]),
        node('MatMul', ['a', 'bt'], ['y']),
      ],
    },
  ],
  [
    'a causal convolution',
    { x: [2, 6, 5] },
    {
      nodes: [
        node(
          'com.microsoft:CausalConvWithState',
          ['x', 'w', 'c'],
          ['y', 'state'],
          [text('activation', 'silu')],
        ),
      ],
      constants: [floats('w', [6, 1, 4]), floats('c', [6])],
    },
    {
      nodes: [
        node('Conv', ['x', 'w', 'c'], ['p'], [integers('pads', [3, 0]), integer('group', 6)]),
        node('Sigmoid', ['p'], ['s']),
        node('Mul', ['p', 's'], ['y']),
      ],
      constants: [floats('w', [6, 1, 4]), floats('c', [6])],
    },
  ],
];

describe('a fused operator costs what the graph costs that it replaces:', () => {
  it.each(CASES)('%s', async (_, inputs, fused, unfused) => {
    const expected = await counted(inputs, unfused);
    expect(expected.flops).toBeGreaterThan(0);
    expect(await counted(inputs, fused)).toEqual(expected);
  });
});

describe('Einsum', () => {
  const of = async (equation: string, inputs: Readonly<Record<string, number[]>>) =>
    counted(inputs, { nodes: [node('Einsum', Object.keys(inputs), ['y'], [text('equation', equation)])] });

  it.each([
    [
      'contracts three operands from left to right',
      'ij,jk,kl->il',
      { a: [2, 3], b: [3, 5], c: [5, 7] },
      30 + 70,
      0,
    ],
    ['sums out first what one operand alone has', 'ij,jk->k', { a: [2, 3], b: [3, 5] }, 15, 6],
    ['broadcasts what is unnamed', '...ij,...jk->...ik', { a: [4, 1, 2, 3], b: [1, 7, 3, 5] }, 4 * 7 * 30, 0],
    ['leaves the order of what is left to itself', 'ij,jk', { a: [2, 3], b: [3, 5] }, 30, 0],
    ['multiplies value by value where it sums over nothing', 'ij,ij->ij', { a: [2, 3], b: [2, 3] }, 0, 6],
    ['reduces a single operand', 'ij->i', { a: [2, 3] }, 0, 6],
    ['moves a single operand', 'ij->ji', { a: [2, 3] }, 0, 0],
    ['takes the diagonal', 'ii->i', { a: [3, 3] }, 0, 0],
  ])('%s', async (_, equation, inputs: Record<string, number[]>, macs, elementwise) => {
    expect(await of(equation, inputs)).toEqual({ macs, flops: 2 * macs + elementwise, parameters: 0 });
  });
});
