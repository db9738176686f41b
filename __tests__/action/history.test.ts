import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { appendHistory, type HistoryRequest, withCreep } from '../../src/action/history.js';
import type { ActionEvent } from '../../src/action/event.js';
import { readHistory } from '../../src/history/lines.js';
import { silentLogger } from '../../src/logger.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { readHistoryBranch } from '../../src/publish/history-branch.js';
import { renderComment } from '../../src/render/comment.js';
import type { GateReport } from '../../src/report.js';
import { commitAt, contentAt, latencies, MODEL, written } from '../fixtures/history-factory.js';
import { gateReport, measured, modelReport, modelSide } from '../fixtures/report-factory.js';
import { removeTemporaryFolders, temporaryFolder } from '../revisions/repository.js';

const repository = { owner: 'acme', repo: 'models' };
const branch = 'efficiency-history';
let github: ContractServer;
let workspace: string;
let log: string[];

beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [7] });
  workspace = temporaryFolder();
  log = [];
});
afterEach(async () => {
  await github.close();
  removeTemporaryFolders();
  expect(github.violations).toEqual([]);
});

const client = () =>
  connectGitHub({ token: 'secret', apiUrl: github.url, logger: silentLogger, secondMs: 1 });
const push = (onDefaultBranch = true): ActionEvent => ({
  kind: 'push',
  ref: 'refs/heads/main',
  beforeSha: commitAt(0),
  afterSha: commitAt(1),
  onDefaultBranch,
});
const pullRequest = { kind: 'pull_request', number: 7 } as ActionEvent;

function request(
  event: ActionEvent,
  inputs: Partial<HistoryRequest['inputs']> = { 'history-branch': branch },
): HistoryRequest {
  const told = (level: string) => (message: string) => void log.push(`${level}: ${message}`);
  return {
    inputs: {
      mode: 'gate',
      label: undefined,
      'history-branch': undefined,
      'history-folder': undefined,
      ...inputs,
    },
    event,
    env: { GITHUB_REPOSITORY: 'acme/models' },
    workspace,
    connect: () => Promise.resolve(client()),
    logger: { ...silentLogger, info: told('info'), notice: told('notice'), warning: told('warning') },
  };
}

/** Of the push or pull request that follows five others. */
const report = (overrides: Partial<GateReport> = {}): GateReport =>
  gateReport({
    base: { label: 'main', sha: commitAt(5) },
    head: { label: 'main', sha: commitAt(6) },
    models: [
      modelReport({
        name: MODEL,
        base: modelSide({ sha256: contentAt(5).padEnd(64, '0') }),
        comparisons: [measured('latency_p50', 1)],
      }),
    ],
    ...overrides,
  });
const crept = latencies([1.02, 1.02, 1.02, 1.02, 1.02]);
const inFolder = (text: string): void => {
  mkdirSync(path.join(workspace, 'history'));
  writeFileSync(path.join(workspace, 'history', 'history.jsonl'), text);
};
const folder = { 'history-folder': 'history' };

describe('appending', () => {
  it('is done on a push to the default branch', async () => {
    await appendHistory(report(), request(push()));
    expect(log).toEqual([
      'info: The figures of 1 model were appended to the history in the branch efficiency-history.',
    ]);
    const text = await readHistoryBranch(client(), { ...repository, branch });
    expect(readHistory(text ?? '').records).toMatchObject([
      { commit: commitAt(6), base: commitAt(5), model: MODEL },
    ]);
  });

  it.each([
    ['a push to another branch', push(false), report()],
    ['a push that changes no model', push(), report({ models: [] })],
  ])('is not done on %s', async (_, event, told) => {
    await appendHistory(told, request(event));
    expect(log.join()).toMatch(/^info: Nothing was appended to the history: /);
    expect(github.git.refs.size).toBe(0);
  });

  it('is not done in a pull request, and goes without saying', async () => {
    await appendHistory(report(), request(pullRequest));
    expect(log).toEqual([]);
    expect(github.git.refs.size).toBe(0);
  });

  it('that fails is a warning', async () => {
    github.faults.push({ operation: 'git/create-tree', status: 403, message: 'Resource not accessible' });
    await appendHistory(report(), request(push()));
    await appendHistory(report(), { ...request(push()), connect: null });
    inFolder('');
    symlinkSync('/etc/passwd', path.join(workspace, 'passwd'));
    await appendHistory(report(), request(push(), { 'history-folder': 'passwd' }));
    expect(log.map((line) => line.slice(0, 60))).toEqual([
      'warning: The branch efficiency-history was not written. GitH',
      'warning: Nothing was appended to the history: the input gith',
      expect.stringMatching(/^warning: The history cannot be written to /),
    ]);
  });

  it('goes to a folder where one is named', async () => {
    await appendHistory(report(), request(push(), folder));
    const found = await withCreep(report(), request(pullRequest, folder));
    expect(found).toMatchObject({ creep: [], warnings: [] });
  });
});

describe('a pull request', () => {
  it('is warned of what crept up before it, in its comment, and concludes as it did', async () => {
    inFolder(written(crept));
    const found = await withCreep(report(), request(pullRequest, folder));
    expect(found.gate).toEqual(report().gate);
    expect(renderComment(found)).toContain('#### ! Slow creep');
    expect(renderComment(found)).toContain(
      '`models/vad.onnx`: 1.10 times the median latency [1.07, 1.14] over 5 changes since',
    );
  });

  it('takes no word of another job for it', async () => {
    inFolder(written(crept));
    const { creep } = await withCreep(report(), request(pullRequest, folder));
    const forged = { ...report(), creep: creep?.map((one) => ({ ...one, model: 'forged' })) ?? [] };
    expect((await withCreep(forged, request(pullRequest, {}))).creep).toBeUndefined();
    expect((await withCreep(forged, request(pullRequest, folder))).creep).toEqual(creep);
  });

  it('is told what of the history could not be read', async () => {
    inFolder(`nonsense\n${written(crept)}`);
    const found = await withCreep(report(), request(pullRequest, folder));
    expect(found.creep).toHaveLength(1);
    expect(found.warnings.join()).toContain('1 of 6 lines of the history');
  });

  it('is told that nobody looked where the history cannot be had, and concludes as it did', async () => {
    github.git.refs.set(`heads/${branch}`, 'f'.repeat(40));
    github.faults.push({ operation: 'repos/get-content', status: 403, message: 'Resource not accessible' });
    const refused = await withCreep(report(), request(pullRequest));
    const untold = await withCreep(report(), { ...request(pullRequest), connect: null });
    mkdirSync(path.join(workspace, 'links'));
    symlinkSync('/etc/passwd', path.join(workspace, 'links', 'history.jsonl'));
    const linked = await withCreep(report(), request(pullRequest, { 'history-folder': 'links' }));
    for (const found of [refused, untold, linked]) {
      expect(found.creep).toBeUndefined();
      expect(found.gate).toEqual(report().gate);
      expect(found.warnings.join()).toMatch(/^Nobody looked for slow creep: /);
    }
    expect(linked.warnings.join()).toContain('is a link, which is not followed');
  });

  it('hears nothing where there is no history yet, none is kept, or the job only measures', async () => {
    for (const inputs of [{ 'history-branch': branch }, {}, { ...folder, mode: 'measure' as const }]) {
      expect(await withCreep(report(), request(pullRequest, inputs))).toEqual(report());
    }
  });
});
