import { describe, expect, it } from '@jest/globals';
import { COUNTED } from '../../src/indicators.js';
import { inspectionDocument } from '../../src/terminal/inspection-document.js';
import type { NodeRow, StaticProfile } from '../../src/onnx/profile.js';
import { operatorRow, staticProfile } from '../fixtures/report-factory.js';

const documentOf = (profile: StaticProfile, nodes: NodeRow[] = [], batch = 1) =>
  inspectionDocument({ profile, feeds: { batch }, nodes: () => nodes, weightsRead: null });

describe('the JSON document of an inspection', () => {
  it('has every counted indicator of the table, with its unit', () => {
    const { indicators } = documentOf(staticProfile());
    expect(Object.keys(indicators)).toEqual([...COUNTED.map(({ id }) => id), 'training_flops_per_example']);
    expect(indicators.model_bytes).toEqual({ value: 1_000_000, unit: 'bytes', provenance: 'counted' });
  });

  it('gives null and the reason for what is unknown, never zero', () => {
    const { counts } = staticProfile();
    const macs = { value: null, reason: 'no cost rule for Mystery' };
    const { indicators } = documentOf(staticProfile({ counts: { ...counts, macs } }));
    expect(indicators.macs).toEqual({ ...macs, unit: 'count', provenance: 'not-measured' });
  });

  it('estimates what training takes, for one example of a batch', () => {
    const { indicators } = documentOf(staticProfile(), [], 4);
    // 3 x 1,200,000 / 4
    const expected = { value: 900_000, unit: 'count', provenance: 'estimated' };
    expect(indicators.training_flops_per_example).toEqual(expected);
  });

  it('does not estimate from FLOPs that are unknown', () => {
    const { counts } = staticProfile();
    const flops = { value: null, reason: 'no cost rule for Mystery' };
    const { indicators } = documentOf(staticProfile({ counts: { ...counts, flops } }));
    expect(indicators.training_flops_per_example).toEqual({
      ...flops,
      unit: 'count',
      provenance: 'not-measured',
    });
  });

  it('tells a count of zero from an unknown one', () => {
    const { counts } = staticProfile();
    const macs = { value: 0, reason: null };
    const { indicators } = documentOf(staticProfile({ counts: { ...counts, macs } }));
    expect(indicators.macs).toEqual({ value: 0, unit: 'count', provenance: 'counted' });
  });

  it('has the MACs by precision, and every node', () => {
    const macs_by_precision = { int8: 3, fp32: 1 };
    const nodes = [{ ...operatorRow(), name: 'conv_1', macs_by_precision, memory_traffic_bytes: 64 }];
    expect(documentOf(staticProfile({ macs_by_precision }), nodes)).toMatchObject({
      macs_by_precision,
      nodes,
    });
  });

  it('tells what reading the weights of a large model took', () => {
    const weightsRead = { bytes: 2e9, seconds: 5 };
    const inspected = { profile: staticProfile(), feeds: { batch: 1 }, nodes: () => [], weightsRead };
    expect(inspectionDocument(inspected).weights_read).toEqual(weightsRead);
    expect(documentOf(staticProfile()).weights_read).toBeNull();
  });

  it('has the coverage and the operators', () => {
    const coverage = { costed: 1, total: 2, uncosted: ['Mystery'] };
    const operators = [operatorRow(), operatorRow({ op: 'Mystery', macs: null })];
    expect(documentOf(staticProfile({ coverage, operators }))).toMatchObject({
      coverage,
      operators,
    });
  });
});
