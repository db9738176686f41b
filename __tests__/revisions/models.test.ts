import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure, GateError } from '../../src/errors.js';
import { modelsOfRange } from '../../src/revisions/models.js';
import {
  GIT_ENV,
  programs,
  removeTemporaryFolders,
  Repository,
  temporaryFolder,
  type Content,
} from './repository.js';

afterEach(removeTemporaryFolders);

/** A model of these tests is a text whose lines `data: LOCATION` name its external data. */
function externalDataIn(file: string): Promise<string[]> {
  const text = readFileSync(file, 'utf8');
  if (text.startsWith('no model')) throw new GateError('model', 'no model', 'next');
  return Promise.resolve([...text.matchAll(/^data: (.*)$/gm)].map(([, location = '']) => location));
}

type Files = Readonly<Record<string, Content>>;

async function models(base: Files, head: Files, env: Readonly<Record<string, string>> = {}) {
  const repository = Repository.create(temporaryFolder());
  const range = {
    base: { sha: repository.commit(base), label: 'base' },
    head: { sha: repository.commit(head), label: 'head' },
  };
  const folder = temporaryFolder();
  const selects = (name: string): boolean => name.endsWith('.onnx');
  const found = await modelsOfRange(repository.git(env), range, { selects, externalDataIn, folder });
  return { ...found, folder, repository };
}

const statuses = ({ pairs }: Awaited<ReturnType<typeof models>>) =>
  pairs.map(({ name, status, renamedFrom }) => [name, status, renamedFrom]);

const lines = (seed: string): string =>
  Array.from({ length: 200 }, (_, line) => `${seed} weights of layer ${line}, ${line * line}`).join('\n');

describe('the models of a range', () => {
  it('are written as they are in their commit, beside their external data', async () => {
    const found = await models(
      {
        'm/a.onnx': 'data: w.bin\ndata: deep/er/v.bin',
        'm/w.bin': 'old w',
        'm/deep/er/v.bin': 'v',
        'm/x': 'x',
      },
      { 'm/w.bin': 'new w' },
    );
    expect(statuses(found)).toEqual([['m/a.onnx', 'changed', null]]);
    const [pair] = found.pairs;
    const [base, head] = [temporaryFolder(), temporaryFolder()];
    expect(await found.open(pair!.base!, base)).toBe(path.join(base, 'a.onnx'));
    await found.open(pair!.head!, head);
    expect(readFileSync(path.join(base, 'w.bin'), 'utf8')).toBe('old w');
    expect(readFileSync(path.join(head, 'w.bin'), 'utf8')).toBe('new w');
    expect(readFileSync(path.join(head, 'deep/er/v.bin'), 'utf8')).toBe('v');
    expect(readdirSync(head).sort()).toEqual(['a.onnx', 'deep', 'w.bin']);
    expect(readdirSync(found.folder)).toEqual([]);
  });

  it('run no filter and no hook of the repository', async () => {
    const { repository, pairs, open } = await models(
      { '.gitattributes': '*.onnx filter=bait', 'a.onnx': 'old' },
      { 'a.onnx': 'new' },
    );
    const bait = path.join(temporaryFolder(), 'bait');
    repository.run('config', 'filter.bait.smudge', `touch '${bait}'; cat`);
    const file = await open(pairs[0]!.base!, temporaryFolder());
    expect([readFileSync(file, 'utf8'), existsSync(bait)]).toEqual(['old', false]);
  });

  it('may have any name', async () => {
    for (const name of ['-rf.onnx', '$(touch x).onnx', 'new\nline.onnx', 'a`b|c.onnx', '模型.onnx']) {
      const { pairs, open } = await models({ [`m/${name}`]: 'old' }, { [`m/${name}`]: 'new' });
      const file = await open(pairs[0]!.head!, temporaryFolder());
      expect([path.basename(file), readFileSync(file, 'utf8')]).toEqual([name, 'new']);
    }
  });

  it('are recognised under another name by what they hold', async () => {
    const found = await models(
      { 'v4.onnx': lines('a'), 'gone.onnx': lines('b') },
      {
        'v4.onnx': null,
        'gone.onnx': null,
        'v5.onnx': `${lines('a')}\nmore`,
        'new.onnx': lines('c').replaceAll('w', '+'),
      },
    );
    expect(statuses(found)).toEqual([
      ['gone.onnx', 'removed', null],
      ['new.onnx', 'added', null],
      ['v5.onnx', 'changed', 'v4.onnx'],
    ]);
  });

  it('are regular files: a link or a submodule in their place is told', async () => {
    const found = await models(
      { 'a.onnx': 'model', 'stays.onnx': { link: 'a.onnx' } },
      { 'a.onnx': { link: '/etc/passwd' }, 'sub.onnx': { submodule: 'a'.repeat(40) } },
    );
    expect(statuses(found)).toEqual([['a.onnx', 'removed', null]]);
    expect(found.warnings).toEqual([
      'a.onnx is a symbolic link, not a model file: it is not compared.',
      'sub.onnx is a submodule, not a model file: it is not compared.',
    ]);
  });

  it('are identical when they are no models and nothing says otherwise', async () => {
    const found = await models({ 'a.onnx': 'no model' }, { 'notes.md': 'new' });
    expect([statuses(found), found.warnings]).toEqual([[['a.onnx', 'identical', null]], []]);
  });

  it('are identical with a warning when an unchanged LFS pointer cannot be looked into', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 1\n`;
    const PATH = `${programs({ 'git-lfs': 'exit 1' })}:${GIT_ENV.PATH ?? ''}`;
    const found = await models({ 'a.onnx': pointer }, { 'notes.md': 'new' }, { PATH });
    expect(statuses(found)).toEqual([['a.onnx', 'identical', null]]);
    expect(found.warnings).toEqual([
      expect.stringMatching(/^External data was not looked for: a\.onnx at .* LFS pointer/),
    ]);
  });

  it.each([
    ['../w.bin', 'is no path inside its folder'],
    ['/etc/passwd', 'is no path inside its folder'],
    ['deep/../../w.bin', 'is no path inside its folder'],
    [String.raw`..\w.bin`, 'is no path inside its folder'],
    ['missing.bin', 'is not in that commit'],
    ['link.bin', 'is a symlink'],
    ['.', 'is no path inside its folder'],
  ])('are refused with external data at %s', async (location, why) => {
    const { pairs, open } = await models(
      { 'w.bin': 'secret', 'm/link.bin': { link: '../w.bin' } },
      { 'm/a.onnx': `data: ${location}` },
    );
    const folder = temporaryFolder();
    const failure = await open(pairs[0]!.head!, folder).then(
      () => null,
      (thrown: unknown) => describeFailure(thrown),
    );
    expect(failure?.message).toContain(
      `refers to external data at ${JSON.stringify(location)}, which ${why}`,
    );
    expect(readdirSync(folder)).toEqual(['a.onnx']);
  });

  it('leave no link and nothing that others may read', async () => {
    const { pairs, open } = await models({ 'a.onnx': 'old' }, { 'a.onnx': 'new' });
    const file = lstatSync(await open(pairs[0]!.head!, temporaryFolder()));
    expect([file.isFile(), file.nlink, file.mode & 0o077]).toEqual([true, 1, 0]);
  });
});
