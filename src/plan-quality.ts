/** The quality command of the configuration, for the models that have two sides to be evaluated. */
import type { PlannedModel } from './plan.js';
import type { RevisionRange } from './revisions/range.js';
import type { Workshop } from './workshop.js';

export function planQuality(
  models: readonly PlannedModel[],
  { base, head }: Pick<RevisionRange, 'base' | 'head'>,
  { evaluate }: Workshop,
): readonly PlannedModel[] {
  if (evaluate === null || base === null) return models;
  const sides = { base: () => evaluate(base), head: () => evaluate(head) };
  return models.map((model) => (model.status === 'changed' ? { ...model, evaluate: sides } : model));
}
