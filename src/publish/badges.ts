/** The badges of a repository on a branch of their own, where a README can point at them. */
import { z } from 'zod';
import {
  updateBranch,
  writeFailure,
  type BranchFile,
  type BranchTarget,
  type WriteFailure,
} from './branch.js';
import type { GitHubClient } from './github-client.js';

export interface BadgePublication {
  readonly files: readonly BranchFile[];
  /** Commit that was measured; null outside of a repository. */
  readonly head: string | null;
  /** Number of the workflow's run: a run that was slow writes nothing over a newer one's. */
  readonly run: number;
  /** Of [0, 1). */
  readonly random: () => number;
  readonly waitMs?: number;
}

/** What became of the badges: data, never an exception, since it says nothing of the models. */
export type BadgeOutcome =
  | { readonly status: 'pushed'; readonly commit: string }
  | { readonly status: 'unchanged' | 'outdated' }
  | WriteFailure;

/** Tells the next run what lies there. */
const STATE = 'state.json';
const stateSchema = z.object({ run: z.int().nonnegative() });

/** Badges of models that this run did not compare stay as they are. */
export async function publishBadges(
  client: GitHubClient,
  target: BranchTarget,
  { files, head, run, random, waitMs }: BadgePublication,
): Promise<BadgeOutcome> {
  const found = { newest: 0 };
  const state = { path: STATE, content: `${JSON.stringify({ run, head })}\n` };
  try {
    const commit = await updateBranch(
      client,
      target,
      async (read) => {
        found.newest = runOf(await read(STATE)) ?? 0;
        return found.newest > run ? [] : [...files, state];
      },
      `Badges of ${head ?? 'a run'}`,
      { random, ...(waitMs === undefined ? {} : { waitMs }) },
    );
    if (found.newest > run) return { status: 'outdated' };
    return commit === null ? { status: 'unchanged' } : { status: 'pushed', commit };
  } catch (thrown) {
    return writeFailure(thrown, 'The badges were not pushed.');
  }
}

function runOf(text: string | null): number | null {
  if (text === null) return null;
  try {
    return stateSchema.parse(JSON.parse(text)).run;
  } catch {
    // Whatever lies there, it was not written by us and is written over.
    return null;
  }
}
