import { afterEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GateError } from '../../src/errors.js';
import { resolveRange } from '../../src/revisions/range.js';
import type { RevisionEvent } from '../../src/revisions/refs.js';
import { removeTemporaryFolders, Repository, shallowCheckout, temporaryFolder } from './repository.js';

afterEach(removeTemporaryFolders);

const NO_EVENT: RevisionEvent = { kind: 'none' };
const ZEROS = '0'.repeat(40);

/** A base that went on after the head left it: `left` is where. */
function diverged(branch = 'smaller') {
  const repository = Repository.create(temporaryFolder());
  repository.commit({ 'a.onnx': 'first' });
  const left = repository.commit({ 'a.onnx': 'second' });
  repository.run('branch', '--', branch);
  const baseSha = repository.commit({ 'b.onnx': 'of the base alone' });
  repository.run('switch', '--quiet', '--', branch);
  const headSha = repository.commit({ 'a.onnx': 'smaller' });
  const event = {
    kind: 'pull_request' as const,
    number: 1,
    baseRef: 'main',
    baseSha,
    headRef: branch,
    headSha,
  };
  return { repository, left, baseSha, headSha, event };
}

async function refusal(act: Promise<unknown>): Promise<GateError> {
  const thrown: unknown = await act.catch((failure: unknown) => failure);
  if (thrown instanceof GateError) return thrown;
  throw new Error(`not refused: ${String(thrown)}`);
}

describe('base and head of a pull request', () => {
  it('are the merge that Actions checks out and its first parent', async () => {
    const { repository, baseSha, headSha, event } = diverged();
    const merge = repository.mergeCommit(baseSha, headSha);
    expect(await resolveRange(repository.git(), event, {})).toEqual({
      base: { sha: baseSha, label: 'main' },
      head: { sha: merge, label: 'smaller merged into main' },
      warnings: [],
    });
  });

  it('are the head and where it left the base, when the head is checked out', async () => {
    const { repository, left, headSha, event } = diverged();
    expect(await resolveRange(repository.git(), event, {})).toMatchObject({
      base: { sha: left, label: 'where smaller left main' },
      head: { sha: headSha, label: 'smaller' },
    });
  });

  it('are fetched where a shallow checkout lacks them, without touching refs', async () => {
    const { repository, baseSha, headSha, event } = diverged();
    const merge = repository.mergeCommit(baseSha, headSha);
    const folder = temporaryFolder();
    const clone = shallowCheckout(
      repository.publish(path.join(folder, 'origin')),
      path.join(folder, 'clone'),
      merge,
    );
    const before = [
      clone.run('show-ref', '--head'),
      readFileSync(path.join(clone.folder, '.git/FETCH_HEAD'), 'utf8'),
    ];
    const range = await resolveRange(clone.git(), event, {});
    expect([range.base?.sha, range.head.sha]).toEqual([baseSha, merge]);
    expect([
      clone.run('show-ref', '--head'),
      readFileSync(path.join(clone.folder, '.git/FETCH_HEAD'), 'utf8'),
    ]).toEqual(before);
  });

  it('reach back to the merge base of a shallow checkout of the head', async () => {
    const { repository, event } = diverged();
    for (let commit = 0; commit < 70; commit += 1) repository.commit({}, `Step ${commit}`);
    const headSha = repository.run('rev-parse', 'HEAD');
    const left = repository.run('merge-base', 'main', 'smaller');
    const folder = temporaryFolder();
    const clone = shallowCheckout(
      repository.publish(path.join(folder, 'origin')),
      path.join(folder, 'clone'),
      headSha,
    );
    const range = await resolveRange(clone.git(), { ...event, headSha }, {});
    expect(range.base?.sha).toBe(left);
  });

  it('are missed with a hint when they cannot be fetched', async () => {
    const { repository, headSha, event } = diverged();
    const folder = temporaryFolder();
    const clone = shallowCheckout(
      repository.publish(path.join(folder, 'origin')),
      path.join(folder, 'clone'),
      headSha,
    );
    clone.run('remote', 'set-url', 'origin', `file://${folder}/gone`);
    const { kind, message, next } = await refusal(resolveRange(clone.git(), event, {}));
    expect(kind).toBe('revision');
    expect(message).toMatch(
      /^The commit [0-9a-f]{12} \(main\) is not in this clone, and fetching it failed: fatal: /,
    );
    expect(next).toContain('"fetch-depth: 0"');
  });
});

describe('base and head of a push', () => {
  const pushOf = (beforeSha: string | null, afterSha: string): RevisionEvent => ({
    kind: 'push',
    ref: 'refs/heads/main',
    beforeSha,
    afterSha,
  });

  it('are before and after', async () => {
    const repository = Repository.create(temporaryFolder());
    const before = repository.commit({ a: '1' });
    repository.commit({ a: '2' });
    const after = repository.commit({ a: '3' });
    const range = await resolveRange(repository.git(), pushOf(before, after), {});
    expect([range.base?.sha, range.head.sha]).toEqual([before, after]);
  });

  it('of a new branch are its first parent, or nothing', async () => {
    const repository = Repository.create(temporaryFolder());
    const root = repository.commit({ a: '1' });
    const after = repository.commit({ a: '2' });
    expect((await resolveRange(repository.git(), pushOf(null, after), {})).base?.sha).toBe(root);
    expect((await resolveRange(repository.git(), pushOf(null, root), {})).base).toBeNull();
  });

  it('fall back to the first parent, with a warning, when history was rewritten', async () => {
    const repository = Repository.create(temporaryFolder());
    const root = repository.commit({ a: '1' });
    const after = repository.commit({ a: '2' });
    const { base, warnings } = await resolveRange(repository.git(), pushOf('1'.repeat(40), after), {});
    expect(base?.sha).toBe(root);
    expect(warnings).toEqual([
      expect.stringMatching(/^The commit 1{12} .* Compared with first parent of main instead\.$/),
    ]);
  });
});

describe('base and head without an event', () => {
  it('are HEAD and where it left the default branch', async () => {
    const { repository, left, headSha } = diverged();
    expect(await resolveRange(repository.git(), NO_EVENT, {})).toMatchObject({
      base: { sha: left, label: 'where HEAD left main' },
      head: { sha: headSha, label: 'HEAD' },
    });
  });

  it('ask the remote for its default branch where no clone knows it', async () => {
    const repository = Repository.create(temporaryFolder());
    repository.run('branch', '-m', 'trunk');
    const base = repository.commit({ a: '1' });
    repository.run('switch', '--quiet', '--create', 'topic');
    const head = repository.commit({ a: '2' });
    repository.run('switch', '--quiet', 'trunk');
    const folder = temporaryFolder();
    const clone = shallowCheckout(
      repository.publish(path.join(folder, 'origin')),
      path.join(folder, 'clone'),
      head,
    );
    expect(await resolveRange(clone.git(), { kind: 'workflow_dispatch' }, {})).toMatchObject({
      base: { sha: base, label: 'trunk' },
      head: { sha: head },
    });
  });

  it('need to be named where there is no default branch', async () => {
    const repository = Repository.create(temporaryFolder());
    repository.run('branch', '-m', 'topic');
    repository.commit({ a: '1' });
    expect((await refusal(resolveRange(repository.git(), NO_EVENT, {}))).next).toContain('--base REF');
  });

  it.each([
    'feature/`touch${IFS}x`',
    '$(touch${IFS}x)',
    'a|b',
    "it's-fine",
    'ünï-模型',
    'a@b',
    '<b>',
    '-n',
    '--all',
  ])('can be named %s', async (branch) => {
    const { repository, left, headSha } = diverged('topic');
    repository.run('update-ref', `refs/heads/${branch}`, headSha);
    expect(await resolveRange(repository.git(), NO_EVENT, { base: 'main', head: branch })).toEqual({
      base: { sha: left, label: `where ${branch} left main` },
      head: { sha: headSha, label: branch },
      warnings: [],
    });
  });

  it('can be named by branches, tags and commits that only the remote has', async () => {
    const { repository, left, baseSha, headSha } = diverged('feature/`x`|$y');
    repository.run('tag', '--annotate', '--message', 'Release', 'v1', left);
    const folder = temporaryFolder();
    const address = repository.publish(path.join(folder, 'origin'));
    const clone = shallowCheckout(address, path.join(folder, 'clone'), headSha);
    const byName = async (base: string, head?: string) => {
      const range = await resolveRange(clone.git(), NO_EVENT, { base, head });
      return [range.base?.sha, range.head.sha];
    };
    expect(await byName('main')).toEqual([left, headSha]);
    expect(await byName('v1')).toEqual([left, headSha]);
    expect(await byName(left, baseSha)).toEqual([left, baseSha]);
    expect(await byName('main', 'feature/`x`|$y')).toEqual([left, headSha]);
  });

  it.each(['nope', '', ' ', 'main:a.onnx', 'main..topic', '--all', '-', 'a\nb', ZEROS])(
    'are refused when the base is called %j',
    async (base) => {
      const { repository } = diverged();
      const { kind, message } = await refusal(resolveRange(repository.git(), NO_EVENT, { base }));
      expect(kind).toBe('revision');
      expect(message).toContain(base === ZEROS ? '000000000000' : JSON.stringify(base));
    },
  );

  it('are compared as they are when they have no history in common', async () => {
    const repository = Repository.create(temporaryFolder());
    const main = repository.commit({ a: '1' });
    repository.run('switch', '--quiet', '--orphan', 'other');
    const head = repository.commit({ b: '1' });
    const { base, warnings } = await resolveRange(repository.git(), NO_EVENT, {});
    expect([base?.sha, warnings]).toEqual([
      main,
      ['HEAD and main have no history in common: they are compared as they are.'],
    ]);
    expect(head).not.toBe(main);
  });
});

describe('what cannot be a repository', () => {
  it('is named: a folder without git', async () => {
    const { kind, message } = await refusal(
      resolveRange(new Repository(temporaryFolder()).git(), NO_EVENT, {}),
    );
    expect([kind, message]).toEqual(['revision', 'This is no git repository.']);
  });

  it('is named: a repository without a commit', async () => {
    const { message } = await refusal(resolveRange(Repository.create(temporaryFolder()).git(), NO_EVENT, {}));
    expect(message).toBe('The repository has no commit yet.');
  });
});
