/**
 * The same model with weights that are stored instead of made by `ConstantOfShape`: the runtime makes those anew in
 * each unoptimised run and counts them with the activations. What is stored is one file of zeros without a block on
 * the disk.
 */
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import path from 'node:path';
import { create } from '@bufbuild/protobuf';
import { TensorProtoSchema } from '../../src/onnx/generated/onnx_pb.js';
import type { Model } from '../../src/onnx/graph.js';
import { EXTERNAL } from '../../src/onnx/tensor.js';
import { bytesOf } from '../../src/onnx/value-types.js';

const ZEROS = 'zeros.bin';

/** Changes the message of the model, main graph only. @param folder Where the probe of the model will lie. */
export function storeWeights({ proto, constants }: Model, folder: string): void {
  const { graph } = proto;
  let most = 0;
  graph.node = graph.node.filter(({ opType, output }) => {
    const made = opType === 'ConstantOfShape' ? constants.get(output[0] ?? '') : undefined;
    const length = made && bytesOf(made.dims, made.type);
    if (made === undefined || length === undefined) return true;
    most = Math.max(most, length);
    const externalData = Object.entries({ location: ZEROS, offset: '0', length: String(length) });
    graph.initializer.push(
      create(TensorProtoSchema, {
        name: made.name,
        dims: made.dims.map(BigInt),
        dataType: made.type.code,
        dataLocation: EXTERNAL,
        externalData: externalData.map(([key, value]) => ({ key, value })),
      }),
    );
    return false;
  });
  const file = openSync(path.join(folder, ZEROS), 'w');
  ftruncateSync(file, most);
  closeSync(file);
}
