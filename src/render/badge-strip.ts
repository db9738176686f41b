/**
 * A badge that shows the whole vector: a cell for every judged indicator with a sign, so that no single one can stand
 * for "efficiency". Drawn here, for badge makers know two fields.
 */
import type { Comparison, Verdict } from '../judge/judgement.js';
import { beginningOf, escapeMarkup, plainName } from './escape.js';
import { verdictMark } from './signs.js';

export interface StripCell {
  /** A short name. */
  readonly name: string;
  readonly verdict: Verdict;
}

/** Names short enough for a cell; others are cut. */
const SHORT: Readonly<Record<string, string>> = {
  parameters: 'params',
  non_zero_parameters: 'non-zero',
  model_bytes: 'size',
  macs: 'MACs',
  flops: 'FLOPs',
  operators: 'ops',
  activations: 'activ.',
  peak_activation_bytes: 'peak act.',
  memory_traffic_bytes: 'traffic',
  peak_rss_bytes: 'memory',
  latency_p50: 'p50',
  latency_p90: 'p90',
  throughput: 'thr.put',
  cpu_time: 'CPU',
  load_time: 'load',
  first_inference: 'first',
  energy_per_inference: 'energy',
  carbon_per_inference: 'carbon',
  cost_per_million: 'cost',
  training_flops_per_example: 'train',
};
const LONGEST_NAME = 12;
const MOST_CELLS = 40;

/** From the worst to the best: of several models, an indicator stands where it fares worst. */
const WORST_FIRST: readonly Verdict[] = ['regressed', 'inconclusive', 'equivalent', 'improved'];

/** One cell for each judged indicator of all models, in the order of the table. */
export function stripCells(comparisons: readonly Comparison[]): StripCell[] {
  const cells = new Map<string, StripCell>();
  for (const { indicator, label, verdict } of comparisons) {
    if (verdict === null) continue;
    const before = cells.get(indicator)?.verdict;
    const worst = WORST_FIRST.find((each) => each === verdict || each === before) ?? verdict;
    cells.set(indicator, { name: shortName(indicator, label), verdict: worst });
  }
  return [...cells.values()].slice(0, MOST_CELLS);
}

function shortName(indicator: string, label: string): string {
  const known = Object.hasOwn(SHORT, indicator) ? SHORT[indicator] : undefined;
  return beginningOf(plainName(known ?? label), LONGEST_NAME);
}

/** White on each has a contrast of at least 4.5 to 1; the signs say the same without colour. */
const COLOURS: Readonly<Record<Verdict, string>> = {
  improved: '#1a7f37',
  equivalent: '#57606a',
  regressed: '#cf222e',
  inconclusive: '#6e5494',
};

const HEIGHT = 20;
const PADDING = 6;
/** Pixels of letters of Verdana at 11 px; every text is told how wide it is to be, whatever font draws it. */
const LETTERS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlI.,:'|()[\]! ]/, 3.9],
  [/[frt/-]/, 4.6],
  [/[mwMW%✓✗≈…]/, 9.6],
  [/[A-Z0-9?]/, 7.4],
];
const OTHER_LETTER = 6.6;
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_LETTER),
    0,
  );

/**
 * @param label The field on the left.
 * @param title Date and machine, for whoever points at it or hears it read.
 * @returns SVG.
 */
export function renderStrip(label: string, cells: readonly StripCell[], title: string): string {
  const parts = [
    { text: plainName(label), colour: '#24292f' },
    ...cells.map(({ name, verdict }) => ({
      text: `${plainName(name)} ${verdictMark(verdict).sign}`,
      colour: COLOURS[verdict],
    })),
  ];
  let x = 0;
  const drawn = parts.map(({ text, colour }) => {
    const inner = Math.round(widthOf(text));
    const width = inner + 2 * PADDING;
    const cell =
      `<rect x="${x}" width="${width}" height="${HEIGHT}" fill="${colour}"/>` +
      `<text x="${x + PADDING}" y="14" textLength="${inner}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(text)}</text>`;
    x += width + 1;
    return cell;
  });
  const words = escapeMarkup(`${plainName(label)}: ${spoken(cells)} (${plainName(title)})`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${x - 1}" height="${HEIGHT}" role="img" aria-label="${words}">` +
    `<title>${words}</title>` +
    `<clipPath id="round"><rect width="${x - 1}" height="${HEIGHT}" rx="3"/></clipPath>` +
    `<g clip-path="url(#round)" fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">` +
    `${drawn.join('')}</g></svg>\n`
  );
}

/** `improved: MACs; regressed: p50, p90`. */
function spoken(cells: readonly StripCell[]): string {
  const groups = WORST_FIRST.flatMap((verdict) => {
    const names = cells.filter((cell) => cell.verdict === verdict).map(({ name }) => plainName(name));
    return names.length === 0 ? [] : [`${verdict}: ${names.join(', ')}`];
  });
  return groups.length === 0 ? 'nothing was judged' : groups.join('; ');
}
