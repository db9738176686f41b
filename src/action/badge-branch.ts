/** Pushing badges: from the default branch alone, so that no pull request decides what a README shows. */
import type { Logger } from '../logger.js';
import { publishBadges } from '../publish/badges.js';
import type { BranchFile } from '../publish/branch.js';
import type { GitHubClient } from '../publish/github-client.js';
import type { GateReport } from '../report.js';
import type { ActionEvent } from './event.js';
import { repositoryIn, undueOnBranch } from './own-branch.js';

export interface BadgeRequest {
  /** The input `badge-branch`; undefined when none is wanted. */
  readonly branch: string | undefined;
  readonly event: ActionEvent;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null without a token. */
  readonly connect: (() => Promise<GitHubClient>) | null;
  readonly logger: Logger;
}

/** Pushes the badges where they are due, and says in the log what became of them; the gate's result stands anyway. */
export async function pushBadges(
  report: GateReport,
  files: () => readonly BranchFile[],
  { branch, event, env, connect, logger }: BadgeRequest,
): Promise<void> {
  if (branch === undefined) return;
  const changed = report.models.some(({ status }) => status === 'compared');
  const undue = undueOnBranch(report, event, changed ? null : 'no model changed');
  if (undue !== null) {
    logger[undue.level](`No badges were pushed: ${undue.reason}.`);
    return;
  }
  const repository = repositoryIn(env);
  if (connect === null || repository === null) {
    logger.warning('No badges were pushed: the input github-token is empty.');
    return;
  }
  const outcome = await publishBadges(
    await connect(),
    { ...repository, branch },
    {
      files: files(),
      head: report.head.sha,
      run: Number(env.GITHUB_RUN_NUMBER ?? 0) || 0,
      random: Math.random,
    },
  );
  if (outcome.status === 'failed') logger.warning(outcome.message);
  else logger.info(SAID[outcome.status](branch));
}

const SAID: Readonly<Record<'pushed' | 'unchanged' | 'outdated', (branch: string) => string>> = {
  pushed: (branch) => `The badges were pushed to the branch ${branch}.`,
  unchanged: (branch) => `The badges on the branch ${branch} are these already.`,
  outdated: (branch) => `The badges on the branch ${branch} are of a newer run and were left alone.`,
};
