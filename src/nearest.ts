/** The right word beside a wrong one. */

/**
 * Edits (insert, delete, substitute one UTF-16 unit) that turn one word into the other: Levenshtein, by the
 * two-row method of Wagner and Fischer (1974).
 */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const deletion = (previous[column] ?? 0) + 1;
      const insertion = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(substitution, deletion, insertion));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

const LONGEST_WORD = 64;

/** Case, `-` and `_` are the commonest slips, and are no edits. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** Edits, where the beginning of a word is one slip away from it. */
const slips = (wrong: string, word: string): number =>
  wrong.length >= 3 && word.startsWith(wrong)
    ? Math.min(1, word.length - wrong.length)
    : editDistance(wrong, word);

/** The known word that a wrong one was most likely meant to be; undefined when none is near. */
export function nearestOf(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > LONGEST_WORD) return undefined;
  const ranked = known
    .map((word) => ({ word, edits: slips(plain(wrong), plain(word)) }))
    .filter(({ word, edits }) => edits <= Math.max(1, Math.floor(plain(word).length * 0.4)))
    .sort((one, other) => one.edits - other.edits);
  return ranked[0]?.word;
}
