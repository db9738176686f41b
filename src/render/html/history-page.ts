/** The history as one page that opens offline. A function of the series alone: the same history, the same bytes. */
import type { Point, Series } from '../../history/series.js';
import { VERDICTS } from '../../judge/judgement.js';
import { formatEstimate, formatQuantity, formatRatio } from '../../quantity.js';
import { formatDate } from '../notes.js';
import { plural } from '../plural.js';
import { verdictMark } from '../signs.js';
import { dataTable } from './data-table.js';
import { historyPlot } from './history-plot.js';
import { markOf } from './mark.js';
import { markup, type Content, type Markup } from './markup.js';
import { warningList } from './model-section.js';
import { page } from './page.js';

/** Rows of a model's table of commits; the file has all. */
const MOST_COMMITS = 50;

const LEGEND = VERDICTS.map(verdictMark);

export function renderHistory(series: readonly Series[], notes: readonly string[]): string {
  const models = [...new Set(series.map(({ model }) => model))];
  const commits = new Set(series.flatMap(({ points }) => points.map(({ commit }) => commit)));
  const body = markup`<header><h1>efficiency-gate: history</h1>
<p class="where">${plural(commits.size, 'commit')} of ${plural(models.length, 'model')}${spanOf(series)}</p>
<p>Each point is what a model cost at one commit of the default branch. A line joins points that may be compared: measured on the same kind of machine, with no change missing between them. A dashed rule marks where the machine changed; nothing is compared across it. The ratio in a title is the product of the ratios of the unbroken steps up to the latest point, each measured side by side in a run of its own, with an interval of 95 %. Point at one of the latest points to see its commit, value and interval.</p>
<p class="note">Colour of a point: the verdict of its own change. ${LEGEND.map(markOf)}</p></header>
${models.map((model, at) => modelPart(model, series, `h${at + 1}`))}${notesPart(notes)}`;
  return page('efficiency-gate: history', body);
}

function modelPart(model: string, all: readonly Series[], id: string): Markup {
  const own = all.filter((one) => one.model === model);
  return markup`<section><h2><code>${model}</code></h2>
${machines(own)}
${own.map((series, at) => historyPlot(series, `${id}-${at + 1}`))}
${latestTable(own)}
${commitsTable(own)}</section>
`;
}

function machines(series: readonly Series[]): Markup | null {
  const names = new Set(
    series.filter(({ exact }) => !exact).flatMap(({ points }) => points.map(({ machine }) => machine)),
  );
  const known = [...names].filter((machine) => machine !== null);
  return known.length === 0
    ? null
    : markup`<p class="note">Measured on: ${known.map((machine, at) => (at === 0 ? markup`${machine}` : markup`; ${machine}`))}</p>`;
}

function latestTable(series: readonly Series[]): Markup {
  return dataTable({
    caption: 'Now',
    columns: [
      { heading: 'indicator', kind: 'text' },
      { heading: 'latest', kind: 'number' },
      { heading: 'last verdict', kind: 'text' },
      { heading: 'now / then', kind: 'number' },
      { heading: 'over', kind: 'text' },
    ],
    rows: series.map(({ label, unit, points, cumulative, exact }) => {
      const latest = points.at(-1);
      return [
        label,
        latest === undefined ? 'none' : formatQuantity(latest.value, unit),
        { content: verdictOf(latest) },
        cumulative === null
          ? 'not known'
          : exact
            ? formatRatio(cumulative.ratio)
            : formatEstimate(cumulative.ratio, cumulative.low, cumulative.high),
        cumulative === null
          ? 'no known step'
          : `${plural(cumulative.steps, 'step')} since ${cumulative.since.commit.slice(0, 10)}`,
      ];
    }),
  });
}

/** The latest commits, with what each indicator was. */
function commitsTable(series: readonly Series[]): Markup {
  const rows = new Map<string, Point>();
  for (const { points } of series)
    for (const point of points.slice(-MOST_COMMITS)) rows.set(point.commit, rows.get(point.commit) ?? point);
  const latest = [...rows.values()]
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .slice(0, MOST_COMMITS);
  const byCommit = series.map(({ points }) => new Map(points.map((point) => [point.commit, point])));
  const total = new Set(series.flatMap(({ points }) => points.map(({ commit }) => commit))).size;
  return markup`<details class="table"><summary>The latest ${latest.length} of ${plural(total, 'commit')} in numbers</summary>${dataTable(
    {
      caption: 'Values by commit',
      columns: [
        { heading: 'commit', kind: 'text' },
        { heading: 'recorded', kind: 'text' },
        ...series.map(({ label }) => ({ heading: label, kind: 'number' as const })),
      ],
      rows: latest.map(({ commit, at }) => [
        commit.slice(0, 10),
        formatDate(at),
        ...series.map(({ unit }, index) => {
          const point = byCommit[index]?.get(commit);
          return point === undefined ? 'not recorded' : formatQuantity(point.value, unit);
        }),
      ]),
    },
  )}</details>`;
}

const verdictOf = (point: Point | undefined): Content =>
  point === undefined || point.verdict === null ? 'new, no verdict' : markOf(verdictMark(point.verdict));

function spanOf(series: readonly Series[]): string {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at)).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined ? '' : `, ${first.slice(0, 10)} to ${last.slice(0, 10)}`;
}

function notesPart(notes: readonly string[]): Markup | null {
  const list = warningList(notes);
  return list === null ? null : markup`<section><h2>Notes</h2>${list}</section>`;
}
