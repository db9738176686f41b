/** The tables of `inspect`: one row for each operator type, or for each node. */
import type { NodeRow, OperatorRow } from '../onnx/profile.js';
import { formatQuantity } from '../quantity.js';
import { terminalText } from './escape.js';
import type { Palette } from './terminal-colours.js';
import { type Cell, type Column, grid } from './terminal-layout.js';

/** Operators shown; the others are summed up in one line. */
const TOP = 20;
const INDENT = '  ';

interface Figure<Row> {
  readonly heading: string;
  readonly of: (row: Row) => number | null;
}

const SHARED: readonly Figure<OperatorRow>[] = [
  { heading: 'executions', of: ({ count }) => count },
  { heading: 'MACs', of: ({ macs }) => macs },
  { heading: 'elementwise', of: ({ elementwise }) => elementwise },
  { heading: 'activations', of: ({ activations }) => activations },
  { heading: 'parameters', of: ({ parameters }) => parameters },
];

export function operatorLines(operators: readonly OperatorRow[], palette: Palette): string[] {
  if (operators.length === 0) return [];
  const columns: Column[] = [{ heading: 'operator', align: 'left' }, ...FIGURES];
  const rows = operators.slice(0, TOP).map((row) => [{ text: terminalText(row.op) }, ...figures(row)]);
  const left = operators.length - TOP;
  return [
    ...grid(columns, rows, { indent: INDENT, heading: palette.faint }),
    ...(left > 0 ? [`${INDENT}and ${left} more operator types; --json shows all`] : []),
  ];
}

/** All of them, in the order of the file. */
export function nodeLines(nodes: readonly NodeRow[], palette: Palette): string[] {
  if (nodes.length === 0) return [];
  const columns: Column[] = [
    { heading: 'node', align: 'left' },
    { heading: 'operator', align: 'left' },
    ...FIGURES,
    { heading: 'precision', align: 'left' },
  ];
  const rows = nodes.map((node) => [
    { text: terminalText(node.name) },
    { text: terminalText(node.op) },
    ...figures(node),
    { text: Object.keys(node.macs_by_precision ?? {}).join(', ') },
  ]);
  return grid(columns, rows, { indent: INDENT, heading: palette.faint });
}

const FIGURES = SHARED.map(({ heading }): Column => ({ heading, align: 'right' }));

const figures = (row: OperatorRow): Cell[] => SHARED.map(({ of }) => ({ text: figure(of(row)) }));

const figure = (value: number | null): string =>
  value === null ? 'unknown' : formatQuantity(value, 'count');
