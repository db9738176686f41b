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
 * @returns null when the commit has no such file.
 * @throws GateError of kind `revision` for what is no regular file, and for more than 256 KiB.
 */
export async function readTextAt(git: Git, sha: string, file: string): Promise<string | null> {
  const path = posix.normalize(file);
  if (path.startsWith('../') || posix.isAbsolute(path)) return null;
  const { stdout } = await git(['ls-tree', '-r', '-z', '--full-tree', sha, '--', path]);
  const entry = parseTree(stdout).get(path);
  if (entry === undefined) return null;
  const place = `${path} at ${sha.slice(0, 7)}`;
  if (entry.kind !== 'file') {
    throw new GateError('revision', `${place} is a ${entry.kind}, not a file.`, 'Commit a regular file.');
  }
  if ((await blobSize(git, entry.oid)) > MAX_TEXT_BYTES) {
    throw new GateError(
      'revision',
      `${place} is larger than ${MAX_TEXT_BYTES / 1024} KiB.`,
      'Name the right file, or make it smaller.',
    );
  }
  const bytes = await readBlob(git, entry.oid, MAX_TEXT_BYTES);
  return bytes.toString('utf8');
}
