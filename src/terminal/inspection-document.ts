/** The JSON document of `inspect`. */
import type { InspectedModel } from '../inspect.js';
import type { NodeRow, StaticProfile } from '../onnx/profile.js';
import { inspectedIndicators } from '../render/inspected-indicators.js';

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
  feeds,
  nodes,
  weightsRead,
}: Pick<InspectedModel, 'profile' | 'nodes' | 'weightsRead'> & {
  readonly feeds: Pick<InspectedModel['feeds'], 'batch'>;
}): InspectionDocument {
  const indicators = Object.fromEntries(
    inspectedIndicators(profile, feeds.batch).map(({ id, value, unit, provenance, reason }) => [
      id,
      { value, unit, provenance, ...(reason === null ? {} : { reason }) },
    ]),
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
