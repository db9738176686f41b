/** Git LFS: pointers are recognised, and resolved by git-lfs where it is installed. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { GateError } from '../errors.js';
import { MAX_BLOB_BYTES, tooLarge } from './blob.js';
import { GitFailure, type Git } from './git.js';

export interface LfsPointer {
  /** Of the content, hexadecimal. */
  readonly sha256: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** A pointer is smaller than this (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export const POINTER_BYTES = 1024;
const VERSION = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n/;
const DOWNLOAD_TIMEOUT_S = 1800;

/** What a file points to; null when it is no pointer. */
export function parsePointer(bytes: Uint8Array): LfsPointer | null {
  if (bytes.length >= POINTER_BYTES) return null;
  const text = Buffer.from(bytes).toString('latin1');
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
  const size = /^size (\d{1,15})$/m.exec(text)?.[1];
  if (!VERSION.test(text) || sha256 === undefined || size === undefined) return null;
  return { sha256, size: Number(size) };
}

/**
 * Writes what a pointer stands for to a new file, downloading it if need be.
 * @param pointer The pointer's own bytes.
 * @param label What the content is, for messages.
 * @throws GateError of kind `revision`.
 */
export async function writePointed(
  git: Git,
  pointer: Uint8Array,
  file: string,
  label: string,
): Promise<void> {
  const promised = parsePointer(pointer);
  if (promised === null) throw new TypeError(`${label} is no LFS pointer`);
  if (promised.size > MAX_BLOB_BYTES) throw tooLarge(label, promised.size);
  await requireLfs(git, label);
  const into = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    // The pointer itself comes back when the object cannot be had and LFS is told not to mind.
    const maxBytes = Math.max(promised.size, POINTER_BYTES);
    await git(['lfs', 'smudge'], { input: pointer, into, maxBytes, timeoutS: DOWNLOAD_TIMEOUT_S });
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw unresolved(label, 'git-lfs could not get it', cause);
  }
  const { size } = await stat(file);
  if (size !== promised.size)
    throw unresolved(label, `git-lfs gave ${size} bytes instead of ${promised.size}`);
  if ((await sha256Of(file)) !== promised.sha256)
    throw unresolved(label, 'what git-lfs gave has another SHA-256');
}

async function requireLfs(git: Git, label: string): Promise<void> {
  try {
    await git(['lfs', 'version']);
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new GateError(
      'revision',
      `${label} is a Git LFS pointer, and git-lfs is not installed.`,
      'Install git-lfs, and check out with "lfs: true" in actions/checkout.',
      { cause },
    );
  }
}

const unresolved = (label: string, why: string, cause?: GitFailure): GateError =>
  new GateError(
    'revision',
    `${label} is a Git LFS pointer that could not be resolved: ${why}${cause === undefined ? '' : ` (${cause.message})`}.`,
    'Check out with "lfs: true" in actions/checkout, or run "git lfs fetch --all" in the repository.',
    { cause },
  );

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
