/** The gate: one conclusion over all models of a run, and what to do next. */
import { EXIT, exitStatusOf } from '../errors.js';
import { type GatedModel, findingsOf } from './findings.js';
import { summaryOf } from './gate-summary.js';
import type { Conclusion, Gate } from './judgement.js';

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
 * without one, a model that is wrong itself makes it an error, and one that could not be measured incomplete. `warnOnly` lets a failure pass and says
 * so; it does not make an incomplete run complete.
 */
export function concludeGate(models: readonly GatedModel[], policy: GatePolicy): Gate {
  const found = findingsOf(models, policy.maxImprovement);
  const fails = found.regressed.length > 0 || (policy.failOnInconclusive && found.undecided.length > 0);
  const incomplete = found.problems.length > 0;
  const wrong = found.problems.some(({ problem }) => exitStatusOf(problem.kind) === EXIT.misuse);
  const warnOnly = fails && policy.warnOnly;
  const open: Conclusion = wrong ? 'error' : incomplete ? 'incomplete' : 'passed';
  return {
    conclusion: fails && !warnOnly ? 'failed' : open,
    summary: summaryOf(models, found, { fails, warnOnly, wrong, incomplete }),
    failures: found.regressed.map(({ model, comparison }) => ({ model, indicator: comparison.indicator })),
    missing: found.problems.map(({ model, problem }) => ({ model, reason: problem.message })),
    warnOnly,
  };
}
