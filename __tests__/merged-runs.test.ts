/** A matrix of machines as a workflow runs it: jobs of their own measure, one job merges what they uploaded. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../examples/contract-server/server.js';
import { createPullRequest } from '../examples/demo/repository.js';
import { type Finished, runStep } from './fixtures/action-step.js';
import { fleetPlan, HEAD, shardReport } from './fixtures/fleet.js';
import { matrixProduct } from './fixtures/matrix-product.js';

const root = path.join(import.meta.dirname, '..');
let home: string;
let github: ContractServer;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'matrix-'));
});
afterAll(() => rm(home, { recursive: true }));
beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const event = (headSha: string, baseSha = 'a'.repeat(40)) => {
  const repo = { full_name: 'acme/models' };
  const base = { ref: 'main', sha: baseSha, repo };
  const head = { ref: 'smaller', sha: headSha, repo };
  return {
    name: 'pull_request',
    payload: { action: 'opened', pull_request: { number: 7, title: 'Smaller', base, head } },
  };
};

/** The job that needs all others: what they uploaded lies in a folder for each artifact. */
async function mergeIn(
  workspace: string,
  headSha: string,
  inputs: Record<string, string> = {},
): Promise<Finished> {
  const given = { mode: 'report', report: 'artifacts', check: 'true', ...inputs };
  return runStep(home, { event: event(headSha), apiUrl: github.url, inputs: given, workspace });
}

describe('three jobs that measure and one that merges', () => {
  it('leave one comment of all machines, and fail on what they prove', async () => {
    const model = (width: number) => ({ 'models/product.onnx': matrixProduct(width) });
    const pull = createPullRequest(path.join(home, 'repository'), model(16), model(32), 'Twice as wide');
    const jobs = ['1', '2', '3'].map((seed) => path.join(home, `job-${seed}`));
    for (const workspace of jobs) await cp(pull.folder, workspace, { recursive: true });
    const measured = await Promise.all(
      jobs.map((workspace) =>
        runStep(home, {
          event: event(pull.headSha, pull.baseSha),
          apiUrl: 'http://localhost:9',
          inputs: {
            mode: 'measure',
            'github-token': '',
            budget: '1',
            'output-folder': 'out',
            'onnxruntime-path': path.join(root, 'node_modules'),
          },
          env: { GITHUB_SHA: pull.mergeSha },
          workspace,
        }),
      ),
    );
    expect(measured.map(({ status, log }) => ({ status, log: status === 0 ? '' : log }))).toEqual(
      jobs.map(() => ({ status: 0, log: '' })),
    );
    for (const [at, job] of jobs.entries())
      await cp(
        path.join(job, 'out/report.json'),
        path.join(pull.folder, `artifacts/shard-${at}/report.json`),
      );

    const { status, outputs, summary } = await mergeIn(pull.folder, pull.headSha);
    expect(status).toBe(1);
    expect(github.comments).toHaveLength(1);
    const comment = github.comments[0]?.body ?? '';
    expect(comment).toContain('### ✗ efficiency-gate: failed, over 3 machines');
    expect(comment.match(/<summary>On <code>/g)).toHaveLength(3);
    expect(comment.replaceAll('\u00A0', ' ')).toMatch(
      /\| parameters \\\* \| 4\.00 times|\| parameters \\\* \| 4\.00 ✗ regressed \| – \| – \| – \|/,
    );
    expect(github.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(outputs).toMatch(/parameters-ratio<<\S+\n4\n/);
    expect(summary).toContain('over 3 machines');
  }, 240_000);
});

describe('a job that merges', () => {
  let workspace: string;
  beforeEach(async () => {
    workspace = await mkdtemp(path.join(home, 'merge-'));
    await put('artifacts/cpu', shardReport('cpu', { slowness: 0.7 }));
    await put('artifacts/gpu', shardReport('gpu', { slowness: 0.7 }));
    await put('artifacts/arm', shardReport('arm', { slowness: 0.7 }));
    await writeFile(path.join(workspace, 'plan.json'), JSON.stringify(fleetPlan(['cpu', 'gpu', 'arm'])));
  });
  async function put(folder: string, content: unknown): Promise<void> {
    await mkdir(path.join(workspace, folder), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(path.join(workspace, folder, 'report.json'), text);
  }
  const merge = () => mergeIn(workspace, HEAD, { plan: 'plan.json', 'output-folder': 'out' });

  it('is green where every report is there and none is worse', async () => {
    const { status, outputs } = await merge();
    expect(status).toBe(0);
    expect(outputs).toMatch(/relation<<\S+\ndominates\n/);
    expect(github.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(await readFile(path.join(workspace, 'out/badge.json'), 'utf8')).toContain(
      'dominates on 3 machines',
    );
  });

  it('is not green where reports are wrong: each is named in the one comment, and what was measured is shown', async () => {
    const other = { head: { label: 'smaller', sha: 'c'.repeat(40) } };
    await rm(path.join(workspace, 'artifacts/arm'), { recursive: true });
    await put('artifacts/gpu-again', shardReport('gpu', { slowness: 0.7 }));
    await put('artifacts/tpu', shardReport('tpu'));
    await put('artifacts/damaged', '{"schemaVersion": 1');
    await put('artifacts/elsewhere', shardReport('arm', other));
    await put('artifacts/newer', { schemaVersion: 2 });
    const { status } = await merge();
    expect(status).toBe(3);
    const [comment, ...others] = github.comments;
    expect(others).toEqual([]);
    for (const named of [
      '`arm`: missing: ',
      '`gpu`: duplicate: ',
      '`artifacts/tpu/report.json`: unplanned: ',
      '`artifacts/damaged/report.json`: corrupt: ',
      '`artifacts/elsewhere/report.json`: foreign: ',
      '`artifacts/newer/report.json`: other-schema: ',
    ])
      expect(comment?.body).toContain(`- ${named}`);
    expect(comment?.body).toContain('efficiency-gate: incomplete');
    expect(comment?.body).toContain('On <code>cpu</code>: ✓ dominates');
    expect(github.checks.map(({ conclusion }) => conclusion)).not.toContain('success');
  });
});
