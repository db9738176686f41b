/** The indicators of one model in columns. */
import type { Comparison } from '../judge/judgement.js';
import { comparisonCells, NOT_MEASURED } from './comparison-cells.js';
import { terminalText } from './escape.js';
import type { ProvenanceNotes } from './notes.js';
import { provenanceOf } from './notes.js';
import { verdictMark } from './signs.js';
import { type Palette, paletteFor } from './terminal-colours.js';
import { type Cell, type Column, grid, widthOf } from './terminal-layout.js';

export interface TableOptions {
  /** Columns that there are. */
  readonly width: number;
  readonly palette: Palette;
}

/** A label with its meaning in brackets, for which a narrow table has no room. */
const BRACKETED = /^(.*?) \((.*)\)$/g;
const INDENT = '  ';

/** Grouped by where the numbers came from; where rows have no room for intervals, those get a table of their own. */
export function indicatorTable(
  comparisons: readonly Comparison[],
  provenances: ProvenanceNotes,
  { width, palette }: TableOptions,
): string[] {
  const roomy = isRoomy(comparisons, width);
  const [heading = '', ...rows] = indicatorGrid(comparisons, roomy, palette);
  const groups = [...provenances].flatMap(([provenance, words]) => [
    palette.faint(`${INDENT}${words}`),
    ...rows.filter((_, index) => {
      const comparison = comparisons[index];
      return comparison !== undefined && provenanceOf(comparison) === provenance;
    }),
  ]);
  return [heading, ...groups, ...(roomy ? [] : intervalTable(comparisons, palette))];
}

/** What the table had to leave out of its labels, with the label it belongs to. */
export function omittedMeanings(
  comparisons: readonly Comparison[],
  width: number,
): readonly (readonly [label: string, meaning: string])[] {
  if (isRoomy(comparisons, width)) return [];
  return comparisons.flatMap(({ label }) =>
    [...label.matchAll(BRACKETED)].map(([, name = '', meaning = '']) => [name, meaning] as const),
  );
}

function isRoomy(comparisons: readonly Comparison[], width: number): boolean {
  return indicatorGrid(comparisons, true, paletteFor(false)).every((line) => widthOf(line) <= width);
}

const STRIP: Column = { heading: ' better <- -> worse', align: 'left' };
const columns = (roomy: boolean): Column[] => [
  { heading: '  indicator', align: 'left' },
  { heading: 'base', align: 'right' },
  { heading: 'head', align: 'right' },
  { heading: 'head / base', align: 'left' },
  ...(roomy ? [STRIP] : []),
  { heading: 'verdict', align: 'left' },
];

function indicatorGrid(comparisons: readonly Comparison[], roomy: boolean, palette: Palette): string[] {
  const rows = comparisons.map((comparison): Cell[] => {
    const { base, head, change, strip } = comparisonCells(comparison);
    const missing = base === NOT_MEASURED || head === NOT_MEASURED;
    const { word, tone } = verdictMark(comparison.verdict);
    return [
      labelCell(comparison, roomy, palette),
      valueCell(base),
      valueCell(head),
      { text: missing ? NOT_MEASURED : roomy ? change : change.replace(/ \[.*/, '') },
      ...(roomy ? [{ text: strip ?? (comparison.verdict === null ? 'neither' : 'unknown') }] : []),
      { text: word, paint: palette[tone] },
    ];
  });
  return grid(columns(roomy), rows, { indent: INDENT, heading: palette.faint });
}

function labelCell({ label, required, verdict }: Comparison, roomy: boolean, palette: Palette): Cell {
  const { sign, tone } = verdictMark(verdict);
  const name = terminalText(roomy ? label : label.replace(BRACKETED, '$1'));
  return { text: `${sign} ${name}${required ? ' *' : ''}`, paint: palette[tone] };
}

/** Short, for the column to stay narrow: the row says what happens each second, and that it was not measured. */
function valueCell(text: string): Cell {
  return { text: text === NOT_MEASURED ? 'unknown' : terminalText(text).replace(' inferences/s', ' /s') };
}

/** What is exact has none; what is derived repeats its source's. */
const hasInterval = ({ kind, effect }: Comparison): boolean =>
  kind === 'measured' || (kind === 'declared' && effect !== null && effect.low !== effect.high);

function intervalTable(comparisons: readonly Comparison[], palette: Palette): string[] {
  const rows = comparisons.flatMap((comparison): Cell[][] => {
    const { change, strip } = comparisonCells(comparison);
    if (strip === null || !hasInterval(comparison)) return [];
    return [[labelCell(comparison, false, palette), { text: change }, { text: strip }]];
  });
  if (rows.length === 0) return [];
  const headings: Column[] = [
    { heading: '  interval', align: 'left' },
    { heading: 'head / base', align: 'left' },
    STRIP,
  ];
  return ['', ...grid(headings, rows, { indent: INDENT, heading: palette.faint })];
}
