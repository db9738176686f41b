/** What judging goes by, from the configuration. Fixed before anything is measured. */
import type { Config } from './config.js';
import { MEASURED } from './indicators.js';
import type { Policy } from './report.js';

/**
 * Timing decisions of a run, which share its error probability: every measured indicator of every model gets a
 * verdict, also one that the gate does not act on.
 * @param own Indicators that benchmarks of the user's own report.
 */
export function timingDecisions(models: number, own = 0): number {
  const decisions = models * MEASURED.length + own;
  return decisions === 0 ? MEASURED.length : decisions;
}

export function policyOf(config: Config, decisions: number): Policy {
  return {
    alpha: config.alpha,
    decisions,
    tolerances: config.tolerances,
    required: config.required,
    warnOnly: config.warnOnly,
    failOnInconclusive: config.failOnInconclusive,
    maxImprovement: config.maxImprovement,
    source: config.source,
  };
}
