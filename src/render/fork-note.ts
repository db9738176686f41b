import type { GateReport } from '../report.js';

/** Said of what a fork's own run measured; null of anything else. */
export function forkNote({ pullRequest }: Pick<GateReport, 'pullRequest'>): string | null {
  return pullRequest?.fork === true
    ? "Measured by a job that ran the fork's code: its samples are the fork's word. The verdicts were computed from them."
    : null;
}

/** The same behind a headline or a title. */
export const forkSuffix = (report: Pick<GateReport, 'pullRequest'>): string =>
  forkNote(report) === null ? '' : " (a fork's own samples)";
