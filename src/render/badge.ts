/** The badge: how the heads of a run relate to their bases over the whole vector of indicators, never over one. */
import { makeBadge } from 'badge-maker';
import type { GateReport, ModelReport } from '../report.js';
import { escapeMarkup, plainName } from './escape.js';
import { formatDate } from './notes.js';
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

export function renderBadge(report: GateReport): { svg: string; endpoint: BadgeEndpoint } {
  const { message, color } = verdictOfRun(report);
  const endpoint = { schemaVersion: 1, label: LABEL, message, color } as const;
  const plain = makeBadge({ label: LABEL, message, color });
  const title = escapeMarkup(`${LABEL}: ${message} (${provenance(report)})`);
  const svg = plain
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(/aria-label="[^"]*"/, () => `aria-label="${title}"`);
  return { svg, endpoint };
}

/** Coloured by the model that fares worst; no run that is not complete is coloured as good. */
function verdictOfRun({ gate, models }: GateReport): { message: string; color: string } {
  if (gate.conclusion === 'error') return { message: 'stopped by an error', color: NEUTRAL };
  const changed = leastFavourableFirst(models).filter(({ status }) => status !== 'identical');
  const [worst] = changed;
  const suffix = gate.conclusion === 'incomplete' ? ', incomplete' : '';
  if (worst === undefined) return { message: `no model changed${suffix}`, color: NEUTRAL };
  const message = changed.length === 1 ? describe(worst) : tally(changed);
  return { message: `${message}${suffix}`, color: suffix === '' ? COLOURS[standingOf(worst)] : NEUTRAL };
}

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
function tally(models: readonly ModelReport[]): string {
  const counts = new Map<string, number>();
  for (const model of models) {
    const { word } = standingMark(model);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `${models.length} models: ${[...counts].map(([word, count]) => `${count} ${word}`).join(', ')}`;
}

function provenance({ createdAt, environment }: GateReport): string {
  return `${formatDate(createdAt)}, ${environment === null ? 'nothing measured' : `measured on ${plainName(environment.cpuModel)}`}`;
}
