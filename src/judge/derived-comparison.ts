/** What follows from other comparisons: carbon from energy, money from throughput, training from inference. */
import { type IndicatorId, indicator, TRAINING_OVER_INFERENCE } from '../indicators.js';
import { nounOf } from '../quantity.js';
import { rowOf } from './comparison-row.js';
import type { Comparison, Effect, Provenance, SidedValue } from './judgement.js';
import type { JudgePolicy } from './policy.js';

/** What the derivations need beside the comparisons. */
export interface DerivationPolicy extends JudgePolicy {
  /** g CO2e/kWh; null: not configured. */
  readonly gridIntensity?: number | null | undefined;
  readonly price?: { readonly perHour: number; readonly currency: string } | null | undefined;
}

interface Derivation {
  readonly id: IndicatorId;
  readonly source: IndicatorId;
  readonly provenance: Provenance;
  /** From the source's value, of either side. */
  readonly value: (source: number) => number;
  /** Whether the derived value is inverse to the source's. */
  readonly inverse?: true;
  readonly unit?: string;
}

const JOULES_PER_KWH = 3.6e6;
const SECONDS_PER_HOUR = 3600;
const MILLION = 1e6;

/**
 * One row for each derivation whose source has values on both sides. It adds no evidence: verdict and tolerance are
 * the source's.
 * @param batch Inferences that one run stands for; null where nothing was measured.
 */
export function compareDerived(
  comparisons: readonly Comparison[],
  batch: number | null,
  policy: DerivationPolicy,
): Comparison[] {
  return derivations(batch, policy).flatMap((derivation) => {
    const source = comparisons.find((one) => one.indicator === derivation.source);
    return source === undefined ? [] : derive(source, derivation, policy);
  });
}

function derivations(batch: number | null, { gridIntensity, price }: DerivationPolicy): Derivation[] {
  const all: (Derivation | null)[] = [
    gridIntensity == null
      ? null
      : {
          id: 'carbon_per_inference',
          source: 'energy_per_inference',
          provenance: 'derived',
          value: (joules) => (joules / JOULES_PER_KWH) * gridIntensity,
        },
    price == null
      ? null
      : {
          id: 'cost_per_million',
          source: 'throughput',
          provenance: 'derived',
          inverse: true,
          unit: price.currency,
          value: (perSecond) => (MILLION * price.perHour) / (SECONDS_PER_HOUR * perSecond),
        },
    batch === null
      ? null
      : {
          id: 'training_flops_per_example',
          source: 'flops',
          provenance: 'estimated',
          value: (flops) => (TRAINING_OVER_INFERENCE * flops) / batch,
        },
  ];
  return all.filter((one) => one !== null);
}

function derive(source: Comparison, derivation: Derivation, policy: JudgePolicy): Comparison[] {
  const { base, head, effect, verdict, tolerance } = source;
  if (base.value === null || head.value === null) return [];
  const sided = (value: number): SidedValue => ({
    value: derivation.value(value),
    provenance: derivation.provenance,
    reason: null,
  });
  const row = rowOf(indicator(derivation.id), policy);
  return [
    {
      ...row,
      unit: derivation.unit ?? row.unit,
      tolerance,
      base: sided(base.value),
      head: sided(head.value),
      effect: effect !== null && derivation.inverse ? inverted(effect) : effect,
      verdict,
      reason: verdict === 'inconclusive' ? `as open as the ${nounOf(source.indicator).noun}` : null,
      rounds: source.rounds,
      control: null,
      evidence: null,
    },
  ];
}

/** No upper bound of one is no lower bound of the other. */
function inverted({ ratio, low, high }: Effect): Effect {
  return { ratio: 1 / ratio, low: high === null ? 0 : 1 / high, high: low === 0 ? null : 1 / low };
}
