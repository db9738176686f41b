/**
 * Resolves a model's names, in place: local functions expanded where they are called (IR.md, "Functions"), every
 * node name and every value name unique in the whole model, subgraphs included. Values of the main graph keep their
 * names. Afterwards a name alone says what is meant, in inferred shapes and in the events of a profile.
 */
import { clone } from '@bufbuild/protobuf';
import { FormatFault, quote } from './format-fault.js';
import {
  AttributeProtoSchema,
  NodeProtoSchema,
  type AttributeProto,
  type FunctionProto,
  type GraphProto,
  type ModelProto,
  type NodeProto,
} from './generated/onnx_pb.js';
import { MOST_NODES } from './lean-copy.js';
import { NameRegistry, plainNodeName, Scope } from './names.js';

const DEEPEST_CALL = 100;
/** Numbers and names that bodies hold, together in all their copies. */
const MOST_COPIED = 2 ** 23;

/** What a function body sees of its call. */
interface Call {
  readonly attributes: ReadonlyMap<string, AttributeProto>;
  /** Functions being expanded, outermost first. */
  readonly stack: readonly string[];
}

const MAIN: Call = { attributes: new Map(), stack: [] };

/** @throws FormatFault for recursion, a value that nothing writes or that two nodes write. */
export function resolveNames(model: ModelProto, graph: GraphProto): void {
  new Resolver(model).graph(graph, new Scope(), MAIN);
  model.functions = [];
}

/** Key of an operator's definition: domain, type and overload. `ai.onnx` is the default domain by another name. */
function keyOf(domain: string, name: string, overload: string): string {
  return JSON.stringify([domain === 'ai.onnx' ? '' : domain, name, overload]);
}

class Resolver {
  readonly #values = new NameRegistry();
  readonly #nodeNames = new NameRegistry();
  readonly #functions: ReadonlyMap<string, FunctionProto>;
  #nodes = 0;
  #copied = 0;

  constructor(private readonly model: ModelProto) {
    this.#functions = new Map(
      model.functions.map((body) => [keyOf(body.domain, body.name, body.overload), body]),
    );
  }

  graph(graph: GraphProto, scope: Scope, call: Call): void {
    for (const value of graph.input) value.name = this.declare(value.name, scope);
    for (const tensor of [
      ...graph.initializer,
      ...graph.sparseInitializer.flatMap(({ values }) => values ?? []),
    ]) {
      // An initializer may also be listed as an input: then it is that input's default.
      tensor.name = scope.declares(tensor.name)
        ? (scope.lookUp(tensor.name) ?? '')
        : this.declare(tensor.name, scope);
    }
    this.declareOutputs(graph.node, scope);
    graph.node = this.nodes(graph.node, scope, call);
    for (const value of graph.output) value.name = meaning(value.name, scope);
  }

  declareOutputs(nodes: readonly NodeProto[], scope: Scope): void {
    for (const { output } of nodes) {
      for (const name of output) {
        if (name === '') continue;
        if (scope.declares(name)) throw new FormatFault('invalid', `writes the value ${quote(name)} twice`);
        this.declare(name, scope);
      }
    }
  }

  declare(name: string, scope: Scope): string {
    const unique = this.#values.claim(name);
    scope.declare(name, unique);
    return unique;
  }

  nodes(nodes: readonly NodeProto[], scope: Scope, call: Call): NodeProto[] {
    return nodes.flatMap((node) => this.node(node, scope, call));
  }

  node(node: NodeProto, scope: Scope, call: Call): NodeProto[] {
    // Functions that call functions can grow a graph exponentially.
    if (++this.#nodes > MOST_NODES) throw new FormatFault('too large', `has more than ${MOST_NODES} nodes`);
    node.input = node.input.map((name) => meaning(name, scope));
    node.output = node.output.map((name) => meaning(name, scope));
    node.attribute = node.attribute.flatMap((attribute) => substituted(attribute, call));
    const body = this.#functionOf(node);
    if (body !== undefined) return this.expand(node, body, call);
    node.name = this.#nodeNames.claim(plainNodeName(node.name === '' ? node.opType : node.name));
    for (const { g, graphs } of node.attribute) {
      for (const graph of g === undefined ? graphs : [g, ...graphs])
        this.graph(graph, new Scope(scope), call);
    }
    return [node];
  }

  #functionOf({ domain, opType, overload }: NodeProto): FunctionProto | undefined {
    return this.#functions.size === 0 ? undefined : this.#functions.get(keyOf(domain, opType, overload));
  }

  /** The body of a function in place of its call. */
  expand(caller: NodeProto, body: FunctionProto, { stack }: Call): NodeProto[] {
    const key = keyOf(body.domain, body.name, body.overload);
    if (stack.includes(key))
      throw new FormatFault('invalid', `has a function ${quote(body.name)} that calls itself`);
    if (stack.length === DEEPEST_CALL) throw new FormatFault('invalid', 'nests its functions too deeply');
    this.importOperators(body);
    const scope = new Scope();
    for (const [index, name] of body.input.entries()) scope.declare(name, caller.input[index] ?? '');
    for (const [index, name] of body.output.entries()) {
      const wanted = caller.output[index] ?? '';
      if (wanted !== '') scope.declare(name, wanted);
    }
    for (const node of body.node) this.#copied += weightOf(node);
    if (this.#copied > MOST_COPIED) throw new FormatFault('too large', 'repeats large functions too often');
    const nodes = body.node.map((node) => clone(NodeProtoSchema, node));
    const prefix = plainNodeName(caller.name === '' ? body.name : caller.name);
    for (const name of nodes.flatMap(({ output }) => output)) {
      if (name !== '' && !scope.declares(name)) scope.declare(name, this.#values.claim(`${prefix}/${name}`));
    }
    for (const node of nodes) node.name = `${prefix}/${node.name === '' ? node.opType : node.name}`;
    const attributes = new Map(
      [...body.attributeProto, ...caller.attribute].map((attribute) => [attribute.name, attribute]),
    );
    return this.nodes(nodes, scope, { attributes, stack: [...stack, key] });
  }

  /** A body may use operator sets that the model itself does not. */
  importOperators(body: FunctionProto): void {
    for (const wanted of body.opsetImport) {
      if (!this.model.opsetImport.some(({ domain }) => domain === wanted.domain))
        this.model.opsetImport.push(wanted);
    }
  }
}

/** Numbers and names that a copy of a node holds. */
function weightOf({ input, output, attribute }: NodeProto): number {
  let weight = input.length + output.length;
  for (const { ints, floats, strings, s, t, g, graphs } of attribute) {
    weight += ints.length + floats.length + strings.length + s.length + (t?.rawData.length ?? 0);
    for (const { node } of g === undefined ? graphs : [g, ...graphs])
      weight += node.reduce((sum, inner) => sum + weightOf(inner), 0);
  }
  return weight;
}

function meaning(name: string, scope: Scope): string {
  if (name === '') return '';
  const found = scope.lookUp(name);
  if (found === undefined)
    throw new FormatFault('invalid', `uses the value ${quote(name)}, which nothing writes`);
  return found;
}

/** An attribute of a body that refers to one of the call takes its value; without one it is absent. */
function substituted(attribute: AttributeProto, { attributes }: Call): AttributeProto[] {
  if (attribute.refAttrName === '') return [attribute];
  const given = attributes.get(attribute.refAttrName);
  if (given === undefined) return [];
  const copy = clone(AttributeProtoSchema, given);
  copy.name = attribute.name;
  return [copy];
}
