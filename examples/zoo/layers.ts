/** Layers that the architectures share, as torchvision exports them. */
import type { Attributes, GraphBuilder, Value } from './graph-builder.js';

export interface Convolution {
  readonly from: number;
  readonly to: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly pad?: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

export function conv(graph: GraphBuilder, x: Value, layer: Convolution): Value {
  const { from, to, kernel, stride = 1, pad = 0, groups = 1, bias = true } = layer;
  const fanIn = (from / groups) * kernel * kernel;
  const weights = [graph.weight([to, from / groups, kernel, kernel], fanIn)];
  if (bias) weights.push(graph.weight([to], fanIn));
  return graph.op('Conv', [x, ...weights], {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [pad, pad, pad, pad],
    group: groups,
  });
}

export function batchNorm(graph: GraphBuilder, x: Value, channels: number): Value {
  const learned = [graph.weight([channels]), graph.weight([channels])];
  const statistics = [graph.uniform([channels], 0), graph.uniform([channels], 1)];
  return graph.op('BatchNormalization', [x, ...learned, ...statistics]);
}

export const relu = (graph: GraphBuilder, x: Value): Value => graph.op('Relu', [x]);

export interface Pooling {
  readonly kernel: number;
  readonly stride: number;
  readonly pad?: number;
  readonly ceil?: boolean;
}

export function maxPool(graph: GraphBuilder, x: Value, pooling: Pooling): Value {
  return graph.op('MaxPool', [x], windowOf(pooling));
}

export function averagePool(graph: GraphBuilder, x: Value, pooling: Pooling): Value {
  return graph.op('AveragePool', [x], windowOf(pooling));
}

function windowOf({ kernel, stride, pad = 0, ceil = false }: Pooling): Attributes {
  return {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [pad, pad, pad, pad],
    ceil_mode: ceil ? 1 : 0,
  };
}

export function globalAverage(graph: GraphBuilder, x: Value): Value {
  return graph.op('Flatten', [graph.op('GlobalAveragePool', [x])]);
}

/** A dense layer on [batch, from]. */
export function dense(graph: GraphBuilder, x: Value, from: number, to: number): Value {
  return graph.op('Gemm', [x, graph.weight([to, from], from), graph.weight([to], from)], { transB: 1 });
}

/** A layer with weights of its own: applied twice, it shares them. */
export type Layer = (x: Value) => Value;

/** A dense layer on [..., from]. */
export function linear(graph: GraphBuilder, from: number, to: number): Layer {
  const weight = graph.weight([from, to], from);
  const bias = graph.weight([to], from);
  return (x) => graph.op('Add', [graph.op('MatMul', [x, weight]), bias]);
}

export function project(graph: GraphBuilder, x: Value, from: number, to: number): Value {
  return linear(graph, from, to)(x);
}

export function norm(graph: GraphBuilder, size: number): Layer {
  const learned = [graph.weight([size]), graph.weight([size])];
  return (x) => graph.op('LayerNormalization', [x, ...learned], { axis: -1 });
}

export function layerNorm(graph: GraphBuilder, x: Value, size: number): Value {
  return norm(graph, size)(x);
}

/** GELU in its exact form, x/2 (1 + erf(x / sqrt 2)), as PyTorch exports it. */
export function gelu(graph: GraphBuilder, x: Value): Value {
  const erf = graph.op('Erf', [graph.op('Div', [x, graph.scalar(Math.SQRT2)])]);
  return graph.op('Mul', [graph.op('Mul', [x, graph.op('Add', [erf, graph.scalar(1)])]), graph.scalar(0.5)]);
}
