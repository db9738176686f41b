/** What is written to a branch of its own is written on pushes to the default branch alone: no pull request decides it. */
import type { GateReport } from '../report.js';
import type { ActionEvent } from './event.js';

export interface Undue {
  readonly level: 'info' | 'notice';
  /** Without a full stop. */
  readonly reason: string;
}

/**
 * Why nothing is to be written; null where it is.
 * @param lacking What the report does not have, without a full stop; null where there is something to write.
 */
export function undueOnBranch(
  { gate }: Pick<GateReport, 'gate'>,
  event: ActionEvent,
  lacking: string | null,
): Undue | null {
  if (event.kind !== 'push' || !event.onDefaultBranch)
    return { level: 'info', reason: 'that is done on a push to the default branch alone' };
  if (lacking !== null) return { level: 'info', reason: lacking };
  if (gate.conclusion === 'error') return { level: 'notice', reason: 'the run was stopped by an error' };
  return null;
}

/** The repository that the job runs in; null where the runner does not tell. */
export function repositoryIn(
  env: Readonly<Record<string, string | undefined>>,
): { readonly owner: string; readonly repo: string } | null {
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  return owner === undefined || repo === undefined ? null : { owner, repo };
}
