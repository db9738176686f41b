/** The JSON document of `inspect`. */
import { COUNTED } from '../indicators.js';
import type { InspectedModel } from '../inspect.js';
import type { StaticProfile } from '../onnx/profile.js';

export interface InspectionDocument {
  readonly indicators: Readonly<
    Record<string, { value: number | null; unit: string; provenance: string; reason?: string }>
  >;
  readonly coverage: StaticProfile['coverage'];
  readonly operators: StaticProfile['operators'];
  readonly inputs: StaticProfile['inputs'];
  readonly outputs: StaticProfile['outputs'];
  readonly opsets: StaticProfile['opsets'];
  readonly shapes: StaticProfile['shapes'];
  /** What reading the weights of a large model took; null: they were not read, or are few. */
  readonly weights_read: InspectedModel['weightsRead'];
}

export function inspectionDocument(
  profile: StaticProfile,
  weightsRead: InspectedModel['weightsRead'] = null,
): InspectionDocument {
  const counts = new Map(Object.entries(profile.counts));
  const indicators = Object.fromEntries(
    COUNTED.map(({ id, unit }) => {
      const { value, reason } = counts.get(id) ?? { value: null, reason: 'not counted' };
      const known = value !== null;
      const why = reason === null ? {} : { reason };
      return [id, { value, unit, provenance: known ? 'counted' : 'not-measured', ...why }] as const;
    }),
  );
  const { coverage, operators, inputs, outputs, opsets, shapes } = profile;
  return { indicators, coverage, operators, inputs, outputs, opsets, shapes, weights_read: weightsRead };
}
