/** Element types of values by name, and so their bytes. */
import { elementTypeNamed, type ElementType } from './element-types.js';
import { nodesWithin, type Model } from './graph.js';
import type { InferredValue, NodeExecution, Shape } from './observed.js';
import { elements } from './operators/rule.js';
import { executedTypes } from './shapes.js';

export type ValueTypes = ReadonlyMap<string, ElementType>;

/** A value has one type in every execution: the first that tells is believed. */
export function valueTypes(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): ValueTypes {
  const types = new Map<string, ElementType>();
  const tell = (name: string, type: string | null): void => {
    const known = type === null ? undefined : elementTypeNamed(type);
    if (known !== undefined && !types.has(name)) types.set(name, known);
  };
  for (const { name, type } of model.constants.values()) types.set(name, type);
  for (const { name, type } of [...model.inputs, ...model.outputs]) tell(name, type);
  for (const { name, type } of inferred) tell(name, type);
  if (executions === null) return types;
  const first = new Map<string, NodeExecution>();
  for (const execution of executions) if (!first.has(execution.node)) first.set(execution.node, execution);
  for (const node of nodesWithin(model.graph)) {
    const execution = first.get(node.name);
    if (execution === undefined) continue;
    for (const [name, type] of executedTypes(node, execution, model.constants)) tell(name, type);
  }
  return types;
}

/** Bytes of a value, whole ones; undefined for a type whose elements have no fixed width, such as text. */
export function bytesOf(shape: Shape, type: ElementType | undefined): number | undefined {
  return type === undefined || type.bits === 0 ? undefined : Math.ceil((elements(shape) * type.bits) / 8);
}
