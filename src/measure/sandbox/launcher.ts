/** The command line that starts a worker within its limits. Every program in it replaces itself by the next. */
import type { Limits } from './limits.js';
import type { Sandbox } from './sandbox.js';

/** What this system can do to confine a process, found by trying (src/measure/sandbox/find-means.ts). */
export interface Means {
  /** Limits that its shell can set; none where there is no POSIX shell. */
  readonly limits: ReadonlySet<LimitName>;
  /** Programs that cut the worker off from the network and from other privileges, with their arguments. */
  readonly wrappers: readonly string[];
  readonly network: Sandbox['network'];
  readonly privileges: Sandbox['privileges'];
  /** Whether resident memory of another process can be read. */
  readonly residentMemory: boolean;
  readonly missing: Sandbox['missing'];
}

export type LimitName = 'cpuS' | 'fileBytes' | 'openFiles' | 'dataBytes';

export const SHELL = '/bin/sh';

/** `ulimit` takes blocks of 512 bytes for files and of 1024 for memory (POSIX, XCU). */
const BLOCK = 512;
const KIB = 1024;
/** Between the signal that says so and the one that nobody can ignore. */
const GRACE_S = 5;

/** How the shell sets a limit; each command fails without harm. */
export function limitCommands(name: LimitName, limits: Limits): string[] {
  switch (name) {
    case 'cpuS':
      return [`ulimit -St ${limits.cpuS}`, `ulimit -Ht ${limits.cpuS + GRACE_S}`];
    case 'fileBytes':
      return [`ulimit -f ${Math.ceil(limits.fileBytes / BLOCK)}`];
    case 'openFiles':
      return [`ulimit -n ${limits.openFiles}`];
    case 'dataBytes':
      return limits.dataBytes === null ? [] : [`ulimit -d ${Math.ceil(limits.dataBytes / KIB)}`];
  }
}

/** No core dumps; and where memory runs out, the worker is what the system ends, not the gate or the runner. */
const ALWAYS = ['ulimit -c 0', 'echo 1000 > /proc/self/oom_score_adj'];

/** @param program Absolute. */
export function commandLine(
  program: string,
  args: readonly string[],
  limits: Limits,
  means: Means,
): { readonly file: string; readonly args: readonly string[] } {
  if (means.limits.size === 0) return { file: program, args };
  const commands = [...ALWAYS, ...[...means.limits].flatMap((name) => limitCommands(name, limits))];
  const script = [...commands.map((command) => `{ ${command}; } 2>/dev/null`), 'exec "$@"'].join('\n');
  return { file: SHELL, args: ['-c', script, 'worker', ...means.wrappers, program, ...args] };
}

/** What holds for a worker that is started like this. */
export function sandboxOf(limits: Limits, means: Means): Sandbox {
  const held = <Value>(name: LimitName, value: Value): Value | null =>
    means.limits.has(name) ? value : null;
  return {
    residentBytes: means.residentMemory ? limits.residentBytes : null,
    dataBytes: held('dataBytes', limits.dataBytes),
    cpuS: held('cpuS', limits.cpuS),
    fileBytes: held('fileBytes', limits.fileBytes),
    openFiles: held('openFiles', limits.openFiles),
    network: means.network,
    privileges: means.privileges,
    missing: [...means.missing],
  };
}
