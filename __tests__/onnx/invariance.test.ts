import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import {
  floats,
  inferred,
  integer,
  modelWith,
  node,
  value,
  type ModelInit,
  type NodeInit,
} from './fixtures/model-file.js';

/** A graph of square matrices: each node reads values before it or weights, so that every shape is [4, 4]. */
interface Drawn {
  readonly nodes: readonly {
    readonly op: string;
    readonly operands: readonly number[];
    readonly weight: number | null;
  }[];
}

const OPS = ['MatMul', 'Add', 'Mul', 'Relu', 'Transpose', 'Softmax'];
const BINARY = new Set(['MatMul', 'Add', 'Mul']);
const WEIGHTS = 3;

const drawn: fc.Arbitrary<Drawn> = fc
  .array(
    fc.record({
      op: fc.constantFrom(...OPS),
      operands: fc.tuple(fc.nat(100), fc.nat(100)),
      weight: fc.option(fc.nat(WEIGHTS - 1)),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((nodes) => ({ nodes }));

type Naming = (name: string) => string;

function nodesOf({ nodes }: Drawn, called: Naming): NodeInit[] {
  return nodes.map(({ op, operands, weight }, index) => {
    const value_ = (operand: number): string => called(`v${operand % (index + 1)}`);
    const second = weight === null ? value_(operands[1] ?? 0) : called(`w${weight}`);
    const inputs = BINARY.has(op) ? [value_(operands[0] ?? 0), second] : [value_(operands[0] ?? 0)];
    return node(op, inputs, [called(`v${index + 1}`)]);
  });
}

async function counts(
  drawing: Drawn,
  nodes: NodeInit[],
  called: Naming,
  output: string,
  rest: ModelInit = {},
): Promise<StaticProfile['counts']> {
  const graph = {
    input: [value(called('v0'), [4, 4])],
    initializer: Array.from({ length: WEIGHTS }, (_, index) => floats(called(`w${index}`), [4, 4])),
    node: nodes,
    output: [value(output)],
  };
  const model = await modelWith(graph, rest);
  const names = [
    called('v0'),
    output,
    ...nodes.flatMap((each) => [...(each.output ?? []), ...(each.input ?? [])]),
  ];
  const shapes = Object.fromEntries(names.map((name) => [name, [4, 4]]));
  const { counts: found } = profileModel(tallyModel(model, inferred(shapes), null));
  expect(found.macs.value).not.toBeNull();
  return { ...found, model_bytes: { value: drawing.nodes.length, reason: null } };
}

const same: Naming = (name) => name;
const runs = { seed: 2, numRuns: 60 };

describe('counts do not depend on', () => {
  it('names', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.string({ maxLength: 8 }), async (drawing, prefix) => {
        const renamed: Naming = (name) => `${prefix}${name.length}${name.slice(1)}${name[0] ?? ''}`;
        const last = `v${drawing.nodes.length}`;
        const before = await counts(drawing, nodesOf(drawing, same), same, last);
        expect(await counts(drawing, nodesOf(drawing, renamed), renamed, renamed(last))).toEqual(before);
      }),
      runs,
    );
  });

  it('the order of nodes', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.infiniteStream(fc.nat(1000)), async (drawing, dice) => {
        const last = `v${drawing.nodes.length}`;
        const nodes = nodesOf(drawing, same);
        const before = await counts(drawing, nodes, same, last);
        const { peak_activation_bytes, ...after } = await counts(drawing, reordered(nodes, dice), same, last);
        // What is there at the same time does depend on it.
        expect(peak_activation_bytes.value).toBeGreaterThan(0);
        expect({ ...after, peak_activation_bytes: before.peak_activation_bytes }).toEqual(before);
      }),
      runs,
    );
  });

  it('an Identity, but for the operator that it is', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.nat(100), async (drawing, place) => {
        const last = `v${drawing.nodes.length}`;
        const nodes = nodesOf(drawing, same);
        const before = await counts(drawing, nodes, same, last);
        const passed = `v${place % (drawing.nodes.length + 1)}`;
        const reading = nodes.map((each): NodeInit => {
          const input = (each.input ?? []).map((name) => (name === passed ? 'same' : name));
          return { ...each, input };
        });
        const at = nodes.findIndex(({ output }) => output?.[0] === passed) + 1;
        const after = await counts(
          drawing,
          reading.toSpliced(at, 0, node('Identity', [passed], ['same'])),
          same,
          last,
        );
        expect(after).toEqual({
          ...before,
          operators: { value: (before.operators.value ?? 0) + 1, reason: null },
        });
      }),
      runs,
    );
  });

  it('local functions around parts of the graph, one inside the other', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.nat(100), fc.nat(100), async (drawing, from, length) => {
        const last = `v${drawing.nodes.length}`;
        const nodes = nodesOf(drawing, same);
        const before = await counts(drawing, nodes, same, last);
        const start = from % nodes.length;
        const part = nodes.slice(start, start + 1 + (length % (nodes.length - start)));
        const { call, functions } = wrapped(part);
        const rewritten = nodes.toSpliced(start, part.length, call);
        expect(await counts(drawing, rewritten, same, last, { functions })).toEqual(before);
      }),
      runs,
    );
  });
});

/** A call of a function that calls another, which holds the nodes. */
function wrapped(part: readonly NodeInit[]): {
  call: NodeInit;
  functions: NonNullable<ModelInit['functions']>;
} {
  const written = part.flatMap(({ output }) => output ?? []);
  const read = [...new Set(part.flatMap(({ input }) => input ?? []))].filter(
    (name) => !written.includes(name),
  );
  const own = (name: string): string => `inner ${name}`;
  const inside = part.map((each) => ({
    ...each,
    input: each.input?.map(own),
    output: each.output?.map(own),
  }));
  const definition = (name: string, nodes: NodeInit[]): NonNullable<ModelInit['functions']>[number] => ({
    name,
    domain: 'own',
    input: read.map(own),
    output: written.map(own),
    node: nodes,
  });
  return {
    call: node('own:Outer', read, written),
    functions: [
      definition('Outer', [node('own:Inner', read.map(own), written.map(own))]),
      definition('Inner', inside as NodeInit[]),
    ],
  };
}

describe('a dense layer costs the same', () => {
  /** At least two columns: a bias of one number could be a part of a formula. */
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 9 }),
    from: fc.integer({ min: 1, max: 9 }),
    to: fc.integer({ min: 2, max: 9 }),
  });

  async function dense(
    { rows, from }: { rows: number; from: number },
    weights: Readonly<Record<string, number[]>>,
    nodes: NodeInit[],
    shapes: Readonly<Record<string, number[]>>,
  ): Promise<(number | null)[]> {
    const model = await modelWith({
      input: [value('x', [rows, from])],
      initializer: Object.entries(weights).map(([name, dims]) => floats(name, dims)),
      node: nodes,
      output: [value('y')],
    });
    const { counts } = profileModel(tallyModel(model, inferred({ x: [rows, from], ...shapes }), null));
    return [counts.parameters.value, counts.macs.value, counts.flops.value];
  }

  const whole = (size: { rows: number; from: number; to: number }): Promise<(number | null)[]> =>
    dense(
      size,
      { w: [size.to, size.from], b: [size.to] },
      [node('Gemm', ['x', 'w', 'b'], ['y'], [integer('transB', 1)])],
      { y: [size.rows, size.to] },
    );

  it('as a Gemm, and as a product and a sum', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const { rows, from, to } = size;
        const nodes = [node('MatMul', ['x', 'w'], ['p']), node('Add', ['p', 'b'], ['y'])];
        const apart = await dense(size, { w: [from, to], b: [to] }, nodes, { p: [rows, to], y: [rows, to] });
        expect(apart).toEqual(await whole(size));
        expect(apart[1]).toBe(rows * from * to);
      }),
      runs,
    );
  });

  it('in one piece, and in two that are put together', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(100), async (size, place) => {
        const { rows, from, to } = size;
        const cut = 1 + (place % (to - 1));
        const halves = { wa: [cut, from], ba: [cut], wb: [to - cut, from], bb: [to - cut] };
        const nodes = [
          node('Gemm', ['x', 'wa', 'ba'], ['a'], [integer('transB', 1)]),
          node('Gemm', ['x', 'wb', 'bb'], ['b'], [integer('transB', 1)]),
          node('Concat', ['a', 'b'], ['y'], [integer('axis', 1)]),
        ];
        const shapes = { a: [rows, cut], b: [rows, to - cut], y: [rows, to] };
        expect(await dense(size, halves, nodes, shapes)).toEqual(await whole(size));
      }),
      runs,
    );
  });
});

/** Another order in which every value is written before it is read. */
function reordered(nodes: readonly NodeInit[], dice: Iterator<number>): NodeInit[] {
  const rest = [...nodes];
  const done: NodeInit[] = [];
  while (rest.length > 0) {
    const open = new Set(rest.flatMap(({ output }) => output ?? []));
    const ready = rest.filter(({ input }) => (input ?? []).every((name) => !open.has(name)));
    const next = ready[Number(dice.next().value) % ready.length]!;
    done.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return done;
}
