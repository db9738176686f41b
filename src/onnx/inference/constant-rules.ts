/**
 * Shapes of results, for operators where they follow from the shapes of the operands and from constants: operands in
 * later operator sets, attributes in earlier ones.
 */
import { elements, OpenShape, type Execution } from '../operators/rule.js';

/** Shape of the first result. @throws OpenShape where it depends on more than shapes and constants. */
export type ShapeRule = (execution: Execution) => readonly number[];

/** Undefined where the operator is given none. @throws OpenShape for an operand that is not constant. */
function given(execution: Execution, operand: number, attribute: string): readonly number[] | undefined {
  if (!execution.has(operand)) return execution.integers(attribute);
  const values = execution.values(operand);
  if (values === undefined) throw new OpenShape(`operand ${operand}`);
  return values;
}

const needed = (...asked: Parameters<typeof given>): readonly number[] => {
  const values = given(...asked);
  if (values === undefined) throw new OpenShape(`operand ${asked[1]}`);
  return values;
};

/** Axes that may count from the back. @throws OpenShape for one that there is none of: nothing is as long as it says. */
const fromStart = (axes: readonly number[], rank: number): readonly number[] =>
  axes.map((given) => {
    const axis = given < 0 ? given + rank : given;
    if (axis < 0 || axis >= rank) throw new OpenShape(`axis ${given}`);
    return axis;
  });

/** 0 keeps a dimension, unless zeros are allowed; -1 is what remains. */
export const reshape: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const keeps = execution.integer('allowzero', 0) === 0;
  const wanted = needed(execution, 1, 'shape').map((size, axis) =>
    size === 0 && keeps ? (shape[axis] ?? 1) : size,
  );
  const told = elements(wanted.filter((size) => size !== -1));
  return wanted.map((size) => (size === -1 ? elements(shape) / told : size));
};

export const squeeze: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const axes = given(execution, 1, 'axes');
  const left = axes && fromStart(axes, shape.length);
  return shape.filter((size, axis) => (left === undefined ? size !== 1 : !left.includes(axis)));
};

export const unsqueeze: ShapeRule = (execution) => {
  const shape = [...execution.input(0)];
  const axes = needed(execution, 1, 'axes');
  const rank = shape.length + axes.length;
  for (const axis of fromStart(axes, rank).toSorted((a, b) => a - b)) shape.splice(axis, 0, 1);
  return shape;
};

/** Without axes all are reduced, or none where the operator is told so. */
export const reduction: ShapeRule = (execution) => {
  const shape = execution.input(0);
  const axes = given(execution, 1, 'axes') ?? [];
  if (axes.length === 0 && execution.integer('noop_with_empty_axes', 0) !== 0) return shape;
  const reduced = axes.length === 0 ? [...shape.keys()] : fromStart(axes, shape.length);
  if (execution.integer('keepdims', 1) === 0) return shape.filter((_, axis) => !reduced.includes(axis));
  return shape.map((size, axis) => (reduced.includes(axis) ? 1 : size));
};

export const slice: ShapeRule = (execution) => {
  const shape = [...execution.input(0)];
  const starts = needed(execution, 1, 'starts');
  const ends = needed(execution, 2, 'ends');
  const axes = fromStart(given(execution, 3, 'axes') ?? [...starts.keys()], shape.length);
  const steps = given(execution, 4, 'steps');
  for (const [index, axis] of axes.entries()) {
    const size = shape[axis] ?? 0;
    shape[axis] = sliced(size, starts[index] ?? 0, ends[index] ?? size, steps?.[index] ?? 1);
  }
  return shape;
};

/** Indices from start to end, which count from the back where they are negative and may lie outside. */
function sliced(size: number, start: number, end: number, step: number): number {
  if (size === 0) return 0;
  const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
  const inside = (index: number): number => Math.min(Math.max(index < 0 ? index + size : index, least), most);
  const first = Math.max(inside(start), 0);
  return Math.max(0, Math.ceil((inside(end) - first) / step));
}
