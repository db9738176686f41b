/** The counters of this machine for what runs a model: its processor, or its graphics cards. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MeterSearch } from './meter.js';
import { unreadable } from './meter.js';
import { findNvml, type RunCommand } from './nvml.js';
import { findRapl, type SystemFiles } from './rapl.js';

const FILES: SystemFiles = { list: (folder) => readdir(folder), read: (file) => readFile(file, 'utf8') };
const COMMAND_LIMIT = { timeout: 10_000, maxBuffer: 2 ** 16 };
const NVIDIA: ReadonlySet<string> = new Set(['cuda', 'tensorrt']);

const runCommand: RunCommand = async (program, args) =>
  (await promisify(execFile)(program, [...args], COMMAND_LIMIT)).stdout;

/**
 * Looks for a meter; never throws. Whatever has no counter is not measured: no share of a rated power is ever taken
 * for it.
 * @param provider Execution provider of ONNX Runtime.
 */
export async function findMeter(provider: string): Promise<MeterSearch> {
  const timing = { now: () => performance.now(), pause };
  if (NVIDIA.has(provider)) return findNvml(runCommand, timing);
  if (provider === 'cpu') return findRapl(FILES, timing);
  return unreadable(`no counter is known for what the provider ${provider} runs on`);
}
