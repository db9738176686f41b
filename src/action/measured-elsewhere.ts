/**
 * Publishing what an unprivileged run of a pull request measured, in a `workflow_run` that has permissions. Every byte
 * of the report may be the work of whoever opened the pull request: GitHub says which one it is of, the base says how
 * it is judged, and of the report the samples alone are used.
 */
import { conclude, type RunEvidence } from '../conclude.js';
import { GateError } from '../errors.js';
import { requireMachines } from '../fleet/assemble.js';
import { openPullRequestsOf } from '../publish/head-pull-requests.js';
import type { GateReport, Policy } from '../report.js';
import { createGit } from '../revisions/git-process.js';
import { basePolicy } from './base-policy.js';
import { type ActionEvent, parsePullRequest, type PullRequestRun } from './event.js';
import type { Inputs } from './inputs.js';
import type { Connection } from './pull-request-state.js';
import { readRecorded, type Recorded } from './recorded.js';

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
  const recorded = await readRecorded(inputs, workspace);
  const event = await pullRequestOf(run, recorded.reports, connection);
  const { number, headSha, headRef, baseRef, fork } = event;
  const base = {
    ...event,
    isDefault: baseRef === run.defaultBranch,
    checkedOut: env.GITHUB_SHA,
  };
  const settings = { configFile: inputs['config-file'], warnOnly: inputs['warn-only'] };
  const git = createGit({ folder: workspace, env, signal });
  const pullRequest = { number, headSha };
  const measured = evidenceOf(recorded, pullRequest);
  const { policy, waivers, warnings } = await basePolicy(measured, base, settings, git);
  const evidence =
    policy.machines === undefined
      ? measured.evidence
      : requireMachines(recorded.assemble({ pullRequest }), policy.machines).evidence;
  const report = conclude(
    {
      ...evidence,
      // By the clock of the measuring job an expired waiver might still count.
      createdAt: new Date(run.endedAt),
      base: { label: baseRef, sha: evidence.base.sha },
      head: { label: headRef, sha: headSha },
      pullRequest: { ...pullRequest, ...(fork ? { fork } : {}) },
      acknowledgements: waivers,
      warnings: [...evidence.warnings, ...warnings],
    },
    policy,
  );
  return { event, report };
}

/** @throws GateError for what is merged already: what it says of other machines, nobody could check. */
function evidenceOf(
  { reports: [report], isFleet, assemble }: Recorded,
  pullRequest: { readonly number: number; readonly headSha: string },
): { readonly evidence: RunEvidence; readonly policy: Policy } {
  if (isFleet || report.machines !== undefined) return assemble({ pullRequest });
  return { evidence: { ...report, createdAt: new Date(report.createdAt) }, policy: report.policy };
}

/** The open pull request of the run's branch that a report of this run says it is of, at the head that was measured. */
async function pullRequestOf(
  run: PullRequestRun,
  reports: Recorded['reports'],
  { owner, repo, connect }: Connection,
): Promise<PullRequestEvent> {
  if (connect === null) {
    throw new GateError(
      'usage',
      'The input github-token is empty: without it nobody can tell which pull request was measured.',
      'Leave github-token out under "with:" for the token of the job.',
    );
  }
  const ofRun = reports.find(({ pullRequest }) => pullRequest?.headSha === run.headSha);
  const said = (ofRun ?? reports[0]).pullRequest;
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
