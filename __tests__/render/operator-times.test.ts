import { describe, expect, it } from '@jest/globals';
import { markdownReport } from '../../src/render/markdown-report.js';
import { operatorTimesSupplement } from '../../src/render/operator-times.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { ModelReport } from '../../src/report.js';
import { gateReport, measured, modelReport } from '../fixtures/report-factory.js';

type Times = NonNullable<NonNullable<ModelReport['profile']>['base']>;
type Row = Times['operators'][number];

const row = (op: string, timeMs: number, macs: number | null): Row => ({
  op,
  provider: 'CPUExecutionProvider',
  kernels: 1,
  timeMs,
  share: 0.5,
  flops: null,
  trafficBytes: null,
  macs,
  gmacPerS: macs === null || macs === 0 ? null : macs / timeMs / 1e6,
});
const times = (operators: Row[], given: Partial<Times> = {}): Times => ({
  runs: 30,
  timeMs: operators.reduce((sum, { timeMs }) => sum + timeMs, 0),
  macs: 8e6,
  gmacPerS: 2,
  executedMacs: 8e6,
  arenaPeakBytes: 2.5e6,
  operators,
  ...given,
});
const modelWith = (base: Times | null, head: Times | null, reason: string | null = null): ModelReport =>
  modelReport({ profile: { base, head, reason }, comparisons: [measured('latency_p50', 1.5)] });

const FEWER_BUT_SLOWER = modelWith(
  times([row('Conv', 2, 8e6), row('Relu', 2, 0)]),
  times([row('Conv', 5, 5e6), row('x.Odd', 1, null)], { macs: 4e6, executedMacs: null, gmacPerS: 0.667 }),
);

describe('times by operator', () => {
  it('show fewer MACs at a lower rate, operators that one side lacks, and rates that are not known', () => {
    const [supplement] = operatorTimesSupplement(FEWER_BUT_SLOWER);
    expect(supplement?.rows).toEqual([
      ['Conv', '2.00 ms (50 %)', '4.00', '5.00 ms (83 %)', '1.00'],
      ['Relu', '2.00 ms (50 %)', 'no MACs', 'none', 'none'],
      ['x.Odd', 'none', 'none', '1.00 ms (17 %)', 'not known'],
      ['all', '4.00 ms (100 %)', '2.00', '6.00 ms (100 %)', 'not known'],
    ]);
    expect(supplement?.notes[0]).toBe(
      "base: 8.000 M MACs in 4.000 ms of kernels (median latency unprofiled: 2.000 ms), median of 30 runs: 2.00 GMAC/s. At most 2.50 MB in use in the runtime's arena.",
    );
  });

  it('sum up the operators that take the least', () => {
    const many = Array.from({ length: 12 }, (_, index) => row(`Op${index}`, 12 - index, 0));
    const [supplement] = operatorTimesSupplement(modelWith(times(many), times(many)));
    expect(supplement?.rows.map(([name]) => name)).toEqual([
      ...many.slice(0, 8).map(({ op }) => op),
      '4 others',
      'all',
    ]);
    expect(supplement?.rows.at(-2)?.[1]).toBe('10.0 ms (13 %)');
  });

  it('say when kernels do more than was counted', () => {
    const padded = times([row('Conv', 2, 10e6)], { executedMacs: 10e6 });
    expect(operatorTimesSupplement(modelWith(padded, padded))[0]?.notes[0]).toContain(
      'Its kernels do 10.00 M: channels are padded',
    );
  });

  it('name the reason where a side could not be profiled', () => {
    const [supplement] = operatorTimesSupplement(
      modelWith(times([row('Conv', 2, 8e6)]), null, 'It crashed.'),
    );
    expect(supplement?.rows[0]).toEqual(['Conv', '2.00 ms (100 %)', '4.00', 'not measured', 'not measured']);
    expect(supplement?.notes).toContain('Not profiled to the end: It crashed.');
  });

  it('are folded away in Markdown and last on a terminal, names defused', () => {
    const hostile = modelWith(times([row('<img>|`x`', 1, 0)]), null);
    const report = gateReport({ models: [hostile] });
    const markdown = markdownReport(report, { bytes: 60_000, rest: 'report.json' });
    expect(markdown).toContain('<summary>Time by operator</summary>');
    expect(markdown).not.toMatch(/^\| <img>/m);
    const terminal = renderTerminal(report, { colour: false, width: 100 });
    expect(terminal.indexOf('Time by operator')).toBeGreaterThan(terminal.indexOf('tolerance:'));
  });
});
