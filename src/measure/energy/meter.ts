/** Counters of energy: what a meter is, and what passes between two of its readings. Pure. */
import type { Meter } from '../measurement.js';

/** One counter. What it counts is its own: a processor's package, its memory, a graphics card. */
export interface EnergyDomain {
  readonly name: string;
  /** The counter starts again from 0 beyond this many microjoules; null where it does not within years. */
  readonly wrapsAtUj: number | null;
}

export interface EnergyReading {
  /** Milliseconds of a clock that never goes back. */
  readonly atMs: number;
  /** Microjoules since an unknown moment, one for each domain. */
  readonly counters: readonly number[];
}

/** Counters that can be read right now. */
export interface EnergyMeter {
  readonly domains: readonly EnergyDomain[];
  /** What the machine drew when the meter was looked for, before any process was started to be measured. */
  readonly restingWatts: number;
  /** A stretch of time over which the counters tell energies apart: many times their period. */
  readonly stretchMs: number;
  read(): Promise<EnergyReading>;
  /** Does nothing for one stretch. */
  rest(): Promise<void>;
}

/** A meter, or why there is none and what would make one readable. */
export type MeterSearch =
  | { readonly status: 'readable'; readonly meter: EnergyMeter }
  | { readonly status: 'unreadable'; readonly reason: string };

export const unreadable = (reason: string): MeterSearch => ({ status: 'unreadable', reason });

/** For a report. */
export function describeMeter(found: MeterSearch): Meter {
  if (found.status === 'unreadable') return { reason: found.reason };
  const { domains, stretchMs } = found.meter;
  return { domains: domains.map(({ name }) => name), stretchMs };
}

export interface Spent {
  /** 0 when no counter moved. */
  readonly joules: number;
  readonly elapsedMs: number;
}

export const wattsOf = ({ joules, elapsedMs }: Spent): number => (1000 * joules) / elapsedMs;

const MICROJOULES = 1e6;

/** Energy of all domains between two readings of a meter. A counter that went back has wrapped around, once. */
export function spentBetween(
  domains: readonly EnergyDomain[],
  before: EnergyReading,
  after: EnergyReading,
): Spent {
  const microjoules = domains.reduce(
    (sum, domain, index) => sum + advanceOf(domain, before.counters[index] ?? 0, after.counters[index] ?? 0),
    0,
  );
  return { joules: microjoules / MICROJOULES, elapsedMs: after.atMs - before.atMs };
}

function advanceOf({ wrapsAtUj }: EnergyDomain, before: number, after: number): number {
  if (after >= before) return after - before;
  // One that goes back without a range was reset: what passed is not known.
  return wrapsAtUj === null ? 0 : after + wrapsAtUj - before;
}

/**
 * Lets a meter rest for a stretch and keeps the domains that moved: a running machine always spends energy, so a
 * counter that stands still, as those of some virtual machines and memories do, counts nothing.
 * @param still What to say where none moved.
 */
export async function movingDomains(
  candidate: Omit<EnergyMeter, 'restingWatts'>,
  still: string,
): Promise<MeterSearch> {
  const before = await candidate.read();
  await candidate.rest();
  const after = await candidate.read();
  const moving = candidate.domains.flatMap((domain, index) =>
    before.counters[index] === after.counters[index] ? [] : [{ domain, index }],
  );
  if (moving.length === 0) return unreadable(still);
  const meter: EnergyMeter = {
    ...candidate,
    domains: moving.map(({ domain }) => domain),
    restingWatts: wattsOf(spentBetween(candidate.domains, before, after)),
    read: async () => {
      const { atMs, counters } = await candidate.read();
      return { atMs, counters: moving.map(({ index }) => counters[index] ?? 0) };
    },
  };
  return { status: 'readable', meter };
}
