import { describe, expect, it } from '@jest/globals';
import type { NodeExecution } from '../../src/onnx/observed.js';
import { profileModel, profileNodes } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import {
  floats,
  inferred,
  int64s,
  integer,
  modelWith,
  node,
  subgraph,
  tensor,
  TYPE,
  value,
  type GraphInit,
  type NodeInit,
} from './fixtures/model-file.js';

/** Float values of those shapes; `x` comes in and the last of the answers goes out. */
async function countsOf(
  nodes: NodeInit[],
  shapes: Readonly<Record<string, readonly number[]>>,
  rest: GraphInit = {},
  executions: readonly NodeExecution[] | null = null,
): Promise<StaticProfile['counts']> {
  const last = nodes.at(-1)?.output?.[0] ?? '';
  const model = await modelWith({ input: [value('x')], node: nodes, output: [value(last)], ...rest });
  return profileModel(tallyModel(model, inferred(shapes), executions)).counts;
}

const square = { x: [4, 4], a: [4, 4], b: [4, 4], c: [4, 4], y: [4, 4] };
/** Two branches of unlike cost between a start and a sum: 16 + (128 | 16) + 16 FLOPs. */
const diamond = [
  node('Relu', ['x'], ['a']),
  node('MatMul', ['a', 'a'], ['b']),
  node('Neg', ['a'], ['c']),
  node('Add', ['b', 'c'], ['y']),
];

describe('depth', () => {
  it('is the operators on the longest path, not those beside it', async () => {
    expect((await countsOf(diamond, square)).depth).toEqual({ value: 3, reason: null });
  });

  it('does not count what only moves data', async () => {
    const nodes = [
      node('Neg', ['x'], ['a']),
      node('Transpose', ['a'], ['b']),
      node('Identity', ['b'], ['c']),
      node('Neg', ['c'], ['y']),
    ];
    expect((await countsOf(nodes, square)).depth.value).toBe(2);
  });

  it('counts an operator that nobody knows, which may compute', async () => {
    expect(
      (await countsOf([node('Neg', ['x'], ['a']), node('Mystery', ['a'], ['y'])], square)).depth.value,
    ).toBe(2);
  });

  it('does not depend on the order of the file', async () => {
    expect((await countsOf(diamond.toReversed(), square, { output: [value('y')] })).depth.value).toBe(3);
  });
});

describe('parallelism', () => {
  it('is the work over that of the dearest path', async () => {
    const { parallelism, flops } = await countsOf(diamond, square);
    expect(flops.value).toBe(16 + 128 + 16 + 16);
    expect(parallelism.value).toBeCloseTo((16 + 128 + 16 + 16) / (16 + 128 + 16), 12);
  });

  it('is 1 for a chain, and the number of branches for equal ones', async () => {
    expect(
      (await countsOf([node('Neg', ['x'], ['a']), node('Neg', ['a'], ['y'])], square)).parallelism.value,
    ).toBe(1);
    const branches = ['a', 'b', 'c'].map((name) => node('Neg', ['x'], [name]));
    const output = ['a', 'b', 'c'].map((name) => value(name));
    expect((await countsOf(branches, square, { output })).parallelism.value).toBe(3);
  });

  it('is unknown, with the reason, where the work is or where there is none', async () => {
    const unknown = await countsOf([node('Mystery', ['x'], ['y'])], square);
    expect(unknown.parallelism).toEqual({ value: null, reason: 'no cost rule for Mystery' });
    const none = await countsOf([node('Identity', ['x'], ['y'])], square);
    expect(none.parallelism).toEqual({ value: null, reason: 'nothing is computed' });
  });
});

describe('memory traffic', () => {
  const traffic = async (...given: Parameters<typeof countsOf>): Promise<number | null> =>
    (await countsOf(...given)).memory_traffic_bytes.value;

  it('is the bytes of every operand and result, weights included', async () => {
    const rest = { initializer: [floats('w', [4, 8])] };
    expect(await traffic([node('MatMul', ['x', 'w'], ['y'])], { x: [2, 4], y: [2, 8] }, rest)).toBe(
      4 * (2 * 4 + 4 * 8 + 2 * 8),
    );
  });

  it('is that of each use of a shared weight', async () => {
    const nodes = [node('MatMul', ['x', 'w'], ['a']), node('MatMul', ['a', 'w'], ['y'])];
    expect(await traffic(nodes, square, { initializer: [floats('w', [4, 4])] })).toBe(2 * 3 * 64);
  });

  it('is of a table what is looked up in it', async () => {
    const rest = { initializer: [floats('table', [1000, 4]), int64s('rows', [1, 5])] };
    expect(await traffic([node('Gather', ['table', 'rows'], ['y'])], { y: [2, 4] }, rest)).toBe(2 * 32 + 16);
  });

  it('is of a table that is dequantised the rows that are looked up, with their scales', async () => {
    const initializer = [
      tensor('table', TYPE.uint8, [1000, 32]),
      floats('s', [1000, 2]),
      int64s('rows', [1, 5, 5]),
    ];
    const lookUp = node(
      'com.microsoft:GatherBlockQuantized',
      ['table', 'rows', 's'],
      ['y'],
      [integer('block_size', 32)],
    );
    // Three rows of 32 bytes and two scales, three indices, three rows of 64 floats.
    expect(await traffic([lookUp], { y: [3, 64] }, { initializer })).toBe(3 * (32 + 8) + 24 + 3 * 256);
  });

  it('is of embeddings the row of each table that an id takes', async () => {
    const initializer = [
      floats('words', [1000, 4]),
      floats('places', [512, 4]),
      floats('g', [4]),
      floats('b', [4]),
    ];
    const embed = node(
      'com.microsoft:EmbedLayerNormalization',
      ['ids', '', 'words', 'places', '', 'g', 'b'],
      ['y', ''],
    );
    const input = [value('ids', [1, 6], TYPE.int32)];
    // Six rows of two tables, scale and shift, six ids and six results.
    const shapes = { ids: [1, 6], y: [1, 6, 4] };
    expect(await traffic([embed], shapes, { initializer, input })).toBe(2 * 6 * 16 + 2 * 16 + 6 * 4 + 6 * 16);
  });

  it('is none for a view', async () => {
    expect(await traffic([node('Identity', ['x'], ['y'])], square)).toBe(0);
  });

  it('is the sum of what each node moves', async () => {
    const model = await modelWith({ input: [value('x')], node: diamond, output: [value('y')] });
    const tally = tallyModel(model, inferred(square), null);
    const nodes = profileNodes(tally).map((row) => row.memory_traffic_bytes);
    expect(nodes).toEqual([2 * 64, 3 * 64, 2 * 64, 3 * 64]);
    expect(profileModel(tally).counts.memory_traffic_bytes.value).toBe(10 * 64);
  });

  it('of a node whose shape is open is not known', async () => {
    const model = await modelWith({ input: [value('x')], node: diamond, output: [value('y')] });
    const nodes = profileNodes(tallyModel(model, inferred({ x: [4, 4], a: [4, 4] }), null));
    expect(nodes.map((row) => row.memory_traffic_bytes)).toEqual([2 * 64, null, null, null]);
  });

  it('counts the width of each type', async () => {
    const model = await modelWith({
      input: [value('x', [6], TYPE.float16)],
      node: [node('Cast', ['x'], ['y'], [integer('to', TYPE.bool)])],
      output: [value('y', [6], TYPE.bool)],
    });
    const told = [
      { name: 'x', type: 'float16', shape: [6] },
      { name: 'y', type: 'bool', shape: [6] },
    ];
    expect(profileModel(tallyModel(model, told, null)).counts.memory_traffic_bytes.value).toBe(12 + 6);
  });

  it('is unknown where a type has no width', async () => {
    const model = await modelWith({
      input: [value('x', [6], 8)],
      node: [node('Unique', ['x'], ['y'])],
      output: [value('y', [6], 8)],
    });
    const told = ['x', 'y'].map((name) => ({ name, type: 'string', shape: [6] }));
    expect(profileModel(tallyModel(model, told, null)).counts.memory_traffic_bytes).toEqual({
      value: null,
      reason: expect.stringContaining('"x" (Unique)'),
    });
  });

  it('divides the FLOPs into the arithmetic intensity', async () => {
    const counts = await countsOf([node('MatMul', ['x', 'x'], ['y'])], square);
    expect(counts.arithmetic_intensity.value).toBeCloseTo(128 / (3 * 64), 12);
  });
});

describe('parameter sharing', () => {
  const shared = [
    node('MatMul', ['x', 'w'], ['a']),
    node('MatMul', ['a', 'w'], ['b']),
    node('Add', ['b', 'v'], ['y']),
  ];
  const initializer = [floats('w', [4, 4]), floats('v', [4])];

  it('is how often the average parameter is used', async () => {
    const { parameter_uses: uses, parameters } = await countsOf(shared, square, { initializer });
    expect(parameters.value).toBe(20);
    expect(uses.value).toBeCloseTo((2 * 16 + 4) / 20, 12);
  });

  it('sees a weight behind what only rearranges it', async () => {
    const nodes = [
      node('Transpose', ['w'], ['t']),
      node('MatMul', ['x', 't'], ['a']),
      node('Identity', ['t'], ['u']),
      node('MatMul', ['a', 'u'], ['y']),
    ];
    expect((await countsOf(nodes, { ...square, t: [4, 4] }, { initializer })).parameter_uses.value).toBe(2);
  });

  it('shows in the MACs for each parameter', async () => {
    const { macs_per_parameter: each } = await countsOf(shared, square, { initializer });
    expect(each.value).toBeCloseTo((2 * 64) / 20, 12);
  });

  it('is unknown without parameters', async () => {
    const { macs_per_parameter: each } = await countsOf([node('Neg', ['x'], ['y'])], square);
    expect(each).toEqual({ value: null, reason: 'there are no parameters' });
  });
});

/** One execution of a node named after its result, on float matrices. */
const ran = (output: string, op: string, inputs: number): NodeExecution => ({
  node: `make_${output}`,
  op,
  inputs: Array.from({ length: inputs }, () => [4, 4]),
  outputs: [[4, 4]],
  inputTypes: Array.from({ length: inputs }, () => 'float'),
  outputTypes: ['float'],
});

describe('what control flow decides', () => {
  const branch = (prefix: string, length: number): GraphInit => ({
    name: prefix,
    node: Array.from({ length }, (_, index) =>
      node('Neg', [index === 0 ? 'x' : `${prefix}${index - 1}`], [`${prefix}${index}`]),
    ),
    output: [value(`${prefix}${length - 1}`)],
  });
  const either = node(
    'If',
    ['condition'],
    ['y'],
    [subgraph('then_branch', branch('then', 3)), subgraph('else_branch', branch('else', 5))],
  );
  const input = [value('x'), value('condition', [], TYPE.bool)];

  it('is unknown without a run, with the node that decides', async () => {
    const counts = await countsOf([either], square, { input });
    for (const id of ['depth', 'parallelism', 'memory_traffic_bytes', 'peak_activation_bytes'] as const)
      expect(counts[id]).toEqual({
        value: null,
        reason: expect.stringMatching(/^decided at run time.*If "make_y"/),
      });
  });

  it('is that of the branch that ran', async () => {
    const executions = [0, 1, 2].map((index) => ran(`then${index}`, 'Neg', 1));
    const counts = await countsOf([either], square, { input }, [...executions, ran('y', 'If', 1)]);
    expect(counts.depth.value).toBe(3);
    expect(counts.parallelism.value).toBe(1);
    expect(counts.memory_traffic_bytes.value).toBe(3 * 2 * 64);
    // Two values at a time, for a Neg does not work in place; the last is the answer of the If.
    expect(counts.peak_activation_bytes.value).toBe(2 * 64);
  });

  it('is as deep as the runs of a loop after each other', async () => {
    const body: GraphInit = {
      name: 'body',
      input: [value('i', [], TYPE.int64), value('go', [], TYPE.bool), value('state')],
      node: [node('Neg', ['state'], ['next']), node('Identity', ['go'], ['on'])],
      output: [value('on', [], TYPE.bool), value('next')],
    };
    const loop = node('Loop', ['n', '', 'x'], ['a'], [subgraph('body', body)]);
    const nodes = [loop, node('Neg', ['a'], ['y'])];
    const executions = Array.from({ length: 7 }, () => ran('next', 'Neg', 1));
    const counts = await countsOf(nodes, square, { input: [value('x'), value('n', [], TYPE.int64)] }, [
      ...executions,
      ran('a', 'Loop', 1),
      ran('y', 'Neg', 1),
    ]);
    expect(counts.depth.value).toBe(7 + 1);
    expect(counts.parallelism.value).toBe(1);
  });
});
