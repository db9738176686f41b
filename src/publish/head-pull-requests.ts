/** The open pull requests of a branch, asked of GitHub: what a run says of its own is not to be trusted. */
import { GateError, messageOf } from '../errors.js';
import type { GitHubClient } from './github-client.js';
import { statusOf } from './http-status.js';

export interface HeadBranch {
  /** Owner of the repository that the branch is in, which may be a fork. */
  readonly owner: string;
  readonly branch: string;
}

/**
 * @returns each as GitHub describes it.
 * @throws GateError of kind `publish` when GitHub does not tell.
 */
export async function openPullRequestsOf(
  client: GitHubClient,
  { owner, repo }: { readonly owner: string; readonly repo: string },
  head: HeadBranch,
): Promise<readonly unknown[]> {
  try {
    const query = {
      owner,
      repo,
      head: `${head.owner}:${head.branch}`,
      state: 'open' as const,
      per_page: 100,
    };
    return await client.paginate(client.rest.pulls.list, query);
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status === undefined) throw thrown;
    throw new GateError(
      'publish',
      `GitHub did not tell which pull request was measured. It answered ${status}: ${messageOf(thrown)}.`,
      'Give the job the permission "pull-requests: write", or run it again later.',
      { cause: thrown },
    );
  }
}
