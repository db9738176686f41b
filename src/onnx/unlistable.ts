/** Values of element types that ONNX Runtime's JavaScript binding cannot describe, found without shape inference. */
import { elementType, isListable } from './element-types.js';
import type { AttributeProto } from './generated/onnx_pb.js';
import type { GraphNode, Model } from './graph.js';

/** Attributes by which an operator names the type that it writes. */
const TYPE_ATTRIBUTES = new Set(['to', 'dtype', 'output_dtype']);
/** Operators whose result has the type of the third operand, the zero point. */
const TYPED_BY_ZERO_POINT = new Set(['QuantizeLinear', 'com.microsoft.QuantizeLinear']);
/** Operators that turn a stored type into the type of the second operand, the scale. */
const TYPED_BY_SCALE = new Set(['DequantizeLinear', 'com.microsoft.DequantizeLinear', 'CastLike']);

/** Names of those values in the main graph: they follow from where such a type enters it. */
export function unlistableValues(model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, type } of model.constants.values()) if (!isListable(type.code)) found.add(name);
  for (const { name, type } of model.proto.graph.input) {
    if (type?.value.case === 'tensorType' && !isListable(type.value.value.elemType)) found.add(name);
  }
  for (const node of model.graph.nodes) {
    if (writesUnlistable(node, found)) for (const name of node.outputs) found.add(name);
  }
  return found;
}

function writesUnlistable({ op, inputs, attributes }: GraphNode, found: ReadonlySet<string>): boolean {
  const named = attributes.find((attribute: AttributeProto) => TYPE_ATTRIBUTES.has(attribute.name));
  if (named !== undefined && named.i !== 0n) return !isListable(elementType(Number(named.i)).code);
  if (TYPED_BY_ZERO_POINT.has(op)) return found.has(inputs[2] ?? '');
  if (TYPED_BY_SCALE.has(op)) return found.has(inputs[1] ?? '');
  return op !== 'Shape' && op !== 'Size' && found.has(inputs[0] ?? '');
}
