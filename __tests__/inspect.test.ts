import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inspectModel, type InspectedModel } from '../src/inspect.js';
import type { Executor } from '../src/measure/executor.js';
import type { InputSettings } from '../src/measure/input-settings.js';
import { writeSum } from './fixtures/bad-models.js';
import { bundleWorker, executorOf, temporaryFolder } from './fixtures/worker-bundle.js';
import { inMemory } from './fixtures/worker-in-memory.js';
import { value, writeArithmetic, writeModel } from './fixtures/worker-models.js';

let folder: string;
let models: string;
let real: Executor;
beforeAll(async () => {
  folder = temporaryFolder();
  models = path.join(folder, 'models');
  mkdirSync(models);
  real = executorOf({ workerFile: await bundleWorker(folder), temporaryFolder: folder });
});
afterAll(async () => {
  await real.close();
  rmSync(folder, { recursive: true });
});

function inspect(
  file: string,
  settings: Partial<InputSettings> = {},
  executor = real,
): Promise<InspectedModel> {
  const request = {
    file,
    label: 'a.onnx',
    settings: { dims: {}, inputs: {}, ...settings },
    inputFolder: folder,
    session: { provider: 'cpu', threads: 1 },
    seed: 1,
    weights: 'when small' as const,
  };
  return inspectModel(request, executor, folder);
}

/** As many elements as its input says, added to weights too large for a probe: only a run can tell. */
const writeHeavyRange = (elements: number): string =>
  writeModel(models, 'heavy-range', {
    node: [
      {
        opType: 'Cast',
        name: 'cast',
        input: ['n'],
        output: ['limit'],
        attribute: [{ name: 'to', type: 2, i: 1n }],
      },
      { opType: 'Range', name: 'range', input: ['zero', 'limit', 'one'], output: ['r'] },
      { opType: 'Add', name: 'add', input: ['r', 'w'], output: ['y'] },
    ],
    initializer: [
      { name: 'zero', dataType: 1, floatData: [0] },
      { name: 'one', dataType: 1, floatData: [1] },
      { name: 'w', dataType: 1, dims: [BigInt(elements)], rawData: new Uint8Array(4 * elements) },
    ],
    input: [value('n', 'int64', [])],
    output: [value('y', 'float32', ['length'])],
  });

/** As many elements as its input says: only a run can tell. */
const writeRange = (): string =>
  writeModel(models, 'range', {
    node: [
      {
        opType: 'Cast',
        name: 'cast',
        input: ['n'],
        output: ['limit'],
        attribute: [{ name: 'to', type: 2, i: 1n }],
      },
      { opType: 'Range', name: 'range', input: ['zero', 'limit', 'one'], output: ['r'] },
      { opType: 'Neg', name: 'neg', input: ['r'], output: ['y'] },
    ],
    initializer: [
      { name: 'zero', dataType: 1, floatData: [0] },
      { name: 'one', dataType: 1, floatData: [1] },
    ],
    input: [value('n', 'int64', [])],
    output: [value('y', 'float32', ['length'])],
  });

describe('counting a model', () => {
  it('is done at the sizes that the settings give', async () => {
    const { profile, warnings } = await inspect(writeArithmetic(models), { dims: { rows: 5 } });
    expect(profile.counts.flops).toEqual({ value: 2 * 5 * 4, reason: null });
    expect(profile.shapes).toBe('inference');
    expect(warnings).toEqual([]);
  });

  it('tells, with the name of the model, of a size that nobody set', async () => {
    const { warnings } = await inspect(writeArithmetic(models));
    expect(warnings).toEqual([expect.stringMatching(/^a\.onnx: dimension `rows` .*--dim rows=N/)]);
  });

  it('runs it once where inference leaves shapes open, and leaves nothing beside it', async () => {
    const file = writeRange();
    const before = readdirSync(models);
    const { profile, warnings } = await inspect(file, { inputs: { n: { value: 6 } } });
    expect(profile.counts.flops.value).toBe(6);
    expect(warnings).toEqual([]);
    expect(readdirSync(models)).toEqual(before);
  });
});

describe('a model behind a symbolic link', () => {
  it('is run with its own weights', async () => {
    const link = path.join(folder, 'link.onnx');
    symlinkSync(writeHeavyRange(2000), link);
    const { profile, warnings } = await inspect(link, { inputs: { n: { value: 2000 } } });
    expect(warnings).toEqual([]);
    expect(profile.counts.flops.value).toBe(2000);
  });
});

describe('a model that the runtime refuses', () => {
  it('is counted as far as its graph tells, with one warning', async () => {
    const { profile, warnings } = await inspect(writeSum(models, 'misfit', 'Add', 2));
    expect(profile.counts.parameters.value).toBe(3);
    expect(profile.counts.flops).toMatchObject({ value: null, reason: expect.any(String) });
    expect(warnings).toEqual([
      expect.stringMatching(/^a\.onnx: some shapes stay unknown\. .*refuses `a\.onnx`/),
    ]);
  });

  it('is no cause for a warning when a run tells the shapes after all', async () => {
    const failure = { cause: 'model', message: 'not inferred' } as const;
    const refused = { status: 'refused', failure } as const;
    // The first worker is asked to infer, the second to run.
    const once: Executor = {
      launch: (() => {
        const first = inMemory({ fail: () => refused }).executor;
        let launched = 0;
        return () => (launched++ === 0 ? first : real).launch();
      })(),
      close: () => Promise.resolve(),
    };
    const { profile, warnings } = await inspect(writeArithmetic(models), { dims: { rows: 5 } }, once);
    expect(profile.counts.flops.value).toBe(40);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['crashes', { status: 'crash', exit: 'signal SIGSEGV', lastWords: '' }, 'crash'],
    ['hangs', { status: 'time-out', afterS: 120 }, 'time-out'],
    [
      'cannot be asked, for want of a runtime',
      { status: 'refused', failure: { cause: 'runtime', message: 'no' } },
      'runtime',
    ],
  ] as const)('is not asked again when it %s', async (_case, outcome, kind) => {
    const { executor, events, running } = inMemory({ fail: () => outcome });
    await expect(inspect(writeArithmetic(models), {}, executor)).rejects.toMatchObject({ kind });
    expect(events.filter(({ op }) => op !== 'close')).toHaveLength(1);
    expect(running()).toBe(0);
  });
});

describe('a model is refused before any worker is launched', () => {
  it.each([
    ['when there is none', { file: 'none.onnx' }, 'model'],
    ['when an input is given a shape that it cannot have', { inputs: { x: { shape: [2, 3] } } }, 'input'],
    ['when the file of an input is missing', { inputs: { x: { file: 'none.npy' } } }, 'input'],
  ])('%s', async (_case, { file, ...settings }: { file?: string } & Partial<InputSettings>, kind) => {
    const { executor, events } = inMemory();
    const asked = file === undefined ? writeArithmetic(models) : path.join(models, file);
    await expect(inspect(asked, settings, executor)).rejects.toMatchObject({ kind });
    expect(events).toEqual([]);
  });
});
