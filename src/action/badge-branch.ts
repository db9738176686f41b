/** Pushing badges: from the default branch alone, so that no pull request decides what a README shows. */
import type { Logger } from '../logger.js';
import { publishBadges } from '../publish/badges.js';
import type { BranchFile } from '../publish/branch.js';
import type { GitHubClient } from '../publish/github-client.js';
import type { GateReport } from '../report.js';
import type { ActionEvent } from './event.js';

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
  if (event.kind !== 'push' || !event.onDefaultBranch) {
    logger.info('No badges were pushed: that is done on a push to the default branch alone.');
    return;
  }
  if (!report.models.some(({ status }) => status === 'compared')) {
    logger.info('No badges were pushed: no model changed.');
    return;
  }
  if (report.gate.conclusion === 'error') {
    logger.notice('No badges were pushed: the run was stopped by an error.');
    return;
  }
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (connect === null || owner === undefined || repo === undefined) {
    logger.warning('No badges were pushed: the input github-token is empty.');
    return;
  }
  const outcome = await publishBadges(
    await connect(),
    { owner, repo, branch },
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
