/** Element types of values: as they are, and as they are stored before a DequantizeLinear. */
import { dataflowOf } from './dataflow.js';
import { elementType, elementTypeNamed, type ElementType } from './element-types.js';
import type { GraphProto } from './generated/onnx_pb.js';
import { nodesWithin, subgraphsOf, type Graph, type GraphNode, type Model } from './graph.js';
import type { InferredValue, NodeExecution, Shape } from './observed.js';
import { elements } from './operators/rule.js';
import { ruleOf } from './operators/table.js';
import { executedTypes } from './shapes.js';

/** By value name; values whose type nothing tells are absent. */
export interface ValueTypes {
  /** As the model declares them and the runtime tells them: what their bytes are counted by. */
  readonly told: Types;
  /**
   * As they are stored: rearranged, selected or dequantised values keep that type. What nobody tells is concluded
   * from the operands.
   */
  readonly stored: Types;
}

export type Types = Pick<ReadonlyMap<string, ElementType>, 'get'>;

const UINT8 = elementType(2);
const DEQUANTIZE = new Set(['DequantizeLinear', 'com.microsoft.DequantizeLinear']);
const QUANTIZE = new Set(['QuantizeLinear', 'com.microsoft.QuantizeLinear', 'DynamicQuantizeLinear']);

export function valueTypes(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): ValueTypes {
  const told = toldTypes(model, inferred, executions);
  const conclusions = new Conclusions(told);
  conclusions.follow(model.graph);
  return { told, stored: conclusions.stored };
}

/** Bytes of a value, whole ones; undefined for a type whose elements have no fixed width, such as text. */
export function bytesOf(shape: Shape, type: ElementType | undefined): number | undefined {
  return type === undefined || type.bits === 0 ? undefined : Math.ceil((elements(shape) * type.bits) / 8);
}

/** A value has one type in every execution: the first that tells is believed. */
function toldTypes(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): ReadonlyMap<string, ElementType> {
  const types = new Map<string, ElementType>();
  const tell = (name: string, type: ElementType | undefined): void => {
    if (type !== undefined && !types.has(name)) types.set(name, type);
  };
  for (const { name, type } of model.constants.values()) tell(name, type);
  for (const [name, type] of declaredTypes(model.proto.graph)) tell(name, type);
  for (const { name, type } of inferred) if (type !== null) tell(name, elementTypeNamed(type));
  if (executions === null) return types;
  const first = new Map<string, NodeExecution>();
  for (const execution of executions) if (!first.has(execution.node)) first.set(execution.node, execution);
  for (const node of nodesWithin(model.graph)) {
    const execution = first.get(node.name);
    if (execution === undefined) continue;
    for (const [name, type] of executedTypes(node, execution, model.constants))
      tell(name, elementTypeNamed(type));
  }
  return types;
}

/** Of inputs and outputs, those of bodies included. */
function declaredTypes({ input, output, node }: GraphProto): [name: string, type: ElementType][] {
  const own = [...input, ...output].flatMap(({ name, type }): [string, ElementType][] => {
    const declared = type?.value;
    const isTensor = declared?.case === 'tensorType' || declared?.case === 'sparseTensorType';
    return isTensor && declared.value.elemType !== 0 ? [[name, elementType(declared.value.elemType)]] : [];
  });
  return [...own, ...node.flatMap(subgraphsOf).flatMap(declaredTypes)];
}

/** Types by name, beside others that stay as they are: there may be very many of those. */
class Beside implements Types {
  readonly #own = new Map<string, ElementType>();

  constructor(private readonly others: Types) {}

  get(name: string): ElementType | undefined {
    return (this.#own.size > 0 ? this.#own.get(name) : undefined) ?? this.others.get(name);
  }

  set(name: string, type: ElementType): void {
    if (this.get(name) !== type) this.#own.set(name, type);
  }
}

/** Follows values through the nodes that write them. */
class Conclusions {
  readonly #actual: Beside;
  readonly #stored: Beside;

  constructor(told: Types) {
    this.#actual = new Beside(told);
    this.#stored = new Beside(this.#actual);
  }

  get stored(): Types {
    return this.#stored;
  }

  follow(graph: Graph): void {
    for (const node of dataflowOf(graph).order) {
      for (const body of node.bodies) this.follow(body);
      for (const [index, output] of node.outputs.entries()) this.#write(node, index, output);
    }
  }

  #write(node: GraphNode, index: number, output: string): void {
    const actual = this.#actual.get(output) ?? this.#typeWritten(node, index);
    if (actual === undefined) return;
    this.#actual.set(output, actual);
    this.#stored.set(output, this.#storedBefore(node) ?? actual);
  }

  #typeWritten(
    { op, inputs, outputs, bodies, attributes }: GraphNode,
    index: number,
  ): ElementType | undefined {
    const actual = (position: number): ElementType | undefined => this.#actual.get(inputs[position] ?? '');
    const answers = bodies.map((body) => this.#actual.get(body.outputs.at(index - outputs.length) ?? ''));
    if (bodies.length > 0) return answers.find((type) => type !== undefined);
    const named = attributes.find(({ name }) => name === 'to' || name === 'output_dtype');
    if (named !== undefined && named.i !== 0n) return elementType(Number(named.i));
    if (QUANTIZE.has(op)) return actual(2) ?? UINT8;
    if (DEQUANTIZE.has(op) || op === 'CastLike') return actual(1);
    const types = inputs.flatMap((name) => this.#actual.get(name) ?? []);
    return types.find((type) => type.class === 'floating') ?? types[0];
  }

  #storedBefore({ op, inputs }: GraphNode): ElementType | undefined {
    const moves = ruleOf(op)?.passes !== undefined && !QUANTIZE.has(op) && !op.startsWith('Cast');
    return moves || DEQUANTIZE.has(op) ? this.#stored.get(inputs[0] ?? '') : undefined;
  }
}
