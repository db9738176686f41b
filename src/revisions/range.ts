/** The two commits to compare. */
import { GateError } from '../errors.js';
import { findCommit, parentsOf, requireRepository } from './commits.js';
import type { Git } from './git.js';
import { mergeBase } from './merge-base.js';
import {
  planRange,
  type ExplicitRefs,
  type RevisionEvent,
  type WantedBase,
  type WantedCommit,
} from './refs.js';
import { defaultBranch, ensureCommit, resolveCommit } from './remote.js';

export interface Revision {
  /** Full commit id; the commit is here. */
  readonly sha: string;
  /** What the reader calls it. It may hold anything that a branch name may: escape it. */
  readonly label: string;
}

export interface RevisionRange {
  /** Null when there is nothing before the head: every model is new. */
  readonly base: Revision | null;
  readonly head: Revision;
  readonly warnings: readonly string[];
}

/**
 * Finds base and head, fetching what a shallow clone lacks. The working tree and all refs stay as they are.
 * @throws GateError of kind `revision`: no repository, an unknown name, a commit that cannot be fetched.
 */
export async function resolveRange(
  git: Git,
  event: RevisionEvent,
  explicit: ExplicitRefs,
): Promise<RevisionRange> {
  await requireRepository(git);
  const checkedOut = await findCommit(git, 'HEAD');
  if (checkedOut === null) {
    throw new GateError('revision', 'The repository has no commit yet.', 'Commit the models first.');
  }
  const wanted = planRange(event, explicit, { sha: checkedOut, parents: await parentsOf(git, checkedOut) });
  if (wanted.head === null) {
    throw new GateError(
      'revision',
      'The push deleted its branch: there is nothing to judge.',
      'Run on pushes that leave a branch.',
    );
  }
  const head = await lookUp(git, wanted.head);
  return { head, ...(await findBase(git, wanted.base, head)) };
}

type FoundBase = Pick<RevisionRange, 'base' | 'warnings'>;

async function findBase(git: Git, wanted: WantedBase, head: Revision): Promise<FoundBase> {
  switch (wanted.how) {
    case 'exactly':
      return { base: await lookUp(git, wanted.commit), warnings: [] };
    case 'first parent':
      return { base: await firstParent(git, head), warnings: [] };
    case 'before the push':
      return beforePush(git, wanted.commit, head);
    case 'merge base':
      return parting(git, await lookUp(git, wanted.commit), head);
    case 'merge base with the default branch': {
      const branch = await defaultBranch(git);
      if (branch !== null) return parting(git, branch, head);
      throw new GateError(
        'revision',
        'There is no default branch to compare with: neither origin/HEAD nor main nor master is known.',
        'Say what to compare with: --base REF, or base-ref in the action.',
      );
    }
  }
}

async function lookUp(git: Git, wanted: WantedCommit): Promise<Revision> {
  const { label } = wanted;
  return {
    sha: 'sha' in wanted ? await ensureCommit(git, wanted.sha, label) : await resolveCommit(git, wanted.ref),
    label,
  };
}

async function firstParent(git: Git, head: Revision): Promise<Revision | null> {
  const [parent] = await parentsOf(git, head.sha);
  if (parent === undefined) return null;
  const label = `first parent of ${head.label}`;
  return { sha: await ensureCommit(git, parent, label), label };
}

async function beforePush(git: Git, wanted: WantedCommit, head: Revision): Promise<FoundBase> {
  try {
    return { base: await lookUp(git, wanted), warnings: [] };
  } catch (thrown) {
    // A forced push may have left the old commit behind, where no remote gives it away.
    if (!(thrown instanceof GateError)) throw thrown;
    const base = await firstParent(git, head);
    return { base, warnings: [`${thrown.message} Compared with ${base?.label ?? 'nothing'} instead.`] };
  }
}

async function parting(git: Git, branch: Revision, head: Revision): Promise<FoundBase> {
  const sha = await mergeBase(git, branch.sha, head.sha);
  if (sha === null) {
    return {
      base: branch,
      warnings: [
        `${head.label} and ${branch.label} have no history in common: they are compared as they are.`,
      ],
    };
  }
  const label = sha === branch.sha ? branch.label : `where ${head.label} left ${branch.label}`;
  return { base: { sha, label }, warnings: [] };
}
