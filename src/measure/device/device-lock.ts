/**
 * One job at a time on a card. The lock is a name that the operating system gives to one process only and takes back
 * when that process ends, however it ends: an abstract socket of Linux, a named pipe of Windows. Nothing is left
 * behind that could be stale. Whoever waits is connected to its holder, who says its process id, and is woken by the
 * end of that connection.
 */
import { createConnection, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { GateError } from '../../errors.js';
import type { Logger } from '../../logger.js';

export interface DeviceLock {
  /** Gives the card to whoever waits. May be called again. */
  release(): Promise<void>;
}

export interface LockServices {
  readonly logger: Logger;
  /** Ends waiting. */
  readonly signal: AbortSignal;
  /** Milliseconds to wait for another job at most. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30 * 60_000;
/** Between two looks, where the holder lets nobody listen. */
const LOOK_MS = 250;

/**
 * Waits until no other job of this machine measures on a card.
 * @throws GateError of kind `measurement` when that takes too long or is interrupted.
 */
export async function lockDevice(
  uuid: string,
  { logger, signal, patienceMs = PATIENCE_MS }: LockServices,
): Promise<DeviceLock> {
  const name = lockName(uuid);
  const deadline = performance.now() + patienceMs;
  let told = false;
  for (;;) {
    const lock = await take(name);
    if (lock !== null) return lock;
    const left = deadline - performance.now();
    if (left <= 0 || signal.aborted) break;
    const waited = await holderEnds(name, Math.min(left, 60_000), signal, (holder) => {
      if (!told)
        logger.info(`The card ${uuid} is in use by process ${holder}, which measures on it: waiting.`);
      told = true;
    });
    if (!waited) await pause(LOOK_MS);
  }
  throw new GateError(
    'measurement',
    signal.aborted
      ? 'Waiting for a card was interrupted.'
      : `Another job has measured on the card ${uuid} for more than ${(patienceMs / 60_000).toFixed(0)} minutes.`,
    'Run it again, name another card in "device", or give jobs of one machine a concurrency group.',
  );
}

/** The cards that this process holds: it never waits for itself, as another provider on the same card would. */
export interface HeldDevices {
  /** @throws GateError as lockDevice does. */
  lock(uuid: string): Promise<void>;
  /** Gives back all. */
  release(): Promise<void>;
}

export function holdDevices(services: LockServices): HeldDevices {
  const held = new Map<string, DeviceLock>();
  return {
    async lock(uuid) {
      if (!held.has(uuid)) held.set(uuid, await lockDevice(uuid, services));
    },
    async release() {
      for (const lock of held.values()) await lock.release();
      held.clear();
    },
  };
}

function lockName(uuid: string): string {
  const name = `efficiency-gate-${uuid.replaceAll(/[^\w-]/g, '')}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

/** Null when another process has the name. */
async function take(name: string): Promise<DeviceLock | null> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('close', () => waiting.delete(socket));
    socket.unref();
    waiting.add(socket);
    socket.write(`${process.pid}\n`);
  });
  server.listen(name);
  try {
    await once(server, 'listening');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw thrown;
  }
  // Nobody who waits keeps this process alive, nor may they hold up the release.
  server.unref();
  return {
    async release() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of waiting) socket.destroy();
      await closed;
    },
  };
}

/** @returns whether the holder could be listened to until it ended, or the time was up. */
async function holderEnds(
  name: string,
  limitMs: number,
  signal: AbortSignal,
  onHolder: (pid: string) => void,
): Promise<boolean> {
  const socket = createConnection(name);
  let heard = false;
  socket.on('data', (chunk: Buffer) => {
    heard = true;
    onHolder(/^\d{1,10}/.exec(chunk.toString('latin1'))?.[0] ?? 'unknown');
  });
  socket.on('error', () => undefined);
  const end = (): void => void socket.destroy();
  const timer = setTimeout(end, limitMs);
  signal.addEventListener('abort', end, { once: true });
  // A holder that ends at this moment refuses the connection, which is closed then as well.
  await new Promise((resolve) => socket.once('close', resolve));
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  return heard;
}
