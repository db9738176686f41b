/** Ending a child process with all that it started. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** File descriptor of a pipe that we hold open as long as we live. */
const LIFELINE_FD = 3;
/** Whoever waits at the pipe's other end kills the group when it ends; the command is handed no end of it. */
const WATCHED = `{ read -r _ <&${LIFELINE_FD}; kill -KILL 0; } >/dev/null 2>&1 & exec ${LIFELINE_FD}<&-; exec /bin/sh -c "$1"`;

/**
 * Starts a line of shell as the leader of a group, which does not outlive us, even if we are killed.
 * @returns a child with its three streams; give it no standard input by ending `stdin`.
 */
export function spawnShell(
  command: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<NodeJS.ProcessEnv> },
): ChildProcessWithoutNullStreams {
  const options = { cwd, env, detached: true, windowsHide: true };
  const child =
    process.platform === 'win32'
      ? spawn(command, { ...options, shell: true })
      : spawn('/bin/sh', ['-c', WATCHED, 'sh', command], {
          ...options,
          stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
        });
  child.stdio[LIFELINE_FD]?.on('error', () => undefined);
  return child;
}

/**
 * Kills the group that a child leads (it was started `detached`); the child alone where the system has no groups.
 * To be called once: the number of a group that is gone may be another's.
 */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No such group: it has ended, or this system has none.
    child.kill('SIGKILL');
  }
}
