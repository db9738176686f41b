/** The card that a model runs on: what it is, what was read of it in a round, and what of that is to be told. Pure. */
import { z } from 'zod';

/** Facts that stay; what the vendor's tool does not tell is null. */
export const deviceFactsSchema = z.strictObject({
  name: z.string(),
  uuid: z.string(),
  /** Number that the vendor's tool gives it, in the order of the PCI bus. */
  index: z.int().nonnegative(),
  driver: z.string().nullable(),
  pciBus: z.string().nullable(),
  memoryBytes: z.number().nonnegative().nullable(),
  powerLimitW: z.number().nonnegative().nullable(),
  maxSmClockMhz: z.number().nonnegative().nullable(),
  /** Cards of this machine. */
  cards: z.int().positive(),
  /** Whence the memory of a worker is known: the driver's list of processes, or what the card's use grew by. */
  memoryBy: z.enum(['process', 'growth']),
});
export type DeviceFacts = z.infer<typeof deviceFactsSchema>;

/** The card, or why none is read. */
export const deviceSchema = z.union([deviceFactsSchema, z.strictObject({ reason: z.string() })]);
export type Device = z.infer<typeof deviceSchema>;

/** What was read of the card in a round. What the vendor's tool does not tell is null. */
export const roundDeviceSchema = z.strictObject({
  /** Right after the last timed block. */
  smClockMhz: z.number().nonnegative().nullable(),
  memClockMhz: z.number().nonnegative().nullable(),
  temperatureC: z.number().nullable(),
  powerW: z.number().nonnegative().nullable(),
  memoryUsedBytes: z.number().nonnegative().nullable(),
  /** Why clocks were held down before the round or after its last block; idle and clocks that were set are no such reasons. */
  throttle: z.array(z.string()).nullable(),
  /** A mark only: no round is dropped for it. */
  throttled: z.boolean(),
  /** Processes that computed on the card before ours were started. */
  otherProcesses: z.int().nonnegative().nullable(),
});
export type RoundDevice = z.infer<typeof roundDeviceSchema>;

/** One reading of the card. */
export interface DeviceReading {
  readonly smClockMhz: number | null;
  readonly memClockMhz: number | null;
  readonly temperatureC: number | null;
  readonly powerW: number | null;
  readonly memoryUsedBytes: number | null;
  readonly throttle: readonly string[] | null;
}

/** A card that can be read. Every reading starts the vendor's tool once, and is null when that fails. */
export interface DeviceReader {
  readonly facts: DeviceFacts;
  read(): Promise<DeviceReading | null>;
  /** Ids of the processes that compute on it with the memory that each holds, null where the driver hides it. */
  processes(): Promise<ReadonlyMap<number, number | null> | null>;
}

/** A reader, or why there is none. */
export type DeviceSearch =
  | { readonly status: 'found'; readonly reader: DeviceReader }
  | { readonly status: 'absent'; readonly reason: string };

/** For a report. */
export const describeDevice = (found: DeviceSearch): Device =>
  found.status === 'found' ? found.reader.facts : { reason: found.reason };

/**
 * @param before Before any process of the round was started.
 * @param after Right after the last timed block.
 * @param otherProcesses Before any process of the round was started; null where nobody tells.
 */
export function roundDevice(
  before: DeviceReading,
  after: DeviceReading,
  otherProcesses: number | null,
): RoundDevice {
  const { smClockMhz, memClockMhz, temperatureC, powerW, memoryUsedBytes } = after;
  const known = [before.throttle, after.throttle].filter((reasons) => reasons !== null);
  const throttle = known.length === 0 ? null : [...new Set(known.flat())];
  return {
    smClockMhz,
    memClockMhz,
    temperatureC,
    powerW,
    memoryUsedBytes,
    throttle,
    throttled: throttle !== null && throttle.length > 0,
    otherProcesses,
  };
}

type WithDevice = readonly { readonly device?: RoundDevice }[];

/** What the card went through that a reader of timings must know. Raw text. */
export function deviceWarnings(rounds: WithDevice): string[] {
  const devices = rounds.flatMap(({ device }) => device ?? []);
  const throttled = devices.filter((device) => device.throttled);
  const reasons = [...new Set(throttled.flatMap(({ throttle }) => throttle ?? []))].join(', ');
  const others = Math.max(0, ...devices.map(({ otherProcesses }) => otherProcesses ?? 0));
  return [
    ...(throttled.length === 0
      ? []
      : [
          `The card held its clocks down in ${throttled.length} of ${rounds.length} rounds (${reasons}): they are marked and not dropped, and the control decides whether verdicts stand.`,
        ]),
    ...(others === 0
      ? []
      : [
          `Up to ${others} other process${others === 1 ? '' : 'es'} computed on the card meanwhile: timings, energy and device memory have their part in it.`,
        ]),
  ];
}
