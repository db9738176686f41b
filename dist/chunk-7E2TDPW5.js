import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CREEP_METHOD,
  CREEP_TITLE,
  acknowledgementNotes,
  claimedSentences,
  claimsTally,
  creepNotes,
  forkNote,
  headlineOf
} from "./chunk-ICRC3YZB.js";
import {
  HALO,
  Markup,
  arrow,
  dataTable,
  dot,
  markOf,
  markup,
  modelLead,
  modelSections,
  nameWithin,
  page,
  runFacts,
  smallFigure,
  smallFigures,
  text,
  warningList
} from "./chunk-5PHYRWVI.js";
import {
  QUALITY_PREFIX,
  formatDate,
  formatQuantity,
  formatRatio,
  leastFavourableFirst,
  nounOf,
  standingMark,
  verdictMark
} from "./chunk-6N5H7OI4.js";
import "./chunk-ERHK3PZI.js";
import "./chunk-NV5WPINZ.js";

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
function qualityPlots(models) {
  const metrics = [
    ...new Set(models.flatMap(({ comparisons }) => comparisons.map(({ indicator }) => indicator)))
  ].filter((id) => id.startsWith(QUALITY_PREFIX));
  const figures = metrics.flatMap(
    (metric, at) => COSTS.flatMap((cost) => {
      const steps = models.flatMap((model) => stepOf(model, cost, metric));
      return steps.length < FEWEST_MODELS ? [] : [plot(steps, cost, metric, unitOf(models, cost), `quality-${at}-${cost}`)];
    })
  );
  if (figures.length === 0) return null;
  return markup`<section><h2>Cost against quality</h2>${smallFigures(figures)}<p class="note">One line for each model that has both numbers, from base (○) to head (●). Quality is what the repository declares. Scales of cost are logarithmic.</p></section>`;
}
function valuesOf({ comparisons }, id) {
  const row = comparisons.find(({ indicator }) => indicator === id);
  return row?.base.value == null || row.head.value === null ? null : [row.base.value, row.head.value];
}
function stepOf(model, costId, metric) {
  const [cost, quality2] = [valuesOf(model, costId), valuesOf(model, metric)];
  return cost === null || quality2 === null || Math.min(...cost) <= 0 ? [] : [{ name: model.name, cost, quality: quality2 }];
}
var unitOf = (models, id) => models.flatMap(({ comparisons }) => comparisons).find(({ indicator }) => indicator === id)?.unit ?? "";
function plot(steps, cost, metric, unit, id) {
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
    (text2) => markup`<li>${text2}</li>`
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
  return markup`<header><h1 class="${headline.tone}">${headline.sign} efficiency-gate: ${headline.word}</h1>
<p class="where"><code>${base.label}</code> → <code>${head.label}</code> · ${formatDate(createdAt)}</p>
${models.length > MOST_LEADS ? null : models.map(({ model }) => modelLead(model))}
<p class="gate">${gate.summary}</p>${note === null ? null : markup`<p class="note">${note}</p>`}${missing.length === 0 ? null : markup`<ul class="notes">${missing.map(({ model, reason }) => markup`<li><code>${model}</code>: ${reason}</li>`)}</ul>`}</header>
`;
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
function quality(_, models) {
  return qualityPlots(models.map(({ model }) => model));
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
