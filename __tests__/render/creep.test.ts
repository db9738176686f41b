import { describe, expect, it } from '@jest/globals';
import { judgeAgain } from '../../src/conclude.js';
import type { Creep } from '../../src/history/creep.js';
import { renderComment } from '../../src/render/comment.js';
import { creepNotes } from '../../src/render/creep.js';
import { renderHtml } from '../../src/render/html/html-report.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { gateReportSchema } from '../../src/report.js';
import { gateReport, policy } from '../fixtures/report-factory.js';

const creep: Creep = {
  model: 'models/vad.onnx',
  indicator: 'latency_p50',
  unit: 'ms',
  steps: 5,
  includesHead: true,
  since: { commit: '0123456789'.repeat(4), at: '2026-02-03T04:05:06Z' },
  ratio: 1.104,
  low: 1.06,
  high: 1.15,
  values: null,
  tolerance: { relative: 0.05 },
};
const exact: Creep = {
  ...creep,
  indicator: 'model_bytes',
  unit: 'bytes',
  includesHead: false,
  ratio: 1.012,
  low: 1.012,
  high: 1.012,
  values: { then: 1_000_000, now: 1_012_000 },
  tolerance: { relative: 0.01 },
};

describe('slow creep', () => {
  it('is told with its size, its interval, since when, and what to do', () => {
    expect(creepNotes({ creep: [creep, exact] }).map(({ text }) => text)).toEqual([
      '1.10 times the median latency [1.06, 1.15] over 5 changes since 0123456789 (2026-02-03), this pull request included. No single one was proven to be beyond 5 %. That together they made it worse is beyond doubt, and by the estimate they did so beyond 5 %. Look at these changes, or raise the tolerance of median latency if this is meant.',
      '1.012 times the bytes (1.01 MB against 1.00 MB) over 5 changes since 0123456789 (2026-02-03), before this pull request. No single one regressed beyond 1 %; together they do. Look at these changes, or raise the tolerance of bytes if this is meant.',
    ]);
  });

  it('is in the comment, at the terminal and on the page, and fits the schema of a report', () => {
    const report = gateReport({ creep: [creep] });
    expect(gateReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(renderComment(report)).toContain('#### ! Slow creep\n\n- `models/vad.onnx`: 1.10 times');
    expect(renderTerminal(report, { colour: false, width: 100 })).toContain(
      '! Slow creep: models/vad.onnx: 1.10',
    );
    expect(renderHtml(report)).toContain('<h2>Slow creep</h2>');
  });

  it('is kept when a report is judged again', () => {
    expect(judgeAgain(gateReport({ creep: [creep] }), policy()).creep).toEqual([creep]);
    expect(judgeAgain(gateReport(), policy()).creep).toBeUndefined();
  });

  it('is said nowhere where there is none', () => {
    expect(renderComment(gateReport({ creep: [] }))).not.toContain('creep');
    expect(renderHtml(gateReport({ creep: [] }))).not.toContain('Slow creep');
  });
});
