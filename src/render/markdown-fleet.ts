/** Many machines in Markdown: for each model what they say together, then one table, then each machine folded away. */
import type { GateReport } from '../report.js';
import { htmlCode, htmlText, markdownCode, markdownLabel, markdownText } from './escape.js';
import {
  agreed,
  differences,
  type FleetCell,
  type FleetMember,
  type FleetModel,
  type FleetRow,
  fleetRows,
  fleetStanding,
  machineHeading,
  membersOf,
  setUpNotes,
} from './fleet-rows.js';
import { bullets, cut, folded, paragraphs, table } from './markdown.js';
import { modelInFull } from './markdown-model.js';
import { leastFavourableFirst, signed, standingMark } from './signs.js';

/** How much is shown. */
export interface FleetExtents {
  /** Models in the overview. */
  readonly overview: number;
  /** Models with a table of their own. */
  readonly fleets: number;
  /** Models of single machines in full. */
  readonly models: number;
  /** Entries of any other list. */
  readonly rows: number;
}

/** Columns that a reader can compare. */
const MOST_MACHINES = 8;

export function fleetSections(
  report: GateReport,
  fleets: readonly FleetModel[],
  extents: FleetExtents,
  rest: string,
): string[] {
  const ordered = leastFavourableFirst(
    fleets.map((fleet) => ({ ...fleetStanding(fleet), fleet, members: membersOf(report, fleet) })),
  );
  const { shown, more } = cut(ordered, extents.fleets, 'table of machines', rest);
  let left = extents.models;
  const sections = shown.map(({ fleet, members, ...standing }) => {
    const inFull = members.slice(0, Math.max(left, 0));
    left -= inFull.length;
    const body = [
      ...fleetInFull(fleet, members, extents.rows, rest),
      ...machines(report, inFull, extents.rows, rest),
      cut(members, inFull.length, 'folded machine', rest).more,
    ];
    return ordered.length === 1
      ? paragraphs(body)
      : folded(`${htmlCode(fleet.model)}: ${signed(standingMark(standing))}`, body);
  });
  const overview =
    ordered.length === 1 && sections.length === 1 ? [] : overviewOf(ordered, extents.overview, rest);
  return [...overview, ...sections, more];
}

interface Standing extends Pick<Parameters<typeof standingMark>[0], 'relation' | 'status'> {
  readonly fleet: FleetModel;
  readonly members: readonly FleetMember[];
}

function overviewOf(ordered: readonly Standing[], cap: number, rest: string): string[] {
  const { shown, more } = cut(ordered, cap, 'model', rest);
  const rows = shown.map(({ fleet, members, ...standing }) => [
    markdownCode(fleet.model),
    signed(standingMark(standing)),
    markdownText(contradictions(fleet)),
    members
      .map(({ machine }) => markdownLabel(machine))
      .slice(0, MOST_MACHINES)
      .join(', '),
  ]);
  return [table(['model', 'over the machines', 'machines contradict in', 'machines'], rows, 'llll'), more];
}

function contradictions({ agreements }: FleetModel): string {
  const found = agreements.filter(({ agreement }) => agreement === 'contradict');
  return found.length === 0 ? 'nothing' : found.map(({ sentence }) => sentence.split(':')[0]).join(', ');
}

/** The sentence, where machines differ, the table, and what each column was measured on. */
function fleetInFull(
  fleet: FleetModel,
  members: readonly FleetMember[],
  cap: number,
  rest: string,
): string[] {
  const { contradictions: against, partings, partingNouns } = differences(fleet, members);
  const { shown, more } = cut(against, cap, 'contradiction between machines', rest);
  const apart = cut(partings, cap, 'difference between machines', rest);
  const common = agreed(fleet, members);
  return [
    `${markdownCode(fleet.model)}: ${markdownText(fleet.sentence)}`,
    bullets(shown.map((sentence) => markdownText(sentence))),
    more,
    common === null ? '' : markdownText(common),
    bullets(fleet.warnings.map((warning) => `**Warning:** ${markdownText(warning)}`)),
    ...fleetTable(fleet, members, cap, rest),
    ...(partings.length === 0
      ? []
      : [
          folded(`Not the same on all machines: ${htmlText(partingNouns.join(', '))}`, [
            bullets(apart.shown.map((sentence) => markdownText(sentence))),
            apart.more,
          ]),
        ]),
  ];
}

function fleetTable(fleet: FleetModel, members: readonly FleetMember[], cap: number, rest: string): string[] {
  const columns = cut(members, MOST_MACHINES, 'machine', rest);
  const all = fleetRows(fleet, members);
  if (all.length === 0) return [];
  const { shown, more } = cut(all, Math.max(cap, LEAST_ROWS), 'indicator', rest);
  const header = [
    'indicator',
    'all machines',
    ...columns.shown.map((one) => markdownLabel(machineHeading(one))),
  ];
  const legend = [
    'head / base; ✓ better, ✗ worse, ≈ equivalent, ? not decided; interval in brackets',
    '– the same on every machine',
    ...(all.some(({ required }) => required) ? ['\\* required: the relation rests on these'] : []),
    ...cut(setUpNotes(fleet), MOST_MACHINES, 'set-up', rest).shown.map((note) => markdownText(note)),
  ];
  return [
    table(
      header,
      shown.map((row) => rowOf(row, columns.shown.length)),
      `ll${'l'.repeat(columns.shown.length)}`,
    ),
    more,
    columns.more,
    `<sub>${legend.join(' · ')}</sub>`,
  ];
}

/** Fewer rows would not be the whole vector. */
const LEAST_ROWS = 15;

function rowOf({ label, required, together, cells }: FleetRow, columns: number): string[] {
  return [
    `${markdownLabel(label)}${required ? ' \\*' : ''}`,
    'text' in together
      ? `${unbroken(together)}\u00A0${together.mark.word}`
      : signed(together).replaceAll(' ', '\u00A0'),
    ...(cells === null ? Array.from({ length: columns }, () => '–') : cells.slice(0, columns).map(unbroken)),
  ];
}

/** What needs no escape. */
const NUMBERS = /^[\d.,∞[\] ]*$/;

/** The sign stays with the ratio; the interval may go to a line of its own. */
function unbroken({ text, mark }: FleetCell): string {
  const [ratio = '', ...interval] = text.split(/ (?=\[)/);
  const whole = (part: string): string =>
    (NUMBERS.test(part) ? part : markdownText(part)).replaceAll(' ', '\u00A0');
  return [`${whole(ratio)}\u00A0${mark.sign}`, ...interval.map(whole)].join(' ');
}

function machines(report: GateReport, members: readonly FleetMember[], rows: number, rest: string): string[] {
  return members.flatMap(({ machine, model }) =>
    model === null
      ? []
      : [
          folded(`On ${htmlCode(machine)}: ${signed(standingMark(model))}`, [
            modelInFull(report, model, { rows, rest }),
          ]),
        ],
  );
}
