/** The event that started the workflow, narrowed to what the gate needs. Nothing in the payload is trusted. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GateError } from '../errors.js';
import type { RevisionEvent } from '../revisions/refs.js';

type PullRequestEvent = Extract<RevisionEvent, { kind: 'pull_request' }>;
type PushEvent = Extract<RevisionEvent, { kind: 'push' }>;

/** What the event says of a pull request beside its commits. It may be stale by the time it is read. */
export interface PullRequestTold {
  /** A pull request from a fork is one whose head lives in another repository, or in one that was deleted. */
  readonly fork: boolean;
  /** Whether anybody may open one: the repository that it would be merged into is known to be public. */
  readonly isPublic: boolean;
  /** `owner/name` of the head's repository; null for one that was deleted. */
  readonly headRepository: string | null;
  readonly title: string;
  readonly body: string;
  /** When the pull request was as the event says, ISO 8601; null when it does not say. */
  readonly updatedAt: string | null;
  /** The label that was put on, when that is what happened. */
  readonly labelled: string | null;
  readonly labels: readonly string[];
}

/** What the event says of a push beside its commits. */
export interface PushTold {
  readonly onDefaultBranch: boolean;
}

export type ActionEvent =
  | Exclude<RevisionEvent, PullRequestEvent | PushEvent>
  | (PullRequestEvent & PullRequestTold)
  | (PushEvent & PushTold);

/** A workflow run on a pull request has ended, and this one, which has permissions, was started by that. */
export interface PullRequestRun {
  readonly kind: 'workflow_run';
  readonly id: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name` of the branch's repository, which may be a fork. */
  readonly headRepository: string;
  readonly headOwner: string;
  /** Of this repository. */
  readonly defaultBranch: string;
  /** ISO 8601, by GitHub's clock. */
  readonly endedAt: string;
}

/** What can start a workflow. */
export type ToldEvent = ActionEvent | PullRequestRun;

type ToldPullRequest = Extract<ActionEvent, { kind: 'pull_request' }>;

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const ref = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^\P{Cc}+$/u);
const NO_COMMIT = /^0+$/;
const repository = z.object({ full_name: z.string(), private: z.boolean().optional() });
const label = z.object({ name: z.string() });

const PAYLOADS = {
  pull_request: z
    .object({
      action: z.string().optional(),
      label: label.optional(),
      pull_request: z.object({
        number: z.int().positive(),
        title: z.string().default(''),
        body: z.string().nullish(),
        updated_at: z.string().optional(),
        labels: z.array(label).default([]),
        base: z.object({ ref, sha, repo: repository }),
        head: z.object({ ref, sha, repo: repository.nullable() }),
      }),
    })
    .transform(({ action, label: put, pull_request: { number, base, head, ...told } }): ToldPullRequest => ({
      kind: 'pull_request',
      number,
      baseRef: base.ref,
      baseSha: base.sha,
      headRef: head.ref,
      headSha: head.sha,
      fork: head.repo?.full_name !== base.repo.full_name,
      isPublic: base.repo.private === false,
      headRepository: head.repo?.full_name ?? null,
      title: told.title,
      body: told.body ?? '',
      updatedAt: told.updated_at ?? null,
      labelled: action === 'labeled' ? (put?.name ?? null) : null,
      labels: told.labels.map(({ name }) => name),
    })),
  push: z
    .object({
      ref,
      before: sha,
      after: sha,
      repository: z.object({ default_branch: ref.optional() }).optional(),
    })
    .transform((push): ActionEvent => ({
      kind: 'push',
      ref: push.ref,
      beforeSha: NO_COMMIT.test(push.before) ? null : push.before,
      afterSha: NO_COMMIT.test(push.after) ? null : push.after,
      onDefaultBranch: push.ref === `refs/heads/${push.repository?.default_branch ?? ''}`,
    })),
  merge_group: z
    .object({ merge_group: z.object({ base_ref: ref, base_sha: sha, head_ref: ref, head_sha: sha }) })
    .transform(({ merge_group: group }): ActionEvent => ({
      kind: 'merge_group',
      baseRef: group.base_ref,
      baseSha: group.base_sha,
      headRef: group.head_ref,
      headSha: group.head_sha,
    })),
  workflow_dispatch: z.object({}).transform((): ActionEvent => ({ kind: 'workflow_dispatch' })),
  workflow_run: z
    .object({
      workflow_run: z.object({
        id: z.int().positive(),
        run_attempt: z.int().positive().default(1),
        event: z.literal('pull_request', 'the run that ended was not on pull_request'),
        head_sha: sha,
        head_branch: ref,
        head_repository: z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) }),
        updated_at: z.iso.datetime(),
      }),
      repository: z.object({ default_branch: ref }),
    })
    .transform(({ workflow_run: run, repository: { default_branch: defaultBranch } }): PullRequestRun => ({
      kind: 'workflow_run',
      id: run.id,
      attempt: run.run_attempt,
      headSha: run.head_sha,
      headBranch: run.head_branch,
      headRepository: run.head_repository.full_name,
      headOwner: run.head_repository.owner.login,
      defaultBranch,
      endedAt: run.updated_at,
    })),
} as const;

/**
 * @param name `GITHUB_EVENT_NAME`; undefined outside of Actions.
 * @param payload The event as GitHub wrote it.
 * @throws GateError of kind `usage` for `pull_request_target` and for a payload that does not fit its name.
 */
export function parseEvent(name: string | undefined, payload: unknown): ToldEvent {
  if (name === 'pull_request_target') {
    throw new GateError(
      'usage',
      'The workflow runs on pull_request_target, where a pull request from anybody could use its write token and secrets.',
      'Use "on: pull_request"; docs/forks.md tells how a pull request from a fork gets its comment all the same.',
    );
  }
  if (name === undefined || !Object.hasOwn(PAYLOADS, name)) return { kind: 'none' };
  const parsed = PAYLOADS[name as keyof typeof PAYLOADS].safeParse(payload);
  if (parsed.success) return parsed.data;
  throw unlike(`The payload of the ${name} event`, parsed.error);
}

/**
 * A pull request as GitHub's API describes it, which is how events do.
 * @throws GateError of kind `usage`.
 */
export function parsePullRequest(document: unknown): ToldPullRequest {
  const parsed = PAYLOADS.pull_request.safeParse({ pull_request: document });
  if (parsed.success) return parsed.data;
  throw unlike('A pull request', parsed.error);
}

function unlike(what: string, { issues: [fault] }: z.ZodError): GateError {
  return new GateError(
    'usage',
    `${what} is not as GitHub describes it: ${fault?.path.join('.') ?? ''}: ${fault?.message ?? ''}.`,
    'Check GITHUB_EVENT_NAME and GITHUB_EVENT_PATH if you set them yourself.',
  );
}

/**
 * Reads the event that the runner's variables tell of.
 * @param env Reads `GITHUB_EVENT_NAME` and `GITHUB_EVENT_PATH`.
 * @throws GateError of kind `usage`.
 */
export async function readEvent(env: Readonly<Record<string, string | undefined>>): Promise<ToldEvent> {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = env;
  if (name === undefined || name === '') return { kind: 'none' };
  let payload: unknown = null;
  if (file !== undefined && file !== '') {
    try {
      payload = JSON.parse(await readFile(file, 'utf8'));
    } catch (cause) {
      throw new GateError(
        'usage',
        `The event payload ${file} cannot be read as JSON.`,
        'GITHUB_EVENT_PATH must name the file that the runner wrote.',
        { cause },
      );
    }
  }
  return parseEvent(name, payload);
}
