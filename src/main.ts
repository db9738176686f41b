/** The action's shell: inputs -> gate -> publish, and the one place where whatever failed becomes an exit status. */
import path from 'node:path';
import { pushBadges } from './action/badge-branch.js';
import { appendHistory, withCreep } from './action/history.js';
import { readEvent, type ActionEvent, type PullRequestRun } from './action/event.js';
import { readInputs, type Inputs } from './action/inputs.js';
import type { MeasuredElsewhere, Received } from './action/measured-elsewhere.js';
import { publishPlan } from './action/fleet-plan.js';
import type { Connection } from './action/pull-request-state.js';
import { exposedRunner, refusePrivilegedMeasuring } from './action/refusals.js';
import { describeFailure, EXIT, GateError, type ExitStatus } from './errors.js';
import type { Logger } from './logger.js';
import { writeProgress } from './publish/files.js';
import type { GitHubClient } from './publish/github-client.js';
import type { WorkflowRun } from './publish/own-comments.js';
import {
  publishReport,
  type Conversation,
  type Published,
  type Renderers,
  type StepResults,
} from './publish/publish-report.js';
import type { PlannedFleet } from './plan-fleet.js';
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
  /** What the jobs of a matrix are to measure. */
  readonly plan: (request: ActionRequest) => Promise<PlannedFleet>;
  /** The report of a run on a pull request that has ended, with that pull request. */
  readonly receive: (request: MeasuredElsewhere, connection: Connection) => Promise<Received>;
  /** The report with what its pull request says by now, and with who answers for what got worse. */
  readonly hear: (report: GateReport, event: ActionEvent, connection: Connection) => Promise<GateReport>;
  readonly renderers: Renderers;
  readonly connect: (connection: {
    token: string;
    apiUrl: string;
    logger: Logger;
    patienceS: number | undefined;
  }) => Promise<GitHubClient>;
}

/** @returns the exit status of the step; every failure has been logged and put into the outputs by then. */
export async function runAction(runner: Runner, stages: ActionStages): Promise<ExitStatus> {
  try {
    const { env, logger } = runner;
    const inputs = readInputs((name) => runner.getInput(name));
    if (inputs['github-token'] !== undefined) runner.setSecret(inputs['github-token']);
    const told = await readEvent(env);
    refusePrivilegedMeasuring(told, inputs.mode);
    const exposed = exposedRunner(told, inputs.mode, env);
    if (exposed !== null) logger.warning(exposed);
    const workspace = path.resolve(env.GITHUB_WORKSPACE ?? '.');
    const connect = connector(inputs, runner, stages);
    const folder = outputFolder(inputs, workspace, env);
    if (inputs.mode === 'plan' && told.kind !== 'workflow_run') {
      await publishPlan(await stages.plan({ inputs, event: told, workspace }), {
        folder,
        step: runner,
        logger,
      });
      return EXIT.passed;
    }
    let announced = inputs.mode !== 'measure';
    const onProgress: OnProgress = async (report) => {
      await writeProgress(folder, report);
      // At once: a job that runs out of time can still upload what was measured.
      if (!announced) runner.setOutput('report-path', path.join(folder, 'report.json'));
      announced = true;
    };
    const { event, report: measured } =
      told.kind === 'workflow_run'
        ? await stages.receive({ inputs, run: told, workspace }, { ...repositoryOf(env), connect })
        : { event: told, report: await stages.gate({ inputs, event: told, workspace }, onProgress) };
    const heard =
      event.kind === 'pull_request'
        ? await stages.hear(measured, event, { ...repositoryOf(env), connect })
        : measured;
    const history = { inputs, event, env, workspace, connect, logger };
    const report = await withCreep(heard, history);
    if (inputs.mode === 'measure') tellMeasured(report, logger);
    else tellConclusion(report, logger);
    const published = await publishReport(report, {
      renderers: stages.renderers,
      step: runner,
      folder,
      policy: inputs.comment,
      conversation:
        inputs.mode === 'measure' ? null : conversation(event, inputs, runOf(told, env), env, connect),
      checkedSha:
        event.kind === 'pull_request' && (inputs.check ?? told.kind === 'workflow_run')
          ? event.headSha
          : null,
      reportUrl: runUrl(env),
    });
    if (inputs.mode === 'measure') return EXIT.passed;
    tellPublished(published, logger);
    await pushBadges(report, () => stages.renderers.badges(report), {
      branch: inputs['badge-branch'],
      event,
      env,
      connect,
      logger,
    });
    await appendHistory(report, history);
    return exitStatusOfReport(report);
  } catch (thrown) {
    return await tellFailure(thrown, runner);
  }
}

function outputFolder(inputs: Inputs, workspace: string, env: Runner['env']): string {
  const chosen = inputs['output-folder'];
  if (chosen !== undefined) return path.resolve(workspace, chosen);
  return path.join(env.RUNNER_TEMP ?? workspace, 'efficiency-gate', commentKey(inputs));
}

const commentKey = (inputs: Inputs): string => inputs.label ?? 'gate';

function conversation(
  event: ActionEvent,
  inputs: Inputs,
  run: WorkflowRun | undefined,
  env: Runner['env'],
  connect: Connection['connect'],
): Conversation | null {
  if (event.kind !== 'pull_request') return null;
  return { target: { ...repositoryOf(env), number: event.number, key: commentKey(inputs), run }, connect };
}

function repositoryOf(env: Runner['env']): { owner: string; repo: string } {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? [];
  if (owner === undefined || repo === undefined) {
    throw new GateError(
      'usage',
      'GITHUB_REPOSITORY is not set to "owner/name".',
      'GitHub Actions sets it; set it when you run the action yourself.',
    );
  }
  return { owner, repo };
}

/** The run that measured, by which the newest result is known. */
function runOf(told: ActionEvent | PullRequestRun, env: Runner['env']): WorkflowRun | undefined {
  if (told.kind === 'workflow_run') return { id: told.id, attempt: told.attempt };
  const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = env;
  return /^\d{1,15}$/.test(id) && /^\d{1,6}$/.test(attempt)
    ? { id: Number(id), attempt: Number(attempt) }
    : undefined;
}

/** Connects on first use; null without a token, and where nothing is to be said to GitHub. */
function connector(inputs: Inputs, { env, logger }: Runner, stages: ActionStages): Connection['connect'] {
  const token = inputs['github-token'];
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const patienceS = inputs['api-patience'];
  let client: Promise<GitHubClient> | undefined;
  return token === undefined || inputs.mode === 'measure'
    ? null
    : () => (client ??= stages.connect({ token, apiUrl, logger, patienceS }));
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

/** The verdict is the publishing job's to give: this one stands for having measured. */
function tellMeasured({ gate, warnings }: GateReport, logger: Logger): void {
  for (const warning of warnings) logger.warning(warning);
  logger.notice(`Measured; this job passes, and the job that publishes judges again: ${gate.summary}`);
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
