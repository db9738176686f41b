/** The indicators that a benchmark of the user's own reports, as rows beside those of the table. */
import { type Indicator, OWN_TIMINGS, type Tolerances } from '../indicators.js';
import type { Harness, Meter } from '../measure/measurement.js';
import type { Unmeasured } from './judgement.js';
import type { JudgePolicy } from './policy.js';

const COMMON = {
  group: 'speed',
  kind: 'measured',
  phase: 'inference',
  tolerance: { relative: 0.05 },
  gated: true,
  required: true,
} as const;

/** Comes of every benchmark: the times of its runs. */
const DURATION: Indicator = {
  ...COMMON,
  id: 'duration',
  label: 'duration, median',
  unit: 'ms',
  better: 'lower',
  statistic: 'cross-ratio of block medians',
  definition: 'Median time of one run of the benchmark after warm-up, as it times itself.',
};

/** Comes of a benchmark beside which a meter can be read, as of a model. */
const ENERGY: Indicator = {
  ...COMMON,
  group: 'energy and money',
  required: false,
  id: 'energy_per_run',
  label: 'energy per run',
  unit: 'J',
  better: 'lower',
  statistic: 'energy above idle per run',
  definition:
    "Energy of one run by the machine's own counters, above what it draws in the same round while every process waits.",
};

const JOULES = /^[kmuµμ]?(J|Wh)(?![\p{L}])/u;

/** Whether a benchmark has a reading of energy itself: a second one would be another figure for the same thing. */
const readsEnergy = ({ indicators }: Pick<Harness, 'indicators'>): boolean =>
  indicators.some(({ name, unit }) => JOULES.test(unit) || /energy|joule/.test(name));

/** How many decisions a benchmark takes part in. */
export const ownDecisions = (harness: Harness, metered: boolean): number =>
  ownIndicators(harness, metered).length;

/**
 * Its durations first, then what it reports beside them, in its own order, then what a meter tells.
 * @param metered Whether counters of energy can be read.
 */
export function ownIndicators(harness: Harness, metered: boolean): Indicator[] {
  const { name: benchmark, indicators } = harness;
  return [
    DURATION,
    ...indicators.map(({ name, unit, better }): Indicator => ({
      ...COMMON,
      id: name,
      label: name.replaceAll('_', ' '),
      unit,
      better,
      statistic: { reading: name },
      definition: `${name} as the benchmark ${benchmark} reports it: of each block the median.`,
    })),
    ...(metered && !readsEnergy(harness) ? [ENERGY] : []),
  ];
}

/** What a benchmark has no row for, and why. @param meter The counters that there were; undefined: none were looked for. */
export function ownUnmeasured(harness: Harness, meter: Meter | undefined): Unmeasured[] {
  if (readsEnergy(harness) || (meter !== undefined && 'domains' in meter)) return [];
  const reason = meter?.reason ?? 'no counter was looked for';
  return [{ indicator: ENERGY.id, provenance: 'not-measured', reason }];
}

/** What the configuration calls the tolerance of an indicator. @param harness The benchmark that it is of, if any. */
export function toleranceKeyOf(indicator: string, harness: Pick<Harness, 'name'> | undefined): string {
  return harness === undefined ? indicator : `benchmarks.${harness.name}.${indicator}`;
}

/** A time, or a rate as throughput is one: `ms`, `items/s`. */
const TIMING = /^(.+\/)?(ns|[uµμ]s|ms|s|min|h)$/u;

/** The policy of a run for one benchmark: tolerances by the names that it gives, and all that it reports required. */
export function ownPolicy<Policy extends JudgePolicy>(policy: Policy, harness: Harness): Policy {
  const indicators = ownIndicators(harness, true);
  const tolerances: Tolerances = Object.fromEntries(
    indicators.flatMap(({ id, unit }) => {
      const ofTimings = TIMING.test(unit) ? policy.tolerances[OWN_TIMINGS] : undefined;
      const tolerance = policy.tolerances[toleranceKeyOf(id, harness)] ?? ofTimings;
      return tolerance === undefined ? [] : [[id, tolerance] as const];
    }),
  );
  const required = indicators.filter((own) => own.required).map(({ id }) => id);
  return { ...policy, tolerances, required };
}
