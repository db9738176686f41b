import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  StageError,
  during,
  inferOutputs,
  loadModel,
  profileModel
} from "./chunk-ZV4GBGM6.js";
import {
  timeBlock,
  timed,
  warmUp
} from "./chunk-I5A5EWR2.js";
import {
  CHANNEL_FD,
  LIFELINE_FD,
  LineCutter
} from "./chunk-25US6P5N.js";
import "./chunk-N4FG3KBG.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-JL2467QE.js";
import "./chunk-K3FV7RGY.js";
import "./chunk-NV5WPINZ.js";

// src/measure/worker.ts
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import path from "node:path";
import { Worker } from "node:worker_threads";
async function dieWithParent() {
  const wait = `const { readSync } = require('node:fs');
    require('node:worker_threads').parentPort.postMessage('waiting');
    try { readSync(${LIFELINE_FD}, Buffer.alloc(1)); }
    finally { process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'); }`;
  const thread = new Worker(wait, { eval: true });
  await once(thread, "message");
  thread.unref();
}
function loadRuntime(modules) {
  Reflect.deleteProperty(globalThis, "Float16Array");
  const ort = createRequire(path.join(modules, "worker.js"))("onnxruntime-node");
  return {
    version: ort.env.versions.node ?? ort.env.versions.common,
    backends: ort.listSupportedBackends(),
    createTensor: (type, data, shape) => new ort.Tensor(type, data, shape),
    createSession: (modelPath, options) => ort.InferenceSession.create(modelPath, {
      ...options,
      executionProviders: [...options.executionProviders]
    })
  };
}
async function peakRssBytes() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const kib = /^VmHWM:\s*(\d+) kB$/m.exec(await readFile("/proc/self/status", "utf8"))?.[1];
  return kib === void 0 ? null : Number(kib) * 1024;
}
function handlers(modules) {
  let started;
  let loaded;
  const runtime = () => during("starting the runtime", () => started ??= loadRuntime(modules));
  const running = (action) => during("running", () => {
    if (loaded === void 0) throw new TypeError("no model is loaded");
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
      const { runOperators } = await import("./chunk-QTF6ZES2.js");
      return runOperators(await runtime(), asked, process.cwd());
    },
    agree: async (asked) => {
      const { compareOutputs } = await import("./chunk-PF7Y4OBI.js");
      return compareOutputs(await runtime(), asked);
    },
    profile: async (subject) => ({ kernels: await profileModel(await runtime(), subject, process.cwd()) })
  };
}
async function answer({ id, op, with: asked }, table) {
  try {
    return { id, reply: await table[op](asked) };
  } catch (thrown) {
    const failure = thrown instanceof StageError ? thrown.failure : { cause: "runtime", message: String(thrown) };
    return { id, failure };
  }
}
function serve(table) {
  const channel = new Socket({ fd: CHANNEL_FD });
  const lines = new LineCutter();
  let last = Promise.resolve();
  channel.on("data", (chunk) => {
    for (const line of lines.feed(chunk)) {
      last = last.then(async () => {
        channel.write(`${JSON.stringify(await answer(JSON.parse(line), table))}
`);
      });
    }
  });
  channel.on("close", () => process.kill(process.pid, "SIGKILL"));
}
await dieWithParent();
serve(handlers(process.argv[2] ?? "node_modules"));
