/** The JSON document of `inspect`. */
import { COUNTED } from '../indicators.js';
import type { InspectedModel } from '../inspect.js';
import type { NodeRow, StaticProfile } from '../onnx/profile.js';

export interface InspectionDocument {
  readonly indicators: Readonly<
    Record<string, { value: number | null; unit: string; provenance: string; reason?: string }>
  >;
  readonly macs_by_precision: StaticProfile['macs_by_precision'];
  readonly coverage: StaticProfile['coverage'];
  readonly operators: StaticProfile['operators'];
  readonly nodes: readonly NodeRow[];
  readonly inputs: StaticProfile['inputs'];
  readonly outputs: StaticProfile['outputs'];
  readonly opsets: StaticProfile['opsets'];
  readonly shapes: StaticProfile['shapes'];
  /** What reading the weights of a large model took; null: they were not read, or are few. */
  readonly weights_read: InspectedModel['weightsRead'];
}

/** The document of an inspected model. Its nodes are every one of the graph, in the order of the file. */
export function inspectionDocument({
  profile,
  nodes,
  weightsRead,
}: Pick<InspectedModel, 'profile' | 'nodes' | 'weightsRead'>): InspectionDocument {
  const counts = new Map(Object.entries(profile.counts));
  const indicators = Object.fromEntries(
    COUNTED.map(({ id, unit }) => {
      const { value, reason } = counts.get(id) ?? { value: null, reason: 'not counted' };
      const known = value !== null;
      const why = reason === null ? {} : { reason };
      return [id, { value, unit, provenance: known ? 'counted' : 'not-measured', ...why }] as const;
    }),
  );
  const { macs_by_precision, coverage, operators, inputs, outputs, opsets, shapes } = profile;
  return {
    indicators,
    macs_by_precision,
    coverage,
    operators,
    nodes: nodes(),
    inputs,
    outputs,
    opsets,
    shapes,
    weights_read: weightsRead,
  };
}
