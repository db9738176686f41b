/** A stack of LSTM layers (Hochreiter and Schmidhuber 1997) with a dense layer on every step. */
import { ABSENT, GraphBuilder } from './graph-builder.js';
import { project } from './layers.js';
import type { WeightSource } from './weights.js';

export interface LstmOptions {
  readonly weights: WeightSource;
  readonly steps?: number;
  readonly batch?: number;
  readonly inputs?: number;
  readonly hidden?: number;
  readonly layers?: number;
  readonly bidirectional?: boolean;
  readonly outputs?: number;
}

/** Input `sequence` [steps, batch, inputs], output [steps, batch, outputs]. */
export function lstm(options: LstmOptions): Uint8Array {
  const { weights, steps = 20, batch = 1, inputs = 40, hidden = 128, layers = 2, outputs = 10 } = options;
  const directions = options.bidirectional === true ? 2 : 1;
  const graph = new GraphBuilder(weights);
  let x = graph.input('sequence', [steps, batch, inputs]);
  let width = inputs;
  for (let layer = 0; layer < layers; layer++, width = directions * hidden) {
    const kernels = [
      graph.weight([directions, 4 * hidden, width], width),
      graph.weight([directions, 4 * hidden, hidden], hidden),
      graph.weight([directions, 8 * hidden], hidden),
    ];
    const y = graph.op('LSTM', [x, ...kernels, ABSENT, ABSENT, ABSENT], {
      hidden_size: hidden,
      direction: directions === 2 ? 'bidirectional' : 'forward',
    });
    // [steps, directions, batch, hidden] to [steps, batch, directions x hidden]
    const byStep = graph.op('Transpose', [y], { perm: [0, 2, 1, 3] });
    x = graph.op('Reshape', [byStep, graph.integers([0, 0, directions * hidden])]);
  }
  return graph.build(project(graph, x, width, outputs), [steps, batch, outputs]);
}
