/** This machine, for a command that measures or counts. */
import path from 'node:path';
import { writeProgress } from '../publish/files.js';
import type { GateReport } from '../report.js';
import { type GateServices, withServices } from '../services.js';
import type { CommandContext } from './context.js';
import type { Flags } from './flags.js';
import { runtimeModules } from './runtime.js';

/** Runs `use` with services that leave nothing behind; with --out, the report is written there after each model. */
export function withMachine<Result>(
  { bundle, env, logger, signal, cwd }: CommandContext,
  { onnxruntimePath, out }: Flags,
  use: (services: GateServices) => Promise<Result>,
): Promise<Result> {
  const workerFile = path.join(bundle, 'worker.js');
  const modules = (): Promise<string> => Promise.resolve(runtimeModules(onnxruntimePath, bundle));
  const onProgress =
    out === undefined ? undefined : (report: GateReport) => writeProgress(path.resolve(cwd, out), report);
  return withServices({ workerFile, runtimeModules: modules, env, logger, signal, onProgress }, use);
}
