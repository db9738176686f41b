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
  { inputs, outputs }: GraphNode,
  execution: NodeExecution,
  constants: Model['constants'],
): Shapes {
  const packable = (name: string): boolean => {
    const type = constants.get(name)?.type.class;
    return type !== undefined && type !== 'other';
  };
  return new Map([
    ...paired(inputs, execution.inputs, packable),
    ...paired(outputs, execution.outputs, () => false),
  ]);
}

/** Where some are missing, only what lies before the first and behind the last that may be has a certain place. */
function paired(
  names: readonly string[],
  shapes: readonly Shape[],
  mayMiss: (name: string) => boolean,
): [string, Shape][] {
  const present = names.filter((name) => name !== '');
  const missing = present.length - shapes.length;
  const pair = (name: string, shape: Shape | undefined): [string, Shape][] => (shape ? [[name, shape]] : []);
  if (missing === 0) return present.flatMap((name, index) => pair(name, shapes[index]));
  if (missing < 0 || missing > present.filter(mayMiss).length) return [];
  const first = present.findIndex(mayMiss);
  const last = present.findLastIndex(mayMiss);
  return [
    ...present.slice(0, first).flatMap((name, index) => pair(name, shapes[index])),
    ...present.slice(last + 1).flatMap((name, index) => pair(name, shapes[last + 1 - missing + index])),
  ];
}
