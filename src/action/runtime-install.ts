/** Installs ONNX Runtime with npm, exactly as the shipped lockfile says. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';

export interface CommandResult {
  /** Exit code; null when the program is not there. */
  readonly code: number | null;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Runs a program to its end. A failure is a result, not an exception. */
export type RunCommand = (
  program: string,
  parameters: readonly string[],
  options: CommandOptions,
) => Promise<CommandResult>;

const TIMEOUT_MS = 5 * 60_000;
const SHOWN_STDERR = 600;

/** What the job hands to the action and npm has no business with. */
const PRIVATE = /^(INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/;

/**
 * @param lockFolder Holds `package.json` and `package-lock.json` with the integrity hash of every package.
 * @param target An empty folder, which receives `node_modules`.
 * @throws GateError of kind `runtime`.
 */
export async function installRuntime(
  lockFolder: string,
  target: string,
  run: RunCommand,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<void> {
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(lockFolder, file), path.join(target, file));
  }
  // Scripts off: the package's own would download GPU libraries from outside of the registry.
  const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: target, env: withoutSecrets(env), timeoutMs: TIMEOUT_MS, signal };
  const { code, stderr } = await run('npm', parameters, options);
  if (code === null) {
    throw new GateError(
      'runtime',
      'ONNX Runtime is not on this machine, and there is no npm to install it with.',
      'Add actions/setup-node before this step, or install onnxruntime-node yourself and name its folder in onnxruntime-path.',
    );
  }
  if (code !== 0) {
    throw new GateError(
      'runtime',
      `npm could not install ONNX Runtime (exit code ${code}): ${stderr.trim().slice(0, SHOWN_STDERR)}`,
      'Check that this runner reaches an npm registry, or install onnxruntime-node yourself and name its folder in onnxruntime-path.',
    );
  }
}

/** What onnxruntime-node's own installer calls NVIDIA's libraries (its script/install.js, from version 1.21 on). */
const CUDA = 'cuda12';

/**
 * Runs the installer that onnxruntime-node brings along, which fetches the libraries of CUDA and TensorRT's providers
 * from outside of the registry.
 * @param folder The package's own folder.
 * @throws GateError of kind `runtime`.
 */
export async function installCudaLibraries(
  folder: string,
  run: RunCommand,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<void> {
  const parameters = ['script/install.js', `--onnxruntime-node-install=${CUDA}`];
  const options = { cwd: folder, env: withoutSecrets(env), timeoutMs: TIMEOUT_MS, signal };
  const { code, stderr } = await run(process.execPath, parameters, options);
  if (code === 0) return;
  throw new GateError(
    'runtime',
    `ONNX Runtime's own installer could not fetch the libraries of its CUDA provider (${code === null ? 'it cannot be run' : `exit code ${code}`}): ${reasonIn(stderr)}`,
    `Check that this runner reaches the package feed that it names (a proxy goes into GLOBAL_AGENT_HTTPS_PROXY), or run "node script/install.js --onnxruntime-node-install=${CUDA}" in an onnxruntime-node of your own and name its folder in onnxruntime-path.`,
  );
}

/** The line that says what went wrong, without the stack that Node prints around it. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const said =
    lines.find((line) => /^(\w*Error|Error)\b.*: /.test(line)) ?? lines.find((line) => line !== '');
  return (said ?? 'it did not say why').slice(0, SHOWN_STDERR);
}

function withoutSecrets(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const allowed = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !PRIVATE.test(entry[0]),
  );
  return Object.fromEntries(allowed);
}
