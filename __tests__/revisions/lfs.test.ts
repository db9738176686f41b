import { afterEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../../src/errors.js';
import { writeContent } from '../../src/revisions/content.js';
import { parsePointer } from '../../src/revisions/lfs.js';
import {
  GIT_ENV,
  programs,
  removeTemporaryFolders,
  Repository,
  temporaryFolder,
  whereIs,
} from './repository.js';

afterEach(removeTemporaryFolders);

const CONTENT = 'the real model\n'.repeat(10_000);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pointerTo = (content: string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(content)}\nsize ${content.length}\n`;

describe('a Git LFS pointer', () => {
  it('tells the digest and the size of what it stands for', () => {
    const expected = { sha256: sha256(CONTENT), size: CONTENT.length };
    expect(parsePointer(Buffer.from(pointerTo(CONTENT)))).toEqual(expected);
    const extended = pointerTo(CONTENT).replace('oid', 'ext-0-foo sha256:00\noid');
    expect(parsePointer(Buffer.from(extended))).toEqual(expected);
  });

  it.each([
    ['a model', Buffer.from([8, 9, 18, 0])],
    ['nothing', Buffer.alloc(0)],
    ['a text about pointers', Buffer.from(`See:\n${pointerTo('x')}`)],
    ['a pointer that is too long', Buffer.from(pointerTo('x') + '\n'.repeat(1024))],
    ['a pointer without a size', Buffer.from(pointerTo('x').replace(/size.*/, ''))],
    ['a pointer with another digest', Buffer.from(pointerTo('x').replace('sha256', 'md5'))],
  ])('is not %s', (_, bytes) => {
    expect(parsePointer(bytes)).toBeNull();
  });
});

/** Reads a pointer from a repository with such a git-lfs in front of PATH. */
async function resolve(lfs: string | null, content = CONTENT) {
  const repository = Repository.create(temporaryFolder());
  repository.commit({ 'a.onnx': pointerTo(content) });
  const file = path.join(temporaryFolder(), 'a.onnx');
  let PATH = `${programs(lfs === null ? {} : { 'git-lfs': lfs })}:${GIT_ENV.PATH ?? ''}`;
  if (lfs === null) {
    PATH = temporaryFolder();
    symlinkSync(whereIs('git'), path.join(PATH, 'git'));
  }
  const failure = await writeContent(
    repository.git({ PATH, GIT_LFS_SKIP_SMUDGE: '1' }),
    repository.run('rev-parse', 'HEAD:a.onnx'),
    file,
    'a.onnx at head',
  ).then(
    () => null,
    (thrown: unknown) => describeFailure(thrown),
  );
  return { file, failure };
}

/** A git-lfs that answers a request to smudge as it is told. */
const answering = (smudge: string): string =>
  `case "$1" in version) echo git-lfs/3;; smudge) ${smudge};; esac`;

describe('a model in Git LFS', () => {
  const stored = (content: string): string => {
    const file = path.join(temporaryFolder(), 'object');
    writeFileSync(file, content);
    return `cat '${file}'`;
  };

  it('is resolved by git-lfs', async () => {
    const { file, failure } = await resolve(answering(`cat >/dev/null; ${stored(CONTENT)}`));
    expect(failure).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(CONTENT);
  });

  it('is resolved although the surroundings say to leave pointers alone', async () => {
    const guarded = `[ "$GIT_LFS_SKIP_SMUDGE" = 0 ] && ${stored(CONTENT)}`;
    expect((await resolve(answering(guarded))).failure).toBeNull();
  });

  it('cannot be read without git-lfs, and the message says what to install', async () => {
    expect((await resolve(null)).failure).toEqual({
      message: 'a.onnx at head is a Git LFS pointer, and git-lfs is not installed.',
      next: 'Install git-lfs, and check out with "lfs: true" in actions/checkout.',
      exitStatus: 2,
    });
  });

  it.each([
    ['the pointer comes back', 'cat', /gave \d+ bytes instead of 150000/],
    ['the content is cut', `printf 'the real'`, /gave 8 bytes instead of 150000/],
    ['the download fails', 'echo "error: 404" >&2; exit 2', /could not get it \(error: 404\)/],
  ])('is refused when %s', async (_, smudge, message) => {
    const { failure } = await resolve(answering(smudge));
    expect(failure?.message).toMatch(message);
    expect(failure?.next).toContain('git lfs fetch');
  });

  it('is refused when the content is another of the same size', async () => {
    const { failure } = await resolve(answering(stored(CONTENT.replace('real', 'fake'))));
    expect(failure?.message).toContain('another SHA-256');
  });

  it('is refused when the content is larger than promised', async () => {
    const { failure } = await resolve(answering(stored(`${CONTENT}more`)));
    expect(failure?.exitStatus).toBe(2);
  });
});
