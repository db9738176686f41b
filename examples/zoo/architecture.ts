/** What every architecture of the zoo takes. */
import { GraphBuilder, type Value } from './graph-builder.js';
import type { WeightSource } from './weights.js';

export interface ImageOptions {
  readonly weights: WeightSource;
  /** Side of the square image; 224 unless told. AlexNet and VGG are made for 224. */
  readonly image?: number;
  readonly batch?: number | string;
  readonly classes?: number;
}

const CHANNELS = 3;

/** A classifier of images: one input `image` [batch, 3, side, side], one output [batch, classes]. */
export function imageClassifier(
  { weights, image = 224, batch = 1, classes = 1000 }: ImageOptions,
  network: (graph: GraphBuilder, image: Value, classes: number, side: number) => Value,
): Uint8Array {
  const graph = new GraphBuilder(weights);
  const input = graph.input('image', [batch, CHANNELS, image, image]);
  return graph.build(network(graph, input, classes, image), [batch, classes]);
}
