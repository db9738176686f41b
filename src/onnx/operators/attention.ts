/**
 * Attention (Vaswani et al. 2017, arXiv 1706.03762), counted as the graph that it stands for: query by key and scores
 * by value for every pair of positions, masked or not, and before that the projections that an operator includes.
 * For each score: the scale (exporters put it there; the definition of ai.onnx scales query and key instead), a mask
 * or bias, a soft cap, the softmax.
 */
import { attentionWork, lengthOf, projected, projectedValues, type Heads } from './attention-work.js';
import { dimension, elements, type Execution, type OperatorRules } from './rule.js';
import { quantisedWeights, weights } from './weights.js';
import { QUANTISATION } from './work.js';

/** ai.onnx Attention: 4-D by heads, or 3-D with the heads in the last dimension. */
function standard(execution: Execution): Heads {
  const query = execution.input(0);
  const split = query.length === 4;
  const heads = split ? dimension(query, 1) : execution.integer('q_num_heads', 1);
  const width = split ? heads : 1;
  const fresh = dimension(execution.input(1), split ? 2 : 1);
  return {
    batch: dimension(query, 0),
    heads,
    queries: dimension(query, split ? 2 : 1),
    keys: lengthOf(execution, 4, 2) + fresh,
    fresh,
    queryWidth: width * dimension(query, -1),
    valueWidth: width * dimension(execution.output(0), -1),
    masked: execution.has(3) || execution.integer('is_causal', 0) !== 0,
  };
}

/** Of com.microsoft: the result is [batch, queries, heads x value size], and masks are operands or causal. */
function merged(
  execution: Execution,
  { masks, ...known }: Pick<Heads, 'keys' | 'fresh'> & Partial<Heads> & { masks: readonly number[] },
): Heads {
  const [batch = 1, queries = 1] = execution.input(0);
  const valueWidth = dimension(execution.output(0), -1);
  const causal = execution.integer('unidirectional', 0) !== 0;
  const masked = causal || masks.some((mask) => execution.has(mask));
  const heads = execution.integer('num_heads', 1);
  return { batch, heads, queries, queryWidth: valueWidth, valueWidth, masked, ...known };
}

/** The operator projects its input; `past` and the second result are [2, batch, heads, length, head size]. */
const selfAttention =
  (past: number, masks: readonly number[]) =>
  (execution: Execution): Heads => {
    const fresh = dimension(execution.input(0), 1);
    const cached = execution.writes(1)
      ? dimension(execution.output(1), 3)
      : lengthOf(execution, past, 3) + fresh;
    const [queryWidth = dimension(execution.output(0), -1)] = execution.integers('qkv_hidden_sizes') ?? [];
    return merged(execution, { keys: cached, fresh, queryWidth, masks });
  };

/** Keys come as [batch, length, width], packed [batch, length, heads, 2, size] or cached [batch, heads, length, size]. */
const multiHead =
  (masks: readonly number[], past: number) =>
  (execution: Execution): Heads => {
    const query = execution.input(0);
    const key = execution.has(1) ? execution.input(1) : query;
    const cached = key.length === 4;
    const given = dimension(key, cached ? 2 : 1);
    const keys = execution.writes(1)
      ? dimension(execution.output(1), 2)
      : lengthOf(execution, past, 2) + given;
    const queryWidth =
      query.length === 3 && execution.has(1) ? dimension(query, -1) : dimension(execution.output(0), -1);
    return merged(execution, { keys, fresh: cached ? 0 : given, queryWidth, masks });
  };

/** A cache may be longer than what it holds, which a constant total length tells. Causal unless told otherwise. */
function grouped(execution: Execution): Heads {
  const fresh = dimension(execution.input(0), 1);
  const cached = execution.writes(1) ? dimension(execution.output(1), 2) : lengthOf(execution, 3, 2) + fresh;
  const masked = execution.integer('causal', 1) !== 0 || execution.has(10);
  return merged(execution, { keys: execution.values(6)?.[0] ?? cached, fresh, masked, masks: [] });
}

/** Tokens without padding, counted with it: an upper bound. The offsets are [batch, sequence]. */
const padded =
  (offsets: number, mask: number) =>
  (execution: Execution): Heads => {
    const [batch = 1, length = 1] = execution.input(offsets);
    const [queryWidth = dimension(execution.output(0), -1)] = execution.integers('qkv_hidden_sizes') ?? [];
    return merged(execution, {
      batch,
      queries: length,
      keys: length,
      fresh: length,
      queryWidth,
      masks: [mask],
    });
  };

const integral = selfAttention(8, [5]);
const quantised = projected(integral, { weights: [1], bias: [2] });
const ordered = projected(selfAttention(18, [17, 19]), { weights: [5, 6, 7], bias: [11, 12, 13] });

export const ATTENTION: OperatorRules = {
  Attention: attentionWork(standard),
  'com.microsoft.Attention': {
    ...projected(selfAttention(4, [3, 5]), { weights: [1], bias: [2] }),
    weights: weights(1, 2),
  },
  'com.microsoft.DecoderMaskedSelfAttention': {
    ...projected(selfAttention(4, [3, 5]), { weights: [1], bias: [2] }),
    weights: weights(1, 2),
  },
  'com.microsoft.PackedAttention': {
    ...projected(padded(3, 5), { weights: [1], bias: [2] }),
    weights: weights(1, 2),
  },
  // The projection is an integer product, scaled to floats; the scores are floats.
  'com.microsoft.QAttention': {
    ...quantised,
    apart: { macs: attentionWork(integral).macs, contracts: [2] },
    elementwise: (execution) => quantised.elementwise(execution) + projectedValues(integral(execution)),
    weights: quantisedWeights(1, 2),
  },
  'com.microsoft.QOrderedAttention': {
    ...ordered,
    contracts: [0, 5],
    elementwise: (execution) => ordered.elementwise(execution) + QUANTISATION * elements(execution.output(0)),
    weights: quantisedWeights(5, 6, 7, 11, 12, 13),
  },
  'com.microsoft.MultiHeadAttention': {
    ...attentionWork(multiHead([4, 5], 6), [3]),
    weights: weights(3),
  },
  'com.microsoft.DecoderMaskedMultiHeadAttention': {
    ...attentionWork(multiHead([3, 4], 5), [10]),
    weights: weights(10),
  },
  'com.microsoft.PackedMultiHeadAttention': {
    ...attentionWork(padded(4, 6), [3]),
    weights: weights(3),
  },
  'com.microsoft.GroupQueryAttention': { ...attentionWork(grouped), weights: weights(11, 14, 15) },
};
