/** What the action does between its inputs and publishing: a plan from the event, carried out on this machine. */
import path from 'node:path';
import { GateError } from '../errors.js';
import { gatePullRequest } from '../gate-pull-request.js';
import type { Logger } from '../logger.js';
import type { ActionRequest } from '../main.js';
import type { GateReport } from '../report.js';
import { type OnProgress, withServices } from '../services.js';
import { readRecordedReport } from './recorded-report.js';
import type { RuntimePackage } from './runtime-package.js';

export interface ActionMachine {
  /** Finds or installs ONNX Runtime with what a provider needs; asked only when a worker is needed. */
  readonly runtime: (provider: string) => Promise<RuntimePackage>;
  /** The folder of the bundle. */
  readonly dist: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** Measures, or takes the report of a run that did. */
export async function gateOfEvent(request: ActionRequest, machine: ActionMachine): Promise<GateReport> {
  const { report } = request.inputs;
  return report === undefined ? measureEvent(request, machine) : readRecorded(request, report);
}

/** A report of another head says nothing of this one, and its acknowledgement would be of something else. */
async function readRecorded({ event, workspace }: ActionRequest, file: string): Promise<GateReport> {
  const report = await readRecordedReport(path.resolve(workspace, file), file);
  if (event.kind !== 'pull_request') return report;
  const { pullRequest } = report;
  if (pullRequest?.number === event.number && pullRequest.headSha === event.headSha) return report;
  const of =
    pullRequest === undefined
      ? 'no pull request'
      : `pull request ${pullRequest.number} at ${pullRequest.headSha.slice(0, 10)}`;
  throw new GateError(
    'report',
    `${file} is of ${of}; this is pull request ${event.number} at ${event.headSha.slice(0, 10)}.`,
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
    runtimeModules: async (provider: string) => path.dirname((await runtime(provider)).folder),
    env,
    logger,
    signal,
    onProgress,
  };
  return withServices(surroundings, (services) => gatePullRequest(request, env, services));
}
