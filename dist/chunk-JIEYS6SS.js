import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  exitStatusOfReport
} from "./chunk-PG4PWYPK.js";
import {
  documentOf
} from "./chunk-7PLQM42J.js";
import {
  acknowledgementLines,
  agreed,
  claimLines,
  creepLines,
  differences,
  fleetRows,
  fleetStanding,
  fleetSuffix,
  frontLines,
  headlineOf,
  machineHeading,
  membersOf
} from "./chunk-JFJWRCW7.js";
import {
  asides,
  controlNote,
  formatDate,
  machineFacts,
  measurementFacts,
  problemNote,
  provenanceNotes,
  provenanceOf,
  supplementsOf,
  tailNote,
  toleranceNote
} from "./chunk-ZEUB5U7J.js";
import {
  NOT_MEASURED,
  STRIP_LEGEND,
  comparisonCells,
  openReason
} from "./chunk-F2DFYLHJ.js";
import {
  grid,
  paintMark,
  paletteFor,
  widthOf,
  wrap
} from "./chunk-WNL3H32J.js";
import {
  leastFavourableFirst,
  signed,
  standingMark,
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import {
  nounOf
} from "./chunk-75NMW4LC.js";
import {
  terminalText
} from "./chunk-7R35W6HB.js";

// src/terminal/answer.ts
import path from "node:path";

// src/render/terminal-fleet.ts
var INDENT = "  ";
function fleetBlocks(report, options) {
  return (report.fleet ?? []).map((fleet) => fleetLines(report, fleet, options));
}
function fleetLines(report, fleet, { width, palette }) {
  const members = membersOf(report, fleet);
  const { contradictions, partings } = differences(fleet, members);
  const common = agreed(fleet, members);
  const text = (sentence) => wrap(terminalText(sentence), width, INDENT);
  return [
    `${palette.strong(terminalText(fleet.model))}  ${paintMark(standingMark(fleetStanding(fleet)), palette)}`,
    ...text(fleet.sentence),
    ...contradictions.flatMap((sentence) => text(`± ${sentence}`)),
    ...partings.flatMap((sentence) => text(`? ${sentence}`)),
    ...common === null ? [] : text(common),
    ...fleet.warnings.flatMap((warning) => text(`! warning: ${warning}`)),
    ...figures(fleetRows(fleet, members), members.map(machineHeading), { width, palette })
  ];
}
function figures(rows, machines, { width, palette }) {
  if (rows.length === 0) return [];
  const columns2 = ["indicator", "all machines", ...machines].map(
    (heading) => ({ heading: terminalText(heading), align: "left" })
  );
  for (const intervals of [true, false]) {
    const body = rows.map((row) => cellsOf(row, machines.length, intervals, palette));
    const lines = (heading, painted) => grid(columns2, painted ? body : body.map(unpainted), { indent: INDENT, heading });
    if (lines((text) => text, false).every((line) => widthOf(line) <= width))
      return lines(palette.faint, true);
  }
  return rows.flatMap((row) => {
    const [label, together, ...cells] = cellsOf(row, machines.length, true, palette);
    const own = cells.map(({ text }, at) => `${terminalText(machines[at] ?? "")} ${text}`);
    const said = row.cells === null ? "" : `: ${own.join("; ")}`;
    return wrap(`${label?.text ?? ""}: ${together?.text ?? ""}${said}`, width, INDENT);
  });
}
var unpainted = (cells) => cells.map(({ text }) => ({ text }));
function cellsOf({ label, required, together, cells }, machines, intervals, palette) {
  const cellOf = ({ text, mark }) => {
    const figure = terminalText(intervals ? text : text.replace(/ \[.*/, ""));
    return { text: `${mark.sign} ${figure}`, paint: palette[mark.tone] };
  };
  return [
    { text: `${terminalText(label)}${required ? " *" : ""}` },
    "text" in together ? cellOf(together) : { text: signed(together), paint: palette[together.tone] },
    ...Array.from({ length: machines }, (_, at) => {
      const cell = cells?.[at];
      return cell === void 0 ? { text: "as all" } : cellOf(cell);
    })
  ];
}
function faultLines({ shardFaults = [] }, { width, palette }) {
  return shardFaults.flatMap(({ kind, subject, reason }) => {
    const [first = "", ...others] = wrap(terminalText(`! ${kind}: ${subject}: ${reason}`), width);
    return [palette.unsure(first), ...others];
  });
}

// src/render/terminal-table.ts
var BRACKETED = /^(.*?) \((.*)\)$/g;
var INDENT2 = "  ";
function indicatorTable(comparisons, provenances, { width, palette }) {
  const roomy = isRoomy(comparisons, width);
  const [heading = "", ...rows] = indicatorGrid(comparisons, roomy, palette);
  const groups = [...provenances].flatMap(([provenance, words]) => [
    palette.faint(`${INDENT2}${words}`),
    ...rows.filter((_, index) => {
      const comparison = comparisons[index];
      return comparison !== void 0 && provenanceOf(comparison) === provenance;
    })
  ]);
  return [heading, ...groups, ...roomy ? [] : intervalTable(comparisons, palette)];
}
function omittedMeanings(comparisons, width) {
  if (isRoomy(comparisons, width)) return [];
  return comparisons.flatMap(
    ({ label }) => [...label.matchAll(BRACKETED)].map(([, name = "", meaning = ""]) => [name, meaning])
  );
}
function isRoomy(comparisons, width) {
  return indicatorGrid(comparisons, true, paletteFor(false)).every((line) => widthOf(line) <= width);
}
var STRIP = { heading: " better <- -> worse", align: "left" };
var columns = (roomy) => [
  { heading: "  indicator", align: "left" },
  { heading: "base", align: "right" },
  { heading: "head", align: "right" },
  { heading: "head / base", align: "left" },
  ...roomy ? [STRIP] : [],
  { heading: "verdict", align: "left" }
];
function indicatorGrid(comparisons, roomy, palette) {
  const rows = comparisons.map((comparison) => {
    const { base, head, change, strip } = comparisonCells(comparison);
    const missing = base === NOT_MEASURED || head === NOT_MEASURED;
    const { word, tone } = verdictMark(comparison.verdict);
    return [
      labelCell(comparison, roomy, palette),
      valueCell(base),
      valueCell(head),
      { text: missing ? NOT_MEASURED : roomy ? change : change.replace(/ \[.*/, "") },
      ...roomy ? [{ text: strip ?? (comparison.verdict === null ? "neither" : "unknown") }] : [],
      { text: word, paint: palette[tone] }
    ];
  });
  return grid(columns(roomy), rows, { indent: INDENT2, heading: palette.faint });
}
function labelCell({ label, required, verdict }, roomy, palette) {
  const { sign, tone } = verdictMark(verdict);
  const name = terminalText(roomy ? label : label.replace(BRACKETED, "$1"));
  return { text: `${sign} ${name}${required ? " *" : ""}`, paint: palette[tone] };
}
function valueCell(text) {
  return { text: text === NOT_MEASURED ? "unknown" : terminalText(text).replace(" inferences/s", " /s") };
}
var hasInterval = ({ kind, effect }) => kind === "measured" || kind === "declared" && effect !== null && effect.low !== effect.high;
function intervalTable(comparisons, palette) {
  const rows = comparisons.flatMap((comparison) => {
    const { change, strip } = comparisonCells(comparison);
    if (strip === null || !hasInterval(comparison)) return [];
    return [[labelCell(comparison, false, palette), { text: change }, { text: strip }]];
  });
  if (rows.length === 0) return [];
  const headings = [
    { heading: "  interval", align: "left" },
    { heading: "head / base", align: "left" },
    STRIP
  ];
  return ["", ...grid(headings, rows, { indent: INDENT2, heading: palette.faint })];
}

// src/render/terminal-model.ts
var INDENT3 = "  ";
function sentenceLines(model, { width, palette }) {
  const { name, sentence } = model;
  const problem = problemNote(model);
  return [
    `${palette.strong(terminalText(name))}  ${paintMark(standingMark(model), palette)}`,
    ...wrap(terminalText(sentence), width, INDENT3),
    ...problem === null ? [] : wrap(terminalText(problem), width, INDENT3)
  ];
}
function tableLines(model, options) {
  return hasTable(model) ? indicatorTable(model.comparisons, provenanceNotes(model), options) : [];
}
var hasTable = ({ comparisons, status }) => comparisons.length > 0 && status !== "identical";
function noteLines(model, options) {
  const notes = [
    ...model.warnings.map((warning) => ["! warning:", warning]),
    ...hasTable(model) ? [...tableNotes(model, options), ...asides(model)] : [],
    ...model.measurement === null ? [] : [
      ["99th percentile:", tailNote(model) ?? "not measured"],
      ["control:", controlNote(model)],
      [
        "measured with",
        measurementFacts(model).map((fact) => fact.join(": ")).join("; ")
      ]
    ]
  ];
  return notes.flatMap(([name, text]) => note(terminalText(name), terminalText(text), options));
}
function supplementLines(model, { width, palette }) {
  return supplementsOf(model).flatMap(({ title, header, rows, align, notes }, index) => {
    const columns2 = header.map(
      (heading, at) => ({ heading, align: align[at] === "r" ? "right" : "left" })
    );
    const body = rows.map((row) => row.map((text) => ({ text: terminalText(text) })));
    return [
      ...index === 0 ? [] : [""],
      `${INDENT3}${palette.faint(title)}`,
      ...rows.length === 0 ? [] : grid(columns2, body, { indent: INDENT3, heading: palette.faint }),
      ...notes.flatMap((text) => wrap(terminalText(text), width, INDENT3))
    ];
  });
}
function tableNotes({ comparisons }, { width }) {
  const open = comparisons.flatMap((comparison) => {
    const reason = openReason(comparison);
    return reason === null ? [] : [[`? ${nounOf(comparison.indicator).noun}:`, reason]];
  });
  return [
    ...open,
    ["*", "required: the relation rests on these"],
    ...omittedMeanings(comparisons, width).map(([label, meaning]) => [`${label}:`, meaning]),
    ["picture:", STRIP_LEGEND.map((entry) => entry.join(" ")).join(", ")],
    ["tolerance:", toleranceNote(comparisons)]
  ];
}
function note(name, text, { width, palette }) {
  const [first = "", ...others] = wrap(`${name} ${text}`, width - 2 * INDENT3.length);
  return [
    `${INDENT3}${palette.faint(name)}${first.slice(name.length)}`,
    ...others.map((line) => `${INDENT3}${INDENT3}${line}`)
  ];
}

// src/render/terminal.ts
function renderTerminal(report, { colour, width }) {
  const palette = paletteFor(colour);
  if (isQuiet(report)) return `${paintMark(headlineOf(report), palette)}: ${terminalText(range(report))}
`;
  const options = { width, palette };
  const models = leastFavourableFirst(report.models);
  const several = models.length > 1 || report.fleet !== void 0;
  const blocks = [
    ...fleetBlocks(report, options),
    ...several ? [overview(models, palette)] : models.map((model) => sentenceLines(model, options)),
    conclusion(report, width, palette),
    faultLines(report, options),
    ...models.flatMap((model) => [
      ...several ? [sentenceLines(model, options)] : [],
      tableLines(model, options),
      noteLines(model, options),
      supplementLines(model, options)
    ]),
    creepLines(report, width, palette),
    frontLines(report).flatMap((line, at) => wrap(terminalText(line), width, at === 0 ? "" : "  ")),
    claimLines(report, width, palette),
    acknowledgementLines(report, width, palette),
    warnings(report, width, palette),
    footer(report, width).map(palette.faint)
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}
`;
}
function isQuiet({ models, warnings: warnings2, gate }) {
  return models.length === 0 && warnings2.length === 0 && gate.conclusion === "passed";
}
function conclusion(report, width, palette) {
  const headline = headlineOf(report);
  return [
    palette.strong(`${paintMark(headline, palette)}${terminalText(fleetSuffix(report))}`),
    ...wrap(terminalText(report.gate.summary), width, "  ")
  ];
}
function overview(models, palette) {
  const rows = models.map((model) => {
    const mark = standingMark(model);
    return [
      { text: `${mark.sign} ${mark.word}`, paint: palette[mark.tone] },
      tally(model, "improved", palette.good),
      tally(model, "regressed", palette.bad),
      tally(model, "inconclusive", palette.unsure),
      { text: terminalText(model.name) }
    ];
  });
  const columns2 = [
    { heading: "head against base", align: "left" },
    { heading: "better", align: "right" },
    { heading: "worse", align: "right" },
    { heading: "not decided", align: "right" },
    { heading: "model", align: "left" }
  ];
  return grid(columns2, rows, { indent: "", heading: palette.faint });
}
function tally({ comparisons, status }, verdict, paint) {
  if (status !== "compared") return { text: "-" };
  const count = comparisons.filter((one) => one.verdict === verdict).length;
  return count === 0 ? { text: "0" } : { text: String(count), paint };
}
function warnings({ warnings: found }, width, palette) {
  return found.flatMap((text) => {
    const [first = "", ...others] = wrap(`! ${terminalText(text)}`, width);
    return [palette.unsure(first), ...others];
  });
}
function footer(report, width) {
  const { createdAt, policy, tool, machines } = report;
  const factsOf = (machine2) => machineFacts(machine2).map(([what, how]) => `${what}: ${how}`).join("; ");
  const machine = (machines ?? []).map((one) => `${one.name}: ${factsOf(one) || "nothing was measured"}`);
  if (machines === void 0 && report.environment !== null) machine.push(factsOf(report));
  return [
    ...machine.flatMap((facts) => wrap(terminalText(facts), width)),
    ...wrap(terminalText(`${range(report)}; configuration: ${policy.source}`), width),
    terminalText(`${formatDate(createdAt)}, ${tool.name} ${tool.version}`)
  ];
}
function range({ base, head }) {
  const side = ({ label, sha }) => sha === null ? label : `${label} (${sha.slice(0, 10)})`;
  return `${side(base)} -> ${side(head)}`;
}

// src/terminal/answer.ts
async function answer(report, { json = false, out }, { stdout, colour, width, cwd, logger }) {
  stdout.write(json ? documentOf(report) : renderTerminal(report, { colour, width }));
  for (const { problem } of json ? report.models : []) {
    if (problem !== null) logger.error(`${problem.message}
  ${problem.next}`);
  }
  if (out !== void 0) {
    const { writeReport } = await import("./chunk-XPZ6VUAE.js");
    const files = await writeReport(path.resolve(cwd, out), report);
    logger.info(`Written: ${Object.values(files).join(", ")}`);
  }
  return exitStatusOfReport(report);
}

export {
  answer
};
