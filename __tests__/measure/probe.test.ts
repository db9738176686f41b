import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Executor } from '../../src/measure/executor.js';
import { describeEnvironment, describeRunner } from '../../src/measure/environment.js';
import { environmentSchema } from '../../src/measure/measurement.js';
import { inferValues, profileRun } from '../../src/measure/probe.js';
import type { Subject } from '../../src/measure/protocol.js';
import { bundleWorker, executorOf, temporaryFolder } from '../fixtures/worker-bundle.js';
import { value, writeArithmetic, writeModel } from '../fixtures/worker-models.js';

let folder: string;
let executor: Executor;
beforeAll(async () => {
  folder = temporaryFolder();
  executor = executorOf({ workerFile: await bundleWorker(folder), temporaryFolder: folder });
});
afterAll(async () => {
  await executor.close();
  rmSync(folder, { recursive: true });
});

describe('inferred values', () => {
  it('are types and shapes, with names for dynamic dimensions', async () => {
    expect(await inferValues(executor, writeArithmetic(folder), 'a.onnx')).toEqual([
      { name: 'y', type: 'float32', shape: ['rows', 4] },
    ]);
  });

  it('say nothing of a shape that the runtime does not tell: scalars and unknown ranks alike', async () => {
    const file = writeModel(folder, 'ranks', {
      node: [
        { opType: 'Reshape', input: ['x', 'shape'], output: ['any'] },
        { opType: 'Size', input: ['x'], output: ['scalar'] },
      ],
      input: [value('x', 'float32', [4]), value('shape', 'int64', null)],
      output: [value('any', 'float32', null), value('scalar', 'int64', null)],
    });
    expect(await inferValues(executor, file, 'a.onnx')).toEqual([
      { name: 'any', type: 'float32', shape: null },
      { name: 'scalar', type: 'int64', shape: null },
    ]);
  });

  it('are refused of what is no model', async () => {
    const file = path.join(folder, 'none.onnx');
    writeFileSync(file, 'none');
    await expect(inferValues(executor, file, 'a.onnx')).rejects.toMatchObject({ kind: 'model' });
  });
});

describe('a profiled run', () => {
  const subject = (rows: number): Subject => ({
    modelPath: writeArithmetic(folder),
    session: { provider: 'cpu', threads: 1 },
    feeds: [{ name: 'x', type: 'float32', shape: [rows, 4], fill: { kind: 'normal' } }],
    seed: 1,
  });

  it('tells every kernel with exact shapes', async () => {
    const kernels = await profileRun(executor, subject(7), 'a.onnx');
    expect(kernels.map(({ node, op, inputs, outputs }) => ({ node, op, inputs, outputs }))).toEqual([
      {
        node: 'square',
        op: 'Mul',
        inputs: [
          [7, 4],
          [7, 4],
        ],
        outputs: [[7, 4]],
      },
      {
        node: 'sum',
        op: 'Add',
        inputs: [
          [7, 4],
          [7, 4],
        ],
        outputs: [[7, 4]],
      },
    ]);
    expect(kernels.every(({ provider }) => provider === 'CPUExecutionProvider')).toBe(true);
  });
});

describe('the environment', () => {
  it('is this machine, with the versions that workers run', async () => {
    const environment = await describeEnvironment(executor, {});
    expect(environmentSchema.parse(environment)).toEqual(environment);
    expect(environment.node).toBe(process.versions.node);
    expect(environment.runner).toBeNull();
  });

  it.each([
    [{}, null],
    [{ RUNNER_NAME: 'bench-1' }, 'bench-1'],
    [
      {
        RUNNER_NAME: 'GitHub Actions 5',
        RUNNER_ENVIRONMENT: 'github-hosted',
        ImageOS: 'ubuntu24',
        ImageVersion: '20260907.1',
      },
      'GitHub Actions 5 (github-hosted, ubuntu24 20260907.1)',
    ],
  ])('names the runner: %j', (env, runner) => {
    expect(describeRunner(env)).toBe(runner);
  });
});
