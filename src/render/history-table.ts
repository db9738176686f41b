/** The history for people at a terminal: each indicator over commits. */
import type { Series } from '../history/series.js';
import { formatEstimate, formatQuantity, formatRatio } from '../quantity.js';
import { terminalText } from './escape.js';
import { verdictMark } from './signs.js';
import { sparkline } from './sparkline.js';
import { paletteFor } from './terminal-colours.js';
import { type Cell, type Column, grid, wrap } from './terminal-layout.js';

export interface HistoryTableOptions {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

const COLUMNS: readonly Column[] = [
  { heading: '  indicator', align: 'left' },
  { heading: 'latest', align: 'right' },
  { heading: 'now / then', align: 'left' },
  { heading: 'steps', align: 'left' },
  { heading: 'values', align: 'left' },
];
const [LEAST_CHART, MOST_CHART] = [12, 60];
/** A meaning in brackets, for which a table has no room. */
const BRACKETED = / \(.*\)$/;
/** What the other columns take, and the gaps. */
const OTHER_COLUMNS = 88;

const LEGEND =
  'Sign: the verdict of the latest change. values: one for each commit; | parts values that are not compared, for the machine changed or a change of the model is missing between them, and heights say nothing across it. now / then: of what is measured the product of ratios, each of a run of its own, over the unbroken steps up to the latest, with an interval of 95 %.';

/** Text that ends with a newline. A function of its arguments alone. */
export function historyTable(
  series: readonly Series[],
  notes: readonly string[],
  { colour, width }: HistoryTableOptions,
): string {
  const palette = paletteFor(colour);
  const chart = Math.min(Math.max(width - OTHER_COLUMNS, LEAST_CHART), MOST_CHART);
  const models = [...new Set(series.map(({ model }) => model))];
  const blocks = models.map((model) => {
    const own = series.filter((one) => one.model === model);
    const rows = own.map((one) => row(one, chart, colour));
    return [
      palette.strong(terminalText(model)),
      ...machineLines(own, width).map(palette.faint),
      ...grid(COLUMNS, rows, { indent: '  ', heading: palette.faint }),
    ];
  });
  return `${[
    ...(blocks.length === 0 ? [['The history has nothing of that kind.']] : blocks),
    ...(blocks.length === 0 ? [] : [wrap(LEGEND, width).map(palette.faint)]),
    ...notes.map((note) => wrap(`! ${terminalText(note)}`, width).map(palette.unsure)),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function row(series: Series, chart: number, colour: boolean): Cell[] {
  const { label, unit, points } = series;
  const latest = points.at(-1);
  const { sign, tone } = verdictMark(latest?.verdict ?? null);
  const value = latest === undefined ? 'none' : terminalText(formatQuantity(latest.value, unit));
  return [
    { text: `${sign} ${terminalText(label.replace(BRACKETED, ''))}`, paint: paletteFor(colour)[tone] },
    { text: value.replace(' inferences/s', ' /s') },
    ...changeCells(series),
    {
      text: sparkline(
        points.map(({ value, apart }) => ({ value, apart: apart !== null })),
        chart,
      ),
    },
  ];
}

/** Since when the latest value is what it is, and by how much. */
function changeCells({ cumulative, exact }: Series): [Cell, Cell] {
  if (cumulative === null) return [{ text: 'not known' }, { text: 'no known step' }];
  const { ratio, low, high, steps, since } = cumulative;
  return [
    { text: exact ? (ratio === 1 ? 'the same' : formatRatio(ratio)) : formatEstimate(ratio, low, high) },
    { text: `${steps} since ${since.commit.slice(0, 10)}` },
  ];
}

/** Of the latest point of each series, and how often it changed. */
function machineLines(series: readonly Series[], width: number): string[] {
  const measured = series.filter(({ exact }) => !exact);
  const machines = [...new Set(measured.flatMap(({ points }) => points.map(({ machine }) => machine)))];
  return machines
    .filter((machine) => machine !== null)
    .flatMap((machine) => wrap(terminalText(`measured on: ${machine}`), width, '  '));
}
