/**
 * The process that runs models: the only importer of ONNX Runtime, started afresh for each reading by
 * src/measure/executor.ts. Usage: node worker.js NODE_MODULES, where NODE_MODULES holds onnxruntime-node.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as OnnxRuntime from 'onnxruntime-node';
import { CHANNEL_FD, LIFELINE_FD, LineCutter } from './channel.js';
import { during, inferOutputs, loadModel, profileModel, StageError } from './model-session.js';
import type { Answer, Failure, Operation, Replies, Request, Requests } from './protocol.js';
import { timeBlock, timed, warmUp } from './run-timing.js';
import type { Run } from './run-timing.js';
import type { Runtime } from './runtime.js';

type Handlers = { [Op in Operation]: (asked: Requests[Op]) => Promise<Replies[Op]> };

/**
 * A run blocks the main thread, in a hostile model for ever. This thread waits for the end of a pipe that the
 * parent holds open as long as it lives, and then kills the whole process group. Nothing is read or timed before
 * it waits: half started it takes a core, and how much of its 5 MB is there yet differs from process to process.
 */
async function dieWithParent(): Promise<void> {
  const wait = `const { readSync } = require('node:fs');
    require('node:worker_threads').parentPort.postMessage('waiting');
    try { readSync(${LIFELINE_FD}, Buffer.alloc(1)); }
    finally { process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'); }`;
  const thread = new Worker(wait, { eval: true });
  await once(thread, 'message');
  thread.unref();
}

function loadRuntime(modules: string): Runtime {
  // Node 24 has Float16Array, which version 1.30 of the runtime mistakes for an empty array: without it, half
  // precision travels as bits.
  Reflect.deleteProperty(globalThis, 'Float16Array');
  const ort = createRequire(path.join(modules, 'worker.js'))('onnxruntime-node') as typeof OnnxRuntime;
  return {
    version: ort.env.versions.node ?? ort.env.versions.common,
    backends: ort.listSupportedBackends(),
    createTensor: (type, data, shape) => new ort.Tensor(type, data, shape),
    createSession: (modelPath, options) =>
      ort.InferenceSession.create(modelPath, {
        ...options,
        executionProviders: [...options.executionProviders],
      }),
  };
}

/** VmHWM where the system is Linux; elsewhere what getrusage says, in KiB. */
async function peakRssBytes(): Promise<number | null> {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const kib = /^VmHWM:\s*(\d+) kB$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1];
  return kib === undefined ? null : Number(kib) * 1024;
}

function handlers(modules: string): Handlers {
  let started: Runtime | undefined;
  let loaded: Run | undefined;
  const runtime = (): Promise<Runtime> =>
    during('starting the runtime', () => (started ??= loadRuntime(modules)));
  const running = <T>(action: (run: Run) => Promise<T>): Promise<T> =>
    during('running', () => {
      if (loaded === undefined) throw new TypeError('no model is loaded');
      return action(loaded);
    });
  return {
    describe: async () => {
      const { version, backends } = await runtime();
      return { runtime: version, node: process.versions.node, backends: [...backends] };
    },
    load: async (subject) => {
      const { run, loadMs } = await loadModel(await runtime(), subject);
      loaded = run;
      return { loadMs };
    },
    first: async () => ({ firstMs: await running(timed) }),
    warmUp: () => running((run) => warmUp(run)),
    block: ({ minimumMs, leadInMs }) => running((run) => timeBlock(run, minimumMs, leadInMs)),
    memory: async () => ({ peakRssBytes: await peakRssBytes() }),
    infer: async ({ modelPath }) => ({ outputs: await inferOutputs(await runtime(), modelPath) }),
    operators: async (asked) => {
      // Imported when needed, since every module costs each worker time and memory.
      const { runOperators } = await import('./operator-runs.js');
      return runOperators(await runtime(), asked, process.cwd());
    },
    agree: async (asked) => {
      // Imported when needed, since every module costs each worker time and memory.
      const { compareOutputs } = await import('./compare-outputs.js');
      return compareOutputs(await runtime(), asked);
    },
    profile: async (subject) => ({ kernels: await profileModel(await runtime(), subject, process.cwd()) }),
  };
}

async function answer<Op extends Operation>(
  { id, op, with: asked }: { id: number; op: Op; with: Requests[Op] },
  table: Handlers,
): Promise<Answer> {
  try {
    return { id, reply: await table[op](asked) };
  } catch (thrown) {
    const failure: Failure =
      thrown instanceof StageError ? thrown.failure : { cause: 'runtime', message: String(thrown) };
    return { id, failure };
  }
}

function serve(table: Handlers): void {
  const channel = new Socket({ fd: CHANNEL_FD });
  const lines = new LineCutter();
  let last = Promise.resolve();
  channel.on('data', (chunk: Buffer) => {
    for (const line of lines.feed(chunk)) {
      last = last.then(async () => {
        channel.write(`${JSON.stringify(await answer(JSON.parse(line) as Request, table))}\n`);
      });
    }
  });
  channel.on('close', () => process.kill(process.pid, 'SIGKILL'));
}

await dieWithParent();
serve(handlers(process.argv[2] ?? 'node_modules'));
