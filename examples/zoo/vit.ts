/** Vision Transformer (Dosovitskiy et al. 2020, arXiv 2010.11929), attention unfused. */
import { imageClassifier, type ImageOptions } from './architecture.js';
import type { GraphBuilder, Value } from './graph-builder.js';
import { conv, dense, gelu, layerNorm, project } from './layers.js';

interface Size {
  readonly patch: number;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
}

const MLP_RATIO = 4;

const vit =
  (size: Size) =>
  (options: ImageOptions): Uint8Array =>
    imageClassifier(options, (graph, image, classes, side) => {
      const { patch, layers, width } = size;
      const patches = (side / patch) ** 2;
      const embedded = conv(graph, image, { from: 3, to: width, kernel: patch, stride: patch });
      const flat = graph.op('Reshape', [embedded, graph.integers([0, width, patches])]);
      const tokens = graph.op('Transpose', [flat], { perm: [0, 2, 1] });
      const sequence = graph.op('Concat', [graph.weight([1, 1, width]), tokens], { axis: 1 });
      let x = graph.op('Add', [sequence, graph.weight([1, patches + 1, width])]);
      for (let layer = 0; layer < layers; layer++) x = encoder(graph, x, size);
      x = layerNorm(graph, x, width);
      const first = graph.op('Slice', [x, ...[[0], [1], [1]].map((values) => graph.integers(values))]);
      return dense(graph, graph.op('Flatten', [first]), width, classes);
    });

function encoder(graph: GraphBuilder, x: Value, { width, heads }: Size): Value {
  const attended = graph.op('Add', [x, attention(graph, layerNorm(graph, x, width), width, heads)]);
  const hidden = gelu(graph, project(graph, layerNorm(graph, attended, width), width, MLP_RATIO * width));
  return graph.op('Add', [attended, project(graph, hidden, MLP_RATIO * width, width)]);
}

function attention(graph: GraphBuilder, x: Value, width: number, heads: number): Value {
  const joined = project(graph, x, width, 3 * width);
  const [query, key, value] = graph
    .ops('Split', 3, [joined], { axis: -1 })
    .map((part) => graph.op('Reshape', [part, graph.integers([0, 0, heads, width / heads])]));
  if (query === undefined || key === undefined || value === undefined) throw new TypeError('three parts');
  const byHead = (part: Value): Value => graph.op('Transpose', [part], { perm: [0, 2, 1, 3] });
  const scores = graph.op('MatMul', [byHead(query), graph.op('Transpose', [key], { perm: [0, 2, 3, 1] })]);
  const scaled = graph.op('Div', [scores, graph.scalar(Math.sqrt(width / heads))]);
  const mixed = graph.op('MatMul', [graph.op('Softmax', [scaled], { axis: -1 }), byHead(value)]);
  const together = graph.op('Reshape', [byHead(mixed), graph.integers([0, 0, width])]);
  return project(graph, together, width, width);
}

export const vitB16 = vit({ patch: 16, layers: 12, width: 768, heads: 12 });
export const vitB32 = vit({ patch: 32, layers: 12, width: 768, heads: 12 });
export const vitL16 = vit({ patch: 16, layers: 24, width: 1024, heads: 16 });
