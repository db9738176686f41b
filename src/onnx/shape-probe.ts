/**
 * The shape probe: a model without weights from which ONNX Runtime infers the shape of every value. It is written to
 * a file of its own and loaded unoptimised; the metadata of its outputs are the shapes.
 */
import { create } from '@bufbuild/protobuf';
import { FLOAT32, isListable } from './element-types.js';
import {
  AttributeProtoSchema,
  NodeProtoSchema,
  ValueInfoProtoSchema,
  type NodeProto,
  type ValueInfoProto,
} from './generated/onnx_pb.js';
import { qualifiedType, type Model } from './graph.js';
import { encoded, stripped } from './probe-graph.js';
import type { Constant } from './tensor.js';
import { unlistableValues } from './unlistable.js';

/** The runtime takes time with the square of the number of outputs: large models get no questions of rank. */
const MOST_RANKS = 5000;

/**
 * @param inputShapes Shape of every model input, by name; an input that is not there stays as declared.
 * @param asked Values to ask about; absent: all.
 * @returns an encoded ModelProto. Its outputs are every value of the main graph under its own name, and
 * `rankName(value)` for those whose rank can be asked: the runtime tells a scalar and a value of unknown rank apart
 * by that alone.
 */
export function shapeProbe(
  model: Model,
  inputShapes: ReadonlyMap<string, readonly number[]>,
  asked?: ReadonlySet<string>,
): Uint8Array {
  const { graph, tensors, sparse } = stripped(model);
  const given = graph.input.map((value) => bound(value, inputShapes.get(value.name)));
  const removed = [...tensors.map(({ name }) => name), ...sparse].flatMap(
    (name) => model.constants.get(name) ?? [],
  );
  const stand = removed.map(standIn);
  const listed = listedValues(model, graph.node).filter((name) => asked?.has(name) ?? true);
  const ranks = ranksOf(model, listed);

  graph.input = [...given, ...stand.map(({ input }) => input)];
  graph.node = [...stand.flatMap(({ casts }) => casts), ...graph.node, ...ranks];
  graph.output = [...listed, ...ranks.flatMap(({ output }) => output)].map((name) =>
    create(ValueInfoProtoSchema, { name }),
  );
  return encoded(graph, model);
}

/** Under which name the probe tells the rank of a value. */
export function rankName(value: string): string {
  return `rank of ${value}`;
}

function bound(value: ValueInfoProto, shape: readonly number[] | undefined): ValueInfoProto {
  const declared = value.type?.value;
  if (shape === undefined || declared?.case !== 'tensorType') return value;
  return tensorValue(value.name, declared.value.elemType, shape);
}

function tensorValue(name: string, elemType: number, dims: readonly number[]): ValueInfoProto {
  const dim = dims.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } }));
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value: { elemType, shape: { dim } } } },
  });
}

/** An input in place of a large constant; cast where the runtime's binding knows no inputs of the type. */
function standIn({ name, type, dims }: Constant): { input: ValueInfoProto; casts: NodeProto[] } {
  if (isListable(type.code)) return { input: tensorValue(name, type.code, dims), casts: [] };
  const source = `source of ${name}`;
  const to = create(AttributeProtoSchema, { name: 'to', type: 2, i: BigInt(type.code) });
  const cast = create(NodeProtoSchema, {
    name: source,
    opType: 'Cast',
    input: [source],
    output: [name],
    attribute: [to],
  });
  return { input: tensorValue(source, FLOAT32, dims), casts: [cast] };
}

/** Inputs and values of the main graph whose shape the runtime can tell. */
function listedValues(model: Model, nodes: readonly NodeProto[]): string[] {
  const unlistable = unlistableValues(model);
  const written = nodes.flatMap(({ output }) => output).filter((name) => !model.constants.has(name));
  const inputs = model.inputs.map(({ name }) => name);
  return [...inputs, ...written].filter((name) => name !== '' && !unlistable.has(name));
}

const NOT_ONLY_TENSORS = /Sequence|Optional|Map|Dict/;

function ranksOf(model: Model, listed: readonly string[]): NodeProto[] {
  const { graph } = model.proto;
  const tensorsOnly =
    graph.node.every((node) => !NOT_ONLY_TENSORS.test(qualifiedType(node))) &&
    graph.input.every(({ type }) => type?.value.case === 'tensorType');
  if (!tensorsOnly || listed.length > MOST_RANKS) return [];
  const taken = new Set(listed);
  return listed
    .filter((value) => !taken.has(rankName(value)))
    .map((value) =>
      create(NodeProtoSchema, {
        name: rankName(value),
        opType: 'Shape',
        input: [value],
        output: [rankName(value)],
      }),
    );
}
