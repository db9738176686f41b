import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { DeviceSearch } from '../../../src/measure/device/device.js';
import { watchDeviceMemory } from '../../../src/measure/device/device-memory.js';
import { type DeviceRequest, findDevice } from '../../../src/measure/device/find-device.js';
import type { Executor } from '../../../src/measure/executor.js';
import { temporaryFolder } from '../../fixtures/worker-bundle.js';
import { inMemory } from '../../fixtures/worker-in-memory.js';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const WORKER = 4242;

/** A machine with two cards, on one of which a worker takes memory while it lives. */
function machine({
  takes,
  listed = true,
  besides = 0,
}: {
  readonly takes: 0 | 1 | null;
  readonly listed?: boolean;
  /** MiB that another job takes on the other card meanwhile. */
  readonly besides?: number;
}) {
  const { executor, running } = inMemory();
  const seen: (string | null)[] = [];
  const locked: string[] = [];
  const line = (index: number): string => {
    const used = 500 + index + (running() === 0 ? 0 : takes === index ? 300 : besides);
    return `${index}, GPU-000${index}, NVIDIA Test ${index}, 550.1, 00:0${index}.0, 1000, 2000, 1500, 40, 90.5, 300, ${used}, 8000, 0, 0x1`;
  };
  const run = (_program: string, [query = '']: readonly string[]): Promise<string> => {
    if (query.startsWith('--query-gpu')) return Promise.resolve(`${line(0)}\n${line(1)}\n`);
    return Promise.resolve(listed && running() > 0 ? `${WORKER}, GPU-000${takes ?? 0}, 300\n` : '');
  };
  const workers: Executor = {
    ...executor,
    launch: async () => ({ ...(await executor.launch()), pid: WORKER }),
  };
  const services = {
    run,
    executorFor: (uuid: string | null): Executor => {
      seen.push(uuid);
      return workers;
    },
    folder,
    lock: (uuid: string) => Promise.resolve(void locked.push(uuid)),
  };
  const find = (request: Partial<DeviceRequest>): Promise<DeviceSearch | null> =>
    findDevice({ provider: 'cuda', setting: null, visible: undefined, ...request }, services);
  return { find, seen, locked, running, workers };
}

describe('the card that a provider runs on', () => {
  it('is not looked for on cpu', async () => {
    expect(await machine({ takes: 0 }).find({ provider: 'cpu' })).toBeNull();
  });

  it('is chosen, locked and the only one that workers of cuda see', async () => {
    const { find, seen, locked, running } = machine({ takes: 1 });
    const found = await find({ setting: '1' });
    expect(found).toMatchObject({
      status: 'found',
      reader: { facts: { uuid: 'GPU-0001', index: 1, cards: 2, powerLimitW: 300, memoryBy: 'process' } },
    });
    expect([seen, locked, running()]).toEqual([['GPU-0001'], ['GPU-0001'], 0]);
  });

  it('is for webgpu the one on which a worker takes memory, and no other may be asked for', async () => {
    const { find, locked } = machine({ takes: 1, listed: false });
    expect(await find({ provider: 'webgpu' })).toMatchObject({
      reader: { facts: { uuid: 'GPU-0001', memoryBy: 'growth' } },
    });
    expect(locked).toEqual(['GPU-0001']);
    await expect(find({ provider: 'webgpu', setting: '0' })).rejects.toMatchObject({ kind: 'config' });
  });

  it('is the one that lists the worker, whatever another job takes on the other meanwhile', async () => {
    expect(await machine({ takes: 0, besides: 4000 }).find({ provider: 'webgpu' })).toMatchObject({
      reader: { facts: { uuid: 'GPU-0000', memoryBy: 'process' } },
    });
  });

  it('is not known where none lists the worker and memory grew on both', async () => {
    const { find, locked } = machine({ takes: 0, listed: false, besides: 4000 });
    expect(await find({ provider: 'webgpu' })).toEqual({
      status: 'absent',
      reason:
        'memory grew on 2 cards while a worker of webgpu started: which of them it runs on is not known',
    });
    expect(locked).toEqual([]);
  });

  it('is none when webgpu runs elsewhere, such as on a software driver', async () => {
    const { find, locked } = machine({ takes: null, listed: false });
    expect(await find({ provider: 'webgpu' })).toEqual({
      status: 'absent',
      reason: 'a worker of webgpu took no memory on an NVIDIA card: it runs elsewhere',
    });
    expect(locked).toEqual([]);
  });

  it('is none without the tool of the vendor, and the reason is told', async () => {
    const run = (): Promise<string> =>
      Promise.reject(Object.assign(new Error('spawn nvidia-smi ENOENT'), { code: 'ENOENT' }));
    const { executor } = inMemory();
    const services = { run, executorFor: () => executor, folder, lock: () => Promise.resolve() };
    expect(await findDevice({ provider: 'cuda', setting: null, visible: undefined }, services)).toMatchObject(
      { status: 'absent', reason: expect.stringContaining('no nvidia-smi') },
    );
  });
});

describe('memory of the card that a worker holds', () => {
  it.each([
    [true, 300 * 2 ** 20],
    [false, 300 * 2 ** 20],
  ])('is told by the driver (%s), or by what the use of the card grew', async (listed, bytes) => {
    const { find, workers } = machine({ takes: 1, listed });
    const found = await find({ setting: '1' });
    if (found?.status !== 'found') throw new Error('no card');
    const held = await watchDeviceMemory(found.reader);
    const worker = await workers.launch();
    expect(await held(worker.pid)).toBe(bytes);
    await worker.close();
    expect(await held(WORKER)).toBeNull();
  });
});
