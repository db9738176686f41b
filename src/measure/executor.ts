/** Starts worker processes and sees to it that none outlives its use. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHANNEL_FD, LIFELINE_FD } from './channel.js';
import type { Outcome } from './outcome.js';
import type { Operation, Replies, Requests } from './protocol.js';
import { findMeans } from './sandbox/find-means.js';
import { commandLine, type Means, sandboxOf } from './sandbox/launcher.js';
import { type Limits, limitsFor, memoryLimits, type MemoryLimits } from './sandbox/limits.js';
import type { Sandbox } from './sandbox/sandbox.js';
import { workerEnvironment } from './worker-environment.js';
import { WorkerProcess } from './worker-process.js';

/** A running worker. */
export interface Worker {
  /** Of the process, which leads a group of its own; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** How it is confined. */
  readonly sandbox: Sandbox;
  /** Asks for one operation, one at a time. Every way to fail is an outcome; after all but `refused` the worker is gone. */
  request<Op extends Operation>(op: Op, asked: Requests[Op]): Promise<Outcome<Replies[Op]>>;
  /** Kills it with all that it started and removes its folder. May be called again. */
  close(): Promise<void>;
}

/** What a worker may take; what is left out is the executor's own. */
export interface Bounds {
  /** Wall-clock seconds for one request, where they are fewer than the executor's own. */
  readonly deadlineS?: number;
  readonly memory?: MemoryLimits;
  /** Execution provider that it is for: some need more of a runtime than others. */
  readonly provider?: string;
  /** UUID of the only card that it sees; left out: those that we see. */
  readonly device?: string;
}

export interface Executor {
  /** Starts a fresh worker process. Whoever launches it closes it. */
  launch(bounds?: Bounds): Promise<Worker>;
  /** Ends every worker that still runs; what waits for one gets the outcome `cancelled`. */
  close(): Promise<void>;
}

export interface ExecutorOptions {
  /** The bundled src/measure/worker.ts. */
  readonly workerFile: string;
  /** The folder `node_modules` that holds onnxruntime-node. */
  readonly runtimeModules: string;
  /** The Node that runs workers, a path. */
  readonly node: string;
  /** Our own environment, of which workers see a few harmless variables. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Where each worker's private working folder is made. */
  readonly temporaryFolder: string;
  /** Wall-clock seconds for one request before the worker is killed. */
  readonly deadlineS?: number;
  /** Limits other than those that follow from the machine and the deadline. */
  readonly limits?: Partial<Limits>;
}

export const DEADLINE_S = 120;

/** The same executor for those who wait less long for an answer, or whose workers may take other memory. */
export function withBounds(executor: Executor, bounds: Bounds): Executor {
  return {
    launch: (own = {}) => {
      const deadlineS = Math.min(own.deadlineS ?? Infinity, bounds.deadlineS ?? Infinity);
      return executor.launch({ ...bounds, ...own, deadlineS });
    },
    close: () => executor.close(),
  };
}

export function createExecutor(options: ExecutorOptions): Executor {
  const running = new Set<Worker>();
  const longestS = options.deadlineS ?? DEADLINE_S;
  let means: Promise<Means> | undefined;
  return {
    async launch(bounds = {}) {
      const deadlineS = Math.min(bounds.deadlineS ?? longestS, longestS);
      const memory = bounds.memory ?? memoryLimits('auto', 'cpu');
      const limits = { ...limitsFor(memory, deadlineS), ...options.limits };
      means ??= findMeans(workerEnvironment(options.env), limits);
      const ability = await means;
      const folder = await mkdtemp(path.join(options.temporaryFolder, 'efficiency-gate-worker-'));
      const child = start(options, folder, limits, ability, bounds.device);
      const process = new WorkerProcess(child, deadlineS, limits);
      const worker: Worker = {
        pid: child.pid,
        sandbox: sandboxOf(limits, ability),
        request: (op, asked) => process.request(op, asked),
        async close() {
          running.delete(worker);
          await process.close();
          await rm(folder, { recursive: true, force: true });
        },
      };
      running.add(worker);
      return worker;
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.close()));
    },
  };
}

/** Its output goes nowhere, so that a noisy model corrupts nothing; standard error is kept for last words. */
function start(
  options: ExecutorOptions,
  folder: string,
  limits: Limits,
  means: Means,
  device?: string,
): ChildProcess {
  const stdio = ['ignore', 'ignore', 'pipe'] as ('ignore' | 'pipe')[];
  stdio[CHANNEL_FD] = 'pipe';
  stdio[LIFELINE_FD] = 'pipe';
  const { file, args } = commandLine(
    options.node,
    [options.workerFile, options.runtimeModules],
    limits,
    means,
  );
  return spawn(file, args, {
    cwd: folder,
    env: workerEnvironment(options.env, device),
    stdio,
    // A process group of its own, so that killing reaches whatever it starts.
    detached: true,
  });
}
