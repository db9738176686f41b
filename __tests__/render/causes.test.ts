import { describe, expect, it } from '@jest/globals';
import { causeSupplements } from '../../src/render/causes.js';
import { markdownReport } from '../../src/render/markdown-report.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { ModelReport } from '../../src/report.js';
import { gateReport, modelReport } from '../fixtures/report-factory.js';

type Cause = NonNullable<ModelReport['causes']>[number];

const PARTING = 'as many MACs, but 1.30 times the median latency [1.20, 1.40]';
const cause = (overrides: Partial<Cause> = {}): Cause => ({
  kind: 'lower-intensity',
  indicators: ['macs', 'latency_p50'],
  parting: PARTING,
  sentence: 'Lower arithmetic intensity: it moves more bytes.',
  evidence: [
    { of: 'indicator', name: 'arithmetic_intensity', figure: 'value', unit: 'FLOPs/byte', base: 20, head: 2 },
    {
      of: 'operator',
      name: 'Gather',
      provider: 'CPUExecutionProvider',
      figure: 'time',
      unit: 'ms',
      base: null,
      head: 3,
    },
  ],
  ...overrides,
});

describe('why indicators disagree', () => {
  it('is one table for each parting, with a sentence for each cause', () => {
    const fallback = cause({
      kind: 'fallback',
      sentence: 'Nodes that fell back.',
      evidence: [
        ...cause().evidence,
        {
          of: 'operator',
          name: 'TopK',
          provider: 'WebGpu',
          figure: 'rate',
          unit: 'GMAC/s',
          base: 1,
          head: 2,
        },
      ],
    });
    const other = cause({ parting: 'something else', evidence: [] });
    const [first, second, ...more] = causeSupplements(modelReport({ causes: [cause(), fallback, other] }));
    expect(more).toEqual([]);
    expect(first?.title).toBe(`Why they disagree: ${PARTING}`);
    expect(first?.rows).toEqual([
      ['arithmetic intensity', '20.00 FLOPs/byte', '2.000 FLOPs/byte'],
      ['Gather: time', 'none', '3.000 ms'],
      ['TopK on WebGpu: rate', '1.000 GMAC/s', '2.000 GMAC/s'],
    ]);
    expect(first?.notes.slice(0, 2)).toEqual([cause().sentence, 'Nodes that fell back.']);
    expect(second?.title).toContain('something else');
  });

  it('is nothing in a report of a version that did not look for causes', () => {
    expect(causeSupplements(modelReport())).toEqual([]);
  });

  it('is in the comment and on a terminal, with names defused', () => {
    const hostile = cause({
      evidence: [{ of: 'operator', name: '@x/`y`|z', figure: 'kernels', unit: 'count', base: 1, head: 2 }],
      sentence: 'See @someone.',
    });
    const report = gateReport({ models: [modelReport({ causes: [hostile] })] });
    const markdown = markdownReport(report, { bytes: 60_000, rest: 'report.json' });
    expect(markdown).toContain('<summary>Why they disagree: as many MACs');
    expect(markdown).not.toMatch(/(?<!`)@(x|someone)/);
    expect(renderTerminal(report, { colour: false, width: 100 })).toContain('@x/`y`|z: kernels');
  });
});
