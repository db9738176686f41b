/** Commits that are in this clone. */
import { GateError } from '../errors.js';
import { GitFailure, type Git } from './git.js';

export const COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** What no name of a commit holds: control characters, and the colon that would name a file in it. */
export const NO_NAME = /^$|[\p{Cc}:]/u;

/** The answer of git, or null when it refuses. */
export async function ask(git: Git, args: readonly string[], timeoutS?: number): Promise<string | null> {
  try {
    const { stdout } = await git(args, timeoutS === undefined ? {} : { timeoutS });
    return stdout.toString('utf8').trim();
  } catch (thrown) {
    if (thrown instanceof GitFailure) return null;
    throw thrown;
  }
}

/** @throws GateError of kind `revision` when git finds no repository, or will not read it. */
export async function requireRepository(git: Git): Promise<void> {
  try {
    await git(['rev-parse', '--git-dir']);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    const owned = cause.stderr.includes('dubious ownership');
    throw new GateError(
      'revision',
      owned ? 'Git does not read this repository: it belongs to another user.' : 'This is no git repository.',
      owned
        ? 'Run git config --global --add safe.directory with the folder of the repository.'
        : 'Run in a checked-out repository (in a workflow: after actions/checkout), or compare two files with "efficiency-gate compare".',
      { cause },
    );
  }
}

/** The commit of a name that is known here; null for none. */
export async function findCommit(git: Git, name: string): Promise<string | null> {
  if (NO_NAME.test(name)) return null;
  return ask(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
}

/** Parents as the commit names them, also those that a shallow clone does not have. */
export async function parentsOf(git: Git, sha: string): Promise<string[]> {
  const { stdout } = await git(['cat-file', 'commit', '--end-of-options', sha]);
  const [headers = ''] = stdout.toString('latin1').split('\n\n', 1);
  return headers
    .split('\n')
    .flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
}
