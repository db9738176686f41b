/**
 * The element types that ONNX Runtime takes from Node, in one table. It refuses the others (int4, uint4,
 * bfloat16, the float8 and complex types), tried with version 1.30.
 */

type Elements =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array;

/** The elements of a tensor, in row-major order. Half precision is kept as its bits, booleans as 0 and 1. */
export type TensorData = Elements | string[];

interface ElementType {
  readonly kind: 'float' | 'integer' | 'bool' | 'string';
  /** TensorProto.DataType of the ONNX format. */
  readonly onnx: number;
  /** Type code of NumPy without its byte order; absent where NumPy has none that is portable. */
  readonly npy?: string;
  /** Closed range of whole numbers that a setting can name; wider types stop at 2^53 - 1. */
  readonly bounds?: readonly [low: number, high: number];
  /** Absent for strings, which are not stored as bytes. */
  readonly array?: new (buffer: ArrayBuffer) => Elements;
  readonly bytes: number;
}

const LARGEST = Number.MAX_SAFE_INTEGER;
const integer = { kind: 'integer' } as const;
const float = { kind: 'float' } as const;

const TABLE = {
  float32: { ...float, onnx: 1, npy: 'f4', bytes: 4, array: Float32Array },
  float64: { ...float, onnx: 11, npy: 'f8', bytes: 8, array: Float64Array },
  float16: { ...float, onnx: 10, npy: 'f2', bytes: 2, array: Uint16Array },
  int8: { ...integer, onnx: 3, npy: 'i1', bytes: 1, array: Int8Array, bounds: [-(2 ** 7), 2 ** 7 - 1] },
  int16: { ...integer, onnx: 5, npy: 'i2', bytes: 2, array: Int16Array, bounds: [-(2 ** 15), 2 ** 15 - 1] },
  int32: { ...integer, onnx: 6, npy: 'i4', bytes: 4, array: Int32Array, bounds: [-(2 ** 31), 2 ** 31 - 1] },
  int64: { ...integer, onnx: 7, npy: 'i8', bytes: 8, array: BigInt64Array, bounds: [-LARGEST, LARGEST] },
  uint8: { ...integer, onnx: 2, npy: 'u1', bytes: 1, array: Uint8Array, bounds: [0, 2 ** 8 - 1] },
  uint16: { ...integer, onnx: 4, npy: 'u2', bytes: 2, array: Uint16Array, bounds: [0, 2 ** 16 - 1] },
  uint32: { ...integer, onnx: 12, npy: 'u4', bytes: 4, array: Uint32Array, bounds: [0, 2 ** 32 - 1] },
  uint64: { ...integer, onnx: 13, npy: 'u8', bytes: 8, array: BigUint64Array, bounds: [0, LARGEST] },
  bool: { kind: 'bool', onnx: 9, npy: 'b1', bytes: 1, array: Uint8Array, bounds: [0, 1] },
  // A string costs at least a pointer and a header in the runtime.
  string: { kind: 'string', onnx: 8, bytes: 32 },
} as const satisfies Record<string, ElementType>;

export type TensorType = keyof typeof TABLE;
export const TENSOR_TYPES = Object.keys(TABLE) as readonly TensorType[];

export function isTensorType(type: string): type is TensorType {
  return Object.hasOwn(TABLE, type);
}

/** The table's row of a type. */
export function elementType(type: TensorType): ElementType {
  return TABLE[type];
}

/** The type that fits, or undefined where the runtime takes none such from Node. */
export function findTensorType(fits: (row: ElementType) => boolean): TensorType | undefined {
  return TENSOR_TYPES.find((type) => fits(TABLE[type]));
}

/** All feeds of a model together may take this much; more would measure the machine's memory. */
export const MAX_FEED_BYTES = 2 ** 30;

/** Elements of a tensor of that shape; 1 for a scalar, Infinity or inexact beyond 2^53. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** A whole tensor, as read from a file. */
export interface TensorContent {
  readonly type: TensorType;
  readonly shape: readonly number[];
  readonly data: TensorData;
}
