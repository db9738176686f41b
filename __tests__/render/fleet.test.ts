/** Many machines as a reader sees them, in every medium. */
import { describe, expect, it } from '@jest/globals';
import { conclude } from '../../src/conclude.js';
import { assembleFleet } from '../../src/fleet/assemble.js';
import { figureOutputs } from '../../src/publish/outputs.js';
import { badgeFiles } from '../../src/render/badge-files.js';
import { renderBadge } from '../../src/render/badge.js';
import { renderCheck } from '../../src/render/check.js';
import { renderComment } from '../../src/render/comment.js';
import { renderHtml } from '../../src/render/html/html-report.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { GateReport } from '../../src/report.js';
import { fleetPlan, shardReport, type ShardOptions } from '../fixtures/fleet.js';

function merged(shards: Readonly<Record<string, ShardOptions>>, planned = Object.keys(shards)): GateReport {
  const received = Object.entries(shards).map(([machine, options]) => ({
    file: `${machine}/report.json`,
    report: shardReport(machine, options),
  }));
  const names = Object.values(shards).flatMap((options) => options.names ?? ['models/vad.onnx']);
  const plan = fleetPlan(planned);
  const all = plan.machines.map((machine) => ({
    ...machine,
    shards: [{ models: [...new Set(names)], seconds: 60 }],
  }));
  const { evidence, policy } = assembleFleet(received, {
    plan: { ...plan, machines: all },
    planTrusted: true,
  });
  return conclude(evidence, policy);
}

const contradicting = merged({ 'cpu-small': { slowness: 0.7 }, gpu: { slowness: 1.3 } });

describe('a comment on two machines', () => {
  const comment = renderComment(contradicting);

  it('begins with the conclusion over both, then says where they contradict each other', () => {
    expect(comment).toMatch(/^### ✗ efficiency-gate: failed, over 2 machines\n/);
    expect(comment).toContain('`models/vad.onnx`: Trade-off over 2 machines: ');
    expect(comment).toContain(
      '- Median latency: 0.7000 [0.7000, 0.7000] on cpu-small, 1.3000 [1.3000, 1.3000] on gpu: better on cpu-small, worse on gpu.',
    );
    expect(comment.indexOf('- Median latency')).toBeLessThan(comment.indexOf('| indicator |'));
  });

  it('has one table with a column for each, what was counted once, and the machines folded below', () => {
    const table = comment.replaceAll('\u00A0', ' ');
    expect(table).toContain('| indicator | all machines | cpu-small | gpu |');
    expect(table).toContain(
      '| latency, median \\* | ± contradict | 0.7000 ✓ [0.7000, 0.7000] | 1.3000 ✗ [1.3000, 1.3000] |',
    );
    expect(table).toContain('| parameters \\* | the same ≈ equivalent | – | – |');
    expect(comment).toContain('<summary>On <code>cpu-small</code>: ✓ dominates</summary>');
    expect(comment).toContain('Processor of gpu (2 cores');
  });

  it('names a machine that is missing, in its own column as well', () => {
    const text = renderComment(merged({ cpu: {} }, ['cpu', 'gpu']));
    expect(text).toMatch(/^### ! efficiency-gate: incomplete, over 2 machines\n/);
    expect(text).toContain('- `gpu`: missing: No report of it is there.');
    expect(text).toContain('| gpu, missing |');
  });

  it('stays within its bytes whatever there is, and says what was cut', () => {
    const names = Array.from({ length: 12 }, (_, at) => `models/${'long-name-'.repeat(8)}${at}.onnx`);
    const many = merged(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { names, rounds: 1 }])));
    const text = renderComment(many);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(59_000);
    expect(text).toMatch(/_Cut to fit: \d+ folded machines more/);
    expect(Buffer.byteLength(renderCheck(many).summary)).toBeLessThanOrEqual(65_000);
  });
});

describe('other media', () => {
  it('tell the same on a terminal, at any width', () => {
    for (const width of [160, 100, 50]) {
      const text = renderTerminal(contradicting, { colour: false, width });
      expect(text).toContain('✗ failed, over 2 machines');
      expect(text).toMatch(/Median latency: 0\.7000/);
    }
    expect(renderTerminal(contradicting, { colour: false, width: 50 })).toMatch(
      /latency, median \*: ± contradict: cpu-small ✓\s+0\.7000/,
    );
  });

  it('tell it in the page, with each machine', () => {
    const page = renderHtml(contradicting);
    expect(page).toContain('<h2>All machines together</h2>');
    expect(page).toContain('better on cpu-small, worse on gpu.');
    expect(page).toMatch(/<h3>gpu<\/h3><dl>.*Processor of gpu/);
  });

  it('make one badge of the relation over all, and one for each model', () => {
    expect(renderBadge(contradicting).endpoint.message).toBe('trade-off on 2 machines');
    expect(badgeFiles(contradicting).map(({ path }) => path)).toContain('models-vad.svg');
    expect(figureOutputs(contradicting)).toMatchObject({ relation: 'trade-off', 'latency-p50-ratio': '1.3' });
  });

  it('colour no badge as good that is not complete', () => {
    const good = merged({ cpu: { slowness: 0.7 }, gpu: { slowness: 0.7 } });
    expect(renderBadge(good).endpoint).toMatchObject({
      message: 'dominates on 2 machines',
      color: '#1a7f37',
    });
    const incomplete = merged({ cpu: { slowness: 0.7 } }, ['cpu', 'gpu']);
    expect(renderBadge(incomplete).endpoint).toMatchObject({
      message: 'inconclusive on 2 machines, incomplete',
      color: '#57606a',
    });
  });
});
