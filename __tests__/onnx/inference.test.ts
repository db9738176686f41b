import { describe, expect, it } from '@jest/globals';
import { IMAGE_CLASSIFIERS, shapesOnly } from '../../examples/zoo/index.js';
import { inferSimple } from '../../src/onnx/inference/infer.js';
import { profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { readModel } from '../../src/onnx/reader.js';
import { shapeProbe } from '../../src/onnx/shape-probe.js';
import { knownShapes } from '../../src/onnx/shapes.js';
import {
  floats,
  int64s,
  integer,
  integers,
  modelWith,
  node,
  TYPE,
  value,
  written,
  type NodeInit,
} from './fixtures/model-file.js';
import { infer } from './fixtures/runtime.js';

const INPUTS = {
  image: [2, 3, 9, 8],
  row: [8],
  matrix: [9, 8],
  column: [2, 1, 9, 1],
  scalar: [],
};

/** Each of one node on those inputs, with a result of its own. */
const simple: NodeInit[] = [
  node('Relu', ['image'], ['relu']),
  node('Neg', ['scalar'], ['negative']),
  node('Add', ['image', 'row'], ['added']),
  node('Mul', ['row', 'column'], ['outer']),
  node('Max', ['row', 'matrix', 'scalar'], ['largest']),
  node('Less', ['image', 'scalar'], ['less']),
  node('Where', ['less', 'row', 'column'], ['chosen']),
  node('MatMul', ['image', 'kernel2'], ['product']),
  node('Gemm', ['matrix', 'matrix'], ['gemm'], [integer('transB', 1)]),
  node('Gemm', ['matrix', 'matrix'], ['gemm2'], [integer('transA', 1)]),
  node('Conv', ['image', 'kernel'], ['convolved']),
  node(
    'Conv',
    ['image', 'kernel'],
    ['strided'],
    [integers('strides', [2, 3]), integers('pads', [1, 0, 2, 1]), integers('dilations', [2, 1])],
  ),
  node('MaxPool', ['image'], ['pooled'], [integers('kernel_shape', [3, 2]), integers('strides', [2, 2])]),
  node('GlobalAveragePool', ['image'], ['average']),
  node('Transpose', ['image'], ['reversed']),
  node('Transpose', ['image'], ['channels'], [integers('perm', [0, 2, 3, 1])]),
  node('Concat', ['image', 'image'], ['joined'], [integer('axis', -2)]),
  node('Flatten', ['image'], ['flat'], [integer('axis', 2)]),
  node('Gather', ['image', 'rows'], ['gathered'], [integer('axis', -1)]),
  node('Cast', ['image'], ['truth'], [integer('to', TYPE.bool)]),
  node('CastLike', ['image', 'truth'], ['like']),
  node('GatherElements', ['matrix', 'rows'], ['elements']),
  node('ScatterElements', ['matrix', 'rows', 'update'], ['scattered']),
  node('SimplifiedLayerNormalization', ['image', 'row'], ['normalised']),
  node('com.microsoft:FastGelu', ['image', 'row'], ['gelu']),
  node('Reshape', ['image', 'order'], ['reshaped']),
  node('Reshape', ['image', 'none'], ['zero'], [integer('allowzero', 1)]),
  node('Squeeze', ['column'], ['squeezed']),
  node('Squeeze', ['column', 'last'], ['squeezed2']),
  node('Unsqueeze', ['matrix', 'ends'], ['unsqueezed']),
  node('ReduceMean', ['image'], ['mean'], [integers('axes', [-1, 1])]),
  node('ReduceSum', ['image', 'ends'], ['sum'], [integer('keepdims', 0)]),
  node('ReduceMax', ['image'], ['most']),
  node('ReduceSum', ['image'], ['all'], [integer('noop_with_empty_axes', 1)]),
  node('Slice', ['image', 'from', 'to'], ['sliced']),
  node('Slice', ['image', 'from', 'to', 'ends', 'steps'], ['sliced2']),
  node('Slice', ['image', 'back', 'first', 'last', 'backwards'], ['sliced3']),
];

const model = () =>
  modelWith({
    input: Object.entries(INPUTS).map(([name, shape]) => value(name, shape)),
    initializer: [
      floats('kernel', [5, 3, 3, 2]),
      floats('kernel2', [8, 4]),
      int64s('rows', [0, 1, 2], [1, 3]),
      floats('update', [1, 3]),
      int64s('order', [0, -1, 2]),
      int64s('none', [2, 0]),
      int64s('last', [-1]),
      int64s('ends', [0, -1]),
      int64s('from', [-5, 1]),
      int64s('to', [2 ** 40, -1]),
      int64s('steps', [1, 3]),
      int64s('back', [2 ** 40]),
      int64s('first', [-(2 ** 40)]),
      int64s('backwards', [-3]),
    ],
    node: simple,
    output: [value('relu')],
  });

describe('inference without the runtime', () => {
  it('says of every simple operator what the runtime says', async () => {
    const read = await model();
    const { values, open } = inferSimple(read, new Map(Object.entries(INPUTS)));
    expect([...open]).toEqual([]);
    const told = await infer(read);
    const shapes = (...from: Parameters<typeof knownShapes>) =>
      [...knownShapes(...from)].filter(([name]) => !name.startsWith('rank of ')).sort();
    expect(shapes(read, values)).toEqual(shapes(read, told));
    const types = new Map(told.map(({ name, type }) => [name, type]));
    for (const { name, type } of values) expect([name, type]).toEqual([name, types.get(name)]);
  });

  it('counts a real network as the runtime does', async () => {
    const read = await readModel(written(IMAGE_CLASSIFIERS.resnet18({ weights: shapesOnly })));
    const { values, open } = inferSimple(read, new Map([['image', [1, 3, 224, 224]]]));
    expect(open.size).toBe(0);
    expect(profileModel(tallyModel(read, values, null))).toEqual(
      profileModel(tallyModel(read, await infer(read), null)),
    );
  });

  it('leaves open what depends on more than shapes, and what follows from that', async () => {
    const read = await modelWith({
      input: [value('x', [4]), value('n', [1], TYPE.int64)],
      node: [node('Expand', ['x', 'n'], ['a']), node('Relu', ['a'], ['b']), node('Relu', ['x'], ['c'])],
      output: [value('b')],
    });
    expect([...inferSimple(read, new Map([['x', [4]]])).open].sort()).toEqual(['a', 'b', 'n']);
  });

  it('leaves open what an operator without operands writes', async () => {
    const read = await modelWith({ node: [node('Add', [], ['a'])], output: [value('a')] });
    expect([...inferSimple(read, new Map()).open]).toEqual(['a']);
  });

  it.each(['Slice', 'Unsqueeze', 'Squeeze', 'ReduceSum'])(
    'leaves open what %s makes along an axis that there is none of, however far it lies',
    async (op) => {
      for (const axis of [7, -7, 2 ** 31, 2 ** 40]) {
        const operands = op === 'Slice' ? ['x', 'at', 'at', 'axes'] : ['x', 'axes'];
        const read = await modelWith({
          input: [value('x', [4])],
          initializer: [int64s('at', [0]), int64s('axes', [axis])],
          node: [node(op, operands, ['a'])],
          output: [value('a')],
        });
        expect([...inferSimple(read, new Map([['x', [4]]])).open]).toEqual(['a']);
      }
    },
  );

  it('asks the runtime about that alone', async () => {
    const read = await model();
    const all = shapeProbe(read, new Map());
    const some = shapeProbe(read, new Map(), new Set(['pooled']));
    expect(some.length).toBeLessThan(all.length);
    expect(Buffer.from(some).includes('rank of pooled')).toBe(true);
    expect(Buffer.from(some).includes('rank of relu')).toBe(false);
  });
});
