/**
 * Memory traffic: bytes of every operand that an operator reads and of every result that it writes, weights included,
 * as if each operator went to memory and no cache kept anything for the next: the upper of the two bounds between
 * which real traffic lies (Williams, Waterman, Patterson 2009, the roofline model, has the other: each byte once).
 */
import type { GraphNode } from './graph.js';
import type { Shape } from './observed.js';
import { elements } from './operators/rule.js';
import { ruleOf } from './operators/table.js';

/** Operators that read of their first operand what they write, not all of it. */
const SELECTING: ReadonlySet<string> = new Set(
  `Compress Crop DynamicSlice Gather GatherElements GatherND Slice com.microsoft.GatherND
   com.microsoft.TorchEmbedding`.split(/\s+/),
);
/** Operators that look up a row of each table for every index: positions of the tables, and of the indices. */
const LOOKING_UP: ReadonlyMap<string, { readonly tables: readonly number[]; readonly indices: number }> =
  new Map([
    // The scales and zero points of the rows go with them.
    ['com.microsoft.GatherBlockQuantized', { tables: [0, 2, 3], indices: 1 }],
    ['com.microsoft.EmbedLayerNormalization', { tables: [2, 3, 4], indices: 0 }],
    ['com.microsoft.QEmbedLayerNormalization', { tables: [2, 3, 4], indices: 0 }],
  ]);
/** Operators that read no values of their operand, only its shape. */
const DESCRIBING: ReadonlySet<string> = new Set(
  'EyeLike RandomNormalLike RandomUniformLike Shape Size'.split(' '),
);

/**
 * @param bytes Of a value in one execution.
 * @param shapeOf Of a value in it; undefined where it is open, which `bytes` has to say.
 * @returns bytes of one execution. A view moves none; If, Loop and Scan none of their own.
 */
export function trafficOf(
  node: GraphNode,
  bytes: (name: string) => number,
  shapeOf: (name: string) => Shape | undefined,
): number {
  const { op, inputs, outputs } = node;
  if (ruleOf(op)?.view) return 0;
  const sum = (names: readonly string[]): number =>
    names.reduce((all, name) => (name === '' ? all : all + bytes(name)), 0);
  const written = sum(outputs);
  if (DESCRIBING.has(op)) return written;
  if (SELECTING.has(op)) return sum(inputs.slice(1)) + 2 * written;
  const share = lookedUp(node, shapeOf);
  const read = inputs.reduce((all, name, place) => all + share(place) * sum([name]), 0);
  return read + written;
}

/** The part of an operand that is read: of a table a row for each index, of anything else all of it. */
function lookedUp(
  { op, inputs, attributes }: GraphNode,
  shapeOf: (name: string) => Shape | undefined,
): (place: number) => number {
  const { tables, indices } = LOOKING_UP.get(op) ?? { tables: [], indices: 0 };
  const axis = Number(attributes.find(({ name }) => name === 'gather_axis')?.i ?? 0);
  return (place) => {
    if (!tables.includes(place)) return 1;
    const rows = shapeOf(inputs[place] ?? '')?.at(axis) ?? 1;
    return elements(shapeOf(inputs[indices] ?? '') ?? []) / Math.max(1, rows);
  };
}
