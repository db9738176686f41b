/** The n-th mutant of a seed: the same bytes on every machine. */
import { sfc32 } from '../../src/measure/random.js';
import { ModelProtoSchema } from '../../src/onnx/generated/onnx_pb.js';
import { mutate } from './mutation.js';
import { specimens } from './specimens.js';
import { parseTree, placesOf } from './wire-tree.js';

/** @returns a function of the mutant's number, from 0. */
export function mutants(seed: number): (index: number) => Uint8Array {
  const models = Object.values(specimens()).map((bytes) => parseTree(ModelProtoSchema, bytes));
  const donors = models.flatMap(placesOf);
  return (index) => {
    const random = sfc32(seed, index);
    const model = models[Math.floor(random() * models.length)];
    if (model === undefined) throw new RangeError('no model to spoil');
    return mutate(model, donors, random);
  };
}
