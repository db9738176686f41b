/** What the machines of a fleet found of one model, the same in every medium: rows of indicators, a cell for each machine. */
import { onMachine } from '../judge/fleet/on-machine.js';
import type { Comparison, Verdict } from '../judge/judgement.js';
import { nounOf } from '../quantity.js';
import type { GateReport, ModelReport } from '../report.js';
import { comparisonCells, NOT_MEASURED } from './comparison-cells.js';
import { type Mark, verdictMark } from './signs.js';

export type FleetModel = NonNullable<GateReport['fleet']>[number];
type Agreement = FleetModel['agreements'][number];

export interface FleetCell {
  /** Head over base, with its interval. */
  readonly text: string;
  readonly mark: Mark;
}

export interface FleetRow {
  readonly label: string;
  readonly required: boolean;
  /** What all machines say together; a figure where it is the same for all. */
  readonly together: FleetCell | Mark;
  /** In the order of the model's machines; null where the figure is the same for all. */
  readonly cells: readonly FleetCell[] | null;
}

export interface FleetMember {
  readonly machine: string;
  readonly required: boolean;
  /** Null where no report has the model. */
  readonly model: ModelReport | null;
}

export function membersOf({ models }: Pick<GateReport, 'models'>, fleet: FleetModel): FleetMember[] {
  return fleet.machines.map(({ machine, required }) => ({
    machine,
    required,
    model:
      models.find((one) => one.machine === machine && one.name === onMachine(fleet.model, machine)) ?? null,
  }));
}

const TOGETHER: Readonly<Record<Exclude<Agreement['agreement'], 'same' | 'agree'>, Mark>> = {
  contradict: { sign: '±', word: 'contradict', tone: 'mixed' },
  part: { sign: '?', word: 'differ', tone: 'unsure' },
  open: { sign: '?', word: 'decided on none', tone: 'unsure' },
};

export function fleetRows(fleet: FleetModel, members: readonly FleetMember[]): FleetRow[] {
  return fleet.agreements.flatMap(({ indicator, agreement }): FleetRow[] => {
    const found = members.map(({ model }) =>
      model?.comparisons.find((comparison) => comparison.indicator === indicator),
    );
    const first = found.find((comparison) => comparison !== undefined);
    if (first === undefined) return [];
    const row = { label: first.label, required: found.some((one) => one?.required === true) };
    if (agreement === 'same') return [{ ...row, together: cellOf(first), cells: null }];
    const together = agreement === 'agree' ? verdictMark(first.verdict) : TOGETHER[agreement];
    return [{ ...row, together, cells: found.map(cellOf) }];
  });
}

function cellOf(comparison: Comparison | undefined): FleetCell {
  if (comparison === undefined) return { text: NOT_MEASURED, mark: verdictMark('inconclusive') };
  const { change, head } = comparisonCells(comparison);
  const text =
    comparison.effect === null && head === NOT_MEASURED ? NOT_MEASURED : change.replace(' times', '');
  return { text, mark: verdictMark(comparison.verdict) };
}

export interface Differences {
  /** Improved on some machines and regressed on others. Raw text. */
  readonly contradictions: readonly string[];
  /** Decided on some only, or for better or worse on some only. Raw text. */
  readonly partings: readonly string[];
  readonly partingNouns: readonly string[];
}

/** Where machines differ. What is derived repeats its source. */
export function differences(fleet: FleetModel, members: readonly FleetMember[]): Differences {
  const of = (wanted: Agreement['agreement']): Agreement[] =>
    fleet.agreements.filter(
      ({ indicator, agreement }) => agreement === wanted && !isDerived(indicator, members),
    );
  const said = ({ sentence }: Agreement): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  const partings = of('part');
  return {
    contradictions: of('contradict').map(said),
    partings: partings.map(said),
    partingNouns: partings.map(({ indicator }) => nounOf(indicator).noun),
  };
}

/** `All 3 machines agree on: peak memory (regressed), load time (equivalent).` Raw text; null where there is no such. */
export function agreed(fleet: FleetModel, members: readonly FleetMember[]): string | null {
  const compared = members.filter(({ model }) => (model?.comparisons.length ?? 0) > 0).length;
  if (compared < 2) return null;
  const nouns = fleet.agreements.flatMap(({ indicator, agreement }) => {
    if (agreement !== 'agree' || isDerived(indicator, members)) return [];
    const [verdict] = members.flatMap(
      ({ model }): Verdict[] =>
        model?.comparisons.flatMap((one) => (one.indicator === indicator ? (one.verdict ?? []) : [])) ?? [],
    );
    return [`${nounOf(indicator).noun} (${verdict ?? 'unknown'})`];
  });
  return nouns.length === 0
    ? null
    : `${compared === 2 ? 'Both' : `All ${compared}`} machines${compared < members.length ? ' that compared it' : ''} agree on: ${nouns.join(', ')}.`;
}

const isDerived = (indicator: string, members: readonly FleetMember[]): boolean =>
  members.some(({ model }) =>
    model?.comparisons.some((one) => one.indicator === indicator && one.kind === 'derived'),
  );

/** A column's heading, with what is to be known of the machine. */
export function machineHeading({ machine, required, model }: FleetMember): string {
  const state = model === null ? ', missing' : model.status === 'compared' ? '' : `, ${model.status}`;
  return `${machine}${required ? '' : ' (not required)'}${state}`;
}

/** Each machine with the set-up that its figures hold for. Raw text. */
export const setUpNotes = ({ machines }: FleetModel): string[] =>
  machines.map(({ machine, setUp }) => `${machine}: ${setUp ?? 'nothing was measured'}`);

/** How a model stands over the fleet, as one of a single machine does. */
export function fleetStanding({ relation, machines }: FleetModel): Pick<ModelReport, 'relation' | 'status'> {
  const statuses = new Set(machines.map(({ status }) => status));
  const [only] = statuses;
  if (statuses.size === 1 && only !== undefined && only !== 'absent' && only !== 'failed')
    return { relation, status: only };
  return { relation, status: relation === null ? 'failed' : 'compared' };
}

/** Behind a headline: `, over 3 machines`; nothing for one machine that stands alone. */
export function fleetSuffix({ machines }: Pick<GateReport, 'machines'>): string {
  if (machines === undefined) return '';
  return machines.length === 1 ? `, on ${machines[0]?.name ?? ''}` : `, over ${machines.length} machines`;
}
