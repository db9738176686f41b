/** A small text file as it is in a commit, such as the configuration. */
import { posix } from 'node:path';
import { GateError } from '../errors.js';
import { blobSize, readBlob } from './blob.js';
import type { Git } from './git.js';
import { parseTree } from './tree.js';

const MAX_TEXT_BYTES = 256 * 1024;

/**
 * @param sha A full commit id.
 * @param file From the root, with slashes.
 * @param mostBytes 256 KiB when left out.
 * @returns null when the commit has no such file.
 * @throws GateError of kind `revision` for what is no regular file, and for more bytes than that.
 */
export async function readTextAt(
  git: Git,
  sha: string,
  file: string,
  mostBytes: number = MAX_TEXT_BYTES,
): Promise<string | null> {
  const path = posix.normalize(file);
  if (path.startsWith('../') || posix.isAbsolute(path)) return null;
  const { stdout } = await git(['ls-tree', '-r', '-z', '--full-tree', sha, '--', path]);
  const entry = parseTree(stdout).get(path);
  if (entry === undefined) return null;
  const place = `${path} at ${sha.slice(0, 7)}`;
  if (entry.kind !== 'file') {
    throw new GateError('revision', `${place} is a ${entry.kind}, not a file.`, 'Commit a regular file.');
  }
  if ((await blobSize(git, entry.oid)) > mostBytes) {
    throw new GateError(
      'revision',
      `${place} is larger than ${mostBytes / 1024} KiB.`,
      'Name the right file, or make it smaller.',
    );
  }
  const bytes = await readBlob(git, entry.oid, mostBytes);
  return bytes.toString('utf8');
}
