/** Measuring base and head at several batches or thread counts: fresh processes, taking turns. */
import { GateError } from '../errors.js';
import type { Contestant, ReadyContestant } from './contestant.js';
import { type Random, shuffled } from './random.js';
import type { SweepKind, Sweep } from './sweep-result.js';
import { type PointReadings, summariseSweep, type SweepReading } from './sweep-summary.js';

/** Each value is measured in so many rounds of fresh processes, all values by turns. */
const ROUNDS = 3;
/** Blocks of each side in a round. */
const BLOCKS = 5;
const SIDES = ['base', 'head'] as const;
type Side = (typeof SIDES)[number];

/** One value of a sweep: both sides, and the inferences that one run of them stands for; or why there is none. */
export interface SweepTask {
  readonly value: number;
  readonly contestants: Readonly<Record<Side, Contestant>> | null;
  readonly batch: Readonly<Record<Side, number>>;
  readonly reason: string | null;
}

export interface SweepServices {
  /** Milliseconds. */
  readonly clock: () => number;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Seconds after which no further process is started. */
  readonly limitS: number;
}

/** Carries out a sweep. A value that fails costs the others nothing. */
export async function runSweep(
  kind: SweepKind,
  tasks: readonly SweepTask[],
  services: SweepServices,
): Promise<Sweep> {
  const { clock, random, signal, limitS } = services;
  const endMs = clock() + limitS * 1000;
  const found = tasks
    .map((task) => ({ task, rounds: [] as PointReadings['rounds'][number][], reason: task.reason }))
    .sort((one, other) => one.task.value - other.task.value);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const point of shuffled(found, random)) {
      if (point.reason !== null) continue;
      if (signal.aborted || clock() > endMs) {
        // What has rounds keeps them.
        point.reason = signal.aborted ? 'the run was interrupted' : `the ${limitS} s of the sweep were spent`;
        continue;
      }
      try {
        point.rounds.push(await measurePoint(point.task, services));
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        point.reason = thrown.message;
      }
    }
  }
  return summariseSweep(
    kind,
    found.map(({ task, rounds, reason }) => ({ value: task.value, rounds, reason })),
  );
}

async function measurePoint(
  { contestants, batch }: SweepTask,
  { random }: SweepServices,
): Promise<Record<Side, SweepReading>> {
  if (contestants === null) throw new TypeError('a value without contestants has a reason');
  const ready = new Map<Side, ReadyContestant>();
  try {
    for (const side of shuffled(SIDES, random)) ready.set(side, await contestants[side].launch());
    const runsMs: Record<Side, number[]> = { base: [], head: [] };
    for (let block = 0; block < BLOCKS; block += 1) {
      for (const side of shuffled(SIDES, random))
        runsMs[side].push(...((await ready.get(side)?.block())?.runsMs ?? []));
    }
    return { base: reading(runsMs.base, batch.base), head: reading(runsMs.head, batch.head) };
  } finally {
    await Promise.all([...ready.values()].map((contestant) => contestant.close()));
  }
}

function reading(runsMs: readonly number[], batch: number): SweepReading {
  const sorted = runsMs.toSorted((one, other) => one - other);
  const latencyMs = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  // Of the median, since so few runs would let one that was disturbed decide.
  return { latencyMs, throughput: (batch * 1000) / latencyMs };
}
