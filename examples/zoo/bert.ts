/**
 * BERT (Devlin et al. 2018, arXiv 1810.04805) and ALBERT (Lan et al. 2019, arXiv 1909.11942): the same encoder, whose
 * layers ALBERT shares. Both end in the pooler on the first token. Attention unfused.
 */
import { GraphBuilder, TYPE, type Value } from './graph-builder.js';
import { gelu, linear, norm, type Layer } from './layers.js';
import type { WeightSource } from './weights.js';

export interface EncoderOptions {
  readonly weights: WeightSource;
  readonly batch?: number | string;
  /** Tokens; 128 unless told. */
  readonly sequence?: number;
  readonly layers?: number;
  readonly width?: number;
  readonly heads?: number;
  readonly vocabulary?: number;
}

interface Family {
  readonly vocabulary: number;
  /** Of the embeddings, where they are narrower than the layers. */
  readonly embedding?: number;
  readonly shared: boolean;
}

const POSITIONS = 512;
const SEGMENTS = 2;
const MLP_RATIO = 4;
/** What a masked score is lowered by. */
const MASKED = -10_000;

const encoder =
  (family: Family) =>
  ({ weights, batch = 1, sequence = 128, ...size }: EncoderOptions): Uint8Array => {
    const { layers = 12, width = 768, heads = 12, vocabulary = family.vocabulary } = size;
    const embedding = family.embedding ?? width;
    const graph = new GraphBuilder(weights);
    const ids = graph.input('input_ids', [batch, sequence], TYPE.int64);
    const segments = graph.input('token_type_ids', [batch, sequence], TYPE.int64);
    const mask = lowered(graph, graph.input('attention_mask', [batch, sequence]));

    const positions = graph.op('Slice', [
      graph.weight([POSITIONS, embedding]),
      ...[[0], [sequence], [0]].map((values) => graph.integers(values)),
    ]);
    const looked = (rows: number, which: Value): Value =>
      graph.op('Gather', [graph.weight([rows, embedding]), which], { axis: 0 });
    const summed = graph.op('Add', [looked(vocabulary, ids), looked(SEGMENTS, segments)]);
    let x = norm(graph, embedding)(graph.op('Add', [summed, positions]));
    if (embedding !== width) x = linear(graph, embedding, width)(x);

    const make = (): Layer => encoderLayer(graph, mask, width, heads);
    const one = make();
    for (let layer = 0; layer < layers; layer++) x = (family.shared || layer === 0 ? one : make())(x);

    const first = graph.op('Gather', [x, graph.index(0)], { axis: 1 });
    const pooled = graph.op('Tanh', [linear(graph, width, width)(first)]);
    return graph.build(pooled, [batch, width]);
  };

/** Scores are lowered where the mask is zero. */
function lowered(graph: GraphBuilder, mask: Value): Value {
  const byHead = graph.op('Unsqueeze', [mask, graph.integers([1, 2])]);
  const absent = graph.op('Sub', [graph.scalar(1), byHead]);
  return graph.op('Mul', [absent, graph.scalar(MASKED)]);
}

function encoderLayer(graph: GraphBuilder, mask: Value, width: number, heads: number): Layer {
  const attend = attention(graph, mask, width, heads);
  const attended = norm(graph, width);
  const up = linear(graph, width, MLP_RATIO * width);
  const down = linear(graph, MLP_RATIO * width, width);
  const answered = norm(graph, width);
  return (x) => {
    const middle = attended(graph.op('Add', [attend(x), x]));
    return answered(graph.op('Add', [down(gelu(graph, up(middle))), middle]));
  };
}

function attention(graph: GraphBuilder, mask: Value, width: number, heads: number): Layer {
  const [query, key, value, output] = Array.from({ length: 4 }, () => linear(graph, width, width));
  if (query === undefined || key === undefined || value === undefined || output === undefined)
    throw new TypeError('four layers');
  const split = (x: Value, perm: readonly number[]): Value => {
    const parts = graph.op('Reshape', [x, graph.integers([0, 0, heads, width / heads])]);
    return graph.op('Transpose', [parts], { perm });
  };
  return (x) => {
    const scores = graph.op('MatMul', [split(query(x), [0, 2, 1, 3]), split(key(x), [0, 2, 3, 1])]);
    const scaled = graph.op('Div', [scores, graph.scalar(Math.sqrt(width / heads))]);
    const weights = graph.op('Softmax', [graph.op('Add', [scaled, mask])], { axis: -1 });
    const mixed = graph.op('MatMul', [weights, split(value(x), [0, 2, 1, 3])]);
    const merged = graph.op('Transpose', [mixed], { perm: [0, 2, 1, 3] });
    return output(graph.op('Reshape', [merged, graph.integers([0, 0, width])]));
  };
}

export const bert = encoder({ vocabulary: 30_522, shared: false });
export const albert = encoder({ vocabulary: 30_000, embedding: 128, shared: true });
