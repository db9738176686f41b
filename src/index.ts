/** Action entry: the real runner, GitHub and pipeline behind the shell. */
import { actionRuntime } from './action/action-runtime.js';
import { receiveReport } from './action/measured-elsewhere.js';
import { type ActionMachine, gateOfEvent, planOfEvent } from './action/pull-request.js';
import { hearPullRequest } from './action/pull-request-state.js';
import { actionsRunner } from './action/runner.js';
import { type ActionRequest, runAction } from './main.js';
import { NVIDIA_PROVIDERS } from './measure/provider.js';
import { badgeFiles } from './render/badge-files.js';
import { renderBadge } from './render/badge.js';
import { renderCheck } from './render/check.js';
import { renderComment } from './render/comment.js';
import { renderSummary } from './render/summary.js';

const { env } = process;
const dist = import.meta.dirname;
const runner = actionsRunner(env);
const { logger } = runner;
const interruption = new AbortController();
const { signal } = interruption;
process
  .once('SIGINT', () => {
    interruption.abort();
  })
  .once('SIGTERM', () => {
    interruption.abort();
  });

const machineFor = ({ inputs: { 'onnxruntime-path': given } }: ActionRequest): ActionMachine => ({
  runtime: (provider) =>
    actionRuntime({ given, cuda: NVIDIA_PROVIDERS.has(provider), dist, env, logger, signal }),
  dist,
  env,
  logger,
  signal,
});

process.exitCode = await runAction(runner, {
  gate: (request, onProgress) => gateOfEvent(request, { ...machineFor(request), onProgress }),
  plan: (request) => planOfEvent(request, machineFor(request)),
  receive: (request, connection) => receiveReport(request, connection, env, signal),
  hear: hearPullRequest,
  renderers: {
    comment: renderComment,
    summary: renderSummary,
    badge: renderBadge,
    badges: badgeFiles,
    check: renderCheck,
    // Loaded late, as the plotting library takes longer to load than all else together.
    html: async (report) => (await import('./render/html/html-report.js')).renderHtml(report),
  },
  // Loaded late: the toolkit reads the event while it is imported, and throws where ours explains.
  connect: async (connection) => (await import('./publish/github-client.js')).connectGitHub(connection),
});
