import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_PATH, defaultConfig } from '../src/config.js';
import { planPullRequest, type PullRequestRequest } from '../src/plan-pull-request.js';
import type { Plan, PlannedModel } from '../src/plan.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { Repository, removeTemporaryFolders, temporaryFolder, type Content } from './revisions/repository.js';

const SMALL = matrixProduct(8);
const LARGE = matrixProduct(16);

let repository: Repository;
beforeEach(() => {
  repository = Repository.create(path.join(temporaryFolder(), 'repository'));
});
afterAll(removeTemporaryFolders);

type Files = Readonly<Record<string, Content>>;

/** Commits the files to main and then to a branch that is left checked out. */
function branch(base: Files, head: Files): void {
  repository.commit(base);
  repository.run('switch', '--quiet', '--create', 'change');
  repository.commit(head);
}

const plan = (given: Partial<PullRequestRequest> = {}, at = repository): Promise<Plan> =>
  planPullRequest(
    {
      repository: at.folder,
      event: { kind: 'none' },
      explicit: {},
      configFile: undefined,
      overrides: {},
      ...given,
    },
    at.git(),
    temporaryFolder(),
  );

const inBrief = ({ models }: Plan) => models.map(({ name, status }) => [name, status]);

const opened = async (source: PlannedModel['base'] | undefined) =>
  source == null ? null : Uint8Array.from(readFileSync(await source.open(temporaryFolder())));

describe('declarations', () => {
  const declaring = (top1: number) => JSON.stringify({ quality: { top1 } });
  const FILE = '.github/efficiency.json';

  it('are read as they are in either commit', async () => {
    branch({ 'a.onnx': SMALL, [FILE]: declaring(76) }, { 'a.onnx': LARGE, [FILE]: declaring(77) });
    expect((await plan()).models[0]?.declared).toMatchObject({
      base: { quality: { top1: { value: 76 } } },
      head: { quality: { top1: { value: 77 } } },
    });
  });

  it('are none where there is no file', async () => {
    branch({ 'a.onnx': SMALL }, { 'a.onnx': LARGE });
    expect((await plan()).models[0]?.declared).toBeUndefined();
  });

  it('of a model that was renamed are looked up under its name at the time', async () => {
    const named = (name: string) => JSON.stringify({ models: { [name]: { quality: { top1: 76 } } } });
    branch(
      { 'a.onnx': SMALL, [FILE]: named('a.onnx') },
      { 'a.onnx': null, 'b.onnx': SMALL, [FILE]: named('b.onnx') },
    );
    const value = { quality: { top1: { value: 76 } } };
    expect((await plan()).models[0]?.declared).toMatchObject({ base: value, head: value });
  });

  it('of the head must be right, while those of the base are warned of and left out', async () => {
    branch({ 'a.onnx': SMALL, [FILE]: '{' }, { 'a.onnx': LARGE, [FILE]: declaring(77) });
    const planned = await plan();
    expect(planned.models[0]?.declared).toMatchObject({ base: null, head: { quality: { top1: {} } } });
    expect(planned.warnings.join()).toContain('What the base declares is left out.');
    repository.commit({ [FILE]: '{' });
    await expect(plan()).rejects.toMatchObject({ kind: 'config' });
  });
});

describe('the claims of a change', () => {
  it('are those of its own commits and of what is said beside them, each once', async () => {
    repository.commit({ 'a.onnx': SMALL }, '3x smaller than ever');
    repository.run('switch', '--quiet', '--create', 'change');
    const sha = repository.commit({ 'a.onnx': LARGE }, 'Half the parameters\n\n2x faster');
    const texts = [{ source: { kind: 'text', sha: null }, text: '2x faster' }] as const;
    const { claims } = await plan({ texts });
    expect(claims).toMatchObject([
      { indicators: ['latency_p50'], source: { kind: 'text' }, repeatedIn: [{ kind: 'commit', sha }] },
      { indicators: ['parameters'], source: { kind: 'commit', sha }, repeatedIn: [] },
    ]);
  });

  it('are of no model where none was touched, and are not read when that is configured', async () => {
    branch({ 'a.onnx': SMALL }, { README: 'after' });
    const texts = [{ source: { kind: 'text', sha: null }, text: '2x faster' }] as const;
    expect((await plan({ texts })).claims).toEqual([]);
    repository.commit({ 'a.onnx': LARGE });
    const config = { ...defaultConfig(), claims: 'off' as const };
    expect((await plan({ texts, config })).claims).toBeUndefined();
  });
});

describe('waivers', () => {
  const FILE = '.github/efficiency-waivers.yml';
  const waiving = (bound: string) =>
    `waivers: [{indicator: macs, model: '**', bound: ${bound}, reason: r, by: b, expires: 2030-01-01}]`;

  it("are the base's, so that a change cannot waive what it does", async () => {
    branch({ 'a.onnx': SMALL, [FILE]: waiving('10%') }, { 'a.onnx': LARGE, [FILE]: waiving('90%') });
    expect((await plan()).waivers).toMatchObject([{ indicator: 'macs', bound: { relative: 0.1 } }]);
  });

  it('of the head alone do not count yet, which is said', async () => {
    branch({ 'a.onnx': SMALL }, { 'a.onnx': LARGE, [FILE]: waiving('90%') });
    const { waivers, warnings } = await plan();
    expect(waivers).toEqual([]);
    expect(warnings.join()).toContain('do not count before the base has');
  });

  it('of the head must be right, while those of the base that are not count for nothing', async () => {
    branch({ 'a.onnx': SMALL, [FILE]: waiving('much') }, { 'a.onnx': LARGE, [FILE]: waiving('10%') });
    const { waivers, warnings } = await plan();
    expect(waivers).toEqual([]);
    expect(warnings.join()).toContain('What the base waives does not count.');
    repository.commit({ [FILE]: waiving('much') });
    await expect(plan()).rejects.toMatchObject({ kind: 'config' });
  });
});

describe('the models of a plan', () => {
  it('are those that differ, with the bytes of either side', async () => {
    branch({ 'a.onnx': SMALL, 'same.onnx': SMALL, README: 'before' }, { 'a.onnx': LARGE, README: 'after' });
    const planned = await plan();
    expect(inBrief(planned)).toEqual([['a.onnx', 'changed']]);
    expect(await opened(planned.models[0]?.base)).toEqual(SMALL);
    expect(await opened(planned.models[0]?.head)).toEqual(LARGE);
  });

  it('are none when only documentation changed', async () => {
    branch({ 'a.onnx': SMALL, README: 'before' }, { README: 'after' });
    expect(await plan()).toMatchObject({ models: [], warnings: [] });
  });

  it('are added and removed ones too, each with one side', async () => {
    branch({ 'old.onnx': SMALL }, { 'old.onnx': null, 'deep/new.onnx': 'quite another thing' });
    const { models } = await plan();
    expect(models).toMatchObject([
      { name: 'deep/new.onnx', status: 'added', base: null, head: { path: 'deep/new.onnx' } },
      { name: 'old.onnx', status: 'removed', base: { path: 'old.onnx' }, head: null },
    ]);
  });

  it('are paired across a rename, which is told', async () => {
    branch({ 'old.onnx': SMALL }, { 'old.onnx': null, 'new.onnx': SMALL });
    expect((await plan()).models).toMatchObject([
      {
        name: 'new.onnx',
        status: 'identical',
        base: { path: 'old.onnx' },
        head: { path: 'new.onnx' },
        warnings: ['new.onnx was old.onnx in the base.'],
      },
    ]);
  });

  it('are what was committed, whatever lies in the working tree', async () => {
    branch({ 'a.onnx': SMALL }, { 'a.onnx': LARGE });
    repository.run('rm', '--quiet', 'a.onnx');
    expect(await opened((await plan()).models[0]?.head)).toEqual(LARGE);
  });

  it('are compared from where the branch left its base', async () => {
    branch({ 'a.onnx': SMALL, 'b.onnx': SMALL }, { 'a.onnx': LARGE });
    repository.run('switch', '--quiet', 'main');
    repository.commit({ 'b.onnx': LARGE });
    expect(inBrief(await plan({ explicit: { base: 'main', head: 'change' } }))).toEqual([
      ['a.onnx', 'changed'],
    ]);
  });
});

describe('the configuration', () => {
  const models = { base: { 'a.onnx': SMALL }, head: { 'a.onnx': LARGE } };
  const config = (threads: number) => ({ [CONFIG_PATH]: `threads: ${threads}\n` });

  it('is the base, which the head cannot relax', async () => {
    branch({ ...models.base, ...config(2) }, { ...models.head, ...config(4) });
    expect(await plan()).toMatchObject({
      config: { threads: 2, source: `${CONFIG_PATH} of the base` },
      warnings: [],
    });
  });

  it('is that of the base also when the head removes it', async () => {
    branch({ ...models.base, ...config(2) }, { ...models.head, [CONFIG_PATH]: null });
    expect(await plan()).toMatchObject({ config: { threads: 2 }, warnings: [] });
  });

  it('is that of the head when the base has none, and the report says so', async () => {
    branch(models.base, { ...models.head, ...config(4) });
    expect(await plan()).toMatchObject({
      config: { threads: 4, source: `${CONFIG_PATH} of the head` },
      warnings: [`The base has no ${CONFIG_PATH}: the head's own configuration was used.`],
    });
  });

  it('is the default where neither has one', async () => {
    branch(models.base, models.head);
    expect(await plan()).toMatchObject({ config: defaultConfig(), warnings: [] });
  });

  it('is never that of the working tree', async () => {
    branch(models.base, models.head);
    repository.run('checkout', '--quiet', '--detach');
    repository.commit(config(4));
    expect((await plan({ explicit: { base: 'main', head: 'change' } })).config.threads).toBe(1);
  });

  it('may lie elsewhere, and must lie there then', async () => {
    branch({ ...models.base, 'gate.yml': 'threads: 3\n' }, models.head);
    expect((await plan({ configFile: 'gate.yml' })).config.threads).toBe(3);
    await expect(plan({ configFile: 'none.yml' })).rejects.toMatchObject({
      kind: 'config',
      message: 'There is no none.yml in the base, nor in the head.',
    });
  });

  it('that cannot be understood is refused with the side that has it', async () => {
    branch({ ...models.base, [CONFIG_PATH]: 'thread: 2\n' }, models.head);
    await expect(plan()).rejects.toMatchObject({
      kind: 'config',
      message: `${CONFIG_PATH} of the base, line 1: unknown key "thread".`,
      next: 'Did you mean "threads"?',
    });
  });

  it('chooses the models and how they are fed; what this run says goes over it', async () => {
    const text = 'models:\n  - path: nets/*.onnx\n    dims: {batch: 4}\n';
    branch(
      { 'nets/a.onnx': SMALL, 'other/b.onnx': SMALL, [CONFIG_PATH]: text },
      { 'nets/a.onnx': LARGE, 'other/b.onnx': LARGE },
    );
    const planned = await plan({ overrides: { dims: ['batch=8'], threads: '2' } });
    expect(inBrief(planned)).toEqual([['nets/a.onnx', 'changed']]);
    expect(planned.models[0]?.scenario.settings.dims).toEqual({ batch: 8 });
    expect(planned.config.source).toBe(`${CONFIG_PATH} of the base, with dims, threads set for this run`);
  });

  it('that was read already takes the place of the repository', async () => {
    branch({ ...models.base, ...config(2) }, models.head);
    const given = { ...defaultConfig(), threads: 5 };
    expect((await plan({ config: given })).config.threads).toBe(5);
  });
});

describe('models outside of git', () => {
  const files = { base: 'old.onnx', head: 'new.onnx' };

  it('need no repository', async () => {
    const nowhere = new Repository(temporaryFolder());
    expect(await plan({ files }, nowhere)).toMatchObject({
      models: [{ name: 'new.onnx', status: 'changed', base: { path: 'old.onnx' } }],
      config: defaultConfig(),
    });
  });

  it('are judged by the configuration of the base where there is one', async () => {
    branch({ [CONFIG_PATH]: 'threads: 2\n', 'a.onnx': SMALL }, { 'a.onnx': LARGE });
    const planned = await plan({ files });
    expect(planned.config.threads).toBe(2);
    expect(inBrief(planned)).toEqual([['new.onnx', 'changed']]);
  });
});

describe('what there is to choose from', () => {
  it('has models of declared quality that did not change, beside those that did', async () => {
    const saying = (top1: number) => ({
      models: { 'same.onnx': { quality: { top1 } }, 'gone/none.onnx': { quality: { top1 } } },
    });
    repository.commit({
      'a.onnx': matrixProduct(4),
      'same.onnx': matrixProduct(5),
      'silent.onnx': matrixProduct(6),
      '.github/efficiency.json': JSON.stringify(saying(70)),
    });
    repository.run('switch', '--quiet', '--create', 'other');
    repository.commit({ 'a.onnx': matrixProduct(8), '.github/efficiency.json': JSON.stringify(saying(71)) });
    const { models, unchanged } = await plan();
    expect(models.map(({ name }) => name)).toEqual(['a.onnx']);
    expect(unchanged).toMatchObject([
      {
        name: 'same.onnx',
        declared: { base: { quality: { top1: { value: 70 } } }, head: { quality: { top1: { value: 71 } } } },
      },
    ]);
  });
});

describe('what is declared of models outside of git', () => {
  const files = { base: 'old.onnx', head: 'new.onnx' };
  const says = (steps: number): string => JSON.stringify({ training: { steps } });
  const saying = (steps: number) => ({ training: { steps }, quality: {} });

  it('comes from a file of each side, also without a repository', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'old.json'), says(10));
    writeFileSync(path.join(folder, 'new.json'), says(20));
    const declared = { base: 'old.json', head: 'new.json' };
    const planned = await plan({ files: { ...files, declared } }, new Repository(folder));
    expect(planned.models[0]?.declared).toEqual({ base: saying(10), head: saying(20) });
  });

  it('comes from both commits where no file is named', async () => {
    branch({ '.github/efficiency.json': says(10) }, { '.github/efficiency.json': says(20) });
    const planned = await plan({ files });
    expect(planned.models[0]?.declared).toEqual({ base: saying(10), head: saying(20) });
  });

  it('is refused where a file that is named is not there', async () => {
    const declared = { head: 'nowhere.json' };
    await expect(
      plan({ files: { ...files, declared } }, new Repository(temporaryFolder())),
    ).rejects.toMatchObject({
      kind: 'config',
      message: 'There is no file nowhere.json.',
    });
  });
});

describe('a plan is refused', () => {
  it('where there is no repository', async () => {
    await expect(plan({}, new Repository(temporaryFolder()))).rejects.toMatchObject({ kind: 'revision' });
  });

  it('for a base that nobody knows', async () => {
    branch({ 'a.onnx': SMALL }, { 'a.onnx': LARGE });
    await expect(plan({ explicit: { base: 'nonesuch' } })).rejects.toMatchObject({
      kind: 'revision',
      message: expect.stringContaining('"nonesuch"'),
    });
  });
});
