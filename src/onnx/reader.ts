/**
 * Reading models from disk. Weights stay there; what is read is the lean copy (lean-copy.ts) and payloads of external
 * data that are small enough to be shapes.
 */
import path from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { messageOf } from '../errors.js';
import type { ReadAt } from './byte-source.js';
import { refuseCycles } from './dataflow.js';
import { refuseIndirection, type Source, withFile } from './disk.js';
import { externalPayloads, type ExternalPayload } from './external-data.js';
import { isLfsPointer, refuseImpostor, SNIFFED_BYTES } from './file-signature.js';
import { FormatFault, quote } from './format-fault.js';
import { ModelProtoSchema, type ModelProto } from './generated/onnx_pb.js';
import { modelOf, type Model } from './graph.js';
import { INLINE_BYTES, leanCopy } from './lean-copy.js';
import { modelError } from './model-error.js';

/**
 * Reads a model without its weights: graph with subgraphs and constants, local functions expanded, names unique.
 * @param label What messages call the file.
 * @throws GateError of kind `model`: not ONNX, truncated, damaged, cyclic, a Git LFS pointer, external data that is missing
 * or not a regular file in the model's folder.
 */
export function readModel(file: string, label = file): Promise<Model> {
  return attempt(label, () => {
    const { proto, bytes } = readLean({ file, label });
    const external = openExternal({ file, label }, externalPayloads(proto));
    const model = modelOf(proto, { fileName: path.basename(file), label, bytes: bytes + external });
    refuseCycles(model.graph);
    return model;
  });
}

/**
 * Files of external data that a model refers to, relative to its folder, each once, sorted. They need not exist:
 * whoever copies a model asks before copying.
 * @throws GateError of kind `model` as `readModel` does.
 */
export function externalDataLocations(file: string, label = file): Promise<string[]> {
  return attempt(label, () => {
    const { proto } = readLean({ file, label });
    return [...new Set(externalPayloads(proto).map(({ location }) => location))].sort();
  });
}

function attempt<Result>(label: string, read: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    try {
      resolve(read());
    } catch (thrown) {
      throw thrown instanceof FormatFault ? modelError(label, thrown) : thrown;
    }
  });
}

function readLean({ file, label }: Source): { proto: ModelProto; bytes: number } {
  const { size, lean } = withFile(file, `${label} cannot be read`, (size, readAt) => {
    refuseImpostor(headOf(size, readAt), size);
    refuseLargerThanMessage(size);
    return { size, lean: leanCopy(size, readAt) };
  });
  return { proto: decode(lean), bytes: size };
}

/** Of one protobuf message (protobuf.dev, "Total Size"): no reader takes more, and a sparse file can pretend to any size. */
const MOST_BYTES = 2 ** 31;

function refuseLargerThanMessage(size: number): void {
  if (size < MOST_BYTES) return;
  throw new FormatFault('too large', `has ${size} bytes; a model file has less than 2 GiB`);
}

function headOf(size: number, readAt: ReadAt): Uint8Array {
  const head = new Uint8Array(Math.min(size, SNIFFED_BYTES));
  return head.subarray(0, readAt(head, 0));
}

function decode(lean: Uint8Array): ModelProto {
  try {
    return fromBinary(ModelProtoSchema, lean);
  } catch (cause) {
    // The decoder throws plain errors, and a RangeError where types nest without end.
    const why = messageOf(cause);
    throw new FormatFault('damaged', `is damaged: ${quote(why)}`);
  }
}

/** Checks every file of external data and brings the small payloads in. @returns their bytes together. */
function openExternal(source: Source, payloads: readonly ExternalPayload[]): number {
  const byLocation = new Map<string, ExternalPayload[]>();
  for (const payload of payloads) {
    const known = byLocation.get(payload.location);
    if (known === undefined) byLocation.set(payload.location, [payload]);
    else known.push(payload);
  }
  let bytes = 0;
  for (const [location, inFile] of byLocation) {
    refuseIndirection(source, location);
    const data = path.join(path.dirname(source.file), location);
    const refusal = `${source.label} needs the external data ${quote(location)}, which cannot be read`;
    bytes += withFile(data, refusal, (size, readAt) => {
      if (isLfsPointer(headOf(size, readAt))) {
        throw new FormatFault(
          'lfs pointer',
          `has external data at ${quote(location)} that is a Git LFS pointer`,
        );
      }
      for (const payload of inFile) bringIn(payload, size, readAt);
      return size;
    });
  }
  return bytes;
}

function bringIn({ tensor, location, offset, length }: ExternalPayload, size: number, readAt: ReadAt): void {
  const bytes = length ?? size - offset;
  if (bytes < 0 || offset + bytes > size) {
    const wanted = `${bytes} bytes at ${offset} of the external data ${quote(location)}`;
    throw new FormatFault('invalid', `wants ${wanted}, which has ${size} bytes`);
  }
  if (bytes > INLINE_BYTES) return;
  tensor.rawData = new Uint8Array(bytes);
  readAt(tensor.rawData, offset);
  tensor.externalData = [];
  tensor.dataLocation = 0;
}
