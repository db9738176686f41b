/** The indicators that a benchmark of the user's own reports, as rows beside those of the table. */
import { type Indicator, OWN_TIMINGS, type Tolerances } from '../indicators.js';
import type { Harness } from '../measure/measurement.js';
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

/** How many decisions a benchmark takes part in. */
export const ownDecisions = ({ indicators }: Pick<Harness, 'indicators'>): number => 1 + indicators.length;

/** Its durations first, then what it reports beside them, in its own order. */
export function ownIndicators({ name: benchmark, indicators }: Harness): Indicator[] {
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
  ];
}

/** What the configuration calls the tolerance of an indicator. @param harness The benchmark that it is of, if any. */
export function toleranceKeyOf(indicator: string, harness: Pick<Harness, 'name'> | undefined): string {
  return harness === undefined ? indicator : `benchmarks.${harness.name}.${indicator}`;
}

/** A time, or a rate as throughput is one: `ms`, `items/s`. */
const TIMING = /^(.+\/)?(ns|[uµμ]s|ms|s|min|h)$/u;

/** The policy of a run for one benchmark: tolerances by the names that it gives, and all of its indicators required. */
export function ownPolicy<Policy extends JudgePolicy>(policy: Policy, harness: Harness): Policy {
  const indicators = ownIndicators(harness);
  const tolerances: Tolerances = Object.fromEntries(
    indicators.flatMap(({ id, unit }) => {
      const ofTimings = TIMING.test(unit) ? policy.tolerances[OWN_TIMINGS] : undefined;
      const tolerance = policy.tolerances[toleranceKeyOf(id, harness)] ?? ofTimings;
      return tolerance === undefined ? [] : [[id, tolerance] as const];
    }),
  );
  return { ...policy, tolerances, required: indicators.map(({ id }) => id) };
}
