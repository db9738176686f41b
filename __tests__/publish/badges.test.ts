import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startContractServer, type ContractServer } from '../../examples/contract-server/server.js';
import { silentLogger } from '../../src/logger.js';
import { publishBadges } from '../../src/publish/badges.js';
import { updateBranch } from '../../src/publish/branch.js';
import { connectGitHub } from '../../src/publish/github-client.js';

const target = { owner: 'acme', repo: 'models', branch: 'badges' };
const SHA = 'c'.repeat(40);
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
const badges = (run: number, content: string) =>
  publishBadges(client(), target, {
    files: [{ path: 'repository.svg', content }],
    head: 'a'.repeat(40),
    run,
    random: Math.random,
    waitMs: 5,
  });

/** Files of the branch as they are now. */
function branch(): ReadonlyMap<string, string> {
  const tip = github.git.commits.get(github.git.refs.get('heads/badges') ?? '');
  return github.git.trees.get(tip?.tree ?? '') ?? new Map<string, string>();
}

function commitsOnBranch(): number {
  let count = 0;
  for (let sha = github.git.refs.get('heads/badges'); sha !== undefined; count += 1) {
    [sha] = github.git.commits.get(sha)?.parents ?? [];
  }
  return count;
}

describe('the badge branch', () => {
  it('is made when it is not there, and only moves forward from then on', async () => {
    expect(await badges(1, 'old')).toMatchObject({ status: 'pushed' });
    expect(await badges(2, 'new')).toMatchObject({ status: 'pushed' });
    expect(branch().get('repository.svg')).toBe('new');
    expect(commitsOnBranch()).toBe(2);
  });

  it('keeps the badges of models that a run did not compare', async () => {
    await publishBadges(client(), target, {
      files: [{ path: 'a.svg', content: 'a' }],
      head: null,
      run: 1,
      random: Math.random,
    });
    await badges(2, 'b');
    expect([...branch().keys()].sort()).toEqual(['a.svg', 'repository.svg', 'state.json']);
  });

  it('is not written by a run that is older than what lies there', async () => {
    await badges(9, 'newest');
    expect(await badges(8, 'late')).toEqual({ status: 'outdated' });
    expect(branch().get('repository.svg')).toBe('newest');
  });

  it('gets no commit where nothing is different', async () => {
    await badges(1, 'same');
    expect(await badges(1, 'same')).toEqual({ status: 'unchanged' });
    expect(commitsOnBranch()).toBe(1);
  });

  it('of somebody who put other things there keeps them', async () => {
    github.git.trees.set(
      SHA,
      new Map([
        ['state.json', 'not ours'],
        ['README.md', 'mine'],
      ]),
    );
    github.git.commits.set(SHA, { sha: SHA, tree: SHA, parents: [], message: '' });
    github.git.refs.set('heads/badges', SHA);
    expect(await badges(1, 'ours')).toMatchObject({ status: 'pushed' });
    expect(branch().get('README.md')).toBe('mine');
  });
});

describe('concurrent writes to a branch', () => {
  it('lose nothing', async () => {
    const writers = Array.from({ length: 4 }, (_, index) =>
      updateBranch(
        client(),
        target,
        async (read) => [{ path: 'log', content: `${(await read('log')) ?? ''}${index}\n` }],
        `Entry ${index}`,
        { random: Math.random, waitMs: 20 },
      ),
    );
    await Promise.all(writers);
    expect((branch().get('log') ?? '').trim().split('\n').sort()).toEqual(['0', '1', '2', '3']);
    expect(commitsOnBranch()).toBe(4);
  });

  it('take an answer that was lost on the way for what it was', async () => {
    await badges(1, 'first');
    github.faults.push({
      operation: 'git/update-ref',
      status: 502,
      message: 'Bad Gateway',
      times: 1,
      afterEffect: true,
    });
    expect(await badges(2, 'second')).toMatchObject({ status: 'pushed' });
    expect(commitsOnBranch()).toBe(2);
  });

  it('are given up with a reason where the branch may not be written', async () => {
    github.faults.push({
      operation: 'git/create-tree',
      status: 403,
      message: 'Resource not accessible by integration',
    });
    expect(await badges(1, 'x')).toEqual({
      status: 'failed',
      message: expect.stringMatching(
        /^The branch badges was not written\. GitHub answered 403.*contents: write/,
      ),
    });
  });
});
