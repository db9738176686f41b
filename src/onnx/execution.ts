/** A node in one execution, as the operator rules see it. */
import { exact, quote } from './format-fault.js';
import type { AttributeProto } from './generated/onnx_pb.js';
import type { GraphNode } from './graph.js';
import type { Shape } from './observed.js';
import { OpenShape, type Execution } from './operators/rule.js';

/** @param shapeOf Shape of a value by name, undefined where it is open. */
export function executionOf(node: GraphNode, shapeOf: (name: string) => Shape | undefined): Execution {
  const shape = (name: string | undefined, what: string): Shape => {
    const known = name === undefined || name === '' ? undefined : shapeOf(name);
    if (known === undefined)
      throw new OpenShape(name === undefined || name === '' ? `${what} of ${node.op}` : quote(name));
    return known;
  };
  const attribute = (name: string): AttributeProto | undefined =>
    node.attributes.find((each) => each.name === name);
  return {
    input: (index) => shape(node.inputs[index], `operand ${index}`),
    output: (index) => shape(node.outputs[index], `result ${index}`),
    operands: node.inputs.filter((name) => name !== '').length,
    integer: (name, otherwise) =>
      exact(attribute(name)?.i ?? BigInt(otherwise), `an attribute ${quote(name)}`),
    integers: (name) => attribute(name)?.ints.map((value) => exact(value, `an attribute ${quote(name)}`)),
    text: (name, otherwise) => {
      const bytes = attribute(name)?.s;
      return bytes === undefined ? otherwise : new TextDecoder().decode(bytes);
    },
  };
}
