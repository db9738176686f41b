/** Where two histories parted, also in a shallow clone. */
import { GateError } from '../errors.js';
import { ask } from './commits.js';
import { GitFailure, type Git } from './git.js';
import { fetchCommits, FULL_CHECKOUT, isShallow } from './remote.js';

/** Commits by which the history of a shallow clone is made longer, step by step. */
const DEEPENINGS = [64, 512, 4096];

/**
 * The best common ancestor; a shallow clone is deepened until it is there.
 * @returns null for histories that have nothing in common.
 * @throws GateError of kind `revision` when the history that is here does not reach it.
 */
export async function mergeBase(git: Git, one: string, other: string): Promise<string | null> {
  const known = (): Promise<string | null> => ask(git, ['merge-base', '--end-of-options', one, other]);
  for (const commits of DEEPENINGS) {
    const found = await known();
    if (found !== null || !(await isShallow(git))) return found;
    await deepen(git, [one, other], commits);
  }
  const found = await known();
  if (found !== null || !(await isShallow(git))) return found;
  throw new GateError(
    'revision',
    `The history in this shallow clone does not reach back to where ${one.slice(0, 12)} and ${other.slice(0, 12)} parted.`,
    FULL_CHECKOUT,
  );
}

async function deepen(git: Git, shas: readonly string[], commits: number): Promise<void> {
  const failures: unknown[] = [];
  // One by one, since a commit that was never pushed is unknown to the remote.
  for (const sha of shas) {
    try {
      await fetchCommits(git, [sha], [`--deepen=${commits}`]);
    } catch (failure) {
      if (!(failure instanceof GitFailure)) throw failure;
      failures.push(failure);
    }
  }
  const [cause] = failures;
  if (failures.length < shas.length || !(cause instanceof GitFailure)) return;
  throw new GateError(
    'revision',
    `The history of this shallow clone cannot be fetched: ${cause.message}.`,
    FULL_CHECKOUT,
    { cause },
  );
}
