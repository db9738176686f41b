/** `pr` with commands of the configuration as a user runs it: a model that is built, and a benchmark beside it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_PATH } from '../src/config.js';
import { gateReportSchema } from '../src/report.js';
import { matrixProduct } from './fixtures/matrix-product.js';
import { installProgram, type Program } from './fixtures/program.js';
import { Repository, removeTemporaryFolders, temporaryFolder } from './revisions/repository.js';

let program: Program;
beforeAll(async () => {
  program = await installProgram(path.join(temporaryFolder(), 'installed'));
});
afterAll(removeTemporaryFolders);

const CONFIG = `
build-command: '"$NODE" build.mjs'
models: [{ path: 'out/*.onnx' }]
env: [NODE, SECRET_OF_THE_RUNNER_IS_NOT_NAMED]
benchmarks: [{ name: train, command: '"$NODE" harness.mjs $(cat speed)' }]
alpha: 0.5
budget: 60
# Wide enough to be decided soon.
tolerances: { latency_p50: 90%, latency_p90: 90%, throughput: 90%, cpu_time: 90%, load_time: 90%, first_inference: 90%, peak_rss_bytes: 90% }
`;

it('measures a model that a command builds and a benchmark, in one report, and leaves nothing behind', async () => {
  const folder = path.join(temporaryFolder(), 'repository');
  const repository = Repository.create(folder);
  const fixture = readFileSync(path.join(import.meta.dirname, 'fixtures', 'harness.mjs'), 'utf8');
  repository.commit({
    [CONFIG_PATH]: CONFIG,
    'build.mjs': `import { cpSync } from 'node:fs';\ncpSync('raw', 'out/model.onnx');\n`,
    // A benchmark that sees the runner's token says nothing.
    'harness.mjs': `if (process.env.GITHUB_TOKEN !== undefined) process.exit(1);\n${fixture}`,
    '.gitignore': 'out\n',
    raw: matrixProduct(32),
    speed: '2',
  });
  repository.run('switch', '--quiet', '--create', 'change');
  repository.commit({ raw: matrixProduct(64), speed: '2.6' });
  const env = { NODE: process.execPath, GITHUB_TOKEN: 'secret' };
  const { status, stdout, stderr } = await program.run(['pr', '--base', 'main', '--json'], folder, env);
  const report = gateReportSchema.parse(JSON.parse(stdout));
  expect(report).toMatchObject({
    models: [
      { name: 'out/model.onnx', status: 'compared', measurement: { provider: 'cpu' } },
      {
        name: 'train',
        status: 'compared',
        measurement: { harness: { command: '"$NODE" harness.mjs $(cat speed)' } },
      },
    ],
    gate: { conclusion: 'failed' },
  });
  expect(report.models[0]?.comparisons.find(({ indicator }) => indicator === 'parameters')).toMatchObject({
    base: { value: 32 ** 2 },
    head: { value: 64 ** 2 },
  });
  expect(report.models[1]?.comparisons).toMatchObject([
    { indicator: 'duration', verdict: 'regressed' },
    { indicator: 'items_per_s', verdict: 'regressed' },
  ]);
  // The decisions of the model, and those of the benchmark.
  expect(report.policy.decisions).toBe(7 + 2);
  expect(status).toBe(1);
  expect(stderr).toContain('Building main');
  expect(existsSync(path.join(folder, '.git', 'worktrees'))).toBe(false);
  expect(existsSync(path.join(folder, 'out'))).toBe(false);
}, 180_000);
