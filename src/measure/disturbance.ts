/** What others did to the machine meanwhile: CPU time that the hypervisor took away, and load. */
import { readFile } from 'node:fs/promises';
import os from 'node:os';

/** CPU time since boot, in ticks. */
export interface CpuTimes {
  readonly total: number;
  readonly steal: number;
}

export interface Disturbance {
  /** Null where the system does not tell. */
  readonly cpu: CpuTimes | null;
  /** One-minute load average; null on Windows. */
  readonly load1: number | null;
}

const STEAL = 7;
/** user nice system idle iowait irq softirq steal; guest time, which follows, is part of user time. */
const FIELDS = 8;

/** Reads the first line of /proc/stat (proc_stat(5)). */
export function parseCpuTimes(text: string): CpuTimes | null {
  const fields = /^cpu\s+([\d ]+)$/m.exec(text)?.[1]?.trim().split(/\s+/).map(Number).slice(0, FIELDS);
  const steal = fields?.[STEAL];
  if (fields === undefined || steal === undefined) return null;
  return { total: fields.reduce((sum, field) => sum + field, 0), steal };
}

/** Share of CPU time stolen between two readings, 0 to 1; null where unknown or no tick has passed. */
export function stealShare(before: CpuTimes | null, after: CpuTimes | null): number | null {
  if (before === null || after === null || after.total <= before.total) return null;
  const share = (after.steal - before.steal) / (after.total - before.total);
  return Number(Math.min(1, Math.max(0, share)).toFixed(4));
}

export async function readDisturbance(): Promise<Disturbance> {
  const stat = process.platform === 'linux' ? await readFile('/proc/stat', 'utf8') : '';
  return {
    cpu: parseCpuTimes(stat),
    load1: process.platform === 'win32' ? null : (os.loadavg()[0] ?? null),
  };
}
