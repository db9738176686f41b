/**
 * Twins: pairs of models that agree in some cost indicators and part ways in others, as the paper on the efficiency
 * misnomer has it (Dehghani et al. 2021, arXiv 2110.12894).
 */
import { GraphBuilder, type Value } from './graph-builder.js';
import { conv, relu } from './layers.js';
import type { WeightSource } from './weights.js';

export interface TwinOptions {
  readonly weights: WeightSource;
}

export interface ExpertOptions extends TwinOptions {
  readonly tokens?: number;
  readonly width?: number;
  /** Hidden values of one expert. */
  readonly hidden?: number;
  /** An even number. */
  readonly experts?: number;
  /** Experts that each token passes through. */
  readonly chosen?: number;
}

const EXPERTS = { tokens: 16, width: 64, hidden: 256, experts: 8, chosen: 2 };

/**
 * A mixture of experts (Shazeer et al. 2017, arXiv 1701.06538) in standard operators: of each token's chosen experts
 * alone the weights are gathered and multiplied. For a token width x experts + 2 x chosen x width x hidden MACs.
 */
export function mixtureOfExperts({ weights, ...options }: ExpertOptions): Uint8Array {
  const { tokens, width, hidden, experts, chosen } = { ...EXPERTS, ...options };
  const graph = new GraphBuilder(weights);
  const x = graph.input('tokens', [tokens, width]);
  const router = graph.op('MatMul', [x, graph.weight([width, experts], width)]);
  const [shares, which] = graph.ops('TopK', 2, [
    graph.op('Softmax', [router], { axis: -1 }),
    graph.integers([chosen]),
  ]);
  if (shares === undefined || which === undefined) throw new TypeError('two results');
  const through = (rows: Value, from: number, to: number): Value =>
    graph.op('MatMul', [rows, graph.op('Gather', [graph.weight([experts, from, to], from), which])]);
  const rows = graph.op('Reshape', [x, graph.integers([tokens, 1, 1, width])]);
  const answers = through(relu(graph, through(rows, width, hidden)), hidden, width);
  const weighted = graph.op('Mul', [answers, graph.op('Unsqueeze', [shares, graph.integers([2, 3])])]);
  const summed = graph.op('ReduceSum', [weighted, graph.integers([1, 2])], { keepdims: 0 });
  return graph.build(summed, [tokens, width]);
}

/** The dense twin: as many MACs for a token as router and chosen experts have, in one layer for all tokens. */
export function denseTwinOfExperts({ weights, ...options }: ExpertOptions): Uint8Array {
  const { tokens, width, hidden, experts, chosen } = { ...EXPERTS, ...options };
  const between = chosen * hidden + experts / 2;
  const graph = new GraphBuilder(weights);
  const x = graph.input('tokens', [tokens, width]);
  const up = relu(graph, graph.op('MatMul', [x, graph.weight([width, between], width)]));
  return graph.build(graph.op('MatMul', [up, graph.weight([between, width], between)]), [tokens, width]);
}

export interface ConvolutionOptions extends TwinOptions {
  readonly image?: number;
  readonly layers?: number;
}

/** With so many channels eight separable convolutions cost exactly what a dense one does: 9 C^2 = 8 (9 C + C^2). */
const CHANNELS = 72;

/** Dense 3x3 convolutions. */
export const denseConvolutions = ({ layers = 1, ...options }: ConvolutionOptions): Uint8Array =>
  convolutions(options, layers, (graph, x) => conv(graph, x, { ...SQUARE, kernel: 3, pad: 1 }));

/**
 * Depthwise-separable convolutions (Howard et al. 2017, arXiv 1704.04861): with eight times the layers the parameters
 * and MACs of the dense ones, with the same number of layers an eighth of them.
 */
export const separableConvolutions = ({ layers = 8, ...options }: ConvolutionOptions): Uint8Array =>
  convolutions(options, layers, (graph, x) => {
    const filtered = conv(graph, x, { ...SQUARE, kernel: 3, pad: 1, groups: CHANNELS });
    return conv(graph, filtered, { ...SQUARE, kernel: 1 });
  });

const SQUARE = { from: CHANNELS, to: CHANNELS, bias: false } as const;

function convolutions(
  { weights, image = 28 }: ConvolutionOptions,
  layers: number,
  layer: (graph: GraphBuilder, x: Value) => Value,
): Uint8Array {
  const graph = new GraphBuilder(weights);
  const shape = [1, CHANNELS, image, image];
  let x = graph.input('features', shape);
  for (let index = 0; index < layers; index++) x = relu(graph, layer(graph, x));
  return graph.build(x, shape);
}

export interface StackOptions extends TwinOptions {
  readonly tokens?: number;
  /** Of input and output, and of the narrow layers. */
  readonly width?: number;
}

/** Layers of the wide twin between the two that widen and narrow. */
const SHALLOW = 2;

/** Twelve layers of one width. */
export const deepNarrow = (options: StackOptions): Uint8Array => stack(options, 1, 2 + 4 * SHALLOW);

/** Four layers, of twice the width inside: exactly the parameters and MACs of the deep twin, a third of its depth. */
export const shallowWide = (options: StackOptions): Uint8Array => stack(options, 2, SHALLOW);

function stack(
  { weights, tokens = 16, width = 128 }: StackOptions,
  factor: number,
  layers: number,
): Uint8Array {
  const graph = new GraphBuilder(weights);
  const inner = factor * width;
  const widths = [width, ...Array<number>(layers + 1).fill(inner), width];
  let x = graph.input('tokens', [tokens, width]);
  for (const [index, to] of widths.slice(1).entries()) {
    const from = widths[index] ?? width;
    x = relu(graph, graph.op('MatMul', [x, graph.weight([from, to], from)]));
  }
  return graph.build(x, [tokens, width]);
}
