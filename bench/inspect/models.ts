/** Models of any size in a moment: their weights are files of zeros without a block on the disk. */
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { type GraphProtoSchema, ModelProtoSchema } from '../../src/onnx/generated/onnx_pb.js';

type Graph = MessageInitShape<typeof GraphProtoSchema>;
const FLOAT = 1;
const LAYERS = 50;

const value = (name: string, dims: readonly number[]) => ({
  name,
  type: {
    value: {
      case: 'tensorType' as const,
      value: {
        elemType: FLOAT,
        shape: { dim: dims.map((size) => ({ value: { case: 'dimValue' as const, value: BigInt(size) } })) },
      },
    },
  },
});

function encoded(graph: Graph): Uint8Array {
  const model = {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: { name: 'bench', ...graph },
  };
  return toBinary(ModelProtoSchema, create(ModelProtoSchema, model));
}

/** Fifty square matrix products, their weights together of about so many bytes, in a file beside the model. */
export function writeExternal(folder: string, bytes: number): string {
  const side = Math.floor(Math.sqrt(bytes / LAYERS / 4));
  const length = 4 * side * side;
  const file = path.join(folder, `external-${bytes}.onnx`);
  const data = `external-${bytes}.bin`;
  const entries = (layer: number) =>
    Object.entries({ location: data, offset: String(layer * length), length: String(length) });
  const layers = Array.from({ length: LAYERS }, (_, layer) => layer);
  writeFileSync(
    file,
    encoded({
      node: layers.map((layer) => ({
        opType: 'MatMul',
        input: [`x${layer}`, `w${layer}`],
        output: [`x${layer + 1}`],
      })),
      initializer: layers.map((layer) => ({
        name: `w${layer}`,
        dataType: FLOAT,
        dims: [BigInt(side), BigInt(side)],
        dataLocation: 1,
        externalData: entries(layer).map(([key, entry]) => ({ key, value: entry })),
      })),
      input: [value('x0', [1, side])],
      output: [value(`x${LAYERS}`, [1, side])],
    }),
  );
  sparse(path.join(folder, data), LAYERS * length);
  return file;
}

/** One matrix product whose weight of about so many bytes lies in the protobuf itself. */
export function writeInline(folder: string, bytes: number): string {
  const side = Math.floor(Math.sqrt(bytes / 4));
  const length = 4 * side * side;
  const file = path.join(folder, `inline-${bytes}.onnx`);
  const tensor = Buffer.concat([
    Buffer.from([0x08, ...varint(side), 0x08, ...varint(side), 0x10, FLOAT, 0x42, 1]),
    Buffer.from('w'),
    Buffer.from([0x4a, ...varint(length)]),
  ]);
  const rest = encodedGraph(side);
  const inTensor = tensor.length + length;
  const inGraph = rest.length + 1 + varint(inTensor).length + inTensor;
  // ir_version 8, the operator set, and the graph: its other fields first, then the initializer to the end.
  const head = Buffer.concat([
    Buffer.from([0x08, 8, 0x42, 2, 0x10, 17, 0x3a, ...varint(inGraph)]),
    rest,
    Buffer.from([0x2a, ...varint(inTensor)]),
    tensor,
  ]);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, head);
  ftruncateSync(descriptor, head.length + length);
  closeSync(descriptor);
  return file;
}

/** The fields of a GraphProto without its weight. */
function encodedGraph(side: number): Buffer {
  const model = encoded({
    node: [{ opType: 'MatMul', input: ['x', 'w'], output: ['y'] }],
    input: [value('x', [1, side])],
    output: [value('y', [1, side])],
  });
  const bytes = Buffer.from(model);
  // The graph is field 7; what precedes it is as long as the message without it.
  const start = bytes.indexOf(0x3a);
  let content = start + 1;
  while ((bytes[content] ?? 0) > 0x7f) content++;
  const end = content + 1 + lengthAt(bytes, start + 1);
  return bytes.subarray(content + 1, end);
}

function lengthAt(bytes: Buffer, start: number): number {
  let length = 0;
  for (let place = start, scale = 1; ; place++, scale *= 0x80) {
    const byte = bytes[place] ?? 0;
    length += (byte & 0x7f) * scale;
    if (byte < 0x80) return length;
  }
}

function varint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}

const OPERATORS = ['Relu', 'Add', 'MatMul', 'Mul'];

/** A chain of so many nodes of four kinds on small matrices, with a residual now and then. */
export function writeNodes(folder: string, nodes: number): string {
  const file = path.join(folder, `nodes-${nodes}.onnx`);
  const node = Array.from({ length: nodes }, (_, index) => {
    const opType = OPERATORS[index % OPERATORS.length] ?? 'Relu';
    const second = { Relu: [], MatMul: ['w'] }[opType] ?? [`x${Math.max(0, index - 3)}`];
    return { opType, name: `node${index}`, input: [`x${index}`, ...second], output: [`x${index + 1}`] };
  });
  const w = { name: 'w', dataType: FLOAT, dims: [4n, 4n], rawData: new Uint8Array(64) };
  const output = [value(`x${nodes}`, [4, 4])];
  writeFileSync(file, encoded({ node, initializer: [w], input: [value('x0', [4, 4])], output }));
  return file;
}

function sparse(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
}
