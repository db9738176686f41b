/** The counters of this machine for what runs a model: its processor, or its graphics cards. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceSearch } from '../device/device.js';
import { queryCommand } from '../query-command.js';
import { NVIDIA_PROVIDERS } from '../provider.js';
import type { MeterSearch } from './meter.js';
import { unreadable } from './meter.js';
import { findNvml } from './nvml.js';
import { findRapl, type SystemFiles } from './rapl.js';

const FILES: SystemFiles = { list: (folder) => readdir(folder), read: (file) => readFile(file, 'utf8') };
/**
 * Looks for a meter; never throws. Whatever has no counter is not measured: no share of a rated power is ever taken
 * for it.
 * @param provider Execution provider of ONNX Runtime.
 * @param device The card that it runs on: no other one is counted. Null: not known.
 */
export async function findMeter(provider: string, device: DeviceSearch | null = null): Promise<MeterSearch> {
  const timing = { now: () => performance.now(), pause };
  if (device?.status === 'found') return findNvml(queryCommand, timing, device.reader.facts.index);
  if (NVIDIA_PROVIDERS.has(provider)) return findNvml(queryCommand, timing);
  if (provider === 'cpu') return findRapl(FILES, timing);
  const why = device === null ? '' : `: ${device.reason}`;
  return unreadable(`no counter is known for what the provider ${provider} runs on${why}`);
}
