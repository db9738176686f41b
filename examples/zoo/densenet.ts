/** DenseNet-121 (Huang et al. 2016, arXiv 1608.06993): each layer reads what all layers before it wrote. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import type { GraphBuilder, Value } from './graph-builder.js';
import {
  averagePool,
  batchNorm,
  conv,
  dense,
  globalAverage,
  maxPool,
  relu,
  type Convolution,
} from './layers.js';

const BLOCKS = [6, 12, 24, 16];
const STEM = 64;
const GROWTH = 32;
/** Channels of the 1x1 convolution before each 3x3 one. */
const BOTTLENECK = 4 * GROWTH;

export function denseNet121(options: ImageOptions): Uint8Array {
  return imageClassifier(options, (graph, image, classes) => {
    let x = conv(graph, image, { from: 3, to: STEM, kernel: 7, stride: 2, pad: 3, bias: false });
    x = maxPool(graph, relu(graph, batchNorm(graph, x, STEM)), { kernel: 3, stride: 2, pad: 1 });
    let channels = STEM;
    for (const [index, layers] of BLOCKS.entries()) {
      if (index > 0) {
        x = preactivated(graph, x, { from: channels, to: channels / 2, kernel: 1 });
        x = averagePool(graph, x, { kernel: 2, stride: 2 });
        channels /= 2;
      }
      for (let layer = 0; layer < layers; layer++, channels += GROWTH) x = grown(graph, x, channels);
    }
    x = relu(graph, batchNorm(graph, x, channels));
    return dense(graph, globalAverage(graph, x), channels, classes);
  });
}

/** What came in, and beside it as many new channels as the growth rate. */
function grown(graph: GraphBuilder, x: Value, from: number): Value {
  const narrow = preactivated(graph, x, { from, to: BOTTLENECK, kernel: 1 });
  const fresh = preactivated(graph, narrow, { from: BOTTLENECK, to: GROWTH, kernel: 3, pad: 1 });
  return graph.op('Concat', [x, fresh], { axis: 1 });
}

/** Normalisation and ReLU come before the convolution. */
function preactivated(graph: GraphBuilder, x: Value, layer: Convolution): Value {
  return conv(graph, relu(graph, batchNorm(graph, x, layer.from)), { ...layer, bias: false });
}
