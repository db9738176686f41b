import { describe, expect, it } from '@jest/globals';
import { needsProfiledRun } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { rankName, shapeProbe } from '../../src/onnx/shape-probe.js';
import { knownShapes } from '../../src/onnx/shapes.js';
import {
  floats,
  integer,
  modelWith,
  node,
  constant,
  subgraph,
  tensor,
  TYPE,
  value,
  type GraphInit,
  type ModelInit,
} from './fixtures/model-file.js';
import { infer } from './fixtures/runtime.js';

async function shapesOf(
  graph: GraphInit,
  inputs: Readonly<Record<string, readonly number[]>> = {},
  rest: ModelInit = {},
): Promise<Record<string, readonly number[]>> {
  const model = await modelWith(graph, rest);
  return Object.fromEntries(knownShapes(model, await infer(model, inputs)));
}

describe('the shape probe', () => {
  it('tells the shape of every value, with the inputs bound', async () => {
    const shapes = await shapesOf(
      {
        input: [value('x', ['batch', 8])],
        initializer: [floats('w', [8, 2000])],
        node: [node('MatMul', ['x', 'w'], ['h']), node('Relu', ['h'], ['y'])],
        output: [value('y', ['batch', 2000])],
      },
      { x: [3, 8] },
    );
    expect(shapes).toMatchObject({ x: [3, 8], w: [8, 2000], h: [3, 2000], y: [3, 2000] });
  });

  it('holds no large constant, wherever it was', async () => {
    const branch: GraphInit = {
      name: 'b',
      initializer: [floats('v', [2000])],
      node: [node('Add', ['x', 'v'], ['r'])],
      output: [value('r')],
    };
    const model = await modelWith({
      input: [value('x', [2000]), value('c', [], TYPE.bool)],
      initializer: [floats('w', [2000])],
      node: [
        node('Constant', [], ['k'], [constant('value', floats('', [2000]))]),
        node('Sum', ['x', 'w', 'k'], ['s']),
        node('If', ['c'], ['y'], [subgraph('then_branch', branch), subgraph('else_branch', branch)]),
      ],
      output: [value('y')],
    });
    expect(shapeProbe(model, new Map()).length).toBeLessThan(1500);
    expect(Object.fromEntries(knownShapes(model, await infer(model)))).toMatchObject({
      s: [2000],
      y: [2000],
    });
  });

  it('follows shapes that the model computes', async () => {
    const shapes = await shapesOf({
      input: [value('x', [2, 3, 4]), value('z', [24])],
      node: [node('Shape', ['x'], ['s']), node('Reshape', ['z', 's'], ['y'])],
      output: [value('y')],
    });
    expect(shapes).toMatchObject({ s: [3], y: [2, 3, 4] });
  });

  it('tells a scalar from a value of unknown rank', async () => {
    const model = await modelWith({
      input: [value('x', [2, 3]), value('u')],
      node: [
        node('ReduceSum', ['x'], ['scalar'], [integer('keepdims', 0)]),
        node('Relu', ['u'], ['unknown']),
      ],
      output: [value('scalar'), value('unknown')],
    });
    const shapes = knownShapes(model, await infer(model));
    expect(shapes.get('scalar')).toEqual([]);
    expect(shapes.has('unknown')).toBe(false);
  });

  it('drops declared shapes that the bound inputs contradict', async () => {
    const shapes = await shapesOf(
      {
        input: [value('x', ['n', 4])],
        node: [node('Relu', ['x'], ['h']), node('Relu', ['h'], ['y'])],
        valueInfo: [value('h', [1, 4])],
        output: [value('y', [1, 4])],
      },
      { x: [5, 4] },
    );
    expect(shapes).toMatchObject({ h: [5, 4], y: [5, 4] });
  });

  it('takes old models, whose initializers are inputs as well', async () => {
    const graph = {
      input: [value('x', [2]), value('w', [2]), value('large', [2000])],
      initializer: [floats('w', [2]), floats('large', [2000])],
      node: [node('Add', ['x', 'w'], ['y']), node('Relu', ['large'], ['z'])],
      output: [value('y'), value('z')],
    };
    const old: ModelInit = { irVersion: 3n, opsetImport: [{ domain: '', version: 9n }] };
    expect(await shapesOf(graph, {}, old)).toMatchObject({ y: [2], z: [2000] });
  });

  it('goes around types that the runtime cannot describe', async () => {
    const model = await modelWith({
      input: [value('x', [2])],
      initializer: [tensor('w', TYPE.bfloat16, [4000], 2)],
      node: [
        node('Identity', ['w'], ['same']),
        node('Cast', ['same'], ['f'], [integer('to', TYPE.float)]),
        node('Relu', ['x'], ['y']),
      ],
      output: [value('f'), value('y')],
    });
    const inferred = await infer(model);
    expect(Object.fromEntries(knownShapes(model, inferred))).toMatchObject({ f: [4000], y: [2] });
    expect(inferred.map(({ name }) => name)).not.toContain('same');
    // Identity writes nothing, so nothing is missing.
    expect(needsProfiledRun(tallyModel(model, inferred, null))).toBe(false);
  });

  it('asks no rank under a name that the model has given to something else', async () => {
    const model = await modelWith({
      input: [value('x', [2])],
      node: [node('Relu', ['x'], ['y']), node('Neg', ['y'], [rankName('y')])],
      output: [value('y')],
    });
    const inferred = await infer(model);
    expect(inferred.filter(({ name }) => name === rankName('y'))).toHaveLength(1);
  });
});
