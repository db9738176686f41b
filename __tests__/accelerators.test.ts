/** Models on an accelerator, by real workers: WebGPU on a driver in software. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { checkPlacements, placementWarnings } from '../src/check-placement.js';
import { defaultConfig } from '../src/config.js';
import { runGate } from '../src/gate.js';
import { type InspectedModel, inspectModel } from '../src/inspect.js';
import { silentLogger } from '../src/logger.js';
import type { Executor } from '../src/measure/executor.js';
import { planFiles } from '../src/plan-files.js';
import { profileOperators } from '../src/profile-operators.js';
import type { GateServices } from '../src/services.js';
import { environment, measurement } from './fixtures/report-factory.js';
import { softwareGpu } from './fixtures/software-gpu.js';
import { bundleWorker, executorOf, temporaryFolder } from './fixtures/worker-bundle.js';
import { value, writeModel } from './fixtures/worker-models.js';

let folder: string;
let executor: Executor;
beforeAll(async () => {
  folder = temporaryFolder();
  const env = { ...process.env, ...softwareGpu() };
  executor = executorOf({ workerFile: await bundleWorker(folder), temporaryFolder: folder, env });
});
afterAll(async () => {
  await executor.close();
  rmSync(folder, { recursive: true });
});

/** A chain of operators on `[1, 8, 8]`, each with the name of its type in lower case. */
function writeChain(name: string, ops: readonly string[], output: number[]): string {
  return writeModel(folder, name, {
    node: ops.map((opType, index) => ({
      opType,
      name: opType.toLowerCase(),
      input: [index === 0 ? 'x' : `v${index - 1}`],
      output: [index === ops.length - 1 ? 'y' : `v${index}`],
    })),
    input: [value('x', 'float32', [1, 8, 8])],
    output: [value('y', 'float32', output)],
  });
}

const CPU = { provider: 'cpu', threads: 1 };
const WEBGPU = { provider: 'webgpu', threads: 1 };

async function inspected(name: string, ops: readonly string[], output: number[]): Promise<InspectedModel> {
  const file = writeChain(name, ops, output);
  const settings = { dims: {}, inputs: {} };
  return inspectModel(
    { file, label: name, settings, inputFolder: folder, session: CPU, seed: 1, weights: 'when small' },
    executor,
    folder,
  );
}

describe('a pair on WebGPU', () => {
  it('is told to run there wholly, or with what fell back and its share of the time', async () => {
    const sides = {
      base: await inspected('whole', ['Sigmoid', 'Tanh'], [1, 8, 8]),
      // WebGPU has no determinant.
      head: await inspected('fallen', ['Sigmoid', 'Det', 'Tanh'], [1]),
    };
    expect(await checkPlacements(sides, WEBGPU, 1, { executor, folder })).toEqual([]);
    const profile = await profileOperators(sides, measurement({ provider: 'webgpu' }), executor, folder);
    expect(profile.reason).toBeNull();
    expect(profile.base?.placement).toMatchObject({ kernels: 2, onProvider: 2, copies: 0, elsewhere: [] });
    expect(profile.head?.placement).toMatchObject({
      kernels: 3,
      onProvider: 2,
      copies: 2,
      elsewhere: [{ op: 'Det', provider: 'CPUExecutionProvider', kernels: 1 }],
    });
    const { elsewhereMs, inferenceMs } = profile.head?.placement ?? {};
    expect(elsewhereMs).toBeGreaterThan(0);
    expect(elsewhereMs).toBeLessThan(inferenceMs ?? 0);
    // The driver takes time stamps, of which the profiler tells.
    expect(profile.base?.placement?.deviceMs).toBeGreaterThan(0);
    // Its kernel times are those of launching: no rate follows from them.
    expect(profile.base?.gmacPerS).toBeNull();
    expect(placementWarnings(profile)).toEqual([
      expect.stringMatching(/^Not all of the head ran on webgpu: 2 of 3 kernels .*% .*\(Det ×1\), 2 copies/),
    ]);
  });

  it('is a failure where none of a side runs there, and nothing is measured on the CPU in its place', async () => {
    const base = await inspected('still-whole', ['Sigmoid', 'Tanh'], [1, 8, 8]);
    const head = await inspected('elsewhere', ['Det'], [1]);
    await expect(checkPlacements({ base, head }, WEBGPU, 1, { executor, folder })).rejects.toMatchObject({
      kind: 'measurement',
      message: expect.stringContaining(
        '`elsewhere` does not run on webgpu: 0 of 1 kernel on webgpu; 1 on CPU',
      ),
    });
  });
});

describe('a provider that cannot start', () => {
  it('fails its model with the reason of the runtime, and what was counted is kept', async () => {
    writeChain('base', ['Sigmoid'], [1, 8, 8]);
    writeChain('head', ['Sigmoid', 'Tanh'], [1, 8, 8]);
    const services: GateServices = {
      executor,
      environment: () => Promise.resolve(environment()),
      findMeter: () => Promise.resolve({ status: 'unreadable', reason: 'none here' }),
      readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: null }),
      logger: silentLogger,
      signal: new AbortController().signal,
      folder: path.join(folder),
      clock: () => performance.now(),
      now: () => new Date(0),
    };
    const config = { ...defaultConfig(), provider: 'cuda' };
    const plan = planFiles({ base: 'base.onnx', head: 'head.onnx', cwd: folder, config });
    const { gate, models } = await runGate(plan, services);
    expect(models[0]).toMatchObject({
      status: 'failed',
      measurement: null,
      problem: {
        kind: 'measurement',
        message: expect.stringMatching(
          /^The provider cuda cannot start for `base.onnx`, and nothing was run on another in its place: .*[Ff]ailed to load/,
        ),
        next: expect.stringContaining('--onnxruntime-node-install=cuda12'),
      },
    });
    expect(models[0]?.comparisons.find(({ indicator }) => indicator === 'operators')?.head.value).toBe(2);
    expect(gate.missing).not.toEqual([]);
  });
});

describe('the driver in software', () => {
  it('is asked for by the packages that bring it, where it is not there', () => {
    expect(() => softwareGpu({}, () => false)).toThrow('apt-get install chromium libvulkan1');
    expect(() => softwareGpu({}, (file) => file.endsWith('.json'))).toThrow('libvulkan.so.1');
  });
});
