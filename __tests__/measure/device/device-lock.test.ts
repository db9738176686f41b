import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { silentLogger } from '../../../src/logger.js';
import { holdDevices, lockDevice } from '../../../src/measure/device/device-lock.js';
import { bundle, temporaryFolder } from '../../fixtures/worker-bundle.js';

let folder: string;
let holder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  holder = await bundle('__tests__/fixtures/lock-holder.ts', folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Holder = ChildProcess & { readonly stdout: Readable };
const start = (uuid: string): Holder =>
  spawn(process.execPath, [holder, uuid], { stdio: ['ignore', 'pipe', 'inherit'] });
const never = new AbortController().signal;
const card = (): string => `GPU-${randomUUID()}`;

describe('the lock of a card', () => {
  it('is held by one process, which is named to whoever waits, and passes on when that one is killed', async () => {
    const uuid = card();
    const first = start(uuid);
    await once(first.stdout, 'data');
    const said: string[] = [];
    const logger = {
      ...silentLogger,
      info: (text: string) => {
        said.push(text);
        first.kill('SIGKILL');
      },
    };
    const lock = await lockDevice(uuid, { logger, signal: never });
    expect(said).toEqual([expect.stringContaining(`in use by process ${first.pid}`)]);
    expect(first.killed).toBe(true);
    await lock.release();
  });

  it('is never held by two, however many want it at once', async () => {
    const uuid = card();
    const rivals = [start(uuid), start(uuid), start(uuid)];
    const holding = new Set<Holder>();
    let most = 0;
    const turns = rivals.map(async (rival) => {
      await once(rival.stdout, 'data');
      holding.add(rival);
      most = Math.max(most, holding.size);
      holding.delete(rival);
      rival.kill('SIGKILL');
      await once(rival, 'exit');
    });
    await Promise.all(turns);
    expect(most).toBe(1);
  });

  it('is another for another card, and free again once it was released', async () => {
    const [uuid, other] = [card(), card()];
    const services = { logger: silentLogger, signal: never, patienceMs: 0 };
    const lock = await lockDevice(uuid, services);
    const beside = await lockDevice(other, services);
    await expect(lockDevice(uuid, services)).rejects.toMatchObject({
      kind: 'measurement',
      message: expect.stringContaining(uuid),
    });
    await lock.release();
    await lock.release();
    await (await lockDevice(uuid, services)).release();
    await beside.release();
  });

  it('is not waited for by the process that holds it, which gives back each card', async () => {
    const uuid = card();
    const services = { logger: silentLogger, signal: never, patienceMs: 0 };
    const devices = holdDevices(services);
    await devices.lock(uuid);
    await devices.lock(uuid);
    await expect(lockDevice(uuid, services)).rejects.toThrow(uuid);
    await devices.release();
    await (await lockDevice(uuid, services)).release();
  });

  it('is not waited for after an interruption', async () => {
    const uuid = card();
    const lock = await lockDevice(uuid, { logger: silentLogger, signal: never });
    const interruption = new AbortController();
    const logger = {
      ...silentLogger,
      info: () => {
        interruption.abort();
      },
    };
    await expect(lockDevice(uuid, { logger, signal: interruption.signal })).rejects.toThrow('interrupted');
    await lock.release();
  });
});
