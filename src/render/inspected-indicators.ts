/** What `inspect` tells of one model, whoever reads it: what was counted, and what is estimated from that. */
import { COUNTED, indicator, TRAINING_OVER_INFERENCE } from '../indicators.js';
import type { Count, StaticProfile } from '../onnx/profile.js';

export interface InspectedIndicator {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Null where it is not known; `reason` says why. */
  readonly value: number | null;
  readonly reason: string | null;
  readonly provenance: 'counted' | 'estimated' | 'not-measured';
}

const NOT_COUNTED: Count = { value: null, reason: 'not counted' };

/** @param batch Examples that one inference takes. */
export function inspectedIndicators({ counts }: StaticProfile, batch: number): InspectedIndicator[] {
  const known = new Map<string, Count>(Object.entries(counts));
  const countOf = (id: string): Count => known.get(id) ?? NOT_COUNTED;
  const { value: flops, reason } = countOf('flops');
  const training = { value: flops === null ? null : (TRAINING_OVER_INFERENCE * flops) / batch, reason };
  return [
    ...COUNTED.map((row) => told(row, countOf(row.id), 'counted')),
    told(indicator('training_flops_per_example'), training, 'estimated'),
  ];
}

const told = (
  { id, label, unit }: Pick<InspectedIndicator, 'id' | 'label' | 'unit'>,
  { value, reason }: Count,
  provenance: 'counted' | 'estimated',
): InspectedIndicator => ({
  id,
  label,
  unit,
  value,
  reason,
  provenance: value === null ? 'not-measured' : provenance,
});
