import { describe, expect, it } from '@jest/globals';
import { profileModel, profileNodes } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import type { NodeRow, StaticProfile } from '../../src/onnx/profile.js';
import {
  floats,
  inferred,
  integer,
  modelWith,
  node,
  subgraph,
  tensor,
  TYPE,
  value,
  type GraphInit,
} from './fixtures/model-file.js';

const INT4 = 22;

/** Shapes are told, types are not: those follow from the graph alone. */
async function profileOf(
  graph: GraphInit,
  shapes: Readonly<Record<string, number[]>>,
): Promise<{ profile: StaticProfile; nodes: NodeRow[] }> {
  const model = await modelWith({ output: [value('y')], ...graph });
  const told = inferred(shapes).map((each) => ({ ...each, type: null }));
  return {
    profile: profileModel(tallyModel(model, told, null)),
    nodes: profileNodes(tallyModel(model, told, null)),
  };
}

const precisions = async (graph: GraphInit, shapes: Readonly<Record<string, number[]>>) =>
  (await profileOf(graph, shapes)).profile.macs_by_precision;

const scale = (name = 's'): ReturnType<typeof floats> => floats(name, []);
const zero = (type: number): ReturnType<typeof tensor> => tensor('z', type, []);
const product = { x: [2, 4], w: [4, 5], y: [2, 5] };

describe('MACs by precision', () => {
  it.each([
    ['fp32', TYPE.float],
    ['fp16', TYPE.float16],
    ['bf16', TYPE.bfloat16],
    ['fp64', 11],
    ['fp8', 17],
  ])('are %s where both operands are', async (precision, type) => {
    const graph = {
      input: [value('x', [2, 4], type), value('w', [4, 5], type)],
      node: [node('MatMul', ['x', 'w'], ['y'])],
    };
    expect(await precisions(graph, product)).toEqual({ [precision]: 40 });
  });

  it('are those of the types that casts leave', async () => {
    const graph = {
      input: [value('x', [2, 4])],
      initializer: [tensor('h', TYPE.float16, [4, 5], 2)],
      node: [node('Cast', ['h'], ['w'], [integer('to', TYPE.float)]), node('MatMul', ['x', 'w'], ['y'])],
    };
    expect(await precisions(graph, product)).toEqual({ fp32: 40 });
  });

  it('are int8 in a quantised operator and in the graph that it replaces', async () => {
    const initializer = [
      tensor('w', TYPE.int8, [4, 5]),
      scale(),
      zero(TYPE.uint8),
      tensor('wz', TYPE.int8, []),
    ];
    const fused = node('QLinearMatMul', ['q', 's', 'z', 'w', 's', 'wz', 's', 'z'], ['y']);
    const unfused = [
      node('DequantizeLinear', ['q', 's', 'z'], ['qf']),
      node('DequantizeLinear', ['w', 's', 'wz'], ['wf']),
      node('MatMul', ['qf', 'wf'], ['p']),
      node('QuantizeLinear', ['p', 's', 'z'], ['y']),
    ];
    const shapes = { x: [2, 4], q: [2, 4], qf: [2, 4], wf: [4, 5], p: [2, 5], y: [2, 5] };
    for (const nodes of [[fused], unfused]) {
      const graph = {
        input: [value('x', [2, 4])],
        initializer,
        node: [node('QuantizeLinear', ['x', 's', 'z'], ['q']), ...nodes],
      };
      expect(await precisions(graph, shapes)).toEqual({ int8: 40 });
    }
  });

  it('are int4 where weights of four bits are packed, and where they are dequantised first', async () => {
    const input = [value('x', [2, 64], TYPE.float16)];
    const packed = {
      input,
      initializer: [tensor('w', TYPE.uint8, [5, 2, 16]), floats('s', [10])],
      node: [
        node(
          'com.microsoft:MatMulNBits',
          ['x', 'w', 's'],
          ['y'],
          [integer('K', 64), integer('N', 5), integer('bits', 4)],
        ),
      ],
    };
    const apart = {
      input,
      initializer: [
        { name: 'q', dataType: INT4, dims: [64n, 5n], rawData: new Uint8Array(160) },
        tensor('s', TYPE.float16, [], 2),
      ],
      node: [
        node('DequantizeLinear', ['q', 's'], ['t']),
        node('Identity', ['t'], ['w']),
        node('MatMul', ['x', 'w'], ['y']),
      ],
    };
    for (const graph of [packed, apart]) {
      expect(await precisions(graph, { x: [2, 64], w: [64, 5], y: [2, 5] })).toEqual({ int4: 2 * 64 * 5 });
    }
  });

  it('are told apart within attention on a quantised projection', async () => {
    const graph = {
      input: [value('x', [1, 6, 8], TYPE.uint8)],
      initializer: [tensor('w', TYPE.int8, [8, 24]), floats('b', [24]), scale()],
      node: [node('com.microsoft:QAttention', ['x', 'w', 'b', 's', 's'], ['y'], [integer('num_heads', 2)])],
    };
    const { profile } = await profileOf(graph, { x: [1, 6, 8], y: [1, 6, 8] });
    expect(profile.macs_by_precision).toEqual({ int8: 6 * 8 * 24, fp32: 2 * 6 * 6 * 8 });
    expect(profile.counts.macs.value).toBe(6 * 8 * 24 + 2 * 6 * 6 * 8);
  });

  it('are found inside branches', async () => {
    const branch: GraphInit = {
      name: 'b',
      initializer: [tensor('v', TYPE.float16, [4, 5], 2)],
      node: [node('MatMul', ['x', 'v'], ['r'])],
      output: [value('r')],
    };
    const model = await modelWith({
      input: [value('x', [2, 4], TYPE.float16), value('c', [], TYPE.bool)],
      node: [node('If', ['c'], ['y'], [subgraph('then_branch', branch), subgraph('else_branch', branch)])],
      output: [value('y')],
    });
    const ran = {
      node: 'make_r',
      op: 'MatMul',
      inputs: [
        [2, 4],
        [4, 5],
      ],
      outputs: [[2, 5]],
    };
    expect(profileModel(tallyModel(model, [], [ran])).macs_by_precision).toEqual({ fp16: 40 });
  });

  it('are none in a model that contracts nothing, unknown with its MACs', async () => {
    const input = [value('x', [2])];
    const own = (op: string): GraphInit => ({ input, node: [node(op, ['x'], ['y'])] });
    expect(await precisions(own('Relu'), { y: [2] })).toEqual({});
    expect(await precisions(own('com.example:Mystery'), { y: [2] })).toBeNull();
  });

  it('are named unknown where nothing tells the types', async () => {
    const graph = {
      input: [value('a', [2, 4], 99), value('b', [4, 5], 99)],
      node: [node('MatMul', ['a', 'b'], ['y'])],
    };
    expect(await precisions(graph, { a: [2, 4], b: [4, 5], y: [2, 5] })).toEqual({ unknown: 40 });
  });
});

describe('the breakdown by node', () => {
  it('has one row for each, in the order of the file, that sum to the whole', async () => {
    const graph = {
      input: [value('x', [2, 4])],
      initializer: [floats('w', [4, 5]), floats('b', [5])],
      node: [node('MatMul', ['x', 'w'], ['p']), node('Add', ['p', 'b'], ['s']), node('Relu', ['s'], ['y'])],
    };
    const shape = [2, 5];
    const { profile, nodes } = await profileOf(graph, { x: [2, 4], p: shape, s: shape, y: shape });
    // What is moved depends on types, which nobody told of here.
    const common = { count: 1, activations: 10, memory_traffic_bytes: null };
    expect(nodes).toEqual([
      {
        ...common,
        name: 'make_p',
        op: 'MatMul',
        macs: 40,
        elementwise: 0,
        parameters: 20,
        macs_by_precision: { fp32: 40 },
      },
      {
        ...common,
        name: 'make_s',
        op: 'Add',
        macs: 0,
        elementwise: 10,
        parameters: 5,
        macs_by_precision: {},
      },
      {
        ...common,
        name: 'make_y',
        op: 'Relu',
        macs: 0,
        elementwise: 10,
        parameters: 0,
        macs_by_precision: {},
      },
    ]);
    const { macs, flops, parameters } = profile.counts;
    const sum = (of: (row: NodeRow) => number | null): number =>
      nodes.reduce((all, row) => all + (of(row) ?? NaN), 0);
    expect(sum((row) => row.macs)).toBe(macs.value);
    expect(sum((row) => row.parameters)).toBe(parameters.value);
    expect(2 * sum((row) => row.macs) + sum((row) => row.elementwise)).toBe(flops.value);
  });
});
