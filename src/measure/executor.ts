/** Starts worker processes and sees to it that none outlives its use. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHANNEL_FD, LIFELINE_FD } from './channel.js';
import type { Outcome } from './outcome.js';
import type { Operation, Replies, Requests } from './protocol.js';
import { workerEnvironment } from './worker-environment.js';
import { WorkerProcess } from './worker-process.js';

/** A running worker. */
export interface Worker {
  /** Of the process, which leads a group of its own; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** Asks for one operation, one at a time. Every way to fail is an outcome; after all but `refused` the worker is gone. */
  request<Op extends Operation>(op: Op, asked: Requests[Op]): Promise<Outcome<Replies[Op]>>;
  /** Kills it with all that it started and removes its folder. May be called again. */
  close(): Promise<void>;
}

export interface Executor {
  /**
   * Starts a fresh worker process. Whoever launches it closes it.
   * @param deadlineS Wall-clock seconds for one request, where they are fewer than the executor's own.
   */
  launch(deadlineS?: number): Promise<Worker>;
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
}

export const DEADLINE_S = 120;

/** The same executor for those who wait less long for an answer. */
export function withDeadline(executor: Executor, deadlineS: number): Executor {
  return {
    launch: (shorterS = deadlineS) => executor.launch(Math.min(shorterS, deadlineS)),
    close: () => executor.close(),
  };
}

export function createExecutor(options: ExecutorOptions): Executor {
  const running = new Set<Worker>();
  const longestS = options.deadlineS ?? DEADLINE_S;
  return {
    async launch(deadlineS = longestS) {
      const folder = await mkdtemp(path.join(options.temporaryFolder, 'efficiency-gate-worker-'));
      const child = start(options, folder);
      const process = new WorkerProcess(child, Math.min(deadlineS, longestS));
      const worker: Worker = {
        pid: child.pid,
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
function start(options: ExecutorOptions, folder: string): ChildProcess {
  const stdio = ['ignore', 'ignore', 'pipe'] as ('ignore' | 'pipe')[];
  stdio[CHANNEL_FD] = 'pipe';
  stdio[LIFELINE_FD] = 'pipe';
  return spawn(options.node, [options.workerFile, options.runtimeModules], {
    cwd: folder,
    env: workerEnvironment(options.env),
    stdio,
    // A process group of its own, so that killing reaches whatever it starts.
    detached: true,
  });
}
