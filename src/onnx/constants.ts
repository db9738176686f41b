/** What is constant in a model: initializers, `Constant` nodes, `ConstantOfShape` of a constant shape. */
import { elementType, FLOAT32, INT64, STRING } from './element-types.js';
import { product, quote } from './format-fault.js';
import type { AttributeProto, GraphProto, NodeProto } from './generated/onnx_pb.js';
import { constantOf, sparseConstantOf, type Constant } from './tensor.js';

export interface Constants {
  /** By value name. */
  readonly constants: ReadonlyMap<string, Constant>;
  /** Nodes that only make a constant. */
  readonly makers: ReadonlySet<NodeProto>;
}

/** @throws FormatFault for a tensor with impossible dimensions. */
export function findConstants(graph: GraphProto): Constants {
  const found = { constants: new Map<string, Constant>(), makers: new Set<NodeProto>() };
  collect(graph, found);
  return found;
}

interface Collection {
  readonly constants: Map<string, Constant>;
  readonly makers: Set<NodeProto>;
}

function collect(graph: GraphProto, found: Collection): void {
  for (const tensor of graph.initializer) found.constants.set(tensor.name, constantOf(tensor.name, tensor));
  for (const sparse of graph.sparseInitializer) {
    const name = sparse.values?.name ?? '';
    found.constants.set(name, sparseConstantOf(name, sparse));
  }
  for (const node of graph.node) {
    const constant = madeBy(node, found.constants);
    if (constant !== undefined) {
      found.constants.set(constant.name, constant);
      found.makers.add(node);
    }
    for (const { g, graphs } of node.attribute) {
      for (const body of g === undefined ? graphs : [g, ...graphs]) collect(body, found);
    }
  }
}

function madeBy(node: NodeProto, constants: ReadonlyMap<string, Constant>): Constant | undefined {
  const name = node.output[0] ?? '';
  if (node.domain !== '' && node.domain !== 'ai.onnx') return undefined;
  if (node.opType === 'Constant')
    return node.attribute.map((attribute) => held(name, attribute)).find(Boolean);
  if (node.opType !== 'ConstantOfShape') return undefined;
  const dims = constants.get(node.input[0] ?? '')?.integers;
  if (dims === null || dims === undefined || dims.some((dim) => dim < 0)) return undefined;
  const value = node.attribute.find((attribute) => attribute.name === 'value')?.t;
  const type = elementType(value?.dataType ?? FLOAT32);
  const elements = product(dims, `a tensor ${quote(name)}`);
  return { name, type, dims, elements, integers: null, values: { kind: 'filled', tensor: value } };
}

/** The value of a `Constant` node, whichever attribute holds it. */
function held(name: string, attribute: AttributeProto): Constant | undefined {
  const { t, sparseTensor, i, ints, f, floats, strings } = attribute;
  const list = (
    code: number,
    dims: number[],
    integers: readonly bigint[] | null,
    values: readonly number[] = [],
  ): Constant => ({
    name,
    type: elementType(code),
    dims,
    elements: dims[0] ?? 1,
    integers: integers?.map(Number) ?? null,
    values: { kind: 'listed', floats: values },
  });
  switch (attribute.name) {
    case 'value':
      return t && constantOf(name, t);
    case 'sparse_value':
      return sparseTensor && sparseConstantOf(name, sparseTensor);
    case 'value_float':
      return list(FLOAT32, [], null, [f]);
    case 'value_floats':
      return list(FLOAT32, [floats.length], null, floats);
    case 'value_int':
      return list(INT64, [], [i]);
    case 'value_ints':
      return list(INT64, [ints.length], ints);
    case 'value_string':
      return list(STRING, [], null);
    case 'value_strings':
      return list(STRING, [strings.length], null);
    default:
      return undefined;
  }
}
