/**
 * Einsum, contracted in pairs from left to right as ONNX Runtime does (einsum_typed_compute_processor.cc): indices that
 * only one operand of a pair has and that nobody needs later are summed out of it first; then the pair costs one MAC
 * for each combination of its indices. A pair that sums over nothing is a product value by value, not a contraction.
 */
import { equationOf, type Equation } from './einsum-equation.js';
import { elements, type Execution, type OperatorRules } from './rule.js';
import { severalOfAny } from './weights.js';

type Indices = ReadonlySet<string>;

interface Work {
  readonly macs: number;
  readonly elementwise: number;
}

function workOf(execution: Execution): Work {
  const equation = equationOf(execution);
  const sizes = sizesOf(equation, execution);
  const volume = (indices: Indices): number => elements([...indices].map((index) => sizes.get(index) ?? 1));
  const [first = new Set<string>(), ...rest] = equation.operands.map((indices): Indices => new Set(indices));
  const work = { macs: 0, elementwise: 0 };
  let current = first;
  for (const [index, next] of rest.entries()) {
    const needed = new Set([...equation.result, ...rest.slice(index + 1).flatMap((later) => [...later])]);
    const all = new Set([
      ...summedAlone(current, next, needed, work, volume),
      ...summedAlone(next, current, needed, work, volume),
    ]);
    current = kept(all, needed);
    work[current.size < all.size ? 'macs' : 'elementwise'] += volume(all);
  }
  if (kept(current, equation.result).size < current.size) work.elementwise += volume(current);
  return work;
}

/** An operand without the indices that are nobody else's: summing them takes one operation an element. */
function summedAlone(
  operand: Indices,
  other: Indices,
  needed: Indices,
  work: { elementwise: number },
  volume: (indices: Indices) => number,
): Indices {
  const left = kept(operand, new Set([...other, ...needed]));
  if (left.size < operand.size) work.elementwise += volume(operand);
  return left;
}

function kept(indices: Indices, wanted: Indices): Indices {
  return new Set([...indices].filter((index) => wanted.has(index)));
}

/** An axis of size 1 is broadcast to the size that the index has elsewhere. */
function sizesOf({ operands }: Equation, execution: Execution): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [position, indices] of operands.entries()) {
    for (const [axis, size] of execution.input(position).entries()) {
      const index = indices[axis] ?? '';
      sizes.set(index, Math.max(size, sizes.get(index) ?? 1));
    }
  }
  return sizes;
}

export const EINSUM: OperatorRules = {
  Einsum: {
    macs: (execution) => workOf(execution).macs,
    elementwise: (execution) => workOf(execution).elementwise,
    weights: severalOfAny,
  },
};
