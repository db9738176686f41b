/** Rotary position embeddings (Su et al. 2021, arXiv 2104.09864): two products and a sum for each rotated value. */
import { ROTATION } from './attention-work.js';
import { all, dimension, elements, type Cost, type Execution, type OperatorRules } from './rule.js';
import { eachOf, together } from './work.js';

/** The size of a head: the last of four dimensions, a share of the last of three, or twice the cache's. */
function headSize(execution: Execution, cache: number): number {
  const input = execution.input(0);
  if (input.length === 4) return dimension(input, -1);
  const heads = execution.integer('num_heads', 0);
  return heads > 0 ? dimension(input, -1) / heads : 2 * dimension(execution.input(cache), -1);
}

/** Only the first values of each head may be rotated. */
const rotary =
  (cache: number): Cost =>
  (execution) => {
    const rotated = execution.integer('rotary_embedding_dim', 0);
    const values = elements(execution.input(0));
    return ROTATION * (rotated === 0 ? values : (values / headSize(execution, cache)) * rotated);
  };

export const ROTATIONS: OperatorRules = {
  RotaryEmbedding: { elementwise: rotary(1) },
  ...all('com.microsoft.RotaryEmbedding com.microsoft.MRotaryEmbedding', { elementwise: rotary(2) }),
  // Sine and cosine are computed as well.
  'com.microsoft.GemmaRotaryEmbedding': {
    elementwise: together(eachOf(0, 2), eachOf(1, ROTATION), eachOf(3, ROTATION)),
  },
};
