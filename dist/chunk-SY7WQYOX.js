import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/measure/quotation.ts
var LONGEST = 80;
function quoted(name) {
  const plain = name.replace(new RegExp("\\p{C}", "gu"), "?");
  return `\`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\``;
}
function firstLine(text, longest = 300) {
  const line = (text.trim().split("\n")[0] ?? "").replace(new RegExp("\\p{C}", "gu"), " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

// src/measure/tensor-types.ts
var LARGEST = Number.MAX_SAFE_INTEGER;
var integer = { kind: "integer" };
var float = { kind: "float" };
var TABLE = {
  float32: { ...float, onnx: 1, npy: "f4", bytes: 4, array: Float32Array },
  float64: { ...float, onnx: 11, npy: "f8", bytes: 8, array: Float64Array },
  float16: { ...float, onnx: 10, npy: "f2", bytes: 2, array: Uint16Array },
  int8: { ...integer, onnx: 3, npy: "i1", bytes: 1, array: Int8Array, bounds: [-(2 ** 7), 2 ** 7 - 1] },
  int16: { ...integer, onnx: 5, npy: "i2", bytes: 2, array: Int16Array, bounds: [-(2 ** 15), 2 ** 15 - 1] },
  int32: { ...integer, onnx: 6, npy: "i4", bytes: 4, array: Int32Array, bounds: [-(2 ** 31), 2 ** 31 - 1] },
  int64: { ...integer, onnx: 7, npy: "i8", bytes: 8, array: BigInt64Array, bounds: [-LARGEST, LARGEST] },
  uint8: { ...integer, onnx: 2, npy: "u1", bytes: 1, array: Uint8Array, bounds: [0, 2 ** 8 - 1] },
  uint16: { ...integer, onnx: 4, npy: "u2", bytes: 2, array: Uint16Array, bounds: [0, 2 ** 16 - 1] },
  uint32: { ...integer, onnx: 12, npy: "u4", bytes: 4, array: Uint32Array, bounds: [0, 2 ** 32 - 1] },
  uint64: { ...integer, onnx: 13, npy: "u8", bytes: 8, array: BigUint64Array, bounds: [0, LARGEST] },
  bool: { kind: "bool", onnx: 9, npy: "b1", bytes: 1, array: Uint8Array, bounds: [0, 1] },
  // A string costs at least a pointer and a header in the runtime.
  string: { kind: "string", onnx: 8, bytes: 32 }
};
var TENSOR_TYPES = Object.keys(TABLE);
function isTensorType(type) {
  return Object.hasOwn(TABLE, type);
}
function elementType(type) {
  return TABLE[type];
}
function findTensorType(fits) {
  return TENSOR_TYPES.find((type) => fits(TABLE[type]));
}
var MAX_FEED_BYTES = 2 ** 30;
function elementCount(shape) {
  return shape.reduce((product, size) => product * size, 1);
}

export {
  quoted,
  firstLine,
  TENSOR_TYPES,
  isTensorType,
  elementType,
  findTensorType,
  MAX_FEED_BYTES,
  elementCount
};
