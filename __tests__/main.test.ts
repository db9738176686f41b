import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../examples/contract-server/server.js';
import { GateError } from '../src/errors.js';
import { silentLogger } from '../src/logger.js';
import { runAction, type ActionRequest, type ActionStages } from '../src/main.js';
import { connectGitHub } from '../src/publish/github-client.js';
import { renderCheck } from '../src/render/check.js';
import type { GateReport } from '../src/report.js';
import { gateReport, modelReport } from './publish/gate-report.js';

const SHA = 'a'.repeat(40);
const base = { ref: 'main', sha: SHA, repo: { full_name: 'acme/models' } };
const pullRequest = { pull_request: { number: 7, base, head: { ...base, ref: 'smaller' } } };
let folder: string;
let github: ContractServer;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'main-'));
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
});
afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true });
  expect(github.violations).toEqual([]);
});

interface Run {
  readonly inputs?: Record<string, string>;
  readonly event?: { name: string; payload: unknown };
  readonly env?: Record<string, string>;
  readonly gate?: (request: ActionRequest) => Promise<GateReport>;
  readonly receive?: ActionStages['receive'];
}

async function run({ inputs = {}, event, env = {}, gate, receive }: Run = {}) {
  const { name, payload } = event ?? { name: 'pull_request', payload: pullRequest };
  const payloadFile = path.join(folder, 'event.json');
  await writeFile(payloadFile, JSON.stringify(payload));
  const outputs: Record<string, string> = {};
  const log: string[] = [];
  let summary = '';
  const level = (word: string) => (message: string) => void log.push(`${word}: ${message}`);
  const runner = {
    env: {
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: payloadFile,
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '42',
      RUNNER_TEMP: path.join(folder, 'temp'),
      ...env,
    },
    logger: { ...silentLogger, info: level('info'), warning: level('warning'), error: level('error') },
    getInput: (input: string) => ({ 'github-token': 'secret', ...inputs })[input] ?? '',
    setSecret: (value: string) => void log.push(`masked: ${value}`),
    setOutput: (output: string, value: string) => void (outputs[output] = value),
    writeSummary: (markdown: string) => Promise.resolve(void (summary += markdown)),
  };
  const status = await runAction(runner, {
    gate: gate ?? (() => Promise.resolve(gateReport())),
    plan: () => Promise.reject(new Error('planned')),
    receive: receive ?? (() => Promise.reject(new Error('received'))),
    hear: (report) => Promise.resolve(report),
    renderers: {
      comment: (report, { reportUrl }) => `comment: ${report.gate.summary} ${reportUrl ?? ''}`,
      summary: (report) => `summary: ${report.gate.summary}`,
      html: (report) => Promise.resolve(`<p>${report.gate.summary}</p>`),
      badge: () => ({ svg: '<svg/>', endpoint: {} }),
      badges: () => [{ path: 'repository.svg', content: '<svg>all</svg>' }],
      check: renderCheck,
    },
    connect: (connection) => Promise.resolve(connectGitHub({ ...connection, secondMs: 1 })),
  });
  return { status, outputs, log, summary };
}

const concluding =
  (conclusion: GateReport['gate']['conclusion'], warnOnly = false) =>
  () =>
    Promise.resolve(
      gateReport({ gate: { conclusion, summary: `It ${conclusion}.`, failures: [], missing: [], warnOnly } }),
    );

describe('the badge branch', () => {
  const push = (branch: string): object => ({
    ref: `refs/heads/${branch}`,
    before: 'a'.repeat(40),
    after: 'b'.repeat(40),
    repository: { default_branch: 'main' },
  });
  const changed = () => Promise.resolve(gateReport({ models: [modelReport()] }));
  const inputs = { 'badge-branch': 'badges' };

  it('is written on a push to the default branch', async () => {
    const { status, log } = await run({
      event: { name: 'push', payload: push('main') },
      inputs,
      gate: changed,
    });
    expect({ status, log }).toMatchObject({
      status: 0,
      log: expect.arrayContaining(['info: The badges were pushed to the branch badges.']),
    });
    expect(github.git.refs.has('heads/badges')).toBe(true);
  });

  it.each([
    ['a push to another branch', { event: { name: 'push', payload: push('topic') } }],
    ['a pull request', {}],
  ])('is left alone by %s', async (_, event) => {
    const { log } = await run({ ...event, inputs, gate: changed });
    expect(log).toContain('info: No badges were pushed: that is done on a push to the default branch alone.');
    expect(github.git.refs.size).toBe(0);
  });

  it('that may not be written costs the gate nothing', async () => {
    github.faults.push({ operation: 'git/create-tree', status: 403, message: 'Resource not accessible' });
    const { status, log } = await run({
      event: { name: 'push', payload: push('main') },
      inputs,
      gate: changed,
    });
    expect(status).toBe(0);
    expect(log.join()).toContain('warning: The branch badges was not written. GitHub answered 403');
  });
});

it('a push to the default branch appends to the history, and the next pull request is held against it', async () => {
  const inputs = { 'history-branch': 'history' };
  const payload = { ref: 'refs/heads/main', before: SHA, after: SHA, repository: { default_branch: 'main' } };
  const head = { label: 'main', sha: SHA };
  const gate = () => Promise.resolve(gateReport({ head, models: [modelReport()] }));
  const pushed = await run({ event: { name: 'push', payload }, inputs, gate });
  expect(pushed.log).toContain(
    'info: The figures of 1 model were appended to the history in the branch history.',
  );
  const requested = await run({ inputs });
  expect(requested.status).toBe(0);
  expect(requested.log.join()).not.toContain('history');
});

describe('the exit status', () => {
  it.each([
    ['passed', 0],
    ['failed', 1],
    ['incomplete', 3],
    ['error', 2],
  ] as const)(
    'of a gate that concluded %s is %i, and everything is published',
    async (conclusion, status) => {
      const result = await run({ gate: concluding(conclusion) });
      expect(result.status).toBe(status);
      expect(result.outputs).toMatchObject({ conclusion });
      expect(result.summary).toBe(`summary: It ${conclusion}.`);
      expect(github.comments).toHaveLength(1);
    },
  );

  it.each([
    ['config', 2, 'error'],
    ['runtime', 3, 'incomplete'],
  ] as const)('of a gate that could not run for its %s is %i', async (kind, status, conclusion) => {
    const result = await run({
      gate: () => Promise.reject(new GateError(kind, 'Wrong `here`.', 'Do this.')),
    });
    expect(result).toMatchObject({
      status,
      outputs: { conclusion },
      log: ['masked: secret', 'error: Wrong `here`.\nDo this.'],
    });
    expect(result.summary).toContain('    Wrong `here`.\n    Do this.');
  });

  it('of a defect is 2, without a stack trace', async () => {
    const result = await run({ gate: () => Promise.reject(new TypeError('x is undefined')) });
    expect(result.status).toBe(2);
    expect(result.log.join('\n')).toContain('Unexpected: x is undefined');
    expect(result.log.join('\n')).not.toContain('at ');
  });

  it('of pull_request_target is 2 before anything is measured', async () => {
    const gate = () => Promise.reject(new Error('measured'));
    const result = await run({ gate, event: { name: 'pull_request_target', payload: pullRequest } });
    expect(result.status).toBe(2);
    expect(result.log.join()).toContain('pull_request_target');
  });

  it('with warn-only stays 0 and warns', async () => {
    const result = await run({ gate: concluding('passed', true) });
    expect(result).toMatchObject({ status: 0, log: expect.arrayContaining(['warning: It passed.']) });
  });
});

describe('what a run leaves', () => {
  it('is a comment that links the run, and files for later steps', async () => {
    const { outputs } = await run();
    const text = 'comment: Passed. https://github.com/acme/models/actions/runs/42';
    expect(github.comments[0]?.body).toBe(
      `<!-- efficiency-gate:gate -->\n<!-- efficiency-gate-run:42.1 -->\n${text}`,
    );
    expect(outputs['comment-url']).toBe('https://github.com/acme/models/pull/7#issuecomment-1000');
    expect(outputs['report-path']).toBe(path.join(folder, 'temp/efficiency-gate/gate/report.json'));
    expect(await readFile(outputs['comment-path'] ?? '', 'utf8')).toBe(text);
    expect(await readFile(outputs['html-path'] ?? '', 'utf8')).toMatch(/^<p>.*<\/p>$/);
  });

  it('lies in the folder that the workflow names, and has its own comment with a label', async () => {
    const { outputs } = await run({ inputs: { 'output-folder': 'out', label: 'arm' } });
    expect(outputs['report-path']).toBe(path.join(folder, 'out/report.json'));
    expect(github.comments[0]?.body).toContain('<!-- efficiency-gate:arm -->');
  });

  it('is no comment on an event without a pull request', async () => {
    const push = { ref: 'refs/heads/main', before: SHA, after: SHA };
    const { status, outputs } = await run({ event: { name: 'push', payload: push } });
    expect(status).toBe(0);
    expect(outputs['report-path']).toBeDefined();
    expect(github.requests).toEqual([]);
  });
});

describe('mode: measure', () => {
  it.each(['passed', 'failed', 'incomplete'] as const)(
    'passes after a gate that %s, leaves its report and says nothing to GitHub',
    async (conclusion) => {
      const { status, outputs } = await run({
        inputs: { mode: 'measure', check: 'true' },
        gate: concluding(conclusion),
      });
      expect({ status, outputs }).toMatchObject({ status: 0, outputs: { conclusion } });
      expect(await readFile(outputs['report-path'] ?? '', 'utf8')).toContain('"schemaVersion": 1');
      expect(github.requests).toEqual([]);
    },
  );

  it('fails when the run itself does', async () => {
    const gate = () => Promise.reject(new GateError('runtime', 'No runtime.', 'Install it.'));
    expect(await run({ inputs: { mode: 'measure', 'github-token': '' }, gate })).toMatchObject({ status: 3 });
  });
});

describe('the comment', () => {
  const untouched = () =>
    Promise.resolve(gateReport({ models: [modelReport({ status: 'identical', relation: null })] }));
  const wanted = async (comment: string, gate: Run['gate']) => {
    const [{ status }, count] = [
      await run({ inputs: { comment }, ...(gate === undefined ? {} : { gate }) }),
      github.comments.length,
    ];
    expect(status).not.toBe(2);
    return count === 1;
  };

  it.each([
    ['on-change', 'passed', true],
    ['on-failure', 'passed', false],
    ['on-failure', 'failed', true],
    ['always', 'passed', true],
    ['never', 'failed', false],
    ['required', 'passed', true],
  ] as const)('with "comment: %s" after a gate that %s: %s', async (comment, conclusion, expected) => {
    expect(await wanted(comment, concluding(conclusion))).toBe(expected);
  });

  it.each([
    ['on-change', false],
    ['always', true],
    ['required', false],
  ])('with "comment: %s" when no model was touched: %s', async (comment, expected) => {
    expect(await wanted(comment, untouched)).toBe(expected);
  });

  it('that is there is brought up to date even when none would be created', async () => {
    await run({ gate: concluding('failed') });
    await run({ inputs: { comment: 'on-failure' } });
    expect(github.comments).toEqual([
      expect.objectContaining({ body: expect.stringContaining('Passed.'), edits: 1 }),
    ]);
  });

  it.each([
    [0, 'passed'],
    [1, 'failed'],
  ] as const)('without permission leaves the status %i of a gate that %s', async (status, conclusion) => {
    github.faults.push({
      operation: 'issues/create-comment',
      status: 403,
      message: 'Resource not accessible by integration',
    });
    const result = await run({ gate: concluding(conclusion) });
    expect(result).toMatchObject({ status, outputs: { conclusion } });
    expect(result.log.join('\n')).toContain(
      'warning: The comment was not posted: the job lacks the permission "pull-requests: write"',
    );
  });

  it('that was required and could not be posted fails the step, with everything else published', async () => {
    github.faults.push({
      operation: 'issues/create-comment',
      status: 403,
      message: 'Resource not accessible by integration',
    });
    const result = await run({ inputs: { comment: 'required' } });
    expect(result).toMatchObject({ status: 2, outputs: { conclusion: 'error' } });
    expect(await readFile(result.outputs['report-path'] ?? '', 'utf8')).toContain('"schemaVersion": 1');
  });

  it('without a token is not attempted, and that is said', async () => {
    const result = await run({ inputs: { 'github-token': '' } });
    expect(result.status).toBe(0);
    expect(result.log.join()).toContain('github-token is empty');
    expect(github.requests).toEqual([]);
  });
});
