/** Facts of a TensorProto that need none of its weights. */
import { elementType, INT64, isIndex, type ElementType } from './element-types.js';
import { exact, FormatFault, product, quote } from './format-fault.js';
import type { SparseTensorProto, TensorProto } from './generated/onnx_pb.js';
import { IN_MODEL_FILE, INLINE_BYTES } from './lean-copy.js';

/** `data_location` of a payload in a file of its own (TensorProto.EXTERNAL). */
export const EXTERNAL = 1;

/** A tensor that is fixed in the model. */
export interface Constant {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly elements: number;
  /** Values of a small int64 or int32 tensor, such as a shape; null for every other. */
  readonly integers: readonly number[] | null;
  readonly values: Values;
}

/** Where the elements of a constant are. */
export type Values =
  | { readonly kind: 'tensor'; readonly tensor: TensorProto }
  /** Of the others, all zero, it tells no place. */
  | { readonly kind: 'sparse'; readonly tensor: TensorProto | undefined }
  /** Every element is this one; undefined: 0. */
  | { readonly kind: 'filled'; readonly tensor: TensorProto | undefined }
  | { readonly kind: 'listed'; readonly floats: readonly number[] };

/** @throws FormatFault for dimensions that are negative, too large or not those of the data. */
export function constantOf(name: string, tensor: TensorProto): Constant {
  const dims = dimsOf(name, tensor.dims);
  const stored = storedBytes(tensor);
  if (stored !== undefined) refuseMisfit(tensor, stored);
  return {
    name,
    type: elementType(tensor.dataType),
    dims,
    elements: product(dims, `a tensor ${quote(name)}`),
    integers: integersOf(tensor),
    values: { kind: 'tensor', tensor },
  };
}

/** A sparse tensor counts as the dense one that it stands for. */
export function sparseConstantOf(name: string, sparse: SparseTensorProto): Constant {
  const dims = dimsOf(name, sparse.dims);
  return {
    name,
    type: elementType(sparse.values?.dataType ?? 0),
    dims,
    elements: product(dims, `a tensor ${quote(name)}`),
    integers: null,
    values: { kind: 'sparse', tensor: sparse.values },
  };
}

/** More than any operator or library has a use for. */
const MOST_DIMENSIONS = 64;

/** @throws FormatFault */
export function dimsOf(name: string, dims: readonly bigint[]): number[] {
  refuseRank(dims.length, `the tensor ${quote(name)}`);
  return dims.map((dim) => {
    const size = exact(dim, `a dimension of ${quote(name)}`);
    if (size < 0)
      throw new FormatFault('invalid', `has the negative dimension ${size} in tensor ${quote(name)}`);
    return size;
  });
}

/** @throws FormatFault for more dimensions than there can be. */
export function refuseRank(rank: number, what: string): void {
  if (rank > MOST_DIMENSIONS)
    throw new FormatFault(
      'invalid',
      `has ${rank} dimensions in ${what}; at most ${MOST_DIMENSIONS} are taken`,
    );
}

function integersOf(tensor: TensorProto): readonly number[] | null {
  if (!isIndex(tensor.dataType) || tensor.dataLocation !== 0) return null;
  const { rawData, int64Data, int32Data } = tensor;
  if (rawData.length === 0) return tensor.dataType === INT64 ? int64Data.map(Number) : int32Data;
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  const width = tensor.dataType === INT64 ? 8 : 4;
  return Array.from({ length: Math.floor(rawData.length / width) }, (_, index) =>
    width === 8 ? Number(view.getBigInt64(index * width, true)) : view.getInt32(index * width, true),
  );
}

/** Bytes of the payload of a tensor stored as plain numbers; undefined for types without a width. */
export function payloadBytes({ name, dims, dataType }: TensorProto): number | undefined {
  const { bits } = elementType(dataType);
  const elements = product(dimsOf(name, dims), `a tensor ${quote(name)}`);
  return bits === 0 ? undefined : Math.ceil((elements * bits) / 8);
}

/** @throws FormatFault for a payload of another size than the dimensions say: its parameters could not be believed. */
export function refuseMisfit(tensor: TensorProto, bytes: number): void {
  const expected = payloadBytes(tensor);
  if (expected === undefined || expected === bytes) return;
  throw new FormatFault(
    'invalid',
    `has ${bytes} bytes of data for the tensor ${quote(tensor.name)}, whose dimensions take ${expected}`,
  );
}

/** Whether the payload is not in the lean copy, or so large that a model for shapes had better not hold it. */
export function isLarge(tensor: TensorProto): boolean {
  if (tensor.dataLocation !== 0) return true;
  const { rawData, floatData, int32Data, int64Data, doubleData, uint64Data } = tensor;
  const values =
    floatData.length + int32Data.length + int64Data.length + doubleData.length + uint64Data.length;
  return rawData.length > INLINE_BYTES || values > INLINE_BYTES;
}

/** Where a payload lies that was left in the model file. */
export interface Pointer {
  readonly offset: number;
  readonly length: number;
  /** `varints` are no plain little-endian numbers: nothing but a protobuf decoder can read them. */
  readonly encoding: 'bytes' | 'varints';
}

/** Undefined for a tensor whose payload is in the lean copy or in a file of its own. */
export function pointerOf(tensor: TensorProto): Pointer | undefined {
  if (tensor.dataLocation !== IN_MODEL_FILE) return undefined;
  const entries = entriesOf(tensor);
  return {
    offset: Number(entries.get('offset')),
    length: Number(entries.get('length')),
    encoding: entries.get('encoding') === 'varints' ? 'varints' : 'bytes',
  };
}

/** Bytes of a payload in the model file; undefined for none, and for one whose size its encoding hides. */
function storedBytes(tensor: TensorProto): number | undefined {
  const pointer = pointerOf(tensor);
  if (pointer !== undefined) return pointer.encoding === 'bytes' ? pointer.length : undefined;
  return tensor.rawData.length > 0 ? tensor.rawData.length : undefined;
}

export function entriesOf(tensor: TensorProto): ReadonlyMap<string, string> {
  return new Map(tensor.externalData.map(({ key, value }) => [key, value]));
}
