/** What a command answers with: a document or a table on standard output, files where asked, an exit status. */
import path from 'node:path';
import type { ExitStatus } from '../errors.js';
import { documentOf } from '../json-document.js';
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
    const { writeReport } = await import('./write-report.js');
    const files = await writeReport(path.resolve(cwd, out), report);
    logger.info(`Written: ${Object.values(files).join(', ')}`);
  }
  return exitStatusOfReport(report);
}
