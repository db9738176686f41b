/** Tensors from files: NumPy's `.npy` and ONNX test data `.pb`. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import type { InputSettings } from './input-settings.js';
import type { TensorFile } from './fills.js';
import { parseNpy } from './npy.js';
import { firstLine } from './quotation.js';
import { parseTestData } from './test-data.js';
import { MAX_FEED_BYTES } from './tensor-types.js';
import type { TensorContent } from './tensor-types.js';

type Parser = (bytes: Buffer) => TensorContent;
const PARSERS: ReadonlyMap<string, Parser> = new Map<string, Parser>([
  ['.npy', parseNpy],
  ['.pb', parseTestData],
]);

/**
 * Reads a tensor from a file; the extension says how.
 * @throws GateError of kind `input`.
 */
export async function readTensorFile(file: string, label = file): Promise<TensorContent> {
  const parse = PARSERS.get(path.extname(file).toLowerCase());
  if (parse === undefined) {
    throw new GateError(
      'input',
      `${label} is no tensor file that is known here.`,
      `Give a file that ends in ${[...PARSERS.keys()].join(' or ')}.`,
    );
  }
  try {
    return parse(await readBounded(file));
  } catch (cause) {
    const why = cause instanceof Error ? firstLine(cause.message) : String(cause);
    throw new GateError(
      'input',
      `${label} cannot be used: ${why}.`,
      'Write the file again, or generate the input.',
      {
        cause,
      },
    );
  }
}

async function readBounded(file: string): Promise<Buffer> {
  // Not blocking, so that opening a pipe that nobody writes to returns.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > MAX_FEED_BYTES) throw new Error(`it is larger than ${MAX_FEED_BYTES / 2 ** 20} MiB`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Reads types and shapes of all tensor files that the settings name, for `planFeeds`.
 * @param folder What relative names are relative to.
 * @throws GateError of kind `input`.
 */
export async function readFeedFiles(
  settings: InputSettings,
  folder: string,
): Promise<Map<string, TensorFile>> {
  const labels = new Set(Object.values(settings.inputs).flatMap(({ file }) => file ?? []));
  const files = new Map<string, TensorFile>();
  for (const label of labels) {
    const file = path.resolve(folder, label);
    const { type, shape } = await readTensorFile(file, label);
    files.set(label, { path: file, type, shape });
  }
  return files;
}
