/** A lock that its holder left behind, taken away without ever taking away another's. */
import { randomUUID } from 'node:crypto';
import { link, rename, rm, stat } from 'node:fs/promises';

/** Writing takes milliseconds: who has held the lock for longer was killed. */
const STALE_MS = 20_000;

/** Does nothing while the lock is fresh or not there. @param lock The file that stands for it. */
export async function removeStale(lock: string): Promise<void> {
  const found = await mtimeOf(lock);
  if (found !== null && Date.now() - found >= STALE_MS) await takeAway(lock, found);
}

/**
 * Renamed first: of several that find it stale one alone gets it. Between the look and the renaming another may have
 * removed it and taken the lock itself: what was moved is then another file, and is put back. Who lost it for good
 * sees that before it writes.
 * @param found When the stale file was last written, in milliseconds.
 */
export async function takeAway(lock: string, found: number): Promise<void> {
  const aside = `${lock}-${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (thrown) {
    if (isMissing(thrown)) return;
    throw thrown;
  }
  // Linked, since renaming would take the place of a lock that was made meanwhile.
  if ((await mtimeOf(aside)) !== found) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Null when it is not there. */
async function mtimeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

const isMissing = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';
