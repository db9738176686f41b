/** Files of a model on disk: the one place of this stage that opens any. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { GateError } from '../errors.js';
import type { ReadAt } from './byte-source.js';
import { FormatFault, quote } from './format-fault.js';

/** A file, and what to call it in messages: the user knows a copy by the path of its original. */
export interface Source {
  readonly file: string;
  readonly label: string;
}

/** External data must be what it seems: a link could lead anywhere, and ONNX Runtime refuses links as well. */
export function refuseIndirection({ file, label }: Source, location: string): void {
  const refusal = `${label} needs the external data ${quote(location)}, which cannot be read`;
  let place = path.dirname(file);
  const segments = location.split('/');
  for (const [index, segment] of segments.entries()) {
    place = path.join(place, segment);
    const stats = attemptSystem(refusal, () => lstatSync(place, { throwIfNoEntry: false }));
    if (stats === undefined) {
      throw new GateError(
        'model',
        `${label} needs the external data ${quote(location)}, which is missing.`,
        'Put the file beside the model as it was exported, or fetch it (git lfs pull).',
      );
    }
    const expected = index < segments.length - 1 ? stats.isDirectory() : stats.isFile();
    if (!expected) {
      throw new FormatFault(
        'invalid',
        `has external data at ${quote(location)}, which is no regular file in its folder`,
      );
    }
  }
}

/**
 * Opens a regular file for as long as it is used.
 * @param refusal How a message begins that says why it cannot be read.
 * @throws GateError of kind `model`.
 */
export function withFile<Result>(
  file: string,
  refusal: string,
  use: (size: number, readAt: ReadAt) => Result,
): Result {
  // Not blocking, so that a pipe that nobody writes to does not hang the reader.
  const descriptor = attemptSystem(refusal, () => openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      throw new GateError('model', `${refusal}: it is no regular file.`, 'Give the path of a file.');
    return use(stats.size, (target, position) =>
      attemptSystem(refusal, () => readSync(descriptor, target, 0, target.length, position)),
    );
  } finally {
    closeSync(descriptor);
  }
}

function attemptSystem<Result>(refusal: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    const why = code === 'ENOENT' ? 'there is no such file' : String(code ?? cause);
    throw new GateError('model', `${refusal}: ${why}.`, 'Check the path and the permissions.', { cause });
  }
}
