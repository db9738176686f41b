/** The files for later steps: the report, its page, the comment, the badge. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
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
  try {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(path.join(folder, '.draft-'));
    try {
      for (const [name, content] of Object.entries(contents)) {
        for (const parent of [draft, folder])
          await mkdir(path.dirname(path.join(parent, name)), { recursive: true });
        await writeFile(path.join(draft, name), content);
        await rename(path.join(draft, name), path.join(folder, name));
      }
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (cause) {
    throw new GateError(
      'publish',
      `The report cannot be written to ${folder}: ${messageOf(cause)}.`,
      'Name a folder that this job may write to in output-folder.',
      { cause },
    );
  }
  return {
    report: path.join(folder, 'report.json'),
    html: path.join(folder, 'report.html'),
    comment: path.join(folder, 'comment.md'),
    badge: path.join(folder, 'badge.svg'),
    badgeEndpoint: path.join(folder, 'badge.json'),
  };
}
