/** Wall-clock time of a command, and the most memory that it holds together with all that it starts. Linux only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Cost {
  readonly seconds: number;
  /** Resident bytes of all its processes at the same time, looked at every few milliseconds. */
  readonly peakBytes: number;
}

const PERIOD_MS = 5;

/** @throws Error when the command fails. */
export async function costOf(command: string, args: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid ?? 0));
  }, PERIOD_MS);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${words}`);
  return { seconds: (performance.now() - start) / 1000, peakBytes };
}

function residentBytes(pid: number): number {
  try {
    const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return 1024 * kibibytes + children.reduce((sum, child) => sum + residentBytes(Number(child)), 0);
  } catch {
    // It has ended since.
    return 0;
  }
}
