/** What explains the table of a model, folded away in Markdown. */
import type { OperatorRow } from '../onnx/profile.js';
import { formatQuantity, nounOf } from '../quantity.js';
import { environmentOf, type GateReport, type ModelReport } from '../report.js';
import { openReason } from './comparison-cells.js';
import { htmlText, markdownCode, markdownLabel, markdownText } from './escape.js';
import { bullets, cut, folded, table } from './markdown.js';
import { controlNote, methodNote, toleranceNote } from './notes.js';
import { figureOf, operatorChanges } from './operator-changes.js';
import { tailNote } from './tail-note.js';
import type { Supplement } from './supplement.js';
import { supplementsOf } from './supplements.js';
import { machineFacts, measurementFacts } from './set-up.js';
import { whyNotOneNumberOf } from './why-not-one-number.js';

/** How much is shown of a model. */
export interface Extent {
  /** Entries of any list. */
  readonly rows: number;
  /** Where the rest is, in Markdown. */
  readonly rest: string;
}

export function explanations(report: GateReport, model: ModelReport, extent: Extent): string[] {
  return [
    ...openReasons(model, extent),
    ...warnings(model, extent),
    ...operators(model, extent),
    ...supplements(model, extent),
    ...setUp(report, model),
    ...method(report, model),
  ];
}

function openReasons({ comparisons, status }: ModelReport, { rows, rest }: Extent): string[] {
  if (status === 'identical') return [];
  const open = comparisons.flatMap((comparison) => {
    const reason = openReason(comparison);
    return reason === null ? [] : [{ noun: nounOf(comparison.indicator).noun, reason }];
  });
  if (open.length === 0) return [];
  const { shown, more } = cut(open, rows, 'reason', rest);
  const nouns = shown.map(({ noun }) => htmlText(noun)).join(', ');
  return [
    folded(`Not decided: ${nouns}`, [
      bullets(shown.map(({ noun, reason }) => `${markdownLabel(noun)}: ${markdownText(reason)}`)),
      more,
    ]),
  ];
}

function warnings({ warnings: found }: ModelReport, { rows, rest }: Extent): string[] {
  if (found.length === 0) return [];
  const { shown, more } = cut(found, rows, 'warning', rest);
  return [
    folded(`Warnings: ${found.length}`, [bullets(shown.map((warning) => markdownText(warning))), more]),
  ];
}

function operators({ base, head }: ModelReport, { rows, rest }: Extent): string[] {
  if (base?.profile == null || head?.profile == null) return [];
  const changes = operatorChanges(base.profile, head.profile);
  if (changes.length === 0) return [];
  const { shown, more } = cut(changes, rows, 'operator', rest);
  const body = shown.map(({ op, base: before, head: after }) => [
    markdownCode(op),
    fromTo(before, after, 'count'),
    fromTo(before, after, 'macs'),
    fromTo(before, after, 'parameters'),
    fromTo(before, after, 'activations'),
  ]);
  const header = ['operator', 'executions', 'MACs (multiply-accumulates)', 'parameters', 'activations'];
  return [folded(`Operators that changed: ${changes.length}`, [table(header, body, 'lrrrr'), more])];
}

function supplements(model: ModelReport, { rows: cap, rest }: Extent): string[] {
  return supplementsOf(model).map((supplement) => foldedSupplement(supplement, cap, rest));
}

/** @param cap Rows that are shown. */
export function foldedSupplement(
  { title, header, rows, align, notes }: Supplement,
  cap: number,
  rest: string,
): string {
  const { shown, more } = cut(rows, cap, 'row', rest);
  const body = shown.map((row) =>
    row.map((text, at) => (at === 0 ? markdownCode(text) : markdownLabel(text))),
  );
  return folded(htmlText(title), [
    ...(rows.length === 0 ? [] : [table(header, body, align)]),
    more,
    bullets(notes.map((note) => markdownText(note))),
  ]);
}

function fromTo(
  base: OperatorRow | null,
  head: OperatorRow | null,
  figure: 'count' | 'macs' | 'parameters' | 'activations',
): string {
  const [before, after] = [figureOf(base, figure), figureOf(head, figure)];
  const text = (value: number | null): string =>
    value === null ? 'not known' : formatQuantity(value, 'count');
  return before === after ? text(before) : `${text(before)} → ${text(after)}`;
}

function setUp(report: GateReport, model: ModelReport): string[] {
  if (model.comparisons.length === 0 || model.status === 'identical') return [];
  const timed = model.measurement?.harness === undefined ? 'latency' : 'duration';
  const facts = [
    ...machineFacts({ environment: environmentOf(report, model) }),
    ...measurementFacts(model),
    [`${timed}, 99th percentile`, tailNote(model) ?? 'not measured'] as const,
    ['tolerances', toleranceNote(model.comparisons)] as const,
    ['configuration', report.policy.source] as const,
  ];
  const rows = facts.map(([what, how]) => [what, markdownText(how)]);
  return [folded('Set-up and tolerances', [table(['what', 'how'], rows, 'll')])];
}

function method({ policy }: GateReport, model: ModelReport): string[] {
  if (model.measurement === null) return [];
  return [
    folded('Control and method', [
      markdownText(controlNote(model)),
      markdownText(methodNote(policy)),
      whyNotOneNumberOf(model),
      'Other tolerances need no new measurement: `efficiency-gate judge report.json --tolerance 3%`.',
    ]),
  ];
}
