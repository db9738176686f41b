/**
 * A model from a folder that a pull request could write to, as files of our own. ONNX Runtime follows a model that is
 * a symbolic link and reads external data that is a hard link, wherever they lead: what it is given here is neither.
 */
import { createWriteStream } from 'node:fs';
import { constants, lstat, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GateError } from './errors.js';
import { externalDataLocations } from './onnx/reader.js';

/**
 * @param root The folder that nothing may lead out of.
 * @param place Of the model in it, with slashes; messages call it so.
 * @param folder Private and empty.
 * @returns the path of the copy, with its external data beside it.
 * @throws GateError of kind `model` for what is no regular file of that folder alone.
 */
export async function copyModel(root: string, place: string, folder: string): Promise<string> {
  const name = path.posix.basename(place);
  const copy = path.join(folder, name);
  await copyRegular(root, place, copy, place);
  const locations = new Set(await externalDataLocations(copy, place));
  locations.delete(name);
  for (const location of locations) {
    const target = path.join(folder, ...location.split('/'));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const source = path.posix.join(path.posix.dirname(place), location);
    await copyRegular(
      root,
      source,
      target,
      `${place} has external data at ${JSON.stringify(location)}, which`,
    );
  }
  return copy;
}

/** @param subject How a message begins that says what is wrong. */
async function copyRegular(root: string, place: string, target: string, subject: string): Promise<void> {
  const refuse = (why: string, next: string): GateError => new GateError('model', `${subject} ${why}.`, next);
  const segments = place.split('/');
  let file = root;
  for (const [index, segment] of segments.entries()) {
    file = path.join(file, segment);
    const found = await lstat(file).catch(() => null);
    if (found === null)
      throw refuse('is missing', 'Put it where it is expected, or fetch it (git lfs pull).');
    const isLast = index === segments.length - 1;
    if (isLast ? !found.isFile() : !found.isDirectory())
      throw refuse(`is no regular file: ${kindOf(found)} is in the way`, 'Put the file itself there.');
  }
  // Not blocking and not following, should it have been exchanged since.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const handle = await open(file, flags).catch((cause: unknown) => {
    throw refuse(`cannot be read: ${String(cause)}`, 'Check the permissions.');
  });
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) throw refuse('is no regular file', 'Put the file itself there.');
    if (opened.nlink !== 1) {
      throw refuse(
        'is a hard link, which could lead to any file of this machine',
        'Copy the file instead of linking it.',
      );
    }
    const content = handle.createReadStream({ autoClose: false });
    await pipeline(content, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } finally {
    await handle.close();
  }
}

function kindOf(found: Awaited<ReturnType<typeof lstat>>): string {
  if (found.isSymbolicLink()) return 'a symbolic link';
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isFile() ? 'a file' : 'a device or socket';
}
