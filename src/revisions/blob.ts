/** File contents from git objects. Large ones go to disk as they come, never through the heap. */
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { GateError } from '../errors.js';
import type { Git } from './git.js';

/** Most bytes of one file. Larger than any model that a CI machine runs, smaller than its disk. */
export const MAX_BLOB_BYTES = 64 * 2 ** 30;
const BLOB_TIMEOUT_S = 1800;

/** Bytes of an object. A partial clone fetches it first. */
export async function blobSize(git: Git, oid: string): Promise<number> {
  const { stdout } = await git(['cat-file', '-s', '--end-of-options', oid], { timeoutS: BLOB_TIMEOUT_S });
  return Number(stdout.toString('latin1'));
}

/** A small object as it is. @throws GateError when it has more than `maxBytes`. */
export async function readBlob(git: Git, oid: string, maxBytes: number): Promise<Buffer> {
  const { stdout } = await git(['cat-file', 'blob', '--end-of-options', oid], { maxBytes });
  return stdout;
}

/**
 * Writes an object to a new file that only we may read.
 * @param label What the content is, for messages.
 * @throws GateError of kind `revision` when it is too large or arrives incomplete.
 */
export async function writeBlob(git: Git, oid: string, file: string, label: string): Promise<void> {
  const bytes = await blobSize(git, oid);
  if (bytes > MAX_BLOB_BYTES) throw tooLarge(label, bytes);
  await git(['cat-file', 'blob', '--end-of-options', oid], {
    into: createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    maxBytes: bytes,
    timeoutS: BLOB_TIMEOUT_S,
  });
  const { size } = await stat(file);
  if (size !== bytes) {
    throw new GateError(
      'revision',
      `git gave ${size} of the ${bytes} bytes of ${label}.`,
      'Check the repository with "git fsck", and that the disk is not full.',
    );
  }
}

export const tooLarge = (label: string, bytes: number): GateError =>
  new GateError(
    'revision',
    `${label} has ${bytes} bytes; more than ${MAX_BLOB_BYTES / 2 ** 30} GiB are not taken.`,
    'Compare such models with base-model and head-model, outside of git.',
  );
