/**
 * NumPy's array files, versions 1 to 3, little-endian and in C order:
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { elementCount, elementType, findTensorType } from './tensor-types.js';
import type { TensorContent } from './tensor-types.js';

const MAGIC = Buffer.from('\x93NUMPY', 'latin1');
const PREAMBLE = 8;

/**
 * Reads the bytes of a `.npy` file.
 * @throws Error whose message completes "FILE cannot be used: ...".
 */
export function parseNpy(bytes: Buffer): TensorContent {
  const { header, dataAt } = readHeader(bytes);
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const dims = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (descr === undefined || order === undefined || dims === undefined) {
    throw new Error('its header names no single element type, order and shape');
  }
  if (order === 'True') throw new Error('it is in Fortran order; save it with numpy.ascontiguousarray');
  const type = /^[<|=]/.test(descr) ? findTensorType(({ npy }) => npy === descr.slice(1)) : undefined;
  const { array: ElementArray, bytes: width } =
    type === undefined ? { array: undefined, bytes: 0 } : elementType(type);
  if (type === undefined || ElementArray === undefined) {
    throw new Error(`its element type '${descr}' is none that ONNX Runtime takes, little-endian`);
  }
  const shape = dims.split(',').flatMap((dim) => (dim.trim() === '' ? [] : [Number(dim)]));
  const data = bytes.subarray(dataAt);
  if (data.length !== elementCount(shape) * width) {
    throw new Error(
      `its header announces ${elementCount(shape) * width} bytes of data, but it has ${data.length}`,
    );
  }
  return { type, shape, data: new ElementArray(new Uint8Array(data).buffer) };
}

function readHeader(bytes: Buffer): { header: string; dataAt: number } {
  if (bytes.length < PREAMBLE + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error('it is not a NumPy array file');
  }
  const version = bytes.readUInt8(MAGIC.length);
  if (version < 1 || version > 3) throw new Error(`its format version ${version} is unknown`);
  const lengthBytes = version === 1 ? 2 : 4;
  const length = version === 1 ? bytes.readUInt16LE(PREAMBLE) : bytes.readUInt32LE(PREAMBLE);
  const headerAt = PREAMBLE + lengthBytes;
  const dataAt = headerAt + length;
  if (dataAt > bytes.length) throw new Error('it is cut short');
  return { header: bytes.toString(version === 3 ? 'utf8' : 'latin1', headerAt, dataAt), dataAt };
}
