import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Executor, Worker } from '../../src/measure/executor.js';
import type { FeedSpec } from '../../src/measure/feed.js';
import { valueOf } from '../../src/measure/outcome.js';
import type { Outcome } from '../../src/measure/outcome.js';
import type { Subject } from '../../src/measure/protocol.js';
import { TENSOR_TYPES } from '../../src/measure/tensor-types.js';
import {
  bundle,
  bundleWorker,
  executorOf,
  isAlive,
  RUNTIME_MODULES,
  temporaryFolder,
} from '../fixtures/worker-bundle.js';
import { writeArithmetic, writeEndless, writeIdentity } from '../fixtures/worker-models.js';

let folder: string;
let workerFile: string;
let executor: Executor;

beforeAll(async () => {
  folder = temporaryFolder();
  workerFile = await bundleWorker(folder);
  executor = executorOf({ workerFile, temporaryFolder: folder });
});

afterAll(async () => {
  await executor.close();
  rmSync(folder, { recursive: true });
});

const x = (spec: Partial<FeedSpec>): FeedSpec => ({
  name: 'x',
  type: 'float32',
  shape: [2, 4],
  fill: { kind: 'normal' },
  ...spec,
});

const subject = (modelPath: string, feeds: FeedSpec[] = [x({})], provider = 'cpu'): Subject => ({
  modelPath,
  session: { provider, threads: 1 },
  feeds,
  seed: 1,
});

const TASK = { model: 'models/a.onnx', modelPath: null };
const get = <T>(outcome: Outcome<T>): T => valueOf(outcome, TASK);

/** Launches a worker for one test and closes it whatever happens. */
async function using<T>(action: (worker: Worker) => Promise<T>, from = executor): Promise<T> {
  const worker = await from.launch();
  try {
    return await action(worker);
  } finally {
    await worker.close();
  }
}

describe('the worker', () => {
  it('names the versions that it runs and the backends that it has', async () => {
    const described = get(await using((worker) => worker.request('describe', {})));
    expect(described.runtime).toMatch(/^\d+\.\d+\.\d+/);
    expect(described.node).toBe(process.versions.node);
    expect(described.backends.map(({ name }) => name)).toContain('cpu');
  });

  it('loads, runs, warms up and times a model', async () => {
    await using(async (worker) => {
      expect(get(await worker.request('load', subject(writeArithmetic(folder)))).loadMs).toBeGreaterThan(0);
      expect(get(await worker.request('first', {})).firstMs).toBeGreaterThan(0);
      expect(get(await worker.request('warmUp', {})).runs).toBeGreaterThan(0);
      const { runsMs, cpuMs } = get(await worker.request('block', { leadInMs: 0, minimumMs: 10 }));
      const sum = runsMs.reduce((total, ms) => total + ms, 0);
      expect(runsMs.length).toBeGreaterThan(1);
      expect(sum).toBeGreaterThan(1);
      expect(cpuMs).toBeGreaterThan(0);
      const { peakRssBytes } = get(await worker.request('memory', {}));
      expect(peakRssBytes).toBeGreaterThan(2 ** 20);
    });
  });

  it.each(TENSOR_TYPES)('feeds tensors of %s', async (type) => {
    const fill: FeedSpec['fill'] =
      type === 'string' ? { kind: 'constant', value: 'text' } : { kind: 'uniform', low: 0, high: 1 };
    await using(async (worker) => {
      get(
        await worker.request('load', subject(writeIdentity(folder, type), [x({ type, shape: [3], fill })])),
      );
      expect(get(await worker.request('first', {})).firstMs).toBeGreaterThan(0);
    });
  });

  it('feeds a tensor from a file', async () => {
    const file = path.join(folder, 'x.npy');
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }".padEnd(117) + '\n';
    const preamble = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
    writeFileSync(file, Buffer.concat([preamble, Buffer.from(header), Buffer.alloc(12)]));
    const feed = x({ shape: [3], fill: { kind: 'file', path: file, label: 'x.npy' } });
    await using(async (worker) => {
      get(await worker.request('load', subject(writeIdentity(folder, 'float32'), [feed])));
      expect(get(await worker.request('first', {})).firstMs).toBeGreaterThan(0);
    });
  });
});

describe('what the worker refuses', () => {
  it('is a model that is none, with the file named as the user knows it', async () => {
    const modelPath = path.join(folder, 'broken.onnx');
    writeFileSync(modelPath, 'version https://git-lfs.github.com/spec/v1');
    const outcome = await using((worker) => worker.request('load', subject(modelPath)));
    expect(outcome).toMatchObject({ status: 'refused', failure: { cause: 'model' } });
    expect(() => valueOf(outcome, { model: 'models/a.onnx', modelPath })).toThrow(
      expect.objectContaining({ kind: 'model', message: expect.stringContaining('models/a.onnx') }),
    );
    expect(() => valueOf(outcome, { model: 'models/a.onnx', modelPath })).not.toThrow(folder);
  });

  it.each([
    ['shape', x({ shape: [2, 5] })],
    ['type', x({ type: 'int32', fill: { kind: 'uniform', low: 0, high: 1 } })],
    ['name', x({ name: 'z' })],
  ])('is an input of the wrong %s', async (_what, feed) => {
    await using(async (worker) => {
      get(await worker.request('load', subject(writeArithmetic(folder), [feed])));
      expect(await worker.request('first', {})).toMatchObject({
        status: 'refused',
        failure: { cause: 'input' },
      });
    });
  });

  it('is a provider that the runtime does not have', async () => {
    const asked = subject(writeArithmetic(folder), [x({})], 'abacus');
    const outcome = await using((worker) => worker.request('load', asked));
    expect(outcome).toMatchObject({ status: 'refused', failure: { cause: 'provider' } });
    expect(() => get(outcome)).toThrow('not among those of ONNX Runtime here: cpu');
  });

  it('is everything when there is no runtime', async () => {
    const bare = executorOf({ workerFile, temporaryFolder: folder, runtimeModules: folder });
    const outcome = await using((worker) => worker.request('describe', {}), bare);
    expect(() => get(outcome)).toThrow(expect.objectContaining({ kind: 'runtime' }));
  });
});

describe('a model that never returns', () => {
  const feeds = [x({ shape: [1] })];

  it('is killed at the deadline', async () => {
    const strict = executorOf({ workerFile, temporaryFolder: folder, deadlineS: 2 });
    const outcome = await using(async (worker) => {
      get(await worker.request('load', subject(writeEndless(folder), feeds)));
      return worker.request('first', {});
    }, strict);
    expect(() => get(outcome)).toThrow('did not answer within 2 s and was killed');
  });

  it('does not outlive a parent that dies', async () => {
    const parent = await bundle('__tests__/fixtures/worker-abandoning-parent.ts', folder);
    const pid = await new Promise<number>((resolve) => {
      execFile(
        process.execPath,
        [parent, workerFile, RUNTIME_MODULES, writeEndless(folder), folder],
        (_end, said) => {
          resolve(Number(said));
        },
      );
    });
    expect(pid).toBeGreaterThan(1);
    for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await pause(50);
    expect(isAlive(pid)).toBe(false);
  });
});
