/** What a plan makes of the commands of a configuration. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_PATH, parseConfig } from '../src/config.js';
import { declarationsOf } from '../src/evaluate-pair.js';
import { silentLogger } from '../src/logger.js';
import { planFiles } from '../src/plan-files.js';
import { planPullRequest } from '../src/plan-pull-request.js';
import type { Plan } from '../src/plan.js';
import { withWorktrees } from '../src/revisions/worktrees.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { Repository, removeTemporaryFolders, temporaryFolder, type Content } from './revisions/repository.js';

let repository: Repository;
beforeEach(() => {
  repository = Repository.create(path.join(temporaryFolder(), 'repository'));
});
afterAll(removeTemporaryFolders);

type Files = Readonly<Record<string, Content>>;

function branch(base: Files, head: Files): void {
  repository.commit(base);
  repository.run('switch', '--quiet', '--create', 'change');
  repository.commit(head);
}

/** Plans, and uses the plan while the worktrees are there. */
function planned<Result>(use: (plan: Plan) => Result | Promise<Result>): Promise<Result> {
  const git = repository.git();
  const folder = temporaryFolder();
  return withWorktrees(git, folder, async (worktrees) => {
    const { signal } = new AbortController();
    const commands = { worktrees, env: process.env, logger: silentLogger, signal };
    const request = {
      repository: repository.folder,
      event: { kind: 'none' },
      explicit: {},
      configFile: undefined,
      overrides: {},
      commands,
    } as const;
    return use(await planPullRequest(request, git, folder));
  });
}

const inBrief = ({ models }: Plan) => models.map(({ name, status }) => [name, status]);

/** Copies what lies beside it to where the configuration looks for models. */
const BUILD = {
  [CONFIG_PATH]: 'build-command: mkdir -p out && cp raw/* out/\nmodels: [{path: out/*.onnx}]\n',
};

describe('models that a command builds', () => {
  it('are those that it makes of base and head, where they differ', async () => {
    const raw = {
      'raw/a.onnx': matrixProduct(4),
      'raw/same.onnx': matrixProduct(5),
      'raw/old.onnx': matrixProduct(6),
    };
    branch({ ...BUILD, ...raw }, { 'raw/a.onnx': matrixProduct(8), 'raw/old.onnx': null });
    await planned(async (plan) => {
      expect(inBrief(plan)).toEqual([
        ['out/a.onnx', 'changed'],
        ['out/old.onnx', 'removed'],
      ]);
      const [model] = plan.models;
      const copies = [await model?.base?.open(temporaryFolder()), await model?.head?.open(temporaryFolder())];
      expect(copies[0]).not.toBe(copies[1]);
      expect(plan.warnings).toEqual([]);
    });
    expect(repository.run('status', '--short')).toBe('');
  });

  it('become one model that cannot be had when building fails', async () => {
    branch({ ...BUILD, 'raw/a.onnx': matrixProduct(4) }, { 'raw/a.onnx': null });
    await planned(async (plan) => {
      expect(inBrief(plan)).toEqual([['build-command', 'changed']]);
      await expect(plan.models[0]?.head?.open(temporaryFolder())).rejects.toMatchObject({
        kind: 'command',
        message: expect.stringMatching(/The build command in HEAD \([0-9a-f]{7}\) ended with .*raw/s),
      });
    });
  });

  it('are built by the command of their own entry where it has one', async () => {
    const log = path.join(temporaryFolder(), 'built');
    const build = (name: string) => `mkdir -p ${name} && cp raw/* ${name}/ && echo ${name} >> ${log}`;
    const config = [
      `build-command: '${build('shared')}'`,
      'models:',
      `  - {path: own/*.onnx, build-command: '${build('own')}'}`,
      '  - path: shared/*.onnx',
      '  - path: shared/more/*.onnx',
    ].join('\n');
    branch({ [CONFIG_PATH]: config, 'raw/a.onnx': matrixProduct(4) }, { 'raw/a.onnx': matrixProduct(8) });
    await planned((plan) => {
      expect(inBrief(plan)).toEqual([
        ['own/a.onnx', 'changed'],
        ['shared/a.onnx', 'changed'],
      ]);
    });
    // Each command once in base and head, in the order of the entries.
    expect(readFileSync(log, 'utf8')).toBe('own\nshared\nown\nshared\n');
  });

  it('are not built by a command that every entry has another one for', () => {
    const text = 'build-command: for all\nmodels: [{path: a, build-command: own}]';
    expect(parseConfig(text, 'it').commands.builds).toEqual(['own']);
  });

  it("are not built by a command of the head's own", async () => {
    branch({ 'raw/a.onnx': matrixProduct(4) }, { ...BUILD, 'raw/a.onnx': matrixProduct(8) });
    await planned((plan) => {
      expect(plan.models).toEqual([]);
      expect(plan.warnings).toContainEqual(expect.stringContaining("head's own configuration were not run"));
    });
  });
});

/** Prints what lies beside it; the models are committed or made. */
const quality = (command: string, more = ''): Files => ({
  [CONFIG_PATH]: `quality: ${command}\nmodels: [{path: m/*.onnx}]\n${more}`,
  'm/a.onnx': matrixProduct(4),
});
const says = (top1: number): string => JSON.stringify({ models: { 'm/a.onnx': { quality: { top1 } } } });
const top1 = (value: number) => ({ quality: { top1: expect.objectContaining({ value }) } });

describe('a quality command', () => {
  const declared = () =>
    planned(async ({ models: [model] }) => {
      if (model === undefined) throw new Error('no model is planned');
      return declarationsOf(model);
    });

  it('speaks of a model in the trees of base and head, and leaves the checkout alone', async () => {
    branch(
      { ...quality('cat said.json'), 'said.json': says(76) },
      { 'm/a.onnx': matrixProduct(8), 'said.json': says(75) },
    );
    expect(await declared()).toMatchObject({ declared: { base: top1(76), head: top1(75) }, warnings: [] });
    expect(repository.run('status', '--short')).toBe('');
  });

  it('sees what the build command made, and none of the secrets', async () => {
    const command = '{command: \'test "$SECRET" = "" && cat made.json\', timeout: 60}';
    branch(
      { ...quality(command, 'build-command: cp said.json made.json\n'), 'said.json': says(76) },
      { 'm/a.onnx': matrixProduct(8), 'said.json': says(75) },
    );
    process.env.SECRET = 'seen';
    try {
      expect(await declared()).toMatchObject({ declared: { base: top1(76), head: top1(75) } });
    } finally {
      delete process.env.SECRET;
    }
  });

  it('runs once in each tree, however many models there are', async () => {
    const log = path.join(temporaryFolder(), 'log');
    branch(
      {
        ...quality(`cat said.json; echo ran >> ${log}`),
        'said.json': says(76),
        'm/b.onnx': matrixProduct(5),
      },
      { 'm/a.onnx': matrixProduct(8), 'm/b.onnx': matrixProduct(9) },
    );
    await planned(async ({ models }) => {
      expect(models).toHaveLength(2);
      for (const model of models) await declarationsOf(model);
    });
    expect(readFileSync(log, 'utf8')).toBe('ran\nran\n');
  });

  it('is not run where no model differs', async () => {
    branch({ ...quality('exit 1') }, { README: 'read' });
    await planned(({ models }) => {
      expect(models).toEqual([]);
    });
  });

  it('has the last word over the file, metric by metric, and leaves what it does not speak of', async () => {
    const file = { training: { steps: 10 }, quality: { top1: 50, f1: 0.9 } };
    branch(
      {
        ...quality('cat said.json'),
        'said.json': says(76),
        '.github/efficiency.json': JSON.stringify(file),
      },
      { 'm/a.onnx': matrixProduct(8), 'said.json': says(75) },
    );
    const both = (value: number) => ({
      training: { steps: 10 },
      quality: { top1: expect.objectContaining({ value }), f1: expect.objectContaining({ value: 0.9 }) },
    });
    expect((await declared()).declared).toEqual({ base: both(76), head: both(75) });
  });

  it('that fails in the head leaves its quality unknown, whatever the file claims in its place', async () => {
    branch(
      {
        ...quality('cat said.json'),
        'said.json': says(76),
        '.github/efficiency.json': JSON.stringify({ quality: { top1: 99, f1: 0.9 } }),
      },
      { 'm/a.onnx': matrixProduct(8), 'said.json': null },
    );
    const found = await declared();
    expect(found.declared).toMatchObject({
      base: top1(76),
      unevaluated: { base: null, head: 'the quality command failed in the head' },
    });
    expect(Object.keys(found.declared?.head?.quality ?? {})).toEqual(['f1']);
    expect(found.warnings).toEqual([
      expect.stringMatching(
        /^Quality is not known of the head\. The quality command in HEAD \([0-9a-f]{7}\) ended with .*said\.json/s,
      ),
    ]);
  });

  it.each([
    ['takes too long', "{command: 'sleep 60', timeout: 0.3}", /did not end within 0\.3 s and was killed/],
    ['prints its log among the figures', "'echo loaded; cat said.json'", /prints in main .* is not JSON/],
    ['prints what is no declaration', `"echo '{\\"qualty\\": 1}'"`, /unknown key "qualty"/],
  ])('that %s is told', async (_, command, message) => {
    branch({ ...quality(command), 'said.json': says(76) }, { 'm/a.onnx': matrixProduct(8) });
    expect((await declared()).warnings[0]).toMatch(message);
  });

  it("is not run from the head's own configuration", async () => {
    branch({ 'm/a.onnx': matrixProduct(4) }, { ...quality('exit 1'), 'm/a.onnx': matrixProduct(8) });
    expect(await declared()).toEqual({ declared: undefined, warnings: [] });
  });
});

const BENCHMARKS = {
  [CONFIG_PATH]:
    'benchmarks: [{name: step, command: run it, paths: [src/**]}, {name: all, command: run all}]\n',
};

describe('benchmarks', () => {
  const names = () => planned(({ benchmarks }) => benchmarks?.map(({ name }) => name));

  it('are run in both worktrees when a file that matters to them changed', async () => {
    branch({ ...BENCHMARKS, 'src/a.py': 'a' }, { 'src/a.py': 'b' });
    expect(await names()).toEqual(['step', 'all']);
  });

  it('are left out when none did', async () => {
    branch({ ...BENCHMARKS, 'src/a.py': 'a' }, { README: 'read' });
    expect(await names()).toEqual(['all']);
  });

  it('are left out when nothing changed', async () => {
    branch(BENCHMARKS, {});
    expect(await names()).toEqual([]);
  });
});

describe('comparing two files', () => {
  it('says that it runs no command', () => {
    const config = parseConfig(BENCHMARKS[CONFIG_PATH], 'a file');
    const { warnings, benchmarks } = planFiles({ base: 'a', head: 'b', cwd: '/', config });
    expect(benchmarks).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('were not run: they compare two commits')]);
  });
});

describe('a configuration with commands', () => {
  const refused = (text: string): string => {
    try {
      parseConfig(text, 'it');
    } catch (thrown) {
      return (thrown as Error).message;
    }
    return 'nothing';
  };

  it.each([
    ['benchmarks: [{name: a.b, command: c}]', /benchmarks\.0\.name is "a\.b": expected a name of letters/],
    ['benchmarks: [{name: a, command: c}, {name: a, command: d}]', /expected each name once/],
    ['env: [ACTIONS_RUNTIME_TOKEN]', /env\.0 .*expected none of the runner's own variables/],
    ['tolerances: {benchmarks.a.b: 5%}', /expected the name of a benchmark before its last dot/],
    [
      'benchmarks: [{name: a, command: c}]\ntolerances: {benchmarks.a.b: 5}',
      /tolerances\.benchmarks\.a\.b is 5: expected a percentage such as 5%/,
    ],
    [
      'tolerances: {quality.top1: many}',
      /tolerances\.quality\.top1 is "many": expected a number in the metric/,
    ],
    ['tolerances: {latency: 5%}', /unknown key "latency" in tolerances/],
    ['benchmarks: [{name: a, command: c, timeuot: 5}]', /unknown key "timeuot"/],
    ['quality: {timeout: 5}', /quality is a mapping: expected a command, or \{command, timeout\}/],
  ])('%j is refused', (text, message) => {
    expect(refused(text)).toMatch(message);
  });

  it('reads a plain number as a part of what a benchmark reports, and in the unit of a declared metric', () => {
    const text =
      'benchmarks: [{name: a, command: c}]\ntolerances: {benchmarks.a.duration: 0.03, quality.top1: 0.2}';
    expect(parseConfig(text, 'it').tolerances).toEqual({
      'benchmarks.a.duration': { relative: 0.03 },
      'quality.top1': { absolute: 0.2 },
    });
  });

  it('may set the tolerance of what a benchmark reports', () => {
    const text =
      'benchmarks: [{name: a, command: c}]\ntolerances: {benchmarks.a.step_time: 3%, latency_p50: 4%}';
    expect(parseConfig(text, 'it').tolerances).toEqual({
      'benchmarks.a.step_time': { relative: 0.03 },
      latency_p50: { relative: 0.04 },
    });
  });
});
