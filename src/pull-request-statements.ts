/** What a pull request says, and who answers for it, learnt after measuring: its report is judged again with it. */
import { judgeAgain } from './conclude.js';
import type { GivenAcknowledgement } from './judge/acknowledgement.js';
import type { SourcedClaim } from './judge/claims/ruling.js';
import { claimsOfTexts, eachOnce, ofCommits } from './pull-request-claims.js';
import type { GateReport } from './report.js';

/** The pull request as it is now, or as its event told of it. */
export interface PullRequestState {
  readonly number: number;
  readonly headSha: string;
  readonly fork: boolean;
  readonly title: string;
  readonly body: string;
  /** The acknowledging label; null when it is not on. */
  readonly label: {
    readonly by: string | null;
    readonly at: string | null;
    readonly fault: string | null;
  } | null;
  readonly warnings: readonly string[];
}

/**
 * Title and description take the place of those that the report knew, and so does the label; commit messages and
 * waivers stay. Pure.
 */
export function withPullRequest(report: GateReport, state: PullRequestState): GateReport {
  const { number, headSha, fork, title, body, warnings } = state;
  const said: SourcedClaim[] = claimsOfTexts([
    { source: { kind: 'title', sha: null }, text: title },
    { source: { kind: 'body', sha: null }, text: body },
  ]);
  const standing = (report.acknowledgements ?? []).filter(({ kind }) => kind === 'waiver');
  return judgeAgain(report, report.policy, {
    pullRequest: { number, headSha, ...(fork ? { fork } : {}) },
    claims: eachOnce([...said, ...ofCommits(report.claims ?? [])]),
    acknowledgements: [...labelOf(report, state), ...standing],
    warnings: [...new Set([...report.warnings, ...warnings])],
  });
}

function labelOf({ policy }: GateReport, { label, headSha }: PullRequestState): GivenAcknowledgement[] {
  const name = policy.acknowledgeLabel ?? null;
  if (label === null || name === null) return [];
  const head = label.fault === null ? headSha : null;
  return [{ kind: 'label', label: name, by: label.by, at: label.at, head, fault: label.fault }];
}
