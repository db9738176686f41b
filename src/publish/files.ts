/** The files for later steps: the report, its page, the comment, the badge. */
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GateError, messageOf } from '../errors.js';
import { documentOf } from '../json-document.js';
import type { GateReport } from '../report.js';

export interface Rendered {
  readonly html: string;
  readonly comment: string;
  readonly badge: { readonly svg: string; readonly endpoint: object };
  /** Of the repository and of each model, in a folder of their own; names of ours, without a folder in them. */
  readonly badges: readonly { readonly path: string; readonly content: string }[];
}

export interface WrittenFiles {
  readonly report: string;
  readonly html: string;
  readonly comment: string;
  readonly badge: string;
  readonly badgeEndpoint: string;
}

/** How a file gets its content: an argument, so that a full disk can be tried. */
export type WriteFile = (file: string, content: string) => Promise<void>;

/**
 * Writes `report.json` of a run that goes on, in place of the one before it. What an earlier run left in the folder
 * is removed: a page must not lie beside the report of another run.
 * @param folder Absolute; made when it is not there.
 * @throws GateError of kind `publish` when the folder cannot be written.
 */
export async function writeProgress(
  folder: string,
  report: GateReport,
  write: WriteFile = writeFile,
): Promise<void> {
  await attempt(folder, async () => {
    await mkdir(folder, { recursive: true });
    for (const name of ['report.html', 'comment.md', 'badge.svg', 'badge.json', 'badges'])
      await rm(path.join(folder, name), { recursive: true, force: true });
    for (const name of await readdir(folder))
      if (name.startsWith(DRAFT)) await rm(path.join(folder, name), { recursive: true, force: true });
  });
  await writeWhole(folder, { 'report.json': documentOf(report) }, write);
}

/** Of folders in which files are written before they take their names. */
const DRAFT = '.draft-';

/**
 * Writes `report.json`, `report.html`, `comment.md`, `badge.svg`, `badge.json` and the folder `badges`, each file whole or
 * not at all.
 * @param folder Absolute; made when it is not there.
 * @returns absolute paths.
 * @throws GateError of kind `publish` when the folder cannot be written.
 */
export async function writeFiles(
  folder: string,
  report: GateReport,
  rendered: Rendered,
): Promise<WrittenFiles> {
  const contents = {
    'report.json': documentOf(report),
    'report.html': rendered.html,
    'comment.md': rendered.comment,
    'badge.svg': rendered.badge.svg,
    'badge.json': documentOf(rendered.badge.endpoint),
    ...Object.fromEntries(rendered.badges.map(({ path: name, content }) => [`badges/${name}`, content])),
  };
  await writeWhole(folder, contents);
  return {
    report: path.join(folder, 'report.json'),
    html: path.join(folder, 'report.html'),
    comment: path.join(folder, 'comment.md'),
    badge: path.join(folder, 'badge.svg'),
    badgeEndpoint: path.join(folder, 'badge.json'),
  };
}

/**
 * Writes documents, each whole or not at all.
 * @param folder Absolute; made when it is not there.
 * @param documents By the name of the file.
 * @throws GateError of kind `publish` when the folder cannot be written.
 */
export function writeDocuments(folder: string, documents: Readonly<Record<string, unknown>>): Promise<void> {
  const contents = Object.entries(documents).map(([name, document]) => [name, documentOf(document)]);
  return writeWhole(folder, Object.fromEntries(contents) as Record<string, string>);
}

/** Each file whole or not at all: whoever reads while we write, or after we were killed, sees the one before. */
async function writeWhole(
  folder: string,
  contents: Readonly<Record<string, string>>,
  write: WriteFile = writeFile,
): Promise<void> {
  await attempt(folder, async () => {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(path.join(folder, DRAFT));
    try {
      for (const [name, content] of Object.entries(contents)) {
        for (const parent of [draft, folder])
          await mkdir(path.dirname(path.join(parent, name)), { recursive: true });
        await write(path.join(draft, name), content);
        await rename(path.join(draft, name), path.join(folder, name));
      }
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
}

async function attempt(folder: string, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } catch (cause) {
    const full = FULL.has((cause as NodeJS.ErrnoException).code ?? '');
    throw new GateError(
      'publish',
      `The report cannot be written to ${folder}: ${full ? 'the disk is full. ' : ''}${messageOf(cause)}.`,
      full
        ? 'Free space, or name a folder on another disk: output-folder in a workflow, --out on the command line.'
        : 'Name a folder that this job may write to: output-folder in a workflow, --out on the command line.',
      { cause },
    );
  }
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
