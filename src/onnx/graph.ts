/** A model as the counting stage sees it: nodes with subgraphs, and what is constant. */
import { elementType } from './element-types.js';
import { findConstants } from './constants.js';
import { exact, FormatFault, product, quote } from './format-fault.js';
import type {
  AttributeProto,
  GraphProto,
  ModelProto,
  NodeProto,
  ValueInfoProto,
} from './generated/onnx_pb.js';
import type { ValueDeclaration } from './profile.js';
import { refuseLongName } from './lean-copy.js';
import { resolveNames } from './resolve.js';
import { refuseRank, type Constant } from './tensor.js';

export interface GraphNode {
  /** Unique in the model. */
  readonly name: string;
  /** Type with its domain: `Conv`, `com.microsoft.FusedConv`. */
  readonly op: string;
  /** Names of values; an absent optional one is empty. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly AttributeProto[];
  /** Branches of an If, the body of a Loop or Scan. */
  readonly bodies: readonly Graph[];
}

export interface Graph {
  /** Names of values: what a body is given, what it answers with. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** In the order of the file, without the nodes that only make a constant. */
  readonly nodes: readonly GraphNode[];
}

/** A message that does hold a graph. */
export type GraphModelProto = ModelProto & { graph: GraphProto };

export interface ModelOrigin {
  /** Name of the model's file in its folder. */
  readonly fileName: string;
  /** What messages call it. */
  readonly label: string;
  /** Bytes of the file and of its external data. */
  readonly bytes: number;
}

export interface Model extends ModelOrigin {
  readonly irVersion: number;
  readonly opsets: Readonly<Record<string, number>>;
  readonly producer: string;
  /** Without initializers that are listed as inputs. */
  readonly inputs: readonly ValueDeclaration[];
  readonly outputs: readonly ValueDeclaration[];
  readonly graph: Graph;
  /** By value name, those of subgraphs included. */
  readonly constants: ReadonlyMap<string, Constant>;
  /** The message itself, for probes: names resolved, large payloads replaced by pointers. */
  readonly proto: GraphModelProto;
}

/**
 * @param proto A decoded lean copy; it is changed.
 * @throws FormatFault
 */
export function modelOf(proto: ModelProto, origin: ModelOrigin): Model {
  if (!holdsGraph(proto)) throw new FormatFault('truncated', 'holds no graph');
  const { graph } = proto;
  resolveNames(proto, graph);
  const { constants, makers } = findConstants(graph);
  const ofUser = graph.input.filter(({ name }) => !constants.has(name));
  return {
    ...origin,
    irVersion: exact(proto.irVersion, 'an IR version'),
    opsets: opsetsOf(proto),
    producer: [proto.producerName, proto.producerVersion].filter((part) => part !== '').join(' '),
    inputs: ofUser.map(declarationOf),
    outputs: graph.output.map(declarationOf),
    graph: graphOf(graph, makers),
    constants,
    proto,
  };
}

function holdsGraph(proto: ModelProto): proto is GraphModelProto {
  return proto.graph !== undefined;
}

function opsetsOf({ opsetImport }: ModelProto): Record<string, number> {
  return Object.fromEntries(
    opsetImport.map(({ domain, version }) => [
      domain === '' ? 'ai.onnx' : domain,
      exact(version, 'an operator set version'),
    ]),
  );
}

function graphOf(graph: GraphProto, makers: ReadonlySet<NodeProto>): Graph {
  return {
    inputs: graph.input.map(({ name }) => name),
    outputs: graph.output.map(({ name }) => name),
    nodes: graph.node.filter((node) => !makers.has(node)).map((node) => nodeOf(node, makers)),
  };
}

function nodeOf(node: NodeProto, makers: ReadonlySet<NodeProto>): GraphNode {
  return {
    name: node.name,
    op: qualifiedType(node),
    inputs: node.input,
    outputs: node.output,
    attributes: node.attribute,
    bodies: subgraphsOf(node).map((body) => graphOf(body, makers)),
  };
}

export function qualifiedType({ domain, opType }: NodeProto): string {
  return domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`;
}

export function subgraphsOf({ attribute }: NodeProto): GraphProto[] {
  return attribute.flatMap(({ g, graphs }) => (g === undefined ? graphs : [g, ...graphs]));
}

/** What a graph declares of an input or output. */
function declarationOf({ name, type }: ValueInfoProto): ValueDeclaration {
  refuseLongName(name);
  const declared = type?.value;
  if (declared?.case !== 'tensorType' && declared?.case !== 'sparseTensorType') {
    return {
      name,
      type: declared?.case === undefined ? 'unknown' : containerName(declared.case),
      shape: null,
    };
  }
  const { elemType, shape } = declared.value;
  refuseRank(shape?.dim.length ?? 0, `the declared value ${quote(name)}`);
  const dims = shape?.dim.map(({ value }) => {
    if (value.case !== 'dimValue') return value.value === undefined || value.value === '' ? '?' : value.value;
    const size = exact(value.value, 'a declared dimension');
    return size < 0 ? '?' : size;
  });
  product(
    (dims ?? []).filter((dim) => typeof dim === 'number'),
    'a declared value',
  );
  return { name, type: elementType(elemType).name, shape: dims ?? null };
}

function containerName(kind: 'sequenceType' | 'mapType' | 'optionalType'): string {
  return kind.replace('Type', '');
}

/** Every node of a graph and of the graphs inside it. */
export function* nodesWithin({ nodes }: Graph): Generator<GraphNode> {
  for (const node of nodes) {
    yield node;
    for (const body of node.bodies) yield* nodesWithin(body);
  }
}
