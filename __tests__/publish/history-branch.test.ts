import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { HISTORY_FILE, readHistory } from '../../src/history/lines.js';
import type { HistoryRecord } from '../../src/history/record.js';
import { silentLogger } from '../../src/logger.js';
import { connectGitHub } from '../../src/publish/github-client.js';
import { appendToBranch, readHistoryBranch } from '../../src/publish/history-branch.js';
import { commitAt, record } from '../fixtures/history-factory.js';

const target = { owner: 'acme', repo: 'models', branch: 'efficiency-history' };
let github: ContractServer;

beforeEach(async () => {
  github = await startContractServer({ repository: 'acme/models', pullRequests: [] });
});
afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const client = () =>
  connectGitHub({ token: 'secret', apiUrl: github.url, logger: silentLogger, secondMs: 1 });
const append = (...records: HistoryRecord[]) =>
  appendToBranch(client(), target, records, { random: Math.random, waitMs: 20 });
const recorded = async () => readHistory((await readHistoryBranch(client(), target)) ?? '').records;

describe('appending to the branch of the history', () => {
  it.each([2, 4])('%i at once lose nothing', async (writers) => {
    const records = Array.from({ length: writers }, (_, at) => record(at + 1));
    const outcomes = await Promise.all(records.map((one) => append(one)));
    expect(outcomes.map(({ status }) => status)).toEqual(records.map(() => 'appended'));
    expect(await recorded()).toEqual(records);
  });

  it('makes the branch, and adds no commit for a run that was started again', async () => {
    expect(await readHistoryBranch(client(), target)).toBeNull();
    expect(await append(record(1))).toEqual({ status: 'appended', dropped: 0 });
    const tip = github.git.refs.get('heads/efficiency-history');
    expect(github.git.commits.get(tip ?? '')?.message).toBe(`History of ${commitAt(1)}`);
    expect(await append(record(1))).toEqual({ status: 'unchanged' });
    expect(github.git.refs.get('heads/efficiency-history')).toBe(tip);
  });

  it('leaves what else lies on the branch alone', async () => {
    await append(record(1));
    await append(record(2));
    const tip = github.git.commits.get(github.git.refs.get('heads/efficiency-history') ?? '');
    expect([...(github.git.trees.get(tip?.tree ?? '')?.keys() ?? [])]).toEqual([HISTORY_FILE]);
  });

  it('is given up with a reason where the branch may not be written', async () => {
    github.faults.push({ operation: 'git/create-tree', status: 403, message: 'Resource not accessible' });
    expect(await append(record(1))).toEqual({
      status: 'failed',
      message: expect.stringMatching(/^The branch efficiency-history was not written\..*contents: write/),
    });
  });

  it('is refused reading with a reason', async () => {
    await append(record(1));
    github.faults.push({ operation: 'repos/get-content', status: 403, message: 'Resource not accessible' });
    await expect(readHistoryBranch(client(), target)).rejects.toThrow(
      'The branch efficiency-history was not read. GitHub answered 403',
    );
  });
});
