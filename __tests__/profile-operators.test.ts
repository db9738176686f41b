import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { denseConvolutions, lstm, seeded } from '../examples/zoo/index.js';
import { type InspectedModel, inspectModel } from '../src/inspect.js';
import type { Executor } from '../src/measure/executor.js';
import { operatorProfileSchema } from '../src/measure/operator-profile.js';
import { profileOperators } from '../src/profile-operators.js';
import { measurement } from './fixtures/report-factory.js';
import { bundleWorker, executorOf, temporaryFolder } from './fixtures/worker-bundle.js';
import { inMemory } from './fixtures/worker-in-memory.js';

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

function inspected(name: string, bytes: Uint8Array): Promise<InspectedModel> {
  const file = path.join(folder, `${name}.onnx`);
  writeFileSync(file, bytes);
  const settings = { dims: {}, inputs: {} };
  const session = { provider: 'cpu', threads: 1 };
  return inspectModel(
    { file, label: name, settings, inputFolder: folder, session, seed: 1, weights: 'when small' },
    executor,
    folder,
  );
}

describe('profiling base and head', () => {
  it('tells the operators as the runtime runs them, with the MACs that their kernels do', async () => {
    const base = await inspected('recurrent', lstm({ weights: seeded(1), steps: 10 }));
    const head = await inspected('convolutions', denseConvolutions({ weights: seeded(1), image: 16 }));
    const profile = await profileOperators({ base, head }, measurement(), executor, folder);
    expect(operatorProfileSchema.parse(profile)).toEqual(profile);
    expect(profile.reason).toBeNull();

    const counted = base.profile.counts.macs.value ?? 0;
    expect(profile.base).toMatchObject({ macs: counted, executedMacs: counted });
    const recurrent = profile.base?.operators.find(({ op }) => op === 'LSTM');
    expect(recurrent?.macs).toBeGreaterThan(0.9 * counted);
    expect(recurrent?.gmacPerS).toBeCloseTo((recurrent?.macs ?? 0) / (recurrent?.timeMs ?? 0) / 1e6, 6);

    const shares = profile.head?.operators.map(({ share }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    // 72 channels may be padded to blocks of 16.
    expect(profile.head?.executedMacs).toBeGreaterThanOrEqual(head.profile.counts.macs.value ?? Infinity);
    expect(profile.head?.operators[0]?.op).toMatch(/Conv$/);
    expect(profile.head?.arenaPeakBytes).toBeGreaterThan(0);
  });

  it('is a reason where a side cannot be profiled, and no failure of the model', async () => {
    const model = await inspected('recurrent', lstm({ weights: seeded(1), steps: 1 }));
    const failing = inMemory({
      fail: (worker) =>
        worker === 0 ? undefined : { status: 'crash', exit: 'signal SIGSEGV', lastWords: '' },
    });
    const sides = { base: model, head: model };
    const profile = await profileOperators(sides, measurement(), failing.executor, folder);
    expect(profile).toMatchObject({ base: { operators: [] }, head: null });
    expect(profile.reason).toContain('SIGSEGV');
    expect(failing.running()).toBe(0);
  });
});
