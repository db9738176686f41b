/** Whether a statement is meant as a claim about the model: not asked, hoped, cited, past, or of something else. */
import { nounsIn, type Part, changeIn, moodsIn, quantitiesIn, wordsIn } from './parts.js';
import type { Frame } from './frame.js';
import type { Statement } from './size.js';
import type { Token } from './tokens.js';

export function stands(parts: readonly Part[], { part, size }: Frame, { direction }: Statement): boolean {
  const bare = size?.how !== 'pair';
  const clause = parts.slice(clauseStart(parts, part), part + 1);
  const moods = clause.flatMap(moodsIn);
  if (moods.includes('hope') || moods.includes('cited')) return false;
  if (moods.includes('repair') && direction === 'worse') return false;
  const own = parts[part];
  if (own !== undefined && bare && moodsIn(own).includes('past')) return false;
  if (
    direction === 'worse' &&
    parts
      .slice(0, part + 1)
      .flatMap(moodsIn)
      .includes('tried')
  )
    return false;
  if (isAfterthought(parts[part + 1])) return false;
  return !isElsewhere(clause);
}

/** A clause begins after the last "but" or semicolon. */
function clauseStart(parts: readonly Part[], part: number): number {
  for (let index = part; index > 0; index--) {
    const link = parts[index]?.link;
    if (link === 'but' || link === 'stop') return index;
  }
  return 0;
}

/** ", I think" and ", hopefully" take back what was said. */
function isAfterthought(part: Part | undefined): boolean {
  if (part === undefined || !moodsIn(part).includes('hope')) return false;
  return (
    changeIn(part) === null && nounsIn(part).length + quantitiesIn(part).length === 0 && wordsIn(part) <= 2
  );
}

/** The part's own subject decides; without one, that of the part before. */
function isElsewhere(clause: readonly Part[]): boolean {
  for (const part of clause.toReversed()) {
    if (isAboutSomethingElse(part)) return true;
    if (nounsIn(part).some(({ text }) => !COMMON.test(text))) return false;
  }
  return false;
}

/** Nouns that anything can have. */
const COMMON =
  /^(?:sizes?|time|memory|memory usage|speed|performance|ram|files?|loads?|loading|starts?|running|runtime|run ?time|bytes|cost)$/i;
const PREPOSITION = /^(?:in|on|under|by|from|per|through|after|during|inside|into|across|within|against)$/i;

/** Whether a part speaks of tests, pages, packages ... as more than the place: "2x faster in CI" is of the model. */
export function isAboutSomethingElse({ tokens }: { readonly tokens: readonly Token[] }): boolean {
  return tokens.some(({ kind }, index) => {
    if (kind !== 'elsewhere') return false;
    const before = tokens.slice(Math.max(0, index - 3), index).reverse();
    const preposition = before.findIndex(({ text }) => PREPOSITION.test(text));
    return (
      preposition === -1 ||
      before.slice(0, preposition).some((token) => token.kind === 'change' || token.kind === 'noun')
    );
  });
}
