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

/**
 * Runs until at least `minimumMs` have passed, at least once, every run timed singly.
 * @param leadInMs Runs that start within this time are not timed: they refill what another process has displaced.
 */
export async function timeBlock(run: Run, minimumMs: number, leadInMs = 0): Promise<Block> {
  for (const from = performance.now(); performance.now() - from < leadInMs;) await run();
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

/** When a model counts as warm: its times no longer fall. */
export interface WarmUpBounds {
  /** Length of a stretch of runs, whose median is looked at; a single run may be longer. */
  readonly stretchMs: number;
  /** Relative gain over the best stretch so far that counts as still falling. */
  readonly gain: number;
  /** Stretches in a row without a gain that are enough; more than one, since one may have been disturbed. */
  readonly level: number;
  readonly limitMs: number;
}

/** Seen with a model of 80 us a run: its times fall by a tenth over the first 100 to 150 ms and stay then. */
export const WARM_UP: WarmUpBounds = { stretchMs: 15, gain: 0.01, level: 2, limitMs: 1000 };

export interface WarmUp {
  readonly runs: number;
  /** Time spent in those runs. */
  readonly elapsedMs: number;
  /** Median of the best stretch. */
  readonly runMs: number;
}

/** Runs stretch after stretch until the times no longer fall, or the limit is reached; at least one run. */
export function warmUp(run: Run, bounds: WarmUpBounds = WARM_UP): Promise<WarmUp> {
  return levelOff(async (stretchMs) => (await timeBlock(run, stretchMs)).runsMs, bounds);
}

/** The same for whatever runs. @param stretch Runs for about so many milliseconds and tells the time of each run. */
export async function levelOff(
  stretch: (stretchMs: number) => Promise<readonly number[]>,
  { stretchMs, gain, level, limitMs }: WarmUpBounds = WARM_UP,
): Promise<WarmUp> {
  const start = performance.now();
  let runs = 0;
  let best = Infinity;
  let levelFor = 0;
  for (;;) {
    const runsMs = await stretch(stretchMs);
    runs += runsMs.length;
    const current = median(runsMs);
    levelFor = current < (1 - gain) * best ? 0 : levelFor + 1;
    best = Math.min(best, current);
    const elapsedMs = performance.now() - start;
    if (levelFor >= level || elapsedMs >= limitMs)
      return { runs, elapsedMs: rounded(elapsedMs), runMs: best };
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
