/**
 * Attention by a recurrent state [key size, value size] for each head (Yang et al. 2024, arXiv 2412.06464; the update
 * rules as ai.onnx LinearAttention 27 states them), token by token: MACs of the outer product that updates the state,
 * of the value that the delta rules retrieve from it, and of the query that reads it. Chunked algorithms do more.
 */
import { dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { each, eachOf, together } from './work.js';

interface States {
  readonly tokens: number;
  /** Heads that have a state, and heads that read one. */
  readonly states: number;
  readonly readers: number;
  readonly keySize: number;
  readonly valueSize: number;
}

/** Heads lie in the last dimension: [batch, tokens, heads x size]. */
function flat(execution: Execution): States {
  const queries = execution.integer('q_num_heads', 1);
  const states = execution.integer('kv_num_heads', 1);
  return {
    tokens: elements(execution.input(0).slice(0, -1)),
    states,
    readers: Math.max(queries, states),
    keySize: dimension(execution.input(0), -1) / queries,
    valueSize: dimension(execution.input(2), -1) / states,
  };
}

/** Heads have a dimension: [..., tokens, heads, size]. */
function byHead(execution: Execution): States {
  const value = execution.input(2);
  const states = dimension(value, -2);
  return {
    tokens: elements(value.slice(0, -2)),
    states,
    readers: Math.max(states, dimension(execution.input(0), -2)),
    keySize: dimension(execution.input(0), -1),
    valueSize: dimension(value, -1),
  };
}

const ruleOf = (execution: Execution): string => execution.text('update_rule', 'gated_delta');

const stateProducts =
  (statesOf: (execution: Execution) => States): Cost =>
  (execution) => {
    const { tokens, states, readers, keySize, valueSize } = statesOf(execution);
    const updates = ruleOf(execution).includes('delta') ? 2 : 1;
    return tokens * (updates * states + readers) * keySize * valueSize;
  };

/** The state decays, the delta is a difference times a rate, the result is scaled. */
const stateWork =
  (statesOf: (execution: Execution) => States): Cost =>
  (execution) => {
    const { tokens, states, keySize, valueSize } = statesOf(execution);
    const rule = ruleOf(execution);
    const decay = rule.includes('gated') ? keySize * valueSize : 0;
    const delta = rule.includes('delta') ? 2 * valueSize : 0;
    return tokens * states * (decay + delta) + elements(execution.output(0));
  };

/** Exponential of each decay that is given. */
const decays =
  (operand: number): Cost =>
  (execution) =>
    execution.has(operand) ? elements(execution.input(operand)) : 0;

/** What `GatedDeltaNet` does to its operands first: decay from a raw gate, sigmoid of the rate, norms of the keys. */
const gates: Cost = (execution) => {
  const gate = execution.text('gate_activation', 'none') === 'qwen' ? 3 * elements(execution.input(4)) : 0;
  const rate = execution.text('beta_activation', 'none') === 'sigmoid' ? elements(execution.input(5)) : 0;
  const values = elements(execution.input(0)) + elements(execution.input(1));
  return gate + rate + (execution.integer('qk_l2_norm', 0) !== 0 ? 3 * values : 0);
};

const linear = { macs: stateProducts(flat), elementwise: together(stateWork(flat), decays(4)) };

/** Two root mean square norms (four for each value), their product, its sum, then the gate on the value. */
const engramGate = together(eachOf(0, 4), eachOf(1, 4), each(1));

export const LINEAR_ATTENTION: OperatorRules = {
  LinearAttention: linear,
  'com.microsoft.LinearAttention': linear,
  'com.microsoft.GatedDeltaNet': {
    macs: stateProducts(byHead),
    elementwise: together(stateWork(byHead), decays(4), gates),
  },
  // Sum, softplus, product; sigmoid.
  'com.microsoft.LinearAttentionGate': {
    elementwise: together(eachOf(0, 3), (execution) => (execution.has(3) ? elements(execution.input(3)) : 0)),
  },
  // The norms are multiplied with each other and summed: a contraction of the last dimension.
  'com.microsoft.EngramGate': {
    macs: eachOf(0),
    elementwise: engramGate,
    weights: { operands: [3, 4], single: true, quantised: false },
  },
};
