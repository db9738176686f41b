/** Shapes of values by name, from everything that is known of them. */
import type { GraphNode, Model } from './graph.js';
import type { InferredValue, NodeExecution, Shape } from './observed.js';
import { rankName } from './shape-probe.js';

export type Shapes = ReadonlyMap<string, Shape>;

/** Shapes that hold in every execution: of constants, and those that the runtime inferred completely. */
export function knownShapes(model: Model, inferred: readonly InferredValue[]): Shapes {
  const shapes = new Map<string, Shape>();
  for (const { name, dims } of model.constants.values()) shapes.set(name, dims);
  const scalars = new Set(
    inferred.filter(({ shape }) => shape?.length === 1 && shape[0] === 0).map(({ name }) => name),
  );
  for (const { name, shape } of inferred) {
    const dims = shape ?? [];
    if (dims.length === 0 ? scalars.has(rankName(name)) : isClosed(dims)) shapes.set(name, dims as Shape);
  }
  return shapes;
}

function isClosed(dims: readonly (number | string)[]): dims is Shape {
  return dims.every((dim) => typeof dim === 'number' && dim >= 0);
}

/**
 * Shapes of one execution of a node, by the names of the values that it reads and writes. The profile leaves out what
 * is absent, what is no tensor, and constants that a kernel packed into a form of its own (weights of a MatMul).
 */
export function executedShapes(
  node: GraphNode,
  { inputs, outputs }: NodeExecution,
  constants: Model['constants'],
): Shapes {
  return named(node, { inputs, outputs }, constants);
}

/** Element types of the same values, as the profile calls them; none where it was not asked for them. */
export function executedTypes(
  node: GraphNode,
  { inputTypes = [], outputTypes = [] }: NodeExecution,
  constants: Model['constants'],
): ReadonlyMap<string, string> {
  return named(node, { inputs: inputTypes, outputs: outputTypes }, constants);
}

/** What the profile tells of each operand and result, by the name of the value. */
function named<Told>(
  { inputs, outputs }: GraphNode,
  told: { readonly inputs: readonly Told[]; readonly outputs: readonly Told[] },
  constants: Model['constants'],
): ReadonlyMap<string, Told> {
  const packable = (name: string): boolean => {
    const type = constants.get(name)?.type.class;
    return type !== undefined && type !== 'other';
  };
  return new Map([...paired(inputs, told.inputs, packable), ...paired(outputs, told.outputs, () => false)]);
}

/** Where some are missing, only what lies before the first and behind the last that may be has a certain place. */
function paired<Told>(
  names: readonly string[],
  told: readonly Told[],
  mayMiss: (name: string) => boolean,
): [string, Told][] {
  const present = names.filter((name) => name !== '');
  const missing = present.length - told.length;
  const pair = (name: string, each: Told | undefined): [string, Told][] =>
    each === undefined ? [] : [[name, each]];
  if (missing === 0) return present.flatMap((name, index) => pair(name, told[index]));
  if (missing < 0 || missing > present.filter(mayMiss).length) return [];
  const first = present.findIndex(mayMiss);
  const last = present.findLastIndex(mayMiss);
  return [
    ...present.slice(0, first).flatMap((name, index) => pair(name, told[index])),
    ...present.slice(last + 1).flatMap((name, index) => pair(name, told[last + 1 - missing + index])),
  ];
}
