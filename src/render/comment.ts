import type { GateReport } from '../report.js';
import { markdownReport } from './markdown-report.js';
import { link } from './markdown.js';
import { writeVerdicts } from './past-verdicts.js';

/** GitHub takes 65,536 characters of a comment; 60,000 bytes are filled, and a part of them by what publishing adds. */
const COMMENT_BYTES = 59_000;

export interface CommentContext {
  /** Where the job summary is; what did not fit is looked for there. */
  readonly reportUrl?: string;
  /** The comment that this one takes the place of. */
  readonly earlier?: string;
}

/** The comment of a pull request, in GitHub's Markdown, at most 59,000 bytes. A function of its arguments alone. */
export function renderComment(report: GateReport, { reportUrl, earlier }: CommentContext = {}): string {
  const rest = `the ${link('job summary', reportUrl)} or report.json`;
  const verdicts = writeVerdicts(report);
  const bytes = COMMENT_BYTES - verdicts.length - 1;
  return `${markdownReport(report, { bytes, rest, earlier })}${verdicts}${verdicts === '' ? '' : '\n'}`;
}
