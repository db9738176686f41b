/**
 * ResNet (He et al. 2015, arXiv 1512.03385), whose bottleneck strides in its 3x3 convolution (version 1.5), and ResNeXt
 * (Xie et al. 2016, arXiv 1611.05431), twice as wide inside and in 32 groups.
 */
import { imageClassifier, type ImageOptions } from './architecture.js';
import type { GraphBuilder, Value } from './graph-builder.js';
import { batchNorm, conv, dense, globalAverage, maxPool, relu, type Convolution } from './layers.js';

interface Block {
  /** Channels out of the block for each of its width. */
  readonly expansion: number;
  readonly layers: (from: number, width: number, stride: number) => readonly Convolution[];
}

const BASIC: Block = {
  expansion: 1,
  layers: (from, width, stride) => [
    { from, to: width, kernel: 3, stride, pad: 1 },
    { from: width, to: width, kernel: 3, pad: 1 },
  ],
};

const bottleneck = (widening: number, groups: number): Block => ({
  expansion: 4,
  layers: (from, width, stride) => [
    { from, to: widening * width, kernel: 1 },
    { from: widening * width, to: widening * width, kernel: 3, stride, pad: 1, groups },
    { from: widening * width, to: 4 * width, kernel: 1 },
  ],
});
const BOTTLENECK = bottleneck(1, 1);

const STEM = 64;

const resNet =
  (block: Block, depths: readonly number[]) =>
  (options: ImageOptions): Uint8Array =>
    imageClassifier(options, (graph, image, classes) => {
      let x = relu(graph, normalised(graph, image, { from: 3, to: STEM, kernel: 7, stride: 2, pad: 3 }));
      x = maxPool(graph, x, { kernel: 3, stride: 2, pad: 1 });
      let from = STEM;
      for (const [stage, depth] of depths.entries()) {
        const width = STEM * 2 ** stage;
        for (let index = 0; index < depth; index++, from = width * block.expansion) {
          x = residual(graph, x, block, from, width, index === 0 && stage > 0 ? 2 : 1);
        }
      }
      return dense(graph, globalAverage(graph, x), from, classes);
    });

function residual(
  graph: GraphBuilder,
  x: Value,
  { expansion, layers }: Block,
  from: number,
  width: number,
  stride: number,
): Value {
  const to = width * expansion;
  let y = x;
  for (const [index, layer] of layers(from, width, stride).entries()) {
    y = normalised(graph, index === 0 ? y : relu(graph, y), layer);
  }
  const same = from === to && stride === 1;
  const shortcut = same ? x : normalised(graph, x, { from, to, kernel: 1, stride });
  return relu(graph, graph.op('Add', [y, shortcut]));
}

function normalised(graph: GraphBuilder, x: Value, layer: Convolution): Value {
  return batchNorm(graph, conv(graph, x, { ...layer, bias: false }), layer.to);
}

export const resNet18 = resNet(BASIC, [2, 2, 2, 2]);
export const resNet50 = resNet(BOTTLENECK, [3, 4, 6, 3]);
export const resNet101 = resNet(BOTTLENECK, [3, 4, 23, 3]);
export const resNeXt50 = resNet(bottleneck(2, 32), [3, 4, 6, 3]);
