/** Many machines in the page: for each model what they say together, and a table with a column for each. */
import type { GateReport } from '../../report.js';
import {
  agreed,
  differences,
  type FleetCell,
  type FleetModel,
  fleetRows,
  fleetStanding,
  machineHeading,
  membersOf,
  setUpNotes,
} from '../fleet-rows.js';
import { machineFacts } from '../set-up.js';
import { leastFavourableFirst, standingMark } from '../signs.js';
import { dataTable, type Cell } from './data-table.js';
import { factList } from './facts.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';

/** Null where one machine measured all. */
export function fleetSection(report: GateReport): Markup | null {
  const { fleet = [], machines } = report;
  if (machines === undefined) return null;
  const ordered = leastFavourableFirst(fleet.map((one) => ({ ...fleetStanding(one), fleet: one })));
  return markup`<section><h2>All machines together</h2>${ordered.map((one) => modelOverMachines(report, one.fleet))}</section>
<section><h2>Machines</h2>${machines.map(
    ({ name, required, environment, shards }) =>
      markup`<h3>${name}</h3>${factList([
        ['the relation', required ? 'rests on it' : 'does not rest on it'],
        ['reports', `${shards.merged} of ${shards.of}`],
        ...(environment === null
          ? [['machine', 'nothing was measured'] as const]
          : machineFacts({ environment })),
      ])}`,
  )}</section>
`;
}

/** The model's name, how it stands over the fleet, and its sentence. */
export function fleetLead(fleet: FleetModel): Markup {
  return markup`<p class="sentence"><code>${fleet.model}</code> ${markOf(standingMark(fleetStanding(fleet)))}<br>${fleet.sentence}</p>`;
}

function modelOverMachines(report: GateReport, fleet: FleetModel): Markup {
  const members = membersOf(report, fleet);
  const rows = fleetRows(fleet, members);
  const notes = [agreed(fleet, members) ?? [], fleet.warnings.map((text) => `Warning: ${text}`)].flat(2);
  const { contradictions, partings } = differences(fleet, members);
  const said = [...contradictions, ...partings, ...notes];
  return markup`<h3><code>${fleet.model}</code> ${markOf(standingMark(fleetStanding(fleet)))}</h3>
${said.length === 0 ? null : markup`<ul>${said.map((text) => markup`<li>${text}</li>`)}</ul>`}${
    rows.length === 0
      ? null
      : dataTable({
          caption: `Head / base of ${fleet.model} on each machine`,
          columns: [
            { heading: 'indicator', kind: 'text' },
            { heading: 'all machines', kind: 'text' },
            ...members.map((member) => ({ heading: machineHeading(member), kind: 'number' as const })),
          ],
          rows: rows.map(({ label, required, together, cells }): Cell[] => [
            { content: required ? markup`<b>${label} *</b>` : label },
            {
              content:
                'text' in together ? markup`${together.text} ${markOf(together.mark)}` : markOf(together),
            },
            ...members.map((_, at): Cell => ({ content: cellOf(cells?.[at]) })),
          ]),
        })
  }
<ul class="notes"><li>* required: the relation rests on these</li><li>– the same on every machine</li>${setUpNotes(fleet).map((note) => markup`<li>${note}</li>`)}</ul>
`;
}

function cellOf(cell: FleetCell | undefined): Markup {
  if (cell === undefined)
    return markup`<span aria-hidden="true">–</span><span class="unseen">as on all machines</span>`;
  const { sign, word, tone } = cell.mark;
  return markup`${cell.text} <span class="mark ${tone}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></span>`;
}
