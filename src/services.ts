/** What the pipeline runs with: workers, clock, a private folder. The one place that makes the real ones. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Logger } from './logger.js';
import { type Disturbance, readDisturbance } from './measure/disturbance.js';
import { holdDevices } from './measure/device/device-lock.js';
import type { DeviceSearch } from './measure/device/device.js';
import { findDevice } from './measure/device/find-device.js';
import { findMeter } from './measure/energy/find-meter.js';
import type { MeterSearch } from './measure/energy/meter.js';
import { describeEnvironment, describeMachine } from './measure/environment.js';
import { createExecutor, type Executor, withBounds } from './measure/executor.js';
import type { Environment } from './measure/measurement.js';
import { NVIDIA_PROVIDERS } from './measure/provider.js';
import { queryCommand } from './measure/query-command.js';
import { memoryLimits } from './measure/sandbox/limits.js';
import type { GateReport } from './report.js';
import { makeScratch, sweepScratch } from './scratch.js';

export interface GateServices {
  readonly executor: Executor;
  /** Describes the machine; with `runtime: false` without loading ONNX Runtime, which a benchmark may not need. */
  readonly environment: (uses?: {
    readonly runtime: boolean;
    readonly executor?: Executor;
  }) => Promise<Environment>;
  readonly readDisturbance: () => Promise<Disturbance>;
  /** Looks for counters of energy of what an execution provider runs on. */
  readonly findMeter: (provider: string, device?: DeviceSearch | null) => Promise<MeterSearch>;
  /**
   * Looks for the card that an execution provider runs on, and keeps other jobs off it; null where the provider has
   * none that could be read. Nobody looks where left out.
   * @param setting Number or UUID; null: not set.
   */
  readonly findDevice?: (provider: string, setting: string | null) => Promise<DeviceSearch | null>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** A private folder for copies of models; whoever made it removes it. */
  readonly folder: string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** Wall clock, for the report's date. */
  readonly now: () => Date;
  /** Told the report as it stands before anything is measured, and after each model. Nobody asks where left out. */
  readonly onProgress?: OnProgress | undefined;
}

/** @throws GateError when it cannot do its part, which ends the run. */
export type OnProgress = (report: GateReport) => Promise<void>;

/** With the counters of energy and the card that were found for the provider. */
export interface MeteredServices extends GateServices {
  readonly energy: MeterSearch;
  /** Null or left out where none was looked for. */
  readonly device?: DeviceSearch | null;
}

export interface Surroundings {
  /** The bundled worker. */
  readonly workerFile: string;
  /**
   * Finds or installs the folder `node_modules` that holds onnxruntime-node, with what a provider needs of it; asked
   * when it is first needed.
   */
  readonly runtimeModules: (provider: string) => Promise<string>;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress | undefined;
}

/** Runs `use` with services that leave nothing behind: no process, no file. */
export async function withServices<Result>(
  { workerFile, runtimeModules, env, logger, signal, onProgress }: Surroundings,
  use: (services: GateServices) => Promise<Result>,
): Promise<Result> {
  await sweepScratch(tmpdir());
  const folder = await makeScratch(tmpdir());
  const devices = holdDevices({ logger, signal });
  const executor = lateExecutor(async (provider) =>
    createExecutor({
      workerFile,
      runtimeModules: await runtimeModules(provider),
      node: process.execPath,
      env,
      temporaryFolder: folder,
    }),
  );
  // Workers are in groups of their own, which an interruption at the keyboard does not reach.
  const endWorkers = (): void => void executor.close();
  signal.addEventListener('abort', endWorkers, { once: true });
  try {
    return await use({
      executor,
      environment: (uses) =>
        uses?.runtime === false
          ? Promise.resolve(describeMachine(env))
          : describeEnvironment(uses?.executor ?? executor, env),
      readDisturbance,
      findMeter,
      findDevice: (provider, setting) =>
        findDevice(
          { provider, setting, visible: env.CUDA_VISIBLE_DEVICES, order: env.CUDA_DEVICE_ORDER },
          {
            run: queryCommand,
            executorFor: (uuid) =>
              withBounds(executor, {
                provider,
                memory: memoryLimits('auto', provider),
                ...(uuid === null ? {} : { device: uuid }),
              }),
            folder,
            lock: (uuid) => devices.lock(uuid),
          },
        ),
      logger,
      signal,
      folder,
      clock: () => performance.now(),
      now: () => new Date(),
      onProgress,
    });
  } finally {
    signal.removeEventListener('abort', endWorkers);
    await executor.close();
    await devices.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A run that needs no worker, such as one that touches no model, neither finds nor installs a runtime. One that needs
 * NVIDIA's libraries finds or installs another for those workers.
 */
function lateExecutor(create: (provider: string) => Promise<Executor>): Executor {
  const created = new Map<boolean, Promise<Executor>>();
  const executorFor = (provider: string): Promise<Executor> => {
    const key = NVIDIA_PROVIDERS.has(provider);
    const executor = created.get(key) ?? create(provider);
    created.set(key, executor);
    return executor;
  };
  return {
    launch: async (bounds) => (await executorFor(bounds?.provider ?? 'cpu')).launch(bounds),
    close: async () => {
      for (const one of created.values()) await (await one.catch(() => null))?.close();
    },
  };
}
