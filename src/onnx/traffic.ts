/**
 * Memory traffic: bytes of every operand that an operator reads and of every result that it writes, weights included,
 * as if each operator went to memory and no cache kept anything for the next: the upper of the two bounds between
 * which real traffic lies (Williams, Waterman, Patterson 2009, the roofline model, has the other: each byte once).
 */
import type { GraphNode } from './graph.js';
import { ruleOf } from './operators/table.js';

/** Operators that read of their first operand what they write, not all of it. */
const SELECTING: ReadonlySet<string> = new Set(
  `Compress Crop DynamicSlice Gather GatherElements GatherND Slice com.microsoft.GatherND
   com.microsoft.TorchEmbedding`.split(/\s+/),
);
/** Operators that read no values of their operand, only its shape. */
const DESCRIBING: ReadonlySet<string> = new Set(
  'EyeLike RandomNormalLike RandomUniformLike Shape Size'.split(' '),
);

/**
 * @param bytes Of a value in one execution.
 * @returns bytes of one execution. A view moves none; If, Loop and Scan none of their own.
 */
export function trafficOf({ op, inputs, outputs }: GraphNode, bytes: (name: string) => number): number {
  if (ruleOf(op)?.view) return 0;
  const sum = (names: readonly string[]): number =>
    names.reduce((all, name) => (name === '' ? all : all + bytes(name)), 0);
  const written = sum(outputs);
  if (DESCRIBING.has(op)) return written;
  return SELECTING.has(op) ? sum(inputs.slice(1)) + 2 * written : sum(inputs) + written;
}
