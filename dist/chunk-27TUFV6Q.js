import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  HALO,
  Markup,
  arrow,
  dataTable,
  dot,
  factList,
  line,
  markOf,
  markup,
  modelLead,
  modelSections,
  nameWithin,
  page,
  runFacts,
  smallFigure,
  smallFigures,
  supplementTables,
  text,
  warningList
} from "./chunk-QRQVP5KK.js";
import {
  forkNote
} from "./chunk-7NKO7YSC.js";
import {
  CREEP_METHOD,
  CREEP_TITLE,
  acknowledgementNotes,
  agreed,
  claimedSentences,
  claimsTally,
  creepNotes,
  differences,
  fleetRows,
  fleetStanding,
  fleetSuffix,
  frontsSupplement,
  headlineOf,
  machineHeading,
  membersOf,
  setUpNotes
} from "./chunk-JFJWRCW7.js";
import {
  formatDate,
  machineFacts
} from "./chunk-ZEUB5U7J.js";
import {
  subjectOf
} from "./chunk-HTD2XBQP.js";
import {
  leastFavourableFirst,
  standingMark,
  verdictMark
} from "./chunk-SPJ2DEWU.js";
import {
  QUALITY_PREFIX,
  formatQuantity,
  formatRatio,
  nounOf
} from "./chunk-75NMW4LC.js";

// src/render/html/fleet-section.ts
function fleetSection(report) {
  const { fleet = [], machines } = report;
  if (machines === void 0) return null;
  const ordered = leastFavourableFirst(fleet.map((one) => ({ ...fleetStanding(one), fleet: one })));
  return markup`<section><h2>All machines together</h2>${ordered.map((one) => modelOverMachines(report, one.fleet))}</section>
<section><h2>Machines</h2>${machines.map(
    ({ name, required, environment, shards }) => markup`<h3>${name}</h3>${factList([
      ["the relation", required ? "rests on it" : "does not rest on it"],
      ["reports", `${shards.merged} of ${shards.of}`],
      ...environment === null ? [["machine", "nothing was measured"]] : machineFacts({ environment })
    ])}`
  )}</section>
`;
}
function fleetLead(fleet) {
  return markup`<p class="sentence"><code>${fleet.model}</code> ${markOf(standingMark(fleetStanding(fleet)))}<br>${fleet.sentence}</p>`;
}
function modelOverMachines(report, fleet) {
  const members = membersOf(report, fleet);
  const rows = fleetRows(fleet, members);
  const notes = [agreed(fleet, members) ?? [], fleet.warnings.map((text2) => `Warning: ${text2}`)].flat(2);
  const { contradictions, partings } = differences(fleet, members);
  const said = [...contradictions, ...partings, ...notes];
  return markup`<h3><code>${fleet.model}</code> ${markOf(standingMark(fleetStanding(fleet)))}</h3>
${said.length === 0 ? null : markup`<ul>${said.map((text2) => markup`<li>${text2}</li>`)}</ul>`}${rows.length === 0 ? null : dataTable({
    caption: `Head / base of ${fleet.model} on each machine`,
    columns: [
      { heading: "indicator", kind: "text" },
      { heading: "all machines", kind: "text" },
      ...members.map((member) => ({ heading: machineHeading(member), kind: "number" }))
    ],
    rows: rows.map(({ label, required, together, cells }) => [
      { content: required ? markup`<b>${label} *</b>` : label },
      {
        content: "text" in together ? markup`${together.text} ${markOf(together.mark)}` : markOf(together)
      },
      ...members.map((_, at) => ({ content: cellOf(cells?.[at]) }))
    ])
  })}
<ul class="notes"><li>* required: the relation rests on these</li><li>– the same on every machine</li>${setUpNotes(fleet).map((note) => markup`<li>${note}</li>`)}</ul>
`;
}
function cellOf(cell) {
  if (cell === void 0)
    return markup`<span aria-hidden="true">–</span><span class="unseen">as on all machines</span>`;
  const { sign, word, tone } = cell.mark;
  return markup`${cell.text} <span class="mark ${tone}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></span>`;
}

// src/render/html/overview.ts
function overview(models) {
  const required = requiredOf(models);
  const columns = required.map((id) => ({ heading: nounOf(id).noun, kind: "number" }));
  return markup`<section><h2>Models</h2>${dataTable({
    caption: "Models, head against base",
    sortable: true,
    columns: [
      { heading: "model", kind: "text" },
      { heading: "head against base", kind: "text" },
      ...columns,
      { heading: "better", kind: "number" },
      { heading: "worse", kind: "number" },
      { heading: "not decided", kind: "number" }
    ],
    rows: models.map(({ model, id }) => [
      { content: markup`<a href="#${new Markup(id)}"><code>${model.name}</code></a>` },
      { content: markOf(standingMark(model)) },
      ...required.map((indicator) => ratioCell(model, indicator)),
      ...["improved", "regressed", "inconclusive"].map((verdict) => countCell(model, verdict))
    ])
  })}<p class="note">Head / base of the indicators that any model requires, with their verdicts: ✓ improved, ≈ equivalent, ✗ regressed, ? inconclusive; – not compared, or not an indicator of that model. The counts are over all indicators of a model.</p></section>`;
}
function requiredOf(models) {
  const rows = models.flatMap(({ model }) => model.comparisons.filter(({ required }) => required));
  return [...new Set(rows.map(({ indicator }) => indicator))];
}
function ratioCell({ comparisons, status }, id) {
  const row = comparisons.find(({ indicator }) => indicator === id);
  if (row === void 0)
    return { content: absent(status === "compared" ? "not reported" : "not compared"), order: null };
  return { content: markup`${textOf(row)} ${signOf(row)}`, order: row.effect?.ratio ?? null };
}
var textOf = ({ effect }) => effect === null ? "not known" : formatRatio(effect.ratio);
function signOf({ verdict }) {
  const { sign, word, tone } = verdictMark(verdict);
  return markup`<span class="mark ${tone}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></span>`;
}
var absent = (words) => markup`<span aria-hidden="true">–</span><span class="unseen">${words}</span>`;
function countCell({ comparisons, status }, verdict) {
  if (status !== "compared" && comparisons.length === 0)
    return { content: absent("not compared"), order: null };
  const count = comparisons.filter((one) => one.verdict === verdict).length;
  return { content: String(count), order: count };
}

// src/render/html/quality-plot.ts
var COSTS = ["latency_p50", "macs", "parameters", "peak_rss_bytes"];
var FEWEST_MODELS = 2;
function qualityPlots({ models, unchanged = [], fronts = [] }) {
  const metrics = [
    ...new Set(models.flatMap(({ comparisons }) => comparisons.map(({ indicator }) => indicator)))
  ].filter((id) => id.startsWith(QUALITY_PREFIX));
  const figures = metrics.flatMap(
    (metric, at) => COSTS.flatMap((cost) => {
      const steps = [
        ...models.flatMap((model) => stepOf(model, cost, metric)),
        ...unchanged.flatMap((model) => standing(model, cost, metric))
      ];
      return steps.length < FEWEST_MODELS ? [] : [
        plot(steps, frontLinesOf(fronts, steps, cost, metric), {
          cost,
          metric,
          unit: unitOf(models, cost),
          id: `quality-${at}-${cost}`
        })
      ];
    })
  );
  if (figures.length === 0) return null;
  return markup`${smallFigures(figures)}<p class="note">One line for each model that has both numbers, from base (○) to head (●); the steps are the front at the head: no model is as good in both and better in one. Quality is what the repository declares. Scales of cost are logarithmic.</p>`;
}
function valuesOf({ comparisons }, id) {
  const row = comparisons.find(({ indicator }) => indicator === id);
  return row?.base.value == null || row.head.value === null ? null : [row.base.value, row.head.value];
}
function stepOf(model, costId, metric) {
  const [cost, quality2] = [valuesOf(model, costId), valuesOf(model, metric)];
  return cost === null || quality2 === null || Math.min(...cost) <= 0 ? [] : [{ name: model.name, subject: subjectOf(model), machine: model.machine, cost, quality: quality2 }];
}
function standing({ name, counts, quality: quality2 }, cost, metric) {
  const value = counts[cost] ?? null;
  const { base = null, head = null } = quality2[metric.slice(QUALITY_PREFIX.length)] ?? {};
  return value === null || value <= 0 || base === null || head === null ? [] : [{ name, subject: name, machine: void 0, cost: [value, value], quality: [base, head] }];
}
function frontLinesOf(fronts, steps, cost, metric) {
  return fronts.filter((front) => front.indicator === cost && `${QUALITY_PREFIX}${front.metric}` === metric).map(
    ({ head, machine }) => head.flatMap((name) => {
      const step = steps.find(
        (one) => one.subject === name && (machine === void 0 || one.machine === machine)
      );
      return step === void 0 ? [] : [{ cost: step.cost[1], quality: step.quality[1] }];
    })
  );
}
var unitOf = (models, id) => models.flatMap(({ comparisons }) => comparisons).find(({ indicator }) => indicator === id)?.unit ?? "";
function plot(steps, fronts, { cost, metric, unit, id }) {
  const noun = nounOf(cost).noun;
  const quality2 = nounOf(metric).noun;
  const text2 = (value) => formatQuantity(value, unit, 3);
  return smallFigure(
    {
      id,
      title: `${quality2} against ${noun}`,
      description: steps.map(
        ({ name, cost: [from, to], quality: [before, after] }) => `${name}: ${text2(from)} and ${before}, then ${text2(to)} and ${after}`
      ).join("; "),
      caption: null
    },
    {
      height: 250,
      marginLeft: 44,
      marginRight: 24,
      marginTop: 24,
      marginBottom: 40,
      x: { type: "log", axis: null, inset: 36 },
      y: { label: nameWithin(quality2, 30), labelArrow: "none", grid: true, ticks: 5, inset: 14 },
      marks: [
        // Drawn as text: an axis leaves labels out of a logarithmic scale as it sees fit.
        text(endsOf(steps), { x: (cost2) => cost2, text: text2, frameAnchor: "bottom", dy: 16 }),
        text([noun], { frameAnchor: "bottom", dy: 34 }),
        ...fronts.map(
          (points) => line(points, {
            x: ({ cost: at }) => at,
            y: ({ quality: at }) => at,
            curve: "step-after",
            stroke: "var(--head)",
            strokeOpacity: 0.45,
            strokeWidth: 1.5
          })
        ),
        arrow(steps, {
          x1: ({ cost: [from] }) => from,
          x2: ({ cost: [, to] }) => to,
          y1: ({ quality: [from] }) => from,
          y2: ({ quality: [, to] }) => to,
          stroke: "var(--faint)",
          headLength: 0
        }),
        dot(steps, {
          x: ({ cost: [from] }) => from,
          y: ({ quality: [from] }) => from,
          r: 3.5,
          stroke: "var(--base)",
          strokeWidth: 2
        }),
        dot(steps, {
          x: ({ cost: [, to] }) => to,
          y: ({ quality: [, to] }) => to,
          r: 4,
          fill: "var(--head)"
        }),
        ...steps.length > MOST_NAMED ? [] : [
          text(steps, {
            x: ({ cost: [, to] }) => to,
            y: ({ quality: [, to] }) => to,
            text: ({ name }) => nameWithin(name.split("/").at(-1) ?? name, 22),
            dy: -12,
            ...HALO,
            fontSize: 11
          })
        ]
      ]
    }
  );
}
var MOST_NAMED = 8;
function endsOf(steps) {
  const costs = steps.flatMap(({ cost }) => cost);
  return [Math.min(...costs), Math.max(...costs)];
}

// src/render/html/statements.ts
function claims(report) {
  const sentences = claimedSentences(report);
  if (sentences.length === 0) return null;
  return markup`<section><h2>Claims: ${claimsTally(report)}</h2>${sentences.map(sentence)}</section>
`;
}
function sentence({ text: text2, place, rulings, rewording, inFull }) {
  return markup`<blockquote>${text2}” <cite>(${place})</cite></blockquote>
<ul class="notes">${rulings.map(
    ({ mark, meaning, evidence }) => markup`<li>${markOf(mark)}, read as ${meaning}: ${evidence}</li>`
  )}</ul>
${rewording === null ? inFull === null ? null : markup`<p class="note">In full: ${inFull}</p>` : markup`<p>To say instead:</p><pre class="wording" tabindex="0">${rewording}</pre>`}`;
}
function creep(report) {
  const notes = creepNotes(report);
  return notes.length === 0 ? null : markup`<section><h2>${CREEP_TITLE}</h2><ul class="notes">${notes.map(
    ({ model, text: text2 }) => markup`<li><code>${model}</code>: ${text2}</li>`
  )}</ul><p class="note">${CREEP_METHOD}</p></section>
`;
}
function acknowledgements(report) {
  const notes = acknowledgementNotes(report);
  return notes.length === 0 ? null : markup`<section><h2>Acknowledged</h2><ul class="notes">${notes.map(
    ({ text: text2 }) => markup`<li>${text2}</li>`
  )}</ul></section>
`;
}

// src/render/html/html-report.ts
var PARTS = [
  conclusion,
  creep,
  claims,
  acknowledgements,
  fleetSection,
  modelsInFull,
  quality,
  runWarnings,
  provenance
];
function renderHtml(report) {
  const models = leastFavourableFirst(report.models).map((model, at) => ({ model, id: `m${at + 1}` }));
  const { word } = headlineOf(report);
  const title = `efficiency-gate: ${word}, ${report.head.label} against ${report.base.label}`;
  return page(title, markup`${PARTS.map((part) => part(report, models))}`);
}
function conclusion(report, models) {
  const { gate, base, head, createdAt } = report;
  const headline = headlineOf(report);
  const note = forkNote(report);
  const named = new Set(models.map(({ model }) => model.name));
  const missing = gate.missing.filter(({ model }) => !named.has(model));
  return markup`<header><h1 class="${headline.tone}">${headline.sign} efficiency-gate: ${headline.word}${fleetSuffix(report)}</h1>
<p class="where"><code>${base.label}</code> → <code>${head.label}</code> · ${formatDate(createdAt)}</p>
${leads(report, models)}
<p class="gate">${gate.summary}</p>${note === null ? null : markup`<p class="note">${note}</p>`}${missing.length === 0 ? null : markup`<ul class="notes">${missing.map(({ model, reason }) => markup`<li><code>${model}</code>: ${reason}</li>`)}</ul>`}</header>
`;
}
function leads({ fleet }, models) {
  if (fleet !== void 0) return fleet.length > MOST_LEADS ? [] : fleet.map(fleetLead);
  return models.length > MOST_LEADS ? [] : models.map(({ model }) => modelLead(model));
}
var MOST_LEADS = 5;
function modelsInFull(report, models) {
  const [only] = models;
  if (only === void 0) return null;
  if (models.length === 1) return modelSections(report, only.model, only.id);
  return markup`${overview(models)}
${models.map(({ model, id }, at) => folded(report, model, id, at === 0 && models.length <= MOST_LEADS))}`;
}
var OPEN = markup` open`;
function folded(report, model, id, open) {
  return markup`<details class="model"${open ? OPEN : null}><summary><code>${model.name}</code> ${markOf(standingMark(model))}</summary>
<h2 id="${id}"><code>${model.name}</code></h2>
${modelLead(model)}${modelSections(report, model, id)}</details>
`;
}
function quality(report) {
  const inside = [qualityPlots(report), supplementTables(frontsSupplement(report))].filter(
    (part) => part !== null
  );
  return inside.length === 0 ? null : markup`<section><h2>Cost against quality</h2>${inside}</section>`;
}
function runWarnings({ warnings }) {
  const list = warningList(warnings);
  return list === null ? null : markup`<section><h2>Warnings of the run</h2>${list}</section>`;
}
function provenance(report) {
  return markup`<section><h2>Where this comes from</h2>${runFacts(report)}</section>`;
}

export {
  renderHtml
};
