/** AlexNet in one column (Krizhevsky 2014, arXiv 1404.5997), as in torchvision. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import { conv, dense, maxPool, relu, type Convolution } from './layers.js';

const CONVOLUTIONS: readonly (Convolution & { readonly pooled: boolean })[] = [
  { from: 3, to: 64, kernel: 11, stride: 4, pad: 2, pooled: true },
  { from: 64, to: 192, kernel: 5, pad: 2, pooled: true },
  { from: 192, to: 384, kernel: 3, pad: 1, pooled: false },
  { from: 384, to: 256, kernel: 3, pad: 1, pooled: false },
  { from: 256, to: 256, kernel: 3, pad: 1, pooled: true },
];
const FEATURES = 256 * 6 * 6;
const HIDDEN = 4096;

export function alexNet(options: ImageOptions): Uint8Array {
  return imageClassifier(options, (graph, image, classes) => {
    let x = image;
    for (const layer of CONVOLUTIONS) {
      x = relu(graph, conv(graph, x, layer));
      if (layer.pooled) x = maxPool(graph, x, { kernel: 3, stride: 2 });
    }
    x = relu(graph, dense(graph, graph.op('Flatten', [x]), FEATURES, HIDDEN));
    x = relu(graph, dense(graph, x, HIDDEN, HIDDEN));
    return dense(graph, x, HIDDEN, classes);
  });
}
