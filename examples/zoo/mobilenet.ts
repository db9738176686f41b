/** MobileNetV2 (Sandler et al. 2018, arXiv 1801.04381), width 1. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import type { GraphBuilder, Value } from './graph-builder.js';
import { batchNorm, conv, dense, globalAverage, type Convolution } from './layers.js';

/** Table 2 of the paper: expansion, channels, repeats, stride of the first. */
const STAGES: readonly (readonly [expansion: number, to: number, repeats: number, stride: number])[] = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];
const STEM = 32;
const LAST = 1280;
const SIX = 6;

export function mobileNetV2(options: ImageOptions): Uint8Array {
  return imageClassifier(options, (graph, image, classes) => {
    let x = activated(graph, image, { from: 3, to: STEM, kernel: 3, stride: 2, pad: 1 });
    let from = STEM;
    for (const [expansion, to, repeats, stride] of STAGES) {
      for (let index = 0; index < repeats; index++, from = to) {
        x = invertedResidual(graph, x, { from, to, expansion, stride: index === 0 ? stride : 1 });
      }
    }
    x = activated(graph, x, { from, to: LAST, kernel: 1 });
    return dense(graph, globalAverage(graph, x), LAST, classes);
  });
}

interface InvertedResidual {
  readonly from: number;
  readonly to: number;
  readonly expansion: number;
  readonly stride: number;
}

function invertedResidual(
  graph: GraphBuilder,
  x: Value,
  { from, to, expansion, stride }: InvertedResidual,
): Value {
  const width = from * expansion;
  let y = expansion === 1 ? x : activated(graph, x, { from, to: width, kernel: 1 });
  y = activated(graph, y, { from: width, to: width, kernel: 3, stride, pad: 1, groups: width });
  y = normalised(graph, y, { from: width, to, kernel: 1 });
  return stride === 1 && from === to ? graph.op('Add', [x, y]) : y;
}

/** Convolution, normalisation and ReLU6. */
function activated(graph: GraphBuilder, x: Value, layer: Convolution): Value {
  return graph.op('Clip', [normalised(graph, x, layer), graph.scalar(0), graph.scalar(SIX)]);
}

function normalised(graph: GraphBuilder, x: Value, layer: Convolution): Value {
  return batchNorm(graph, conv(graph, x, { ...layer, bias: false }), layer.to);
}
