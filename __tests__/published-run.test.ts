/** The second of two stages as a runner starts it: the bundle on Node 24 on `workflow_run`, with a stranger's report. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../examples/contract-server/server.js';
import { type Finished, runStep } from './fixtures/action-step.js';
import { HOSTILE_TEXTS } from './fixtures/hostile-texts.js';
import { recordedReport } from './fixtures/recorded-report.js';

const HEAD = 'b'.repeat(40);
let home: string;
let workspace: string;
let github: ContractServer;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: workspace,
    encoding: 'utf8',
  }).trim();

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'published-'));
  workspace = path.join(home, 'repository');
  await mkdir(workspace);
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'base');
});
afterAll(() => rm(home, { recursive: true }));
beforeEach(async () => {
  const pull = { headSha: HEAD, headRef: 'smaller', headRepository: 'stranger/models' };
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7], pull });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

async function publish(report: unknown): Promise<Finished> {
  const artifact = await mkdtemp(path.join(home, 'artifact-'));
  const file = path.join(artifact, 'report.json');
  await writeFile(file, JSON.stringify(report));
  const payload = {
    workflow_run: {
      id: 41,
      run_attempt: 1,
      event: 'pull_request',
      head_sha: HEAD,
      head_branch: 'smaller',
      head_repository: { full_name: 'stranger/models', owner: { login: 'stranger' } },
      updated_at: '2026-03-02T10:00:00Z',
    },
    repository: { default_branch: 'main' },
  };
  return runStep(home, {
    event: { name: 'workflow_run', payload },
    apiUrl: github.url,
    inputs: { mode: 'report', report: file },
    env: { GITHUB_SHA: git('rev-parse', 'HEAD') },
    workspace,
  });
}

describe('a report of a fork, published by the packaged action', () => {
  it('fails the step, comments once, and sets the check on the head that was measured', async () => {
    const { status, log } = await publish(recordedReport(7, HEAD, true));
    expect({ status, log }).toEqual({ status: 1, log: expect.stringContaining('The check run was created') });
    expect(github.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("efficiency-gate: failed (a fork's own samples)"),
    ]);
    const checks = github.requests.filter(({ operation }) => operation?.startsWith('checks/') === true);
    expect(checks.map(({ status: answered }) => answered)).toContain(201);
  });

  it('of another head publishes nothing', async () => {
    const { status, log } = await publish(recordedReport(7, 'c'.repeat(40), true));
    expect({ status, log }).toEqual({ status: 2, log: expect.stringContaining('Nothing was published') });
    expect(github.comments).toEqual([]);
  });

  it('writes outputs and a summary in which a hostile name begins no line, output or command of its own', async () => {
    const report = recordedReport(7, HEAD, true);
    const texts = [
      ...HOSTILE_TEXTS.filter(({ length }) => length < 200),
      'x\nconclusion=passed\ny<<EOF\n::set-output name=a::b',
    ];
    const models = texts.slice(-40).map((name) => ({ ...report.models[0]!, name }));
    const { outputs, summary, log } = await publish({ ...report, models, warnings: texts });
    // GITHUB_OUTPUT: NAME<<DELIMITER, the value on lines of its own, DELIMITER.
    const blocks = [...outputs.matchAll(/^([a-z0-9-]+)<<(ghadelimiter_[0-9a-f-]{36})\n([\s\S]*?)\n\2\n/gm)];
    expect(blocks.map(([whole]) => whole).join('')).toBe(outputs);
    const values = Object.fromEntries(
      blocks.map(([, name = '', , value = '']) => [name, value] as const),
    ) as Record<string, string>;
    expect(values.conclusion).toBe('failed');
    for (const value of Object.values(values)) expect(value).toMatch(/^[\w.,+/:#-]*$/);
    const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
    expect(summary).not.toMatch(unseen);
    expect(summary).not.toMatch(/^\s*::/m);
    expect(log).not.toMatch(/^::set-output/m);
  });
});
