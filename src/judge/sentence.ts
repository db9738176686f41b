/** The one sentence that stands for a model, so that no single indicator can. */
import {
  formatAgainst,
  formatDifference,
  formatEffect,
  formatInterval,
  formatQuantity,
  nounOf,
} from '../quantity.js';
import type { Comparison, Relation } from './judgement.js';
import type { Standing } from './relation.js';
import { describeSetUp, type SetUp } from './set-up.js';

/**
 * Names what got better and what got worse with figures, what could not be shown and why, and the set-up that all
 * of it holds for. "More efficient" is said of `dominates` alone, and of that set-up alone.
 */
export function sentenceOf(standing: Standing, comparisons: readonly Comparison[], setUp: SetUp): string {
  const differences = {
    better: figures(standing.improved, comparisons, 'gains'),
    worse: figures(standing.regressed, comparisons, 'losses'),
  };
  const parts = [OPENINGS[standing.relation](differences, comparisons)];
  if (standing.unknown.length > 0)
    parts.push(`not shown: ${enumerate(doubts(standing.unknown, comparisons))}`);
  parts.push(`set-up: ${describeSetUp(setUp)}`);
  return `${parts.join('; ')}.`;
}

interface Differences {
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

const OPENINGS: Readonly<
  Record<Relation, (found: Differences, comparisons: readonly Comparison[]) => string>
> = {
  'trade-off': (found) => `Trade-off: ${statement(found)}`,
  dominates: (found) =>
    `More efficient on this set-up: ${statement(found)}, and nothing was found to be worse`,
  dominated: (found) => {
    const gains =
      found.better.length === 0
        ? 'and nothing was found to be better'
        : `though also ${enumerate(found.better)}`;
    return `Worse: the head has ${enumerate(found.worse)}, ${gains}`;
  },
  equivalent: (found, comparisons) => {
    const same = comparisons.filter(({ verdict }) => verdict === 'equivalent');
    const required = same.filter((comparison) => comparison.required);
    const nouns = enumerate(
      (required.length > 0 ? required : same).map(({ indicator }) => nounOf(indicator).noun),
    );
    const equal = `Equivalent: no difference beyond the tolerances in ${nouns}`;
    return found.better.length === 0 ? equal : `${equal}; beside these, ${statement(found)}`;
  },
  inconclusive: (found) => `Undecided: ${statement(found)}`,
};

function statement({ better, worse }: Differences): string {
  if (better.length === 0 && worse.length === 0) return 'no difference is proven';
  const sides = [better, worse].filter((side) => side.length > 0).map(enumerate);
  return `the head has ${sides.join(', but ')}`;
}

/** As many are read in one sentence; more are named, and their figures are in the table. */
const MOST_FIGURES = 6;

function figures(
  ids: readonly string[],
  comparisons: readonly Comparison[],
  word: 'gains' | 'losses',
): string[] {
  return figuresOf(
    comparisons.filter(({ indicator }) => ids.includes(indicator)),
    word,
  );
}

/** Required indicators first, each with its values or its interval; of many the last are named alone. */
export function figuresOf(comparisons: readonly Comparison[], word: 'gains' | 'losses'): string[] {
  const ordered = [
    ...comparisons.filter(({ required }) => required),
    ...comparisons.filter(({ required }) => !required),
  ];
  // One or two that are left take no more words with their figures than without.
  if (ordered.length <= MOST_FIGURES + 2) return ordered.map(figure);
  const others = ordered.slice(MOST_FIGURES).map(({ indicator }) => nounOf(indicator).noun);
  return [
    ...ordered.slice(0, MOST_FIGURES).map(figure),
    `${word} in ${others.length} others (${others.join(', ')})`,
  ];
}

/** Head against base in words: `1.28 times the bytes (2.31 MB against 1.81 MB)`. */
export function figure(comparison: Comparison): string {
  const { indicator, unit, kind, base, head, effect, required, difference } = comparison;
  if (difference !== undefined && head.value !== null && base.value !== null) {
    const interval = difference.low === difference.high ? '' : ` (${formatDifference(difference, unit)})`;
    return `${nounOf(indicator).noun} ${formatAgainst(head.value, base.value, unit)}${interval}`;
  }
  if (effect === null) {
    const { noun } = nounOf(indicator);
    return head.value === null ? noun : `${formatQuantity(head.value, unit)} ${noun} where the base has none`;
  }
  const words = formatEffect(indicator, effect.ratio);
  if (kind === 'measured') return `${words} ${formatInterval(effect)}`;
  if (!required || head.value === null || base.value === null) return words;
  return `${words} (${formatAgainst(head.value, base.value, unit)})`;
}

/** What is not known; the reason where the relation hangs on it. */
function doubts(ids: readonly string[], comparisons: readonly Comparison[]): string[] {
  return ids.map((id) => {
    const { noun } = nounOf(id);
    const comparison = comparisons.find(({ indicator }) => indicator === id);
    if (comparison === undefined) return `${noun} (missing)`;
    return comparison.required && comparison.reason !== null ? `${noun} (${comparison.reason})` : noun;
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? 'nothing';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
