import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseTree, readTree } from '../../src/revisions/tree.js';
import { GIT_ENV, removeTemporaryFolders, Repository, temporaryFolder } from './repository.js';

afterEach(removeTemporaryFolders);

const OID = 'a'.repeat(40);

describe('the files of a commit', () => {
  it('are told apart from links and submodules', async () => {
    const repository = Repository.create(temporaryFolder());
    const sha = repository.commit({
      'models/a.onnx': 'model',
      'models/link.onnx': { link: '/etc/passwd' },
      'models/sub.onnx': { submodule: OID },
    });
    const tree = await readTree(repository.git(), sha);
    expect([...tree.values()].map(({ path, kind }) => [path, kind])).toEqual([
      ['models/a.onnx', 'file'],
      ['models/link.onnx', 'symlink'],
      ['models/sub.onnx', 'submodule'],
    ]);
    expect(tree.get('models/sub.onnx')?.oid).toBe(OID);
  });

  it('keep their names, whatever is in them', async () => {
    const names = [
      'new\nline.onnx',
      'tab\t.onnx',
      '"quoted".onnx',
      'ünï/模型.onnx',
      '$(touch x).onnx',
      '-rf',
      ' a | b ',
    ];
    const repository = Repository.create(temporaryFolder());
    const sha = repository.commit(Object.fromEntries(names.map((name) => [name, name])));
    const tree = await readTree(repository.git(), sha);
    expect([...tree.keys()].sort()).toEqual([...names].sort());
  });

  it('are listed from the root, also from a folder below it', async () => {
    const repository = Repository.create(temporaryFolder());
    const sha = repository.commit({ 'a.onnx': 'a', 'below/b.onnx': 'b' });
    const tree = await readTree(new Repository(`${repository.folder}/below`).git(), sha);
    expect([...tree.keys()]).toEqual(['a.onnx', 'below/b.onnx']);
  });

  it('show bytes that are no text', async () => {
    const repository = Repository.create(temporaryFolder());
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: repository.folder,
      env: GIT_ENV,
      input: 'x',
      encoding: 'utf8',
    }).trim();
    const input = Buffer.concat([
      Buffer.from(`100644 blob ${blob}\ta`),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('.onnx\0'),
    ]);
    const tree = execFileSync('git', ['mktree', '-z'], {
      cwd: repository.folder,
      env: GIT_ENV,
      input,
      encoding: 'utf8',
    });
    expect([...(await readTree(repository.git(), tree.trim())).keys()]).toEqual([String.raw`a\xff\xc3.onnx`]);
  });

  it('are parsed back from any listing', () => {
    const path = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !text.includes('\0') && Buffer.from(text).toString() === text);
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const listing = Buffer.from(paths.map((name) => `100755 blob ${OID}\t${name}\0`).join(''));
        expect([...parseTree(listing).values()]).toEqual(
          paths.map((name) => ({ path: name, kind: 'file', oid: OID })),
        );
      }),
    );
  });
});
