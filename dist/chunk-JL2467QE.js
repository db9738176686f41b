import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/nearest.ts
function editDistance(from, to) {
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
var LONGEST_WORD = 64;
var plain = (word) => word.toLowerCase().replaceAll(/[-_\s]/g, "");
var slips = (wrong, word) => wrong.length >= 3 && word.startsWith(wrong) ? Math.min(1, word.length - wrong.length) : editDistance(wrong, word);
function nearestOf(wrong, known) {
  if (wrong.length > LONGEST_WORD) return void 0;
  const ranked = known.map((word) => ({ word, edits: slips(plain(wrong), plain(word)) })).filter(({ word, edits }) => edits <= Math.max(1, Math.floor(plain(word).length * 0.4))).sort((one, other) => one.edits - other.edits);
  return ranked[0]?.word;
}

export {
  nearestOf
};
