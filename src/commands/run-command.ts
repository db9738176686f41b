/** A command of the configuration, run once to its end. */
import { once } from 'node:events';
import { GateError, messageOf } from '../errors.js';
import { killGroup, spawnShell } from '../process-group.js';

export interface CommandRequest {
  /** What it is and where, for messages: `build-command in the head`. */
  readonly label: string;
  /** For the system's shell. */
  readonly command: string;
  /** Absolute. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Seconds until it is killed, with all that it started. */
  readonly timeoutS: number;
  readonly signal: AbortSignal;
  /** Told what it prints on standard output, as it comes. */
  readonly onOutput?: (text: string) => void;
}

const KEPT_CHARACTERS = 64 * 1024;
const SHOWN_LINES = 15;

/**
 * @returns what it printed last, standard output and standard error as they came.
 * @throws GateError of kind `command` when it fails, takes too long or is interrupted; the last lines are in it.
 */
export async function runCommand(request: CommandRequest): Promise<string> {
  const { label, command, folder, env, timeoutS, signal, onOutput } = request;
  const failure = (what: string, next: string, printed: string): GateError =>
    new GateError('command', `${label} ${what}: ${JSON.stringify(command)}.${lastLines(printed)}`, next);
  const interrupted = (): boolean => signal.aborted;
  if (interrupted()) throw failure('was interrupted', 'Run it again.', '');
  const child = spawnShell(command, { cwd: folder, env });
  child.stdin.on('error', () => undefined).end();
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-KEPT_CHARACTERS);
    });
  }
  if (onOutput !== undefined) child.stdout.on('data', onOutput);
  const kill = (): void => {
    killGroup(child);
  };
  const deadline = AbortSignal.timeout(timeoutS * 1000);
  const signals = AbortSignal.any([deadline, signal]);
  signals.addEventListener('abort', kill, { once: true });
  // What it left running in the background would keep its streams open.
  child.on('exit', kill);
  try {
    const [status] = (await once(child, 'close')) as [number | null];
    if (status === 0) return printed;
    if (interrupted()) throw failure('was interrupted', 'Run it again.', printed);
    if (deadline.aborted)
      throw failure(`did not end within ${timeoutS} s and was killed`, 'Raise its timeout.', printed);
    const how = status === null ? 'was killed' : `ended with exit status ${status}`;
    throw failure(how, 'Run it by hand in a fresh checkout to see why.', printed);
  } catch (thrown) {
    if (thrown instanceof GateError) throw thrown;
    throw failure(`cannot be started (${messageOf(thrown)})`, 'Check the command.', printed);
  } finally {
    signals.removeEventListener('abort', kill);
  }
}

function lastLines(printed: string): string {
  const lines = printed.trimEnd().split('\n');
  if (lines.join('').trim() === '') return ' It printed nothing.';
  return ` Its last lines:\n${lines
    .slice(-SHOWN_LINES)
    .map((line) => `    ${line}`)
    .join('\n')}`;
}
