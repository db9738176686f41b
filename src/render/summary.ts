import type { GateReport } from '../report.js';
import { markdownReport } from './markdown-report.js';

/** GitHub takes 1 MiB from a step; a little is left for other writers of the same step. */
const SUMMARY_BYTES = 1024 * 1024 - 4096;

/** The job summary: what the comment says, with room for everything. */
export function renderSummary(report: GateReport): string {
  return markdownReport(report, { bytes: SUMMARY_BYTES, rest: 'report.json' });
}
