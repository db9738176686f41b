/** Who answers for what got worse, why and until when; and what was meant to count and does not. */
import { formatPercent, nounOf } from '../quantity.js';
import type { GateReport } from '../report.js';
import { markdownText, terminalText } from './escape.js';
import { cut, bullets } from './markdown.js';
import type { Extent } from './markdown-explanations.js';
import type { Palette } from './terminal-colours.js';
import { wrap } from './terminal-layout.js';

type Acknowledgement = NonNullable<GateReport['acknowledgements']>[number];

/** Only what bears on this run: waivers of what did not get worse are left out. */
const inForce = ({ acknowledgements = [] }: GateReport): Acknowledgement[] =>
  acknowledgements.filter((one) => one.kind === 'label' || one.covers.length > 0 || one.fault !== null);

/** Each in words, and whether it counts. Raw text. */
export function acknowledgementNotes(report: GateReport): { text: string; counts: boolean }[] {
  return inForce(report).map((one) => ({ text: describe(one), counts: one.fault === null }));
}

export function acknowledgementsBlock(report: GateReport, { rows, rest }: Extent): string[] {
  const found = inForce(report);
  if (found.length === 0) return [];
  const { shown, more } = cut(found, rows, 'acknowledgement', rest);
  return ['#### Acknowledged', bullets(shown.map((one) => markdownText(describe(one)))), more];
}

export function acknowledgementLines(report: GateReport, width: number, palette: Palette): string[] {
  return inForce(report).flatMap((one) => {
    const lines = wrap(terminalText(`* ${describe(one)}`), width);
    return one.fault === null ? lines : lines.map(palette.unsure);
  });
}

function describe(one: Acknowledgement): string {
  if (one.kind === 'label') {
    const who = one.by ?? 'unknown';
    const when = one.at === null ? '' : ` on ${one.at.slice(0, 10)}`;
    if (one.fault !== null) return `Label ${one.label} does not count: ${one.fault}.`;
    const head = (one.head ?? '').slice(0, 10);
    return `Label ${one.label}, put on by ${who}${when}: everything that was found at ${head}, and nothing pushed later.`;
  }
  const { bound, by, reason, expires, indicator, model, covers, fault } = one;
  const limits = [
    ...(bound.relative === undefined ? [] : [`by up to ${formatPercent(bound.relative)}`]),
    ...(bound.value === undefined ? [] : [`up to a value of ${bound.value}`]),
  ].join(' and ');
  const what = `Waiver of ${nounOf(indicator).noun} for ${model}, worse ${limits}, by ${by} until ${expires}: ${reason}`;
  const models = [...new Set(covers.map((covered) => covered.model))];
  return [
    what,
    ...(models.length === 0 ? [] : [`Counts for ${models.join(', ')}`]),
    ...(fault === null ? [] : [`Does not count: ${fault}`]),
  ]
    .map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
    .join(' ');
}
