/**
 * Files on a branch of their own, written through the API: no checkout, no git credentials. Safe under concurrent runs,
 * for the branch only moves forward from the commit that was read, and whoever is late reads again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { GateError, messageOf } from '../errors.js';
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';

export interface BranchTarget {
  readonly owner: string;
  readonly repo: string;
  /** Its name, without `refs/heads/`. Made when it is not there, without a parent. */
  readonly branch: string;
}

export interface BranchFile {
  /** In the branch, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** What is to become of the branch, told what a file of it holds now; null for one that is not there. */
export type Edit = (read: (path: string) => Promise<string | null>) => Promise<readonly BranchFile[]>;

/** A file of the branch as it is now; null where there is none. @throws GateError of kind `publish`. */
export async function readBranchFile(
  client: GitHubClient,
  target: BranchTarget,
  path: string,
): Promise<string | null> {
  try {
    const tip = await tipOf(client, target);
    return tip === null ? null : await readFile(client, target, path, tip);
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status === undefined) throw thrown;
    throw new GateError(
      'publish',
      `The branch ${target.branch} was not read. GitHub answered ${status}: ${messageOf(thrown)}.`,
      'Give the job the permission "contents: read", or run again later.',
      { cause: thrown },
    );
  }
}

export interface WriteFailure {
  readonly status: 'failed';
  readonly message: string;
}

/** What is told where a branch was not written. @param what Ends with a full stop. */
export function writeFailure(thrown: unknown, what: string): WriteFailure {
  if (thrown instanceof GateError) return { status: 'failed', message: `${thrown.message} ${thrown.next}` };
  return { status: 'failed', message: `${what} Unexpected: ${messageOf(thrown)}` };
}

const ATTEMPTS = 12;
const LONGEST_WAIT_MS = 2000;

/**
 * Commits the files that `edit` returns, all in one commit; files that it leaves out stay as they are.
 * @param random Of [0, 1), for how long to wait after somebody else was faster.
 * @returns the new commit, or null where nothing was to be changed.
 * @throws GateError of kind `publish`.
 */
export async function updateBranch(
  client: GitHubClient,
  target: BranchTarget,
  edit: Edit,
  message: string,
  { random, waitMs = LONGEST_WAIT_MS }: { readonly random: () => number; readonly waitMs?: number },
): Promise<string | null> {
  try {
    for (let attempt = 1; ; attempt += 1) {
      const { late, commit } = await attemptUpdate(client, target, edit, message);
      if (!late) return commit;
      if (attempt === ATTEMPTS) break;
      await sleep(random() * waitMs);
    }
  } catch (thrown) {
    throw explained(thrown, target);
  }
  throw new GateError(
    'publish',
    `The branch ${target.branch} was moved by others each of ${ATTEMPTS} times that it was to be written.`,
    'Run again when fewer jobs write to it at once.',
  );
}

async function attemptUpdate(
  client: GitHubClient,
  { owner, repo, branch }: BranchTarget,
  edit: Edit,
  message: string,
): Promise<{ late: boolean; commit: string | null }> {
  const { git } = client.rest;
  const parent = await tipOf(client, { owner, repo, branch });
  const read = async (path: string): Promise<string | null> =>
    parent === null ? null : readFile(client, { owner, repo }, path, parent);
  const files = await edit(read);
  if (files.length === 0) return { late: false, commit: null };
  const baseTree =
    parent === null ? null : (await git.getCommit({ owner, repo, commit_sha: parent })).data.tree.sha;
  const tree = await git.createTree({
    owner,
    repo,
    tree: files.map(({ path, content }) => ({
      path,
      mode: '100644' as const,
      type: 'blob' as const,
      content,
    })),
    ...(baseTree === null ? {} : { base_tree: baseTree }),
  });
  if (tree.data.sha === baseTree) return { late: false, commit: null };
  const { data: commit } = await git.createCommit({
    owner,
    repo,
    message,
    tree: tree.data.sha,
    parents: parent === null ? [] : [parent],
  });
  // A conflict is an answer here, not a fault to try again.
  const once = { request: { retries: 0 } };
  try {
    if (parent === null) {
      await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit.sha, ...once });
    } else {
      await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: commit.sha, force: false, ...once });
    }
  } catch (thrown) {
    const status = statusOf(thrown) ?? 0;
    // Refused for having moved, or an answer that was lost on the way: what the branch holds now tells.
    if (status !== 422 && status !== 409 && status < 500) throw thrown;
    const tip = await tipOf(client, { owner, repo, branch });
    return { late: tip !== commit.sha, commit: commit.sha };
  }
  return { late: false, commit: commit.sha };
}

async function tipOf(client: GitHubClient, { owner, repo, branch }: BranchTarget): Promise<string | null> {
  try {
    const { data } = await client.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (thrown) {
    // 409: a repository without a commit.
    if (statusOf(thrown) === 404 || statusOf(thrown) === 409) return null;
    throw thrown;
  }
}

async function readFile(
  client: GitHubClient,
  { owner, repo }: Pick<BranchTarget, 'owner' | 'repo'>,
  path: string,
  ref: string,
): Promise<string | null> {
  try {
    const { data } = await client.rest.repos.getContent({
      owner,
      repo,
      path,
      ref,
      mediaType: { format: 'raw' },
    });
    return typeof data === 'string' ? data : null;
  } catch (thrown) {
    if (statusOf(thrown) === 404) return null;
    throw thrown;
  }
}

function explained(thrown: unknown, { branch }: BranchTarget): unknown {
  const status = statusOf(thrown);
  if (status === undefined) return thrown;
  const said = `GitHub answered ${status}: ${messageOf(thrown)}`;
  if (status === 401 || status === 403 || status === 404) {
    return new GateError(
      'publish',
      `The branch ${branch} was not written. ${said}.`,
      'Give the job the permission "contents: write", and let no rule protect that branch.',
      { cause: thrown },
    );
  }
  return new GateError('publish', `The branch ${branch} was not written. ${said}.`, 'Run again later.', {
    cause: thrown,
  });
}
