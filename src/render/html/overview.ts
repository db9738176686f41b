/** Several models at a glance: how each stands, and what its required indicators did. */
import type { Comparison } from '../../judge/judgement.js';
import { formatRatio, nounOf } from '../../quantity.js';
import type { ModelReport } from '../../report.js';
import { standingMark, verdictMark } from '../signs.js';
import { dataTable, type Cell } from './data-table.js';
import { markOf } from './mark.js';
import { Markup, markup } from './markup.js';

export interface NamedModel {
  readonly model: ModelReport;
  /** What the page's parts of it are called after. */
  readonly id: string;
}

export function overview(models: readonly NamedModel[]): Markup {
  const required = requiredOf(models);
  const columns = required.map((id) => ({ heading: nounOf(id).noun, kind: 'number' as const }));
  return markup`<section><h2>Models</h2>${dataTable({
    caption: 'Models, head against base',
    sortable: true,
    columns: [
      { heading: 'model', kind: 'text' },
      { heading: 'head against base', kind: 'text' },
      ...columns,
      { heading: 'better', kind: 'number' },
      { heading: 'worse', kind: 'number' },
      { heading: 'not decided', kind: 'number' },
    ],
    rows: models.map(({ model, id }) => [
      { content: markup`<a href="#${new Markup(id)}"><code>${model.name}</code></a>` },
      { content: markOf(standingMark(model)) },
      ...required.map((indicator) => ratioCell(model, indicator)),
      ...(['improved', 'regressed', 'inconclusive'] as const).map((verdict) => countCell(model, verdict)),
    ]),
  })}<p class="note">Head / base of the indicators that any model requires, with their verdicts: ✓ improved, ≈ equivalent, ✗ regressed, ? inconclusive; – not compared, or not an indicator of that model. The counts are over all indicators of a model.</p></section>`;
}

/** In the order of the tables below. */
function requiredOf(models: readonly NamedModel[]): string[] {
  const rows = models.flatMap(({ model }) => model.comparisons.filter(({ required }) => required));
  return [...new Set(rows.map(({ indicator }) => indicator))];
}

function ratioCell({ comparisons, status }: ModelReport, id: string): Cell {
  const row = comparisons.find(({ indicator }) => indicator === id);
  if (row === undefined)
    return { content: absent(status === 'compared' ? 'not reported' : 'not compared'), order: null };
  return { content: markup`${textOf(row)} ${signOf(row)}`, order: row.effect?.ratio ?? null };
}

const textOf = ({ effect }: Comparison): string =>
  effect === null ? 'not known' : formatRatio(effect.ratio);

function signOf({ verdict }: Comparison): Markup {
  const { sign, word, tone } = verdictMark(verdict);
  return markup`<span class="mark ${tone}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></span>`;
}

/** A dash for eyes that have the column before them, words for others. */
const absent = (words: string): Markup =>
  markup`<span aria-hidden="true">–</span><span class="unseen">${words}</span>`;

function countCell({ comparisons, status }: ModelReport, verdict: Comparison['verdict']): Cell {
  if (status !== 'compared' && comparisons.length === 0)
    return { content: absent('not compared'), order: null };
  const count = comparisons.filter((one) => one.verdict === verdict).length;
  return { content: String(count), order: count };
}
