/** The pipeline for two commits: a plan made and carried out while the worktrees for its commands are there. */
import { runGate } from './gate.js';
import { planPullRequest, type PullRequestRequest } from './plan-pull-request.js';
import type { GateReport } from './report.js';
import { createGit } from './revisions/git-process.js';
import { withWorktrees } from './revisions/worktrees.js';
import type { GateServices } from './services.js';

/**
 * @param env Our own environment, for git; commands see a part of it.
 * @throws GateError for what concerns the whole run.
 */
export function gatePullRequest(
  request: Omit<PullRequestRequest, 'commands'>,
  env: Readonly<NodeJS.ProcessEnv>,
  services: GateServices,
): Promise<GateReport> {
  const { folder, logger, signal } = services;
  const git = createGit({ folder: request.repository, env, signal });
  return withWorktrees(git, folder, async (worktrees) => {
    const commands = { worktrees, env, logger, signal };
    return runGate(await planPullRequest({ ...request, commands }, git, folder), services);
  });
}
