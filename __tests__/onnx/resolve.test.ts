import { describe, expect, it } from '@jest/globals';
import { nodesWithin, type Model } from '../../src/onnx/graph.js';
import {
  floats,
  integer,
  modelWith,
  node,
  subgraph,
  TYPE,
  value,
  type GraphInit,
  type NodeInit,
} from './fixtures/model-file.js';

const nodes = (model: Model): string[] =>
  [...nodesWithin(model.graph)].map(
    ({ op, inputs, outputs }) => `${op}(${inputs.join(', ')}) -> ${outputs.join(', ')}`,
  );

/** y = If c then Relu(x) * w else x * w, with the same inner names on both sides. */
const branching = (): GraphInit => {
  const branch = (first: string): GraphInit => ({
    name: first,
    initializer: [floats('w', [2])],
    node: [node(first, ['x'], ['t']), node('Mul', ['t', 'w'], ['r'])],
    output: [value('r')],
  });
  return {
    input: [value('x', [2]), value('c', [], TYPE.bool)],
    node: [
      node('Neg', ['x'], ['t']),
      node(
        'If',
        ['c'],
        ['y'],
        [subgraph('then_branch', branch('Relu')), subgraph('else_branch', branch('Abs'))],
      ),
    ],
    output: [value('y'), value('t')],
  };
};

const definition = (name: string, body: NodeInit[], attribute: string[] = []) => ({
  name,
  domain: 'own',
  input: ['a', 'b'],
  output: ['out'],
  attribute,
  node: body,
});

describe('names', () => {
  it('of values are unique in the whole model, and the main graph keeps its own', async () => {
    expect(nodes(await modelWith(branching()))).toEqual([
      'Neg(x) -> t',
      'If(c) -> y',
      'Relu(x) -> t~2',
      'Mul(t~2, w) -> r',
      'Abs(x) -> t~3',
      'Mul(t~3, w~2) -> r~2',
    ]);
  });

  it('of nodes are unique and plain, made up where there are none', async () => {
    const model = await modelWith({
      input: [value('x', [2])],
      node: [
        { ...node('Relu', ['x'], ['a']), name: 'a "quoted"\nname' },
        { ...node('Relu', ['a'], ['b']), name: '' },
        { ...node('Relu', ['b'], ['y']), name: 'Relu' },
      ],
      output: [value('y')],
    });
    expect(model.graph.nodes.map(({ name }) => name)).toEqual(['a__quoted__name', 'Relu', 'Relu~2']);
  });

  it('that nothing writes are refused', async () => {
    const graph = { node: [node('Relu', ['x'], ['y'])], output: [value('y')] };
    await expect(modelWith(graph)).rejects.toThrow(/uses the value "x", which nothing writes/);
  });

  it('that two nodes write are refused', async () => {
    const graph = {
      input: [value('x')],
      node: [node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])],
      output: [value('y')],
    };
    await expect(modelWith(graph)).rejects.toThrow(/writes the value "y" twice/);
  });
});

describe('local functions', () => {
  const call = (op: string, attribute = [integer('axis', 3)]): GraphInit => ({
    input: [value('x', [2]), value('z', [2])],
    node: [node(op, ['x', 'z'], ['y'], attribute), node(op, ['y', 'z'], ['v'])],
    output: [value('v')],
  });

  it('are expanded where they are called, with names of their own', async () => {
    const body = [node('Add', ['a', 'b'], ['t']), node('Relu', ['t'], ['out'])];
    const model = await modelWith(call('own:F', []), { functions: [definition('F', body)] });
    expect(nodes(model)).toEqual([
      'Add(x, z) -> make_y/t',
      'Relu(make_y/t) -> y',
      'Add(y, z) -> make_v/t',
      'Relu(make_v/t) -> v',
    ]);
    expect(model.proto.functions).toEqual([]);
  });

  it('may call others, and see an absent operand as absent', async () => {
    const model = await modelWith(
      { input: [value('x', [2])], node: [node('own:Outer', ['x'], ['y'])], output: [value('y')] },
      {
        functions: [
          definition('Outer', [node('own:Inner', ['a', 'b'], ['out'])]),
          definition('Inner', [node('Clip', ['a', '', 'b'], ['out'])]),
        ],
      },
    );
    expect(nodes(model)).toEqual(['Clip(x, , ) -> y']);
  });

  it('take attributes from the call, else their default, else leave them out', async () => {
    const body = [
      node(
        'Softmax',
        ['a'],
        ['out'],
        [
          { name: 'axis', refAttrName: 'axis', type: 2 },
          { name: 'other', refAttrName: 'other', type: 2 },
        ],
      ),
    ];
    const functions = [{ ...definition('F', body, ['other']), attributeProto: [integer('axis', 7)] }];
    const model = await modelWith(call('own:F'), { functions });
    const attributes = model.graph.nodes.map((each) => each.attributes.map(({ name, i }) => [name, i]));
    expect(attributes).toEqual([[['axis', 3n]], [['axis', 7n]]]);
  });

  it('that call themselves are refused', async () => {
    const functions = [
      definition('F', [node('own:G', ['a', 'b'], ['out'])]),
      definition('G', [node('own:F', ['a', 'b'], ['out'])]),
    ];
    await expect(modelWith(call('own:F', []), { functions })).rejects.toThrow(/calls itself/);
  });

  it('that grow without end are refused', async () => {
    const twice = (callee: string): NodeInit[] => [
      node(callee, ['a', 'b'], ['t']),
      node(callee, ['t', 'b'], ['out']),
    ];
    const functions = Array.from({ length: 40 }, (_, level) =>
      definition(`F${level}`, twice(level === 39 ? 'Add' : `own:F${level + 1}`)),
    );
    await expect(modelWith(call('own:F0', []), { functions })).rejects.toThrow(/more than 300000 nodes/);
  });
});
