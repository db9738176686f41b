/** Real architectures in code: for tests, the demo and examples. */
import { alexNet } from './alexnet.js';
import type { ImageOptions } from './architecture.js';
import { denseNet121 } from './densenet.js';
import { mobileNetV2 } from './mobilenet.js';
import { resNeXt50, resNet101, resNet18, resNet50 } from './resnet.js';
import { squeezeNet10, squeezeNet11 } from './squeezenet.js';
import { vgg16, vgg19 } from './vgg.js';
import { vitB16, vitB32, vitL16 } from './vit.js';

export type ImageArchitecture = (options: ImageOptions) => Uint8Array;

/** Classifiers of images by the name that the field knows them by; each returns an encoded model. */
export const IMAGE_CLASSIFIERS = {
  alexnet: alexNet,
  vgg16,
  vgg19,
  'squeezenet1.0': squeezeNet10,
  'squeezenet1.1': squeezeNet11,
  resnet18: resNet18,
  resnet50: resNet50,
  resnet101: resNet101,
  resnext50_32x4d: resNeXt50,
  densenet121: denseNet121,
  mobilenet_v2: mobileNetV2,
  vit_b_16: vitB16,
  vit_b_32: vitB32,
  vit_l_16: vitL16,
} as const satisfies Readonly<Record<string, ImageArchitecture>>;

export { albert, bert, type EncoderOptions } from './bert.js';
export * from './twins.js';
export { lstm, type LstmOptions } from './lstm.js';
export { seeded, shapesOnly, type WeightSource } from './weights.js';
export { mobileNetV2 } from './mobilenet.js';
export { resNet18, resNet50 } from './resnet.js';
export { squeezeNet11 as squeezeNet } from './squeezenet.js';
export { type ImageOptions } from './architecture.js';
