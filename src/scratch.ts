/**
 * Private folders for copies of models and worktrees. One that is left behind, by a run that was killed, says whose it
 * was: the next run removes it.
 */
import { readlinkSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'efficiency-gate-run';

/** Makes a folder of this process, which removes it. @param parent The system's folder for temporary files. */
export function makeScratch(parent: string): Promise<string> {
  return mkdtemp(path.join(parent, `${PREFIX}-${processSpace()}-${process.pid}-`));
}

/**
 * Removes folders of runs that have ended without doing so. A folder of somebody else, or of a process that may still
 * run, stays; what cannot be removed does no harm.
 */
export async function sweepScratch(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const own = new RegExp(`^${PREFIX}-${processSpace()}-(\\d+)-\\w+$`);
  for (const name of names) {
    const pid = own.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = path.join(parent, name);
    const found = await lstat(folder).catch(() => null);
    if (found?.isDirectory() !== true || found.uid !== process.getuid?.()) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Where process ids mean the same: containers that share a folder number their processes anew. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return os.hostname().replace(/\W/g, '');
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // One of another user, which must not be signalled.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
