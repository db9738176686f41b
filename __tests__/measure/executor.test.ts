import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createExecutor, withBounds } from '../../src/measure/executor.js';
import type { Executor, Worker } from '../../src/measure/executor.js';
import {
  executorOf,
  fixtureWorker,
  isAlive,
  RUNTIME_MODULES,
  temporaryFolder,
} from '../fixtures/worker-bundle.js';

let folder: string;
let executors: Executor[];

beforeAll(() => {
  folder = temporaryFolder();
  executors = [];
});

afterAll(async () => {
  await Promise.all(executors.map((executor) => executor.close()));
  rmSync(folder, { recursive: true });
});

async function launch(fixture: string, deadlineS = 20): Promise<Worker> {
  const executor = executorOf({ workerFile: fixtureWorker(fixture), temporaryFolder: folder, deadlineS });
  executors.push(executor);
  return executor.launch();
}

describe('a worker that does not do its work', () => {
  it('is killed at its deadline', async () => {
    const worker = await launch('silent', 0.2);
    expect(await worker.request('memory', {})).toEqual({ status: 'time-out', afterS: 0.2 });
    await worker.close();
    expect(isAlive(worker.pid)).toBe(false);
  });

  it('is killed earlier for who waits less long, never later', async () => {
    const patient = executorOf({
      workerFile: fixtureWorker('silent'),
      temporaryFolder: folder,
      deadlineS: 0.2,
    });
    executors.push(patient);
    for (const [waitS, afterS] of [
      [0.1, 0.1],
      [20, 0.2],
    ] as const) {
      const worker = await withBounds(patient, { deadlineS: waitS }).launch();
      expect(await worker.request('memory', {})).toEqual({ status: 'time-out', afterS });
      await worker.close();
    }
  });

  it('is a crash when it dies of a fault, with the last that it said', async () => {
    const worker = await launch('crashing');
    expect(await worker.request('memory', {})).toEqual({
      status: 'crash',
      exit: 'signal SIGSEGV',
      lastWords: 'last words',
    });
    await worker.close();
  });

  it('is out of memory when the system kills it', async () => {
    const worker = await launch('killed');
    expect(await worker.request('memory', {})).toEqual({ status: 'out-of-memory', exit: 'signal SIGKILL' });
    await worker.close();
  });

  it('is a protocol error when it answers what is not JSON, and is killed', async () => {
    const worker = await launch('garbage');
    expect(await worker.request('memory', {})).toMatchObject({ status: 'protocol-error' });
    await worker.close();
    expect(isAlive(worker.pid)).toBe(false);
  });

  it('is a protocol error when its answer does not fit the question', async () => {
    const worker = await launch('unfitting');
    expect(await worker.request('memory', {})).toEqual({
      status: 'protocol-error',
      detail: 'an answer to memory that does not fit',
    });
    await worker.close();
  });

  it('keeps its end for all later requests', async () => {
    const worker = await launch('killed');
    const first = await worker.request('memory', {});
    expect(await worker.request('describe', {})).toEqual(first);
    await worker.close();
  });

  it('is a crash when it cannot be started', async () => {
    const executor = createExecutor({
      workerFile: fixtureWorker('silent'),
      runtimeModules: RUNTIME_MODULES,
      temporaryFolder: folder,
      node: `${folder}/no-node`,
      env: {},
    });
    const worker = await executor.launch();
    expect(await worker.request('memory', {})).toMatchObject({ status: 'crash', exit: 'not started' });
    await worker.close();
  });
});

describe('a worker that works', () => {
  it('is understood in spite of any noise that it prints', async () => {
    const worker = await launch('noisy');
    expect(await worker.request('memory', {})).toEqual({ status: 'ok', value: { peakRssBytes: 4096 } });
    await worker.close();
  });

  it('gets the outcome "cancelled" when it is closed at work', async () => {
    const worker = await launch('silent');
    const outcome = worker.request('memory', {});
    await worker.close();
    expect(await outcome).toEqual({ status: 'cancelled' });
    expect(isAlive(worker.pid)).toBe(false);
  });

  it('may be closed twice', async () => {
    const worker = await launch('silent');
    await worker.close();
    await expect(worker.close()).resolves.toBeUndefined();
  });

  it('does one thing at a time', async () => {
    const worker = await launch('silent');
    const first = worker.request('memory', {});
    await expect(worker.request('memory', {})).rejects.toThrow('one thing at a time');
    await worker.close();
    await first;
  });
});

describe('closing the executor', () => {
  it('ends every worker and removes their folders', async () => {
    const own = temporaryFolder();
    const executor = executorOf({ workerFile: fixtureWorker('silent'), temporaryFolder: own });
    const workers = [await executor.launch(), await executor.launch()];
    expect(readdirSync(own)).toHaveLength(2);
    await executor.close();
    expect(workers.map(({ pid }) => isAlive(pid))).toEqual([false, false]);
    expect(existsSync(own) && readdirSync(own)).toEqual([]);
    rmSync(own, { recursive: true });
  });
});
