import { afterEach, describe, expect, it } from '@jest/globals';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GateError } from '../../src/errors.js';
import { GitFailure } from '../../src/revisions/git.js';
import { createGit } from '../../src/revisions/git-process.js';
import { GIT_ENV, programs, removeTemporaryFolders, Repository, temporaryFolder } from './repository.js';

afterEach(removeTemporaryFolders);

const repository = (): Repository => Repository.create(path.join(temporaryFolder(), 'a `b` $(c) d'));

describe('git', () => {
  it('answers with its standard output', async () => {
    const here = repository();
    const sha = here.commit({ a: 'content' });
    const { stdout } = await here.git()(['rev-parse', 'HEAD']);
    expect(stdout.toString()).toBe(`${sha}\n`);
  });

  it('passes arguments on as they are, to no shell', async () => {
    const here = repository();
    const bait = path.join(here.folder, 'bait');
    await expect(here.git()(['rev-parse', '--verify', `$(touch '${bait}')`])).rejects.toThrow(GitFailure);
    expect(existsSync(bait)).toBe(false);
  });

  it('runs no hook', async () => {
    const here = repository();
    const sha = here.commit({ a: 'content' });
    const bait = path.join(temporaryFolder(), 'bait');
    const hook = path.join(here.folder, '.git/hooks/reference-transaction');
    mkdirSync(path.dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch '${bait}'\n`, { mode: 0o755 });
    await here.git()(['update-ref', 'refs/heads/other', sha]);
    expect(existsSync(bait)).toBe(false);
  });

  it('fails with the first word of git on it', async () => {
    const failure = repository().git()(['cat-file', 'blob', 'nothing']);
    await expect(failure).rejects.toMatchObject({ name: 'GitFailure', status: 128 });
    await expect(failure).rejects.toThrow('fatal: Not a valid object name nothing');
  });

  it('reads from its input and writes into a stream', async () => {
    const file = path.join(temporaryFolder(), 'out');
    const here = repository();
    const { stdout } = await here.git()(['hash-object', '-w', '--stdin'], {
      input: Buffer.from('content\n'),
    });
    await here.git()(['cat-file', 'blob', stdout.toString().trim()], { into: createWriteStream(file) });
    expect(readFileSync(file, 'utf8')).toBe('content\n');
  });

  it('is stopped when it says too much', async () => {
    const here = repository();
    here.commit({ large: 'x'.repeat(100_000) });
    const reading = here.git()(['cat-file', 'blob', 'HEAD:large'], { maxBytes: 50_000 });
    await expect(reading).rejects.toMatchObject({ kind: 'revision' });
    await expect(reading).rejects.toThrow('more than 50000 bytes');
  });

  it('is killed at its deadline, with what it started', async () => {
    const PATH = `${programs({ git: 'sleep 1000 & wait' })}:${GIT_ENV.PATH ?? ''}`;
    const waiting = repository().git({ PATH })(['fetch'], { timeoutS: 0.2 });
    await expect(waiting).rejects.toThrow('git fetch did not end within 0.2 s and was killed.');
  });

  it('is killed when the caller has enough', async () => {
    const PATH = `${programs({ git: 'sleep 1000' })}:${GIT_ENV.PATH ?? ''}`;
    const enough = new AbortController();
    const git = createGit({ folder: temporaryFolder(), env: { ...GIT_ENV, PATH }, signal: enough.signal });
    const waiting = git(['fetch']);
    enough.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(git(['fetch'])).rejects.toThrow('enough');
  });

  it('is missed by name when it is not installed', async () => {
    const git = createGit({ folder: temporaryFolder(), env: { PATH: temporaryFolder() } });
    const failure: unknown = await git(['version']).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(GateError);
    expect(failure).toMatchObject({ kind: 'revision', message: 'Git is not installed, or not in PATH.' });
  });

  it('is not blamed for a folder that is not there', async () => {
    const git = createGit({ folder: '/nonexistent/folder', env: GIT_ENV });
    await expect(git(['version'])).rejects.toThrow('/nonexistent/folder is no folder.');
  });

  it('reads the repository of its folder, whatever a surrounding hook says', async () => {
    const here = repository();
    const sha = here.commit({ a: 'here' });
    const elsewhere = Repository.create(temporaryFolder());
    elsewhere.commit({ a: 'elsewhere' });
    const git = here.git({ GIT_DIR: path.join(elsewhere.folder, '.git'), GIT_WORK_TREE: elsewhere.folder });
    const { stdout } = await git(['rev-parse', 'HEAD']);
    expect(stdout.toString().trim()).toBe(sha);
  });
});
