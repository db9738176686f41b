/** Where the action of a real runner finds its ONNX Runtime. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger } from '../logger.js';
import { jobCache } from './cache-service.js';
import { runCommand } from './command.js';
import { installCudaLibraries, installRuntime } from './runtime-install.js';
import type { RuntimePackage } from './runtime-package.js';
import { provideRuntime } from './runtime.js';

export interface ActionRuntimeOptions {
  /** The input `onnxruntime-path`. */
  readonly given: string | undefined;
  /** Whether the providers of NVIDIA are asked for. */
  readonly cuda: boolean;
  /** The folder of the bundle. */
  readonly dist: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** @throws GateError of kind `runtime`, or `usage` for an `onnxruntime-path` without a runtime. */
export function actionRuntime({
  given,
  cuda,
  dist,
  env,
  logger,
  signal,
}: ActionRuntimeOptions): Promise<RuntimePackage> {
  const temp = env.RUNNER_TEMP ?? tmpdir();
  return provideRuntime(
    {
      given,
      besides: path.join(dist, 'index.js'),
      lockFolder: path.join(dist, 'runtime'),
      toolCache: env.RUNNER_TOOL_CACHE ?? path.join(temp, 'efficiency-gate-tools'),
      temp,
    },
    {
      platform: { os: process.platform, arch: process.arch },
      cache: jobCache(() => import('@actions/cache'), logger),
      install: (lockFolder, target) => installRuntime(lockFolder, target, runCommand, env, signal),
      addCuda: cuda ? (folder) => installCudaLibraries(folder, runCommand, env, signal) : null,
      logger,
    },
  );
}
