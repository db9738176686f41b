/** Commits that have to come from the remote. Nothing of the user's is moved: no ref is written. */
import { GateError } from '../errors.js';
import { ask, COMMIT_ID, findCommit, NO_NAME } from './commits.js';
import { GitFailure, type Git } from './git.js';

const REMOTE = 'origin';
const NETWORK_TIMEOUT_S = 600;
export const FULL_CHECKOUT =
  'In a workflow, set "fetch-depth: 0" in actions/checkout; elsewhere, run "git fetch origin" first.';

/**
 * Sees to it that a commit is here, fetching it alone if the clone is shallow.
 * @param label What it is, for the message.
 * @throws GateError of kind `revision`.
 */
export async function ensureCommit(git: Git, sha: string, label: string): Promise<string> {
  if (!COMMIT_ID.test(sha)) throw new TypeError(`no commit id: ${JSON.stringify(sha)}`);
  const here = await findCommit(git, sha);
  if (here !== null) return here;
  try {
    await fetchCommits(git, [sha], (await isShallow(git)) ? ['--depth=1'] : []);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      'revision',
      `The commit ${sha.slice(0, 12)} (${label}) is not in this clone, and fetching it failed: ${cause.message}.`,
      FULL_CHECKOUT,
      { cause },
    );
  }
  const fetched = await findCommit(git, sha);
  if (fetched !== null) return fetched;
  throw new GateError('revision', `${sha.slice(0, 12)} (${label}) is no commit.`, FULL_CHECKOUT);
}

/**
 * The commit of a branch, a tag or an id: known here, else as the remote's branch, else fetched.
 * @throws GateError of kind `revision` for a name that is nowhere.
 */
export async function resolveCommit(git: Git, name: string): Promise<string> {
  const here = (await findCommit(git, name)) ?? (await findCommit(git, `refs/remotes/${REMOTE}/${name}`));
  if (here !== null) return here;
  if (COMMIT_ID.test(name)) return ensureCommit(git, name, 'named by its id');
  const remote = NO_NAME.test(name)
    ? null
    : await remoteCommit(git, [`refs/heads/${name}`, `refs/tags/${name}`]);
  if (remote !== null) return ensureCommit(git, remote.sha, name);
  throw new GateError(
    'revision',
    `There is no branch, tag or commit ${JSON.stringify(name)}, neither in this clone nor at ${REMOTE}.`,
    `Check the name. ${FULL_CHECKOUT}`,
  );
}

/** Names of the default branch where the remote cannot be asked, the surest first. */
const DEFAULT_BRANCHES = ['main', 'master'].flatMap((name) => [
  `refs/remotes/${REMOTE}/${name}`,
  `refs/heads/${name}`,
]);

/** The tip of the default branch; null when none can be made out. */
export async function defaultBranch(git: Git): Promise<{ sha: string; label: string } | null> {
  const symbolic = await ask(git, ['symbolic-ref', '--quiet', `refs/remotes/${REMOTE}/HEAD`]);
  for (const ref of [...(symbolic === null ? [] : [symbolic]), ...DEFAULT_BRANCHES]) {
    const sha = await findCommit(git, ref);
    if (sha !== null) return { sha, label: ref.replace(/^refs\/(remotes|heads)\//, '') };
  }
  const remote = await remoteCommit(git, ['HEAD']);
  return remote === null
    ? null
    : { sha: await ensureCommit(git, remote.sha, remote.label), label: remote.label };
}

/** The first of these refs that the remote has. */
async function remoteCommit(
  git: Git,
  refs: readonly string[],
): Promise<{ sha: string; label: string } | null> {
  const answer = await ask(
    git,
    ['ls-remote', '--symref', '--end-of-options', REMOTE, ...refs],
    NETWORK_TIMEOUT_S,
  );
  const lines = (answer ?? '').split('\n').map((line) => line.split('\t'));
  for (const ref of refs) {
    const found = lines.find(([sha = '', name]) => name === ref && COMMIT_ID.test(sha))?.[0];
    const target = lines.find(([word = '', name]) => name === ref && word.startsWith('ref: '))?.[0];
    const label = (target?.slice('ref: '.length) ?? ref).replace(/^refs\/(heads|tags)\//, '');
    if (found !== undefined) return { sha: found, label };
  }
  return null;
}

export const isShallow = async (git: Git): Promise<boolean> =>
  (await ask(git, ['rev-parse', '--is-shallow-repository'])) === 'true';

/** Fetches commits without writing any ref. @throws GitFailure */
export async function fetchCommits(
  git: Git,
  shas: readonly string[],
  depth: readonly string[],
): Promise<void> {
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
  await git(['fetch', ...quiet, ...depth, '--end-of-options', REMOTE, ...shas], {
    timeoutS: NETWORK_TIMEOUT_S,
  });
}
