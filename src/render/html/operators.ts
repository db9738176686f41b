/** Which operators the work and the time are in, base against head. */
import type { OperatorRow } from '../../onnx/profile.js';
import { formatQuantity } from '../../quantity.js';
import type { ModelReport } from '../../report.js';
import { figureOf } from '../operator-changes.js';
import { foldedTable } from './folded-table.js';
import { barsPlot, type Pair } from './bars-plot.js';
import type { Cell } from './data-table.js';
import { smallFigure, smallFigures } from './drawing.js';
import { markup, type Markup } from './markup.js';

/** Operators that have a bar of their own; the others share one. */
const NAMED = 8;
const KEY = 'Upper bar: base; lower bar: head.';

export function operators({ base, head, profile }: ModelReport, id: string): Markup | null {
  const counted = { base: base?.profile?.operators ?? [], head: head?.profile?.operators ?? [] };
  const timed = { base: profile?.base?.operators ?? [], head: profile?.head?.operators ?? [] };
  const work = topOf(pairs(counted, ({ macs }) => macs));
  const time = topOf(pairs(timed, ({ timeMs }) => timeMs));
  const rate = topOf(pairs(timed, ({ gmacPerS }) => gmacPerS, ratesOf));
  const figures = [
    plotOf(work, `${id}-work`, 'MACs (multiply-accumulates), counted', (value) =>
      formatQuantity(value, 'count', 3),
    ),
    plotOf(time, `${id}-time`, 'Time of one inference, profiled', (value) => formatQuantity(value, 'ms', 3)),
    plotOf(rate, `${id}-rate`, 'Achieved GMAC/s, profiled', (value) =>
      Number(value.toPrecision(3)).toString(),
    ),
  ].flatMap((figure) => figure ?? []);
  const table = countedTable(counted.base, counted.head);
  if (figures.length === 0 && table === null) return null;
  return markup`${smallFigures(figures)}${
    figures.length === 0
      ? null
      : markup`<p class="note">${KEY} Counted operators are those of the model's own graph; profiled ones those of the graph as the runtime has optimised it, by one profiled process a side: described, not judged.</p>`
  }${table}`;
}

type Sides<Row> = Readonly<Record<'base' | 'head', readonly Row[]>>;

/** How the rows of one name become one number; null where any of them is not known. */
type Join<Row> = (rows: readonly Row[], value: (row: Row) => number | null) => number | null;

function pairs<Row extends { readonly op: string }>(
  sides: Sides<Row>,
  value: (row: Row) => number | null,
  join: Join<Row> = sumOf,
): Pair[] {
  const names = [...new Set([...sides.base, ...sides.head].map(({ op }) => op))];
  const side = (rows: readonly Row[], name: string): number | null =>
    join(
      rows.filter(({ op }) => op === name),
      value,
    );
  return names
    .map((name) => ({ name, base: side(sides.base, name), head: side(sides.head, name) }))
    .filter(({ base, head }) => base !== 0 || head !== 0)
    .toSorted((one, other) => most(other) - most(one));
}

const most = ({ base, head }: Pair): number => Math.max(base ?? Infinity, head ?? Infinity);

function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null {
  return rows
    .map(value)
    .reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

/** Rates of one name add up to nothing: the one of the provider that takes the longest, which comes first. */
const ratesOf = <Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null =>
  rows[0] === undefined ? 0 : (value(rows[0]) ?? 0);

interface Top {
  readonly shown: readonly Pair[];
  readonly others: number;
}

const topOf = (all: readonly Pair[]): Top => ({
  shown: all.slice(0, NAMED),
  others: Math.max(all.length - NAMED, 0),
});

function plotOf(
  { shown, others }: Top,
  id: string,
  title: string,
  text: (value: number) => string,
): Markup | null {
  if (shown.length === 0) return null;
  const label = (value: number | null): string =>
    value === null ? 'not known' : value === 0 ? 'none' : text(value);
  return smallFigure(
    {
      id,
      title,
      description: shown
        .map(({ name, base, head }) => `${name}: base ${label(base)}, head ${label(head)}`)
        .join('; '),
      caption: others === 0 ? null : `The ${NAMED} largest of ${NAMED + others}.`,
    },
    barsPlot(shown, label),
  );
}

function countedTable(base: readonly OperatorRow[], head: readonly OperatorRow[]): Markup | null {
  const names = [...new Set([...head, ...base].map(({ op }) => op))];
  if (names.length === 0) return null;
  const row = (rows: readonly OperatorRow[], name: string): OperatorRow | null =>
    rows.find(({ op }) => op === name) ?? null;
  const cell = (name: string, figure: Figure): Cell => {
    const [before, after] = [figureOf(row(base, name), figure), figureOf(row(head, name), figure)];
    const text = (value: number | null): string =>
      value === null ? 'not known' : formatQuantity(value, 'count');
    return { content: before === after ? text(after) : `${text(before)} → ${text(after)}`, order: after };
  };
  return foldedTable({
    caption: `Operators, counted from the graph: ${names.length}`,
    sortable: true,
    columns: [
      { heading: 'operator', kind: 'text' },
      ...Object.values(FIGURES).map((heading) => ({ heading, kind: 'number' as const })),
    ],
    rows: names.map((name) => [
      name,
      ...(Object.keys(FIGURES) as Figure[]).map((figure) => cell(name, figure)),
    ]),
  });
}

const FIGURES = {
  count: 'executions',
  macs: 'MACs (multiply-accumulates)',
  parameters: 'parameters',
  activations: 'activations',
} as const;
type Figure = keyof typeof FIGURES;
