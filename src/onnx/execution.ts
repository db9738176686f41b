/** A node in one execution, as the operator rules see it. */
import { quote } from './format-fault.js';
import type { AttributeProto } from './generated/onnx_pb.js';
import type { GraphNode, Model } from './graph.js';
import type { Shape } from './observed.js';
import { OpenShape, type Execution } from './operators/rule.js';

/**
 * @param shapeOf Shape of a value by name, undefined where it is open.
 * @param constants Of the model, for operands whose values decide: axes, lengths.
 */
export function executionOf(
  node: GraphNode,
  shapeOf: (name: string) => Shape | undefined,
  constants: Model['constants'],
): Execution {
  return new ExecutedNode(node, shapeOf, constants);
}

/** A class, for there are many thousand of them. */
class ExecutedNode implements Execution {
  constructor(
    private readonly node: GraphNode,
    private readonly shapeOf: (name: string) => Shape | undefined,
    private readonly constants: Model['constants'],
  ) {}

  input(index: number): Shape {
    return this.#shape(this.node.inputs[index], 'operand', index);
  }

  output(index: number): Shape {
    return this.#shape(this.node.outputs[index], 'result', index);
  }

  has(index: number): boolean {
    return (this.node.inputs[index] ?? '') !== '';
  }

  writes(index: number): boolean {
    return (this.node.outputs[index] ?? '') !== '';
  }

  values(index: number): readonly number[] | undefined {
    return this.constants.get(this.node.inputs[index] ?? '')?.integers ?? undefined;
  }

  get operands(): number {
    return this.node.inputs.filter((name) => name !== '').length;
  }

  integer(name: string, otherwise: number): number {
    return Number(this.#attribute(name)?.i ?? otherwise);
  }

  integers(name: string): readonly number[] | undefined {
    return this.#attribute(name)?.ints.map(Number);
  }

  text(name: string, otherwise: string): string {
    const bytes = this.#attribute(name)?.s;
    return bytes === undefined ? otherwise : new TextDecoder().decode(bytes);
  }

  real(name: string, otherwise: number): number {
    return this.#attribute(name)?.f ?? otherwise;
  }

  reals(name: string): number {
    return this.#attribute(name)?.floats.length ?? 0;
  }

  #attribute(name: string): AttributeProto | undefined {
    return this.node.attributes.find((each) => each.name === name);
  }

  #shape(name = '', kind: string, index: number): Shape {
    const known = name === '' ? undefined : this.shapeOf(name);
    if (known === undefined) throw new OpenShape(name === '' ? `${kind} ${index}` : quote(name));
    return known;
  }
}
