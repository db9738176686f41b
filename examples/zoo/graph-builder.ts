/** A small typed builder of ONNX graphs: enough to write real architectures in code. */
import { create, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from '../../src/onnx/generated/onnx_pb.js';
import type { WeightSource } from './weights.js';

/** A value of the graph that is being built. Only a builder makes one. */
export type Value = string & { readonly brand: unique symbol };

/** Integers, lists of them, strings and tensors as they are; a float must say so, for 1 is an integer. */
export type Attribute = number | readonly number[] | string | { readonly float: number };
export type Attributes = Readonly<Record<string, Attribute>>;

/** An absent optional operand. */
export const ABSENT = '' as Value;

/** TensorProto.DataType */
export const TYPE = { float: 1, int64: 7 } as const;
/** AttributeProto.AttributeType */
const ATTRIBUTE = { float: 1, int: 2, string: 3, tensor: 4, ints: 7 } as const;

const IR_VERSION = 8n;
const OPSET = 17n;

export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #initializers: TensorProto[] = [];
  readonly #inputs: ValueInfoProto[] = [];
  readonly #names = new Map<string, number>();

  /** @param weights Where the values of weights come from. */
  constructor(private readonly weights: WeightSource) {}

  /** An input, of floats unless told. Strings are named dynamic dimensions. */
  input(name: string, shape: readonly (number | string)[], type: number = TYPE.float): Value {
    this.#inputs.push(declared(name, shape, type));
    return name as Value;
  }

  /** A learned tensor. @param fanIn Inputs of one unit, to keep activations in range. */
  weight(shape: readonly number[], fanIn = 1): Value {
    if (this.weights.kind === 'shapes only') return this.#filled(shape, 0);
    return this.#stored(shape, this.weights.values(shape, fanIn));
  }

  /** A tensor of one value throughout. */
  uniform(shape: readonly number[], value: number): Value {
    if (this.weights.kind === 'shapes only') return this.#filled(shape, value);
    const length = shape.reduce((all, dim) => all * dim, 1);
    return this.#stored(shape, new Float32Array(length).fill(value));
  }

  /** A vector of int64: shapes, axes, indices. */
  integers(values: readonly number[]): Value {
    const rawData = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    return this.#initializer({ dims: [BigInt(values.length)], dataType: TYPE.int64, rawData });
  }

  /** One int64: what to gather. */
  index(value: number): Value {
    const rawData = new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
    return this.#initializer({ dims: [], dataType: TYPE.int64, rawData });
  }

  /** One float that is part of a formula. */
  scalar(value: number): Value {
    return this.#initializer({ dims: [], dataType: TYPE.float, rawData: bytesOf(Float32Array.of(value)) });
  }

  /** A node with one result. */
  op(type: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    const [output] = this.ops(type, 1, inputs, attributes);
    return output ?? ABSENT;
  }

  /** A node with several results. */
  ops(type: string, results: number, inputs: readonly Value[], attributes: Attributes = {}): Value[] {
    const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
    return this.#node(type, results, inputs, attribute);
  }

  /** The encoded model. @param output The value that the model answers with, and its shape. */
  build(output: Value, shape: readonly (number | string)[]): Uint8Array {
    return toBinary(
      ModelProtoSchema,
      create(ModelProtoSchema, {
        irVersion: IR_VERSION,
        producerName: 'efficiency-gate zoo',
        opsetImport: [{ domain: '', version: OPSET }],
        graph: {
          name: 'zoo',
          node: this.#nodes,
          initializer: this.#initializers,
          input: this.#inputs,
          output: [declared(output, shape)],
        },
      }),
    );
  }

  #stored(shape: readonly number[], values: Float32Array): Value {
    return this.#initializer({ dims: shape.map(BigInt), dataType: TYPE.float, rawData: bytesOf(values) });
  }

  #filled(shape: readonly number[], value: number): Value {
    const tensor = create(TensorProtoSchema, { dims: [1n], dataType: TYPE.float, floatData: [value] });
    const attribute = [create(AttributeProtoSchema, { name: 'value', type: ATTRIBUTE.tensor, t: tensor })];
    return this.#node('ConstantOfShape', 1, [this.integers(shape)], attribute)[0] ?? ABSENT;
  }

  #node(type: string, results: number, input: readonly Value[], attribute: AttributeProto[]): Value[] {
    const name = this.#fresh(type);
    const output = Array.from({ length: results }, (_, index) => (index === 0 ? name : `${name}.${index}`));
    this.#nodes.push(create(NodeProtoSchema, { name, opType: type, input: [...input], output, attribute }));
    return output as Value[];
  }

  #initializer(tensor: { dims: bigint[]; dataType: number; rawData: Uint8Array }): Value {
    const name = this.#fresh('constant');
    this.#initializers.push(create(TensorProtoSchema, { name, ...tensor }));
    return name as Value;
  }

  #fresh(kind: string): string {
    const count = this.#names.get(kind) ?? 0;
    this.#names.set(kind, count + 1);
    return `${kind}_${count}`;
  }
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function declared(
  name: string,
  shape: readonly (number | string)[],
  elemType: number = TYPE.float,
): ValueInfoProto {
  const dim = shape.map((size) => ({
    value:
      typeof size === 'number'
        ? { case: 'dimValue' as const, value: BigInt(size) }
        : { case: 'dimParam' as const, value: size },
  }));
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value: { elemType, shape: { dim } } } },
  });
}

function attributeOf(name: string, value: Attribute): AttributeProto {
  if (typeof value === 'number') {
    return create(AttributeProtoSchema, { name, type: ATTRIBUTE.int, i: BigInt(value) });
  }
  if (typeof value === 'string') {
    return create(AttributeProtoSchema, { name, type: ATTRIBUTE.string, s: new TextEncoder().encode(value) });
  }
  if ('float' in value) return create(AttributeProtoSchema, { name, type: ATTRIBUTE.float, f: value.float });
  return create(AttributeProtoSchema, { name, type: ATTRIBUTE.ints, ints: value.map(BigInt) });
}
