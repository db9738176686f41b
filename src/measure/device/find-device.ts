/** The card that a provider runs on: found, chosen, locked and proven by a worker that takes memory on it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GateError, messageOf } from '../../errors.js';
import { EMPTY_FEEDS, EMPTY_MODEL } from '../empty-model.js';
import type { Executor } from '../executor.js';
import { valueOf } from '../outcome.js';
import type { QueryCommand } from '../query-command.js';
import { NVIDIA_PROVIDERS } from '../provider.js';
import { chooseGpu } from './choose-gpu.js';
import type { DeviceFacts, DeviceReader, DeviceSearch } from './device.js';
import { type Gpu, queryGpus, queryProcesses } from './nvidia-smi.js';

/** Providers that may run on an NVIDIA card. */
const MAY_USE_NVIDIA: ReadonlySet<string> = new Set([...NVIDIA_PROVIDERS, 'webgpu']);
const MIB = 2 ** 20;
/** A context of any provider takes some hundred times as much. */
const LEAST_GROWTH = 8 * MIB;

export interface DeviceRequest {
  readonly provider: string;
  /** Number or UUID; null: not set. */
  readonly setting: string | null;
  /** CUDA_VISIBLE_DEVICES of our own environment. */
  readonly visible: string | undefined;
  /** CUDA_DEVICE_ORDER of our own environment. */
  readonly order?: string | undefined;
}

export interface DeviceServices {
  readonly run: QueryCommand;
  /** Of workers that see the card alone. */
  readonly executorFor: (uuid: string | null) => Executor;
  /** A private folder. */
  readonly folder: string;
  /** Waits until the card is ours. */
  readonly lock: (uuid: string) => Promise<void>;
}

/**
 * Null where the provider has no card that could be read.
 * @throws GateError of kind `config` for a card that there is not, `measurement` when another job keeps it.
 */
export async function findDevice(
  { provider, setting, visible, order }: DeviceRequest,
  { run, executorFor, folder, lock }: DeviceServices,
): Promise<DeviceSearch | null> {
  if (!MAY_USE_NVIDIA.has(provider)) return null;
  let gpus: Gpu[];
  try {
    gpus = await queryGpus(run);
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    return absent(
      missing
        ? 'no NVIDIA driver is here: there is no nvidia-smi'
        : `nvidia-smi cannot be asked (${lastLine(thrown)})`,
    );
  }
  if (gpus.length === 0) return absent('nvidia-smi lists no card');
  if (!NVIDIA_PROVIDERS.has(provider))
    return provenAdapter(provider, gpus, setting, { run, executorFor, folder, lock });
  const gpu = chooseGpu(gpus, setting, visible, order);
  await lock(gpu.uuid);
  const grown = await growthOf(provider, run, executorFor(gpu.uuid), folder);
  const own = typeof grown === 'string' ? undefined : grown.find(({ uuid }) => uuid === gpu.uuid);
  return found(gpu, gpus, own?.listed === true ? 'process' : 'growth', run);
}

/** Which adapter a provider takes is its own affair: the card is the one on which a worker of it takes memory. */
async function provenAdapter(
  provider: string,
  gpus: readonly Gpu[],
  setting: string | null,
  { run, executorFor, folder, lock }: DeviceServices,
): Promise<DeviceSearch> {
  const grown = await growthOf(provider, run, executorFor(null), folder);
  if (typeof grown === 'string') return absent(grown);
  const [own, ...others] = takenBy(grown);
  const gpu = gpus.find(({ uuid }) => uuid === own?.uuid);
  if (gpu === undefined || own === undefined)
    return absent(`a worker of ${provider} took no memory on an NVIDIA card: it runs elsewhere`);
  if (others.length > 0) {
    return absent(
      `memory grew on ${others.length + 1} cards while a worker of ${provider} started: which of them it runs on is not known`,
    );
  }
  if (setting !== null && chooseGpu(gpus, setting, undefined).uuid !== gpu.uuid) {
    throw new GateError(
      'config',
      `${provider} runs on the card ${gpu.index} (${gpu.name}), and device asks for "${setting}".`,
      `Which card ${provider} takes is up to the driver: leave device out, or use the provider cuda.`,
    );
  }
  await lock(gpu.uuid);
  return found(gpu, gpus, own.listed ? 'process' : 'growth', run);
}

/** The cards that a worker may have taken. Nothing was locked yet: another job may have taken memory as well. */
function takenBy(grown: readonly Growth[]): readonly Growth[] {
  const listed = grown.filter((card) => card.listed);
  if (listed.length === 1) return listed;
  return (listed.length === 0 ? grown : listed).filter(({ bytes }) => bytes >= LEAST_GROWTH);
}

interface Growth {
  readonly uuid: string;
  readonly bytes: number;
  /** Whether the driver lists the worker with its memory. */
  readonly listed: boolean;
}

/** What a worker with an empty model takes of each card; or why none could be started. */
async function growthOf(
  provider: string,
  run: QueryCommand,
  executor: Executor,
  folder: string,
): Promise<Growth[] | string> {
  const modelPath = path.join(await mkdtemp(path.join(folder, 'device-')), 'empty.onnx');
  await writeFile(modelPath, EMPTY_MODEL);
  const subject = { modelPath, session: { provider, threads: 1 }, feeds: EMPTY_FEEDS, seed: 0 };
  try {
    const before = await queryGpus(run);
    const worker = await executor.launch();
    try {
      const task = { model: 'an empty model', modelPath, provider };
      valueOf(await worker.request('load', subject), task);
      valueOf(await worker.request('first', {}), task);
      const after = await queryGpus(run);
      const processes = await queryProcesses(run);
      return after.map(({ uuid, memoryUsedBytes }) => {
        const earlier = before.find((gpu) => gpu.uuid === uuid)?.memoryUsedBytes;
        return {
          uuid,
          bytes: Math.max(0, (memoryUsedBytes ?? 0) - (earlier ?? 0)),
          listed: processes.some(
            (process) => process.uuid === uuid && process.pid === worker.pid && process.memoryBytes !== null,
          ),
        };
      });
    } finally {
      await worker.close();
    }
  } catch (thrown) {
    return `no worker of ${provider} could be watched on it (${lastLine(thrown)})`;
  }
}

function found(
  gpu: Gpu,
  gpus: readonly Gpu[],
  memoryBy: DeviceFacts['memoryBy'],
  run: QueryCommand,
): DeviceSearch {
  const { name, uuid, index, driver, pciBus, memoryBytes, powerLimitW, maxSmClockMhz } = gpu;
  const facts: DeviceFacts = {
    name,
    uuid,
    index,
    driver,
    pciBus,
    memoryBytes,
    powerLimitW,
    maxSmClockMhz,
    cards: gpus.length,
    memoryBy,
  };
  return { status: 'found', reader: readerOf(facts, run) };
}

function readerOf(facts: DeviceFacts, run: QueryCommand): DeviceReader {
  const { uuid } = facts;
  // A tool that fails once costs a reading and not the round.
  return {
    facts,
    read: async () => (await queryGpus(run).catch(() => [])).find((gpu) => gpu.uuid === uuid) ?? null,
    processes: async () => {
      const all = await queryProcesses(run).catch(() => null);
      const own = all?.filter((process) => process.uuid === uuid);
      return own === undefined ? null : new Map(own.map(({ pid, memoryBytes }) => [pid, memoryBytes]));
    },
  };
}

const absent = (reason: string): DeviceSearch => ({ status: 'absent', reason });

const lastLine = (thrown: unknown): string => messageOf(thrown).trim().split('\n').at(-1) ?? '';
