/**
 * What GitHub says of a pull request now: its text, and whether the label that acknowledges was put on its present
 * head by someone who may write. Whatever GitHub refuses is said, and costs no more than what it would have told.
 */
import { messageOf } from '../errors.js';
import type { GitHubClient } from './github-client.js';

/** The pull request as its event told of it. */
export interface AskedPullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly headRef: string;
  readonly headSha: string;
  /** `owner/name`; null for one that was deleted. */
  readonly headRepository: string | null;
  /** When the head was known to be this one, ISO 8601; null when the event does not say. */
  readonly updatedAt: string | null;
  /** The label that the event itself is about, put on this very head. */
  readonly labelled: string | null;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

/** A label that is on the pull request. Without a fault it counts for the head that was asked about. */
export interface LabelFound {
  /** Login of whoever put it on; null when GitHub did not tell. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string | null;
  readonly fault: string | null;
}

export interface PullRequestFound {
  /** Null when GitHub did not tell. */
  readonly text: PullRequestText | null;
  /** Null when it is not on. */
  readonly label: LabelFound | null;
  readonly warnings: readonly string[];
}

/** @param label The label that acknowledges; null when none does. */
export async function askPullRequest(
  client: GitHubClient,
  asked: AskedPullRequest,
  label: string | null,
): Promise<PullRequestFound> {
  const { owner, repo, number } = asked;
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
    const text = { title: data.title, body: data.body ?? '' };
    const isOn = label !== null && data.labels.some(({ name }) => name === label);
    return { text, label: isOn ? await examine(client, asked, label, data.head.sha) : null, warnings: [] };
  } catch (thrown) {
    return {
      text: null,
      label: null,
      warnings: [
        `GitHub did not tell of the pull request, so that its title and description are taken from the event, and no label counts: ${messageOf(thrown)}.`,
      ],
    };
  }
}

const WRITERS = new Set(['admin', 'maintain', 'write']);

async function examine(
  client: GitHubClient,
  asked: AskedPullRequest,
  label: string,
  presentHead: string,
): Promise<LabelFound> {
  let found: Labelling | null;
  try {
    found = await lastLabelling(client, asked, label);
  } catch (thrown) {
    return { by: null, at: null, fault: `GitHub did not tell who put it on: ${messageOf(thrown)}` };
  }
  if (found === null) return { by: null, at: null, fault: 'GitHub does not tell who put it on' };
  const { by, at, isBot } = found;
  const refused = (fault: string): LabelFound => ({ by, at, fault });
  if (isBot) return refused(`it was put on by ${by}, which is no person`);
  try {
    if (!(await mayWrite(client, asked, by))) return refused(`${by}, who put it on, has no write access`);
  } catch (thrown) {
    return refused(`GitHub did not tell whether ${by} has write access: ${messageOf(thrown)}`);
  }
  if (presentHead !== asked.headSha) return refused('there is a newer head than the one that was measured');
  if (asked.labelled === label) return { by, at, fault: null };
  const since = (await pushedAt(client, asked)) ?? asked.updatedAt;
  if (since === null) return refused('it is not known whether it was put on before or after the last push');
  if (Date.parse(at) < Date.parse(since))
    return refused(`it was put on before the last push (${since}): take it off and put it on again`);
  return { by, at, fault: null };
}

interface Labelling {
  readonly by: string;
  readonly at: string;
  readonly isBot: boolean;
}

/** Of an issue's event what matters here. Whoever deleted their account is no actor any more. */
interface IssueEvent {
  readonly event: string;
  readonly created_at: string;
  readonly actor: { readonly login: string; readonly type: string } | null;
  readonly label?: { readonly name?: string | null };
}

/** The last time that the label was put on; events come in the order in which they happened. */
async function lastLabelling(
  client: GitHubClient,
  { owner, repo, number }: AskedPullRequest,
  label: string,
): Promise<Labelling | null> {
  let last: Labelling | null = null;
  const query = { owner, repo, issue_number: number, per_page: 100 };
  for await (const { data } of client.paginate.iterator(client.rest.issues.listEvents, query)) {
    for (const { event, actor, created_at: at, label: put } of data as readonly IssueEvent[]) {
      if (event !== 'labeled' || put?.name !== label) continue;
      last = actor == null ? null : { by: actor.login, at, isBot: actor.type === 'Bot' };
    }
  }
  return last;
}

async function mayWrite(
  client: GitHubClient,
  { owner, repo }: AskedPullRequest,
  username: string,
): Promise<boolean> {
  const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
  return WRITERS.has(data.permission) || WRITERS.has(data.role_name);
}

/**
 * When the head became what it is, by GitHub's clock: dates of commits are the author's to choose. Null when GitHub
 * does not tell, as of the repository of a fork that is private or gone.
 */
async function pushedAt(
  client: GitHubClient,
  { headRepository, headRef, headSha }: AskedPullRequest,
): Promise<string | null> {
  const [owner, repo] = headRepository?.split('/') ?? [];
  if (owner === undefined || repo === undefined) return null;
  try {
    const ref = `refs/heads/${headRef}`;
    const { data } = await client.rest.repos.listActivities({ owner, repo, ref, per_page: 1 });
    const [last] = data;
    return last?.after === headSha ? last.timestamp : null;
  } catch {
    return null;
  }
}
