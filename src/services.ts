/** What the pipeline runs with: workers, clock, a private folder. The one place that makes the real ones. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Logger } from './logger.js';
import { type Disturbance, readDisturbance } from './measure/disturbance.js';
import { findMeter } from './measure/energy/find-meter.js';
import type { MeterSearch } from './measure/energy/meter.js';
import { describeEnvironment, describeMachine } from './measure/environment.js';
import { createExecutor, type Executor } from './measure/executor.js';
import type { Environment } from './measure/measurement.js';
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
  readonly findMeter: (provider: string) => Promise<MeterSearch>;
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

/** With the counters of energy that were found for the run. */
export interface MeteredServices extends GateServices {
  readonly energy: MeterSearch;
}

export interface Surroundings {
  /** The bundled worker. */
  readonly workerFile: string;
  /** Finds or installs the folder `node_modules` that holds onnxruntime-node; asked when it is first needed. */
  readonly runtimeModules: () => Promise<string>;
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
  const executor = lateExecutor(async () =>
    createExecutor({
      workerFile,
      runtimeModules: await runtimeModules(),
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
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run that needs no worker, such as one that touches no model, neither finds nor installs a runtime. */
function lateExecutor(create: () => Promise<Executor>): Executor {
  let created: Promise<Executor> | null = null;
  return {
    launch: async (bounds) => {
      created ??= create();
      return (await created).launch(bounds);
    },
    close: async () => {
      const executor = await created?.catch(() => null);
      await executor?.close();
    },
  };
}
