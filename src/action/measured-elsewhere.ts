/**
 * Publishing what an unprivileged run of a pull request measured, in a `workflow_run` that has permissions. Every byte
 * of the report may be the work of whoever opened the pull request: GitHub says which one it is of, the base says how
 * it is judged, and of the report the samples alone are used.
 */
import path from 'node:path';
import { judgeAgain } from '../conclude.js';
import { GateError } from '../errors.js';
import { openPullRequestsOf } from '../publish/head-pull-requests.js';
import type { GateReport } from '../report.js';
import { createGit } from '../revisions/git-process.js';
import { basePolicy } from './base-policy.js';
import { type ActionEvent, parsePullRequest, type PullRequestRun } from './event.js';
import type { Inputs } from './inputs.js';
import type { Connection } from './pull-request-state.js';
import { readRecordedReport } from './recorded-report.js';

type PullRequestEvent = Extract<ActionEvent, { kind: 'pull_request' }>;

export interface MeasuredElsewhere {
  readonly inputs: Inputs;
  readonly run: PullRequestRun;
  /** The checked-out default branch, absolute. */
  readonly workspace: string;
}

export interface Received {
  readonly event: PullRequestEvent;
  readonly report: GateReport;
}

/** @throws GateError of kind `report` for what is stale, of something else, or damaged; of others for the rest. */
export async function receiveReport(
  { inputs, run, workspace }: MeasuredElsewhere,
  connection: Connection,
  env: Readonly<NodeJS.ProcessEnv>,
  signal: AbortSignal,
): Promise<Received> {
  const file = inputs.report ?? '';
  const report = await readRecordedReport(path.resolve(workspace, file), file);
  const event = await pullRequestOf(run, report, connection);
  const { number, headSha, headRef, baseRef, fork } = event;
  const base = {
    ...event,
    isDefault: baseRef === run.defaultBranch,
    checkedOut: env.GITHUB_SHA,
  };
  const settings = { configFile: inputs['config-file'], warnOnly: inputs['warn-only'] };
  const { policy, waivers, warnings } = await basePolicy(
    report,
    base,
    settings,
    createGit({ folder: workspace, env, signal }),
  );
  const evidence: GateReport = {
    ...report,
    // By the clock of the measuring job an expired waiver might still count.
    createdAt: new Date(run.endedAt).toISOString(),
    base: { label: baseRef, sha: report.base.sha },
    head: { label: headRef, sha: headSha },
  };
  const judged = judgeAgain(evidence, policy, {
    pullRequest: { number, headSha, ...(fork ? { fork } : {}) },
    acknowledgements: waivers,
    warnings: [...report.warnings, ...warnings],
  });
  return { event, report: judged };
}

/** The open pull request of the run's branch that the report says it is of, at the head that was measured. */
async function pullRequestOf(
  run: PullRequestRun,
  { pullRequest: said }: GateReport,
  { owner, repo, connect }: Connection,
): Promise<PullRequestEvent> {
  if (connect === null) {
    throw new GateError(
      'usage',
      'The input github-token is empty: without it nobody can tell which pull request was measured.',
      'Leave github-token out under "with:" for the token of the job.',
    );
  }
  if (said?.headSha !== run.headSha) {
    throw refused(
      said === undefined ? 'of no pull request' : `of ${said.headSha.slice(0, 10)}`,
      `the run measured ${run.headSha.slice(0, 10)}`,
    );
  }
  const head = { owner: run.headOwner, branch: run.headBranch };
  const found = (await openPullRequestsOf(await connect(), { owner, repo }, head)).map(parsePullRequest);
  const event = found.find((one) => one.number === said.number && one.headRepository === run.headRepository);
  if (event === undefined)
    throw refused(
      `of pull request ${said.number}`,
      'the branch that was measured has no such open pull request',
    );
  if (event.headSha !== run.headSha) {
    throw refused(
      `of ${run.headSha.slice(0, 10)}`,
      `pull request ${event.number} is at ${event.headSha.slice(0, 10)} by now`,
    );
  }
  return event;
}

const refused = (isOf: string, but: string): GateError =>
  new GateError(
    'report',
    `The report is ${isOf}; ${but}.`,
    'Nothing was published. A run on the present head publishes its own; a closed pull request needs none.',
  );
