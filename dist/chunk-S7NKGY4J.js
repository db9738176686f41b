import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  HISTORY_FILE,
  appendToFolder,
  figureIn,
  follows,
  inSequence,
  normalQuantile,
  readHistory,
  readHistoryFile,
  recordsOf,
  unbrokenFrom
} from "./chunk-WU4THI4R.js";
import {
  createGit,
  readTextAt,
  requireRepository,
  resolveCommit
} from "./chunk-SPRKMI6D.js";
import "./chunk-UJMUDRG3.js";
import "./chunk-IDKS5MQE.js";
import "./chunk-236FJYZ2.js";
import {
  readText
} from "./chunk-W7DE7VIJ.js";
import {
  parseReport
} from "./chunk-PG4PWYPK.js";
import "./chunk-UQFMNVOT.js";
import {
  documentOf
} from "./chunk-7PLQM42J.js";
import "./chunk-GPSE6RVV.js";
import "./chunk-JL2467QE.js";
import {
  EXIT,
  GateError,
  messageOf
} from "./chunk-K3FV7RGY.js";
import {
  grid,
  paletteFor,
  wrap
} from "./chunk-WNL3H32J.js";
import "./chunk-HTD2XBQP.js";
import "./chunk-UIC3HMV7.js";
import {
  plural
} from "./chunk-27W33HEA.js";
import {
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import "./chunk-PZFJNZAO.js";
import "./chunk-PG4ETPPZ.js";
import {
  QUALITY_PREFIX,
  findIndicator,
  formatEstimate,
  formatQuantity,
  formatRatio
} from "./chunk-75NMW4LC.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-I7XCBISX.js";
import {
  terminalText
} from "./chunk-7R35W6HB.js";
import "./chunk-NV5WPINZ.js";

// src/terminal/history-command.ts
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

// src/history/series.ts
function seriesOf(records, wanted = {}) {
  const models = [...groupedBy(records, ({ model }) => model)].filter(([model]) => wanted.model === void 0 || wanted.model === model).sort(([one], [other]) => one < other ? -1 : 1);
  return models.flatMap(([model, own]) => {
    const ordered = inSequence(own);
    const names = [...new Set(ordered.toReversed().flatMap(({ indicators }) => Object.keys(indicators)))];
    return names.filter((name) => wanted.indicator === void 0 || wanted.indicator === name).flatMap((name) => seriesOfIndicator(model, name, ordered));
  });
}
function seriesOfIndicator(model, indicator, records) {
  const having = records.filter((record) => figureIn(record, indicator) !== void 0);
  const newest = having.at(-1);
  const latest = newest === void 0 ? void 0 : figureIn(newest, indicator);
  if (latest === void 0) return [];
  const known = findIndicator(indicator);
  const exact = having.every((record) => figureIn(record, indicator)?.step === void 0);
  const described = {
    model,
    indicator,
    label: known?.label ?? nameOf(indicator),
    unit: latest.unit ?? known?.unit ?? "",
    better: latest.better ?? known?.better ?? "lower",
    exact
  };
  const lanes = exact ? [oncePerCommit(having)] : lanesOf(having);
  return lanes.map((lane) => ({
    ...described,
    points: lane.flatMap((record, at) => pointOf(record, lane[at - 1], indicator, exact)),
    cumulative: exact ? exactChange(lane, indicator) : measuredChange(lane, indicator)
  }));
}
var nameOf = (indicator) => indicator.startsWith(QUALITY_PREFIX) ? indicator.slice(QUALITY_PREFIX.length) : indicator.replaceAll("_", " ");
function lanesOf(records) {
  const commits = new Set(records.map(({ commit }) => commit));
  if (commits.size === records.length) return [[...records]];
  return [...groupedBy(records, ({ machine }) => machine).values()];
}
function groupedBy(records, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const record of records) {
    const group = groups.get(keyOf(record));
    if (group === void 0) groups.set(keyOf(record), [record]);
    else group.push(record);
  }
  return groups;
}
function oncePerCommit(records) {
  return [...new Map(records.map((record) => [record.commit, record])).values()];
}
function pointOf(record, before, indicator, exact) {
  const figure = figureIn(record, indicator);
  if (figure === void 0) return [];
  const { commit, at, machine } = record;
  const apart = exact || before === void 0 || follows(record, before) ? null : before.machine === machine ? "gap" : "machine";
  const { head: value, verdict, step = null } = figure;
  return [{ commit, at, machine, value, verdict, step, apart }];
}
function exactChange(records, indicator) {
  const [first] = records;
  const now = records.at(-1);
  if (first === void 0 || now === void 0) return null;
  const figure = figureIn(first, indicator);
  const isNew = figure?.base == null;
  const then = isNew ? figure?.head : figure.base;
  const value = figureIn(now, indicator)?.head;
  const steps = records.length - (isNew ? 1 : 0);
  if (then === void 0 || then === null || value === void 0 || then <= 0 || value <= 0 || steps === 0)
    return null;
  const ratio = value / then;
  const since = { commit: isNew ? first.commit : first.base ?? first.commit, at: first.at };
  return { steps, since, ratio, low: ratio, high: ratio };
}
var CONFIDENCE = normalQuantile(0.025);
function measuredChange(records, indicator) {
  const errorIn = (record) => figureIn(record, indicator)?.step?.error ?? null;
  const last = records.at(-1);
  if (last === void 0 || errorIn(last) === null) return null;
  const from = unbrokenFrom(
    records,
    (later, earlier) => follows(later, earlier) && errorIn(earlier) !== null
  );
  const chain = records.slice(from);
  const [first] = chain;
  if (first === void 0) return null;
  const log = chain.reduce((sum, record) => sum + Math.log(figureIn(record, indicator)?.step?.ratio ?? 1), 0);
  const error = Math.sqrt(chain.reduce((sum, record) => sum + (errorIn(record) ?? 0) ** 2, 0));
  return {
    steps: chain.length,
    since: { commit: first.base ?? first.commit, at: first.at },
    ratio: Math.exp(log),
    low: Math.exp(log - CONFIDENCE * error),
    high: Math.exp(log + CONFIDENCE * error)
  };
}

// src/render/sparkline.ts
var LEVELS = Array.from("▁▂▃▄▅▆▇█");
var BREAK = "|";
var LEAST_SPAN = 0.1;
function sparkline(marks, width) {
  let room = width;
  let from = marks.length;
  while (from > 0) {
    const needed = marks[from]?.apart === true ? 2 : 1;
    if (room < needed) break;
    room -= needed;
    from -= 1;
  }
  const stretches = [];
  for (const [at, { value, apart }] of marks.slice(from).entries()) {
    if (at === 0 || apart) stretches.push([]);
    stretches.at(-1)?.push(value);
  }
  return stretches.map(drawn).join(BREAK);
}
function drawn(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const centre = (least + most) / 2;
  const span = Math.max(most - least, LEAST_SPAN * Math.abs(centre));
  return values.map((value) => {
    const height = span === 0 ? 0.5 : (value - centre) / span + 0.5;
    return LEVELS[Math.min(Math.floor(height * LEVELS.length), LEVELS.length - 1)];
  }).join("");
}

// src/render/history-table.ts
var COLUMNS = [
  { heading: "  indicator", align: "left" },
  { heading: "latest", align: "right" },
  { heading: "now / then", align: "left" },
  { heading: "steps", align: "left" },
  { heading: "values", align: "left" }
];
var [LEAST_CHART, MOST_CHART] = [12, 60];
var BRACKETED = / \(.*\)$/;
var OTHER_COLUMNS = 88;
var LEGEND = "Sign: the verdict of the latest change. values: one for each commit; | parts values that are not compared, for the machine changed or a change of the model is missing between them, and heights say nothing across it. now / then: of what is measured the product of ratios, each of a run of its own, over the unbroken steps up to the latest, with an interval of 95 %.";
function historyTable(series, notes, { colour, width }) {
  const palette = paletteFor(colour);
  const chart = Math.min(Math.max(width - OTHER_COLUMNS, LEAST_CHART), MOST_CHART);
  const models = [...new Set(series.map(({ model }) => model))];
  const blocks = models.map((model) => {
    const own = series.filter((one) => one.model === model);
    const rows = own.map((one) => row(one, chart, colour));
    return [
      palette.strong(terminalText(model)),
      ...machineLines(own, width).map(palette.faint),
      ...grid(COLUMNS, rows, { indent: "  ", heading: palette.faint })
    ];
  });
  return `${[
    ...blocks.length === 0 ? [["The history has nothing of that kind."]] : blocks,
    ...blocks.length === 0 ? [] : [wrap(LEGEND, width).map(palette.faint)],
    ...notes.map((note) => wrap(`! ${terminalText(note)}`, width).map(palette.unsure))
  ].map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function row(series, chart, colour) {
  const { label, unit, points } = series;
  const latest = points.at(-1);
  const { sign, tone } = verdictMark(latest?.verdict ?? null);
  const value = latest === void 0 ? "none" : terminalText(formatQuantity(latest.value, unit));
  return [
    { text: `${sign} ${terminalText(label.replace(BRACKETED, ""))}`, paint: paletteFor(colour)[tone] },
    { text: value.replace(" inferences/s", " /s") },
    ...changeCells(series),
    {
      text: sparkline(
        points.map(({ value: value2, apart }) => ({ value: value2, apart: apart !== null })),
        chart
      )
    }
  ];
}
function changeCells({ cumulative, exact }) {
  if (cumulative === null) return [{ text: "not known" }, { text: "no known step" }];
  const { ratio, low, high, steps, since } = cumulative;
  return [
    { text: exact ? ratio === 1 ? "the same" : formatRatio(ratio) : formatEstimate(ratio, low, high) },
    { text: `${steps} since ${since.commit.slice(0, 10)}` }
  ];
}
function machineLines(series, width) {
  const measured = series.filter(({ exact }) => !exact);
  const machines = [...new Set(measured.flatMap(({ points }) => points.map(({ machine }) => machine)))];
  return machines.filter((machine) => machine !== null).flatMap((machine) => wrap(terminalText(`measured on: ${machine}`), width, "  "));
}

// src/terminal/history-command.ts
var USUAL_BRANCH = "efficiency-history";
var MOST_BYTES = 64 * 1024 * 1024;
async function historyCommand(context, flags) {
  const { stdout, colour, width, cwd, logger } = context;
  const { folder, file, branch, append, out, json = false } = flags;
  if ([folder, file, branch].filter((place) => place !== void 0).length > 1)
    throw new GateError(
      "usage",
      "A history is read from one place.",
      "Give one of --folder, --file, --branch."
    );
  if (append !== void 0) await appendReport(append, flags, context);
  const { records, notes } = readHistory(await textOf(flags, context));
  const series = seriesOf(records, flags);
  if (series.length === 0 && records.length > 0) throw nothingOf(flags, seriesOf(records));
  stdout.write(json ? documentOf({ series, notes }) : historyTable(series, notes, { colour, width }));
  for (const note of json ? notes : []) logger.warning(note);
  if (out !== void 0) {
    const { renderHistory } = await import("./chunk-HJHRCBOF.js");
    const page = path.join(path.resolve(cwd, out), "history.html");
    await writePage(page, renderHistory(series, notes));
    logger.info(`Written: ${page}`);
  }
  return EXIT.passed;
}
async function appendReport(file, { folder }, { cwd, logger }) {
  if (folder === void 0)
    throw new GateError("usage", "--append goes with --folder.", "Name the folder of the history.");
  const report = parseReport(await readText(path.resolve(cwd, file), "report", file), file);
  const records = recordsOf(report);
  if (records.length === 0) {
    throw new GateError(
      "report",
      `${file} has nothing for a history: ${report.head.sha === null ? "its head is no commit" : "no model was compared or is new"}.`,
      "Give the report of a push: of the action, or of efficiency-gate pr in a repository."
    );
  }
  const dropped = await appendToFolder(path.resolve(cwd, folder), records);
  logger.info(`Appended: ${plural(records.length, "model")} at ${report.head.sha?.slice(0, 10) ?? ""}.`);
  if (dropped > 0) logger.notice(`The oldest ${dropped} lines gave way.`);
}
async function textOf({ folder, file, branch = USUAL_BRANCH }, { cwd, env, signal }) {
  if (folder !== void 0)
    return readHistoryFile(path.resolve(cwd, folder, HISTORY_FILE), path.join(folder, HISTORY_FILE));
  if (file !== void 0) return readHistoryFile(path.resolve(cwd, file), file);
  const git = createGit({ folder: cwd, env, signal });
  await requireRepository(git);
  const text = await readTextAt(git, await resolveCommit(git, branch), HISTORY_FILE, MOST_BYTES);
  if (text !== null) return text;
  throw new GateError(
    "revision",
    `The branch ${branch} has no ${HISTORY_FILE}.`,
    "Name the branch of the input history-branch, or give --folder or --file."
  );
}
function nothingOf({ model, indicator }, all) {
  const models = [...new Set(all.map((series) => series.model))];
  if (model !== void 0 && !models.includes(model)) {
    return new GateError(
      "usage",
      `The history has no model ${JSON.stringify(model)}.`,
      `Give --model one of: ${some(models)}.`
    );
  }
  const known = [...new Set(all.map((series) => series.indicator))];
  return new GateError(
    "usage",
    `The history has no indicator ${JSON.stringify(indicator)}${model === void 0 ? "" : " of that model"}.`,
    `Give --indicator one of: ${some(known)}.`
  );
}
var MOST_NAMED = 30;
var some = (names) => names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more` : names.join(", ");
async function writePage(file, html) {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, html);
  } catch (cause) {
    throw new GateError(
      "publish",
      `${file} cannot be written: ${messageOf(cause)}.`,
      "Name another folder with --out.",
      { cause }
    );
  }
}
export {
  historyCommand
};
