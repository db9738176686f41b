/** What a command answers with: a document or a table on standard output, files where asked, an exit status. */
import path from 'node:path';
import type { ExitStatus } from '../errors.js';
import { documentOf } from '../json-document.js';
import { writeFiles } from '../publish/files.js';
import { badgeFiles } from '../render/badge-files.js';
import { renderBadge } from '../render/badge.js';
import { renderComment } from '../render/comment.js';
import { renderTerminal } from '../render/terminal.js';
import { exitStatusOfReport, type GateReport } from '../report.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';

export async function answer(
  report: GateReport,
  { json = false, out }: Pick<Flags, 'json' | 'out'>,
  { stdout, colour, width, cwd, logger }: CommandContext,
): Promise<ExitStatus> {
  stdout.write(json ? documentOf(report) : renderTerminal(report, { colour, width }));
  for (const { problem } of json ? report.models : []) {
    if (problem !== null) logger.error(`${problem.message}\n  ${problem.next}`);
  }
  if (out !== undefined) {
    // Loaded late: most runs write no files, and the plotting library takes longer to load than all else together.
    const { renderHtml } = await import('../render/html/html-report.js');
    const rendered = {
      html: renderHtml(report),
      comment: renderComment(report, {}),
      badge: renderBadge(report),
      badges: badgeFiles(report),
    };
    const files = await writeFiles(path.resolve(cwd, out), report, rendered);
    logger.info(`Written: ${Object.values(files).join(', ')}`);
  }
  return exitStatusOfReport(report);
}
