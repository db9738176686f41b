/**
 * Disposable worktrees of commits, for commands that need files and not objects. The user's own checkout is not
 * touched, no ref is written, and no hook or filter of the repository runs but that of Git LFS.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import { ask } from './commits.js';
import { GitFailure, type Git } from './git.js';

export interface Worktrees {
  /**
   * The folder with the files of a commit, made when it is first asked for.
   * @param sha A full commit id.
   * @throws GateError of kind `revision`.
   */
  readonly at: (sha: string) => Promise<string>;
}

const CHECKOUT_TIMEOUT_S = 1800;

/**
 * Runs `use` with worktrees that are gone afterwards, whatever happens: their folders, and what git keeps of them.
 * @param folder Private; they are made in it.
 */
export async function withWorktrees<Result>(
  git: Git,
  folder: string,
  use: (worktrees: Worktrees) => Promise<Result>,
): Promise<Result> {
  const made = new Map<string, Promise<string>>();
  const leftovers: string[] = [];
  const at = async (sha: string): Promise<string> => {
    const common = await commonFolder(git);
    await forgetAbandoned(path.join(common, 'worktrees'));
    // Git files a worktree under the name of its folder. Known beforehand, it can be removed without asking git,
    // also when git was killed half-way or a command broke the worktree.
    const name = `${PREFIX}${randomBytes(8).toString('hex')}`;
    const tree = path.join(folder, 'worktrees', name);
    leftovers.push(tree, path.join(common, 'worktrees', name));
    await mkdir(path.dirname(tree), { recursive: true, mode: 0o700 });
    await checkOut(git, sha, tree);
    return tree;
  };
  try {
    return await use({
      at: (sha) => {
        const known = made.get(sha) ?? at(sha);
        made.set(sha, known);
        return known;
      },
    });
  } finally {
    await Promise.allSettled(made.values());
    for (const leftover of leftovers) await rm(leftover, { recursive: true, force: true, maxRetries: 3 });
    // As git does with its own folder of worktrees when the last one goes; where others are left, it stays.
    const [last] = leftovers.slice(-1);
    if (last !== undefined) await rmdir(path.dirname(last)).catch(() => undefined);
  }
}

const PREFIX = 'efficiency-gate-';

/**
 * What git keeps of worktrees of a run that was killed, whose folder is gone: as `git worktree prune` does, but of ours
 * alone. One that git is about to make is locked.
 */
async function forgetAbandoned(kept: string): Promise<void> {
  const names = await readdir(kept).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = path.join(kept, name);
    const tree = await readFile(path.join(folder, 'gitdir'), 'utf8').catch(() => null);
    if (tree === null || existsSync(path.dirname(tree.trim())) || existsSync(path.join(folder, 'locked')))
      continue;
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkOut(git: Git, sha: string, tree: string): Promise<void> {
  const settings = (await otherFilters(git)).flatMap((filter) =>
    ['smudge=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${filter}.${setting}`]),
  );
  try {
    await git([...settings, 'worktree', 'add', '--quiet', '--detach', '--force', tree, sha], {
      timeoutS: CHECKOUT_TIMEOUT_S,
    });
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      'revision',
      `The files of ${sha.slice(0, 7)} cannot be checked out: ${cause.message}.`,
      'Check the repository with "git fsck", and that the disk is not full; fetch Git LFS files with "lfs: true".',
      { cause },
    );
  }
}

/** Filters of the configuration, which would run on checking out, but for Git LFS. */
async function otherFilters(git: Git): Promise<string[]> {
  const listing = await ask(git, [
    'config',
    '--name-only',
    '--get-regexp',
    String.raw`^filter\..*\.(smudge|process)$`,
  ]);
  const names = (listing ?? '').split('\n').flatMap((key) => /^filter\.(.+)\.[a-z]+$/.exec(key)?.[1] ?? []);
  return [...new Set(names)].filter((name) => name !== 'lfs');
}

async function commonFolder(git: Git): Promise<string> {
  const { stdout } = await git(['rev-parse', '--path-format=absolute', '--git-common-dir']);
  return stdout.toString('utf8').trim();
}
