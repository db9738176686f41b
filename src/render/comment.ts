import type { GateReport } from '../report.js';
import { markdownReport } from './markdown-report.js';
import { link } from './markdown.js';

/** GitHub takes 65,536 characters of a comment; 60,000 bytes are filled, and a part of them by what publishing adds. */
const COMMENT_BYTES = 59_000;

/**
 * The comment of a pull request, in GitHub's Markdown, at most 59,000 bytes. A function of its arguments alone.
 * @param reportUrl Where the job summary is; what did not fit is looked for there.
 */
export function renderComment(
  report: GateReport,
  { reportUrl }: { readonly reportUrl?: string } = {},
): string {
  const rest = `the ${link('job summary', reportUrl)} or report.json`;
  return markdownReport(report, { bytes: COMMENT_BYTES, rest });
}
