/**
 * The profile probe: the model with unique node names, for one profiled run whose events are told apart by name. Its
 * weights are external data in the original model file.
 */
import { create } from '@bufbuild/protobuf';
import { TensorProtoSchema, type TensorProto } from './generated/onnx_pb.js';
import type { Model } from './graph.js';
import { quote } from './format-fault.js';
import { encoded, stripped } from './probe-graph.js';
import { EXTERNAL, pointerOf } from './tensor.js';

/** The encoded ModelProto, or why there can be none. */
export type ProfileProbe =
  | { readonly status: 'possible'; readonly bytes: Uint8Array }
  | { readonly status: 'impossible'; readonly reason: string };

/**
 * The bytes are to be written beside the model file (`model.fileName`, a regular file, no link) and its external
 * data: the runtime reads weights from there.
 */
export function profileProbe(model: Model): ProfileProbe {
  const { graph, tensors, sparse } = stripped(model);
  if (sparse.length > 0) return impossible(`sparse constant ${quote(sparse[0] ?? '')}`);
  const packed = tensors.find((tensor) => pointerOf(tensor)?.encoding === 'varints');
  if (packed !== undefined)
    return impossible(`constant ${quote(packed.name)} with its data in variable-length integers`);
  graph.initializer.push(...tensors.map((tensor) => pointing(tensor, model.fileName)));
  return { status: 'possible', bytes: encoded(graph, model) };
}

function impossible(what: string): ProfileProbe {
  return { status: 'impossible', reason: `a profiled run cannot be given the ${what}` };
}

function pointing(tensor: TensorProto, fileName: string): TensorProto {
  const pointer = pointerOf(tensor);
  if (pointer === undefined) return tensor;
  const { name, dims, dataType } = tensor;
  return create(TensorProtoSchema, {
    name,
    dims,
    dataType,
    dataLocation: EXTERNAL,
    externalData: [
      { key: 'location', value: fileName },
      { key: 'offset', value: String(pointer.offset) },
      { key: 'length', value: String(pointer.length) },
    ],
  });
}
