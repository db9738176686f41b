import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  withServices
} from "./chunk-W6X2LAOO.js";
import {
  writeProgress
} from "./chunk-6CFULFFL.js";
import {
  GateError
} from "./chunk-K3FV7RGY.js";

// src/terminal/machine.ts
import path2 from "node:path";

// src/terminal/runtime.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
var RUNTIME = "onnxruntime-node";
function runtimeModules(given, bundle) {
  const searched = given === void 0 ? [] : [given, path.join(given, "node_modules")];
  const found = searched.find((folder) => existsSync(path.join(folder, RUNTIME, "package.json")));
  if (found !== void 0) return path.resolve(found);
  if (given !== void 0) {
    throw new GateError(
      "runtime",
      `There is no ${RUNTIME} in ${given}.`,
      `Give --onnxruntime-path the node_modules folder in which "npm install --ignore-scripts ${RUNTIME}" put it.`
    );
  }
  try {
    const entry = createRequire(path.join(bundle, "cli.js")).resolve(`${RUNTIME}/package.json`);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new GateError(
      "runtime",
      `${RUNTIME} is not installed beside efficiency-gate.`,
      'Run "npm ci" in the checkout, or give --onnxruntime-path a folder that has it.',
      { cause }
    );
  }
}

// src/terminal/machine.ts
function withMachine({ bundle, env, logger, signal, cwd }, { onnxruntimePath, out }, use) {
  const workerFile = path2.join(bundle, "worker.js");
  const modules = () => Promise.resolve(runtimeModules(onnxruntimePath, bundle));
  const onProgress = out === void 0 ? void 0 : (report) => writeProgress(path2.resolve(cwd, out), report);
  return withServices({ workerFile, runtimeModules: modules, env, logger, signal, onProgress }, use);
}

export {
  withMachine
};
