/** The badge: how the heads of a run relate to their bases over the whole vector of indicators, never over one. */
import { makeBadge } from 'badge-maker';
import type { GateReport, ModelReport } from '../report.js';
import { renderStrip, stripCells } from './badge-strip.js';
import { beginningOf, escapeMarkup, plainName } from './escape.js';
import { fleetStanding, type FleetModel, membersOf } from './fleet-rows.js';
import { formatDate } from './notes.js';
import { plural } from './plural.js';
import { leastFavourableFirst, standingMark, standingOf } from './signs.js';

/** What https://shields.io/badges/endpoint-badge reads. */
export interface BadgeEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

const LABEL = 'efficiency';
/** Neither good nor bad: a trade-off is the reader's to judge, and what is not known is no fault. */
const NEUTRAL = '#57606a';
const COLOURS: Readonly<Record<ReturnType<typeof standingOf>, string>> = {
  failed: NEUTRAL,
  unmeasured: NEUTRAL,
  dominated: '#cf222e',
  'trade-off': NEUTRAL,
  inconclusive: NEUTRAL,
  removed: NEUTRAL,
  added: NEUTRAL,
  equivalent: '#0969da',
  dominates: '#1a7f37',
  identical: NEUTRAL,
};

export interface Badge {
  readonly svg: string;
  readonly endpoint: BadgeEndpoint;
  /** The vector of indicators, a cell for each. */
  readonly strip: string;
}

/** Of all models of a run together. */
export function renderBadge(report: GateReport): Badge {
  return badgeOf(report, LABEL);
}

/**
 * Of each model that was compared, by its name. Of one indicator alone there is no badge: it would be taken for the
 * efficiency of the model.
 */
export function renderModelBadges(report: GateReport): ReadonlyMap<string, Badge> {
  if (report.fleet !== undefined) return fleetBadges(report, report.fleet);
  const compared = report.models.filter(({ status }) => status === 'compared');
  const { gate } = report;
  return new Map(
    compared.map((model) => {
      const missing = gate.missing.filter((each) => each.model === model.name);
      const conclusion = missing.length > 0 ? 'incomplete' : 'passed';
      const own = { ...report, models: [model], gate: { ...gate, missing, conclusion } as const };
      return [model.name, badgeOf(own, `${LABEL} of ${shortName(model.name)}`)];
    }),
  );
}

/** One for each model over all machines: of one machine alone it would pass for the model's. */
function fleetBadges(report: GateReport, fleets: readonly FleetModel[]): ReadonlyMap<string, Badge> {
  const compared = fleets.filter((fleet) => fleetStanding(fleet).status === 'compared');
  return new Map(
    compared.map((fleet) => {
      const models = membersOf(report, fleet).flatMap(({ model }) => model ?? []);
      const own = { ...report, models, fleet: [fleet] };
      return [fleet.model, badgeOf(own, `${LABEL} of ${shortName(fleet.model)}`)];
    }),
  );
}

/** The file's name, for the folders before it leave no room for what the badge says. */
function shortName(name: string): string {
  return beginningOf(plainName(name).split('/').at(-1) ?? '', LONGEST_NAME);
}

const LONGEST_NAME = 32;

function badgeOf(report: GateReport, label: string): Badge {
  const { message, color } = verdictOfRun(report);
  const endpoint = { schemaVersion: 1, label, message, color } as const;
  const plain = makeBadge({ label, message, color });
  const title = escapeMarkup(`${label}: ${message} (${provenance(report)})`);
  const svg = plain
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(/aria-label="[^"]*"/, () => `aria-label="${title}"`);
  const compared = report.models.filter(({ status }) => status === 'compared');
  const cells = stripCells(compared.flatMap(({ comparisons }) => comparisons));
  return { svg, endpoint, strip: renderStrip(label, cells, provenance(report)) };
}

/** Coloured by the model that fares worst; no run that is not complete is coloured as good. */
function verdictOfRun({ gate, models, fleet, machines = [] }: GateReport): {
  message: string;
  color: string;
} {
  if (gate.conclusion === 'error') return { message: 'stopped by an error', color: NEUTRAL };
  const standings: readonly Standing[] = fleet?.map(fleetStanding) ?? models;
  const changed = leastFavourableFirst(standings).filter(({ status }) => status !== 'identical');
  const [worst] = changed;
  const suffix = gate.conclusion === 'incomplete' ? ', incomplete' : '';
  if (worst === undefined) return { message: `no model changed${suffix}`, color: NEUTRAL };
  const on = fleet === undefined ? '' : ` on ${plural(machines.length, 'machine')}`;
  const said = changed.length > 1 ? tally(changed) : 'comparisons' in worst ? describe(worst) : wordOf(worst);
  const message = `${said}${on}`;
  return { message: `${message}${suffix}`, color: suffix === '' ? COLOURS[standingOf(worst)] : NEUTRAL };
}

/** A model, of one machine or of all. */
type Standing = ModelReport | ReturnType<typeof fleetStanding>;

const wordOf = (standing: Standing): string => standingMark(standing).word;

/** `trade-off: 3 better, 2 worse, 1 undecided of 13`. */
function describe(model: ModelReport): string {
  const { word } = standingMark(model);
  const total = model.comparisons.filter(({ verdict }) => verdict !== null).length;
  if (model.status !== 'compared' || total === 0) return word;
  const count = (verdict: string): number =>
    model.comparisons.filter((one) => one.verdict === verdict).length;
  const undecided = count('inconclusive');
  const open = undecided === 0 ? '' : `, ${undecided} undecided`;
  return `${word}: ${count('improved')} better, ${count('regressed')} worse${open} of ${total}`;
}

/** `3 models: 1 dominated, 2 trade-off`, least favourable first. */
function tally(models: readonly Standing[]): string {
  const counts = new Map<string, number>();
  for (const model of models) {
    const word = wordOf(model);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${models.length} models: ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}`;
}

function provenance({ createdAt, environment, machines }: GateReport): string {
  if (machines !== undefined)
    return `${formatDate(createdAt)}, measured on ${plural(machines.length, 'machine')}`;
  return `${formatDate(createdAt)}, ${environment === null ? 'nothing measured' : `measured on ${plainName(environment.cpuModel)}`}`;
}
