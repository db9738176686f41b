/** The part of GitHub that the server remembers: pull requests by number, each with its comments. */
import type { Operation } from './description.js';

/** The token's owner, as GitHub knows it. `GITHUB_TOKEN` is the bot `github-actions[bot]`. */
export interface Account {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly user: Account;
  body: string;
  /** How often it was edited. */
  edits: number;
}

/** A failure to play. With `afterEffect` the request is carried out first, as when an answer is lost. */
export interface Fault {
  readonly operation: Operation;
  readonly status: number;
  readonly message: string;
  /** How many requests fail; every one when left out. */
  times?: number;
  readonly afterEffect?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** What becomes of the answer on its way; it arrives when left out. */
  readonly network?: NetworkFault;
}

/**
 * `silence`: not a byte comes; `stall`: the body stops half-way and the connection stays; `reset`: the connection breaks;
 * `truncated`: half of the body, sent as if it were all of it; `html`: a page of a proxy instead.
 */
export type NetworkFault = 'silence' | 'stall' | 'reset' | 'truncated' | 'html';

/** A comment in the shape of GitHub's `issue-comment` schema. */
export function commentDocument(comment: Comment, apiUrl: string, repository: string): object {
  const url = `${apiUrl}/repos/${repository}/issues`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${url}/comments/${comment.id}`,
    html_url: `https://github.com/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${url}/${comment.issue}`,
    body: comment.body,
    user: accountDocument(comment.user, apiUrl),
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    author_association: 'NONE',
    performed_via_github_app: null,
  };
}

/** An account in the shape of GitHub's `simple-user` schema. */
export function accountDocument(account: Account, apiUrl: string): object {
  const url = `${apiUrl}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: 1,
    node_id: 'U_1',
    avatar_url: 'https://avatars.githubusercontent.com/u/1',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(account.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

/** What `GET /user` adds to an account (schema `public-user`). */
export function viewerDocument(account: Account, apiUrl: string): object {
  return {
    ...accountDocument(account, apiUrl),
    user_view_type: 'public',
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}
