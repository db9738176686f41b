/** The payload of a tensor as it lies in memory: little-endian, in chunks, so that any size takes the same room. */
import path from 'node:path';
import { ByteSource, type ReadAt } from '../byte-source.js';
import { type Source, withFile } from '../disk.js';
import { elementType } from '../element-types.js';
import { externalPayload } from '../external-data.js';
import { FormatFault, quote } from '../format-fault.js';
import type { TensorProto } from '../generated/onnx_pb.js';
import { EXTERNAL, pointerOf } from '../tensor.js';
import { WireCursor } from '../wire.js';

/** Takes the next bytes, whole elements; they are overwritten afterwards. False: no more are wanted. */
export type Take = (chunk: Uint8Array) => boolean;

/** A multiple of the width of every element. */
export const CHUNK_BYTES = 256 * 1024;

/**
 * Hands over the payload of a tensor of the model in that file, in order.
 * @throws GateError of kind `model` for a file that cannot be read, FormatFault where it ends too early.
 */
export function streamPayload(tensor: TensorProto, { file, label }: Source, take: Take): void {
  const refusal = `${label} cannot be read again for its weights`;
  if (tensor.dataLocation === EXTERNAL) {
    const { location, offset, length } = externalPayload(tensor);
    withFile(path.join(path.dirname(file), location), refusal, (size, readAt) => {
      streamBytes(
        readAt,
        { start: offset, end: length === undefined ? size : offset + length },
        tensor,
        take,
      );
    });
    return;
  }
  const pointer = pointerOf(tensor);
  if (pointer === undefined) {
    streamInline(tensor, take);
    return;
  }
  const range = { start: pointer.offset, end: pointer.offset + pointer.length };
  withFile(file, refusal, (size, readAt) => {
    if (pointer.encoding === 'bytes') streamBytes(readAt, range, tensor, take);
    else streamVarints(new WireCursor(new ByteSource(size, readAt)), range, tensor, take);
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function streamBytes(readAt: ReadAt, { start, end }: Range, { name }: TensorProto, take: Take): void {
  const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - start));
  for (let place = start; place < end;) {
    const wanted = chunk.subarray(0, Math.min(chunk.length, end - place));
    for (let filled = 0; filled < wanted.length;) {
      const read = readAt(wanted.subarray(filled), place + filled);
      if (read === 0) throw new FormatFault('truncated', `ends within the tensor ${quote(name)}`);
      filled += read;
    }
    if (!take(wanted)) return;
    place += wanted.length;
  }
}

/** `int32_data` beyond the size that the lean copy holds: a varint for each element, or for each packed byte. */
function streamVarints(cursor: WireCursor, { start, end }: Range, tensor: TensorProto, take: Take): void {
  cursor.position = start;
  streamIntegers(
    function* () {
      while (cursor.position < end) yield cursor.int32(end);
    },
    tensor,
    take,
  );
}

function streamInline(tensor: TensorProto, take: Take): void {
  const { rawData, floatData, doubleData, int32Data } = tensor;
  // A copy of its own begins where words of any width may begin.
  if (rawData.length > 0) take(rawData.slice());
  else if (floatData.length > 0) take(new Uint8Array(Float32Array.from(floatData).buffer));
  else if (doubleData.length > 0) take(new Uint8Array(Float64Array.from(doubleData).buffer));
  else streamIntegers(() => int32Data, tensor, take);
}

/** Integers hold the bits of an element of up to 32, or a byte of those that are narrower (onnx.proto, int32_data). */
function streamIntegers(integers: () => Iterable<number>, { dataType }: TensorProto, take: Take): void {
  const width = Math.ceil(elementType(dataType).bits / 8);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for (const integer of integers()) {
    let bits = integer;
    for (let byte = 0; byte < width; byte++) {
      chunk[filled++] = bits & 0xff;
      bits >>= 8;
    }
    if (filled + width > chunk.length) {
      if (!take(chunk.subarray(0, filled))) return;
      filled = 0;
    }
  }
  if (filled > 0) take(chunk.subarray(0, filled));
}
