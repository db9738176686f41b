/** The file that a profiled run loads. */
import { copyFile, link, mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from './errors.js';
import type { Model } from './onnx/graph.js';
import { profileProbe } from './onnx/profile-probe.js';
import { externalDataLocations } from './onnx/reader.js';

/**
 * Writes a copy of the graph with names of our own, whose weights are in the model's own file, which is linked or
 * copied beside it.
 * @param folder Private, with a name that no file of the model has.
 * @returns the path of the copy.
 * @throws GateError of kind `model` when the weights are stored in a way that allows no copy.
 */
export async function writeProbeFile(
  model: Model,
  file: string,
  label: string,
  folder: string,
): Promise<string> {
  const probe = profileProbe(model);
  if (probe.status === 'impossible') {
    throw new GateError('model', `${label}: ${probe.reason}.`, 'Save its weights as raw data.');
  }
  for (const name of [path.basename(file), ...(await externalDataLocations(file, label))]) {
    await placeBeside(path.join(path.dirname(file), name), path.join(folder, name));
  }
  // A name that no file of the model has.
  const probeFile = path.join(folder, `${path.basename(folder)}.profile.onnx`);
  await writeFile(probeFile, probe.bytes);
  return probeFile;
}

async function placeBeside(file: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  // A hard link to a symbolic link would be one, which the runtime takes no weights from.
  const source = await realpath(file);
  await link(source, target).catch(() => copyFile(source, target));
}
