import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/revisions/git-process.js';
import { withWorktrees } from '../../src/revisions/worktrees.js';
import { GIT_ENV, Repository, removeTemporaryFolders, temporaryFolder } from './repository.js';

let repository: Repository;
let before: string;
let after: string;
beforeEach(() => {
  repository = Repository.create(path.join(temporaryFolder(), 'repository'));
  before = repository.commit({ 'a.txt': 'before', '.gitattributes': '*.txt filter=stamp\n' });
  after = repository.commit({ 'a.txt': 'after' });
});
afterAll(removeTemporaryFolders);

const leftIn = (folder: string): boolean[] => [
  existsSync(path.join(repository.folder, '.git', 'worktrees')),
  existsSync(path.join(folder, 'worktrees')) && repository.run('worktree', 'list').includes(folder),
];

describe('a worktree', () => {
  it('holds the files of its commit, is made once, and is gone afterwards', async () => {
    const folder = temporaryFolder();
    let one = '';
    const read = await withWorktrees(repository.git(), folder, async ({ at }) => {
      one = await at(before);
      expect(await at(before)).toBe(one);
      return [one, await at(after)].map((tree) => readFileSync(path.join(tree, 'a.txt'), 'utf8'));
    });
    expect(read).toEqual(['before', 'after']);
    expect(existsSync(one)).toBe(false);
    expect(leftIn(folder)).toEqual([false, false]);
  });

  it('leaves the checkout alone: files, branch, index and refs', async () => {
    const state = () =>
      ['status', 'symbolic-ref HEAD', 'for-each-ref'].map((args) => repository.run(...args.split(' ')));
    writeFileSync(path.join(repository.folder, 'a.txt'), 'not committed');
    const untouched = state();
    await withWorktrees(repository.git(), temporaryFolder(), async ({ at }) => {
      writeFileSync(path.join(await at(before), 'a.txt'), 'written by a command');
    });
    expect(state()).toEqual(untouched);
    expect(readFileSync(path.join(repository.folder, 'a.txt'), 'utf8')).toBe('not committed');
  });

  it('runs no hook and no filter', async () => {
    const trace = path.join(temporaryFolder(), 'trace');
    const hook = path.join(repository.folder, '.git', 'hooks', 'post-checkout');
    writeFileSync(hook, `#!/bin/sh\necho hook >> ${trace}\n`);
    chmodSync(hook, 0o755);
    repository.run('config', 'filter.stamp.smudge', `sh -c 'echo filter >> ${trace}; cat'`);
    repository.run('config', 'filter.stamp.required', 'true');
    const text = await withWorktrees(repository.git(), temporaryFolder(), async ({ at }) =>
      readFileSync(path.join(await at(before), 'a.txt'), 'utf8'),
    );
    expect(text).toBe('before');
    expect(existsSync(trace)).toBe(false);
  });

  it('is gone after a failure, also when a command broke it', async () => {
    const folder = temporaryFolder();
    const failing = withWorktrees(repository.git(), folder, async ({ at }) => {
      rmSync(path.join(await at(before), '.git'));
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(leftIn(folder)).toEqual([false, false]);
  });

  it('is gone after an interruption, when git answers no more', async () => {
    const folder = temporaryFolder();
    const interruption = new AbortController();
    const git = createGit({ folder: repository.folder, env: GIT_ENV, signal: interruption.signal });
    const interrupted = withWorktrees(git, folder, async ({ at }) => {
      await at(before);
      interruption.abort(new Error('interrupted'));
      return at(after);
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(leftIn(folder)).toEqual([false, false]);
  });

  it("leaves the user's own worktrees where they are", async () => {
    const own = path.join(temporaryFolder(), 'own');
    repository.run('worktree', 'add', '--quiet', '--detach', own, before);
    await withWorktrees(repository.git(), temporaryFolder(), ({ at }) => at(after));
    expect(repository.run('worktree', 'list')).toContain(own);
  });

  it('of what is no commit is refused', async () => {
    const missing = withWorktrees(repository.git(), temporaryFolder(), ({ at }) => at('0'.repeat(40)));
    await expect(missing).rejects.toMatchObject({ kind: 'revision' });
  });
});
