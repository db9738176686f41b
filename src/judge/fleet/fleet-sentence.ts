/** The one sentence that stands for a model on a fleet of machines. */
import { formatEffect, formatRatio, nounOf } from '../../quantity.js';
import type { Comparison, Relation, Verdict } from '../judgement.js';
import { enumerate, figure } from '../sentence.js';
import type { Member } from './member.js';
import { everyOne } from './on-machine.js';

/** As many figures are read in one sentence; the table has the others. */
const NAMED = 6;

/**
 * Names what got better and what got worse, each with the machines that say so. "More efficient" is said of `dominates`
 * alone, and of the set-ups of these machines alone.
 * @param relation Null where no machine had anything to relate.
 */
export function fleetSentence(relation: Relation | null, members: readonly Member[]): string {
  const present = members.flatMap(({ model }) => (model === null ? [] : [model]));
  if (relation === null || present.every(({ status }) => status === 'identical'))
    return present[0]?.sentence ?? 'Not compared on any machine.';
  const required = members.filter((member) => member.required);
  const restsOnRequired = (relation === 'dominates' || relation === 'equivalent') && required.length > 0;
  // What is said to hold is said of those alone that show it.
  const told = restsOnRequired ? required : members;
  const others = members.filter((member) => !told.includes(member)).map(({ machine }) => machine);
  const better = findings('improved', told);
  const worse = findings('regressed', told);
  const where = told.length === 1 ? `on ${told[0]?.machine ?? ''}` : `over ${told.length} machines`;
  const differences = [better, worse].filter((side) => side.length > 0).map(enumerate);
  const statement =
    differences.length === 0 ? 'no difference is proven' : `the head has ${differences.join(', but ')}`;
  const nothingWorse =
    told.length === 1
      ? 'and nothing was found to be worse'
      : 'and nothing was found to be worse on any of them';
  const opening: Readonly<Record<Relation, string>> = {
    'trade-off': `Trade-off ${where}: ${statement}`,
    dominates: `More efficient on ${told.length === 1 ? 'this set-up' : `these ${told.length} set-ups`}: ${statement}, ${nothingWorse}`,
    dominated: `Worse ${where}: ${statement}`,
    equivalent: `Equivalent ${where}: no difference beyond the tolerances in what is required${differences.length === 0 ? '' : `; beside it, ${statement}`}`,
    inconclusive: `Undecided ${where}: ${statement}`,
  };
  const open = openOn(members);
  const setUps = told.flatMap(({ machine, model }) =>
    model?.setUp == null ? [] : [`${machine}: ${model.setUp}`],
  );
  return [
    opening[relation],
    ...(open.length === 0 ? [] : [`not shown: ${enumerate(open)}`]),
    ...(others.length === 0 ? [] : [`not required, and not spoken for: ${enumerate(others)}`]),
    ...(relation === 'dominates' ? [`set-ups: ${setUps.join('; ')}`] : []),
  ]
    .join('; ')
    .concat('.');
}

/** Each indicator with that verdict, its figures and its machines; required ones first. */
function findings(verdict: Verdict, members: readonly Member[]): string[] {
  const rows = members.flatMap(({ machine, model }) =>
    (model?.comparisons ?? [])
      .filter((one) => one.verdict === verdict && one.kind !== 'derived')
      .map((comparison) => ({ machine, comparison })),
  );
  const ordered = [
    ...rows.filter(({ comparison }) => comparison.required),
    ...rows.filter(({ comparison }) => !comparison.required),
  ];
  const indicators = [...new Set(ordered.map(({ comparison }) => comparison.indicator))];
  const said = indicators.map((indicator) => {
    const found = ordered.filter(({ comparison }) => comparison.indicator === indicator);
    return together(found, members.length);
  });
  const more = said.length - NAMED;
  return more > 0 ? [...said.slice(0, NAMED), `${more} more`] : said;
}

/** `0.71 times the median latency [0.69, 0.73] on cpu`, `0.71 to 0.80 times the median latency on all 3`. */
function together(
  found: readonly { readonly machine: string; readonly comparison: Comparison }[],
  machines: number,
): string {
  const [first] = found;
  if (first === undefined) return 'nothing';
  const { indicator, kind } = first.comparison;
  if (kind !== 'measured' && found.every(({ comparison }) => isSame(comparison, first.comparison)))
    return figure(first.comparison);
  const ratios = found.flatMap(({ comparison }) => comparison.effect?.ratio ?? []);
  if (found.length === 1 || ratios.length < found.length) {
    return found.map(({ machine, comparison }) => `${figure(comparison)} on ${machine}`).join(' and ');
  }
  const [low, high] = [formatRatio(Math.min(...ratios)), formatRatio(Math.max(...ratios))];
  const span =
    low === high
      ? formatEffect(indicator, Math.min(...ratios))
      : `${low} to ${high} times the ${nounOf(indicator).noun}`;
  const on = found.length === machines ? everyOne(machines) : enumerate(found.map(({ machine }) => machine));
  return `${span} on ${on}`;
}

const isSame = (one: Comparison, other: Comparison): boolean =>
  one.base.value === other.base.value && one.head.value === other.head.value;

/** Where the relation hangs on what is not known: machines without the model, and required indicators. */
function openOn(members: readonly Member[]): string[] {
  return members.flatMap(({ machine, model }) => {
    if (model === null) return [`anything on ${machine} (no report of it has the model)`];
    if (model.comparisons.length === 0) return [`anything on ${machine} (${model.status})`];
    const known = new Map(model.comparisons.map((one) => [one.indicator, one.verdict]));
    const open = model.needed.filter((id) => (known.get(id) ?? 'inconclusive') === 'inconclusive');
    if (open.length === 0) return [];
    return [`${enumerate(open.map((id) => nounOf(id).noun))} on ${machine}`];
  });
}
