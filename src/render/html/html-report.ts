/** The report as one page that opens offline. A function of the report alone: the same report, the same bytes. */
import type { GateReport, ModelReport } from '../../report.js';
import { forkNote } from '../fork-note.js';
import { frontsSupplement } from '../fronts.js';
import { headlineOf } from '../headline.js';
import { formatDate } from '../notes.js';
import { leastFavourableFirst, standingMark } from '../signs.js';
import { fleetSuffix } from '../fleet-rows.js';
import { runFacts } from './facts.js';
import { fleetLead, fleetSection } from './fleet-section.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';
import { modelLead, modelSections, warningList } from './model-section.js';
import { overview, type NamedModel } from './overview.js';
import { page } from './page.js';
import { qualityPlots } from './quality-plot.js';
import { acknowledgements, claims, creep } from './statements.js';
import { supplementTables } from './supplement-tables.js';

/** A part of the page; null where the report holds nothing for it. */
type Part = (report: GateReport, models: readonly NamedModel[]) => Markup | null;

/** THE order of the page: the conclusion, what is said of the change, the models, what they were measured under. */
const PARTS: readonly Part[] = [
  conclusion,
  creep,
  claims,
  acknowledgements,
  fleetSection,
  modelsInFull,
  quality,
  runWarnings,
  provenance,
];

export function renderHtml(report: GateReport): string {
  const models = leastFavourableFirst(report.models).map((model, at) => ({ model, id: `m${at + 1}` }));
  const { word } = headlineOf(report);
  const title = `efficiency-gate: ${word}, ${report.head.label} against ${report.base.label}`;
  return page(title, markup`${PARTS.map((part) => part(report, models))}`);
}

function conclusion(report: GateReport, models: readonly NamedModel[]): Markup {
  const { gate, base, head, createdAt } = report;
  const headline = headlineOf(report);
  const note = forkNote(report);
  const named = new Set(models.map(({ model }) => model.name));
  const missing = gate.missing.filter(({ model }) => !named.has(model));
  return markup`<header><h1 class="${headline.tone}">${headline.sign} efficiency-gate: ${headline.word}${fleetSuffix(report)}</h1>
<p class="where"><code>${base.label}</code> → <code>${head.label}</code> · ${formatDate(createdAt)}</p>
${leads(report, models)}
<p class="gate">${gate.summary}</p>${note === null ? null : markup`<p class="note">${note}</p>`}${
    missing.length === 0
      ? null
      : markup`<ul class="notes">${missing.map(({ model, reason }) => markup`<li><code>${model}</code>: ${reason}</li>`)}</ul>`
  }</header>
`;
}

/** Of a fleet, what all machines say together. */
function leads({ fleet }: GateReport, models: readonly NamedModel[]): Markup[] {
  if (fleet !== undefined) return fleet.length > MOST_LEADS ? [] : fleet.map(fleetLead);
  return models.length > MOST_LEADS ? [] : models.map(({ model }) => modelLead(model));
}

/** Of more models, the sentences are with the models: the table of all comes first. */
const MOST_LEADS = 5;

function modelsInFull(report: GateReport, models: readonly NamedModel[]): Markup | null {
  const [only] = models;
  if (only === undefined) return null;
  if (models.length === 1) return modelSections(report, only.model, only.id);
  return markup`${overview(models)}
${models.map(({ model, id }, at) => folded(report, model, id, at === 0 && models.length <= MOST_LEADS))}`;
}

const OPEN = markup` open`;

/**
 * Of few, the least favourable is open. Closed details are not laid out until they are opened; a link to the heading
 * inside of them opens them.
 */
function folded(report: GateReport, model: ModelReport, id: string, open: boolean): Markup {
  return markup`<details class="model"${open ? OPEN : null}><summary><code>${model.name}</code> ${markOf(standingMark(model))}</summary>
<h2 id="${id}"><code>${model.name}</code></h2>
${modelLead(model)}${modelSections(report, model, id)}</details>
`;
}

function quality(report: GateReport): Markup | null {
  const inside = [qualityPlots(report), supplementTables(frontsSupplement(report))].filter(
    (part) => part !== null,
  );
  return inside.length === 0 ? null : markup`<section><h2>Cost against quality</h2>${inside}</section>`;
}

function runWarnings({ warnings }: GateReport): Markup | null {
  const list = warningList(warnings);
  return list === null ? null : markup`<section><h2>Warnings of the run</h2>${list}</section>`;
}

function provenance(report: GateReport): Markup {
  return markup`<section><h2>Where this comes from</h2>${runFacts(report)}</section>`;
}
