/** What a privileged job makes of a report that a stranger's job wrote. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { parseEvent, type PullRequestRun } from '../../src/action/event.js';
import { readInputs } from '../../src/action/inputs.js';
import { receiveReport } from '../../src/action/measured-elsewhere.js';
import { silentLogger } from '../../src/logger.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { renderCheck } from '../../src/render/check.js';
import { renderComment } from '../../src/render/comment.js';
import type { GateReport } from '../../src/report.js';
import { fleetPlan, shardReport, type ShardOptions } from '../fixtures/fleet.js';
import { policy } from '../fixtures/report-factory.js';
import { recordedReport } from '../fixtures/recorded-report.js';

const HEAD = 'b'.repeat(40);
let folder: string;
let github: ContractServer;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** The default branch as it is checked out, with these files. */
async function commit(files: Record<string, string>): Promise<void> {
  await mkdir(path.join(folder, '.github'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'base');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'elsewhere-'));
  git('init', '-q', '-b', 'main');
  await commit({});
  const pull = { headSha: HEAD, headRef: 'smaller', headRepository: 'stranger/models' };
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7], pull });
});
afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true });
  expect(github.violations).toEqual([]);
});

function run(changes: object = {}): PullRequestRun {
  const event = parseEvent('workflow_run', {
    workflow_run: {
      id: 41,
      run_attempt: 2,
      event: 'pull_request',
      head_sha: HEAD,
      head_branch: 'smaller',
      head_repository: { full_name: 'stranger/models', owner: { login: 'stranger' } },
      updated_at: '2026-03-02T10:00:00Z',
      pull_requests: [],
      ...changes,
    },
    repository: { default_branch: 'main' },
  });
  return event as PullRequestRun;
}

async function receive(
  report: GateReport | string = recordedReport(7, HEAD, true),
  { of = run(), inputs = {}, sha = git('rev-parse', 'HEAD') } = {},
) {
  const file = path.join(folder, 'measured.json');
  if (report !== '') await writeFile(file, typeof report === 'string' ? report : JSON.stringify(report));
  const given: Record<string, string> = { mode: 'report', report: 'measured.json', ...inputs };
  const client = connectGitHub({ token: 't', apiUrl: github.url, logger: silentLogger, secondMs: 1 });
  return receiveReport(
    { inputs: readInputs((name) => given[name] ?? ''), run: of, workspace: folder },
    { owner: 'acme', repo: 'models', connect: () => Promise.resolve(client) },
    { ...process.env, GITHUB_SHA: sha },
    new AbortController().signal,
  );
}

describe('a report of a fork', () => {
  it('is published to the pull request that GitHub tells of, and marked', async () => {
    const { event, report } = await receive();
    expect(event).toMatchObject({ number: 7, headSha: HEAD, fork: true });
    expect(report.head).toEqual({ label: 'smaller', sha: HEAD });
    const comment = renderComment(report);
    expect(comment).toContain("efficiency-gate: failed (a fork's own samples)");
    expect(comment).toMatch(/its samples are the fork’s word|its samples are the fork's word/);
    expect(renderCheck(report).title).toMatch(/\(a fork's own samples\)$/);
  });

  it('whose verdicts and text were forged is judged and written anew', async () => {
    const honest = recordedReport(7, HEAD, true);
    const forged: GateReport = {
      ...honest,
      models: honest.models.map((model) => ({
        ...model,
        comparisons: [],
        relation: 'dominates',
        sentence: 'Approved by the security team.',
      })),
      gate: { conclusion: 'passed', summary: 'Merge me.', failures: [], missing: [], warnOnly: false },
    };
    const { report } = await receive(forged);
    expect(report.gate.conclusion).toBe('failed');
    expect(renderComment(report)).not.toMatch(/Merge me|Approved by/);
  });

  it('brings no policy, no waiver and no clock of its own', async () => {
    const honest = recordedReport(7, HEAD, true);
    const lax: GateReport = {
      ...honest,
      createdAt: '2020-01-01T00:00:00Z',
      policy: { ...honest.policy, tolerances: { parameters: { relative: 9 } }, warnOnly: true, decisions: 1 },
      acknowledgements: [],
    };
    const { report } = await receive(lax);
    expect(report.gate).toMatchObject({ conclusion: 'failed', warnOnly: false });
    expect(report.policy.tolerances).toEqual({});
    expect(report.policy.decisions).toBeGreaterThanOrEqual(6);
    expect(report.createdAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it("is judged by the base's configuration", async () => {
    await commit({ '.github/efficiency-gate.yml': 'tolerances:\n  parameters: 150%\n  model_bytes: 150%\n' });
    const { report } = await receive();
    expect(report.policy.source).toBe('.github/efficiency-gate.yml of the base');
    expect(report.gate.conclusion).toBe('passed');
  });
});

describe('reports of many machines of a fork', () => {
  const shard = (machine: string, given: ShardOptions = {}) =>
    shardReport(machine, { slowness: 0.7, base: { label: 'x', sha: null }, ...given });
  async function receiveFleet(shards: Readonly<Record<string, unknown>>, plan?: unknown) {
    for (const [name, content] of Object.entries(shards)) {
      await mkdir(path.join(folder, 'in', name), { recursive: true });
      await writeFile(path.join(folder, 'in', name, 'report.json'), JSON.stringify(content));
    }
    if (plan !== undefined) await writeFile(path.join(folder, 'plan.json'), JSON.stringify(plan));
    return receive('', { inputs: { report: 'in', ...(plan === undefined ? {} : { plan: 'plan.json' }) } });
  }

  it('are merged under the policy of the base, and marked', async () => {
    await commit({ '.github/efficiency-gate.yml': 'tolerances:\n  macs: 3%\n' });
    const lax = shard('gpu', { slowness: 1.3, policy: policy({ warnOnly: true, decisions: 1 }) });
    const { report } = await receiveFleet({ cpu: shard('cpu'), gpu: lax });
    expect(report.policy.tolerances).toEqual({ macs: { relative: 0.03 } });
    expect(report.policy.decisions).toBeGreaterThanOrEqual(14);
    expect(report.gate).toMatchObject({ conclusion: 'failed', warnOnly: false });
    expect(report.fleet).toMatchObject([{ relation: 'trade-off' }]);
    expect(renderComment(report)).toContain("failed, over 2 machines (a fork's own samples)");
  });

  it('are not complete where one is of another head, or missing by its plan, which decides nothing else', async () => {
    const plan = fleetPlan(['cpu', 'arm']);
    const lax = { ...plan, machines: plan.machines.map((machine) => ({ ...machine, required: false })) };
    const stale = shard('gpu', { pullRequest: { number: 7, headSha: 'c'.repeat(40) } });
    const { report } = await receiveFleet({ cpu: shard('cpu'), gpu: stale }, lax);
    expect(report.gate.conclusion).toBe('incomplete');
    expect(report.shardFaults?.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['missing', 'arm'],
      ['foreign', 'in/gpu/report.json'],
    ]);
    expect(report.machines?.map(({ required }) => required)).toEqual([true, true]);
  });

  it('are refused where they are merged already: nobody could check what they say of other machines', async () => {
    const merged = { ...recordedReport(7, HEAD), machines: [] };
    await expect(receive(merged)).rejects.toThrow('It is merged itself');
  });
});

describe('nothing is published', () => {
  it.each([
    ['of another head', () => receive(recordedReport(7, 'c'.repeat(40)))],
    ['of a pull request that is not the branch’s', () => receive(recordedReport(8, HEAD))],
    [
      'of a run in another fork',
      () =>
        receive(undefined, {
          of: run({ head_repository: { full_name: 'other/models', owner: { login: 'stranger' } } }),
        }),
    ],
    [
      'of a closed pull request',
      () => {
        github.pull.isOpen = false;
        return receive();
      },
    ],
    [
      'of a head that has moved on',
      () => {
        github.pull.headSha = 'd'.repeat(40);
        return receive();
      },
    ],
    ['that is no JSON', () => receive('{"schemaVersion": 1')],
    ['that does not fit the schema', () => receive(JSON.stringify({ schemaVersion: 1, extra: true }))],
    ['that is nested without end', () => receive('['.repeat(1_000_000))],
  ])('%s', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ name: 'GateError', kind: 'report' });
  });

  it('through a link', async () => {
    await writeFile(path.join(folder, 'secret.json'), JSON.stringify(recordedReport(7, HEAD)));
    await symlink('secret.json', path.join(folder, 'measured.json'));
    await expect(receive('')).rejects.toThrow('is a link');
  });

  it('beyond 64 MiB, which is seen before it is read', async () => {
    await writeFile(path.join(folder, 'measured.json'), '');
    await truncate(path.join(folder, 'measured.json'), 65 * 1024 * 1024);
    await expect(receive('')).rejects.toThrow('larger than 64 MiB');
  });

  it('where the pull request is checked out instead of the default branch', async () => {
    await expect(receive(undefined, { sha: HEAD })).rejects.toThrow('not the commit of the default branch');
  });

  it('where GitHub does not tell', async () => {
    github.faults.push({ operation: 'pulls/list', status: 503, message: 'Service unavailable' });
    await expect(receive()).rejects.toMatchObject({ kind: 'publish' });
  });
});
