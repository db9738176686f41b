/** What judging goes by, from the configuration. Fixed before anything is measured. */
import type { Config } from './config.js';
import { measuredIndicators } from './indicators.js';
import type { Policy } from './report.js';

/**
 * Timing decisions of a run, which share its error probability: every measured indicator of every model gets a
 * verdict, also one that the gate does not act on.
 * @param metered Whether counters of energy can be read.
 */
export function timingDecisions(models: number, metered = false): number {
  return Math.max(1, models) * measuredIndicators(metered).length;
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
    gridIntensity: config.gridIntensity,
    price: config.price,
    source: config.source,
  };
}
