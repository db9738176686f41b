import { describe, expect, it } from '@jest/globals';
import { parametersByNode } from '../../src/onnx/parameters.js';
import {
  constant,
  floats,
  int64s,
  integer,
  modelWith,
  node,
  subgraph,
  tensor,
  TYPE,
  value,
  type GraphInit,
} from './fixtures/model-file.js';

async function parameters(graph: Partial<GraphInit>): Promise<number> {
  const model = await modelWith({ input: [value('x', [4, 4])], output: [value('y')], ...graph });
  return [...parametersByNode(model).values()].reduce((sum, count) => sum + count, 0);
}

const product = node('MatMul', ['x', 'w'], ['y']);

describe('parameters', () => {
  it('are the elements of weights and biases', async () => {
    const graph = {
      initializer: [floats('w', [4, 5]), floats('b', [5])],
      node: [node('Gemm', ['x', 'w', 'b'], ['y'])],
    };
    expect(await parameters(graph)).toBe(25);
  });

  it('are the same in a Constant node, a ConstantOfShape or a sparse initializer', async () => {
    const held = [node('Constant', [], ['w'], [constant('value', floats('', [4, 5]))]), product];
    expect(await parameters({ node: held })).toBe(20);
    const filled = [node('ConstantOfShape', ['s'], ['w']), product];
    expect(await parameters({ initializer: [int64s('s', [4, 5])], node: filled })).toBe(20);
    const sparse = { dims: [4n, 5n], values: floats('w', [3]), indices: int64s('', [1, 2, 3]) };
    expect(await parameters({ sparseInitializer: [sparse], node: [product] })).toBe(20);
  });

  it('count each tensor once, however often it is used', async () => {
    const node_ = [
      node('MatMul', ['x', 'w'], ['h']),
      node('Transpose', ['w'], ['t']),
      node('MatMul', ['h', 't'], ['i']),
      node('MatMul', ['i', 'w'], ['y']),
    ];
    expect(await parameters({ initializer: [floats('w', [4, 4])], node: node_ })).toBe(16);
  });

  it.each([
    'Transpose',
    'Reshape',
    'Identity',
    'Unsqueeze',
    'Cast',
    'DequantizeLinear',
    'Split',
    'Slice',
    'Concat',
    'Expand',
  ])('are found through %s', async (op) => {
    expect(
      await parameters({ initializer: [floats('v', [4, 4])], node: [node(op, ['v'], ['w']), product] }),
    ).toBe(16);
  });

  it('are found in quantised form', async () => {
    const weight = tensor('v', TYPE.int8, [4, 4]);
    const through = (op: string) => ({
      initializer: [weight, floats('s', [4])],
      node: [node(op, ['v', 's'], ['w']), product],
    });
    expect(await parameters(through('DequantizeLinear'))).toBe(16);
    expect(await parameters(through('Cast'))).toBe(16);
    expect(
      await parameters({
        initializer: [tensor('w', TYPE.uint8, [4, 4])],
        node: [node('MatMulInteger', ['x', 'w'], ['y'])],
      }),
    ).toBe(16);
    const biased = {
      initializer: [
        floats('s', []),
        tensor('z', TYPE.uint8, []),
        tensor('w', TYPE.uint8, [4, 4, 1, 1]),
        tensor('b', TYPE.int32, [4], 4),
      ],
      node: [node('QLinearConv', ['x', 's', 'z', 'w', 's', 'z', 's', 'z', 'b'], ['y'])],
    };
    expect(await parameters(biased)).toBe(20);
  });

  it('are found behind a range that was narrowed for quantisation', async () => {
    const graph = {
      initializer: [
        floats('v', [4, 5]),
        floats('s', []),
        tensor('low', TYPE.int8, []),
        tensor('high', TYPE.int8, []),
      ],
      node: [
        node('QuantizeLinear', ['v', 's', 'low'], ['q']),
        node('Clip', ['q', 'low', 'high'], ['narrow']),
        node('DequantizeLinear', ['narrow', 's'], ['w']),
        product,
      ],
    };
    expect(await parameters(graph)).toBe(20);
  });

  it.each([
    ['com.microsoft:MatMulIntegerToFloat', ['x', 'w', 's', 's', '', '', 'b']],
    ['com.microsoft:DynamicQuantizeMatMul', ['x', 'w', 's', '', 'b']],
  ])('include the bias of %s', async (op, operands) => {
    const initializer = [tensor('w', TYPE.int8, [4, 5]), floats('s', [5]), floats('b', [5])];
    expect(await parameters({ initializer, node: [node(op, operands, ['y'])] })).toBe(20 + 5);
  });

  it('include the peepholes of a quantised LSTM', async () => {
    const initializer = [
      tensor('w', TYPE.int8, [1, 4, 8]),
      tensor('r', TYPE.int8, [1, 2, 8]),
      floats('p', [1, 6]),
    ];
    const layer = node('com.microsoft:DynamicQuantizeLSTM', ['x', 'w', 'r', '', '', '', '', 'p'], ['y']);
    expect(await parameters({ initializer, node: [layer] })).toBe(32 + 16 + 6);
  });

  it('of packed weights are those that are packed', async () => {
    const attributes = [integer('K', 64), integer('N', 5), integer('bits', 4), integer('block_size', 32)];
    const packed = node('com.microsoft:MatMulNBits', ['x', 'w', 's'], ['y'], attributes);
    expect(
      await parameters({
        initializer: [tensor('w', TYPE.uint8, [5, 2, 16]), floats('s', [10])],
        node: [packed],
      }),
    ).toBe(320);
  });

  it('of packed experts are those that are packed, and their biases', async () => {
    const initializer = [
      tensor('up', TYPE.uint8, [8, 32, 8]),
      floats('up_bias', [8, 32]),
      tensor('down', TYPE.uint8, [8, 16, 16]),
      floats('s', [8, 32]),
    ];
    const operands = ['x', 'p', 'up', 's', 'up_bias', 'down', 's'];
    const input = [value('x', [4, 16]), value('p', [4, 8])];
    const experts = node('com.microsoft:QMoE', operands, ['y'], [integer('expert_weight_bits', 4)]);
    expect(await parameters({ input, initializer, node: [experts] })).toBe(8 * (2 * 32 * 16 + 32));
  });

  it('of a packed table are those that are packed', async () => {
    const initializer = [tensor('table', TYPE.uint8, [100, 32]), floats('s', [100, 2])];
    const input = [value('ids', [3], TYPE.int64)];
    const lookUp = node(
      'com.microsoft:GatherBlockQuantized',
      ['table', 'ids', 's'],
      ['y'],
      [integer('block_size', 32)],
    );
    expect(await parameters({ input, initializer, node: [lookUp] })).toBe(100 * 64);
  });

  it('include class tokens, position embeddings and tables that are looked up', async () => {
    const graph = {
      initializer: [
        floats('token', [1, 4]),
        floats('position', [5, 4]),
        floats('table', [9, 4]),
        int64s('ids', [1, 2]),
      ],
      node: [
        node('Concat', ['token', 'x'], ['c'], [integer('axis', 0)]),
        node('Add', ['c', 'position'], ['p']),
        node('Gather', ['table', 'ids'], ['e']),
        node('Concat', ['p', 'e'], ['y'], [integer('axis', 0)]),
      ],
    };
    expect(await parameters(graph)).toBe(4 + 20 + 36);
  });

  it('include scale and shift of a norm, whole or written out, but not running statistics', async () => {
    const four = ['s', 'b', 'm', 'v'].map((name) => floats(name, [4]));
    const whole = [node('BatchNormalization', ['x', 's', 'b', 'm', 'v'], ['y'])];
    expect(await parameters({ initializer: four, node: whole })).toBe(8);
    const outwritten = [node('Mul', ['x', 's'], ['h']), node('Add', ['h', 'b'], ['y'])];
    expect(await parameters({ initializer: four.slice(0, 2), node: outwritten })).toBe(8);
  });

  it('are no numbers of a formula, no shapes, no indices, no padding values, no initial states', async () => {
    const graph = {
      initializer: [
        floats('half', []),
        floats('one', [1]),
        int64s('shape', [2, 8]),
        int64s('offsets', [1, 2, 3, 4]),
        floats('bounds', [2]),
        floats('state', [1, 1, 4]),
        floats('kernel', [1, 16, 8]),
        floats('recurrence', [1, 16, 4]),
      ],
      node: [
        node('Mul', ['x', 'half'], ['a']),
        node('Add', ['a', 'one'], ['b']),
        node('Pow', ['b', 'bounds'], ['c']),
        node('Reshape', ['c', 'shape'], ['d']),
        node('Cast', ['offsets'], ['o'], [integer('to', 1)]),
        node('Add', ['d', 'o'], ['e']),
        node('LSTM', ['e', 'kernel', 'recurrence', '', '', 'state', 'state'], ['y']),
      ],
    };
    expect(await parameters(graph)).toBe(16 * 8 + 16 * 4);
  });

  it('are counted in every branch, whichever runs', async () => {
    const branch = (columns: number): GraphInit => ({
      name: 'b',
      initializer: [floats('w', [4, columns])],
      node: [node('MatMul', ['x', 'w'], ['r']), node('MatMul', ['r', 'outer'], ['q'])],
      output: [value('q')],
    });
    const choice = node(
      'If',
      ['c'],
      ['y'],
      [subgraph('then_branch', branch(4)), subgraph('else_branch', branch(4))],
    );
    const input = [value('x', [4, 4]), value('c', [], TYPE.bool)];
    expect(await parameters({ input, initializer: [floats('outer', [4, 4])], node: [choice] })).toBe(
      16 + 16 + 16,
    );
  });

  it('of an operator without a rule are all its constants', async () => {
    const graph = {
      initializer: [floats('w', [4, 5]), floats('scale', []), int64s('axes', [1, 2])],
      node: [node('com.example:Own', ['x', 'w', 'scale', 'axes'], ['y'])],
    };
    expect(await parameters(graph)).toBe(20);
  });

  it('of an operator without a rule include bytes, which are quantised weights, but no indices', async () => {
    const graph = {
      initializer: [tensor('w', TYPE.int8, [4, 5]), tensor('axes', TYPE.int32, [2], 4)],
      node: [node('com.example:Own', ['x', 'w', 'axes'], ['y'])],
    };
    expect(await parameters(graph)).toBe(20);
  });

  it('include what a branch chooses between', async () => {
    const branch = (columns: number): GraphInit => ({
      name: 'b',
      node: [node('Constant', [], ['k'], [constant('value', floats('', [4, columns]))])],
      output: [value('k')],
    });
    const choice = [subgraph('then_branch', branch(5)), subgraph('else_branch', branch(6))];
    const input = [value('x', [4, 4]), value('c', [], TYPE.bool)];
    expect(await parameters({ input, node: [node('If', ['c'], ['w'], choice), product] })).toBe(20 + 24);
  });

  it('include the stacked weights that a Scan goes through, but not the state that it begins with', async () => {
    const layer: GraphInit = {
      name: 'layer',
      input: [value('h', [4, 4]), value('v', [4, 4])],
      node: [node('MatMul', ['h', 'v'], ['next'])],
      output: [value('next', [4, 4])],
    };
    const scan = node(
      'Scan',
      ['start', 'w'],
      ['y'],
      [subgraph('body', layer), integer('num_scan_inputs', 1)],
    );
    const initializer = [floats('start', [4, 4]), floats('w', [6, 4, 4])];
    expect(await parameters({ initializer, node: [scan] })).toBe(6 * 16);
  });

  it('that reach nothing are none', async () => {
    expect(
      await parameters({ initializer: [floats('unused', [9]), floats('w', [4, 4])], node: [product] }),
    ).toBe(16);
  });
});
