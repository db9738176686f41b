import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isKernel,
  kernelOf,
  readEvents
} from "./chunk-Q33VHSYY.js";
import {
  during,
  loadModel,
  profilingInto,
  readTrace
} from "./chunk-ZV4GBGM6.js";
import "./chunk-I5A5EWR2.js";
import "./chunk-N4FG3KBG.js";
import "./chunk-SY7WQYOX.js";
import "./chunk-JL2467QE.js";
import "./chunk-K3FV7RGY.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-NV5WPINZ.js";

// src/measure/trace-runs.ts
var END_OF_RUN = "model_run";
var DEVICE_EVENTS = { webgpu: "Api", cuda: "Kernel", tensorrt: "Kernel" };
function parseRuns(text, discarded, provider = "cpu") {
  const events = readEvents(text);
  const runs = splitRuns(events).slice(discarded).map(withOwnTimes);
  const last = runs.at(-1);
  if (last === void 0) throw new Error(`it tells of no run beyond ${discarded}`);
  const times = /* @__PURE__ */ new Map();
  for (const [index, kernels] of runs.entries()) {
    for (const { node, durationUs } of kernels) {
      const ofNode = times.get(node) ?? new Array(runs.length).fill(0);
      ofNode[index] = (ofNode[index] ?? 0) + durationUs;
      times.set(node, ofNode);
    }
  }
  const peaks = events.flatMap(({ args }) => args.mem_in_use_peak ?? []);
  return {
    kernels: last,
    nodes: [...times].map(([node, timesUs]) => ({ node, timesUs })),
    arenaPeakBytes: peaks.length === 0 ? null : peaks.reduce((most, peak) => Math.max(most, peak), 0),
    ...provider === "cpu" ? {} : { accelerator: acceleratorOf(events, discarded, provider) }
  };
}
function acceleratorOf(events, discarded, provider) {
  const runsUs = events.filter(({ name }) => name === END_OF_RUN).map(({ dur }) => dur);
  const category = DEVICE_EVENTS[provider];
  const onDevice = events.filter(({ cat }) => cat === category).map(({ dur }) => dur);
  const ofEach = onDevice.length / runsUs.length;
  const known = onDevice.length > 0 && Number.isInteger(ofEach);
  return {
    provider,
    runsUs: runsUs.slice(discarded),
    deviceUs: known ? runsUs.map((_, run) => sum(onDevice.slice(run * ofEach, (run + 1) * ofEach))).slice(discarded) : null
  };
}
var sum = (values) => values.reduce((all, value) => all + value, 0);
function splitRuns(events) {
  const runs = [];
  let current = [];
  for (const event of events) {
    if (isKernel(event)) current.push(event);
    if (event.name !== END_OF_RUN) continue;
    runs.push(current);
    current = [];
  }
  return runs;
}
function withOwnTimes(run) {
  const told = [];
  return run.map((event) => {
    let inside = 0;
    for (let last = told.at(-1); last !== void 0 && last.ts >= event.ts; last = told.at(-1)) {
      inside += last.dur;
      told.pop();
    }
    told.push(event);
    return { ...kernelOf(event), durationUs: Math.max(event.dur - inside, 0) };
  });
}

// src/measure/operator-runs.ts
async function runOperators(runtime, { runs, discarded, optimisedPath, ...subject }, folder) {
  const { run, session } = await loadModel(runtime, subject, {
    ...profilingInto(folder),
    ...optimisedPath === null ? {} : { optimizedModelFilePath: optimisedPath }
  });
  await during("running", async () => {
    for (let i = 0; i < discarded + runs; i += 1) await run();
  });
  session.endProfiling();
  return readTrace(folder, (text) => parseRuns(text, discarded, subject.session.provider));
}
export {
  runOperators
};
