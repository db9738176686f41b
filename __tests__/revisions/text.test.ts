import { afterEach, describe, expect, it } from '@jest/globals';
import { readTextAt } from '../../src/revisions/text.js';
import { removeTemporaryFolders, Repository, temporaryFolder } from './repository.js';

afterEach(removeTemporaryFolders);

describe('a text of a commit', () => {
  const repository = () => Repository.create(temporaryFolder());

  it('is read as it was then, not as it is now', async () => {
    const here = repository();
    const before = here.commit({ '.github/gate.yml': 'threads: 1 # früher' });
    here.commit({ '.github/gate.yml': 'threads: 2' });
    expect(await readTextAt(here.git(), before, '.github/gate.yml')).toBe('threads: 1 # früher');
    expect(await readTextAt(here.git(), before, './.github/gate.yml')).toBe('threads: 1 # früher');
  });

  it.each(['missing.yml', 'folder', '../outside.yml', '/etc/passwd', '*.yml', ':(glob)**'])(
    'is null where the commit has no file %s',
    async (name) => {
      const here = repository();
      const sha = here.commit({ 'folder/a.yml': 'a', 'b.yml': 'b' });
      expect(await readTextAt(here.git(), sha, name)).toBeNull();
    },
  );

  it.each([
    ['a symbolic link', { link: '/etc/passwd' }, 'is a symlink, not a file'],
    ['a submodule', { submodule: 'a'.repeat(40) }, 'is a submodule, not a file'],
    ['too large', 'x'.repeat(300 * 1024), 'is larger than 256 KiB'],
  ])('is refused when it is %s', async (_, content, why) => {
    const here = repository();
    const sha = here.commit({ 'a.yml': content });
    await expect(readTextAt(here.git(), sha, 'a.yml')).rejects.toMatchObject({
      kind: 'revision',
      message: `a.yml at ${sha.slice(0, 7)} ${why}.`,
    });
  });
});
