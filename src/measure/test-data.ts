/** ONNX test data: a TensorProto in a `.pb` file, as in the folders test_data_set_N of the ONNX model zoo. */
import { fromBinary } from '@bufbuild/protobuf';
import { TensorProtoSchema } from '../onnx/generated/onnx_pb.js';
import type { TensorProto } from '../onnx/generated/onnx_pb.js';
import { elementCount, elementType, findTensorType } from './tensor-types.js';
import type { TensorContent, TensorData, TensorType } from './tensor-types.js';

/**
 * Reads the bytes of a tensor in ONNX's protobuf format.
 * @throws Error whose message completes "FILE cannot be used: ...".
 */
export function parseTestData(bytes: Uint8Array): TensorContent {
  const tensor = decode(bytes);
  const code = tensor.dataType;
  const type = findTensorType(({ onnx }) => onnx === code);
  if (type === undefined) throw new Error(`its element type ${code} is none that ONNX Runtime takes`);
  if (tensor.externalData.length > 0) throw new Error('its data lies in another file');
  const shape = tensor.dims.map(Number);
  const count = elementCount(shape);
  if (shape.some((size) => size < 0) || !Number.isSafeInteger(count))
    throw new Error('its shape is impossible');
  const data = type === 'string' ? tensor.stringData.map(decodeText) : elements(tensor, type);
  if (data.length !== count)
    throw new Error(`its shape announces ${count} elements, but it has ${data.length}`);
  return { type, shape, data };
}

function decode(bytes: Uint8Array): TensorProto {
  try {
    return fromBinary(TensorProtoSchema, bytes);
  } catch (cause) {
    throw new Error('it is not a tensor in the format of ONNX test data', { cause });
  }
}

const decodeText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Elements lie in `raw_data` or in the field of their type (onnx.proto, TensorProto). */
function elements(tensor: TensorProto, type: TensorType): TensorData {
  const { array: ElementArray, bytes: width } = elementType(type);
  if (ElementArray === undefined) throw new TypeError(`${type} has no bytes`);
  if (tensor.rawData.length > 0) {
    if (tensor.rawData.length % width !== 0) throw new Error('it ends within an element');
    return new ElementArray(new Uint8Array(tensor.rawData).buffer);
  }
  const values = typedField(tensor, type);
  const data = new ElementArray(new ArrayBuffer(values.length * width));
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    for (const [i, value] of values.entries()) data[i] = BigInt(value);
  } else {
    for (const [i, value] of values.entries()) data[i] = Number(value);
  }
  return data;
}

function typedField(tensor: TensorProto, type: TensorType): readonly (number | bigint)[] {
  switch (type) {
    case 'float32':
      return tensor.floatData;
    case 'float64':
      return tensor.doubleData;
    case 'int64':
      return tensor.int64Data;
    case 'uint32':
    case 'uint64':
      return tensor.uint64Data;
    case 'float16':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'uint8':
    case 'uint16':
    case 'bool':
    case 'string':
      return tensor.int32Data;
  }
}
