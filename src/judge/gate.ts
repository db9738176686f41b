/** The gate: one conclusion over all models of a run, and what to do next. */
import { formatEffect, formatPercent } from '../quantity.js';
import { type GatedModel, findingsOf } from './findings.js';
import { summaryOf } from './gate-summary.js';
import type { Comparison, Conclusion, Gate } from './judgement.js';

export type { GatedModel } from './findings.js';

export interface GatePolicy {
  /** Turn a failure into a warning. */
  readonly warnOnly: boolean;
  /** Fail also when a gated indicator could not be decided. */
  readonly failOnInconclusive: boolean;
  /** Relative gain beyond which an improvement is flagged as too good to be true; null: never. */
  readonly maxImprovement: number | null;
}

/**
 * Concludes over all models. A proven regression of a gated indicator fails the gate, whatever else is missing;
 * without one, a model that could not be compared makes it incomplete. `warnOnly` lets a failure pass and says
 * so; it does not make an incomplete run complete.
 */
export function concludeGate(models: readonly GatedModel[], policy: GatePolicy): Gate {
  const found = findingsOf(models, policy.maxImprovement);
  const fails = found.regressed.length > 0 || (policy.failOnInconclusive && found.undecided.length > 0);
  const incomplete = found.problems.length > 0;
  const warnOnly = fails && policy.warnOnly;
  const conclusion: Conclusion = fails && !warnOnly ? 'failed' : incomplete ? 'incomplete' : 'passed';
  return {
    conclusion,
    summary: summaryOf(models, found, { fails, warnOnly, incomplete }),
    failures: found.regressed.map(({ model, comparison }) => ({ model, indicator: comparison.indicator })),
    missing: found.problems.map(({ model, problem }) => ({ model, reason: problem.message })),
    warnOnly,
  };
}

/** One warning for each gain that is too good to be true: a gain that large is often a defect. */
export function improvementWarnings(
  model: GatedModel,
  { maxImprovement }: Pick<GatePolicy, 'maxImprovement'>,
): string[] {
  return findingsOf([model], maxImprovement).suspicious.map(
    ({ comparison }) =>
      `${gainOf(comparison)}: a gain beyond ${formatPercent(maxImprovement ?? 0)} can be a defect. Check that the head still computes what it should.`,
  );
}

function gainOf({ indicator, label, effect }: Comparison): string {
  return effect === null ? label : formatEffect(indicator, effect.ratio);
}
