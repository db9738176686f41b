/**
 * NVIDIA's own tool: `nvidia-smi --query-gpu=... --format=csv,noheader,nounits` and `--query-compute-apps`, parsed
 * strictly. Fields that a card, a driver or a virtual machine does not tell stand in brackets: `[N/A]`,
 * `[Not Supported]`, `[Insufficient Permissions]`. Pure but for the command, which is an argument.
 */
import type { QueryCommand } from '../query-command.js';
import type { DeviceReading } from './device.js';
import { throttleReasons } from './throttle.js';

const FIELDS = [
  'index',
  'uuid',
  'name',
  'driver_version',
  'pci.bus_id',
  'clocks.sm',
  'clocks.mem',
  'clocks.max.sm',
  'temperature.gpu',
  'power.draw',
  'power.limit',
  'memory.used',
  'memory.total',
  'utilization.gpu',
] as const;
/** Its name since driver 535, and before. */
const THROTTLE_FIELDS = ['clocks_event_reasons.active', 'clocks_throttle_reasons.active'] as const;

const MIB = 2 ** 20;

/** A line of the tool. Null is what it does not tell. */
export interface Gpu extends DeviceReading {
  readonly index: number;
  readonly uuid: string;
  readonly name: string;
  readonly driver: string | null;
  readonly pciBus: string | null;
  readonly maxSmClockMhz: number | null;
  readonly powerLimitW: number | null;
  readonly memoryBytes: number | null;
  /** 0 to 100. */
  readonly utilisationPercent: number | null;
}

export interface ComputeProcess {
  readonly pid: number;
  readonly uuid: string;
  /** Null where the driver hides it, as in many virtual machines and containers. */
  readonly memoryBytes: number | null;
}

/** Every card of this machine. @throws Error when the tool is not there, fails or says what is not understood. */
export async function queryGpus(run: QueryCommand): Promise<Gpu[]> {
  for (const field of THROTTLE_FIELDS) {
    const query = `--query-gpu=${[...FIELDS, field].join(',')}`;
    try {
      return parseGpus(await run('nvidia-smi', [query, '--format=csv,noheader,nounits']));
    } catch (thrown) {
      if (field === THROTTLE_FIELDS.at(-1) || !isUnknownField(thrown)) throw thrown;
    }
  }
  return [];
}

/** Every process that computes on a card. @throws Error as `queryGpus` does. */
export async function queryProcesses(run: QueryCommand): Promise<ComputeProcess[]> {
  const query = '--query-compute-apps=pid,gpu_uuid,used_memory';
  return parseProcesses(await run('nvidia-smi', [query, '--format=csv,noheader,nounits']));
}

/** The tool ends with status 2 and says so on standard output. */
function isUnknownField(thrown: unknown): boolean {
  const { stdout = '' } = thrown as { readonly stdout?: string };
  return stdout.includes('is not a valid field to query');
}

/** @throws Error for a line that is not one of the query's. */
export function parseGpus(text: string): Gpu[] {
  return linesOf(text).map((line) => {
    const fields = line.split(',').map((field) => field.trim());
    if (fields.length !== FIELDS.length + 1)
      throw new Error(`nvidia-smi says ${JSON.stringify(line.slice(0, 200))}`);
    const text_ = (name: (typeof FIELDS)[number]): string => fields[FIELDS.indexOf(name)] ?? '';
    const number = (name: (typeof FIELDS)[number]): number | null => numberOf(text_(name));
    const index = number('index');
    const uuid = text_('uuid');
    if (index === null || !/^(GPU|MIG)-[\w-]+$/.test(uuid))
      throw new Error(`nvidia-smi names no card in ${JSON.stringify(line.slice(0, 200))}`);
    return {
      index,
      uuid,
      name: told(text_('name')) ?? 'unnamed NVIDIA card',
      driver: told(text_('driver_version')),
      pciBus: told(text_('pci.bus_id')),
      smClockMhz: number('clocks.sm'),
      memClockMhz: number('clocks.mem'),
      maxSmClockMhz: number('clocks.max.sm'),
      temperatureC: number('temperature.gpu'),
      powerW: number('power.draw'),
      powerLimitW: number('power.limit'),
      memoryUsedBytes: inBytes(number('memory.used')),
      memoryBytes: inBytes(number('memory.total')),
      utilisationPercent: number('utilization.gpu'),
      throttle: throttleReasons(fields.at(-1) ?? ''),
    };
  });
}

/** @throws Error for a line that is not one of the query's. */
export function parseProcesses(text: string): ComputeProcess[] {
  return linesOf(text).map((line) => {
    const [pid = '', uuid = '', memory = '', ...more] = line.split(',').map((field) => field.trim());
    if (!/^\d+$/.test(pid) || uuid === '' || more.length > 0)
      throw new Error(`nvidia-smi says ${JSON.stringify(line.slice(0, 200))} of a process`);
    return { pid: Number(pid), uuid, memoryBytes: inBytes(numberOf(memory)) };
  });
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

const told = (field: string): string | null => (field === '' || /^\[.*\]$|^N\/A$/.test(field) ? null : field);

const numberOf = (field: string): number | null => (/^-?\d+(\.\d+)?$/.test(field) ? Number(field) : null);

const inBytes = (mebibytes: number | null): number | null => (mebibytes === null ? null : mebibytes * MIB);
