import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EMPTY_FEEDS,
  EMPTY_MODEL,
  FormatFault,
  describeMeter,
  externalDataLocations,
  inspectModel,
  interference,
  memoryLimits,
  plainNodeName,
  profileNodes,
  readModel,
  spentBetween,
  tallyModel,
  tellWeightsRead,
  traceRuns,
  unreadable,
  valueOf,
  wattsOf,
  withBounds,
  writeProbeFile
} from "./chunk-W6X2LAOO.js";
import {
  conclude,
  policyOf,
  timingDecisions
} from "./chunk-SG2RIEEX.js";
import {
  declarationOf,
  declaredSides
} from "./chunk-EKFA445O.js";
import {
  killGroup,
  spawnShell
} from "./chunk-UJMUDRG3.js";
import {
  append,
  emptySeries,
  freed,
  ruleOf
} from "./chunk-IDKS5MQE.js";
import {
  minimumRounds,
  verdictOn
} from "./chunk-236FJYZ2.js";
import {
  levelOff,
  rounded,
  sfc32,
  shuffled,
  streamOf,
  summariseFeed
} from "./chunk-I5A5EWR2.js";
import {
  LineCutter
} from "./chunk-25US6P5N.js";
import {
  firstLine,
  quoted
} from "./chunk-SY7WQYOX.js";
import {
  MOST_UNCHANGED,
  unchangedModel
} from "./chunk-PG4PWYPK.js";
import {
  SWEEP_KINDS,
  nameIn,
  namesCommands,
  scenariosFor
} from "./chunk-7PLQM42J.js";
import {
  GateError,
  defectOf,
  messageOf,
  systemFailure
} from "./chunk-K3FV7RGY.js";
import {
  ownDecisions,
  ownIndicators,
  ownPolicy,
  toleranceKeyOf
} from "./chunk-UIC3HMV7.js";
import {
  placementInWords,
  placementOf,
  ranOn
} from "./chunk-PZFJNZAO.js";
import {
  ROLES,
  describeDevice,
  deviceWarnings,
  ownIndicatorSchema,
  roundDevice
} from "./chunk-PG4ETPPZ.js";
import {
  MEASURED,
  measuredIndicators,
  median,
  medianAbsoluteDeviation
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/gate.ts
import path7 from "node:path";

// src/benchmark-pair.ts
import { createHash } from "node:crypto";

// src/evidence.ts
var OF_ONE_ALONE = /* @__PURE__ */ new Set([
  "model",
  "input",
  "revision",
  "command",
  "out-of-memory",
  "time-out",
  "crash",
  "protocol-error",
  "measurement"
]);
function withFailure(evidence, thrown) {
  return failed(evidence, failureOfOne(thrown));
}
function failureOfOne(thrown) {
  if (thrown instanceof RangeError || thrown instanceof TypeError) return defectOf(thrown);
  const failure = thrown instanceof GateError ? thrown : systemFailure(thrown);
  if (failure === null || !OF_ONE_ALONE.has(failure.kind)) throw thrown;
  return failure;
}
function withMeasurement(evidence, { measurement, problem }) {
  const found = problem ?? interruption(measurement);
  return found === null ? { ...evidence, measurement } : failed({ ...evidence, measurement }, found);
}
function refuseInterrupted(signal) {
  if (signal.aborted) throw new GateError("measurement", "The run was interrupted.", "Run it again.");
}
function interruption({ stopped, rounds, plannedRounds }) {
  if (stopped !== "interrupted") return null;
  return new GateError(
    "measurement",
    `Measuring was interrupted after ${rounds.length} of about ${plannedRounds} rounds.`,
    "Run it again."
  );
}
function failed(evidence, { kind, message, next }) {
  return { ...evidence, status: "failed", problem: { kind, message, next } };
}

// src/judge/ledger.ts
var Ledger = class {
  /** @param metered Whether counters of energy are read in every round. */
  constructor(context, policy, indicators = MEASURED) {
    this.context = context;
    this.policy = policy;
    this.#columns = indicators.map((indicator) => ({ indicator, series: emptySeries() }));
  }
  context;
  policy;
  #columns;
  #rounds = 0;
  add(round) {
    this.#rounds += 1;
    for (const { indicator, series: series2 } of this.#columns) {
      if (indicator.statistic !== void 0) append(series2, indicator.statistic, round, "head", this.context);
    }
  }
  /**
   * Whether more rounds can no longer change any verdict for the better: every measured indicator is decided,
   * contradicts itself or cannot be had. Proofs never lapse.
   */
  get settled() {
    if (this.#rounds === 0) return false;
    return this.#columns.every(({ indicator, series: series2 }) => {
      if (series2.logRatios.length < this.#rounds) return true;
      const { verdict, contradictory } = verdictOn(freed(series2), ruleOf(indicator, series2, this.policy));
      return verdict !== "undecided" || contradictory;
    });
  }
};

// src/measure/round-size.ts
var LEAST_BLOCKS = 5;
var MOST_BLOCKS = 200;
var MOST_RUNS = 2e3;
var INSIDE_SHARE = 0.72;
var BETWEEN_ROUNDS = 7e-3;
function roundCost(base, head, blocks) {
  return startOf(base, head) + blocks * blockOf(base, head);
}
function efficientBlocks(base, head) {
  const starts = startOf(base, head) / blockOf(base, head);
  const forShare = INSIDE_SHARE / (1 - INSIDE_SHARE) * starts;
  const forPrecision = Math.sqrt(starts) * (Math.hypot(base.scatter, head.scatter) / BETWEEN_ROUNDS);
  const runs = Math.max(base.runsPerBlock, head.runsPerBlock);
  const most = Math.min(MOST_BLOCKS, Math.max(LEAST_BLOCKS, Math.floor(MOST_RUNS / runs)));
  return Math.min(Math.max(Math.ceil(Math.max(forShare, forPrecision)), LEAST_BLOCKS), most);
}
var startOf = (base, head) => 2 * base.startS + head.startS;
var blockOf = (base, head) => 2 * base.blockS + head.blockS;

// src/measure/budget.ts
var PLANNED_ROUNDS = 24;
var SCANT_ROUNDS = 16;
var AUTO_S = { least: 30, most: 300 };
var MOST_ROUNDS = 400;
var SLACK = 1.1;
var LEAST_DEADLINE_S = 10;
function deadlineOf(budget) {
  return budget === "auto" ? AUTO_S.most : Math.max(budget, LEAST_DEADLINE_S);
}
function planBudget(budget, costs, spentS, minimumRounds2) {
  const limitS = budget === "auto" ? AUTO_S.most : budget;
  const neededS = (rounds, blocks) => spentS + SLACK * rounds * roundCost(costs.base, costs.head, blocks);
  const roomS = (limitS - spentS) / Math.max(SCANT_ROUNDS, minimumRounds2);
  let blocksPerRound = efficientBlocks(costs.base, costs.head);
  const fits = (blocks) => roundCost(costs.base, costs.head, blocks) <= roomS && neededS(minimumRounds2, blocks) <= limitS;
  while (blocksPerRound > 1 && !fits(blocksPerRound)) blocksPerRound--;
  if (neededS(minimumRounds2, blocksPerRound) > limitS) {
    throw tooSmall(limitS, neededS(minimumRounds2, 1), minimumRounds2);
  }
  const aim = Math.max(PLANNED_ROUNDS, minimumRounds2);
  const budgetS = budget === "auto" ? clamp(neededS(aim, blocksPerRound), AUTO_S.least, AUTO_S.most) : budget;
  const fitting = Math.floor((budgetS - spentS) / roundCost(costs.base, costs.head, blocksPerRound));
  return { budgetS, plannedRounds: clamp(fitting, minimumRounds2, MOST_ROUNDS), blocksPerRound };
}
function tooSmall(limitS, neededS, rounds) {
  const budget = Math.ceil(neededS);
  return new GateError(
    "measurement",
    `To prove a difference takes at least ${rounds} rounds, about ${budget} s for this model; the budget is ${limitS} s.`,
    `Give it --budget ${budget} (budget in the configuration), smaller inputs, or fewer gated indicators and models.`
  );
}
var clamp = (value, least, most) => Math.min(Math.max(value, least), most);

// src/measure/harness/harness-contestant.ts
import { performance } from "node:perf_hooks";

// src/measure/contestant.ts
var BLOCK_MS = 10;

// src/measure/harness/harness-process.ts
import { once } from "node:events";

// src/measure/harness/harness-protocol.ts
var MARKER = "gate:";
var STOP = "stop";
var runRequest = (runs) => `run ${runs}`;
var MOST_INDICATORS = 12;
var RESERVED = "duration";
var readySchema = external_exports.strictObject({
  ready: external_exports.literal(true),
  indicators: external_exports.array(ownIndicatorSchema).max(MOST_INDICATORS).refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "expected each name once").refine(
    (all) => all.every(({ name }) => name !== RESERVED),
    `expected other names than "${RESERVED}", which durations_ms already stand for`
  ).default([])
});
var answerSchema = external_exports.strictObject({
  durations_ms: external_exports.array(external_exports.number().positive()),
  readings: external_exports.record(external_exports.string(), external_exports.union([external_exports.number(), external_exports.array(external_exports.number())])).default({})
});
var BadAnswer = class extends Error {
  name = "BadAnswer";
};
function messageIn(line) {
  const shown = line.replace(/\r$/, "").split("\r").at(-1)?.trimStart() ?? "";
  return shown.startsWith(MARKER) ? shown.slice(MARKER.length) : null;
}
function parseReady(text) {
  return parse(text, readySchema, '{"ready": true, "indicators": [...]}').indicators;
}
function parseAnswer(text, runs, indicators) {
  const { durations_ms: runsMs, readings } = parse(
    text,
    answerSchema,
    '{"durations_ms": [...], "readings": {...}}'
  );
  if (runsMs.length !== runs)
    throw new BadAnswer(`expected ${runs} numbers in durations_ms, got ${runsMs.length}`);
  const declared = indicators.map(({ name }) => name);
  const stranger = Object.keys(readings).find((name) => !declared.includes(name));
  if (stranger !== void 0)
    throw new BadAnswer(`${cut(stranger)} among the readings is none of the indicators that ready declared`);
  const complete = declared.map((name) => [name, series(readings, name, runs)]);
  return { runsMs, readings: Object.fromEntries(complete) };
}
function series(readings, name, runs) {
  const told = Object.hasOwn(readings, name) ? readings[name] : void 0;
  if (told === void 0) throw new BadAnswer(`expected ${name} among the readings, as ready declared`);
  if (typeof told === "number") return [told];
  if (told.length === runs) return told;
  throw new BadAnswer(`expected one number or ${runs} for ${name}, got ${told.length}`);
}
function parse(text, schema, expected) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new BadAnswer(`expected ${expected} in JSON after ${MARKER}, got ${cut(text)}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === void 0 || issue.path.length === 0 ? "" : `${issue.path.map(String).join(".")}: `;
  throw new BadAnswer(
    `expected ${expected}, got ${cut(text)} (${place}${issue?.message ?? "it does not fit"})`
  );
}
var LONGEST_QUOTE = 120;
var cut = (text) => text.trim().length > LONGEST_QUOTE ? `${text.trim().slice(0, LONGEST_QUOTE)}…` : text.trim();

// src/measure/harness/harness-process.ts
var MAX_LINE_BYTES = 4 * 2 ** 20;
var LAST_WORDS = 4096;
var GRACE_S = 5;
var HarnessProcess = class {
  constructor(harness, signal) {
    this.harness = harness;
    this.signal = signal;
    const { command, folder, env } = harness;
    this.#child = spawnShell(command, { cwd: folder, env });
    this.#exited = once(this.#child, "close").catch(() => void 0);
    this.#abort = () => {
      this.#finish("was being measured when it was interrupted", "Run it again.");
    };
    signal.addEventListener("abort", this.#abort, { once: true });
    this.#listen();
    if (signal.aborted) this.#abort();
  }
  harness;
  signal;
  #child;
  #exited;
  #abort;
  #settle = null;
  #end = null;
  #closed = false;
  #lastWords = "";
  /**
   * Writes a line, if there is one to write, and waits for the answer.
   * @param parse Reads the text after the marker; throws BadAnswer.
   * @throws GateError of kind `measurement`: no answer in time, an end, or an answer that makes no sense.
   */
  async ask(line, parse2) {
    const awaited = line === null ? "say that it is ready" : `answer ${JSON.stringify(line)}`;
    if (line !== null && this.#end === null) this.#child.stdin.write(`${line}
`);
    const message = await this.#message(awaited);
    if (message instanceof GateError) throw message;
    try {
      return parse2(message);
    } catch (fault) {
      if (!(fault instanceof BadAnswer)) throw fault;
      throw this.#finish(
        `did not ${awaited} as docs/harness.md has it: ${fault.message}`,
        "Correct what the benchmark prints."
      );
    }
  }
  /** Lets it stop, then kills what is left, and waits until it is gone. */
  async close() {
    if (this.#end === null && !this.#closed) {
      this.#closed = true;
      this.#child.stdin.end(`${STOP}
`);
      const late = setTimeout(() => {
        killGroup(this.#child);
      }, GRACE_S * 1e3);
      await this.#exited;
      clearTimeout(late);
    }
    await this.#exited;
    this.signal.removeEventListener("abort", this.#abort);
  }
  #message(awaited) {
    if (this.#end !== null) return Promise.resolve(this.#end);
    const { timeoutS } = this.harness;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#finish(
          `did not ${awaited} within ${timeoutS} s and was killed${this.#said()}`,
          "Make one run shorter, or raise the timeout of the benchmark in the configuration."
        );
      }, timeoutS * 1e3);
      this.#settle = (message) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(message);
      };
    });
  }
  #listen() {
    const lines = new LineCutter(MAX_LINE_BYTES);
    const { stdin, stdout, stderr } = this.#child;
    stdin.on("error", () => void 0);
    stdout.on("data", (chunk) => {
      try {
        for (const line of lines.feed(chunk)) this.#hear(line);
      } catch (fault) {
        this.#finish(`printed what nobody can read: ${messageOf(fault)}`, "Print shorter lines.");
      }
    });
    stderr.on("data", (chunk) => {
      this.#remember(chunk.toString("utf8"));
    });
    this.#child.on("error", ({ message }) => {
      this.#finish(`cannot be started: ${message}`, "Check the command in the configuration.");
    });
    this.#child.on("exit", () => {
      killGroup(this.#child);
    });
    this.#child.on("close", (code, signal) => {
      if (this.#closed) return;
      const how = signal === null ? `exit status ${code ?? "unknown"}` : `signal ${signal}`;
      this.#finish(`ended by itself (${how})${this.#said()}`, "Run the command by hand to see why.");
    });
  }
  #hear(line) {
    const message = messageIn(line);
    if (message === null) {
      this.#remember(`${line}
`);
      this.harness.onStray?.(line);
    } else if (this.#settle !== null) this.#settle(message);
    else this.#finish("answered when nothing was asked", "Answer each line that it reads once.");
  }
  #remember(text) {
    this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
  }
  #said() {
    const last = firstLine(this.#lastWords.trim().split("\n").at(-1) ?? "");
    return last === "" ? "" : `; its last words: ${last}`;
  }
  /** Ends the process for good; the first reason stands and is returned. */
  #finish(what, next) {
    if (this.#end === null) {
      const { label, command } = this.harness;
      this.#end = new GateError("measurement", `${label} (${quoted(command)}) ${what}.`, next);
      killGroup(this.#child);
    }
    this.#settle?.(this.#end);
    return this.#end;
  }
};

// src/measure/harness/harness-contestant.ts
var MOST_RUNS2 = 1e3;
function harnessContestant(harness, signal) {
  return { label: harness.label, launch: () => ReadyHarness.launch(harness, signal) };
}
async function declaredIndicators(harness, signal) {
  const process = new HarnessProcess(harness, signal);
  try {
    return await process.ask(null, parseReady);
  } finally {
    await process.close();
  }
}
var ReadyHarness = class _ReadyHarness {
  constructor(process, indicators, readings, blockRuns) {
    this.process = process;
    this.indicators = indicators;
    this.readings = readings;
    this.blockRuns = blockRuns;
  }
  process;
  indicators;
  readings;
  blockRuns;
  static async launch(harness, signal) {
    const start = performance.now();
    const process = new HarnessProcess(harness, signal);
    try {
      const indicators = await process.ask(null, parseReady);
      const loadMs = rounded(performance.now() - start);
      const run = async (runs) => (await runOf(process, runs, indicators)).runsMs;
      const [firstMs = 0] = await run(1);
      let runMs = firstMs;
      const { runMs: levelMs, ...warmUp } = await levelOff(async (stretchMs) => {
        const runsMs = await run(runsIn(stretchMs, runMs));
        runMs = Math.min(runMs, ...runsMs);
        return runsMs;
      });
      const readings = { loadMs, firstMs: rounded(firstMs), peakRssBytes: null, warmUp };
      return new _ReadyHarness(process, indicators, readings, runsIn(BLOCK_MS, levelMs));
    } catch (failure) {
      await process.close();
      throw failure;
    }
  }
  async block() {
    const { runsMs, readings } = await runOf(this.process, this.blockRuns, this.indicators);
    return {
      runsMs: runsMs.map(rounded),
      cpuMs: null,
      ...this.indicators.length === 0 ? {} : { readings }
    };
  }
  /** By the clock and not by what it claims: the meter sees the time between its runs as well. */
  async stretch(minimumMs) {
    const start = performance.now();
    const runsMs = [];
    do
      runsMs.push(...(await this.block()).runsMs);
    while (performance.now() - start < minimumMs);
    return { runsMs, cpuMs: null };
  }
  close() {
    return this.process.close();
  }
};
var runOf = (process, runs, indicators) => process.ask(runRequest(runs), (text) => parseAnswer(text, runs, indicators));
var runsIn = (milliseconds, runMs) => Math.min(Math.max(Math.ceil(milliseconds / runMs), 1), MOST_RUNS2);

// src/measure/harness/measure-harness.ts
import os2 from "node:os";

// src/measure/rehearsal.ts
import { writeFile } from "node:fs/promises";
import path from "node:path";

// src/measure/device/device-memory.ts
async function watchDeviceMemory(reader) {
  if (reader.facts.memoryBy === "process")
    return async (pid) => (await reader.processes())?.get(pid ?? NaN) ?? null;
  const before = (await reader.read())?.memoryUsedBytes ?? null;
  return async () => {
    const after = (await reader.read())?.memoryUsedBytes ?? null;
    return before === null || after === null || after <= before ? null : after - before;
  };
}

// src/measure/model-contestant.ts
var LEAD_IN_MS = 1;
function modelContestant(executor, label, subject, card = null) {
  return { label, launch: () => ReadyModel.launch(executor, { label, subject, card }) };
}
var ReadyModel = class _ReadyModel {
  constructor(worker, entry, readings, runMs) {
    this.worker = worker;
    this.entry = entry;
    this.readings = readings;
    this.runMs = runMs;
  }
  worker;
  entry;
  readings;
  runMs;
  /**
   * Starts a process, loads the model, runs it for the first time and warms it up. Peak memory is read before
   * warming up: what thousands of timed runs leave to the garbage collector is ours and not the model's, and
   * scatters seven times as much.
   * @throws GateError when the model or its process fails; the process is gone then.
   */
  static async launch(executor, entry) {
    const held = entry.card === null ? null : await watchDeviceMemory(entry.card);
    const worker = await executor.launch();
    try {
      const { loadMs } = await ask(worker, entry, "load", entry.subject);
      const { firstMs } = await ask(worker, entry, "first", {});
      const { peakRssBytes } = await ask(worker, entry, "memory", {});
      const onCard = held === null ? {} : { deviceMemoryBytes: await held(worker.pid) };
      const { runMs, ...warmUp } = await ask(worker, entry, "warmUp", {});
      return new _ReadyModel(worker, entry, { loadMs, firstMs, peakRssBytes, ...onCard, warmUp }, runMs);
    } catch (failure) {
      await worker.close();
      throw failure;
    }
  }
  block() {
    const leadInMs = this.runMs < LEAD_IN_MS ? LEAD_IN_MS : 0;
    return ask(this.worker, this.entry, "block", { minimumMs: BLOCK_MS, leadInMs });
  }
  stretch(minimumMs) {
    return ask(this.worker, this.entry, "block", { minimumMs, leadInMs: 0 });
  }
  close() {
    return this.worker.close();
  }
};
async function ask(worker, { label, subject }, op, asked) {
  return valueOf(await worker.request(op, asked), {
    model: label,
    modelPath: subject.modelPath,
    provider: subject.session.provider
  });
}

// src/measure/rehearsal.ts
var EMPTY_WORKERS = 3;
var PILOT_BLOCKS = 8;
var PILOT_S = 1;
var NORMAL_MAD = 1.4826;
async function rehearse(contestant2, clock) {
  const launched = clock();
  const ready = await contestant2.launch();
  try {
    const started = clock();
    const blocks = [];
    do
      blocks.push(await ready.block());
    while (blocks.length < PILOT_BLOCKS && clock() - started < PILOT_S * 1e3);
    const ran = clock();
    await ready.close();
    const logMedians = blocks.map(({ runsMs }) => Math.log(median(runsMs)));
    return {
      startS: (started - launched + clock() - ran) / 1e3,
      blockS: (ran - started) / 1e3 / blocks.length,
      runsPerBlock: blocks.reduce((sum, { runsMs }) => sum + runsMs.length, 0) / blocks.length,
      scatter: NORMAL_MAD * medianAbsoluteDeviation(logMedians)
    };
  } finally {
    await ready.close();
  }
}
async function emptyWorkerRss(executor, session, folder) {
  const modelPath = path.join(folder, "empty.onnx");
  await writeFile(modelPath, EMPTY_MODEL);
  const subject = { modelPath, session, feeds: EMPTY_FEEDS, seed: 0 };
  const empty = modelContestant(executor, "an empty model", subject);
  const peaks = await Promise.all(
    Array.from({ length: EMPTY_WORKERS }, async () => {
      const ready = await empty.launch();
      await ready.close();
      return ready.readings.peakRssBytes;
    })
  );
  const known = peaks.filter((peak) => peak !== null).sort((one, other) => one - other);
  return known.length < EMPTY_WORKERS ? null : known[Math.floor(EMPTY_WORKERS / 2)] ?? null;
}

// src/measure/round-series.ts
import os from "node:os";

// src/measure/energy/stretch.ts
async function measureEnergy(meter, order, run) {
  let last = await meter.read();
  const spent = async () => {
    const reading2 = await meter.read();
    const between = spentBetween(meter.domains, last, reading2);
    last = reading2;
    return between;
  };
  await meter.rest();
  const idle = await spent();
  const idleWatts = Math.min(meter.restingWatts, wattsOf(idle));
  const energies = /* @__PURE__ */ new Map();
  for (const role of order) {
    const { runsMs } = await run(role, meter.stretchMs);
    energies.set(role, { ...await spent(), runs: runsMs.length, idleWatts });
  }
  return energies;
}

// src/measure/rounds.ts
async function measureRound(contestants, schedule, meter = null, onTimed = () => Promise.resolve()) {
  const ready = /* @__PURE__ */ new Map();
  try {
    for (const role of schedule.launchOrder) {
      const contestant2 = contestants[role === "head" ? "head" : "base"];
      ready.set(role, await contestant2.launch());
    }
    const blocks = { base: [], head: [], control: [] };
    for (const order2 of schedule.runOrders) {
      for (const role of order2) blocks[role].push(await present(ready, role).block());
    }
    await onTimed();
    const order = schedule.runOrders.at(-1) ?? schedule.launchOrder;
    const energies = meter === null ? null : await measureEnergy(meter, order, (role, minimumMs) => present(ready, role).stretch(minimumMs));
    const readings = (role) => {
      const energy = energies?.get(role);
      const read = { ...present(ready, role).readings, blocks: blocks[role] };
      return energy === void 0 ? read : { ...read, energy };
    };
    return { base: readings("base"), head: readings("head"), control: readings("control") };
  } finally {
    await Promise.all([...ready.values()].map((contestant2) => contestant2.close()));
  }
}
function present(ready, role) {
  const contestant2 = ready.get(role);
  if (contestant2 === void 0) throw new TypeError(`the schedule launches no ${role}`);
  return contestant2;
}

// src/measure/schedule.ts
function drawSchedule(blocks, random) {
  return {
    launchOrder: shuffled(ROLES, random),
    runOrders: Array.from({ length: blocks }, () => shuffled(ROLES, random))
  };
}

// src/measure/round-series.ts
async function measureRounds(contestants, plan, request, services, elapsedS) {
  const interrupted = () => services.signal.aborted;
  const random = sfc32(request.seed, streamOf(`schedule of ${request.subject}`));
  const rounds = [];
  const firstAtS = elapsedS();
  const ended = (stopped, problem = null) => ({
    rounds,
    stopped,
    problem
  });
  while (rounds.length < MOST_ROUNDS) {
    if (interrupted()) return ended("interrupted");
    const roundS = (elapsedS() - firstAtS) / Math.max(1, rounds.length);
    if (elapsedS() + roundS > plan.budgetS) return ended("budget");
    services.logger.progress(
      `${quoted(contestants.head.label)}: round ${rounds.length + 1} of about ${plan.plannedRounds}, ${elapsedS().toFixed(0)} s of ${plan.budgetS.toFixed(0)} s`
    );
    try {
      const schedule = drawSchedule(plan.blocksPerRound, random);
      const round = await observedRound(contestants, schedule, request.threads, services, elapsedS);
      rounds.push(round);
      if (request.decided(round)) return ended("decided");
    } catch (failure) {
      if (interrupted()) return ended("interrupted");
      if (rounds.length === 0 || !(failure instanceof GateError)) throw failure;
      return ended("failed", failure);
    }
  }
  return ended("rounds");
}
async function observedRound(contestants, schedule, threads, { meter, card = null, readDisturbance }, elapsedS) {
  const atFirst = await card?.read() ?? null;
  const others = await card?.processes() ?? null;
  const before = await readDisturbance();
  const timed = [];
  const readings = await measureRound(contestants, schedule, meter, async () => {
    if (card !== null) timed.push(await card.read());
  });
  const atLast = timed[0] ?? null;
  const after = await readDisturbance();
  return {
    ...schedule,
    ...readings,
    ...interference(before, after, { cores: os.availableParallelism(), threads }),
    ...atFirst === null || atLast === null ? {} : { device: roundDevice(atFirst, atLast, others?.size ?? null) },
    endedAtS: Number(elapsedS().toFixed(3))
  };
}

// src/measure/measure-contestants.ts
async function measureContestants(contestants, request, services, clock, elapsedS) {
  const rehearsed = {
    base: await rehearse(contestants.base, clock),
    head: await rehearse(contestants.head, clock)
  };
  const costs = withStretches(rehearsed, services.meter ?? null);
  const plan = planBudget(request.budget, costs, elapsedS(), request.minimumRounds);
  return { plan, series: await measureRounds(contestants, plan, request, services, elapsedS) };
}
function withStretches({ base, head }, meter) {
  const shareS = 4 / 3 * (meter?.stretchMs ?? 0) / 1e3;
  return {
    base: { ...base, startS: base.startS + shareS },
    head: { ...head, startS: head.startS + shareS }
  };
}

// src/measure/harness/measure-harness.ts
async function measureHarness({ harness, base, head, ...request }, services) {
  const { clock, signal, energy } = services;
  const meter = energy.status === "readable" ? energy.meter : null;
  const startedAt = clock();
  const elapsedS = () => (clock() - startedAt) / 1e3;
  const contestants = { base: harnessContestant(base, signal), head: harnessContestant(head, signal) };
  const threads = os2.availableParallelism();
  const { plan, series: series2 } = await measureContestants(
    contestants,
    { ...request, threads },
    { ...services, meter },
    clock,
    elapsedS
  );
  return {
    measurement: {
      provider: "none",
      threads,
      seed: request.seed,
      batch: 1,
      ...plan,
      feeds: { base: [], head: [] },
      emptyWorkerRssBytes: null,
      harness,
      rounds: series2.rounds,
      meter: describeMeter(energy),
      stopped: series2.stopped,
      elapsedS: Number(elapsedS().toFixed(3))
    },
    problem: series2.problem
  };
}
function unitedIndicators(name, base, head) {
  for (const after of head) {
    const before = base.find((one) => one.name === after.name);
    if (before === void 0 || before.unit === after.unit && before.better === after.better) continue;
    throw new GateError(
      "measurement",
      `The benchmark ${name} reports ${after.name} in ${before.unit}, ${before.better} being better, in the base, and in ${after.unit}, ${after.better} being better, in the head.`,
      "Give what changed its meaning another name."
    );
  }
  return [...head, ...base.filter((before) => !head.some((after) => after.name === before.name))];
}

// src/benchmark-pair.ts
var decisionsOf = ({ ready }, metered) => ready === null ? 0 : ownDecisions(ready.harness, metered);
async function openBenchmark(benchmark, config, { signal, logger }) {
  const { name, command, env } = benchmark;
  const timeoutS = benchmark.timeoutS ?? deadlineOf(config.budget);
  const evidence = {
    name,
    scenario: null,
    status: benchmark.base === null ? "added" : "compared",
    base: benchmark.base === null ? null : sideOf(benchmark.base, command),
    head: sideOf(benchmark.head, command),
    measurement: null,
    profile: null,
    sweeps: [],
    problem: null,
    warnings: []
  };
  if (benchmark.base === null) return { evidence, ready: null };
  const open2 = async (source, side) => ({
    label: `${name} in the ${side}`,
    command,
    folder: await source.open(),
    env,
    timeoutS,
    onStray: boundedLog(`${name} in the ${side}`, (line) => {
      logger.info(line);
    })
  });
  try {
    refuseInterrupted(signal);
    const base = await open2(benchmark.base, "base");
    const head = await open2(benchmark.head, "head");
    const indicators = unitedIndicators(
      name,
      await declaredIndicators(base, signal),
      await declaredIndicators(head, signal)
    );
    const harness = { name, command, indicators };
    return {
      evidence: { ...evidence, warnings: idleTolerances(harness, config) },
      ready: { harness, base, head }
    };
  } catch (thrown) {
    return { evidence: withFailure(evidence, thrown), ready: null };
  }
}
async function gatherBenchmark({ evidence, ready }, { seed, budget }, run, services) {
  if (ready === null) return evidence;
  const { harness, base, head } = ready;
  const policy = ownPolicy(run, harness);
  const context = { batch: 1, emptyWorkerRssBytes: null };
  const ledger = new Ledger(context, policy, ownIndicators(harness, services.energy.status === "readable"));
  try {
    refuseInterrupted(services.signal);
    await services.environment();
    const outcome = await measureHarness(
      {
        harness,
        base,
        head,
        seed,
        budget,
        minimumRounds: minimumRounds(policy),
        subject: `${evidence.base?.sha256 ?? ""} ${evidence.head?.sha256 ?? ""} ${harness.name}`,
        decided: (round) => {
          ledger.add(round);
          return ledger.settled;
        }
      },
      services
    );
    return withMeasurement(evidence, outcome);
  } catch (thrown) {
    return withFailure(evidence, thrown);
  }
}
var sideOf = ({ sha }, command) => ({
  path: command,
  sha256: createHash("sha256").update(`${sha}
${command}`).digest("hex"),
  profile: null
});
function idleTolerances(harness, { tolerances }) {
  const known = ownIndicators(harness, true).map(({ id }) => toleranceKeyOf(id, harness));
  return Object.keys(tolerances).filter((key) => key.startsWith(toleranceKeyOf("", harness)) && !known.includes(key)).map((key) => `The tolerance ${key} is of no use: the benchmark reports nothing of that name.`);
}
var LOGGED_LINES = 20;
function boundedLog(label, log) {
  const shown = /* @__PURE__ */ new Set();
  return (line) => {
    if (shown.size >= LOGGED_LINES || shown.has(line) || line.trim() === "") return;
    shown.add(line);
    log(`${quoted(label)}: ${line}`);
    if (shown.size === LOGGED_LINES) log(`${quoted(label)}: what else it prints is not shown.`);
  };
}

// src/check-placement.ts
import { mkdtemp } from "node:fs/promises";
import path2 from "node:path";
async function checkPlacements(sides, session, seed, { executor, folder }) {
  if (session.provider === "cpu") return [];
  const warnings = [];
  for (const role of ["base", "head"]) {
    const doubt = await checkSide(sides[role], session, seed, executor, folder);
    if (doubt !== null)
      warnings.push(
        `Whether the ${role} runs on ${session.provider} is not known before it is measured: ${doubt}`
      );
  }
  return warnings;
}
async function checkSide({ file, label, model, feeds }, session, seed, executor, folder) {
  let placement;
  try {
    const own = await mkdtemp(path2.join(folder, "placement-"));
    const modelPath = await writeProbeFile(model, file, label, own);
    const asked = {
      modelPath,
      session,
      feeds: feeds.feeds,
      seed,
      runs: 1,
      discarded: 0,
      optimisedPath: null
    };
    placement = placementOf(await traceRuns(executor, asked, label));
  } catch (thrown) {
    if (!(thrown instanceof GateError) || thrown.kind !== "model") throw thrown;
    return thrown.message;
  }
  if (placement !== null && placement.onProvider === 0) {
    throw new GateError(
      "measurement",
      `${quoted(label)} does not run on ${session.provider}: ${placementInWords(placement)}.`,
      `A figure of it would be one of another provider: measure it with provider: cpu, or build it of operators that ${session.provider} has.`
    );
  }
  return null;
}
function placementWarnings(profile) {
  return ["base", "head"].flatMap((role) => {
    const placement = profile[role]?.placement;
    return placement === void 0 || placement.elsewhere.length === 0 ? [] : [`Not all of the ${role} ran on ${placement.provider}: ${placementInWords(placement)}.`];
  });
}

// src/count-unchanged.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import path5 from "node:path";

// src/model-pair.ts
import { mkdir } from "node:fs/promises";
import path4 from "node:path";

// src/digest.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream } from "node:fs";
import path3 from "node:path";
import { pipeline } from "node:stream/promises";
async function digestModel(file, label) {
  const locations = [...await externalDataLocations(file, label)].sort();
  if (locations.length > 0) await readModel(file, label);
  const own = await digestFile(file);
  if (locations.length === 0) return own;
  const all = createHash2("sha256").update(own);
  for (const location of locations) {
    all.update(`
${location}
`).update(await digestFile(path3.join(path3.dirname(file), location)));
  }
  return all.digest("hex");
}
async function digestFile(file) {
  const hash = createHash2("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

// src/measure/ask-agreement.ts
var INPUTS = 8;
var LIMIT_MS = 1e4;
var SURVIVABLE = /* @__PURE__ */ new Set([
  "model",
  "input",
  "out-of-memory",
  "time-out",
  "crash",
  "protocol-error",
  "measurement"
]);
async function askAgreement(sides, session, seed, executor) {
  const unlike = unlikeInputs(sides.base.feeds, sides.head.feeds);
  if (unlike !== null) return unknown(unlike);
  const subjectOf = ({ modelPath, feeds }) => ({ modelPath, session, feeds, seed });
  const worker = await executor.launch();
  try {
    const asked = {
      base: subjectOf(sides.base),
      head: subjectOf(sides.head),
      seeds: Array.from({ length: isDrawn(sides.head.feeds) ? INPUTS : 1 }, (_, index) => seed + index),
      limitMs: LIMIT_MS
    };
    const { label, modelPath } = sides.head;
    const found = valueOf(await worker.request("agree", asked), {
      model: label,
      modelPath,
      provider: session.provider
    });
    if ("reason" in found) return unknown(found.reason);
    return { indicator: "output_agreement", provenance: "measured", ...found };
  } catch (thrown) {
    if (!(thrown instanceof GateError) || !SURVIVABLE.has(thrown.kind)) throw thrown;
    return unknown(thrown.message.replace(/\.$/, ""));
  } finally {
    await worker.close();
  }
}
var unknown = (reason) => ({
  indicator: "output_agreement",
  provenance: "not-measured",
  reason
});
var isDrawn = (feeds) => feeds.some(({ fill }) => fill.kind === "normal" || fill.kind === "uniform");
function unlikeInputs(base, head) {
  const described = (feeds) => feeds.map(({ name, type, shape }) => `${name} ${type} [${shape.join(", ")}]`).sort().join("; ");
  const [before, after] = [described(base), described(head)];
  return before === after ? null : `the base takes ${before || "no input"}, the head ${after || "no input"}`;
}

// src/measure/measure-models.ts
async function measureModels(request, services) {
  const { executor, clock, signal } = services;
  const startedAt = clock();
  const elapsedS = () => (clock() - startedAt) / 1e3;
  const endAll = () => void executor.close();
  signal.addEventListener("abort", endAll, { once: true });
  try {
    if (signal.aborted) throw new GateError("measurement", "Measuring was interrupted.", "Run it again.");
    const { base, head, session, seed, subject, batch, budget, minimumRounds: minimumRounds2, onRound } = request;
    const { device = null } = services;
    const card = device?.status === "found" ? device.reader : null;
    const contestants = {
      base: contestant(request, "base", executor, card),
      head: contestant(request, "head", executor, card)
    };
    const emptyWorkerRssBytes = await emptyWorkerRss(executor, session, services.folder);
    const decided = (round) => onRound?.(round, emptyWorkerRssBytes) === true;
    const contest = { seed, subject, budget, minimumRounds: minimumRounds2, threads: session.threads, decided };
    const meter = services.energy?.status === "readable" ? services.energy.meter : null;
    const metered = { ...services, meter, card };
    const { plan, series: series2 } = await measureContestants(contestants, contest, metered, clock, elapsedS);
    return {
      measurement: {
        ...session,
        seed,
        batch,
        ...plan,
        feeds: { base: base.feeds.map(summariseFeed), head: head.feeds.map(summariseFeed) },
        emptyWorkerRssBytes,
        rounds: series2.rounds,
        ...services.energy === void 0 ? {} : { meter: describeMeter(services.energy) },
        ...device === null ? {} : { device: describeDevice(device) },
        stopped: series2.stopped,
        elapsedS: Number(elapsedS().toFixed(3))
      },
      problem: series2.problem
    };
  } finally {
    signal.removeEventListener("abort", endAll);
  }
}
function contestant({ session, seed, ...sides }, side, executor, card) {
  const { label, modelPath, feeds } = sides[side];
  return modelContestant(executor, label, { modelPath, session, feeds, seed }, card);
}

// src/model-pair.ts
async function openSide(source, role, folder) {
  if (source === null) return null;
  const own = path4.join(folder, role);
  await mkdir(own, { recursive: true });
  const file = await source.open(own);
  return { file, side: { path: source.path, sha256: await digestModel(file, source.path), profile: null } };
}
async function countSide(opened, { scenario }, { config, inputFolder }, { executor, folder, logger }) {
  if (opened === null) return null;
  const { file, side } = opened;
  const { settings, session } = scenario;
  const inspected = await inspectModel(
    // Against the time that measuring takes, reading the weights is nothing; they are digested all the same.
    { file, label: side.path, settings, inputFolder, session, seed: config.seed, weights: "read" },
    executor,
    folder
  );
  side.profile = inspected.profile;
  tellWeightsRead(inspected, logger);
  return inspected;
}
async function countSides({ base, head }, model, plan, services) {
  const counted = await Promise.allSettled([
    countSide(base, model, plan, services),
    countSide(head, model, plan, services)
  ]);
  const [ofBase, ofHead] = counted;
  for (const outcome of counted) if (outcome.status === "rejected") throw outcome.reason;
  return {
    base: ofBase.status === "fulfilled" ? ofBase.value : null,
    head: ofHead.status === "fulfilled" ? ofHead.value : null
  };
}
function measurePair(base, head, subject, { scenario }, { config }, policy, services) {
  const { seed, budget } = config;
  const batch = base.feeds.batch === head.feeds.batch ? head.feeds.batch : 1;
  const indicators = measuredIndicators(
    services.energy.status === "readable",
    services.device?.status === "found"
  );
  let ledger = null;
  return measureModels(
    {
      subject,
      base: sideOf2(base),
      head: sideOf2(head),
      session: scenario.session,
      seed,
      budget,
      batch,
      minimumRounds: minimumRounds(policy),
      onRound: (round, emptyWorkerRssBytes) => {
        ledger ??= new Ledger({ batch, emptyWorkerRssBytes }, policy, indicators);
        ledger.add(round);
        return ledger.settled;
      }
    },
    services
  );
}
function agreementOf({ base, head }, { scenario }, { config }, { executor }) {
  return askAgreement({ base: sideOf2(base), head: sideOf2(head) }, scenario.session, config.seed, executor);
}
var sideOf2 = ({ label, file, feeds }) => ({
  label,
  modelPath: file,
  feeds: feeds.feeds
});
function unlikeBatches(base, head) {
  const [before, after] = [base.feeds.batch, head.feeds.batch];
  if (before === after) return [];
  return [
    `The base is fed a batch of ${before}, the head one of ${after}: their times are those of unlike work. Set both with dims.`
  ];
}

// src/count-unchanged.ts
async function countUnchanged(plan, services) {
  const planned = plan.unchanged ?? [];
  const counted = [];
  for (const [index, model] of planned.slice(0, MOST_UNCHANGED).entries()) {
    if (services.signal.aborted) break;
    const folder = path5.join(services.folder, `unchanged-${index}`);
    try {
      await mkdir2(folder);
      const opened = await openSide(model.head, "head", folder);
      const inspected = await countSide(opened, model, plan, { ...services, folder });
      const { base = null, head = null } = model.declared ?? {};
      const called = { name: model.name, scenario: model.scenario.name };
      if (inspected !== null) counted.push(unchangedModel(called, inspected.profile, { base, head }));
    } catch (thrown) {
      services.logger.info(`${model.name}: no part of cost against quality. ${failureOfOne(thrown).message}`);
    }
  }
  return { counted, leftOut: planned.length - counted.length };
}

// src/evaluate-pair.ts
async function declarationsOf({
  declared,
  evaluate,
  base,
  head
}) {
  if (evaluate === void 0) return { declared, warnings: [] };
  const said = {
    base: await saidBy(evaluate.base, base?.path, "base"),
    head: await saidBy(evaluate.head, head?.path, "head")
  };
  const failed2 = said.base.failure !== null || said.head.failure !== null;
  const of = (side, other) => together(declared?.[side] ?? null, said[side], said[other]);
  return {
    declared: {
      base: of("base", "head"),
      head: of("head", "base"),
      ...failed2 ? { unevaluated: { base: said.base.failure, head: said.head.failure } } : {}
    },
    warnings: [...said.base.warnings, ...said.head.warnings]
  };
}
async function saidBy(evaluate, path10, side) {
  try {
    const declaration = path10 === void 0 ? null : declarationOf(await evaluate(), path10);
    return { declaration, failure: null, warnings: [] };
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    return {
      declaration: null,
      failure: `the quality command failed in the ${side}`,
      warnings: [`Quality is not known of the ${side}. ${thrown.message} ${thrown.next}`]
    };
  }
}
function together(file, own, other) {
  if (file === null) return own.declaration;
  const quality = Object.entries({ ...file.quality, ...own.declaration?.quality }).filter(
    ([name]) => own.failure === null || !Object.hasOwn(other.declaration?.quality ?? {}, name)
  );
  return { training: own.declaration?.training ?? file.training, quality: Object.fromEntries(quality) };
}

// src/instruments.ts
var NO_INSTRUMENTS = { energy: unreadable("nothing was measured"), device: null };
async function findInstruments(providers, setting, { findMeter, findDevice, logger }) {
  const found = /* @__PURE__ */ new Map();
  for (const provider of new Set(providers)) {
    const device = await findDevice?.(provider, setting) ?? null;
    if (device?.status === "found") {
      const { name, uuid, index, cards } = device.reader.facts;
      logger.info(`${provider} runs on card ${index} of ${cards}: ${name} (${uuid}).`);
    }
    found.set(provider, { energy: await findMeter(provider, device), device });
  }
  return found;
}
function visibleDevice({ device }) {
  return device?.status === "found" ? { device: device.reader.facts.uuid } : {};
}

// src/profile-operators.ts
import { mkdtemp as mkdtemp2 } from "node:fs/promises";
import path6 from "node:path";

// src/operator-times.ts
function operatorTimes(traced, costs, macs) {
  const { kernels, nodes, arenaPeakBytes } = traced;
  const placement = placementOf(traced);
  const timesOf = new Map(nodes.map(({ node, timesUs }) => [node, timesUs]));
  const groups = /* @__PURE__ */ new Map();
  for (const { node, op: type, provider } of kernels) {
    const op = costs.get(node)?.op ?? type;
    const key = `${op} ${provider}`;
    const group = groups.get(key) ?? { op, provider, kernels: 0, timesUs: [], nodes: /* @__PURE__ */ new Set() };
    groups.set(key, group);
    group.kernels += 1;
    if (group.nodes.has(node)) continue;
    group.nodes.add(node);
    for (const [run, time] of (timesOf.get(node) ?? []).entries())
      group.timesUs[run] = (group.timesUs[run] ?? 0) + time;
  }
  const timed = [...groups.values()].map((group) => ({
    ...group,
    timeMs: group.timesUs.length === 0 ? 0 : median(group.timesUs) / 1e3,
    macs: sumOrNull([...group.nodes].map((node) => costs.get(node)?.macs ?? null)),
    flops: sumOrNull([...group.nodes].map((node) => flopsOf(costs.get(node)))),
    trafficBytes: sumOrNull([...group.nodes].map((node) => costs.get(node)?.memory_traffic_bytes ?? null))
  }));
  const timeMs = timed.reduce((sum, group) => sum + group.timeMs, 0);
  return {
    runs: nodes[0]?.timesUs.length ?? 1,
    timeMs,
    macs,
    gmacPerS: placement === null ? rate(macs, timeMs) : null,
    executedMacs: sumOrNull(timed.map((group) => group.macs)),
    arenaPeakBytes,
    operators: timed.map(
      ({ op, provider, kernels: count, timeMs: time, macs: own, flops, trafficBytes }) => ({
        op,
        provider,
        kernels: count,
        timeMs: time,
        share: timeMs === 0 ? 0 : time / timeMs,
        macs: own,
        flops,
        trafficBytes,
        // Of an accelerator the profiler tells how long launching took: no rate follows from that.
        gmacPerS: placement === null || ranOn(provider, "cpu") ? rate(own, time) : null
      })
    ).sort((one, other) => other.timeMs - one.timeMs),
    ...placement === null ? {} : { placement }
  };
}
function flopsOf(row) {
  if (row === void 0 || row.macs === null || row.elementwise === null) return null;
  return 2 * row.macs + row.elementwise;
}
function sumOrNull(values) {
  return values.reduce(
    (sum, value) => sum === null || value === null ? null : sum + value,
    0
  );
}
function rate(macs, timeMs) {
  return macs === null || macs === 0 || timeMs === 0 ? null : macs / timeMs / 1e6;
}

// src/profile-operators.ts
var PROFILE_SHARE = 0.05;
var LEAST_RUNS = 4;
var MOST_RUNS3 = 40;
var MOST_EVENTS = 4e4;
var DISCARDED_SHARE = 0.25;
var MOST_BYTES = 1e9;
async function profileOperators(sides, measurement, executor, folder) {
  const profile = { base: null, head: null, reason: null };
  try {
    for (const role of ["base", "head"])
      profile[role] = await profileSide(sides[role], role, measurement, executor, folder);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    profile.reason = thrown.message;
  }
  return profile;
}
async function profileSide({ file, label, model, feeds, profile }, role, { provider, threads, seed, budgetS, rounds }, executor, folder) {
  const own = await mkdtemp2(path6.join(folder, "operators-"));
  const modelPath = await writeProbeFile(model, file, label, own);
  const optimisedPath = model.bytes > MOST_BYTES ? null : path6.join(own, "optimised.onnx");
  const limitMs = budgetS * 1e3 * PROFILE_SHARE / 2;
  const runs = runsWithin(limitMs / shortestRun(rounds, role), model.graph.nodes.length);
  const subject = { modelPath, session: { provider, threads }, feeds: feeds.feeds, seed };
  const traced = withPlainNames(await traceRuns(executor, { ...subject, ...runs, optimisedPath }, label));
  const costs = optimisedPath === null ? /* @__PURE__ */ new Map() : await costsOf(optimisedPath, traced);
  return operatorTimes(traced, costs, profile.counts.macs.value);
}
function withPlainNames({ kernels, nodes, ...told }) {
  const plain = (named) => ({
    ...named,
    node: plainNodeName(named.node)
  });
  return { kernels: kernels.map(plain), nodes: nodes.map(plain), ...told };
}
function runsWithin(fitting, nodes) {
  const all = Math.min(Math.max(Math.floor(fitting), LEAST_RUNS), MOST_RUNS3);
  const bounded = Math.max(Math.min(all, Math.floor(MOST_EVENTS / Math.max(nodes, 1))), LEAST_RUNS);
  const discarded = Math.ceil(bounded * DISCARDED_SHARE);
  return { runs: bounded - discarded, discarded };
}
function shortestRun(rounds, role) {
  const times = rounds.map((round) => round[role].blocks[0]?.runsMs[0] ?? Infinity);
  return Math.min(...times, Infinity);
}
async function costsOf(optimised, { kernels }) {
  try {
    const model = await readModel(optimised, "the optimised model");
    return new Map(profileNodes(tallyModel(model, [], kernels)).map((row) => [row.name, row]));
  } catch (thrown) {
    if (thrown instanceof FormatFault || thrown instanceof GateError && thrown.kind === "model")
      return /* @__PURE__ */ new Map();
    throw thrown;
  }
}

// src/progress.ts
function unreached({ name, scenario }) {
  return {
    name,
    scenario,
    status: "failed",
    base: null,
    head: null,
    measurement: null,
    profile: null,
    sweeps: [],
    problem: {
      kind: "measurement",
      message: "It was still to be measured when this report was written.",
      next: "Wait for the run to end, or run it again if it was killed."
    },
    warnings: []
  };
}
var NAMED = 20;
function interimWarnings(left) {
  if (left.length === 0) return [];
  const names = left.slice(0, NAMED).map(({ name }) => name);
  const others = left.length > NAMED ? [`${left.length - NAMED} more`] : [];
  return [
    `This report is incomplete: it was written before the run had ended. Still to be measured: ${[...names, ...others].join(", ")}.`
  ];
}

// src/measure/sweep-summary.ts
var GAIN = 1.05;
function summariseSweep(kind, readings) {
  const sideOf3 = ({ value, rounds }, role) => {
    if (rounds.length === 0) return null;
    const throughput = median(rounds.map((round) => round[role].throughput));
    const [first] = readings;
    const reference = first === void 0 || first.rounds.length === 0 ? null : median(first.rounds.map((round) => round[role].throughput));
    const speedUp = reference === null ? null : throughput / reference;
    return {
      latencyMs: median(rounds.map((round) => round[role].latencyMs)),
      throughput,
      speedUp,
      efficiency: kind === "batch" || speedUp === null || first === void 0 ? null : speedUp / (value / first.value)
    };
  };
  const points = readings.map((point) => ({
    value: point.value,
    rounds: point.rounds.length,
    base: sideOf3(point, "base"),
    head: sideOf3(point, "head"),
    reason: point.rounds.length > 0 ? null : point.reason ?? "it was not reached"
  }));
  return {
    kind,
    points,
    saturatesAt: { base: saturation(points, "base"), head: saturation(points, "head") }
  };
}
function saturation(points, role) {
  const known = points.flatMap(
    ({ value, [role]: side }) => side === null ? [] : [{ value, throughput: side.throughput }]
  );
  const found = known.find(
    ({ throughput }, at) => at < known.length - 1 && known.slice(at + 1).every((later) => later.throughput < GAIN * throughput)
  );
  return found?.value ?? null;
}

// src/measure/sweep.ts
var ROUNDS = 3;
var BLOCKS = 5;
var SIDES = ["base", "head"];
async function runSweep(kind, tasks, services) {
  const { clock, random, signal, limitS } = services;
  const endMs = clock() + limitS * 1e3;
  const found = tasks.map((task) => ({ task, rounds: [], reason: task.reason })).sort((one, other) => one.task.value - other.task.value);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const point of shuffled(found, random)) {
      if (point.reason !== null) continue;
      if (signal.aborted || clock() > endMs) {
        point.reason = signal.aborted ? "the run was interrupted" : `the ${limitS} s of the sweep were spent`;
        continue;
      }
      try {
        point.rounds.push(await measurePoint(point.task, services));
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        point.reason = thrown.message;
      }
    }
  }
  return summariseSweep(
    kind,
    found.map(({ task, rounds, reason }) => ({ value: task.value, rounds, reason }))
  );
}
async function measurePoint({ contestants, batch }, { random }) {
  if (contestants === null) throw new TypeError("a value without contestants has a reason");
  const ready = /* @__PURE__ */ new Map();
  try {
    for (const side of shuffled(SIDES, random)) ready.set(side, await contestants[side].launch());
    const runsMs = { base: [], head: [] };
    for (let block = 0; block < BLOCKS; block += 1) {
      for (const side of shuffled(SIDES, random))
        runsMs[side].push(...(await ready.get(side)?.block())?.runsMs ?? []);
    }
    return { base: reading(runsMs.base, batch.base), head: reading(runsMs.head, batch.head) };
  } finally {
    await Promise.all([...ready.values()].map((contestant2) => contestant2.close()));
  }
}
function reading(runsMs, batch) {
  const sorted = runsMs.toSorted((one, other) => one - other);
  const latencyMs = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { latencyMs, throughput: batch * 1e3 / latencyMs };
}

// src/sweep-pair.ts
async function sweepPair(sides, { name, scenario }, { config }, { budgetS }, { executor, clock, signal, logger, environment }) {
  const sweeps = [];
  for (const kind of SWEEP_KINDS) {
    const values = config.sweeps[kind] ?? [];
    if (values.length === 0) continue;
    logger.progress(`${name}: sweep of ${kind}`);
    const { cores } = await environment();
    const taskOf = (value) => taskAt(kind, value, sides, scenario.session, config.seed, cores, executor);
    const tasks = values.map(taskOf);
    const random = sfc32(config.seed, streamOf(`sweep of ${kind}`));
    sweeps.push(await runSweep(kind, tasks, { clock, random, signal, limitS: budgetS }));
  }
  return sweeps;
}
function taskAt(kind, value, sides, session, seed, cores, executor) {
  const none = (reason) => ({
    value,
    contestants: null,
    batch: { base: 1, head: 1 },
    reason
  });
  if (kind === "threads" && value > cores) return none(`the machine has ${cores} cores`);
  const settings = kind === "threads" ? { ...session, threads: value } : session;
  try {
    const fed = (side) => kind === "batch" ? atBatch(side, value) : side.feeds;
    const [base, head] = [fed(sides.base), fed(sides.head)];
    const contestant2 = ({ file, label }, { feeds }) => modelContestant(executor, label, { modelPath: file, session: settings, feeds, seed });
    return {
      value,
      contestants: { base: contestant2(sides.base, base), head: contestant2(sides.head, head) },
      batch: { base: base.batch, head: head.batch },
      reason: null
    };
  } catch (thrown) {
    if (thrown instanceof GateError) return none(thrown.message);
    throw thrown;
  }
}
function atBatch({ label, feedsAt }, batch) {
  try {
    return feedsAt(batch);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.kind, `${label}: ${thrown.message}`, thrown.next);
  }
}

// src/gate.ts
async function runGate(plan, services) {
  const measured = plan.models.filter(({ status }) => status === "changed").length;
  const benchmarks = [];
  for (const benchmark of plan.benchmarks ?? [])
    benchmarks.push(await openBenchmark(benchmark, plan.config, services));
  const runnable = benchmarks.filter(({ ready }) => ready !== null).length;
  const { budget, workerMemory, provider, device } = plan.config;
  const changed = plan.models.filter(({ status }) => status === "changed").map(providerOf);
  const instruments = await findInstruments(
    [...changed, ...runnable > 0 ? [provider] : []],
    device,
    services
  );
  const of = (accelerator) => instruments.get(accelerator) ?? NO_INSTRUMENTS;
  const metered = [...instruments.values()].some(({ energy }) => energy.status === "readable");
  const own = benchmarks.reduce((sum, benchmark) => sum + decisionsOf(benchmark, metered), 0);
  const onDevice = changed.filter((accelerator) => of(accelerator).device?.status === "found").length;
  const decisions = timingDecisions(measured, { own, metered, onDevice });
  const { shard } = plan;
  const policy = policyOf(plan.config, Math.max(decisions, shard?.fleetDecisions ?? 0));
  const executorFor = (accelerator) => withBounds(services.executor, {
    deadlineS: deadlineOf(budget),
    memory: memoryLimits(workerMemory, accelerator),
    provider: accelerator,
    ...visibleDevice(of(accelerator))
  });
  let described = null;
  const environment = () => described ??= services.environment({ runtime: measured > 0, executor: executorFor(provider) });
  const models = [];
  let unchanged = { counted: [], leftOut: 0 };
  const turns = turnsOf(plan, benchmarks);
  const report = async () => {
    const left = turns.slice(models.length);
    const measuredAny = models.some(({ measurement }) => measurement !== null);
    const { base, head, warnings } = plan;
    return conclude(
      {
        base,
        head,
        warnings: [...interimWarnings(left), ...warnings],
        models: [...models, ...left.map(unreached)],
        ...unchanged.counted.length === 0 ? {} : { unchanged: [...unchanged.counted] },
        ...unchanged.leftOut === 0 ? {} : { unchangedLeftOut: unchanged.leftOut },
        environment: measuredAny ? await environment() : null,
        createdAt: services.now(),
        ...shard === void 0 ? {} : { shard: { machine: shard.machine, index: shard.index, of: shard.of, decisions } },
        ...plan.claims === void 0 ? {} : { claims: plan.claims },
        ...plan.waivers === void 0 ? {} : { acknowledgements: plan.waivers.map((waiver) => ({ kind: "waiver", ...waiver })) }
      },
      policy
    );
  };
  unchanged = await countUnchanged(plan, { ...services, executor: executorFor(provider) });
  await services.onProgress?.(await report());
  const finished = async (evidence) => {
    models.push(evidence);
    await services.onProgress?.(await report());
  };
  for (const [index, model] of plan.models.entries()) {
    const folder = path7.join(services.folder, String(index));
    const executor = executorFor(providerOf(model));
    const equipped = { ...services, ...of(providerOf(model)), executor, environment, folder };
    await finished(await gather(model, plan, policy, equipped));
  }
  for (const benchmark of benchmarks) {
    await finished(
      await gatherBenchmark(benchmark, plan.config, policy, { ...services, ...of(provider), environment })
    );
  }
  return report();
}
var turnsOf = (plan, benchmarks) => [
  ...plan.models.map(({ name, scenario }) => ({ name, scenario: scenario.name })),
  ...benchmarks.map(({ evidence: { name, scenario } }) => ({ name, scenario }))
];
var providerOf = ({ scenario }) => scenario.session.provider;
async function gather(model, plan, policy, services) {
  const evidence = {
    name: model.name,
    scenario: model.scenario.name,
    status: model.status === "changed" ? "compared" : model.status,
    base: null,
    head: null,
    measurement: null,
    profile: null,
    sweeps: [],
    ...model.declared === void 0 ? {} : { declared: model.declared },
    problem: null,
    warnings: [...model.warnings]
  };
  try {
    refuseInterrupted(services.signal);
    const base = await openSide(model.base, "base", services.folder);
    evidence.base = base?.side ?? null;
    const head = await openSide(model.head, "head", services.folder);
    evidence.head = head?.side ?? null;
    if (base !== null && base.side.sha256 === head?.side.sha256) return { ...evidence, status: "identical" };
    const describing = base === null || head === null ? null : services.environment();
    describing?.catch(() => void 0);
    const counted = await countSides({ base, head }, model, plan, services);
    const told = [...counted.base?.warnings ?? [], ...counted.head?.warnings ?? []];
    evidence.warnings = [.../* @__PURE__ */ new Set([...evidence.warnings, ...told])];
    if (counted.base === null || counted.head === null) return evidence;
    evidence.warnings.push(...unlikeBatches(counted.base, counted.head));
    const { declared, warnings } = await declarationsOf(model);
    if (declared !== void 0) evidence.declared = declared;
    evidence.warnings.push(...warnings);
    await describing;
    const sides = { base: counted.base, head: counted.head };
    evidence.warnings.push(
      ...await checkPlacements(sides, model.scenario.session, plan.config.seed, services)
    );
    const subject = `${evidence.base?.sha256 ?? ""} ${evidence.head?.sha256 ?? ""}`;
    const outcome = await measurePair(counted.base, counted.head, subject, model, plan, policy, services);
    evidence.measurement = outcome.measurement;
    evidence.warnings.push(...deviceWarnings(outcome.measurement.rounds));
    const measured = withMeasurement(evidence, outcome);
    if (measured.status === "failed") return measured;
    evidence.agreement = await agreementOf(sides, model, plan, services);
    evidence.profile = await profileOperators(sides, outcome.measurement, services.executor, services.folder);
    evidence.warnings.push(...placementWarnings(evidence.profile));
    evidence.sweeps = await sweepPair(sides, model, plan, outcome.measurement, services);
    return evidence;
  } catch (thrown) {
    return withFailure(evidence, thrown);
  }
}

// src/plan-files.ts
import { stat } from "node:fs/promises";
import path9 from "node:path";

// src/private-copy.ts
import { createWriteStream } from "node:fs";
import { constants, lstat, mkdir as mkdir3, open } from "node:fs/promises";
import path8 from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
async function copyModel(root, place, folder) {
  const name = path8.posix.basename(place);
  const copy = path8.join(folder, name);
  await copyRegular(root, place, copy, place);
  const locations = new Set(await externalDataLocations(copy, place));
  locations.delete(name);
  for (const location of locations) {
    const target = path8.join(folder, ...location.split("/"));
    await mkdir3(path8.dirname(target), { recursive: true, mode: 448 });
    const source = path8.posix.join(path8.posix.dirname(place), location);
    await copyRegular(
      root,
      source,
      target,
      `${place} has external data at ${JSON.stringify(location)}, which`
    );
  }
  return copy;
}
async function copyRegular(root, place, target, subject) {
  const refuse = (why, next) => new GateError("model", `${subject} ${why}.`, next);
  const segments = place.split("/");
  let file = root;
  for (const [index, segment] of segments.entries()) {
    file = path8.join(file, segment);
    const found = await lstat(file).catch(() => null);
    if (found === null)
      throw refuse("is missing", "Put it where it is expected, or fetch it (git lfs pull).");
    const isLast = index === segments.length - 1;
    if (isLast ? !found.isFile() : !found.isDirectory())
      throw refuse(`is no regular file: ${kindOf(found)} is in the way`, "Put the file itself there.");
  }
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const handle = await open(file, flags).catch((cause) => {
    throw refuse(`cannot be read: ${String(cause)}`, "Check the permissions.");
  });
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) throw refuse("is no regular file", "Put the file itself there.");
    if (opened.nlink !== 1) {
      throw refuse(
        "is a hard link, which could lead to any file of this machine",
        "Copy the file instead of linking it."
      );
    }
    const content = handle.createReadStream({ autoClose: false });
    await pipeline2(content, createWriteStream(target, { flags: "wx", mode: 384 }));
  } finally {
    await handle.close();
  }
}
function kindOf(found) {
  if (found.isSymbolicLink()) return "a symbolic link";
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a pipe";
  return found.isFile() ? "a file" : "a device or socket";
}

// src/plan-files.ts
var NO_COMMANDS = "The commands of the configuration (build, quality, benchmarks) were not run: they compare two commits, not two files.";
function planFiles({
  base,
  head,
  cwd,
  config,
  trust = "own",
  declared = UNDECLARED
}) {
  const source = trust === "own" ? fileSource : copiedSource;
  return {
    base: { label: base, sha: null },
    head: { label: head, sha: null },
    models: scenariosFor(config, head).map((scenario) => ({
      name: nameIn(scenario, head),
      scenario,
      status: "changed",
      base: source(base, cwd),
      head: source(head, cwd),
      declared: declaredSides(declared, { base, head }),
      warnings: []
    })),
    config,
    inputFolder: cwd,
    warnings: namesCommands(config) ? [NO_COMMANDS] : []
  };
}
var UNDECLARED = { base: null, head: null };
function copiedSource(file, cwd) {
  const absolute = path9.resolve(cwd, file);
  const relative = path9.relative(cwd, absolute);
  const inside = !relative.startsWith("..") && !path9.isAbsolute(relative);
  const root = inside ? cwd : path9.dirname(absolute);
  const place = path9.relative(root, absolute).split(path9.sep).join("/");
  return { path: file, open: (folder) => copyModel(root, place, folder) };
}
function fileSource(file, cwd) {
  return {
    path: file,
    open: async () => {
      const absolute = path9.resolve(cwd, file);
      const found = await stat(absolute).catch(() => null);
      if (found?.isFile() === true) return absolute;
      throw new GateError(
        "model",
        found === null ? `There is no file ${file}.` : `${file} is not a file.`,
        "Check the path."
      );
    }
  };
}

// src/take-shard.ts
function takeShard(plan, { machine, position, fleet }) {
  if (fleet === null) {
    if (position !== null && position.of > 1) {
      throw misfit(
        "Nobody said which models a shard has.",
        "Name the plan, too: plan in a workflow, --plan on the command line."
      );
    }
    return { ...plan, shard: { machine, index: 1, of: 1, fleetDecisions: null } };
  }
  const remedy = "Give every job the plan that this run of the workflow made (docs/fleet.md).";
  for (const side of ["base", "head"]) {
    if (fleet[side].sha !== plan[side].sha) {
      const [planned2, own] = [fleet[side].sha, plan[side].sha].map((sha) => sha?.slice(0, 10) ?? "no commit");
      throw misfit(`The fleet plan has ${planned2} for its ${side}, this job has ${own}.`, remedy);
    }
  }
  const planned = fleet.machines.find(({ name }) => name === machine);
  if (planned === void 0) {
    const names = fleet.machines.map(({ name }) => name).join(", ");
    throw misfit(`The fleet plan has no machine ${machine}, only ${names}.`, remedy);
  }
  const { index, of } = position ?? { index: 1, of: planned.shards.length };
  const shard = planned.shards[index - 1];
  if (shard === void 0 || of !== planned.shards.length || position === null && of > 1) {
    const asked = position === null ? "no shard was named" : `shard ${index}/${of} was asked for`;
    throw misfit(`The fleet plan has ${planned.shards.length} shards for ${machine}; ${asked}.`, remedy);
  }
  const wanted = new Set(shard.models);
  const models = plan.models.filter(({ name }) => wanted.has(name));
  const benchmarks = (plan.benchmarks ?? []).filter(({ name }) => wanted.has(name));
  const found = new Set([...models, ...benchmarks].map(({ name }) => name));
  const lost = shard.models.find((name) => !found.has(name));
  if (lost !== void 0)
    throw misfit(`The fleet plan has ${lost}, which this job does not find changed.`, remedy);
  return {
    ...plan,
    models,
    benchmarks,
    shard: { machine, index, of, fleetDecisions: fleet.decisions }
  };
}
var misfit = (message, next) => new GateError("usage", message, next);

export {
  failureOfOne,
  refuseInterrupted,
  digestModel,
  openSide,
  countSide,
  runGate,
  copyModel,
  planFiles,
  takeShard
};
