import { describe, expect, it } from '@jest/globals';
import { asides } from '../../src/render/aside-notes.js';
import { renderComment } from '../../src/render/comment.js';
import { gateReport, modelReport } from '../fixtures/report-factory.js';

const missing = (indicator: string, reason: string) =>
  ({ indicator, provenance: 'not-measured', reason }) as const;
const unmeasured = [
  missing('energy_per_inference', 'no counter'),
  missing('carbon_per_inference', 'no counter'),
  missing('cost_per_million', 'no price'),
];
const agreement = {
  indicator: 'output_agreement',
  provenance: 'measured',
  inputs: 8,
  outputs: 1,
  maxAbsolute: 0.0123,
  maxRelative: 0.004,
  minCosine: 0.99987,
  top1Agreement: 0.992,
  notFinite: 0,
} as const;

describe('beside the table', () => {
  it('what was not measured takes one line, with each reason once', () => {
    expect(asides(modelReport({ unmeasured }))).toEqual([
      [
        'not measured:',
        'energy per inference, carbon per inference (no counter); cost per million inferences (no price)',
      ],
    ]);
  });

  it('nothing is said where nothing is missing', () => {
    expect(asides(modelReport())).toEqual([]);
  });

  it('outputs are described and not judged', () => {
    expect(asides(modelReport({ agreement }))).toEqual([
      [
        'outputs:',
        'of base and head on the same 8 inputs: largest error 0.012 (0.4 % of the largest element), cosine 0.9999 or more, same top-1 in 99.2 % of rows; whether for the better, only a declared quality tells',
      ],
    ]);
    const equal = { ...agreement, maxAbsolute: 0 };
    expect(asides(modelReport({ agreement: equal }))[0]?.[1]).toBe(
      'of base and head on the same 8 inputs: equal',
    );
  });

  it('stands what training ran on, since hours of unlike devices are not alike', () => {
    const on = (device: string) => ({ training: { device, device_hours: 1 }, quality: {} });
    expect(asides(modelReport({ declared: { base: on('8 x A100'), head: on('8 x H100') } }))).toEqual([
      ['training:', 'declared for 8 x H100; of the base for 8 x A100'],
    ]);
  });

  it('names of a hostile declaration do nothing in a comment', () => {
    const device = '<img src=x> @everyone';
    const declared = { base: null, head: { training: { device }, quality: {} } };
    const comment = renderComment(gateReport({ models: [modelReport({ declared, unmeasured })] }));
    expect(comment).not.toMatch(/[^`]<img/);
    expect(comment).not.toMatch(/[^`]@everyone/);
    expect(comment).toContain('not measured:');
  });
});
