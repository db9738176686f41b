/**
 * Recurrent layers: for each time step, batch element and direction, every gate multiplies the input (I) and the
 * hidden state (H) into H values. X is [steps, batch, I], or [batch, steps, I] with layout 1.
 */
import { dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { SOFTMAX } from './work.js';
import { quantisedWeights, weights } from './weights.js';

const gateProducts =
  (gates: number): Cost =>
  (execution) => {
    const hidden = hiddenSize(execution);
    return steps(execution) * gates * hidden * (dimension(execution.input(0), -1) + hidden);
  };

/** Activations, gating products and sums of one cell for each hidden value, and its biases where there are some. */
const cell =
  (operations: number, gates: number): Cost =>
  (execution) =>
    steps(execution) * (operations + (execution.has(3) ? gates : 0)) * hiddenSize(execution);

function steps(execution: Execution): number {
  return directions(execution) * elements(execution.input(0).slice(0, 2));
}

function directions(execution: Execution): number {
  return execution.text('direction', 'forward') === 'bidirectional' ? 2 : 1;
}

/** The attribute, or the last dimension of the recurrence weights. */
function hiddenSize(execution: Execution): number {
  return execution.integer('hidden_size', 0) || dimension(execution.input(2), -1);
}

/** Memory of the additive attention (Bahdanau et al. 2014, arXiv 1409.0473): M is [batch, places, depth]. */
function memoryOf(execution: Execution): { places: number; depth: number; attention: number } {
  const [, places = 1, depth = 1] = execution.input(11);
  return { places, depth, attention: dimension(execution.input(8), -1) };
}

/**
 * An LSTM on the input beside the last context. Once for each memory its keys; then for each step the query, the
 * scores, the context and, where there are weights for it, the attention layer. W covers input and context.
 */
const attentive: Cost = (execution) => {
  const hidden = hiddenSize(execution);
  const { places, depth, attention } = memoryOf(execution);
  const keys = directions(execution) * elements(execution.input(11)) * attention;
  const gates = 4 * hidden * (dimension(execution.input(1), -1) + hidden);
  const attend = hidden * attention + places * (attention + depth);
  const layer = execution.has(13) ? elements(execution.input(13).slice(1)) : 0;
  return keys + steps(execution) * (gates + attend + layer);
};

/** For each step the cell, tanh of key and query, and the softmax over the places. */
const attentiveCell: Cost = (execution) => {
  const { places, attention } = memoryOf(execution);
  return cell(9, 4)(execution) + steps(execution) * places * (2 * attention + SOFTMAX);
};

export const RECURRENT: OperatorRules = {
  LSTM: { macs: gateProducts(4), elementwise: cell(9, 4), weights: weights(1, 2, 3, 7) },
  'com.microsoft.DynamicQuantizeLSTM': {
    macs: gateProducts(4),
    elementwise: cell(9, 4),
    weights: quantisedWeights(1, 2, 3, 7),
  },
  GRU: { macs: gateProducts(3), elementwise: cell(8, 3), weights: weights(1, 2, 3) },
  RNN: { macs: gateProducts(1), elementwise: cell(1, 1), weights: weights(1, 2, 3) },
  'com.microsoft.AttnLSTM': {
    macs: attentive,
    elementwise: attentiveCell,
    weights: weights(1, 2, 3, 7, 8, 9, 10, 13),
  },
};
