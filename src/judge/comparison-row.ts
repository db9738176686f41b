/** What all comparisons have in common. */
import type { Indicator } from '../indicators.js';
import type { Comparison, SidedValue } from './judgement.js';
import { type JudgePolicy, toleranceOf } from './policy.js';

type Described = 'indicator' | 'label' | 'unit' | 'better' | 'kind' | 'tolerance' | 'gated' | 'required';

/** The part of a comparison that the table and the policy know beforehand. */
export function rowOf(indicator: Indicator, policy: JudgePolicy): Pick<Comparison, Described> {
  const { id, label, unit, better, kind, gated } = indicator;
  const tolerance = toleranceOf(indicator, policy);
  return {
    indicator: id,
    label,
    unit,
    better,
    kind,
    tolerance,
    gated,
    required: policy.required.includes(id),
  };
}

/** A value that is not there, and why. */
export function notMeasured(reason: string): SidedValue {
  return { value: null, provenance: 'not-measured', reason };
}
