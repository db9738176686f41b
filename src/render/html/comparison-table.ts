/** Every indicator of a model in numbers: what the picture of the change shows, for readers, sorting and copying. */
import { formatTolerance } from '../../quantity.js';
import type { Comparison } from '../../judge/judgement.js';
import type { ModelReport } from '../../report.js';
import { asides } from '../aside-notes.js';
import { comparisonCells, openReason } from '../comparison-cells.js';
import { provenanceNotes, provenanceOf } from '../notes.js';
import { plural } from '../plural.js';
import { verdictMark } from '../signs.js';
import { dataTable, type Cell } from './data-table.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';

export function comparisonTable(model: ModelReport): Markup | null {
  const { comparisons, name } = model;
  if (comparisons.length === 0) return null;
  const notes = [...provenanceNotes(model)].map(
    ([provenance, words]) => markup`<li><b>${provenance}</b>: ${words}</li>`,
  );
  const open = comparisons.flatMap((comparison) => {
    const reason = openReason(comparison);
    return reason === null ? [] : [markup`<li><b>not decided, ${comparison.label}</b>: ${reason}</li>`];
  });
  const beside = asides(model).map(
    ([what, text]) => markup`<li><b>${what.replace(/:$/, '')}</b>: ${text}</li>`,
  );
  return markup`${dataTable({
    caption: `Indicators of ${name}, base against head`,
    sortable: true,
    columns: [
      { heading: 'indicator', kind: 'text' },
      { heading: 'base', kind: 'number' },
      { heading: 'head', kind: 'number' },
      { heading: 'head / base', kind: 'number' },
      { heading: 'verdict', kind: 'text' },
      { heading: 'tolerance', kind: 'text' },
      { heading: 'control / base', kind: 'number' },
      { heading: 'provenance', kind: 'text' },
    ],
    rows: comparisons.map(rowOf),
  })}
<ul class="notes"><li>* required: the relation rests on these</li>${open}${notes}${beside}</ul>`;
}

function rowOf(comparison: Comparison): (Cell | string)[] {
  const { label, required, base, head, effect, verdict, tolerance, unit, better, control, rounds, kind } =
    comparison;
  const cells = comparisonCells(comparison);
  const ratio = control?.effect ?? null;
  const exact = kind === 'counted' || kind === 'declared' || kind === 'derived';
  return [
    {
      content: markup`${required ? markup`<b>${label} *</b>` : label}${better === 'lower' ? null : markup` <small>more is better</small>`}`,
    },
    { content: cells.base, order: base.value },
    { content: cells.head, order: head.value },
    { content: cells.change, order: effect?.ratio ?? null },
    { content: markOf(verdictMark(verdict)) },
    verdict === null ? 'not judged' : formatTolerance(tolerance, unit),
    {
      content:
        ratio === null
          ? exact
            ? 'exact'
            : 'not measured'
          : `${comparisonCells({ ...comparison, effect: ratio }).change.replace(' times', '')}${control?.differs === true ? ', differs' : ''}`,
      order: ratio?.ratio ?? null,
    },
    rounds === null ? provenanceOf(comparison) : `${provenanceOf(comparison)}, ${plural(rounds, 'round')}`,
  ];
}
