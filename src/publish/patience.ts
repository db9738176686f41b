/** The time that a client may spend on GitHub altogether: its requests, and the waits between them. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds that are left; never below 0. */
  remainingMs(): number;
  /** Takes what the task takes, whether it succeeds or not. */
  spend<Result>(task: () => Promise<Result>): Promise<Result>;
  /** @returns false, at once, when that is more than is left. */
  wait(ms: number): Promise<boolean>;
}

/** @param now Milliseconds on a clock that only goes forward. */
export function createPatience(totalMs: number, now = (): number => performance.now()): Patience {
  let spentMs = 0;
  const remainingMs = (): number => Math.max(0, totalMs - spentMs);
  const spend = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    const since = now();
    try {
      return await task();
    } finally {
      spentMs += now() - since;
    }
  };
  const wait = async (ms: number): Promise<boolean> => {
    if (ms > remainingMs()) return false;
    await spend(() => sleep(ms));
    return true;
  };
  return { remainingMs, spend, wait };
}
