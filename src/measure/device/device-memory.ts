/** Memory of the card that a worker holds. */
import type { DeviceReader } from './device.js';

/** @returns bytes that a worker holds, by its process id; null where they cannot be told. */
export type HeldBy = (pid: number | undefined) => Promise<number | null>;

/**
 * To be called before a worker is started; what comes back is to be called while it is the only one that was started
 * since. Where the driver hides processes, as in containers and many virtual machines, what the card's use grew by
 * is taken for the worker's.
 */
export async function watchDeviceMemory(reader: DeviceReader): Promise<HeldBy> {
  if (reader.facts.memoryBy === 'process')
    return async (pid) => (await reader.processes())?.get(pid ?? NaN) ?? null;
  const before = (await reader.read())?.memoryUsedBytes ?? null;
  return async () => {
    const after = (await reader.read())?.memoryUsedBytes ?? null;
    return before === null || after === null || after <= before ? null : after - before;
  };
}
