/** Proof that two models are the same: SHA-256 over the model file and the external data that it refers to. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { externalDataLocations, readModel } from './onnx/reader.js';

/**
 * @param file The model file; its external data lies beside it.
 * @param label The model as the user knows it, for messages.
 * @returns 64 hex digits: the file's own digest when there is no external data.
 * @throws GateError of kind `model`.
 */
export async function digestModel(file: string, label: string): Promise<string> {
  const locations = [...(await externalDataLocations(file, label))].sort();
  // Reading refuses external data that is missing or no regular file, before a byte of it is digested.
  if (locations.length > 0) await readModel(file, label);
  const own = await digestFile(file);
  if (locations.length === 0) return own;
  const all = createHash('sha256').update(own);
  for (const location of locations) {
    all.update(`\n${location}\n`).update(await digestFile(path.join(path.dirname(file), location)));
  }
  return all.digest('hex');
}

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
