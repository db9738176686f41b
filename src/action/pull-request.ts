/** What the action does between its inputs and publishing: a plan from the event, carried out on this machine. */
import path from 'node:path';
import { conclude } from '../conclude.js';
import { GateError } from '../errors.js';
import { gatePullRequest } from '../gate-pull-request.js';
import type { Logger } from '../logger.js';
import type { ActionRequest } from '../main.js';
import type { GateReport } from '../report.js';
import { type OnProgress, withServices } from '../services.js';
import { readRecorded } from './recorded.js';
import type { RuntimePackage } from './runtime-package.js';

export interface ActionMachine {
  /** Finds or installs ONNX Runtime; asked only when a worker is needed. */
  readonly runtime: () => Promise<RuntimePackage>;
  /** The folder of the bundle. */
  readonly dist: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
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
    const { evidence, policy } = recorded.assemble({
      // Jobs of one workflow trust each other.
      planTrusted: true,
      ...(pullRequest === undefined ? {} : { pullRequest }),
    });
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

function measureEvent(
  { inputs, event, workspace }: ActionRequest,
  { runtime, dist, env, logger, signal, onProgress }: ActionMachine,
): Promise<GateReport> {
  const { 'base-model': base, 'head-model': head, budget, threads, provider } = inputs;
  const declared = { base: inputs['declared-base'], head: inputs['declared-head'] };
  const request = {
    repository: workspace,
    event,
    explicit: { base: inputs['base-ref'], head: inputs['head-ref'] },
    configFile: inputs['config-file'],
    overrides: { budget, threads, provider, warnOnly: inputs['warn-only'] },
    files: base === undefined || head === undefined ? undefined : { base, head, declared },
  };
  const surroundings = {
    workerFile: path.join(dist, 'worker.js'),
    runtimeModules: async () => path.dirname((await runtime()).folder),
    env,
    logger,
    signal,
    onProgress,
  };
  return withServices(surroundings, (services) => gatePullRequest(request, env, services));
}
