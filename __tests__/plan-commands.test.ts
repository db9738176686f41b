/** What a plan makes of the commands of a configuration. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { CONFIG_PATH, parseConfig } from '../src/config.js';
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
      expect(await model?.base?.open('')).not.toBe(await model?.head?.open(''));
      expect(plan.warnings).toEqual([]);
    });
    expect(repository.run('status', '--short')).toBe('');
  });

  it('become one model that cannot be had when building fails', async () => {
    branch({ ...BUILD, 'raw/a.onnx': matrixProduct(4) }, { 'raw/a.onnx': null });
    await planned(async (plan) => {
      expect(inBrief(plan)).toEqual([['build-command', 'changed']]);
      await expect(plan.models[0]?.head?.open('')).rejects.toMatchObject({
        kind: 'command',
        message: expect.stringMatching(/The build command in HEAD \([0-9a-f]{7}\) ended with .*raw/s),
      });
    });
  });

  it("are not built by a command of the head's own", async () => {
    branch({ 'raw/a.onnx': matrixProduct(4) }, { ...BUILD, 'raw/a.onnx': matrixProduct(8) });
    await planned((plan) => {
      expect(plan.models).toEqual([]);
      expect(plan.warnings).toContainEqual(expect.stringContaining("head's own configuration were not run"));
    });
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
