import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  generate,
  rounded
} from "./chunk-I5A5EWR2.js";
import {
  runtimeNameOf
} from "./chunk-N4FG3KBG.js";
import {
  firstLine
} from "./chunk-SY7WQYOX.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";

// src/measure/model-session.ts
import { readdir, readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";

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
  if (stage === "starting the provider") return "provider";
  if (stage === "making the inputs" || thrown instanceof GateError) return "input";
  if (stage === "creating the session") return NO_PROVIDER.test(message) ? "provider" : "model";
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
  const start = performance.now();
  const session = await during(
    "creating the session",
    () => runtime.createSession(modelPath, { ...sessionOptions(settings), ...options })
  );
  const loadMs = rounded(performance.now() - start);
  return { run: () => session.run(feeds), session, loadMs };
}
function sessionOptions({ provider, threads }) {
  return {
    executionProviders: [runtimeNameOf(provider)],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3
  };
}
function refuseUnknownProvider(runtime, { provider }) {
  const known = runtime.backends.map(({ name }) => name);
  if (known.includes(runtimeNameOf(provider))) return;
  throw new StageError(
    "starting the provider",
    new Error(`it is not among those of ONNX Runtime here: ${known.join(", ")}`)
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
  const { readTensorFile } = await import("./chunk-M3J6TJUI.js");
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
  const { run, session } = await loadModel(runtime, subject, { ...UNOPTIMISED, ...profilingInto(folder) });
  await during("running", run);
  session.endProfiling();
  const { parseTrace } = await import("./chunk-BTA2YJXR.js");
  return readTrace(folder, parseTrace);
}
var TRACE_PREFIX = "profile";
var profilingInto = (folder) => ({
  enableProfiling: true,
  profileFilePrefix: `${folder}/${TRACE_PREFIX}`
});
function readTrace(folder, parse) {
  return during("running", async () => {
    const trace = (await readdir(folder)).find((name) => name.startsWith(TRACE_PREFIX));
    if (trace === void 0) throw new Error("the profiler wrote no trace");
    const text = await readFile(`${folder}/${trace}`, "utf8");
    try {
      return parse(text);
    } catch (cause) {
      throw new Error("the trace that its profiler wrote of a run cannot be read", { cause });
    }
  });
}

export {
  StageError,
  during,
  loadModel,
  makeFeeds,
  inferOutputs,
  profileModel,
  profilingInto,
  readTrace
};
