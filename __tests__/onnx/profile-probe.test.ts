import { describe, expect, it } from '@jest/globals';
import { needsProfiledRun, profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { profileProbe } from '../../src/onnx/profile-probe.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import { readModel } from '../../src/onnx/reader.js';
import {
  constant,
  encode,
  floats,
  int64s,
  integer,
  modelWith,
  node,
  subgraph,
  TYPE,
  value,
  written,
  type GraphInit,
} from './fixtures/model-file.js';
import { infer, profile, type Feeds } from './fixtures/runtime.js';

async function inspected(graph: GraphInit, feeds: Feeds): Promise<StaticProfile> {
  const file = written(encode({ graph: { name: 'g', ...graph } }));
  const model = await readModel(file);
  const inferred = await infer(
    model,
    Object.fromEntries(Object.entries(feeds).map(([name, [, , dims]]) => [name, dims])),
  );
  expect(needsProfiledRun(tallyModel(model, inferred, null))).toBe(true);
  return profileModel(tallyModel(model, inferred, await profile(model, file, feeds)));
}

const ones = (count: number): number[] => Array<number>(count).fill(1);

describe('a profiled run', () => {
  const product = (columns: number): GraphInit => ({
    name: 'b',
    initializer: [floats('w', [64, columns])],
    node: [node('MatMul', ['x', 'w'], ['p'])],
    output: [value('p')],
  });
  const choice: GraphInit = {
    input: [value('x', [1, 64]), value('c', [], TYPE.bool)],
    node: [
      node('If', ['c'], ['y'], [subgraph('then_branch', product(20)), subgraph('else_branch', product(100))]),
    ],
    output: [value('y')],
  };

  it.each([
    [1, 64 * 20],
    [0, 64 * 100],
  ])(
    'counts the branch that ran (condition %d), with weights from the model file',
    async (condition, macs) => {
      const feeds: Feeds = { x: ['float32', ones(64), [1, 64]], c: ['bool', [condition], []] };
      const { counts, shapes, operators } = await inspected(choice, feeds);
      expect(counts.macs.value).toBe(macs);
      expect(counts.operators.value).toBe(2);
      // The model holds the weights of both.
      expect(counts.parameters.value).toBe(64 * 120);
      expect(shapes).toBe('inference and a profiled run');
      expect(operators[0]).toMatchObject({ op: 'MatMul', count: 1, macs });
    },
  );

  it('counts the body of a loop as often as it ran, each time on its own shapes', async () => {
    const body: GraphInit = {
      name: 'body',
      input: [value('i', [], TYPE.int64), value('go', [], TYPE.bool), value('a')],
      node: [
        node('Concat', ['a', 'a'], ['longer'], [{ name: 'axis', type: 2, i: 0n }]),
        node('Identity', ['go'], ['on']),
      ],
      output: [value('on', [], TYPE.bool), value('longer')],
    };
    const graph: GraphInit = {
      input: [value('x', [3])],
      initializer: [int64s('trips', [4], [])],
      node: [node('Loop', ['trips', '', 'x'], ['y'], [subgraph('body', body)])],
      output: [value('y')],
    };
    const { counts, operators } = await inspected(graph, { x: ['float32', ones(3), [3]] });
    expect(operators.find(({ op }) => op === 'Concat')).toMatchObject({
      count: 4,
      activations: 6 + 12 + 24 + 48,
    });
    expect(counts.operators.value).toBe(1 + 4 * 2);
  });

  it('completes shapes that depend on the data', async () => {
    const graph: GraphInit = {
      input: [value('x', [5])],
      node: [node('NonZero', ['x'], ['where']), node('Abs', ['where'], ['y'])],
      output: [value('y', null, TYPE.int64)],
    };
    const { counts } = await inspected(graph, { x: ['float32', [1, 0, 1, 0, 1], [5]] });
    expect(counts.flops.value).toBe(3);
    expect(counts.activations.value).toBe(6);
  });

  it('tells the operands of kernels that packed their weights away', async () => {
    const graph: GraphInit = {
      input: [value('x', [5])],
      initializer: [floats('w', [1, 6])],
      node: [
        node('NonZero', ['x'], ['where']),
        node('Cast', ['where'], ['row'], [integer('to', TYPE.float)]),
        node('Transpose', ['row'], ['column']),
        node('MatMul', ['column', 'w'], ['y']),
      ],
      output: [value('y')],
    };
    const { counts } = await inspected(graph, { x: ['float32', [1, 0, 1, 0, 1], [5]] });
    expect(counts.macs).toEqual({ value: 3 * 1 * 6, reason: null });
  });

  it('tells the operands of a product inside a loop', async () => {
    const body: GraphInit = {
      name: 'body',
      input: [value('i', [], TYPE.int64), value('go', [], TYPE.bool), value('a')],
      node: [node('MatMul', ['a', 'w'], ['b']), node('Identity', ['go'], ['on'])],
      output: [value('on', [], TYPE.bool), value('b')],
    };
    const graph: GraphInit = {
      input: [value('x', [2, 40]), value('trips', [], TYPE.int64)],
      initializer: [floats('w', [40, 40])],
      node: [node('Loop', ['trips', '', 'x'], ['y'], [subgraph('body', body)])],
      output: [value('y')],
    };
    const feeds: Feeds = { x: ['float32', ones(80), [2, 40]], trips: ['int64', [3], []] };
    expect((await inspected(graph, feeds)).counts.macs.value).toBe(3 * 2 * 40 * 40);
  });

  it.each([0, 1])('reaches large constants that a branch answers with (condition %d)', async (condition) => {
    const held: GraphInit = {
      name: 'held',
      node: [node('Constant', [], ['k'], [constant('value', floats('', [40, 40]))])],
      output: [value('k')],
    };
    const stored: GraphInit = { name: 'stored', initializer: [floats('k', [40, 50])], output: [value('k')] };
    const choice = [subgraph('then_branch', held), subgraph('else_branch', stored)];
    const graph: GraphInit = {
      input: [value('x', [2, 40]), value('c', [], TYPE.bool)],
      node: [node('If', ['c'], ['w'], choice), node('MatMul', ['x', 'w'], ['y'])],
      output: [value('y')],
    };
    const feeds: Feeds = { x: ['float32', ones(80), [2, 40]], c: ['bool', [condition], []] };
    const { counts } = await inspected(graph, feeds);
    expect(counts.macs.value).toBe(2 * 40 * (condition === 1 ? 40 : 50));
    expect(counts.operators.value).toBe(2);
  });

  it('is impossible where a weight cannot be pointed to, which is said', async () => {
    const model = await modelWith({
      input: [value('x', [5000])],
      initializer: [{ name: 'w', dataType: TYPE.float16, dims: [5000n], int32Data: ones(5000) }],
      node: [node('Cast', ['w'], ['y'], [{ name: 'to', type: 2, i: 1n }])],
      output: [value('y')],
    });
    expect(profileProbe(model)).toEqual({
      status: 'impossible',
      reason: 'a profiled run cannot be given the constant "w" with its data in variable-length integers',
    });
  });
});
