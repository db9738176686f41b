/** What judging goes by, from the configuration. Fixed before anything is measured. */
import type { Config } from './config.js';
import { measuredIndicators, ON_DEVICE } from './indicators.js';
import type { Policy } from './report.js';

/**
 * Timing decisions of a run, which share its error probability: every measured indicator of every model gets a
 * verdict, also one that the gate does not act on.
 * @param own Indicators that benchmarks of the user's own report.
 * @param metered Whether counters of energy can be read.
 * @param onDevice Models of which the card that they run on can be read.
 */
export function timingDecisions(
  models: number,
  {
    own = 0,
    metered = false,
    onDevice = 0,
  }: { readonly own?: number; readonly metered?: boolean; readonly onDevice?: number } = {},
): number {
  const ofModel = measuredIndicators(metered).length;
  const decisions = models * ofModel + onDevice * ON_DEVICE.length + own;
  return decisions === 0 ? ofModel : decisions;
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
    claims: config.claims,
    acknowledgeLabel: config.acknowledgeLabel,
    ...(config.machines.length === 0
      ? {}
      : { machines: config.machines.filter(({ required }) => required).map(({ name }) => name) }),
    ...(config.written === null ? {} : { written: config.written }),
    source: config.source,
  };
}
