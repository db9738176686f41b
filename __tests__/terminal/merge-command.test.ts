import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseReport } from '../../src/report.js';
import { runCommandLine } from '../../src/terminal/program.js';
import { fleetPlan, shardReport } from '../fixtures/fleet.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'merge-'));
  await put('shards/cpu/report.json', shardReport('cpu', { slowness: 0.7 }));
  await put('shards/gpu/report.json', shardReport('gpu', { slowness: 1.3 }));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: unknown): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

async function merge(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCommandLine(['merge', ...args], {
    stdout: { write: (text: string) => out.push(text) > 0 },
    stderr: { write: (text: string) => err.push(text) > 0 },
    env: {},
    cwd: folder,
    bundle: folder,
  });
  return { status, stdout: out.join(''), stderr: err.join('') };
}

describe('merge', () => {
  it('makes one report of many, and fails on what any machine proves', async () => {
    const { status, stdout } = await merge('shards');
    expect(status).toBe(1);
    expect(stdout).toContain('✗ failed, over 2 machines');
    expect(stdout).toMatch(/Trade-off over 2 machines/);
    expect(stdout).toMatch(/latency, median \* +± contradict +✓ 0\.7000.* ✗ 1\.3000/);
  });

  it('answers with one document that judge takes again, and writes the files', async () => {
    const tolerances = ['latency_p50', 'throughput'].flatMap((id) => ['--tolerance', `${id}=100%`]);
    const { status, stdout } = await merge(
      'shards/cpu',
      'shards/gpu',
      '--json',
      '--out',
      'out',
      ...tolerances,
    );
    expect(status).toBe(0);
    const report = parseReport(stdout, 'standard output');
    expect(report.machines?.map(({ name }) => name)).toEqual(['cpu', 'gpu']);
    expect(await readFile(path.join(folder, 'out/report.json'), 'utf8')).toBe(stdout);
  });

  it('names what is missing by a plan and what is damaged, and is incomplete', async () => {
    await put('plan.json', fleetPlan(['cpu', 'arm']));
    await put('shards/bad/report.json', '{');
    await put('shards/gpu/report.json', shardReport('gpu', { schemaVersion: 2 } as never));
    const { status, stdout } = await merge('shards', '--plan', 'plan.json');
    expect(status).toBe(3);
    expect(stdout).toContain('! corrupt: shards/bad/report.json: shards/bad/report.json is not JSON.');
    expect(stdout).toContain('! missing: arm: No report of it is there.');
  });

  it.each([
    [['nothing'], /There is no report to merge\. nothing: There is no file nothing\./],
    [['shards', '--plan', 'no.json'], /There is no file no\.json/],
    [[], /missing required argument/],
  ])('refuses %j with one message', async (args, message) => {
    const { status, stdout, stderr } = await merge(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });
});
