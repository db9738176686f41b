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

/** Shapes of one execution of a node, by the names of the values that it reads and writes. */
export function executedShapes({ inputs, outputs }: GraphNode, execution: NodeExecution): Shapes {
  return new Map([...paired(inputs, execution.inputs), ...paired(outputs, execution.outputs)]);
}

/** The profile leaves out what is absent, and what is no tensor: then it cannot be said which shape is whose. */
function paired(names: readonly string[], shapes: readonly Shape[]): [string, Shape][] {
  const present = names.filter((name) => name !== '');
  return present.length === shapes.length ? present.map((name, index) => [name, shapes[index] ?? []]) : [];
}
