/** SqueezeNet (Iandola et al. 2016, arXiv 1602.07360), version 1.1 with less computation and 1.0 as published. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import type { GraphBuilder, Value } from './graph-builder.js';
import { conv, globalAverage, maxPool, relu, type Convolution } from './layers.js';

interface Version {
  readonly stem: Convolution;
  /** Fire modules before which the image is halved, by their index. */
  readonly poolsBefore: readonly number[];
}

/** Channels of a fire module: squeezed to, expanded to by either kernel. */
const FIRES: readonly (readonly [squeeze: number, expand: number])[] = [
  [16, 64],
  [16, 64],
  [32, 128],
  [32, 128],
  [48, 192],
  [48, 192],
  [64, 256],
  [64, 256],
];

const squeezeNet =
  ({ stem, poolsBefore }: Version) =>
  (options: ImageOptions): Uint8Array =>
    imageClassifier(options, (graph, image, classes) => {
      let x = relu(graph, conv(graph, image, stem));
      let from = stem.to;
      for (const [index, [squeeze, expand]] of FIRES.entries()) {
        if (poolsBefore.includes(index)) x = maxPool(graph, x, { kernel: 3, stride: 2, ceil: true });
        x = fire(graph, x, from, squeeze, expand);
        from = 2 * expand;
      }
      x = relu(graph, conv(graph, x, { from, to: classes, kernel: 1 }));
      return globalAverage(graph, x);
    });

function fire(graph: GraphBuilder, x: Value, from: number, squeeze: number, expand: number): Value {
  const squeezed = relu(graph, conv(graph, x, { from, to: squeeze, kernel: 1 }));
  const narrow = relu(graph, conv(graph, squeezed, { from: squeeze, to: expand, kernel: 1 }));
  const wide = relu(graph, conv(graph, squeezed, { from: squeeze, to: expand, kernel: 3, pad: 1 }));
  return graph.op('Concat', [narrow, wide], { axis: 1 });
}

export const squeezeNet10 = squeezeNet({
  stem: { from: 3, to: 96, kernel: 7, stride: 2 },
  poolsBefore: [0, 3, 7],
});

export const squeezeNet11 = squeezeNet({
  stem: { from: 3, to: 64, kernel: 3, stride: 2 },
  poolsBefore: [0, 2, 4],
});
