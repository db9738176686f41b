/** What a file of a commit holds: its blob, or what its Git LFS pointer stands for. */
import { GateError } from '../errors.js';
import { blobSize, readBlob, writeBlob } from './blob.js';
import { GitFailure, type Git } from './git.js';
import { parsePointer, POINTER_BYTES, writePointed } from './lfs.js';

/**
 * Writes the content to a new file.
 * @param label What it is, for messages: `models/a.onnx at 1234567`.
 * @throws GateError of kind `revision`.
 */
export async function writeContent(git: Git, oid: string, file: string, label: string): Promise<void> {
  try {
    if ((await blobSize(git, oid)) < POINTER_BYTES) {
      const bytes = await readBlob(git, oid, POINTER_BYTES);
      if (parsePointer(bytes) !== null) {
        await writePointed(git, bytes, file, label);
        return;
      }
    }
    await writeBlob(git, oid, file, label);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      'revision',
      `git cannot read ${label}: ${cause.message}.`,
      'Fetch the repository again, or check it with "git fsck".',
      { cause },
    );
  }
}
