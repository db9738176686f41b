/** From what each point of a sweep yielded to speed-up, efficiency and saturation. Pure. */
import { median } from 'simple-statistics';
import type { Sweep, SweepKind, SweepPoint, SweepSide } from './sweep-result.js';

/** What one fresh process yielded. */
export interface SweepReading {
  readonly latencyMs: number;
  /** Inferences a second. */
  readonly throughput: number;
}

export interface PointReadings {
  readonly value: number;
  /** One for each round, base and head together. */
  readonly rounds: readonly { readonly base: SweepReading; readonly head: SweepReading }[];
  readonly reason: string | null;
}

type Role = 'base' | 'head';

/** More throughput than this is a gain. */
const GAIN = 1.05;

/** @param readings By ascending value. */
export function summariseSweep(kind: SweepKind, readings: readonly PointReadings[]): Sweep {
  const sideOf = ({ value, rounds }: PointReadings, role: Role): SweepSide | null => {
    if (rounds.length === 0) return null;
    const throughput = median(rounds.map((round) => round[role].throughput));
    const [first] = readings;
    const reference =
      first === undefined || first.rounds.length === 0
        ? null
        : median(first.rounds.map((round) => round[role].throughput));
    const speedUp = reference === null ? null : throughput / reference;
    return {
      latencyMs: median(rounds.map((round) => round[role].latencyMs)),
      throughput,
      speedUp,
      efficiency:
        kind === 'batch' || speedUp === null || first === undefined ? null : speedUp / (value / first.value),
    };
  };
  const points = readings.map((point): SweepPoint => ({
    value: point.value,
    rounds: point.rounds.length,
    base: sideOf(point, 'base'),
    head: sideOf(point, 'head'),
    reason: point.rounds.length > 0 ? null : (point.reason ?? 'it was not reached'),
  }));
  return {
    kind,
    points,
    saturatesAt: { base: saturation(points, 'base'), head: saturation(points, 'head') },
  };
}

/** The last point cannot saturate: nothing larger was tried. */
function saturation(points: readonly SweepPoint[], role: Role): number | null {
  const known = points.flatMap(({ value, [role]: side }) =>
    side === null ? [] : [{ value, throughput: side.throughput }],
  );
  const found = known.find(
    ({ throughput }, at) =>
      at < known.length - 1 && known.slice(at + 1).every((later) => later.throughput < GAIN * throughput),
  );
  return found?.value ?? null;
}
