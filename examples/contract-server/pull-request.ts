/** A pull request as the server remembers it: its text, its labels with who put them on, and who may write. */
import type { Account } from './conversation.js';

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface PullRequestState {
  title: string;
  body: string | null;
  headSha: string;
  headRef: string;
  /** `owner/name` of a fork; the repository itself when left out. */
  headRepository?: string;
  baseRef: string;
  baseSha: string;
  isOpen: boolean;
  /** On it now. */
  labels: string[];
  /** Every label that was ever put on, oldest first. */
  readonly labelled: { readonly label: string; readonly actor: Account | null; readonly at: string }[];
  /** By login; nobody else is a collaborator. */
  readonly permissions: Record<string, Permission>;
  /** Pushes to branches, newest first, as the repository's activity tells them. */
  readonly pushes: { readonly ref: string; readonly after: string; readonly at: string }[];
}

export function pullRequestState(given: Partial<PullRequestState> = {}): PullRequestState {
  return {
    title: 'A pull request',
    body: null,
    headSha: '0'.repeat(40),
    headRef: 'smaller-model',
    baseRef: 'main',
    baseSha: 'a'.repeat(40),
    isOpen: true,
    labels: [],
    labelled: [],
    permissions: {},
    pushes: [],
    ...given,
  };
}

type Json = Record<string, unknown>;
/** A document that fits GitHub's description of the answer, to be filled in. */
export type Sample = (operation: string) => unknown;

const sampleObject = (sample: Sample, operation: string): Json => sample(operation) as Json;
const firstOf = (sample: Sample, operation: string): Json => (sample(operation) as Json[])[0] ?? {};

export function pullRequestDocument(number: number, pull: PullRequestState, sample: Sample): object {
  const document = sampleObject(sample, 'pulls/get');
  const [label] = document.labels as Json[];
  return {
    ...document,
    number,
    title: pull.title,
    body: pull.body,
    state: 'open',
    head: { ...(document.head as Json), sha: pull.headSha },
    labels: pull.labels.map((name) => ({ ...label, name })),
  };
}

/** The same as an entry of a list, with both branches. */
export function listedPullRequest(
  number: number,
  pull: PullRequestState,
  repository: string,
  sample: Sample,
): object {
  const document = firstOf(sample, 'pulls/list');
  const [label] = document.labels as Json[];
  const side = (given: unknown, ref: string, sha: string, name: string): Json => ({
    ...(given as Json),
    ref,
    sha,
    repo: { ...((given as Json).repo as Json), full_name: name, private: false },
  });
  return {
    ...document,
    number,
    title: pull.title,
    body: pull.body,
    state: 'open',
    updated_at: '2026-03-01T09:00:00Z',
    head: side(document.head, pull.headRef, pull.headSha, pull.headRepository ?? repository),
    base: side(document.base, pull.baseRef, pull.baseSha, repository),
    labels: pull.labels.map((name) => ({ ...label, name })),
  };
}

/** `labeled` events alone, in the shape of `labeled-issue-event`. */
export function eventDocuments(pull: PullRequestState, account: (of: Account) => object): object[] {
  return pull.labelled.map(({ label, actor, at }, index) => ({
    id: index + 1,
    node_id: `LE_${index}`,
    url: `https://api.github.com/repos/acme/models/issues/events/${index + 1}`,
    actor: actor === null ? null : account(actor),
    event: 'labeled',
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
    label: { name: label, color: 'ededed' },
  }));
}

/** GitHub's older word for a role: maintainers write, and who triages reads. */
const LEGACY: Readonly<Record<Permission, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

export function permissionDocument(permission: Permission, user: object): object {
  return { permission: LEGACY[permission], role_name: permission, user };
}

export function activityDocuments(pull: PullRequestState, ref: string | undefined, sample: Sample): object[] {
  const document = firstOf(sample, 'repos/list-activities');
  return pull.pushes
    .filter((push) => ref === undefined || push.ref === ref)
    .map(({ ref: of, after, at }) => ({
      ...document,
      before: '0'.repeat(40),
      after,
      ref: of,
      timestamp: at,
      activity_type: 'push',
    }));
}
