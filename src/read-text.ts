import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { GateError, messageOf } from './errors.js';

/** A configuration or report is text of a bounded size. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The text of a file that the user named.
 * @param label The file as the user named it.
 * @throws GateError of that kind.
 */
export async function readText(
  file: string,
  kind: 'config' | 'report' | 'usage',
  label: string,
): Promise<string> {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new RangeError('larger than 512 MiB');
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new GateError(
      kind,
      existsSync(file) ? `${label} cannot be read: ${messageOf(cause)}.` : `There is no file ${label}.`,
      'Check the path.',
      { cause },
    );
  }
}
