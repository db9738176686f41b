/** One model in Markdown: the sentence, the table, and folded what explains them. */
import type { Comparison } from '../judge/judgement.js';
import type { GateReport, ModelReport } from '../report.js';
import { asides } from './aside-notes.js';
import { comparisonCells, openReason } from './comparison-cells.js';
import { markdownCode, markdownLabel, markdownText } from './escape.js';
import { STRIP_LEGEND } from './interval.js';
import { explanations, type Extent } from './markdown-explanations.js';
import { cut, folded, paragraphs, table } from './markdown.js';
import { problemNote, provenanceNotes, provenanceOf } from './notes.js';
import { plural } from './plural.js';
import { signed, verdictMark } from './signs.js';

const STRIP_WIDTH = 17;
/** No report of ours has more indicators; one that someone hands us may. */
const MOST_INDICATORS = 40;
const FOOTNOTE_SIGNS = '¹²³⁴⁵⁶';

/** What is said before anything is unfolded. */
export function modelInFull(report: GateReport, model: ModelReport, extent: Extent): string {
  return paragraphs([
    sentence(model),
    ...problem(model),
    ...judged(model, extent),
    ...described(model, extent),
    ...explanations(report, model, extent),
  ]);
}

function sentence({ name, sentence: text }: ModelReport): string {
  return `${markdownCode(name)}: ${markdownText(text)}`;
}

function problem(model: ModelReport): string[] {
  const note = problemNote(model);
  return note === null ? [] : [markdownText(note)];
}

/** What was judged: the table that nobody has to unfold. */
function judged(model: ModelReport, extent: Extent): string[] {
  const comparisons = model.comparisons.filter(({ verdict }) => verdict !== null);
  // Of identical bytes every row would say the same.
  if (comparisons.length === 0 || model.status === 'identical') return [];
  const beside = asides(model).map((aside) => `<sub>${markdownText(aside.join(' '))}</sub>`);
  return [...comparisonTable({ ...model, comparisons }, extent), ...beside];
}

/** Figures without a verdict, of which neither more nor less is better as such. */
function described(model: ModelReport, extent: Extent): string[] {
  const comparisons = model.comparisons.filter(({ verdict }) => verdict === null);
  if (comparisons.length === 0 || model.status === 'identical') return [];
  return [
    folded(
      `What the models are like: ${plural(comparisons.length, 'figure')}, described and not judged`,
      comparisonTable({ ...model, comparisons }, extent),
    ),
  ];
}

function comparisonTable(model: ModelReport, { rows, rest }: Extent): string[] {
  const { comparisons } = model;
  const notes = [...provenanceNotes(model)].map(([provenance, words], index) => ({
    provenance,
    words,
    sign: FOOTNOTE_SIGNS.charAt(index),
  }));
  const { shown, more } = cut(comparisons, Math.max(rows, MOST_INDICATORS), 'indicator', rest);
  const header = ['indicator', 'base', 'head', 'head / base', 'better ← → worse', 'verdict'];
  const body = shown.map((comparison) => {
    const sign = notes.find(({ provenance }) => provenance === provenanceOf(comparison))?.sign ?? '';
    return comparisonRow(comparison, sign);
  });
  const legend = [
    ...notes.map(({ sign, words }) => `${sign} ${words}`),
    ...(comparisons.some(({ required }) => required) ? ['\\* required: the relation rests on these'] : []),
    ...(comparisons.some(({ verdict }) => verdict !== null)
      ? STRIP_LEGEND.map(([characters, meaning]) => `\`${characters}\` ${meaning}`)
      : []),
  ];
  return [table(header, body, 'lrrlcl'), more, `<sub>${legend.join(' · ')}</sub>`];
}

function comparisonRow(comparison: Comparison, sign: string): string[] {
  const { base, head, change, strip } = comparisonCells(comparison, STRIP_WIDTH);
  const missing = comparison.base.value === null || comparison.head.value === null;
  return [
    `${markdownLabel(comparison.label)}\u00A0${sign}${comparison.required ? ' \\*' : ''}`,
    markdownLabel(base),
    markdownLabel(head),
    missing ? markdownText(openReason(comparison) ?? change) : unbroken(change, /, /),
    strip !== null ? `\`${strip}\`` : comparison.verdict === null ? 'neither' : 'not known',
    unbroken(signed(verdictMark(comparison.verdict)), / /),
  ];
}

/** Words of ours that a narrow column may not part. */
const unbroken = (text: string, gap: RegExp): string =>
  text.replace(gap, (found) => found.replace(' ', '\u00A0'));
