import type { Comparison, ModelJudgement } from './judgement.js';
import { relate } from './relation.js';
import { sentenceOf } from './sentence.js';
import type { SetUp } from './set-up.js';

/** What the gate says of one model that was compared: its relation, and the sentence that states it. */
export function judgeModel(
  comparisons: readonly Comparison[],
  required: readonly string[],
  setUp: SetUp,
): ModelJudgement {
  const standing = relate(comparisons, required);
  return { ...standing, sentence: sentenceOf(standing, comparisons, setUp) };
}
