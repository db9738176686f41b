/** The one check run of a gate on a head commit: found again by its external id and brought up to date. */
import { messageOf } from '../errors.js';
import type { Annotation, RenderedCheck } from '../render/check.js';
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';

export interface CheckTarget {
  readonly owner: string;
  readonly repo: string;
  /** The commit that the check is of: the pull request's head, not its merge. */
  readonly headSha: string;
  /** Tells one gate's check from another's on the same commit. */
  readonly key: string;
  /** Where a reader finds more. */
  readonly detailsUrl: string | undefined;
}

/** What became of the check run: data, never an exception, since it says nothing of the models. */
export type CheckOutcome =
  | { readonly status: 'created' | 'updated'; readonly url: string }
  | { readonly status: 'denied' | 'failed'; readonly message: string };

/** GitHub takes no more in one request; the next request adds to them. */
const ANNOTATIONS_A_REQUEST = 50;

/** The name by which branch protection knows the check. */
export const checkName = (key: string): string =>
  key === 'gate' ? 'efficiency-gate' : `efficiency-gate (${key})`;

const ATTEMPTS = 3;

export async function publishCheck(
  client: GitHubClient,
  target: CheckTarget,
  check: RenderedCheck,
): Promise<CheckOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await putCheck(client, target, check);
    } catch (thrown) {
      // After a server error it may be there all the same: look before writing again.
      const lost = (statusOf(thrown) ?? 0) >= 500;
      if (!lost || attempt === ATTEMPTS || !(await client.pause(attempt))) return explain(thrown);
    }
  }
}

async function putCheck(
  client: GitHubClient,
  target: CheckTarget,
  check: RenderedCheck,
): Promise<CheckOutcome> {
  const found = await findCheck(client, target);
  // GitHub keeps the annotations of a check run and adds to them: those that are there are not sent again.
  const there = found === null ? new Set<string>() : await annotationsOf(client, target, found);
  const fresh = check.annotations.filter((annotation) => !there.has(keyOf(annotation)));
  const [first = [], ...others] = batches(fresh);
  const { owner, repo, headSha, key, detailsUrl } = target;
  const outputOf = (annotations: readonly Annotation[]) => ({
    title: check.title,
    summary: check.summary,
    annotations: annotations.map(described),
  });
  // Sent again, annotations would be there twice.
  const once = { request: { retries: 0 } };
  const state = {
    owner,
    repo,
    name: checkName(key),
    status: 'completed' as const,
    conclusion: check.conclusion,
    external_id: externalId(key),
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
    output: outputOf(first),
    ...once,
  };
  const { data } =
    found === null
      ? await client.rest.checks.create({ ...state, head_sha: headSha })
      : await client.rest.checks.update({ ...state, check_run_id: found });
  for (const annotations of others) {
    const output = outputOf(annotations);
    await client.rest.checks.update({ owner, repo, check_run_id: data.id, output, ...once });
  }
  return { status: found === null ? 'created' : 'updated', url: data.html_url ?? '' };
}

const externalId = (key: string): string => `efficiency-gate:${key}`;

async function findCheck(
  client: GitHubClient,
  { owner, repo, headSha, key }: CheckTarget,
): Promise<number | null> {
  const query = { owner, repo, ref: headSha, check_name: checkName(key), per_page: 100 };
  const { data } = await client.rest.checks.listForRef(query);
  return data.check_runs.find(({ external_id: id }) => id === externalId(key))?.id ?? null;
}

async function annotationsOf(
  client: GitHubClient,
  { owner, repo }: CheckTarget,
  id: number,
): Promise<Set<string>> {
  const query = { owner, repo, check_run_id: id, per_page: 100 };
  const found = await client.paginate(client.rest.checks.listAnnotations, query);
  return new Set(
    found.map(({ path, start_line: line, annotation_level: level, title, message }) =>
      JSON.stringify([path, line, level, title, message]),
    ),
  );
}

const keyOf = ({ path, line, level, title, message }: Annotation): string =>
  JSON.stringify([path, line, level, title, message]);

const described = ({ path, line, level, title, message }: Annotation) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  title,
  message,
});

function batches(annotations: readonly Annotation[]): Annotation[][] {
  const count = Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST),
  );
}

function explain(thrown: unknown): CheckOutcome {
  const status = statusOf(thrown);
  if (status === undefined)
    return { status: 'failed', message: `There is no check run. Unexpected: ${messageOf(thrown)}` };
  const said = `GitHub answered ${status}: ${messageOf(thrown)}`;
  if (/rate limit/i.test(messageOf(thrown)))
    return { status: 'failed', message: `There is no check run, for GitHub's rate limit. ${said}` };
  if (status === 403 || status === 404) {
    return {
      status: 'denied',
      message:
        'There is no check run: the job lacks the permission "checks: write". Add it under "permissions:" of the ' +
        'job. A pull request from a fork never gets it (docs/forks.md tells what to do); the job itself is a check. ' +
        said,
    };
  }
  return { status: 'failed', message: `There is no check run. ${said}` };
}
