/** What others did to the machine meanwhile: CPU time that the hypervisor took away, waiting for a CPU, and load. */
import { readFile } from 'node:fs/promises';
import os from 'node:os';

/** CPU time since boot, in ticks, of all processors together. */
export interface CpuTimes {
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
}

/** A reading of the machine. What the system does not tell is null. */
export interface Disturbance {
  readonly atMs: number;
  readonly cpu: CpuTimes | null;
  /** Time in which some process waited for a CPU, since boot, milliseconds. */
  readonly waitedMs: number | null;
  /** One-minute load average. */
  readonly load1: number | null;
}

/** What happened between two readings. */
export interface Interference {
  readonly stealShare: number | null;
  readonly waitShare: number | null;
  readonly busyCores: number | null;
  readonly load1: number | null;
  readonly disturbed: boolean;
}

const [IDLE, IO_WAIT, STEAL] = [3, 4, 7];
/** user nice system idle iowait irq softirq steal; guest time, which follows, is part of user time. */
const FIELDS = 8;

/** Reads the first line of /proc/stat (proc_stat(5)). */
export function parseCpuTimes(text: string): CpuTimes | null {
  const fields = /^cpu\s+([\d ]+)$/m.exec(text)?.[1]?.trim().split(/\s+/).map(Number).slice(0, FIELDS);
  const [idle, ioWait, steal] = [fields?.[IDLE], fields?.[IO_WAIT], fields?.[STEAL]];
  if (fields === undefined || idle === undefined || ioWait === undefined || steal === undefined) return null;
  return { total: fields.reduce((sum, field) => sum + field, 0), idle: idle + ioWait, steal };
}

/** Reads the first line of /proc/pressure/cpu, milliseconds (Linux: Documentation/accounting/psi.rst). */
export function parseWaited(text: string): number | null {
  const microseconds = /^some\s.*\btotal=(\d+)$/m.exec(text)?.[1];
  return microseconds === undefined ? null : Number(microseconds) / 1000;
}

export async function readDisturbance(): Promise<Disturbance> {
  const linux = process.platform === 'linux';
  const stat = linux ? await readFile('/proc/stat', 'utf8').catch(() => '') : '';
  // Absent from kernels that were built without it.
  const pressure = linux ? await readFile('/proc/pressure/cpu', 'utf8').catch(() => '') : '';
  return {
    atMs: performance.now(),
    cpu: parseCpuTimes(stat),
    waitedMs: parseWaited(pressure),
    load1: process.platform === 'win32' ? null : (os.loadavg()[0] ?? null),
  };
}

/** Beyond any of these a round is marked: what an idle machine shows stays well below them. */
const MARKED = { stealShare: 0.02, waitShare: 0.1, coresOfOthers: 0.5 } as const;

/**
 * @param cores Processors of the machine.
 * @param threads Processors that the one running worker employs.
 */
export function interference(
  before: Disturbance,
  after: Disturbance,
  { cores, threads }: { readonly cores: number; readonly threads: number },
): Interference {
  const ticks = before.cpu === null || after.cpu === null ? 0 : after.cpu.total - before.cpu.total;
  const ofTicks = (field: keyof CpuTimes): number | null =>
    before.cpu === null || after.cpu === null || ticks <= 0
      ? null
      : share((after.cpu[field] - before.cpu[field]) / ticks);
  const stealShare = ofTicks('steal');
  const idleShare = ofTicks('idle');
  const busyCores = idleShare === null ? null : Number((cores * (1 - idleShare)).toFixed(2));
  const elapsedMs = after.atMs - before.atMs;
  const waitShare =
    before.waitedMs === null || after.waitedMs === null || elapsedMs <= 0
      ? null
      : share((after.waitedMs - before.waitedMs) / elapsedMs);
  const disturbed =
    (stealShare ?? 0) > MARKED.stealShare ||
    (waitShare ?? 0) > MARKED.waitShare ||
    (busyCores ?? 0) > threads + MARKED.coresOfOthers;
  return { stealShare, waitShare, busyCores, load1: after.load1, disturbed };
}

const share = (value: number): number => Number(Math.min(1, Math.max(0, value)).toFixed(4));
