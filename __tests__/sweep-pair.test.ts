import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig } from '../src/config.js';
import { type InspectedModel, inspectModel } from '../src/inspect.js';
import { silentLogger } from '../src/logger.js';
import type { Executor } from '../src/measure/executor.js';
import { sweepSchema } from '../src/measure/sweep-result.js';
import { planFiles } from '../src/plan-files.js';
import type { GateServices } from '../src/services.js';
import { sweepPair } from '../src/sweep-pair.js';
import { environment, measurement } from './fixtures/report-factory.js';
import { bundleWorker, executorOf, temporaryFolder } from './fixtures/worker-bundle.js';
import { inMemory } from './fixtures/worker-in-memory.js';
import { value, writeModel } from './fixtures/worker-models.js';

let folder: string;
let real: Executor;
beforeAll(async () => {
  folder = temporaryFolder();
  real = executorOf({ workerFile: await bundleWorker(folder), temporaryFolder: folder });
});
afterAll(async () => {
  await real.close();
  rmSync(folder, { recursive: true });
});

/** `y = -x`, over a batch of so many rows. */
function negation(batch: number | string): Promise<InspectedModel> {
  const file = writeModel(folder, `negation-${batch}`, {
    node: [{ opType: 'Neg', name: 'negate', input: ['x'], output: ['y'] }],
    input: [value('x', 'float32', [batch, 1, 8, 8])],
    output: [value('y', 'float32', [batch, 1, 8, 8])],
  });
  const settings = { dims: {}, inputs: {} };
  const session = { provider: 'cpu', threads: 1 };
  const label = path.basename(file);
  return inspectModel(
    { file, label, settings, inputFolder: folder, session, seed: 1, weights: 'when small' },
    real,
    folder,
  );
}

function services(executor: Executor, given: Partial<GateServices> = {}): GateServices {
  return {
    executor,
    environment: () => Promise.resolve(environment({ cores: 2 })),
    readDisturbance: () => Promise.resolve({ atMs: 0, cpu: null, waitedMs: null, load1: null }),
    findMeter: () => Promise.resolve({ status: 'unreadable', reason: 'this machine has no counter' }),
    logger: silentLogger,
    signal: new AbortController().signal,
    folder,
    clock: () => performance.now(),
    now: () => new Date(0),
    ...given,
  };
}

async function swept(
  sides: { base: InspectedModel; head: InspectedModel },
  sweeps: { batch?: number[]; threads?: number[] },
  given: GateServices,
): ReturnType<typeof sweepPair> {
  const config = { ...defaultConfig(), sweeps };
  const plan = planFiles({ base: 'a', head: 'b', cwd: folder, config });
  const [model] = plan.models;
  if (model === undefined) throw new TypeError('a plan of two files has a model');
  return sweepPair(sides, model, plan, measurement({ budgetS: 60 }), given);
}

describe('sweeps of a pair', () => {
  it('measure both sides at every batch and thread count that is asked for', async () => {
    const model = await negation('batch');
    const sweeps = await swept(
      { base: model, head: model },
      { batch: [1, 4], threads: [1, 2, 4] },
      services(real),
    );
    expect(sweeps.map((sweep) => sweepSchema.parse(sweep))).toEqual(sweeps);
    const [batch, threads] = sweeps;
    expect(batch?.points).toMatchObject([
      { value: 1, rounds: 3, reason: null },
      { value: 4, rounds: 3, reason: null },
    ]);
    const four = batch?.points[1]?.head;
    expect(four?.throughput).toBeCloseTo(4000 / (four?.latencyMs ?? 0), 0);
    expect(threads?.points).toMatchObject([
      { value: 1, head: { efficiency: 1 } },
      { value: 2, reason: null },
      { value: 4, base: null, reason: 'the machine has 2 cores' },
    ]);
  });

  it('are none where none is asked for, without a process', async () => {
    const model = await negation('batch');
    const machine = inMemory();
    expect(await swept({ base: model, head: model }, {}, services(machine.executor))).toEqual([]);
    expect(machine.events).toEqual([]);
  });

  it('name the side whose batch is fixed', async () => {
    const sides = { base: await negation('batch'), head: await negation(1) };
    const [sweep] = await swept(sides, { batch: [1, 2] }, services(inMemory().executor));
    expect(sweep?.points.map(({ reason }) => reason)).toEqual([
      'negation-1.onnx: the batch is fixed at 1.',
      'negation-1.onnx: the batch is fixed at 1.',
    ]);
  });

  it('let a value that fails cost the others nothing, and leave no worker', async () => {
    const model = await negation('batch');
    const machine = inMemory({
      fail: (worker, op) =>
        worker === 0 && op === 'load' ? { status: 'out-of-memory', exit: 'signal SIGKILL' } : undefined,
    });
    const [sweep] = await swept(
      { base: model, head: model },
      { batch: [1, 2, 4] },
      services(machine.executor),
    );
    expect(sweep?.points.filter(({ rounds }) => rounds === 3)).toHaveLength(2);
    expect(sweep?.points.find(({ rounds }) => rounds === 0)?.reason).toContain('want of memory');
    expect(machine.running()).toBe(0);
  });

  it('end with the budget of the rounds and keep what there is', async () => {
    const model = await negation('batch');
    const machine = inMemory({ costMs: { load: 20_000 } });
    const [sweep] = await swept(
      { base: model, head: model },
      { batch: [1, 2, 4] },
      services(machine.executor, { clock: machine.clock }),
    );
    // Each point takes 40 s of the 60 s: the second is begun within them, the third is not.
    expect(sweep?.points.map(({ rounds }) => rounds).toSorted()).toEqual([0, 1, 1]);
    expect(sweep?.points.find(({ rounds }) => rounds === 0)?.reason).toBe('the 60 s of the sweep were spent');
  });
});
