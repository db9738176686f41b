/** VGG (Simonyan and Zisserman 2014, arXiv 1409.1556), configurations D and E. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import { conv, dense, maxPool, relu } from './layers.js';

/** Convolutions of each stage, and their channels. */
type Stages = readonly (readonly [count: number, channels: number])[];

const HIDDEN = 4096;
const REDUCTION = 32;

const vgg =
  (stages: Stages) =>
  (options: ImageOptions): Uint8Array =>
    imageClassifier(options, (graph, image, classes, side) => {
      let x = image;
      let from = 3;
      for (const [count, to] of stages) {
        for (let layer = 0; layer < count; layer++, from = to) {
          x = relu(graph, conv(graph, x, { from, to, kernel: 3, pad: 1 }));
        }
        x = maxPool(graph, x, { kernel: 2, stride: 2 });
      }
      const features = from * (side / REDUCTION) ** 2;
      x = relu(graph, dense(graph, graph.op('Flatten', [x]), features, HIDDEN));
      x = relu(graph, dense(graph, x, HIDDEN, HIDDEN));
      return dense(graph, x, HIDDEN, classes);
    });

export const vgg16 = vgg([
  [2, 64],
  [2, 128],
  [3, 256],
  [3, 512],
  [3, 512],
]);

export const vgg19 = vgg([
  [2, 64],
  [2, 128],
  [4, 256],
  [4, 512],
  [4, 512],
]);
