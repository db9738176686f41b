/** Text of a file that somebody else may have put there: a regular file of a bounded size, and no link. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { GateError, messageOf } from './errors.js';

export interface FileBounds {
  readonly mostBytes: number;
  /** What to do about a file that is none to be read. */
  readonly unlike: string;
  /** What to do about a file that is not there or may not be read. */
  readonly unreadable: string;
}

/**
 * @param file Absolute.
 * @param label The file as the user named it.
 * @throws GateError of kind `report`.
 */
export async function readRegularFile(
  file: string,
  label: string,
  { mostBytes, unlike, unreadable }: FileBounds,
): Promise<string> {
  const refused = (fault: string): GateError => new GateError('report', `${label} ${fault}.`, unlike);
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ELOOP') throw refused('is a link, which is not followed');
    throw new GateError(
      'report',
      code === 'ENOENT' ? `There is no file ${label}.` : `${label} cannot be read: ${messageOf(cause)}.`,
      unreadable,
      { cause },
    );
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw refused('is no regular file');
    if (stats.size > mostBytes) throw refused(`is larger than ${mostBytes / 1024 / 1024} MiB`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
