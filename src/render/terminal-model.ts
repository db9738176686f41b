/** One model on a terminal: its sentence, its indicators, and the notes below them. */
import { nounOf } from '../quantity.js';
import type { ModelReport } from '../report.js';
import { asides } from './aside-notes.js';
import { openReason } from './comparison-cells.js';
import { terminalText } from './escape.js';
import { STRIP_LEGEND } from './interval.js';
import { controlNote, problemNote, provenanceNotes, toleranceNote } from './notes.js';
import { measurementFacts } from './set-up.js';
import { standingMark } from './signs.js';
import { tailNote } from './tail-note.js';
import { paintMark } from './terminal-colours.js';
import { supplementsOf } from './supplements.js';
import { grid, wrap } from './terminal-layout.js';
import { indicatorTable, omittedMeanings, type TableOptions } from './terminal-table.js';

const INDENT = '  ';

export function sentenceLines(model: ModelReport, { width, palette }: TableOptions): string[] {
  const { name, sentence } = model;
  const problem = problemNote(model);
  return [
    `${palette.strong(terminalText(name))}  ${paintMark(standingMark(model), palette)}`,
    ...wrap(terminalText(sentence), width, INDENT),
    ...(problem === null ? [] : wrap(terminalText(problem), width, INDENT)),
  ];
}

/** Nothing for identical bytes: every row would be alike. */
export function tableLines(model: ModelReport, options: TableOptions): string[] {
  return hasTable(model) ? indicatorTable(model.comparisons, provenanceNotes(model), options) : [];
}

const hasTable = ({ comparisons, status }: ModelReport): boolean =>
  comparisons.length > 0 && status !== 'identical';

/** What the table leaves open and what it rests on. */
export function noteLines(model: ModelReport, options: TableOptions): string[] {
  const notes = [
    ...model.warnings.map((warning) => ['! warning:', warning] as const),
    ...(hasTable(model) ? [...tableNotes(model, options), ...asides(model)] : []),
    ...(model.measurement === null
      ? []
      : [
          ['99th percentile:', tailNote(model) ?? 'not measured'] as const,
          ['control:', controlNote(model)] as const,
          [
            'measured with',
            measurementFacts(model)
              .map((fact) => fact.join(': '))
              .join('; '),
          ] as const,
        ]),
  ];
  return notes.flatMap(([name, text]) => note(terminalText(name), terminalText(text), options));
}

/** Tables that describe and decide nothing. */
export function supplementLines(model: ModelReport, { width, palette }: TableOptions): string[] {
  return supplementsOf(model).flatMap(({ title, header, rows, align, notes }, index) => {
    const columns = header.map(
      (heading, at) => ({ heading, align: align[at] === 'r' ? 'right' : 'left' }) as const,
    );
    const body = rows.map((row) => row.map((text) => ({ text: terminalText(text) })));
    return [
      ...(index === 0 ? [] : ['']),
      `${INDENT}${palette.faint(title)}`,
      ...(rows.length === 0 ? [] : grid(columns, body, { indent: INDENT, heading: palette.faint })),
      ...notes.flatMap((text) => wrap(terminalText(text), width, INDENT)),
    ];
  });
}

type Note = readonly [name: string, text: string];

function tableNotes({ comparisons }: ModelReport, { width }: TableOptions): Note[] {
  const open = comparisons.flatMap((comparison): Note[] => {
    const reason = openReason(comparison);
    return reason === null ? [] : [[`? ${nounOf(comparison.indicator).noun}:`, reason]];
  });
  return [
    ...open,
    ['*', 'required: the relation rests on these'],
    ...omittedMeanings(comparisons, width).map(([label, meaning]): Note => [`${label}:`, meaning]),
    ['picture:', STRIP_LEGEND.map((entry) => entry.join(' ')).join(', ')],
    ['tolerance:', toleranceNote(comparisons)],
  ];
}

/** The name stands out, and what follows it hangs below. */
function note(name: string, text: string, { width, palette }: TableOptions): string[] {
  const [first = '', ...others] = wrap(`${name} ${text}`, width - 2 * INDENT.length);
  return [
    `${INDENT}${palette.faint(name)}${first.slice(name.length)}`,
    ...others.map((line) => `${INDENT}${INDENT}${line}`),
  ];
}
