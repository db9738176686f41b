/** Publishes a report in a workflow run: files, step outputs, job summary, check run, and the comment in the pull request. */
import { GateError } from '../errors.js';
import type { GateReport } from '../report.js';
import type { RenderedCheck } from '../render/check.js';
import { type CheckOutcome, type CheckTarget, publishCheck } from './check.js';
import { publishComment, type CommentOutcome, type WriteComment } from './comment.js';
import { writeFiles, type Rendered } from './files.js';
import { fit, SUMMARY_BYTES } from './fit.js';
import type { GitHubClient } from './github-client.js';
import { figureOutputs, fileOutputs } from './outputs.js';
import type { CommentTarget } from './own-comments.js';
import { unpublished } from '../render/unpublished.js';

export interface Renderers {
  comment(report: GateReport, context: { readonly reportUrl?: string; readonly earlier?: string }): string;
  summary(report: GateReport): string;
  html(report: GateReport): Promise<string>;
  badge(report: GateReport): Rendered['badge'];
  badges(report: GateReport): Rendered['badges'];
  check(report: GateReport): RenderedCheck;
}

/** What the runner takes from a step. */
export interface StepResults {
  setOutput(name: string, value: string): void;
  /** Markdown of at most 1 MiB. */
  writeSummary(markdown: string): Promise<void>;
}

/** When to comment: `on-change` whenever the pull request touches a model, `required` fails if it cannot. */
export const COMMENT_POLICIES = ['on-change', 'on-failure', 'always', 'never', 'required'] as const;
export type CommentPolicy = (typeof COMMENT_POLICIES)[number];

/** The pull request to comment in, and how to reach it. */
export interface Conversation {
  readonly target: CommentTarget;
  /** Null without a token. */
  readonly connect: (() => Promise<GitHubClient>) | null;
}

export interface Publication {
  readonly renderers: Renderers;
  readonly step: StepResults;
  /** Absolute path of the folder for the files. */
  readonly folder: string;
  readonly policy: CommentPolicy;
  /** Null when the event is no pull request. */
  readonly conversation: Conversation | null;
  /** The commit to report a check run on; null when none was asked for. */
  readonly checkedSha: string | null;
  /** Where a reader finds the job summary. */
  readonly reportUrl: string | undefined;
}

/** Null where nothing was due. */
export interface Published {
  readonly check: CheckOutcome | null;
  readonly comment: CommentOutcome | null;
}

/**
 * The comment comes last, so that everything else is there whatever GitHub answers. What could not be published is said
 * in the summary as well.
 * @returns what became of the check run and of the comment.
 * @throws GateError of kind `publish` when the files cannot be written or a required comment was not posted.
 */
export async function publishReport(report: GateReport, publication: Publication): Promise<Published> {
  const { renderers, step, folder, policy, conversation, reportUrl, checkedSha } = publication;
  const write: WriteComment = (earlier) =>
    renderers.comment(report, {
      ...(reportUrl === undefined ? {} : { reportUrl }),
      ...(earlier === undefined ? {} : { earlier }),
    });
  const comment = write();
  const files = await writeFiles(folder, report, {
    html: await renderers.html(report),
    comment,
    badge: renderers.badge(report),
    badges: renderers.badges(report),
  });
  for (const [name, value] of Object.entries({ ...figureOutputs(report), ...fileOutputs(files) })) {
    step.setOutput(name, value);
  }
  await step.writeSummary(
    fit(renderers.summary(report), SUMMARY_BYTES, 'The whole report is in report.json.'),
  );
  if (conversation === null) return { check: null, comment: null };
  const check =
    checkedSha === null
      ? null
      : await checkOff(conversation, { headSha: checkedSha, detailsUrl: reportUrl }, renderers.check(report));
  const outcome = policy === 'never' ? null : await converse(conversation, write, calls(policy, report));
  if (outcome !== null && 'url' in outcome) step.setOutput('comment-url', outcome.url);
  const faults = [check, outcome].flatMap((one) => (one !== null && 'message' in one ? [one.message] : []));
  if (faults.length > 0) await step.writeSummary(unpublished(faults));
  if (policy === 'required' && outcome !== null && 'message' in outcome) {
    throw new GateError(
      'publish',
      outcome.message,
      'Grant the permission, or leave "comment: required" out so that the gate stands without its comment.',
    );
  }
  return { check, comment: outcome };
}

async function checkOff(
  { connect, target: { owner, repo, key } }: Conversation,
  commit: Pick<CheckTarget, 'headSha' | 'detailsUrl'>,
  check: RenderedCheck,
): Promise<CheckOutcome> {
  if (connect === null)
    return { status: 'denied', message: 'There is no check run: the input github-token is empty.' };
  return publishCheck(await connect(), { owner, repo, key, ...commit }, check);
}

/** Whether the report calls for a comment where there is none yet. One that is there is always kept current. */
function calls(policy: CommentPolicy, report: GateReport): boolean {
  if (policy === 'always') return true;
  if (policy === 'on-failure') return report.gate.conclusion !== 'passed';
  return report.models.some(({ status }) => status !== 'identical');
}

async function converse(
  { connect, target }: Conversation,
  write: WriteComment,
  create: boolean,
): Promise<CommentOutcome> {
  if (connect === null) {
    return { status: 'denied', message: 'The comment was not posted: the input github-token is empty.' };
  }
  return publishComment(await connect(), target, write, create);
}
