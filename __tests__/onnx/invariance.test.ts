import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileModel } from '../../src/onnx/profile-model.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import { floats, inferred, modelWith, node, value, type NodeInit } from './fixtures/model-file.js';

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
): Promise<StaticProfile['counts']> {
  const model = await modelWith({
    input: [value(called('v0'), [4, 4])],
    initializer: Array.from({ length: WEIGHTS }, (_, index) => floats(called(`w${index}`), [4, 4])),
    node: nodes,
    output: [value(output)],
  });
  const names = [
    called('v0'),
    output,
    ...nodes.flatMap((each) => [...(each.output ?? []), ...(each.input ?? [])]),
  ];
  const shapes = Object.fromEntries(names.map((name) => [name, [4, 4]]));
  const { counts: found } = profileModel(model, inferred(shapes), null);
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
