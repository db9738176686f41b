/** Base against head in what the repository declares of training: compared exactly, as counts are. */
import type { Declaration, Training } from '../declared/declaration.js';
import { type IndicatorId, indicator } from '../indicators.js';
import { compareExactly } from './comparison.js';
import { notMeasured } from './comparison-row.js';
import type { Comparison, SidedValue } from './judgement.js';
import type { JudgePolicy } from './policy.js';

const FIELDS: readonly (readonly [id: IndicatorId, of: (training: Training) => number | undefined])[] = [
  ['training_device_hours', ({ device_hours }) => device_hours],
  ['training_examples_seen', ({ examples_seen }) => examples_seen],
  ['training_steps', ({ steps }) => steps],
  ['training_energy', ({ energy_kwh }) => energy_kwh],
  ['training_peak_memory', ({ peak_memory_bytes }) => peak_memory_bytes],
];
const MILLION = 1e6;

/** A row for whatever either side declares; what only one declares is `inconclusive`. */
export function compareTraining(
  base: Declaration | null,
  head: Declaration | null,
  policy: JudgePolicy,
): Comparison[] {
  const [before, after] = [base?.training ?? null, head?.training ?? null];
  return [...FIELDS, ['training_sample_efficiency', sampleEfficiency] as const].flatMap(([id, of]) => {
    const [left, right] = [before === null ? undefined : of(before), after === null ? undefined : of(after)];
    if (left === undefined && right === undefined) return [];
    if (id === 'training_sample_efficiency' && !reachSameMetric(before, after)) return [];
    const provenance = id === 'training_sample_efficiency' ? 'derived' : 'declared';
    return [compareExactly(indicator(id), sided(left, provenance), sided(right, provenance), policy)];
  });
}

/** Quality over the examples that it took, where more of the metric is better; less has no such quotient. */
function sampleEfficiency({ reached, examples_seen }: Training): number | undefined {
  if (reached?.better !== 'higher' || examples_seen === undefined) return undefined;
  return (MILLION * reached.value) / examples_seen;
}

const reachSameMetric = (before: Training | null, after: Training | null): boolean =>
  before?.reached !== undefined && before.reached.metric === after?.reached?.metric;

const sided = (value: number | undefined, provenance: 'declared' | 'derived'): SidedValue =>
  value === undefined ? notMeasured('it is not declared') : { value, provenance, reason: null };
