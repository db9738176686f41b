/** The history in a folder: written whole or not at all, by one process at a time. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GateError, messageOf } from '../errors.js';
import { readRegularFile } from '../regular-file.js';
import { removeStale } from './stale-lock.js';
import { appendRecords, HISTORY_FILE } from './lines.js';
import type { HistoryRecord } from './record.js';

/** Larger than any that is written: one that somebody put together by hand. */
const MOST_READ = 64 * 1024 * 1024;

const WAIT_MS = 15;
/** Longer than a lock can be left behind. */
const PATIENCE_MS = 30_000;
/** A lock is lost only to others that mend a stale one at that very moment. */
const MOST_ATTEMPTS = 5;

/**
 * @param file Absolute.
 * @param label The file as the user named it.
 * @throws GateError of kind `report`.
 */
export function readHistoryFile(file: string, label: string): Promise<string> {
  return readRegularFile(file, label, {
    mostBytes: MOST_READ,
    unlike: `Give the ${HISTORY_FILE} that efficiency-gate wrote.`,
    unreadable: 'Check the path. A history begins with the first push that changes a model.',
  });
}

/** The history of a folder; null where there is none yet. @throws GateError of kind `report`. */
export async function readHistoryFolder(folder: string): Promise<string | null> {
  const file = path.join(folder, HISTORY_FILE);
  return existsSync(file) ? readHistoryFile(file, file) : null;
}

/**
 * Adds lines to the history of a folder. Processes that do so at once wait for each other.
 * @param folder Absolute; made when it is not there.
 * @returns how many lines gave way.
 * @throws GateError of kind `publish` when the folder cannot be written, of kind `report` when what is there is no file.
 */
export async function appendToFolder(folder: string, records: readonly HistoryRecord[]): Promise<number> {
  try {
    await mkdir(folder, { recursive: true });
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const dropped = await tryToAppend(folder, records);
      if (dropped !== null) return dropped;
    }
    throw new Error('other processes took its lock for abandoned');
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    throw new GateError(
      'publish',
      `The history cannot be written to ${folder}: ${messageOf(cause)}.`,
      'Name a folder that this job may write to: history-folder in a workflow, --folder on the command line.',
      { cause },
    );
  }
}

/** Null, and nothing written, when the lock was lost meanwhile. */
async function tryToAppend(folder: string, records: readonly HistoryRecord[]): Promise<number | null> {
  const token = randomUUID();
  const draft = path.join(folder, `.${HISTORY_FILE}-${token}`);
  const lock = await takeLock(folder, token);
  try {
    const { text, dropped } = appendRecords((await readHistoryFolder(folder)) ?? '', records);
    await writeFile(draft, text, { flag: 'wx' });
    if (!(await isHeldBy(lock, token))) return null;
    await rename(draft, path.join(folder, HISTORY_FILE));
    return dropped;
  } finally {
    await rm(draft, { force: true });
    if (await isHeldBy(lock, token)) await rm(lock, { force: true });
  }
}

/** A file that only one process can make. One that was left behind is taken away. */
async function takeLock(folder: string, token: string): Promise<string> {
  const lock = path.join(folder, `.${HISTORY_FILE}.lock`);
  for (let waited = 0; waited < PATIENCE_MS; waited += WAIT_MS) {
    try {
      await writeFile(lock, token, { flag: 'wx' });
      return lock;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
    await removeStale(lock);
    await sleep(WAIT_MS);
  }
  throw new GateError(
    'publish',
    `The history in ${folder} is being written by another process.`,
    `Run again. If nothing else runs, remove ${lock}.`,
  );
}

async function isHeldBy(lock: string, token: string): Promise<boolean> {
  return readFile(lock, 'utf8').then(
    (text) => text === token,
    () => false,
  );
}
