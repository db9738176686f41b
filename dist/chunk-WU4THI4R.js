import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isJudged,
  isMetered,
  isOnDevice,
  readRegularFile,
  studentQuantile,
  weigh
} from "./chunk-IDKS5MQE.js";
import {
  environmentOf
} from "./chunk-PG4PWYPK.js";
import {
  verdictSchema
} from "./chunk-GPSE6RVV.js";
import {
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  ownIndicators,
  ownPolicy
} from "./chunk-UIC3HMV7.js";
import {
  COUNTED,
  findIndicator,
  measuredIndicators
} from "./chunk-75NMW4LC.js";
import {
  external_exports
} from "./chunk-ERHK3PZI.js";

// src/stats/centre-error.ts
var FEWEST_VALUES = 8;
var READ_AT = 2.2;
function centreError(values) {
  const count = values.length;
  if (count < FEWEST_VALUES) return null;
  const averages = values.flatMap((left, index) => values.slice(index).map((right) => (left + right) / 2)).sort((one, other) => one - other);
  const spread = Math.sqrt(count * (count + 1) * (2 * count + 1) / 24);
  const outside = Math.max(0, Math.floor(averages.length / 2 - READ_AT * spread));
  const low = averages[outside] ?? NaN;
  const high = averages[averages.length - 1 - outside] ?? NaN;
  return (high - low) / (2 * READ_AT);
}
var NORMAL = 1e6;
function normalQuantile(level) {
  return studentQuantile(2 * level, NORMAL);
}

// src/history/record.ts
import { createHash } from "node:crypto";
var RECORD_VERSION = 1;
var LONGEST_NAME = 300;
var MOST_INDICATORS = 100;
var sha = external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
var digest = external_exports.string().regex(/^[0-9a-f]{12}$/);
var name = external_exports.string().min(1).max(LONGEST_NAME);
var stepSchema = external_exports.strictObject({
  ratio: external_exports.number().positive(),
  low: external_exports.number().nonnegative(),
  /** Null when the rounds were too few to bound it. */
  high: external_exports.number().positive().nullable(),
  /** Standard error of log(ratio); null where it cannot be told or the base differed from its own copy. */
  error: external_exports.number().nonnegative().nullable()
});
var figureSchema = external_exports.strictObject({
  /** Null for a model that was new. */
  base: external_exports.number().nullable(),
  head: external_exports.number(),
  /** Null for a model that was new. */
  verdict: verdictSchema.nullable(),
  /** Of what is measured alone: what is counted or declared is exact. */
  step: stepSchema.exactOptional(),
  /** Of indicators that are in no table: a metric's, a benchmark's. */
  unit: external_exports.string().max(40).exactOptional(),
  better: external_exports.enum(["lower", "higher"]).exactOptional()
});
var recordSchema = external_exports.strictObject({
  v: external_exports.literal(RECORD_VERSION),
  /** When it was first recorded. */
  at: external_exports.iso.datetime(),
  /** The commit that was pushed, and the one that it was compared with. */
  commit: sha,
  base: sha.nullable(),
  model: name,
  /** What timings depend on, in words; null where nothing was measured. */
  machine: name.nullable(),
  /** Beginnings of the SHA-256 of the model's files; null for a benchmark, and of a base that there was none of. */
  from: digest.nullable(),
  to: digest.nullable(),
  indicators: external_exports.record(external_exports.string().regex(/^[a-z][\w.@+-]{0,119}$/), figureSchema).refine((figures) => Object.keys(figures).length <= MOST_INDICATORS, "too many indicators")
});
var digestOf = (sha256) => sha256.slice(0, 12);
function recordedName(full) {
  if (full.length <= LONGEST_NAME) return full;
  const tail = createHash("sha256").update(full).digest("hex").slice(0, 16);
  return `${full.slice(0, LONGEST_NAME - 20).replace(/[\uD800-\uDBFF]$/, "")}…${tail}`;
}

// src/history/records-of.ts
function isRecorded({ status, comparisons }) {
  return status === "compared" || status === "added" || status === "failed" && comparisons.length > 0;
}
function recordsOf(report, label) {
  const { head, base, createdAt, policy } = report;
  const { sha: sha2 } = head;
  if (sha2 === null) return [];
  return report.models.filter(isRecorded).map((model) => ({
    v: RECORD_VERSION,
    at: createdAt,
    commit: sha2,
    base: base.sha,
    model: recordedName(model.name),
    machine: machineOf(report, model, label),
    from: model.base === null ? null : digestOf(model.base.sha256),
    to: model.head === null ? null : digestOf(model.head.sha256),
    indicators: figuresOf(model, policy)
  }));
}
function machineOf(report, model, label) {
  const { measurement } = model;
  const environment = environmentOf(report, model);
  if (environment === null || measurement === null) return null;
  const { cpuModel, cores, os, arch, runtime } = environment;
  const { provider, threads, batch, harness } = measurement;
  const [system = os] = os.split(" ");
  const run = harness === void 0 ? [`ONNX Runtime ${runtime}`, provider, `threads ${threads}`, `batch ${batch}`] : ["benchmark"];
  const card = measurement.device !== void 0 && "name" in measurement.device ? measurement.device.name : void 0;
  const parts = [cpuModel, card, `cores ${cores}`, `${system} ${arch}`, ...run, model.machine ?? label];
  return recordedName(parts.filter((part) => part !== void 0).join(", "));
}
function figuresOf(model, policy) {
  const rows = model.status === "added" ? newFigures(model, policy) : model.comparisons.flatMap((comparison) => figureOf(comparison, model, policy));
  return Object.fromEntries(rows);
}
function newFigures({ head }, policy) {
  return COUNTED.filter((indicator) => isJudged(indicator, policy)).flatMap(({ id }) => {
    const counts = head?.profile?.counts ?? {};
    const value = counts[id]?.value ?? null;
    return value === null ? [] : [[id, { base: null, head: value, verdict: null }]];
  });
}
function figureOf(comparison, model, policy) {
  const { indicator, kind, verdict, base, head, unit, better } = comparison;
  if (kind === "derived" || verdict === null || head.value === null) return [];
  const measured = kind === "measured";
  const step = measured ? stepOf(comparison, model, policy) : void 0;
  if (measured && step === void 0) return [];
  const rounded = (value) => measured ? short(value) : value;
  const known = model.measurement?.harness === void 0 && findIndicator(indicator) !== void 0;
  return [
    [
      indicator,
      {
        base: base.value === null ? null : rounded(base.value),
        head: rounded(head.value),
        verdict,
        ...step === void 0 ? {} : { step },
        ...known ? {} : { unit, better }
      }
    ]
  ];
}
function stepOf({ indicator, effect, control }, model, policy) {
  if (effect === null || effect.ratio === 0) return void 0;
  const error = control?.differs === true ? null : errorOf(indicator, model, policy);
  const { ratio, low, high } = effect;
  return {
    ratio: short(ratio),
    low: short(low),
    high: high === null ? null : short(high),
    error: error === null ? null : short(error)
  };
}
function errorOf(id, { measurement }, policy) {
  if (measurement === null) return null;
  const { harness } = measurement;
  const metered = isMetered(measurement);
  const indicators = harness === void 0 ? measuredIndicators(metered, isOnDevice(measurement)) : ownIndicators(harness, metered);
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === void 0) return null;
  const { outcome } = weigh(
    indicator,
    measurement,
    harness === void 0 ? policy : ownPolicy(policy, harness)
  );
  return outcome.known ? centreError(outcome.logRatios) : null;
}
var DIGITS = 6;
var short = (value) => Number(value.toPrecision(DIGITS));

// src/history/lines.ts
var HISTORY_FILE = "history.jsonl";
var MOST_LINES = 5e3;
var MOST_BYTES = 4 * 1024 * 1024;
var LONGEST_LINE = 64 * 1024;
function readHistory(text) {
  const lines = linesOf(text);
  const refused = lines.flatMap(({ record }, at) => record === null ? [at + 1] : []);
  const notes = refused.length === 0 ? [] : [
    `${refused.length} of ${lines.length} lines of the history are not as this version writes them and were skipped; the first is line ${refused[0]}.`
  ];
  const records = lines.flatMap(({ record }) => record === null ? [] : [record]);
  return { records: records.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)), notes };
}
function appendRecords(text, records) {
  const lines = linesOf(text);
  for (const record of records) {
    const same = lines.findIndex((line2) => line2.record !== null && keyOf(line2.record) === keyOf(record));
    const at = lines[same]?.record?.at ?? record.at;
    const line = { text: JSON.stringify({ ...record, at }), record: { ...record, at } };
    if (same === -1) lines.splice(placeOf(record, lines), 0, line);
    else lines[same] = line;
  }
  const kept = newest(lines);
  return {
    text: kept.map((line) => `${line.text}
`).join(""),
    dropped: lines.length - kept.length
  };
}
var keyOf = ({ commit, model, machine }) => JSON.stringify([commit, model, machine]);
function placeOf({ at }, lines) {
  return lines.findLastIndex(({ record }) => record === null || Date.parse(record.at) <= Date.parse(at)) + 1;
}
function newest(lines) {
  let bytes = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < MOST_LINES) {
    bytes += Buffer.byteLength(lines[from - 1]?.text ?? "") + 1;
    if (bytes > MOST_BYTES) break;
    from -= 1;
  }
  return lines.slice(from);
}
function linesOf(text) {
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => ({ text: line, record: recordIn(line) }));
}
function recordIn(line) {
  if (line.length > LONGEST_LINE) return null;
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

// src/history/folder.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename as rename2, rm as rm2, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/history/stale-lock.ts
import { randomUUID } from "node:crypto";
import { link, rename, rm, stat } from "node:fs/promises";
var STALE_MS = 2e4;
async function removeStale(lock) {
  const found = await mtimeOf(lock);
  if (found !== null && Date.now() - found >= STALE_MS) await takeAway(lock, found);
}
async function takeAway(lock, found) {
  const aside = `${lock}-${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (thrown) {
    if (isMissing(thrown)) return;
    throw thrown;
  }
  if (await mtimeOf(aside) !== found) await link(aside, lock).catch(() => void 0);
  await rm(aside, { force: true });
}
async function mtimeOf(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}
var isMissing = (thrown) => thrown.code === "ENOENT";

// src/history/folder.ts
var MOST_READ = 64 * 1024 * 1024;
var WAIT_MS = 15;
var PATIENCE_MS = 3e4;
var MOST_ATTEMPTS = 5;
function readHistoryFile(file, label) {
  return readRegularFile(file, label, {
    mostBytes: MOST_READ,
    unlike: `Give the ${HISTORY_FILE} that efficiency-gate wrote.`,
    unreadable: "Check the path. A history begins with the first push that changes a model."
  });
}
async function readHistoryFolder(folder) {
  const file = path.join(folder, HISTORY_FILE);
  return existsSync(file) ? readHistoryFile(file, file) : null;
}
async function appendToFolder(folder, records) {
  try {
    await mkdir(folder, { recursive: true });
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const dropped = await tryToAppend(folder, records);
      if (dropped !== null) return dropped;
    }
    throw new Error("other processes took its lock for abandoned");
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    throw new GateError(
      "publish",
      `The history cannot be written to ${folder}: ${messageOf(cause)}.`,
      "Name a folder that this job may write to: history-folder in a workflow, --folder on the command line.",
      { cause }
    );
  }
}
async function tryToAppend(folder, records) {
  const token = randomUUID2();
  const draft = path.join(folder, `.${HISTORY_FILE}-${token}`);
  const lock = await takeLock(folder, token);
  try {
    const { text, dropped } = appendRecords(await readHistoryFolder(folder) ?? "", records);
    await writeFile(draft, text, { flag: "wx" });
    if (!await isHeldBy(lock, token)) return null;
    await rename2(draft, path.join(folder, HISTORY_FILE));
    return dropped;
  } finally {
    await rm2(draft, { force: true });
    if (await isHeldBy(lock, token)) await rm2(lock, { force: true });
  }
}
async function takeLock(folder, token) {
  const lock = path.join(folder, `.${HISTORY_FILE}.lock`);
  for (let waited = 0; waited < PATIENCE_MS; waited += WAIT_MS) {
    try {
      await writeFile(lock, token, { flag: "wx" });
      return lock;
    } catch (thrown) {
      if (thrown.code !== "EEXIST") throw thrown;
    }
    await removeStale(lock);
    await sleep(WAIT_MS);
  }
  throw new GateError(
    "publish",
    `The history in ${folder} is being written by another process.`,
    `Run again. If nothing else runs, remove ${lock}.`
  );
}
async function isHeldBy(lock, token) {
  return readFile(lock, "utf8").then(
    (text) => text === token,
    () => false
  );
}

// src/history/chain.ts
function inSequence(records) {
  const open = [...records];
  const ordered = [];
  for (let next = open.shift(); next !== void 0; next = open.shift()) {
    ordered.push(next);
    const { commit } = next;
    const follower = open.slice(0, LOOK_AHEAD).findIndex((one) => one.base === commit);
    if (follower > 0) open.unshift(...open.splice(follower, 1));
  }
  return ordered;
}
var LOOK_AHEAD = 8;
function follows(later, earlier) {
  if (later.machine === null || later.machine !== earlier.machine) return false;
  return later.from === null ? later.base === earlier.commit : later.from === earlier.to;
}
function linksOf(records, indicator) {
  return records.flatMap((record) => {
    const figure = figureIn(record, indicator);
    return figure === void 0 ? [] : [{ record, figure }];
  });
}
function figureIn({ indicators }, indicator) {
  return Object.hasOwn(indicators, indicator) ? indicators[indicator] : void 0;
}
function unbrokenFrom(entries, joins) {
  let from = entries.length - 1;
  while (from > 0) {
    const [earlier, later] = [entries[from - 1], entries[from]];
    if (earlier === void 0 || later === void 0 || !joins(later, earlier)) break;
    from -= 1;
  }
  return Math.max(from, 0);
}

export {
  normalQuantile,
  inSequence,
  follows,
  linksOf,
  figureIn,
  unbrokenFrom,
  recordedName,
  isRecorded,
  recordsOf,
  HISTORY_FILE,
  MOST_LINES,
  readHistory,
  appendRecords,
  readHistoryFile,
  readHistoryFolder,
  appendToFolder
};
