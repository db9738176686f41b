/** Element types of values: as they are, and as they are stored before a DequantizeLinear. */
import { elementType, elementTypeNamed, type ElementType } from './element-types.js';
import type { GraphProto } from './generated/onnx_pb.js';
import { subgraphsOf, type Graph, type GraphNode, type Model } from './graph.js';
import type { InferredValue } from './observed.js';
import { ruleOf } from './operators/table.js';

const UINT8 = elementType(2);
const DEQUANTIZE = new Set(['DequantizeLinear', 'com.microsoft.DequantizeLinear']);
const QUANTIZE = new Set(['QuantizeLinear', 'com.microsoft.QuantizeLinear', 'DynamicQuantizeLinear']);

/**
 * The type in which each value is stored: rearranged, selected or dequantised values keep it. By value name; values
 * whose type nothing tells are absent.
 */
export function storedTypes(
  model: Model,
  inferred: readonly InferredValue[],
): ReadonlyMap<string, ElementType> {
  const reader = new TypeReader(inferred);
  for (const { name, type } of model.constants.values()) reader.declare(name, type);
  reader.declareInputs(model.proto.graph);
  reader.graph(model.graph);
  return reader.stored;
}

class TypeReader {
  readonly stored = new Map<string, ElementType>();
  readonly #actual = new Map<string, ElementType>();
  readonly #inferred: ReadonlyMap<string, ElementType>;

  constructor(inferred: readonly InferredValue[]) {
    const known = inferred.flatMap(({ name, type }): [string, ElementType][] => {
      const found = type === null ? undefined : elementTypeNamed(type);
      return found === undefined ? [] : [[name, found]];
    });
    this.#inferred = new Map(known);
  }

  declare(name: string, type: ElementType): void {
    this.stored.set(name, type);
    this.#actual.set(name, type);
  }

  declareInputs(graph: GraphProto): void {
    for (const { name, type } of graph.input) {
      if (type?.value.case === 'tensorType' && !this.stored.has(name))
        this.declare(name, elementType(type.value.value.elemType));
    }
    for (const node of graph.node) for (const body of subgraphsOf(node)) this.declareInputs(body);
  }

  /** Nodes come in an order in which every value is written before it is read. */
  graph({ nodes }: Graph): void {
    for (const node of nodes) {
      for (const body of node.bodies) this.graph(body);
      for (const [index, output] of node.outputs.entries()) this.#write(node, index, output);
    }
  }

  #write(node: GraphNode, index: number, output: string): void {
    const actual = this.#inferred.get(output) ?? this.#typeWritten(node, index);
    if (actual === undefined) return;
    this.#actual.set(output, actual);
    this.stored.set(output, this.#storedBefore(node) ?? actual);
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
    return moves || DEQUANTIZE.has(op) ? this.stored.get(inputs[0] ?? '') : undefined;
  }
}
