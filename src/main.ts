/** The action's shell: inputs -> gate -> publish, and the one place where whatever failed becomes an exit status. */
import path from 'node:path';
import { pushBadges } from './action/badge-branch.js';
import { readEvent, type ActionEvent } from './action/event.js';
import { readInputs, type Inputs } from './action/inputs.js';
import type { Connection } from './action/pull-request-state.js';
import { describeFailure, EXIT, GateError, type ExitStatus } from './errors.js';
import type { Logger } from './logger.js';
import { writeProgress } from './publish/files.js';
import type { GitHubClient } from './publish/github-client.js';
import {
  publishReport,
  type Conversation,
  type Published,
  type Renderers,
  type StepResults,
} from './publish/publish-report.js';
import { exitStatusOfReport, type GateReport } from './report.js';
import type { OnProgress } from './services.js';

/** What the workflow asks for. */
export interface ActionRequest {
  readonly inputs: Inputs;
  readonly event: ActionEvent;
  /** The checked-out repository, absolute. */
  readonly workspace: string;
}

/** The runner of GitHub Actions, as far as the action knows it. */
export interface Runner extends StepResults {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  getInput(name: string): string;
  /** Masks a value in the log. */
  setSecret(value: string): void;
}

export interface ActionStages {
  /** Tells of the report as it stands after each model. */
  readonly gate: (request: ActionRequest, onProgress: OnProgress) => Promise<GateReport>;
  /** The report with what its pull request says by now, and with who answers for what got worse. */
  readonly hear: (report: GateReport, event: ActionEvent, connection: Connection) => Promise<GateReport>;
  readonly renderers: Renderers;
  readonly connect: (connection: { token: string; apiUrl: string; logger: Logger }) => Promise<GitHubClient>;
}

/** @returns the exit status of the step; every failure has been logged and put into the outputs by then. */
export async function runAction(runner: Runner, stages: ActionStages): Promise<ExitStatus> {
  try {
    const inputs = readInputs((name) => runner.getInput(name));
    if (inputs['github-token'] !== undefined) runner.setSecret(inputs['github-token']);
    const event = await readEvent(runner.env);
    const workspace = path.resolve(runner.env.GITHUB_WORKSPACE ?? '.');
    const request = { inputs, event, workspace };
    const pullRequest = conversation(request, runner, stages);
    const folder = outputFolder(request, runner.env);
    const measured = await stages.gate(request, (report) => writeProgress(folder, report));
    const report =
      pullRequest === null
        ? measured
        : await stages.hear(measured, event, { ...pullRequest.target, connect: pullRequest.connect });
    tellConclusion(report, runner.logger);
    const published = await publishReport(report, {
      renderers: stages.renderers,
      step: runner,
      folder,
      policy: inputs.comment,
      conversation: pullRequest,
      checkedSha: inputs.check && event.kind === 'pull_request' ? event.headSha : null,
      reportUrl: runUrl(runner.env),
    });
    tellPublished(published, runner.logger);
    const { env, logger } = runner;
    await pushBadges(report, () => stages.renderers.badges(report), {
      branch: inputs['badge-branch'],
      event,
      env,
      connect: connector(request, runner, stages),
      logger,
    });
    return exitStatusOfReport(report);
  } catch (thrown) {
    return await tellFailure(thrown, runner);
  }
}

function outputFolder({ inputs, workspace }: ActionRequest, env: Runner['env']): string {
  const chosen = inputs['output-folder'];
  if (chosen !== undefined) return path.resolve(workspace, chosen);
  return path.join(env.RUNNER_TEMP ?? workspace, 'efficiency-gate', commentKey(inputs));
}

const commentKey = (inputs: Inputs): string => inputs.label ?? 'gate';

function conversation(request: ActionRequest, runner: Runner, stages: ActionStages): Conversation | null {
  const { inputs, event } = request;
  if (event.kind !== 'pull_request') return null;
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(runner.env.GITHUB_REPOSITORY ?? '') ?? [];
  if (owner === undefined || repo === undefined) {
    throw new GateError(
      'usage',
      'GITHUB_REPOSITORY is not set to "owner/name".',
      'GitHub Actions sets it; set it when you run the action yourself.',
    );
  }
  return {
    target: { owner, repo, number: event.number, key: commentKey(inputs) },
    connect: connector(request, runner, stages),
  };
}

/** Connects on first use; null without a token. */
function connector(
  { inputs }: ActionRequest,
  { env, logger }: Runner,
  stages: ActionStages,
): (() => Promise<GitHubClient>) | null {
  const token = inputs['github-token'];
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  let client: Promise<GitHubClient> | undefined;
  return token === undefined ? null : () => (client ??= stages.connect({ token, apiUrl, logger }));
}

function runUrl(env: Runner['env']): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (server === undefined || repository === undefined || run === undefined) return undefined;
  return `${server}/${repository}/actions/runs/${run}`;
}

function tellConclusion({ gate, warnings }: GateReport, logger: Logger): void {
  for (const warning of warnings) logger.warning(warning);
  if (gate.conclusion !== 'passed') logger.error(gate.summary);
  else if (gate.warnOnly) logger.warning(gate.summary);
  else logger.info(gate.summary);
}

function tellPublished({ comment, check }: Published, logger: Logger): void {
  if (check !== null) {
    if ('message' in check) logger.notice(check.message);
    else logger.info(`The check run was ${check.status}: ${check.url}`);
  }
  if (comment === null) return;
  if ('message' in comment) logger.warning(comment.message);
  else if ('url' in comment) logger.info(`The comment was ${comment.status}: ${comment.url}`);
}

async function tellFailure(thrown: unknown, runner: Runner): Promise<ExitStatus> {
  const { message, next, exitStatus } = describeFailure(thrown);
  runner.logger.error(`${message}\n${next}`);
  runner.setOutput('conclusion', exitStatus === EXIT.unmeasured ? 'incomplete' : 'error');
  // As an indented block nothing in the message is read as Markdown.
  const quoted = `${message}\n${next}`.replace(/^/gm, '    ');
  try {
    await runner.writeSummary(`### efficiency-gate stopped\n\n${quoted}\n`);
  } catch (second) {
    runner.logger.error(`The job summary cannot be written: ${describeFailure(second).message}`);
  }
  return exitStatus;
}
