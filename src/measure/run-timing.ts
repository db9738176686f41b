/** Running a loaded model and timing it, inside a worker. */
import { performance } from 'node:perf_hooks';
import type { Block } from './measurement.js';

/** One inference. */
export type Run = () => Promise<unknown>;

/** Wall time of one call, milliseconds. */
export async function timed(action: Run): Promise<number> {
  const start = performance.now();
  await action();
  return rounded(performance.now() - start);
}

/** Runs until at least `minimumMs` have passed, at least once, every run timed singly. */
export async function timeBlock(run: Run, minimumMs: number): Promise<Block> {
  const runsMs: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  do {
    const before = performance.now();
    await run();
    runsMs.push(rounded(performance.now() - before));
  } while (performance.now() - start < minimumMs);
  const { user, system } = process.cpuUsage(cpu);
  return { runsMs, cpuMs: (user + system) / 1000 };
}

/** Bounds of the warm-up: it ends once two stretches in a row agree, not before the least time nor after the limit. */
export interface WarmUpBounds {
  readonly stretchMs: number;
  /** Relative difference of two stretches' medians that counts as agreement. */
  readonly agreement: number;
  readonly leastMs: number;
  readonly limitMs: number;
}

/** Seen with a model of 80 us a run: its times fall by a tenth over the first 100 to 150 ms and stay then. */
export const WARM_UP: WarmUpBounds = { stretchMs: 20, agreement: 0.01, leastMs: 60, limitMs: 200 };

/** Runs stretch after stretch until times are stable or the limit is reached; at least one run. */
export async function warmUp(
  run: Run,
  { stretchMs, agreement, leastMs, limitMs }: WarmUpBounds = WARM_UP,
): Promise<{ runs: number; elapsedMs: number }> {
  const start = performance.now();
  let runs = 0;
  // Agrees with nothing.
  let previous = Number.NaN;
  for (;;) {
    const { runsMs } = await timeBlock(run, stretchMs);
    runs += runsMs.length;
    const current = median(runsMs);
    const elapsedMs = performance.now() - start;
    const stable = elapsedMs >= leastMs && Math.abs(current - previous) <= agreement * previous;
    if (stable || elapsedMs >= limitMs) return { runs, elapsedMs };
    previous = current;
  }
}

/** The lower median: a time that was seen. */
function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** To 0.1 microsecond: calling the runtime alone takes a hundred times that, and a report holds many of these. */
export function rounded(milliseconds: number): number {
  return Math.max(Number(milliseconds.toFixed(4)), 1e-4);
}
