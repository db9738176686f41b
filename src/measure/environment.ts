/** The machine and software under which everything is measured. */
import os from 'node:os';
import type { Executor } from './executor.js';
import type { Environment } from './measurement.js';
import { valueOf } from './outcome.js';

/**
 * Describes this machine, with the versions that a worker really runs.
 * @param env Our own environment, for what GitHub Actions says of its runner.
 * @throws GateError of kind `runtime` when ONNX Runtime cannot be loaded.
 */
export async function describeEnvironment(
  executor: Executor,
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<Environment> {
  return describeMachine(env, await describeWorker(executor));
}

/** The same where no worker is needed. */
export function describeMachine(
  env: Readonly<NodeJS.ProcessEnv>,
  { runtime, node, sandbox }: WorkerFacts = { runtime: 'not used', node: process.versions.node },
): Environment {
  return {
    cpuModel: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    os: `${os.type()} ${os.release()}`,
    arch: os.arch(),
    runner: describeRunner(env),
    node,
    runtime,
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

type WorkerFacts = Pick<Environment, 'runtime' | 'node' | 'sandbox'>;

async function describeWorker(executor: Executor): Promise<WorkerFacts> {
  const worker = await executor.launch();
  try {
    const told = valueOf(await worker.request('describe', {}), { model: null, modelPath: null });
    return { ...told, sandbox: worker.sandbox };
  } finally {
    await worker.close();
  }
}

/** `GitHub Actions 5 (github-hosted, ubuntu24 20260907.1)`; null outside of GitHub Actions. */
export function describeRunner(env: Readonly<NodeJS.ProcessEnv>): string | null {
  const { RUNNER_NAME, RUNNER_ENVIRONMENT, ImageOS, ImageVersion } = env;
  const image = [ImageOS, ImageVersion].filter(Boolean).join(' ');
  const details = [RUNNER_ENVIRONMENT, image].filter(Boolean).join(', ');
  const words = [RUNNER_NAME, details === '' ? undefined : `(${details})`].filter(Boolean);
  return words.length === 0 ? null : words.join(' ');
}
