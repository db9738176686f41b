import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CHANNEL_FD,
  LIFELINE_FD,
  LineCutter,
  generate
} from "./chunk-FDJS4O24.js";
import {
  GateError,
  firstLine,
  messageOf
} from "./chunk-TCQXS3TT.js";
import "./chunk-NV5WPINZ.js";

// src/measure/worker.ts
import { once } from "node:events";
import { readFile as readFile2 } from "node:fs/promises";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import path from "node:path";
import { Worker } from "node:worker_threads";

// src/measure/model-session.ts
import { readdir, readFile } from "node:fs/promises";
import { performance as performance2 } from "node:perf_hooks";

// src/measure/run-timing.ts
import { performance } from "node:perf_hooks";
async function timed(action) {
  const start = performance.now();
  await action();
  return rounded(performance.now() - start);
}
async function timeBlock(run, minimumMs, leadInMs = 0) {
  for (const from = performance.now(); performance.now() - from < leadInMs; ) await run();
  const runsMs = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  do {
    const before = performance.now();
    await run();
    runsMs.push(rounded(performance.now() - before));
  } while (performance.now() - start < minimumMs);
  const { user, system } = process.cpuUsage(cpu);
  return { runsMs, cpuMs: (user + system) / 1e3 };
}
var WARM_UP = { stretchMs: 15, gain: 0.01, level: 2, limitMs: 1e3 };
async function warmUp(run, { stretchMs, gain, level, limitMs } = WARM_UP) {
  const start = performance.now();
  let runs = 0;
  let best = Infinity;
  let levelFor = 0;
  for (; ; ) {
    const { runsMs } = await timeBlock(run, stretchMs);
    runs += runsMs.length;
    const current = median(runsMs);
    levelFor = current < (1 - gain) * best ? 0 : levelFor + 1;
    best = Math.min(best, current);
    const elapsedMs = performance.now() - start;
    if (levelFor >= level || elapsedMs >= limitMs)
      return { runs, elapsedMs: rounded(elapsedMs), runMs: best };
  }
}
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
function rounded(milliseconds) {
  return Math.max(Number(milliseconds.toFixed(4)), 1e-4);
}

// src/measure/session-failure.ts
var OUT_OF_MEMORY = /bad_alloc|failed to allocate|out of memory|array buffer allocation failed/i;
var NO_PROVIDER = /execution ?provider|WebGPU adapter|failed to load (shared )?library|no available backend/i;
var WRONG_FEED = /invalid (dimensions|rank) for input|invalid input name|unexpected input data type|input '.*' is missing/i;
var SOURCE_LOCATION = /\S*onnxruntime_src\/\S+:\d+ [^)]*\)(?:\S*\)\S*)? /g;
function failureAt(stage, thrown) {
  const said = messageOf(thrown);
  const message = firstLine(said.replace(SOURCE_LOCATION, ""));
  return { cause: causeOf(stage, message, thrown), message };
}
function causeOf(stage, message, thrown) {
  if (OUT_OF_MEMORY.test(message)) return "memory";
  if (stage === "starting the runtime") return "runtime";
  if (stage === "making the inputs" || thrown instanceof GateError) return "input";
  if (stage === "creating the session") return NO_PROVIDER.test(message) ? "runtime" : "model";
  return WRONG_FEED.test(message) ? "input" : "model";
}

// src/measure/model-session.ts
var StageError = class extends Error {
  failure;
  constructor(stage, thrown) {
    const failure = failureAt(stage, thrown);
    super(failure.message, { cause: thrown });
    this.failure = failure;
  }
};
async function during(stage, action) {
  try {
    return await action();
  } catch (thrown) {
    throw new StageError(stage, thrown);
  }
}
async function loadModel(runtime, { modelPath, session: settings, feeds: specs, seed }, options = {}) {
  refuseUnknownProvider(runtime, settings);
  const feeds = await during("making the inputs", () => makeFeeds(runtime, specs, seed));
  const start = performance2.now();
  const session = await during(
    "creating the session",
    () => runtime.createSession(modelPath, { ...sessionOptions(settings), ...options })
  );
  const loadMs = rounded(performance2.now() - start);
  return { run: () => session.run(feeds), session, loadMs };
}
function sessionOptions({ provider, threads }) {
  return {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3
  };
}
function refuseUnknownProvider(runtime, { provider }) {
  const known = runtime.backends.map(({ name }) => name);
  if (known.includes(provider)) return;
  throw new StageError(
    "starting the runtime",
    new Error(`it has no execution provider "${provider}", only ${known.join(", ")}`)
  );
}
async function makeFeeds(runtime, specs, seed) {
  const feeds = /* @__PURE__ */ Object.create(null);
  for (const spec of specs)
    feeds[spec.name] = runtime.createTensor(spec.type, await dataOf(spec, seed), spec.shape);
  return feeds;
}
async function dataOf(spec, seed) {
  if (spec.fill.kind !== "file") return generate(spec, spec.fill, seed);
  const { readTensorFile } = await import("./chunk-CDZOFNQG.js");
  return (await readTensorFile(spec.fill.path, spec.fill.label)).data;
}
var UNOPTIMISED = { graphOptimizationLevel: "disabled" };
async function inferOutputs(runtime, modelPath) {
  const session = await during(
    "creating the session",
    () => runtime.createSession(modelPath, { ...sessionOptions({ provider: "cpu", threads: 1 }), ...UNOPTIMISED })
  );
  return session.outputMetadata.map(inferredValue);
}
function inferredValue({ name, isTensor, type, shape }) {
  if (!isTensor || type === void 0) return { name, type: null, shape: null };
  const known = shape !== void 0 && shape.length > 0;
  return { name, type, shape: known ? shape.map((dimension) => dimension === "" ? "?" : dimension) : null };
}
async function profileModel(runtime, subject, folder) {
  const prefix = "profile";
  const { run, session } = await loadModel(runtime, subject, {
    ...UNOPTIMISED,
    enableProfiling: true,
    profileFilePrefix: `${folder}/${prefix}`
  });
  await during("running", run);
  session.endProfiling();
  const { parseTrace } = await import("./chunk-GNJVXENA.js");
  return during("running", async () => {
    const trace = (await readdir(folder)).find((name) => name.startsWith(prefix));
    if (trace === void 0) throw new Error("the profiler wrote no trace");
    const text = await readFile(`${folder}/${trace}`, "utf8");
    try {
      return parseTrace(text);
    } catch (cause) {
      throw new Error("the trace that its profiler wrote of a run cannot be read", { cause });
    }
  });
}

// src/measure/worker.ts
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
  const kib = /^VmHWM:\s*(\d+) kB$/m.exec(await readFile2("/proc/self/status", "utf8"))?.[1];
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
