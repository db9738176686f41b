/** What the action does between its inputs and publishing: a plan from the event, carried out on this machine. */
import path from 'node:path';
import { gatePullRequest } from '../gate-pull-request.js';
import type { Logger } from '../logger.js';
import type { ActionRequest } from '../main.js';
import type { GateReport } from '../report.js';
import { withServices } from '../services.js';
import type { RuntimePackage } from './runtime-package.js';

export interface ActionMachine {
  /** Finds or installs ONNX Runtime; asked only when a worker is needed. */
  readonly runtime: () => Promise<RuntimePackage>;
  /** The folder of the bundle. */
  readonly dist: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

export function gateOfEvent(
  { inputs, event, workspace }: ActionRequest,
  { runtime, dist, env, logger, signal }: ActionMachine,
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
  };
  return withServices(surroundings, (services) => gatePullRequest(request, env, services));
}
