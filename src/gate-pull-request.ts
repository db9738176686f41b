/** The pipeline for two commits: a plan made and carried out while the worktrees for its commands are there. */
import { runGate } from './gate.js';
import type { Plan } from './plan.js';
import { type PlannedFleet, planFleet } from './plan-fleet.js';
import { planPullRequest, type PullRequestRequest } from './plan-pull-request.js';
import type { GateReport } from './report.js';
import { createGit } from './revisions/git-process.js';
import { withWorktrees } from './revisions/worktrees.js';
import type { GateServices } from './services.js';
import { type ShardRequest, takeShard } from './take-shard.js';

type Request = Omit<PullRequestRequest, 'commands'>;

/**
 * @param env Our own environment, for git; commands see a part of it.
 * @param shard Which part of a fleet's work to do; undefined: all of it, with no fleet.
 * @throws GateError for what concerns the whole run.
 */
export function gatePullRequest(
  request: Request,
  env: Readonly<NodeJS.ProcessEnv>,
  services: GateServices,
  shard?: ShardRequest,
): Promise<GateReport> {
  return withPlan(request, env, services, (plan) =>
    runGate(shard === undefined ? plan : takeShard(plan, shard), services),
  );
}

/**
 * What a fleet is to measure of two commits.
 * @param shards Jobs of each machine, over what the configuration says.
 * @throws GateError as above.
 */
export function planFleetOfPullRequest(
  request: Request,
  env: Readonly<NodeJS.ProcessEnv>,
  services: GateServices,
  shards?: number,
): Promise<PlannedFleet> {
  return withPlan(request, env, services, (plan) => planFleet(plan, services, shards));
}

function withPlan<Result>(
  request: Request,
  env: Readonly<NodeJS.ProcessEnv>,
  services: GateServices,
  use: (plan: Plan) => Promise<Result>,
): Promise<Result> {
  const { folder, logger, signal } = services;
  const git = createGit({ folder: request.repository, env, signal });
  return withWorktrees(git, folder, async (worktrees) => {
    const commands = { worktrees, env, logger, signal };
    return use(await planPullRequest({ ...request, commands }, git, folder));
  });
}
