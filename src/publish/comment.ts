/**
 * The one comment of a gate in a pull request, edited in place. GitHub has no write that depends on what is there, so
 * runs that publish at once write, wait, and look: the newest stays, and what came too late or twice is taken away.
 */
import { messageOf } from '../errors.js';
import { COMMENT_BYTES, fit } from './fit.js';
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';
import {
  type CommentTarget,
  compareRuns,
  findComments,
  marker,
  type OwnComment,
  ownLogin,
  runMarker,
} from './own-comments.js';

/**
 * What became of the comment. Only data, never an exception: whether a comment could be posted says nothing
 * about the models. `absent`: there was none to update, and none was to be created. `outdated`: a newer run's stands.
 */
export type CommentOutcome =
  | { readonly status: 'created' | 'updated' | 'outdated'; readonly url: string }
  | { readonly status: 'absent' }
  | { readonly status: 'denied' | 'failed'; readonly message: string };

export type WriteComment = (earlier?: string) => string;

const ATTEMPTS = 6;
/** Longer than a write of a run that has looked already may still be on its way. */
const SETTLE_S = 2;

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
  const progress: Progress = { written: null, text: null };
  try {
    return await settle(client, target, write, create, progress);
  } catch (thrown) {
    // It was written; only whether it stayed the only one could not be seen.
    return progress.written ?? explain(thrown);
  }
}

interface Progress {
  /** What our last write that GitHub confirmed did. */
  written: Extract<CommentOutcome, { url: string }> | null;
  /** What we wrote, confirmed or not. */
  text: string | null;
}

async function settle(
  client: GitHubClient,
  target: CommentTarget,
  write: WriteComment,
  create: boolean,
  progress: Progress,
): Promise<CommentOutcome> {
  const login = await ownLogin(client);
  const ours = target.run ?? null;
  for (let attempt = 1; ; attempt += 1) {
    const [best, ...others] = await findComments(client, target, login);
    if (best !== undefined && compareRuns(best.run, ours) > 0) {
      await remove(client, target, ofOurRun(others, target));
      return { status: 'outdated', url: best.url };
    }
    if (best !== undefined && stands(best, progress)) {
      await remove(client, target, others);
      return progress.written ?? { status: 'updated', url: best.url };
    }
    if (best === undefined && !create) return { status: 'absent' };
    if (attempt > ATTEMPTS) {
      if (progress.written !== null) return progress.written;
      return { status: 'failed', message: 'The comment was not posted. Others kept writing over it.' };
    }
    progress.text = textAfter(target, write, best?.body);
    try {
      const status = progress.written?.status;
      const written = await put(client, target, best, progress.text);
      progress.written = status === 'created' ? { ...written, status } : written;
    } catch (thrown) {
      // After a server error it may be there all the same: look before writing again.
      const lost = (statusOf(thrown) ?? 0) >= 500;
      const gone = best !== undefined && statusOf(thrown) === 404;
      if (!lost && !gone) throw thrown;
      if (attempt === ATTEMPTS || !(await client.pause(attempt))) throw thrown;
      continue;
    }
    if (!(await client.pause(SETTLE_S))) return progress.written;
  }
}

const textAfter = (target: CommentTarget, write: WriteComment, earlier?: string): string => {
  const lines = [marker(target.key), ...(target.run === undefined ? [] : [runMarker(target.run)])];
  const text = `${lines.join('\n')}\n${write(earlier)}`;
  return fit(text, COMMENT_BYTES, 'The whole report is in the job summary.');
};

/** Whether it is what we wrote. GitHub keeps the text but for the ends of its lines. */
const stands = ({ body }: OwnComment, { text }: Progress): boolean =>
  text !== null && plain(body) === plain(text);
const plain = (text: string): string => text.replaceAll('\r', '').trimEnd();

const ofOurRun = (comments: readonly OwnComment[], { run }: CommentTarget): OwnComment[] =>
  run === undefined ? [] : comments.filter((comment) => compareRuns(comment.run, run) === 0);

async function put(
  client: GitHubClient,
  { owner, repo, number }: CommentTarget,
  found: OwnComment | undefined,
  body: string,
): Promise<Extract<CommentOutcome, { url: string }>> {
  const once = { request: { retries: 0 } };
  const { issues } = client.rest;
  if (found === undefined) {
    const { data } = await issues.createComment({ owner, repo, issue_number: number, body, ...once });
    return { status: 'created', url: data.html_url };
  }
  const { data } = await issues.updateComment({ owner, repo, comment_id: found.id, body, ...once });
  return { status: 'updated', url: data.html_url };
}

/** Somebody else may have been faster, and one that cannot be removed costs the result nothing. */
async function remove(
  client: GitHubClient,
  { owner, repo }: CommentTarget,
  comments: readonly OwnComment[],
): Promise<void> {
  for (const { id } of comments) {
    try {
      await client.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (thrown) {
      if (statusOf(thrown) === undefined) throw thrown;
      if (statusOf(thrown) !== 404) return;
    }
  }
}

function explain(thrown: unknown): CommentOutcome {
  const message = messageOf(thrown);
  const status = statusOf(thrown);
  if (status === undefined)
    return { status: 'failed', message: `The comment was not posted. Unexpected: ${message}` };
  const said = `GitHub answered ${status}: ${message}`;
  if (/rate limit/i.test(message) || status === 429) {
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
        '"permissions:" of the job. A pull request from a fork never gets it: measure and publish in two stages ' +
        `(docs/forks.md). The report is in the job summary. ${said}`,
    };
  }
  return { status: 'failed', message: `The comment was not posted. ${said}` };
}
