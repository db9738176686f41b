/** The one comment of a gate in a pull request: found again by a hidden marker and edited in place. */
import { COMMENT_BYTES, fit } from './fit.js';
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';

export interface CommentTarget {
  readonly owner: string;
  readonly repo: string;
  /** Number of the pull request. */
  readonly number: number;
  /** Tells one gate's comment from another's in the same pull request. */
  readonly key: string;
}

/**
 * What became of the comment. Only data, never an exception: whether a comment could be posted says nothing
 * about the models. `absent`: there was none to update, and none was to be created.
 */
export type CommentOutcome =
  | { readonly status: 'created' | 'updated'; readonly url: string }
  | { readonly status: 'absent' }
  | { readonly status: 'denied' | 'failed'; readonly message: string };

export type WriteComment = (earlier?: string) => string;

const ATTEMPTS = 3;

/** The first line of our comments: not shown, and the key can never end it. */
export function marker(key: string): string {
  return `<!-- efficiency-gate:${encodeURIComponent(key).replaceAll('--', '%2D%2D')} -->`;
}

/**
 * Creates the comment or edits the one that is there.
 * @param write The comment in Markdown, told what the one says that it takes the place of; cut at 60,000 bytes should
 * it be longer.
 * @param create False to edit only.
 */
export async function publishComment(
  client: GitHubClient,
  target: CommentTarget,
  write: WriteComment,
  create: boolean,
): Promise<CommentOutcome> {
  const textAfter = (earlier?: string): string =>
    fit(`${marker(target.key)}\n${write(earlier)}`, COMMENT_BYTES, 'The whole report is in the job summary.');
  try {
    const login = await ownLogin(client);
    const found = await findComment(client, target, login);
    if (found !== null) return await edit(client, target, found.id, textAfter(found.body));
    if (!create) return { status: 'absent' };
    return await createOnce(client, target, login, textAfter());
  } catch (thrown) {
    return explain(thrown);
  }
}

/** The token's user; null for a token of an app, such as the job's own, which may not ask. */
async function ownLogin(client: GitHubClient): Promise<string | null> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (thrown) {
    if (statusOf(thrown) === 403) return null;
    throw thrown;
  }
}

/** The first comment that starts with our marker and that we wrote, on whatever page it is. */
async function findComment(
  client: GitHubClient,
  target: CommentTarget,
  login: string | null,
): Promise<{ id: number; body: string } | null> {
  const { owner, repo, number, key } = target;
  const query = { owner, repo, issue_number: number, per_page: 100 };
  for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, query)) {
    for (const { id, body, user } of data) {
      // An app is not told its own name; only apps can be of type Bot.
      const own = login === null ? user?.type === 'Bot' : user?.login === login;
      if (own && body?.startsWith(marker(key)) === true) return { id, body };
    }
  }
  return null;
}

async function edit(
  client: GitHubClient,
  target: CommentTarget,
  id: number,
  body: string,
): Promise<CommentOutcome> {
  const { owner, repo } = target;
  const { data } = await client.rest.issues.updateComment({ owner, repo, comment_id: id, body });
  return { status: 'updated', url: data.html_url };
}

/** After a server error GitHub may have created the comment all the same: look before creating again. */
async function createOnce(
  client: GitHubClient,
  target: CommentTarget,
  login: string | null,
  body: string,
): Promise<CommentOutcome> {
  const { owner, repo, number } = target;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const request = { owner, repo, issue_number: number, body, request: { retries: 0 } };
      const { data } = await client.rest.issues.createComment(request);
      return { status: 'created', url: data.html_url };
    } catch (thrown) {
      if ((statusOf(thrown) ?? 0) < 500 || attempt === ATTEMPTS) throw thrown;
      const found = await findComment(client, target, login);
      if (found !== null) return edit(client, target, found.id, body);
    }
  }
}

function explain(thrown: unknown): CommentOutcome {
  const status = statusOf(thrown);
  if (status === undefined || !(thrown instanceof Error)) throw thrown;
  const said = `GitHub answered ${status}: ${thrown.message}`;
  if (/rate limit/i.test(thrown.message) || status === 429) {
    return { status: 'failed', message: `The comment was not posted, for GitHub's rate limit. ${said}` };
  }
  if (status === 401) {
    return {
      status: 'denied',
      message: `The comment was not posted: the github-token is not valid. ${said}`,
    };
  }
  if (status === 403 || status === 404) {
    return {
      status: 'denied',
      message:
        'The comment was not posted: the job lacks the permission "pull-requests: write". Add it under ' +
        '"permissions:" of the job. A pull request from a fork never gets it; the report is in the job summary. ' +
        said,
    };
  }
  return { status: 'failed', message: `The comment was not posted. ${said}` };
}
