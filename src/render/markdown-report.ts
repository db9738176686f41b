/** The whole report in Markdown, within a number of bytes. */
import type { Verdict } from '../judge/judgement.js';
import { nounOf } from '../quantity.js';
import type { GateReport, ModelReport } from '../report.js';
import { acknowledgementsBlock } from './acknowledgements.js';
import { claimsBlock } from './claims.js';
import { creepBlock } from './creep.js';
import { htmlCode, markdownCode, markdownLabel, markdownText } from './escape.js';
import { fleetSuffix } from './fleet-rows.js';
import { type FleetExtents, fleetSections } from './markdown-fleet.js';
import { forkNote, forkSuffix } from './fork-note.js';
import { formatDate } from './notes.js';
import { frontsSupplement } from './fronts.js';
import { headlineOf, nothingChanged } from './headline.js';
import { bullets, cut, folded, paragraphs, table } from './markdown.js';
import { foldedSupplement } from './markdown-explanations.js';
import { modelInFull } from './markdown-model.js';
import { sinceLastPush } from './since-last-push.js';
import { leastFavourableFirst, signed, standingMark } from './signs.js';

export interface Bounds {
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** Where the rest is when something had to be cut, in Markdown. */
  readonly rest: string;
  /** The comment that this takes the place of. */
  readonly earlier?: string | undefined;
}

/** How much is shown: models in the overview, models in full, entries of any other list. */
interface Extents extends Partial<Pick<FleetExtents, 'fleets'>> {
  readonly overview: number;
  readonly models: number;
  readonly rows: number;
}

/** From everything down to what fits in any case. Details go before models, models before the overview. */
const EXTENTS: readonly Extents[] = [
  { overview: Infinity, models: Infinity, rows: Infinity },
  ...[60, 30, 15, 8].map((rows) => ({ overview: Infinity, models: Infinity, rows })),
  ...[48, 24, 12, 6, 3, 1].map((models) => ({ overview: 400, models, rows: 8 })),
  ...[200, 100, 50, 25, 10, 3, 1].map((overview) => ({ overview, models: 0, rows: 1 })),
];

/** The same for many machines: single machines go before the tables of all, those before the overview. */
const FLEET_EXTENTS: readonly FleetExtents[] = [
  ...[Infinity, 60, 30, 15].map((rows) => ({ overview: Infinity, fleets: Infinity, models: Infinity, rows })),
  ...[48, 24, 12, 6, 3, 1, 0].map((models) => ({ overview: 400, fleets: 48, models, rows: 8 })),
  ...[24, 12, 6, 3, 1].map((fleets) => ({ overview: 400, fleets, models: 0, rows: 8 })),
  ...[200, 100, 50, 25, 10, 3, 1].map((overview) => ({ overview, fleets: 0, models: 0, rows: 1 })),
];

/** The fullest rendering that fits. */
export function markdownReport(report: GateReport, { bytes, rest, earlier }: Bounds): string {
  const since = sinceLastPush(report, earlier, rest);
  let text = '';
  for (const extents of report.fleet === undefined ? EXTENTS : FLEET_EXTENTS) {
    text = render(report, extents, rest, since);
    if (Buffer.byteLength(text) <= bytes) break;
  }
  return text;
}

function render(report: GateReport, extents: Extents, rest: string, since: readonly string[]): string {
  const { gate, models } = report;
  const said = [
    ...creepBlock(report, { rows: extents.rows, rest }),
    ...claimsBlock(report, { rows: extents.rows, rest }),
    ...acknowledgementsBlock(report, { rows: extents.rows, rest }),
  ];
  const notes = reportWarnings(report, extents, rest);
  const fork = markdownNote(report);
  if (nothingChanged(report))
    return `${paragraphs([quietLine(report.fleet?.map(({ model }) => model) ?? models.map(({ name }) => name)), ...fork, ...said, ...since, ...notes])}\n`;
  return `${paragraphs([
    headline(report),
    markdownText(gate.summary),
    ...fork,
    ...missing(report, extents, rest),
    ...modelSections(report, extents, rest),
    ...fronts(report, extents, rest),
    ...said,
    ...since,
    ...notes,
    footer(report),
  ])}\n`;
}

function headline(report: GateReport): string {
  const { sign, word } = headlineOf(report);
  return `### ${sign} efficiency-gate: ${word}${markdownText(fleetSuffix(report))}${forkSuffix(report)}`;
}

function markdownNote(report: GateReport): string[] {
  const note = forkNote(report);
  return note === null ? [] : [`_${markdownText(note)}_`];
}

function quietLine(names: readonly string[]): string {
  if (names.length === 0) return 'No model changed.';
  return `No model changed: ${names.length === 1 ? markdownCode(names[0] ?? '') : `${names.length} models`}, identical bytes.`;
}

/** What was planned and could not be measured, where no model's own section tells. */
function missing({ gate, models }: GateReport, { rows }: Extents, rest: string): string[] {
  const named = new Set(models.map(({ name }) => name));
  const entries = gate.missing.filter(({ model }) => !named.has(model));
  if (entries.length === 0) return [];
  const { shown, more } = cut(entries, rows, 'model', rest);
  return [bullets(shown.map(({ model, reason }) => `${markdownCode(model)}: ${markdownText(reason)}`)), more];
}

function modelSections(report: GateReport, extents: Extents, rest: string): string[] {
  if (report.fleet !== undefined) {
    const { fleets = 0 } = extents;
    return fleetSections(report, report.fleet, { ...extents, fleets }, rest);
  }
  const models = leastFavourableFirst(report.models);
  const [only] = models;
  const { rows } = extents;
  if (only !== undefined && models.length === 1 && extents.models > 0)
    return [modelInFull(report, only, { rows, rest })];
  const worthUnfolding = models.filter(({ status }) => status === 'compared' || status === 'failed');
  const { shown, more } = cut(worthUnfolding, extents.models, 'model table', rest);
  return [
    ...overview(models, extents.overview, rest),
    ...shown.map((model) =>
      folded(`${htmlCode(model.name)}: ${signed(standingMark(model))}`, [
        modelInFull(report, model, { rows, rest }),
      ]),
    ),
    more,
  ];
}

function overview(models: readonly ModelReport[], cap: number, rest: string): string[] {
  if (models.length === 0) return [];
  const { shown, more } = cut(models, cap, 'model', rest);
  const body = shown.map((model) => [
    markdownCode(model.name),
    signed(standingMark(model)),
    indicators(model, 'improved'),
    indicators(model, 'regressed'),
    indicators(model, 'inconclusive'),
  ]);
  return [table(['model', 'head against base', 'better', 'worse', 'not decided'], body, 'lllll'), more];
}

/** Names at most this many indicators in a cell of the overview. */
const NAMED = 4;

function indicators({ comparisons, status }: ModelReport, verdict: Verdict): string {
  if (status !== 'compared') return '–';
  const nouns = comparisons
    .filter((one) => one.verdict === verdict)
    .map(({ indicator }) => markdownLabel(nounOf(indicator).noun));
  if (nouns.length === 0) return 'none';
  const named = nouns.slice(0, NAMED).join(', ');
  return nouns.length > NAMED ? `${named} and ${nouns.length - NAMED} more` : named;
}

function fronts(report: GateReport, extents: Extents, rest: string): string[] {
  return frontsSupplement(report).map((supplement) => foldedSupplement(supplement, extents.rows, rest));
}

function reportWarnings({ warnings }: GateReport, { rows }: Extents, rest: string): string[] {
  if (warnings.length === 0) return [];
  const { shown, more } = cut(warnings, rows, 'warning', rest);
  return [
    folded(`Warnings of the run: ${warnings.length}`, [
      bullets(shown.map((text) => markdownText(text))),
      more,
    ]),
  ];
}

function footer({ base, head, createdAt, tool }: GateReport): string {
  const side = ({ label, sha }: GateReport['base']): string =>
    sha === null ? markdownCode(label) : `${markdownCode(label)} (${markdownCode(sha.slice(0, 10))})`;
  return `<sub>${side(base)} → ${side(head)} · ${markdownText(formatDate(createdAt))} · ${tool.name} ${markdownText(tool.version)}</sub>`;
}
