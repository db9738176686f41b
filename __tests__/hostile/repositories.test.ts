/** Repositories that would like to run something, or to have us read what is not theirs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { GateError } from '../../src/errors.js';
import { externalDataLocations } from '../../src/onnx/reader.js';
import { modelsOfRange } from '../../src/revisions/models.js';
import { resolveRange } from '../../src/revisions/range.js';
import { matrixProduct } from '../fixtures/matrix-product.js';
import { encode, node, value } from '../onnx/fixtures/model-file.js';
import {
  type Content,
  GIT_ENV,
  removeTemporaryFolders,
  Repository,
  temporaryFolder,
} from '../revisions/repository.js';

const SECRET = 'canary-c2d1e0';
let root: string;
let canary: string;
/** Made by whatever runs that should not. */
let bait: string;
beforeAll(() => {
  root = temporaryFolder();
  canary = path.join(root, 'canary');
  bait = path.join(root, 'bait');
  writeFileSync(canary, SECRET);
});
afterAll(removeTemporaryFolders);

const SMALL = matrixProduct(4);
const LARGE = matrixProduct(8);

/** A model with its weights at that place. */
const dataAt = (location: string): Uint8Array =>
  encode({
    graph: {
      name: 'g',
      node: [node('Add', ['x', 'w'], ['y'])],
      initializer: [
        {
          name: 'w',
          dataType: 1,
          dims: [3n],
          dataLocation: 1,
          externalData: [{ key: 'location', value: location }],
        },
      ],
      input: [value('x', [3])],
      output: [value('y', [3])],
    },
  });

interface HostileRepository {
  readonly name: string;
  readonly base: Readonly<Record<string, Content>>;
  readonly head: Readonly<Record<string, Content>>;
  /** What is done to the repository itself before it is read. */
  readonly arm?: (repository: Repository) => void;
  /** Names of the models, each with what becomes of its head: `ok`, or what the refusal says. */
  readonly models: Readonly<Record<string, RegExp | 'ok'>>;
  readonly warns?: RegExp;
}

function script(repository: Repository, name: string): string {
  const file = path.join(repository.folder, '.git', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\ntouch '${bait}'\ncat\n`);
  chmodSync(file, 0o755);
  return file;
}

const configured =
  (...keys: string[]) =>
  (repository: Repository): void => {
    for (const key of keys) repository.run('config', key, script(repository, 'run'));
  };

const GOOD = { base: { 'm.onnx': SMALL }, head: { 'm.onnx': LARGE }, models: { 'm.onnx': 'ok' } } as const;
const named = (name: string): Pick<HostileRepository, 'base' | 'head' | 'models'> => ({
  base: { [name]: SMALL },
  head: { [name]: LARGE },
  models: { [name]: 'ok' },
});

const HOOKS = ['post-checkout', 'reference-transaction', 'post-index-change', 'pre-auto-gc', 'post-rewrite'];

const REPOSITORIES: readonly HostileRepository[] = [
  {
    name: 'a model that becomes a symbolic link',
    base: { 'm.onnx': SMALL },
    head: { 'm.onnx': { link: '../canary' } },
    models: { 'm.onnx': 'ok' },
    warns: /m\.onnx is a symbolic link, not a model file/,
  },
  {
    name: 'a model that is a link to an absolute path',
    base: {},
    head: { 'm.onnx': { link: '/etc/passwd' } },
    models: {},
    warns: /a symbolic link, not a model file/,
  },
  {
    name: 'a model in a folder that is a link',
    base: {},
    head: { models: { link: '..' } },
    models: {},
  },
  {
    name: 'a submodule in place of a model',
    base: {},
    head: { 'm.onnx': { submodule: 'a'.repeat(40) } },
    models: {},
    warns: /a submodule, not a model file/,
  },
  {
    name: 'a submodule with a command for an address',
    ...GOOD,
    head: {
      'm.onnx': LARGE,
      '.gitmodules': '[submodule "s"]\n\tpath = s\n\turl = ext::sh -c touch% bait\n\tupdate = !touch bait\n',
      s: { submodule: 'a'.repeat(40) },
    },
  },
  {
    name: 'external data that is a link',
    base: {},
    head: { 'm.onnx': dataAt('w.bin'), 'w.bin': { link: '../canary' } },
    models: { 'm.onnx': /which is a symlink/ },
  },
  {
    name: 'external data in the folder above the repository',
    base: {},
    head: { 'm.onnx': dataAt('../canary') },
    models: { 'm.onnx': /no path inside the model's folder/ },
  },
  {
    name: 'external data in the folder of git',
    base: {},
    head: { 'm.onnx': dataAt('.git/config') },
    models: { 'm.onnx': /not in that commit/ },
  },
  {
    name: 'external data that lies in the checkout and in no commit',
    base: {},
    head: { 'm.onnx': dataAt('secret.env') },
    arm: ({ folder }) => {
      writeFileSync(path.join(folder, 'secret.env'), SECRET);
    },
    models: { 'm.onnx': /not in that commit/ },
  },
  {
    name: 'external data that is a submodule',
    base: {},
    head: { 'm.onnx': dataAt('w.bin'), 'w.bin': { submodule: 'a'.repeat(40) } },
    models: { 'm.onnx': /which is a submodule/ },
  },
  {
    name: 'hooks',
    ...GOOD,
    arm: (repository) => {
      for (const hook of HOOKS) script(repository, path.join('hooks', hook));
    },
  },
  { name: 'a monitor of the file system', ...GOOD, arm: configured('core.fsmonitor') },
  {
    name: 'filters, diff drivers and text conversion for models',
    ...GOOD,
    head: { 'm.onnx': LARGE, '.gitattributes': '*.onnx filter=evil diff=evil merge=evil ident\n' },
    arm: configured(
      'filter.evil.smudge',
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.evil.command',
    ),
  },
  {
    name: 'programs of its own for everything that git starts',
    ...GOOD,
    arm: configured(
      'core.sshCommand',
      'core.pager',
      'core.editor',
      'core.askPass',
      'credential.helper',
      'diff.external',
      'gpg.program',
      'uploadpack.packObjectsHook',
      'core.alternateRefsCommand',
    ),
  },
  {
    name: 'aliases of what we ask',
    ...GOOD,
    arm: ({ folder }) => {
      const aliases = ['ls-tree', 'cat-file', 'rev-parse'].map((name) => `\t${name} = !touch '${bait}'\n`);
      const config = path.join(folder, '.git', 'config');
      writeFileSync(config, `${readFileSync(config, 'utf8')}[alias]\n${aliases.join('')}`);
    },
  },
  {
    name: 'an object that is said to replace the model',
    ...GOOD,
    arm: (repository) => {
      const other = execFileSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: repository.folder,
        env: GIT_ENV,
        input: 'not a model',
        encoding: 'utf8',
      }).trim();
      repository.run('replace', repository.run('rev-parse', 'HEAD:m.onnx'), other);
    },
  },
  { name: 'a name with a line break', ...named('a\n::error::b.onnx') },
  { name: 'a name of control characters', ...named('\u001b[31m\u0007\r.onnx') },
  { name: 'a name that turns the direction of writing', ...named('\u202exnno.onnx') },
  { name: 'a name that is an option', ...named('--upload-pack=touch bait.onnx') },
  { name: 'a name that is another option', ...named('-c.onnx') },
  { name: 'a name that a shell would run', ...named('$(touch bait)`touch bait`;touch bait;.onnx') },
  { name: 'a name that is a pattern', ...named('[a-z]*?.onnx') },
  { name: 'a name that looks like magic', ...named(':(top,exclude)m.onnx') },
  { name: 'a name of quotes', ...named('"\'\\.onnx') },
  { name: 'a name fifty folders deep', ...named(`${'d/'.repeat(50)}m.onnx`) },
  {
    name: 'names that differ only in case',
    base: { 'm.onnx': SMALL, 'M.onnx': SMALL, 'A/m.onnx': SMALL },
    head: { 'm.onnx': LARGE, 'M.onnx': matrixProduct(6), 'A/m.onnx': LARGE },
    models: { 'm.onnx': 'ok', 'M.onnx': 'ok', 'A/m.onnx': 'ok' },
  },
  {
    name: 'four thousand files beside the model',
    base: { 'm.onnx': SMALL },
    head: {
      'm.onnx': LARGE,
      ...Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`f/${index % 64}/${index}`, ''])),
    },
    models: { 'm.onnx': 'ok' },
  },
];

/** Every file below a folder, none of it a link. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => {
      const found = lstatSync(file);
      expect(found.isFile() || found.isDirectory()).toBe(true);
      expect(found.isFile() ? found.nlink : 1).toBe(1);
      return found.isFile();
    });
}

describe('a repository with', () => {
  it.each(REPOSITORIES.map((one) => [one.name, one] as const))('%s', async (_name, hostile) => {
    const repository = Repository.create(path.join(temporaryFolder(), 'repository'));
    const base = repository.commit({ README: 'before', ...hostile.base });
    const head = repository.commit(hostile.head);
    hostile.arm?.(repository);
    const range = { base: { sha: base, label: 'base' }, head: { sha: head, label: 'head' } };
    const found = await modelsOfRange(repository.git(), range, {
      selects: (name) => name.endsWith('.onnx'),
      externalDataIn: externalDataLocations,
      folder: temporaryFolder(),
    });
    expect(found.pairs.map(({ name }) => name).sort()).toEqual(Object.keys(hostile.models).sort());
    if (hostile.warns !== undefined) expect(found.warnings.join('\n')).toMatch(hostile.warns);
    for (const { name, base: before, head: after } of found.pairs) {
      const folder = temporaryFolder();
      const opened = await found.open((after ?? before)!, folder).then(
        () => 'ok',
        (thrown: unknown) => {
          if (!(thrown instanceof GateError)) throw thrown;
          expect(thrown.next).not.toBe('');
          return thrown.message;
        },
      );
      const wanted = hostile.models[name];
      if (wanted === 'ok') expect(opened).toBe('ok');
      else expect(opened).toMatch(wanted ?? /^$/);
      for (const file of filesBelow(folder)) expect(readFileSync(file, 'latin1')).not.toContain(SECRET);
    }
    expect(existsSync(bait)).toBe(false);
    expect(readdirSync(repository.folder)).not.toContain('bait');
  });
});

describe('a branch named like', () => {
  it.each([
    '--upload-pack=touch bait',
    '-c',
    '$(touch bait)',
    '`touch bait`',
    '--output=bait',
    'a..b',
    '@{-1}',
    'HEAD:m.onnx',
    'x\ny',
    '',
  ])('%j is a name and nothing more', async (name) => {
    const repository = Repository.create(path.join(temporaryFolder(), 'repository'));
    repository.commit({ 'm.onnx': SMALL });
    const range = resolveRange(repository.git(), { kind: 'none' }, { base: name, head: 'HEAD' });
    const refusal: unknown = await range.then(
      ({ base }) => base?.label,
      (thrown: unknown) => thrown,
    );
    if (name !== '') expect(refusal).toBeInstanceOf(GateError);
    expect(readdirSync(repository.folder)).not.toContain('bait');
  });
});
