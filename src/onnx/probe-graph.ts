/**
 * What the probes have in common: a copy of the main graph without its large constants. Names are unique in the whole
 * model, so a constant of a subgraph may as well come from outside.
 */
import { create, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type GraphProto,
  type NodeProto,
  type TensorProto,
} from './generated/onnx_pb.js';
import { qualifiedType, type Model } from './graph.js';
import { isLarge } from './tensor.js';

export interface Stripped {
  readonly graph: GraphProto;
  /** Initializers and values of `Constant` nodes, each named as the value that it is. */
  readonly tensors: readonly TensorProto[];
  /** Names of sparse constants, large or not: the runtime would have to be given their parts. */
  readonly sparse: readonly string[];
}

/** From this version on initializers need not be inputs, and the runtime knows that they are constant. */
const IR_OF_CONSTANT_INITIALIZERS = 4n;

export function stripped({ proto, constants }: Model): Stripped {
  const removed = { tensors: [] as TensorProto[], sparse: [] as string[] };
  const graph = copyOf(proto.graph, removed);
  graph.input = graph.input.filter(({ name }) => !constants.has(name));
  return { graph, ...removed };
}

/** The graph as an encoded model with the versions of the original. */
export function encoded(graph: GraphProto, { proto }: Model): Uint8Array {
  const { irVersion, opsetImport } = proto;
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: irVersion < IR_OF_CONSTANT_INITIALIZERS ? IR_OF_CONSTANT_INITIALIZERS : irVersion,
      opsetImport,
      graph,
    }),
  );
}

interface Removed {
  readonly tensors: TensorProto[];
  readonly sparse: string[];
}

function copyOf(graph: GraphProto, removed: Removed): GraphProto {
  removed.tensors.push(...graph.initializer.filter(isLarge));
  removed.sparse.push(...graph.sparseInitializer.map(({ values }) => values?.name ?? ''));
  return create(GraphProtoSchema, {
    name: graph.name,
    node: graph.node.flatMap((node) => keep(node, removed)),
    initializer: graph.initializer.filter((tensor) => !isLarge(tensor)),
    input: graph.input,
    output: graph.output,
  });
}

function keep(node: NodeProto, removed: Removed): NodeProto[] {
  if (qualifiedType(node) === 'Constant') return keepConstant(node, removed);
  if (!node.attribute.some(holdsGraph)) return [node];
  const attribute = node.attribute.map((each) => (holdsGraph(each) ? withCopies(each, removed) : each));
  return [create(NodeProtoSchema, { ...node, attribute })];
}

function keepConstant(node: NodeProto, removed: Removed): NodeProto[] {
  const name = node.output[0] ?? '';
  for (const { t, sparseTensor } of node.attribute) {
    if (sparseTensor !== undefined) {
      removed.sparse.push(name);
      return [];
    }
    if (t !== undefined && isLarge(t)) {
      t.name = name;
      removed.tensors.push(t);
      return [];
    }
  }
  return [node];
}

function holdsGraph({ g, graphs }: AttributeProto): boolean {
  return g !== undefined || graphs.length > 0;
}

function withCopies(attribute: AttributeProto, removed: Removed): AttributeProto {
  const { name, type, g, graphs } = attribute;
  return create(AttributeProtoSchema, {
    name,
    type,
    graphs: graphs.map((graph) => bodyOf(graph, removed)),
    ...(g && { g: bodyOf(g, removed) }),
  });
}

/** A body may not answer with a value from outside itself: what it answered with and lost, it answers with a copy of. */
function bodyOf(original: GraphProto, removed: Removed): GraphProto {
  const own = { tensors: [] as TensorProto[], sparse: [] as string[] };
  const body = copyOf(original, own);
  removed.tensors.push(...own.tensors);
  removed.sparse.push(...own.sparse);
  const lost = new Set([...own.tensors.map(({ name }) => name), ...own.sparse]);
  body.output = body.output.map((value) => {
    if (!lost.has(value.name)) return value;
    const name = `copy of ${value.name}`;
    body.node.push(
      create(NodeProtoSchema, { name, opType: 'Identity', input: [value.name], output: [name] }),
    );
    return create(ValueInfoProtoSchema, { ...value, name });
  });
  return body;
}
