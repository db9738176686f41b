/** Where the command line finds ONNX Runtime: named by a flag, or installed beside this program. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { GateError } from '../errors.js';

const RUNTIME = 'onnxruntime-node';

/**
 * @param given The flag: a `node_modules` folder, or one that holds such a folder.
 * @param bundle The folder of the bundle.
 * @returns the folder `node_modules` that holds the runtime.
 * @throws GateError of kind `runtime`.
 */
export function runtimeModules(given: string | undefined, bundle: string): string {
  const searched = given === undefined ? [] : [given, path.join(given, 'node_modules')];
  const found = searched.find((folder) => existsSync(path.join(folder, RUNTIME, 'package.json')));
  if (found !== undefined) return path.resolve(found);
  if (given !== undefined) {
    throw new GateError(
      'runtime',
      `There is no ${RUNTIME} in ${given}.`,
      `Give --onnxruntime-path the node_modules folder in which "npm install --ignore-scripts ${RUNTIME}" put it.`,
    );
  }
  try {
    const entry = createRequire(path.join(bundle, 'cli.js')).resolve(`${RUNTIME}/package.json`);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new GateError(
      'runtime',
      `${RUNTIME} is not installed beside efficiency-gate.`,
      'Run "npm ci" in the checkout, or give --onnxruntime-path a folder that has it.',
      { cause },
    );
  }
}
