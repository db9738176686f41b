import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appendToFolder } from '../../src/history/folder.js';
import { readHistory } from '../../src/history/lines.js';
import { removeStale, takeAway } from '../../src/history/stale-lock.js';
import { record } from '../fixtures/history-factory.js';
import { temporaryFolder } from '../fixtures/worker-bundle.js';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = temporaryFolder();
  lock = path.join(folder, '.history.jsonl.lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a lock that was left behind', () => {
  const leaveBehind = (): number => {
    writeFileSync(lock, 'killed');
    utimesSync(lock, 1_000_000, 1_000_000);
    return statSync(lock).mtimeMs;
  };

  it('is taken away, and a fresh one is not', async () => {
    leaveBehind();
    await removeStale(lock);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(lock, 'alive');
    await removeStale(lock);
    expect(readFileSync(lock, 'utf8')).toBe('alive');
  });

  it('gives back the lock of another that removed it first and took its place', async () => {
    const found = leaveBehind();
    rmSync(lock);
    writeFileSync(lock, 'alive');
    await takeAway(lock, found);
    expect(readFileSync(lock, 'utf8')).toBe('alive');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('lines added to a folder', () => {
  /** A record whose lock is lost while it is being written, so many times. */
  function losingTheLock(times: number) {
    let left = times;
    return {
      ...record(1),
      get commit() {
        if (left-- > 0) rmSync(lock, { force: true });
        return record(1).commit;
      },
    };
  }

  it('are written once by a process that lost the lock and takes it again', async () => {
    expect(await appendToFolder(folder, [record(0)])).toBe(0);
    expect(await appendToFolder(folder, [losingTheLock(1)])).toBe(0);
    const text = readFileSync(path.join(folder, 'history.jsonl'), 'utf8');
    expect(readHistory(text).records).toEqual([record(0), record(1)]);
    expect(readdirSync(folder)).toEqual(['history.jsonl']);
  });

  it('are refused by name where the lock is lost each time', async () => {
    await expect(appendToFolder(folder, [losingTheLock(Infinity)])).rejects.toMatchObject({
      kind: 'publish',
      message: expect.stringContaining('took its lock for abandoned'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
