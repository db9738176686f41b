/** The comments of a gate in a pull request: found again by a hidden marker, and by the account that wrote them. */
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';

export interface CommentTarget {
  readonly owner: string;
  readonly repo: string;
  /** Number of the pull request. */
  readonly number: number;
  /** Tells one gate's comment from another's in the same pull request. */
  readonly key: string;
  /** The workflow run whose result it is; left out where none is known. */
  readonly run?: WorkflowRun | undefined;
}

/** Ids of a repository's runs grow, and so do the attempts of one. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
}

export interface OwnComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Null for one that tells of none. */
  readonly run: WorkflowRun | null;
}

/** The first line of our comments: not shown, and the key can never end it. */
export function marker(key: string): string {
  return `<!-- efficiency-gate:${encodeURIComponent(key).replaceAll('--', '%2D%2D')} -->`;
}

/** The line below, by which an older run knows that it comes too late. */
export const runMarker = ({ id, attempt }: WorkflowRun): string =>
  `<!-- efficiency-gate-run:${id}.${attempt} -->`;
const RUN_MARKER = /^<!-- efficiency-gate-run:(\d{1,15})\.(\d{1,6}) -->$/m;

/** Above 0 where the first is of a newer run. One that is not known is older than any other. */
export function compareRuns(one: WorkflowRun | null, other: WorkflowRun | null): number {
  const [a, b] = [one ?? NO_RUN, other ?? NO_RUN];
  return a.id - b.id || a.attempt - b.attempt;
}
const NO_RUN: WorkflowRun = { id: 0, attempt: 0 };

/** The token's user; null for a token of an app, such as the job's own, which may not ask. */
export async function ownLogin(client: GitHubClient): Promise<string | null> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (thrown) {
    if (statusOf(thrown) === 403) return null;
    throw thrown;
  }
}

/** On whatever page they are, the newest run's first; of one run, the oldest comment. */
export async function findComments(
  client: GitHubClient,
  { owner, repo, number, key }: CommentTarget,
  login: string | null,
): Promise<OwnComment[]> {
  const all = await listComments(client, { owner, repo, issue_number: number });
  const own = all.flatMap(({ id, body = '', html_url: url, user }) => {
    // An app is not told its own name; only apps can be of type Bot.
    const isOurs = login === null ? user?.type === 'Bot' : user?.login === login;
    return isOurs && body.startsWith(marker(key)) ? [{ id, body, url, run: runOf(body) }] : [];
  });
  return own.sort((a, b) => compareRuns(b.run, a.run) || a.id - b.id);
}

/** The toolkit's own paging takes a 409 for an empty list, upon which there would be a second comment. */
async function listComments(
  client: GitHubClient,
  of: { readonly owner: string; readonly repo: string; readonly issue_number: number },
): Promise<Awaited<ReturnType<typeof client.rest.issues.listComments>>['data']> {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.rest.issues.listComments({ ...of, per_page: A_PAGE, page });
    all.push(...data);
    if (data.length < A_PAGE) return all;
  }
}
const A_PAGE = 100;

function runOf(body: string): WorkflowRun | null {
  const [, second = ''] = body.split('\n', 2);
  const [, id, attempt] = RUN_MARKER.exec(second) ?? [];
  return id === undefined || attempt === undefined ? null : { id: Number(id), attempt: Number(attempt) };
}
