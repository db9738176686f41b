import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NOT_MEASURED,
  comparisonCells
} from "./chunk-F2DFYLHJ.js";
import {
  paintMark,
  wrap
} from "./chunk-WNL3H32J.js";
import {
  onMachine
} from "./chunk-HTD2XBQP.js";
import {
  plural
} from "./chunk-27W33HEA.js";
import {
  signed,
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import {
  formatAgainst,
  formatEffect,
  formatInterval,
  formatPercent,
  formatRatio,
  formatTolerance,
  nounOf
} from "./chunk-75NMW4LC.js";
import {
  markdownCode,
  markdownText,
  terminalText
} from "./chunk-7R35W6HB.js";

// src/render/fleet-rows.ts
function membersOf({ models }, fleet) {
  return fleet.machines.map(({ machine, required }) => ({
    machine,
    required,
    model: models.find((one) => one.machine === machine && one.name === onMachine(fleet.model, machine)) ?? null
  }));
}
var TOGETHER = {
  contradict: { sign: "±", word: "contradict", tone: "mixed" },
  part: { sign: "?", word: "differ", tone: "unsure" },
  open: { sign: "?", word: "decided on none", tone: "unsure" }
};
function fleetRows(fleet, members) {
  return fleet.agreements.flatMap(({ indicator, agreement }) => {
    const found = members.map(
      ({ model }) => model?.comparisons.find((comparison) => comparison.indicator === indicator)
    );
    const first = found.find((comparison) => comparison !== void 0);
    if (first === void 0) return [];
    const row = { label: first.label, required: found.some((one) => one?.required === true) };
    if (agreement === "same") return [{ ...row, together: cellOf(first), cells: null }];
    const together = agreement === "agree" ? verdictMark(first.verdict) : TOGETHER[agreement];
    return [{ ...row, together, cells: found.map(cellOf) }];
  });
}
function cellOf(comparison) {
  if (comparison === void 0) return { text: NOT_MEASURED, mark: verdictMark("inconclusive") };
  const { change, head } = comparisonCells(comparison);
  const text = comparison.effect === null && head === NOT_MEASURED ? NOT_MEASURED : change.replace(" times", "");
  return { text, mark: verdictMark(comparison.verdict) };
}
function differences(fleet, members) {
  const of = (wanted) => fleet.agreements.filter(
    ({ indicator, agreement }) => agreement === wanted && !isDerived(indicator, members)
  );
  const said = ({ sentence }) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  const partings = of("part");
  return {
    contradictions: of("contradict").map(said),
    partings: partings.map(said),
    partingNouns: partings.map(({ indicator }) => nounOf(indicator).noun)
  };
}
function agreed(fleet, members) {
  const compared = members.filter(({ model }) => (model?.comparisons.length ?? 0) > 0).length;
  if (compared < 2) return null;
  const nouns = fleet.agreements.flatMap(({ indicator, agreement }) => {
    if (agreement !== "agree" || isDerived(indicator, members)) return [];
    const [verdict] = members.flatMap(
      ({ model }) => model?.comparisons.flatMap((one) => one.indicator === indicator ? one.verdict ?? [] : []) ?? []
    );
    return [`${nounOf(indicator).noun} (${verdict ?? "unknown"})`];
  });
  return nouns.length === 0 ? null : `${compared === 2 ? "Both" : `All ${compared}`} machines${compared < members.length ? " that compared it" : ""} agree on: ${nouns.join(", ")}.`;
}
var isDerived = (indicator, members) => members.some(
  ({ model }) => model?.comparisons.some((one) => one.indicator === indicator && one.kind === "derived")
);
function machineHeading({ machine, required, model }) {
  const state = model === null ? ", missing" : model.status === "compared" ? "" : `, ${model.status}`;
  return `${machine}${required ? "" : " (not required)"}${state}`;
}
var setUpNotes = ({ machines }) => machines.map(({ machine, setUp }) => `${machine}: ${setUp ?? "nothing was measured"}`);
function fleetStanding({ relation, machines }) {
  const statuses = new Set(machines.map(({ status }) => status));
  const [only] = statuses;
  if (statuses.size === 1 && only !== void 0 && only !== "absent" && only !== "failed")
    return { relation, status: only };
  return { relation, status: relation === null ? "failed" : "compared" };
}
function fleetSuffix({ machines }) {
  if (machines === void 0) return "";
  return machines.length === 1 ? `, on ${machines[0]?.name ?? ""}` : `, over ${machines.length} machines`;
}

// src/render/headline.ts
function headlineOf({ gate, models }) {
  const verdicts = new Set(models.flatMap(({ comparisons }) => comparisons.map(({ verdict }) => verdict)));
  switch (gate.conclusion) {
    case "error":
      return { sign: "!", word: "stopped by an error", tone: "bad" };
    case "failed":
      return { sign: "✗", word: "failed", tone: "bad" };
    case "incomplete":
      return { sign: "!", word: "incomplete", tone: "unsure" };
    case "passed":
      if (gate.warnOnly) return { sign: "!", word: "passed with a warning", tone: "mixed" };
      if (verdicts.has("regressed")) return { sign: "!", word: "passed, with regressions", tone: "mixed" };
      if (verdicts.has("inconclusive")) return { sign: "?", word: "passed, not all decided", tone: "unsure" };
      if (nothingChanged({ gate, models })) return { sign: "=", word: "no model changed", tone: "quiet" };
      return { sign: "✓", word: "passed", tone: "good" };
  }
}
function nothingChanged({ gate, models }) {
  return gate.conclusion === "passed" && models.every(({ status }) => status === "identical");
}

// src/render/fronts.ts
var NAMED = 6;
function frontsSupplement({ fronts = [], unchangedLeftOut = 0 }) {
  if (fronts.length === 0) return [];
  const moved = fronts.filter(isMoved);
  const still = fronts.filter((front) => !isMoved(front));
  return [
    {
      title: `Cost against quality: ${moved.length === 0 ? "no front moves" : `${plural(moved.length, "front")} of ${fronts.length} ${moved.length === 1 ? "moves" : "move"}`}`,
      header: ["quality", "cost", "front at the base", "front at the head", "what this change does"],
      rows: moved.map((front) => [
        qualityOf(front),
        costOf(front),
        list(front.base),
        list(front.head),
        changeOf(front)
      ]),
      align: "lllll",
      notes: [
        "A model is on the front when no other is as good in both quality and cost and better in one. Quality is what the repository declares; models that did not change take part in what is counted, and are not measured. What is not proven to differ from the base counts as the same.",
        ...fronts.some(({ indicator }) => indicator.startsWith("latency")) ? [MEASURED_NOTE] : [],
        ...unchangedLeftOut === 0 ? [] : [leftOutNote(unchangedLeftOut)],
        ...still.length === 0 ? [] : [`The same at base and head: ${still.map(nameOf).join("; ")}.`]
      ]
    }
  ];
}
function frontLines(report) {
  return frontsSupplement(report).flatMap(({ title, rows, notes }) => [
    title,
    ...rows.map(
      ([metric = "", cost = "", base = "", head = "", change = ""]) => `${metric} against ${cost}: front ${base} -> ${head}; ${change}.`
    ),
    ...notes
  ]);
}
var MEASURED_NOTE = "What was measured of different models is set side by side as it is: no test was made between them.";
var leftOutNote = (models) => `${plural(models, "model")} of declared quality that did not change ${models === 1 ? "is" : "are"} left out, since there are too many or they could not be counted: what is said to be offered or taken away was not compared with ${models === 1 ? "it" : "them"}.`;
var isMoved = ({ gained, lost, base, head }) => gained.length + lost.length > 0 || base.join("\n") !== head.join("\n");
var conditions = ({ scenario, machine }) => {
  const words = [scenario, machine].filter((word) => word !== null && word !== void 0);
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
};
var qualityOf = (front) => `${front.metric}${conditions(front)}`;
var costOf = ({ indicator }) => nounOf(indicator).noun;
var nameOf = (front) => `${front.metric} against ${costOf(front)}${conditions(front)}: ${list(front.head)}`;
function list(names) {
  if (names.length === 0) return "no model";
  const shown = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}
function changeOf({ gained, lost }) {
  const parts = [
    ...gained.length === 0 ? [] : [`offers what was not there: ${list(gained)}`],
    ...lost.length === 0 ? [] : [`takes away what was there: ${list(lost)} as it was`]
  ];
  return parts.length === 0 ? "other models, nothing gained or lost" : parts.join("; ");
}

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
  return value.length;
}
function markdownTable(table2, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table2.length) {
    const row2 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table2[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table2[rowIndex].length;
    }
    while (++columnIndex2 < table2[rowIndex].length) {
      const cell = serialize(table2[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size = stringLength(cell);
        sizes2[columnIndex2] = size;
        if (longestCellByColumn[columnIndex2] === void 0 || size > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size;
        }
      }
      row2.push(cell);
    }
    cellMatrix[rowIndex] = row2;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code === 99) {
      before = ":";
      after = ":";
    } else if (code === 108) {
      before = ":";
    } else if (code === 114) {
      after = ":";
    }
    let size = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell = before + "-".repeat(size) + after;
    if (settings.alignDelimiters !== false) {
      size = before.length + size + after.length;
      if (size > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size;
      }
      sizes[columnIndex] = size;
    }
    row[columnIndex] = cell;
  }
  cellMatrix.splice(1, 0, row);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines = [];
  while (++rowIndex < cellMatrix.length) {
    const row2 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
    columnIndex = -1;
    const line = [];
    while (++columnIndex < cellsInRow) {
      const cell = row2[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code = alignments[columnIndex];
        if (code === 114) {
          before = " ".repeat(size);
        } else if (code === 99) {
          const half = size / 2;
          if (size % 2) {
            before = " ".repeat(half + 0.5);
            after = " ".repeat(half - 0.5);
          } else {
            before = " ".repeat(half);
            after = before;
          }
        } else {
          after = " ".repeat(size);
        }
      }
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push("|");
      }
    }
    lines.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines.join("\n");
}
function serialize(value) {
  return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
  const code = typeof value === "string" ? value.codePointAt(0) : 0;
  return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/render/markdown.ts
function cut(entries, cap, noun, rest) {
  const left = entries.length - cap;
  if (left <= 0) return { shown: entries, more: "" };
  return { shown: entries.slice(0, cap), more: `_Cut to fit: ${plural(left, noun)} more, see ${rest}._` };
}
function table(header, rows, align) {
  return markdownTable([header, ...rows], { align: Array.from(align), alignDelimiters: false });
}
function folded(summary, body) {
  return ["<details>", `<summary>${summary}</summary>`, "", paragraphs(body), "", "</details>"].join("\n");
}
function paragraphs(blocks) {
  return blocks.filter((block) => block !== "").join("\n\n");
}
function bullets(entries) {
  return entries.map((entry) => `- ${entry}`).join("\n");
}
function link(text, address) {
  if (address === void 0 || !URL.canParse(address)) return text;
  const { protocol, href } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return text;
  return `[${text}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

// src/render/acknowledgements.ts
var inForce = ({ acknowledgements = [] }) => acknowledgements.filter((one) => one.kind === "label" || one.covers.length > 0 || one.fault !== null);
function acknowledgementNotes(report) {
  return inForce(report).map((one) => ({ text: describe(one), counts: one.fault === null }));
}
function acknowledgementsBlock(report, { rows, rest }) {
  const found = inForce(report);
  if (found.length === 0) return [];
  const { shown, more } = cut(found, rows, "acknowledgement", rest);
  return ["#### Acknowledged", bullets(shown.map((one) => markdownText(describe(one)))), more];
}
function acknowledgementLines(report, width, palette) {
  return inForce(report).flatMap((one) => {
    const lines = wrap(terminalText(`* ${describe(one)}`), width);
    return one.fault === null ? lines : lines.map(palette.unsure);
  });
}
function describe(one) {
  if (one.kind === "label") {
    const who = one.by ?? "unknown";
    const when = one.at === null ? "" : ` on ${one.at.slice(0, 10)}`;
    if (one.fault !== null) return `Label ${one.label} does not count: ${one.fault}.`;
    const head = (one.head ?? "").slice(0, 10);
    return `Label ${one.label}, put on by ${who}${when}: everything that was found at ${head}, and nothing pushed later.`;
  }
  const { bound, by, reason, expires, indicator, model, covers, fault } = one;
  const limits = [
    ...bound.relative === void 0 ? [] : [`by up to ${formatPercent(bound.relative)}`],
    ...bound.value === void 0 ? [] : [`up to a value of ${bound.value}`]
  ].join(" and ");
  const what = `Waiver of ${nounOf(indicator).noun} for ${model}, worse ${limits}, by ${by} until ${expires}: ${reason}`;
  const models = [...new Set(covers.map((covered) => covered.model))];
  return [
    what,
    ...models.length === 0 ? [] : [`Counts for ${models.join(", ")}`],
    ...fault === null ? [] : [`Does not count: ${fault}`]
  ].map((sentence) => sentence.endsWith(".") ? sentence : `${sentence}.`).join(" ");
}

// src/render/claims.ts
var RULINGS = {
  upheld: { sign: "✓", word: "upheld", tone: "good" },
  partial: { sign: "±", word: "true in part", tone: "mixed" },
  refuted: { sign: "✗", word: "refuted", tone: "bad" },
  unverifiable: { sign: "?", word: "not verifiable here", tone: "unsure" }
};
var QUOTED = 220;
var EVIDENCE = 300;
var ORDER = ["refuted", "partial", "unverifiable", "upheld"];
var inOrder = (claims) => claims.toSorted((one, other) => ORDER.indexOf(one.ruling) - ORDER.indexOf(other.ruling));
function claimedSentences({ claims = [] }, quote = (name) => name) {
  return bySentence(claims).map((sentence) => ({
    text: beginning(sentence[0]?.text ?? "", QUOTED),
    place: sources(sentence, quote),
    rulings: sentence.map((claim) => ({
      mark: RULINGS[claim.ruling],
      meaning: meaning(claim),
      evidence: beginning(evidence(claim), EVIDENCE)
    })),
    ...insteadOf(sentence)
  }));
}
function claimsTally({ claims = [] }) {
  return ORDER.flatMap((ruling) => {
    const count = claims.filter((claim) => claim.ruling === ruling).length;
    return count === 0 ? [] : [`${count} ${RULINGS[ruling].word}`];
  }).join(", ");
}
function claimsBlock(report, { rows, rest }) {
  const sentences = claimedSentences(report, markdownCode);
  if (sentences.length === 0) return [];
  const { shown, more } = cut(sentences, rows, "sentence with claims", rest);
  const title = `#### Claims: ${claimsTally(report)}`;
  return [paragraphs([title, ...shown.map(sentenceInMarkdown), more])];
}
function sentenceInMarkdown({ text, place, rulings, rewording, inFull }) {
  return paragraphs([
    `“${markdownText(text)}” (${place})`,
    bullets(
      rulings.map(
        ({ mark, meaning: read, evidence: shown }) => `**${signed(mark)}**, read as ${markdownText(read)}: ${markdownText(shown)}`
      )
    ),
    ...rewording === null ? [] : ["To say instead:", codeBlock(rewording)],
    ...inFull === null ? [] : [`<sub>In full: ${markdownText(inFull)}</sub>`]
  ]);
}
function bySentence(claims) {
  const sentences = /* @__PURE__ */ new Map();
  for (const claim of inOrder(claims)) {
    const { text, source } = claim;
    const key = JSON.stringify([text, source]);
    sentences.set(key, [...sentences.get(key) ?? [], claim]);
  }
  return [...sentences.values()];
}
function insteadOf(claims) {
  const narrow = claims.toSorted((one, other) => Number(isBroad(one)) - Number(isBroad(other)));
  const open = narrow.find(({ rewording }) => rewording !== null);
  return {
    rewording: open?.rewording ?? null,
    inFull: open === void 0 ? narrow[0]?.inFull ?? null : null
  };
}
var isBroad = ({ indicators }) => indicators.includes("efficiency");
function beginning(text, length) {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length - 1);
  return `${text.slice(0, end > 0 ? end : length - 1)} …`;
}
var codeBlock = (text) => `\`\`\`text
${terminalText(text)}
\`\`\``;
var PLACES = { title: "title", body: "description", text: "text" };
function sources(claims, quote) {
  const places = claims.flatMap(({ source, repeatedIn }) => [source, ...repeatedIn]);
  const [first = "", ...others] = new Set(
    places.map(
      ({ kind, sha }) => kind === "commit" ? `commit ${quote((sha ?? "unknown").slice(0, 7))}` : PLACES[kind]
    )
  );
  return others.length === 0 ? first : `${first} and ${plural(others.length, "other place")}`;
}
function meaning({ indicators, direction, magnitude }) {
  const nouns = indicators.map((id) => id === "efficiency" ? "efficiency as such" : nounOf(id).noun);
  const size = magnitude === null ? "" : `, ${formatRatio(magnitude)} times`;
  return `“${nouns.join(", ")}: ${direction}${size}”`;
}
function evidence({ evidence: found }) {
  const [first, ...others] = found.toSorted(
    (one, other) => ORDER.indexOf(one.ruling) - ORDER.indexOf(other.ruling)
  );
  if (first === void 0) return "Nothing was compared that could speak for it or against it.";
  const models = new Set(found.map(({ model }) => model)).size;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  return `${models > 1 ? `${first.model}: ` : ""}${first.says}${more}`;
}
function claimLines(report, width, palette) {
  return claimedSentences(report).flatMap(({ text, place, rulings, rewording, inFull }) => {
    const instead = rewording === null ? `in full: ${inFull ?? ""}` : `to say instead: ${rewording}`;
    return [
      ...wrap(terminalText(`claim: “${text}” (${place})`), width),
      ...rulings.flatMap((ruling) => rulingLines(ruling, width, palette)),
      ...wrap(terminalText(instead), width, "  ").map(palette.faint)
    ];
  });
}
function rulingLines({ mark, meaning: read, evidence: shown }, width, palette) {
  const [first = "", ...others] = wrap(`${signed(mark)}, ${terminalText(`${read}: ${shown}`)}`, width, "  ");
  return [first.replace(signed(mark), paintMark(mark, palette)), ...others];
}

// src/render/creep.ts
var CREEP_TITLE = "Slow creep";
var CREEP_METHOD = "A warning, which changes no conclusion. Measured ratios are multiplied, each from a run of its own on one kind of machine; the interval is wide enough for every start, every indicator and two hundred pull requests together. The command history shows the steps.";
function creepNotes({ creep = [] }) {
  return creep.map((one) => ({ model: one.model, text: describe2(one) }));
}
function creepBlock(report, { rows, rest }) {
  const notes = creepNotes(report);
  if (notes.length === 0) return [];
  const { shown, more } = cut(notes, rows, "warning", rest);
  return [
    `#### ! ${CREEP_TITLE}`,
    bullets(shown.map(({ model, text }) => `${markdownCode(model)}: ${markdownText(text)}`)),
    more,
    `<sub>${markdownText(CREEP_METHOD)}</sub>`
  ];
}
function creepLines(report, width, palette) {
  return creepNotes(report).flatMap(
    ({ model, text }) => wrap(terminalText(`! ${CREEP_TITLE}: ${model}: ${text}`), width).map(palette.unsure)
  );
}
function describe2(creep) {
  const { indicator, unit, steps, since, includesHead, values, tolerance } = creep;
  const { noun } = nounOf(indicator);
  const where = `since ${since.commit.slice(0, 10)} (${since.at.slice(0, 10)})`;
  const whose = includesHead ? ", this pull request included" : ", before this pull request";
  const measured = values === null;
  const bound = formatTolerance(tolerance, unit);
  return [
    `${amountOf(creep)} over ${plural(steps, "change")} ${where}${whose}.`,
    measured ? `No single one was proven to be beyond ${bound}. That together they made it worse is beyond doubt, and by the estimate they did so beyond ${bound}.` : `No single one regressed beyond ${bound}; together they do.`,
    `Look at these changes, or raise the tolerance of ${noun} if this is meant.`
  ].join(" ");
}
function amountOf({ indicator, unit, ratio, low, high, values }) {
  const effect = ratio === null ? nounOf(indicator).noun : formatEffect(indicator, ratio);
  if (values !== null) return `${effect} (${formatAgainst(values.now, values.then, unit)})`;
  return low === null ? effect : `${effect} ${formatInterval({ low, high })}`;
}

export {
  cut,
  table,
  folded,
  paragraphs,
  bullets,
  link,
  membersOf,
  fleetRows,
  differences,
  agreed,
  machineHeading,
  setUpNotes,
  fleetStanding,
  fleetSuffix,
  headlineOf,
  nothingChanged,
  acknowledgementNotes,
  acknowledgementsBlock,
  acknowledgementLines,
  claimedSentences,
  claimsTally,
  claimsBlock,
  claimLines,
  CREEP_TITLE,
  CREEP_METHOD,
  creepNotes,
  creepBlock,
  creepLines,
  frontsSupplement,
  frontLines
};
