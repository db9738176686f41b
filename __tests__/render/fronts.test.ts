import { describe, expect, it } from '@jest/globals';
import type { Front } from '../../src/judge/pareto.js';
import { renderComment } from '../../src/render/comment.js';
import { frontsSupplement } from '../../src/render/fronts.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { GateReport } from '../../src/report.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { gateReport } from '../fixtures/report-factory.js';

const front = (given: Partial<Front> = {}): Front => ({
  metric: 'top1',
  indicator: 'macs',
  scenario: null,
  models: 3,
  base: ['a.onnx', 'b.onnx'],
  head: ['a.onnx', 'c.onnx'],
  gained: ['c.onnx'],
  lost: [],
  ...given,
});

const commentOf = (...fronts: Front[]): string => renderComment(gateReport({ fronts }), {});
const terminalOf = (...fronts: Front[]): string =>
  renderTerminal(gateReport({ fronts }), { colour: false, width: 2000 });

describe('cost against quality', () => {
  it('is told in a comment where a front moves, and what the change offers', () => {
    const comment = commentOf(
      front(),
      front({ indicator: 'parameters', head: ['a.onnx', 'b.onnx'], gained: [] }),
    );
    expect(comment).toContain('<summary>Cost against quality: 1 front of 2 moves</summary>');
    expect(comment).toMatch(
      /\| `top1` +\| MACs +\| a.onnx, b.onnx .*\| a.onnx, c.onnx .*offers what was not there: c.onnx/,
    );
    expect(comment).toContain('The same at base and head: top1 against parameters: a.onnx, b.onnx.');
  });

  it('is told at a terminal as a sentence', () => {
    expect(terminalOf(front({ lost: ['b.onnx'] }))).toContain(
      'top1 against MACs: front a.onnx, b.onnx -> a.onnx, c.onnx; offers what was not there: c.onnx; takes away what was there: b.onnx as it was.',
    );
  });

  it('says that no test was made between models where they were measured', () => {
    expect(
      frontsSupplement(gateReport({ fronts: [front({ indicator: 'latency_p50' })] }))[0]?.notes,
    ).toContainEqual(expect.stringContaining('no test was made between them'));
    expect(JSON.stringify(frontsSupplement(gateReport({ fronts: [front()] })))).not.toContain(
      'no test was made',
    );
  });

  it('says how many models were not looked at, and that nothing is claimed against those', () => {
    const notesWith = (given: Partial<GateReport>) =>
      JSON.stringify(frontsSupplement(gateReport({ fronts: [front()], ...given }))[0]?.notes);
    expect(notesWith({ unchangedLeftOut: 7 })).toContain(
      '7 models of declared quality that did not change are left out',
    );
    expect(notesWith({})).not.toContain('left out');
  });

  it('is not there where no models declare quality', () => {
    expect(renderComment(gateReport(), {})).not.toContain('Cost against quality');
  });

  it.each(HOSTILE_TEXTS)('shows a name and does nothing that it says: %j', (hostile) => {
    const moved = front({ head: [hostile, 'a.onnx'], gained: [hostile] });
    const comment = commentOf(moved);
    const block = comment.slice(comment.indexOf('Cost against quality'));
    expect(block.replace(/`[^`\n]+`/g, 'code')).not.toMatch(/<(?!\/?(?:sub|br|details|summary)>)[a-z]/i);
    expect(terminalOf(moved).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
