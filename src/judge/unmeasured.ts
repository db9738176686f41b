import type { Measurement, Meter } from '../measure/measurement.js';
import type { DerivationPolicy } from './derived-comparison.js';
import type { Unmeasured } from './judgement.js';

/**
 * Indicators that nobody requires and that have no row, each with what would give it one.
 * @param meter The counters of energy that there were; undefined where none were looked for.
 * @param device The card; undefined for a provider that has none.
 */
export function unmeasuredOf(
  meter: Meter | undefined,
  policy: DerivationPolicy,
  device?: Measurement['device'],
): Unmeasured[] {
  const noMeter = meter === undefined ? 'no counter was looked for' : 'reason' in meter ? meter.reason : null;
  const missing: (readonly [indicator: string, reason: string | null])[] = [
    ['device_memory_bytes', device !== undefined && 'reason' in device ? device.reason : null],
    ['energy_per_inference', noMeter],
    [
      'carbon_per_inference',
      noMeter ??
        (policy.gridIntensity == null ? 'the configuration has no carbon: {grid-intensity: N}' : null),
    ],
    ['cost_per_million', policy.price == null ? 'the configuration has no price-per-hour' : null],
  ];
  return missing.flatMap(([indicator, reason]) =>
    reason === null ? [] : [{ indicator, provenance: 'not-measured', reason }],
  );
}
