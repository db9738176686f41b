import { afterAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { commitMessages } from '../../src/revisions/messages.js';
import { Repository, removeTemporaryFolders, temporaryFolder } from './repository.js';

afterAll(removeTemporaryFolders);
const create = (): Repository => Repository.create(path.join(temporaryFolder(), 'repository'));

describe('the messages of commits', () => {
  it('are those of the head alone, newest first, without merges', async () => {
    const repository = create();
    const base = repository.commit({ a: '1' }, 'Before');
    repository.run('switch', '--quiet', '--create', 'change');
    const first = repository.commit({ a: '2' }, '2x faster\n\nBy way of -- dashes\n\nSigned-off-by: M');
    const second = repository.commit({ a: '3' }, 'Tidy');
    repository.run('switch', '--quiet', '--detach', 'main');
    repository.run('merge', '--quiet', '--no-ff', '--message', 'Merge: half the size', second);
    const { messages, missing } = await commitMessages(
      repository.git(),
      base,
      repository.run('rev-parse', 'HEAD'),
    );
    expect(messages).toEqual([
      { sha: second, text: 'Tidy' },
      { sha: first, text: '2x faster\n\nBy way of -- dashes\n\nSigned-off-by: M' },
    ]);
    expect(missing).toBeNull();
  });

  it('are all of the history where there is no base', async () => {
    const repository = create();
    const only = repository.commit({ a: '1' }, 'First');
    expect((await commitMessages(repository.git(), null, only)).messages).toEqual([
      { sha: only, text: 'First' },
    ]);
  });

  it('say what is missing in a shallow clone', async () => {
    const origin = create();
    const base = origin.commit({ a: '1' });
    const head = origin.commit({ a: '2' }, 'Faster');
    const folder = path.join(temporaryFolder(), 'clone');
    origin.run('clone', '--quiet', '--depth=2', `file://${origin.folder}`, folder);
    expect((await commitMessages(new Repository(folder).git(), base, head)).missing).toBeNull();
    const shallow = path.join(temporaryFolder(), 'shallow');
    origin.run('clone', '--quiet', '--depth=1', `file://${origin.folder}`, shallow);
    const at = new Repository(shallow);
    expect(await commitMessages(at.git(), null, at.run('rev-parse', 'HEAD'))).toMatchObject({
      missing: expect.stringContaining('fetch-depth: 0'),
    });
  });

  it('of a commit that is not here are none, with the reason', async () => {
    const repository = create();
    repository.commit({ a: '1' });
    const { messages, missing } = await commitMessages(repository.git(), null, 'b'.repeat(40));
    expect(messages).toEqual([]);
    expect(missing).not.toBeNull();
  });

  it('beyond what is taken are named as missing', async () => {
    const repository = create();
    for (let count = 0; count < 6; count += 1)
      repository.commit({ a: String(count) }, `Long\n\n${'words '.repeat(16_000)}`);
    const head = repository.run('rev-parse', 'HEAD');
    expect(await commitMessages(repository.git(), null, head)).toMatchObject({
      messages: [],
      missing: expect.stringContaining('bytes'),
    });
  });
});
