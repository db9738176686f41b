/** Git as a child process: no shell, no hooks, no prompt, bounded in time and output. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GateError } from '../errors.js';
import { killGroup } from '../process-group.js';
import { GitFailure, type Git, type GitOptions } from './git.js';

export interface GitSurroundings {
  /** Inside the repository, absolute. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly signal?: AbortSignal;
}

const MOST_OUTPUT = 256 * 2 ** 20;
const MOST_STDERR = 64 * 1024;
const TIMEOUT_S = 120;

/** Nothing that the repository brings along may run. */
const SETTINGS = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'gc.auto=0', 'maintenance.auto=false'];
const HARMLESS: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  // What a commit is said to hold is what it holds.
  GIT_NO_REPLACE_OBJECTS: '1',
  // A pointer that is to be resolved is resolved.
  GIT_LFS_SKIP_SMUDGE: '0',
};
/** Set inside hooks; here the folder alone says which repository is meant. */
const LOCATING = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX']);

/** Git in a folder. When the signal fires, what runs is killed and its reason thrown. */
export function createGit({ folder, env, signal }: GitSurroundings): Git {
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !LOCATING.has(name)));
  return async (args, options = {}) => {
    signal?.throwIfAborted();
    const child = spawn('git', [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      env: { ...inherited, ...HARMLESS },
      // A process group of its own, so that killing reaches the transports that it starts.
      detached: true,
      windowsHide: true,
    });
    const kill = (): void => {
      killGroup(child);
    };
    const timeoutS = options.timeoutS ?? TIMEOUT_S;
    const deadline = AbortSignal.timeout(timeoutS * 1000);
    const signals = AbortSignal.any(signal === undefined ? [deadline] : [deadline, signal]);
    signals.addEventListener('abort', kill, { once: true });
    try {
      return await converse(child, args, options, kill);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (deadline.aborted) throw tooLate(args, timeoutS);
      throw await explainStart(thrown, folder);
    } finally {
      signals.removeEventListener('abort', kill);
    }
  };
}

async function converse(
  child: ChildProcessWithoutNullStreams,
  args: readonly string[],
  { maxBytes = MOST_OUTPUT, input, into }: GitOptions,
  kill: () => void,
): Promise<{ stdout: Buffer }> {
  const chunks: Buffer[] = [];
  let stderr = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-MOST_STDERR);
  });
  // Git may end without reading all of its input; its status says whether that was right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = once(child, 'close') as Promise<[status: number | null]>;
  const output = pipeline(child.stdout, bounded(args, maxBytes), into ?? collector(chunks));
  output.catch(kill);
  const [end, transfer] = await Promise.allSettled([ended, output]);
  if (end.status === 'rejected') throw end.reason;
  if (transfer.status === 'rejected') throw transfer.reason;
  const [status] = end.value;
  if (status !== 0) throw new GitFailure(args, status, stderr.toString('utf8'));
  return { stdout: Buffer.concat(chunks) };
}

function collector(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
}

function bounded(args: readonly string[], maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else
        done(
          new GateError(
            'revision',
            `git ${args[0] ?? ''} answered with more than ${maxBytes} bytes.`,
            TOO_LARGE,
          ),
        );
    },
  });
}

const TOO_LARGE =
  'The repository holds more than this tool takes; compare the files with "efficiency-gate compare".';

const tooLate = (args: readonly string[], timeoutS: number): GateError =>
  new GateError(
    'revision',
    `git ${args[0] ?? ''} did not end within ${timeoutS} s and was killed.`,
    'Check the network and the remote "origin"; a full checkout (fetch-depth: 0) needs no fetching.',
  );

/** A missing working folder and a missing program look alike to whoever starts a process. */
async function explainStart(thrown: unknown, folder: string): Promise<unknown> {
  if (
    (thrown as { code?: unknown }).code !== 'ENOENT' ||
    !(thrown as { syscall?: string }).syscall?.startsWith('spawn')
  ) {
    return thrown;
  }
  const there = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return there
    ? new GateError(
        'revision',
        'Git is not installed, or not in PATH.',
        'Install git, or compare two files with "efficiency-gate compare".',
      )
    : new GateError('revision', `${folder} is no folder.`, 'Run in the checked-out repository.');
}
