/** What the action does between its inputs and publishing: a plan from the event, carried out on this machine. */
import path from 'node:path';
import { conclude } from '../conclude.js';
import { GateError } from '../errors.js';
import { requireMachines } from '../fleet/assemble.js';
import { gatePullRequest, planFleetOfPullRequest } from '../gate-pull-request.js';
import type { Logger } from '../logger.js';
import type { ActionRequest } from '../main.js';
import type { PlannedFleet } from '../plan-fleet.js';
import type { PullRequestRequest } from '../plan-pull-request.js';
import { readFleetPlan } from '../fleet/read-plan.js';
import type { GateReport } from '../report.js';
import { type OnProgress, type Surroundings, withServices } from '../services.js';
import type { ShardRequest } from '../take-shard.js';
import { readRecorded } from './recorded.js';
import type { RuntimePackage } from './runtime-package.js';

export interface ActionMachine {
  /** Finds or installs ONNX Runtime with what a provider needs; asked only when a worker is needed. */
  readonly runtime: (provider: string) => Promise<RuntimePackage>;
  /** The folder of the bundle. */
  readonly dist: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Left out where nothing is measured. */
  readonly onProgress?: OnProgress;
}

/** Measures, or takes the report of a run that did, or of the runs of many machines. */
export async function gateOfEvent(request: ActionRequest, machine: ActionMachine): Promise<GateReport> {
  return request.inputs.report === undefined ? measureEvent(request, machine) : judgeRecorded(request);
}

/** A report of another head says nothing of this one, and its acknowledgement would be of something else. */
async function judgeRecorded({ event, workspace, inputs }: ActionRequest): Promise<GateReport> {
  const recorded = await readRecorded(inputs, workspace);
  if (recorded.isFleet) {
    const pullRequest =
      event.kind === 'pull_request' ? { number: event.number, headSha: event.headSha } : undefined;
    const fleet = recorded.assemble({
      // Jobs of one workflow trust each other.
      planTrusted: true,
      ...(pullRequest === undefined ? {} : { pullRequest }),
    });
    const { evidence, policy } = requireMachines(fleet, fleet.policy.machines);
    return conclude(evidence, policy);
  }
  const [report] = recorded.reports;
  if (event.kind !== 'pull_request') return report;
  const { pullRequest } = report;
  if (pullRequest?.number === event.number && pullRequest.headSha === event.headSha) return report;
  const of =
    pullRequest === undefined
      ? 'no pull request'
      : `pull request ${pullRequest.number} at ${pullRequest.headSha.slice(0, 10)}`;
  throw new GateError(
    'report',
    `${inputs.report ?? ''} is of ${of}; this is pull request ${event.number} at ${event.headSha.slice(0, 10)}.`,
    'Give the report of a run on this head: it may not have ended yet.',
  );
}

/** What the jobs of a matrix are to measure. */
export function planOfEvent(request: ActionRequest, machine: ActionMachine): Promise<PlannedFleet> {
  return withServices(surroundingsOf(machine), (services) =>
    planFleetOfPullRequest(requestOf(request), machine.env, services),
  );
}

async function measureEvent(request: ActionRequest, machine: ActionMachine): Promise<GateReport> {
  const shard = await shardOf(request);
  return withServices(surroundingsOf(machine), (services) =>
    gatePullRequest(requestOf(request), machine.env, services, shard),
  );
}

/** The part of a fleet's work; undefined where the job does all there is and speaks for itself. */
async function shardOf({ inputs, workspace }: ActionRequest): Promise<ShardRequest | undefined> {
  const { mode, label: machine, plan, shard = null } = inputs;
  if (mode !== 'measure' || machine === undefined) return undefined;
  const fleet = plan === undefined ? null : await readFleetPlan(path.resolve(workspace, plan), plan);
  return { machine, position: shard, fleet };
}

function requestOf({ inputs, event, workspace }: ActionRequest): Omit<PullRequestRequest, 'commands'> {
  const { 'base-model': base, 'head-model': head, budget, threads, provider } = inputs;
  const declared = { base: inputs['declared-base'], head: inputs['declared-head'] };
  return {
    repository: workspace,
    event,
    explicit: { base: inputs['base-ref'], head: inputs['head-ref'] },
    configFile: inputs['config-file'],
    overrides: { budget, threads, provider, warnOnly: inputs['warn-only'] },
    files: base === undefined || head === undefined ? undefined : { base, head, declared },
  };
}

function surroundingsOf({ runtime, dist, env, logger, signal, onProgress }: ActionMachine): Surroundings {
  return {
    workerFile: path.join(dist, 'worker.js'),
    runtimeModules: async (provider: string) => path.dirname((await runtime(provider)).folder),
    env,
    logger,
    signal,
    onProgress,
  };
}
