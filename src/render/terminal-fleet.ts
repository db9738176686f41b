/** Many machines on a terminal: what they say of each model together. */
import type { GateReport } from '../report.js';
import { terminalText } from './escape.js';
import {
  agreed,
  differences,
  type FleetCell,
  type FleetModel,
  type FleetRow,
  fleetRows,
  fleetStanding,
  machineHeading,
  membersOf,
} from './fleet-rows.js';
import { signed, standingMark } from './signs.js';
import { paintMark, type Palette } from './terminal-colours.js';
import { type Cell, grid, type Paint, widthOf, wrap } from './terminal-layout.js';
import type { TableOptions } from './terminal-table.js';

const INDENT = '  ';

/** A block for each model: how it stands, where machines differ, and their figures side by side. */
export function fleetBlocks(report: GateReport, options: TableOptions): string[][] {
  return (report.fleet ?? []).map((fleet) => fleetLines(report, fleet, options));
}

function fleetLines(report: GateReport, fleet: FleetModel, { width, palette }: TableOptions): string[] {
  const members = membersOf(report, fleet);
  const { contradictions, partings } = differences(fleet, members);
  const common = agreed(fleet, members);
  const text = (sentence: string): string[] => wrap(terminalText(sentence), width, INDENT);
  return [
    `${palette.strong(terminalText(fleet.model))}  ${paintMark(standingMark(fleetStanding(fleet)), palette)}`,
    ...text(fleet.sentence),
    ...contradictions.flatMap((sentence) => text(`± ${sentence}`)),
    ...partings.flatMap((sentence) => text(`? ${sentence}`)),
    ...(common === null ? [] : text(common)),
    ...fleet.warnings.flatMap((warning) => text(`! warning: ${warning}`)),
    ...figures(fleetRows(fleet, members), members.map(machineHeading), { width, palette }),
  ];
}

/** A column for each machine where there is room, without intervals where there is less, else a line for each indicator. */
function figures(
  rows: readonly FleetRow[],
  machines: readonly string[],
  { width, palette }: TableOptions,
): string[] {
  if (rows.length === 0) return [];
  const columns = ['indicator', 'all machines', ...machines].map(
    (heading) => ({ heading: terminalText(heading), align: 'left' }) as const,
  );
  for (const intervals of [true, false]) {
    const body = rows.map((row) => cellsOf(row, machines.length, intervals, palette));
    const lines = (heading: Paint, painted: boolean): string[] =>
      grid(columns, painted ? body : body.map(unpainted), { indent: INDENT, heading });
    if (lines((text) => text, false).every((line) => widthOf(line) <= width))
      return lines(palette.faint, true);
  }
  return rows.flatMap((row) => {
    const [label, together, ...cells] = cellsOf(row, machines.length, true, palette);
    const own = cells.map(({ text }, at) => `${terminalText(machines[at] ?? '')} ${text}`);
    const said = row.cells === null ? '' : `: ${own.join('; ')}`;
    return wrap(`${label?.text ?? ''}: ${together?.text ?? ''}${said}`, width, INDENT);
  });
}

const unpainted = (cells: readonly Cell[]): Cell[] => cells.map(({ text }) => ({ text }));

function cellsOf(
  { label, required, together, cells }: FleetRow,
  machines: number,
  intervals: boolean,
  palette: Palette,
): Cell[] {
  const cellOf = ({ text, mark }: FleetCell): Cell => {
    const figure = terminalText(intervals ? text : text.replace(/ \[.*/, ''));
    return { text: `${mark.sign} ${figure}`, paint: palette[mark.tone] };
  };
  return [
    { text: `${terminalText(label)}${required ? ' *' : ''}` },
    'text' in together ? cellOf(together) : { text: signed(together), paint: palette[together.tone] },
    ...Array.from({ length: machines }, (_, at): Cell => {
      const cell = cells?.[at];
      return cell === undefined ? { text: 'as all' } : cellOf(cell);
    }),
  ];
}

/** Each thing that is wrong with the reports that were merged: the summary names but the first. */
export function faultLines(
  { shardFaults = [] }: Pick<GateReport, 'shardFaults'>,
  { width, palette }: TableOptions,
): string[] {
  return shardFaults.flatMap(({ kind, subject, reason }) => {
    const [first = '', ...others] = wrap(terminalText(`! ${kind}: ${subject}: ${reason}`), width);
    return [palette.unsure(first), ...others];
  });
}
