import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../src/terminal/program.js';
import { counted, gateReport, measured, modelReport } from '../fixtures/report-factory.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claims-'));
  const comparisons = [counted('macs', 1000, 940), measured('latency_p50', 1.4)];
  const report = gateReport({ models: [modelReport({ comparisons, relation: 'trade-off' })] });
  writeFileSync(path.join(folder, 'report.json'), JSON.stringify(report));
  writeFileSync(
    path.join(folder, 'text.md'),
    'MobileNetV2: 6 % fewer MACs, faster\n\n```\n2x smaller\n```\n',
  );
  writeFileSync(path.join(folder, 'none.md'), 'Fix a typo');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const terminal = {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    cwd: folder,
    bundle: folder,
  };
  const status = await runCommandLine(['claims', ...args], terminal);
  return { status, ...written };
}

describe('claims', () => {
  it('reads without a report, and rules on nothing', async () => {
    const { status, stdout } = await run('--text-file', 'text.md', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      claims: [
        { indicators: ['macs'], direction: 'better', magnitude: 0.94, ruling: null },
        { indicators: ['latency_p50'], direction: 'better', magnitude: null, ruling: null },
      ],
    });
  });

  it('rules by a report, with evidence and a rewording', async () => {
    const { stdout } = await run('--text-file', 'text.md', '--report', 'report.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      claims: [
        { indicators: ['macs'], ruling: 'partial', rewording: expect.stringContaining('6 % fewer MACs') },
        { indicators: ['latency_p50'], ruling: 'refuted', evidence: [{ verdict: 'regressed' }] },
      ],
    });
  });

  it('says the same to people', async () => {
    const { stdout } = await run('--text-file', 'text.md', '--report', 'report.json');
    expect(stdout).toMatch(
      /^partial: "MobileNetV2: 6 % fewer MACs, faster"\n {2}macs: better, 0\.940 times\n {2}models\/vad\.onnx: /,
    );
    expect(stdout).toContain('\n  instead: The head has ');
    expect((await run('--text-file', 'none.md')).stdout).toBe(
      'No claim about cost or efficiency was found.\n',
    );
  });

  it.each([
    [['--text-file', 'nowhere.md'], /There is no file nowhere\.md/],
    [['--text-file', 'text.md', '--report', 'text.md'], /text\.md is not JSON/],
    [[], /required option '--text-file <file>'/],
  ])('refuses %j', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
