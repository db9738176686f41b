import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planBuffers } from '../../src/onnx/buffers.js';
import { dataflowOf } from '../../src/onnx/dataflow.js';
import type { Graph, GraphNode } from '../../src/onnx/graph.js';
import { peakBytes } from '../../src/onnx/liveness.js';

/** `op(inputs) -> outputs` as the counting stage sees it. */
const step = (op: string, inputs: string[], outputs: string[], bodies: Graph[] = []): GraphNode => ({
  name: outputs.join(),
  op,
  inputs,
  outputs,
  attributes: [],
  bodies,
});

interface Case {
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly string[];
  /** Bytes by value, 10 where nothing is said; equal ones may take each other's place. */
  readonly bytes?: Readonly<Record<string, number>>;
}

const graphOf = ({ nodes, outputs }: Case): Graph => ({ inputs: ['x'], outputs, nodes });

function peak(given: Case): number {
  return peakBytes(graphOf(given), {
    size: (_node, name) => {
      const bytes = given.bytes?.[name] ?? 10;
      return { bytes, like: String(bytes) };
    },
    runs: () => true,
  });
}

describe('peak activation bytes', () => {
  it('of a chain are two values at a time', () => {
    const nodes = [step('Neg', ['x'], ['a']), step('Neg', ['a'], ['b']), step('Neg', ['b'], ['c'])];
    const bytes = { a: 1, b: 20, c: 300 };
    expect(peak({ nodes, outputs: ['c'], bytes })).toBe(320);
  });

  it('do not hold inputs and weights', () => {
    expect(peak({ nodes: [step('MatMul', ['x', 'w'], ['y'])], outputs: ['y'] })).toBe(10);
  });

  it('hold a residual until it is added', () => {
    const nodes = [
      step('Neg', ['x'], ['a']),
      step('Neg', ['a'], ['b']),
      step('Neg', ['b'], ['c']),
      step('Add', ['a', 'c'], ['y']),
    ];
    expect(peak({ nodes, outputs: ['y'], bytes: { a: 1, b: 20, c: 300, y: 4000 } })).toBe(1 + 300 + 4000);
  });

  it('hold an early answer until the end', () => {
    const nodes = [step('Neg', ['x'], ['a']), step('Neg', ['a'], ['b']), step('Neg', ['b'], ['c'])];
    const bytes = { a: 1, b: 20, c: 300 };
    expect(peak({ nodes, outputs: ['a', 'c'], bytes })).toBe(321);
  });

  it('count a view once, and a view of an input not at all', () => {
    const nodes = [step('Neg', ['x'], ['a']), step('Reshape', ['a', 's'], ['b']), step('Neg', ['b'], ['y'])];
    expect(peak({ nodes, outputs: ['y'], bytes: { a: 8, b: 8, y: 1 } })).toBe(9);
    const ofInput = [step('Reshape', ['x', 's'], ['a']), step('Neg', ['a'], ['y'])];
    expect(peak({ nodes: ofInput, outputs: ['y'], bytes: { a: 8, y: 1 } })).toBe(1);
  });

  it('hold what a view shows as long as the view is read', () => {
    const nodes = [
      step('Neg', ['x'], ['a']),
      step('Reshape', ['a', 's'], ['v']),
      step('Neg', ['x'], ['b']),
      step('Add', ['v', 'b'], ['y']),
    ];
    expect(peak({ nodes, outputs: ['y'], bytes: { a: 100, v: 100, b: 20, y: 3 } })).toBe(123);
  });

  it('count an operator in place once, unless its operand is read again or another size', () => {
    const relu = [step('Neg', ['x'], ['a']), step('Relu', ['a'], ['b']), step('Neg', ['b'], ['y'])];
    expect(peak({ nodes: relu, outputs: ['y'], bytes: { a: 8, b: 8, y: 1 } })).toBe(9);
    expect(peak({ nodes: relu, outputs: ['y'], bytes: { a: 9, b: 8, y: 1 } })).toBe(17);
    const again = [...relu.slice(0, 2), step('Add', ['a', 'b'], ['y'])];
    expect(peak({ nodes: again, outputs: ['y'], bytes: { a: 8, b: 8, y: 1 } })).toBe(17);
  });

  it('do not count a second result that nobody reads, but a first one while it is written', () => {
    const nodes = [step('Dropout', ['x'], ['y', 'mask'])];
    expect(peak({ nodes, outputs: ['y'], bytes: { mask: 500 } })).toBe(10);
    const dead = [step('Neg', ['x'], ['a']), step('Neg', ['x'], ['dead']), step('Neg', ['a'], ['y'])];
    expect(peak({ nodes: dead, outputs: ['y'], bytes: { a: 1, dead: 500, y: 20 } })).toBe(501);
  });

  it('keep a buffer from its first value to its last, as the runtime does that plans it for both', () => {
    const nodes = [
      step('Neg', ['x'], ['a']),
      step('Neg', ['a'], ['b']),
      step('Neg', ['b'], ['c']),
      step('Neg', ['c'], ['d']),
      step('Neg', ['d'], ['e']),
      step('Neg', ['e'], ['y']),
    ];
    // e takes the place of a, which so is there while b, c and d are.
    expect(peak({ nodes, outputs: ['y'], bytes: { a: 100, b: 7, c: 50, d: 8, e: 100, y: 1 } })).toBe(
      100 + 58,
    );
  });

  it('add to what is around an If the most that a branch holds, and the results are the branch’s own', () => {
    const branch = (name: string, length: number): Graph => ({
      inputs: [],
      outputs: [`${name}${length}`],
      nodes: Array.from({ length }, (_, index) => step('Neg', [`${name}${index}`], [`${name}${index + 1}`])),
    });
    const nodes = [
      step('Neg', ['x'], ['a']),
      step('If', ['condition'], ['b'], [branch('t', 1), branch('e', 3)]),
      step('Add', ['a', 'b'], ['y']),
    ];
    // Around: a (10). Inside: two values of a chain (20). Afterwards a, b and y (30).
    expect(peak({ nodes, outputs: ['y'] })).toBe(30);
    expect(peak({ nodes, outputs: ['y'], bytes: { e1: 100, e2: 101 } })).toBe(10 + 201);
  });
});

/** A graph whose operators never share a buffer, with a size of its own for every value. */
const drawn = fc
  .array(
    fc.record({
      operands: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
      bytes: fc.integer({ min: 1, max: 1000 }),
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .chain((steps) =>
    fc.record({ steps: fc.constant(steps), answers: fc.subarray(steps.map((_, index) => `v${index + 1}`)) }),
  )
  .map(({ steps, answers }) => ({
    nodes: steps.map(({ operands }, index) =>
      step(
        'Neg',
        operands.map((operand) => (operand % (index + 1) === 0 ? 'x' : `v${operand % (index + 1)}`)),
        [`v${index + 1}`],
      ),
    ),
    outputs: [...answers, `v${steps.length}`],
    bytes: Object.fromEntries(steps.map(({ bytes }, index) => [`v${index + 1}`, bytes])),
  }));

/** At each node, everything written so far that is an answer or read here or later, and what is written here. */
function obviousPeak({ nodes, outputs, bytes }: Required<Case>): number {
  const names = Object.keys(bytes);
  const readAfter = (name: string, place: number): boolean =>
    nodes.slice(place).some(({ inputs }) => inputs.includes(name));
  return Math.max(
    ...nodes.map((node, place) => {
      const written = nodes.slice(0, place).flatMap((each) => each.outputs);
      const live = names.filter(
        (name) => written.includes(name) && (outputs.includes(name) || readAfter(name, place)),
      );
      return [...live, ...node.outputs].reduce((sum, name) => sum + (bytes[name] ?? 0), 0);
    }),
  );
}

describe('fast liveness', () => {
  it('agrees with the obvious one where no buffer is used twice', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const own = peakBytes(graphOf(given), {
          size: (_node, name) => ({ bytes: given.bytes[name] ?? 0, like: null }),
          runs: () => true,
        });
        expect(own).toBe(obviousPeak(given));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('never has two values that are needed at the same time in one buffer', () => {
    fc.assert(
      fc.property(drawn, ({ nodes, outputs }) => {
        const graph = graphOf({ nodes, outputs });
        const buffers = planBuffers(dataflowOf(graph), () => ({ bytes: 1, like: 'all alike' }));
        // With one byte each, buffers that live at a node are at least as many as values that do.
        const bytes = Object.fromEntries(nodes.map((_, index) => [`v${index + 1}`, 1]));
        const at = nodes.map(
          (_, place) => buffers.filter(({ from, to }) => from <= place && place <= to).length,
        );
        expect(Math.max(...at)).toBe(obviousPeak({ nodes, outputs, bytes }));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
