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
  const shape = (name = '', position: string): Shape => {
    const known = name === '' ? undefined : shapeOf(name);
    if (known === undefined) throw new OpenShape(name === '' ? position : quote(name));
    return known;
  };
  const attribute = (name: string): AttributeProto | undefined =>
    node.attributes.find((each) => each.name === name);
  return {
    input: (index) => shape(node.inputs[index], `operand ${index}`),
    output: (index) => shape(node.outputs[index], `result ${index}`),
    has: (index) => (node.inputs[index] ?? '') !== '',
    writes: (index) => (node.outputs[index] ?? '') !== '',
    values: (index) => constants.get(node.inputs[index] ?? '')?.integers ?? undefined,
    operands: node.inputs.filter((name) => name !== '').length,
    integer: (name, otherwise) => Number(attribute(name)?.i ?? otherwise),
    integers: (name) => attribute(name)?.ints.map(Number),
    text: (name, otherwise) => {
      const bytes = attribute(name)?.s;
      return bytes === undefined ? otherwise : new TextDecoder().decode(bytes);
    },
    real: (name, otherwise) => attribute(name)?.f ?? otherwise,
    reals: (name) => attribute(name)?.floats.length ?? 0,
  };
}
