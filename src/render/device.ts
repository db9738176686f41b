/** The card and where the kernels ran, as facts of the set-up. Raw text. */
import { devicePartInWords, placementInWords } from '../measure/placement.js';
import type { Measurement, Round } from '../measure/measurement.js';
import { formatQuantity } from '../quantity.js';
import type { ModelReport } from '../report.js';
import { plural } from './plural.js';

type Fact = readonly [what: string, how: string];
type Card = Extract<NonNullable<Measurement['device']>, { readonly uuid: string }>;

/** Nothing for cpu, which has no card and nowhere to fall back from. */
export function placementFacts({
  measurement,
  profile,
}: Pick<ModelReport, 'measurement' | 'profile'>): Fact[] {
  if (measurement === null || measurement.harness !== undefined || measurement.provider === 'cpu') return [];
  return (['base', 'head'] as const).flatMap((role): Fact[] => {
    const placement = profile?.[role]?.placement;
    if (placement === undefined) {
      const why = profile === null ? 'it was not profiled' : (profile.reason ?? 'the profiler did not tell');
      return [[`placement of the ${role}`, `not known: ${why}`]];
    }
    return [
      [`placement of the ${role}`, placementInWords(placement)],
      [`device's part of the ${role}`, devicePartInWords(placement)],
    ];
  });
}

/** What the card is and went through; nothing where the provider has none. */
export function deviceFacts({ device, rounds }: Pick<Measurement, 'device' | 'rounds'>): Fact[] {
  if (device === undefined) return [];
  if ('reason' in device) return [['card', `not read: ${device.reason}`]];
  return [
    ['card', describeCard(device)],
    ['card in the rounds', describeRounds(rounds)],
  ];
}

function describeCard({ name, uuid, index, cards, driver, memoryBytes, ...card }: Card): string {
  const { powerLimitW, maxSmClockMhz, memoryBy } = card;
  return [
    name,
    `number ${index} of ${plural(cards, 'card')} (${uuid})`,
    driver === null ? 'driver not told' : `driver ${driver}`,
    memoryBytes === null ? 'memory not told' : `${formatQuantity(memoryBytes, 'bytes')} of memory`,
    powerLimitW === null ? 'power limit not told' : `power limit ${powerLimitW} W`,
    maxSmClockMhz === null ? 'highest clock not told' : `clock up to ${maxSmClockMhz} MHz`,
    memoryBy === 'process'
      ? 'memory of a worker by the driver'
      : "memory of a worker by what the card's use grew, since the driver hides processes",
  ].join(', ');
}

function describeRounds(rounds: readonly Round[]): string {
  const read = rounds.flatMap(({ device }) => device ?? []);
  if (read.length === 0) return 'not read in any round';
  const throttled = read.filter((one) => one.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))];
  const untold = read.every(({ throttle }) => throttle === null);
  const others = read.flatMap(({ otherProcesses }) => otherProcesses ?? []);
  return [
    untold
      ? 'throttling not told'
      : `${throttled.length} of ${plural(rounds.length, 'round')} under throttling${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`} (marked, not dropped)`,
    span(
      'clock',
      read.map(({ smClockMhz }) => smClockMhz),
      'MHz',
    ),
    span(
      'memory clock',
      read.map(({ memClockMhz }) => memClockMhz),
      'MHz',
    ),
    span(
      'temperature',
      read.map(({ temperatureC }) => temperatureC),
      '°C',
    ),
    span(
      'power',
      read.map(({ powerW }) => powerW),
      'W',
    ),
    others.length === 0
      ? 'other processes not told'
      : `other processes on it: ${Math.max(...others)} at most`,
  ].join(', ');
}

function span(what: string, values: readonly (number | null)[], unit: string): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${what} not told`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? `${what} ${most} ${unit}` : `${what} ${least} to ${most} ${unit}`;
}
