/** Ending a child process with all that it started. */
import type { ChildProcess } from 'node:child_process';

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
