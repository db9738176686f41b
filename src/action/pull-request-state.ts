/** The pull request as it is once measuring has ended: from GitHub where there is a token, else from the event. */
import type { GitHubClient } from '../publish/github-client.js';
import { askPullRequest } from '../publish/pull-request.js';
import { type PullRequestState, withPullRequest } from '../pull-request-statements.js';
import type { GateReport } from '../report.js';
import type { ActionEvent } from './event.js';

export interface Connection {
  readonly owner: string;
  readonly repo: string;
  /** Null without a token. */
  readonly connect: (() => Promise<GitHubClient>) | null;
}

/** Judges a report again with what its pull request says by now, and with the label that may be on it. */
export async function hearPullRequest(
  report: GateReport,
  event: ActionEvent,
  connection: Connection,
): Promise<GateReport> {
  if (event.kind !== 'pull_request') return report;
  const label = report.policy.acknowledgeLabel ?? null;
  return withPullRequest(report, await pullRequestState(event, connection, label));
}

/** @param label The label that acknowledges; null when none does. */
async function pullRequestState(
  event: Extract<ActionEvent, { kind: 'pull_request' }>,
  { owner, repo, connect }: Connection,
  label: string | null,
): Promise<PullRequestState> {
  const { number, headSha, fork, title, body, labels } = event;
  const told = { number, headSha, fork, title, body };
  if (connect === null) {
    const fault = 'without a github-token nobody can tell who put it on';
    const isOn = label !== null && labels.includes(label);
    return { ...told, label: isOn ? { by: null, at: null, fault } : null, warnings: [] };
  }
  const { text, ...found } = await askPullRequest(await connect(), { ...event, owner, repo }, label);
  return { ...told, ...text, ...found };
}
