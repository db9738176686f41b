/** The Pareto fronts as tables, and in words what the change does to them. */
import type { Front } from '../judge/pareto.js';
import { nounOf } from '../quantity.js';
import type { GateReport } from '../report.js';
import { plural } from './plural.js';
import type { Supplement } from './supplement.js';

const NAMED = 6;

/** One table; none where fewer than two models declare a metric. */
export function frontsSupplement({ fronts = [], unchangedLeftOut = 0 }: GateReport): Supplement[] {
  if (fronts.length === 0) return [];
  const moved = fronts.filter(isMoved);
  const still = fronts.filter((front) => !isMoved(front));
  return [
    {
      title: `Cost against quality: ${moved.length === 0 ? 'no front moves' : `${plural(moved.length, 'front')} of ${fronts.length} ${moved.length === 1 ? 'moves' : 'move'}`}`,
      header: ['quality', 'cost', 'front at the base', 'front at the head', 'what this change does'],
      rows: moved.map((front) => [
        qualityOf(front),
        costOf(front),
        list(front.base),
        list(front.head),
        changeOf(front),
      ]),
      align: 'lllll',
      notes: [
        'A model is on the front when no other is as good in both quality and cost and better in one. Quality is what the repository declares; models that did not change take part in what is counted, and are not measured. What is not proven to differ from the base counts as the same.',
        ...(fronts.some(({ indicator }) => indicator.startsWith('latency')) ? [MEASURED_NOTE] : []),
        ...(unchangedLeftOut === 0 ? [] : [leftOutNote(unchangedLeftOut)]),
        ...(still.length === 0 ? [] : [`The same at base and head: ${still.map(nameOf).join('; ')}.`]),
      ],
    },
  ];
}

/** The same as lines of text, for where tables have no room; empty where there is nothing to tell. */
export function frontLines(report: GateReport): string[] {
  return frontsSupplement(report).flatMap(({ title, rows, notes }) => [
    title,
    ...rows.map(
      ([metric = '', cost = '', base = '', head = '', change = '']) =>
        `${metric} against ${cost}: front ${base} -> ${head}; ${change}.`,
    ),
    ...notes,
  ]);
}

const MEASURED_NOTE =
  'What was measured of different models is set side by side as it is: no test was made between them.';

const leftOutNote = (models: number): string =>
  `${plural(models, 'model')} of declared quality that did not change ${models === 1 ? 'is' : 'are'} left out, since there are too many or they could not be counted: what is said to be offered or taken away was not compared with ${models === 1 ? 'it' : 'them'}.`;

const isMoved = ({ gained, lost, base, head }: Front): boolean =>
  gained.length + lost.length > 0 || base.join('\n') !== head.join('\n');

const conditions = ({ scenario, machine }: Front): string => {
  const words = [scenario, machine].filter((word) => word !== null && word !== undefined);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
};
const qualityOf = (front: Front): string => `${front.metric}${conditions(front)}`;
const costOf = ({ indicator }: Front): string => nounOf(indicator).noun;
const nameOf = (front: Front): string =>
  `${front.metric} against ${costOf(front)}${conditions(front)}: ${list(front.head)}`;

function list(names: readonly string[]): string {
  if (names.length === 0) return 'no model';
  const shown = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
}

function changeOf({ gained, lost }: Front): string {
  const parts = [
    ...(gained.length === 0 ? [] : [`offers what was not there: ${list(gained)}`]),
    ...(lost.length === 0 ? [] : [`takes away what was there: ${list(lost)} as it was`]),
  ];
  return parts.length === 0 ? 'other models, nothing gained or lost' : parts.join('; ');
}
