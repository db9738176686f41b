/** `history`: what models cost over commits, from the file that pushes append to. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, type ExitStatus, GateError, messageOf } from '../errors.js';
import { appendToFolder, readHistoryFile } from '../history/folder.js';
import { HISTORY_FILE, readHistory } from '../history/lines.js';
import { recordsOf } from '../history/records-of.js';
import { type Series, seriesOf, type Wanted } from '../history/series.js';
import { documentOf } from '../json-document.js';
import { readText } from '../read-text.js';
import { historyTable } from '../render/history-table.js';
import { plural } from '../render/plural.js';
import { parseReport } from '../report.js';
import { requireRepository } from '../revisions/commits.js';
import { createGit } from '../revisions/git-process.js';
import { resolveCommit } from '../revisions/remote.js';
import { readTextAt } from '../revisions/text.js';
import type { CommandContext } from './context.js';

export interface HistoryFlags extends Wanted {
  readonly folder?: string;
  readonly file?: string;
  readonly branch?: string;
  readonly append?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const USUAL_BRANCH = 'efficiency-history';
const MOST_BYTES = 64 * 1024 * 1024;

/** Passing, whatever the history holds: it is no gate. */
export async function historyCommand(context: CommandContext, flags: HistoryFlags): Promise<ExitStatus> {
  const { stdout, colour, width, cwd, logger } = context;
  const { folder, file, branch, append, out, json = false } = flags;
  if ([folder, file, branch].filter((place) => place !== undefined).length > 1)
    throw new GateError(
      'usage',
      'A history is read from one place.',
      'Give one of --folder, --file, --branch.',
    );
  if (append !== undefined) await appendReport(append, flags, context);
  const { records, notes } = readHistory(await textOf(flags, context));
  const series = seriesOf(records, flags);
  if (series.length === 0 && records.length > 0) throw nothingOf(flags, seriesOf(records));
  stdout.write(json ? documentOf({ series, notes }) : historyTable(series, notes, { colour, width }));
  for (const note of json ? notes : []) logger.warning(note);
  if (out !== undefined) {
    // Loaded late, as the plotting library takes longer to load than all else together.
    const { renderHistory } = await import('../render/html/history-page.js');
    const page = path.join(path.resolve(cwd, out), 'history.html');
    await writePage(page, renderHistory(series, notes));
    logger.info(`Written: ${page}`);
  }
  return EXIT.passed;
}

async function appendReport(
  file: string,
  { folder }: HistoryFlags,
  { cwd, logger }: CommandContext,
): Promise<void> {
  if (folder === undefined)
    throw new GateError('usage', '--append goes with --folder.', 'Name the folder of the history.');
  const report = parseReport(await readText(path.resolve(cwd, file), 'report', file), file);
  const records = recordsOf(report);
  if (records.length === 0) {
    throw new GateError(
      'report',
      `${file} has nothing for a history: ${report.head.sha === null ? 'its head is no commit' : 'no model was compared or is new'}.`,
      'Give the report of a push: of the action, or of efficiency-gate pr in a repository.',
    );
  }
  const dropped = await appendToFolder(path.resolve(cwd, folder), records);
  logger.info(`Appended: ${plural(records.length, 'model')} at ${report.head.sha?.slice(0, 10) ?? ''}.`);
  if (dropped > 0) logger.notice(`The oldest ${dropped} lines gave way.`);
}

async function textOf(
  { folder, file, branch = USUAL_BRANCH }: HistoryFlags,
  { cwd, env, signal }: CommandContext,
): Promise<string> {
  if (folder !== undefined)
    return readHistoryFile(path.resolve(cwd, folder, HISTORY_FILE), path.join(folder, HISTORY_FILE));
  if (file !== undefined) return readHistoryFile(path.resolve(cwd, file), file);
  const git = createGit({ folder: cwd, env, signal });
  await requireRepository(git);
  const text = await readTextAt(git, await resolveCommit(git, branch), HISTORY_FILE, MOST_BYTES);
  if (text !== null) return text;
  throw new GateError(
    'revision',
    `The branch ${branch} has no ${HISTORY_FILE}.`,
    'Name the branch of the input history-branch, or give --folder or --file.',
  );
}

function nothingOf({ model, indicator }: Wanted, all: readonly Series[]): GateError {
  const models = [...new Set(all.map((series) => series.model))];
  if (model !== undefined && !models.includes(model)) {
    return new GateError(
      'usage',
      `The history has no model ${JSON.stringify(model)}.`,
      `Give --model one of: ${some(models)}.`,
    );
  }
  const known = [...new Set(all.map((series) => series.indicator))];
  return new GateError(
    'usage',
    `The history has no indicator ${JSON.stringify(indicator)}${model === undefined ? '' : ' of that model'}.`,
    `Give --indicator one of: ${some(known)}.`,
  );
}

const MOST_NAMED = 30;
const some = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');

async function writePage(file: string, html: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, html);
  } catch (cause) {
    throw new GateError(
      'publish',
      `${file} cannot be written: ${messageOf(cause)}.`,
      'Name another folder with --out.',
      { cause },
    );
  }
}
