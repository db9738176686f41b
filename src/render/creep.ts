/** What became worse over several changes, in words: by how much, since when, and what to do. */
import { formatAgainst, formatEffect, formatInterval, formatTolerance, nounOf } from '../quantity.js';
import type { GateReport } from '../report.js';
import { markdownCode, markdownText, terminalText } from './escape.js';
import { bullets, cut } from './markdown.js';
import type { Extent } from './markdown-explanations.js';
import { plural } from './plural.js';
import type { Palette } from './terminal-colours.js';
import { wrap } from './terminal-layout.js';

type Creep = NonNullable<GateReport['creep']>[number];

export const CREEP_TITLE = 'Slow creep';
/** What the warning is worth. */
export const CREEP_METHOD =
  'A warning, which changes no conclusion. Measured ratios are multiplied, each from a run of its own on one kind of machine; the interval is wide enough for every start, every indicator and two hundred pull requests together. The command history shows the steps.';

/** Each in words. Raw text. */
export function creepNotes({ creep = [] }: Pick<GateReport, 'creep'>): { model: string; text: string }[] {
  return creep.map((one) => ({ model: one.model, text: describe(one) }));
}

export function creepBlock(report: GateReport, { rows, rest }: Extent): string[] {
  const notes = creepNotes(report);
  if (notes.length === 0) return [];
  const { shown, more } = cut(notes, rows, 'warning', rest);
  return [
    `#### ! ${CREEP_TITLE}`,
    bullets(shown.map(({ model, text }) => `${markdownCode(model)}: ${markdownText(text)}`)),
    more,
    `<sub>${markdownText(CREEP_METHOD)}</sub>`,
  ];
}

export function creepLines(report: GateReport, width: number, palette: Palette): string[] {
  return creepNotes(report).flatMap(({ model, text }) =>
    wrap(terminalText(`! ${CREEP_TITLE}: ${model}: ${text}`), width).map(palette.unsure),
  );
}

function describe(creep: Creep): string {
  const { indicator, unit, steps, since, includesHead, values, tolerance } = creep;
  const { noun } = nounOf(indicator);
  const where = `since ${since.commit.slice(0, 10)} (${since.at.slice(0, 10)})`;
  const whose = includesHead ? ', this pull request included' : ', before this pull request';
  const measured = values === null;
  const bound = formatTolerance(tolerance, unit);
  return [
    `${amountOf(creep)} over ${plural(steps, 'change')} ${where}${whose}.`,
    measured
      ? `No single one was proven to be beyond ${bound}. That together they made it worse is beyond doubt, and by the estimate they did so beyond ${bound}.`
      : `No single one regressed beyond ${bound}; together they do.`,
    `Look at these changes, or raise the tolerance of ${noun} if this is meant.`,
  ].join(' ');
}

/** `1.10 times the median latency [1.05, 1.16]`, `1.02 times the bytes (1.02 MB against 1.00 MB)`. */
function amountOf({ indicator, unit, ratio, low, high, values }: Creep): string {
  const effect = ratio === null ? nounOf(indicator).noun : formatEffect(indicator, ratio);
  if (values !== null) return `${effect} (${formatAgainst(values.now, values.then, unit)})`;
  return low === null ? effect : `${effect} ${formatInterval({ low, high })}`;
}
