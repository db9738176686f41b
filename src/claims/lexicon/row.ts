/** How the lexicon's tables are written: a pattern of words, and what it means. */
export interface Row<Meaning> {
  /** Matches at the start of a word; the word must end where it ends. */
  readonly pattern: RegExp;
  readonly meaning: Meaning;
}

/** No letter and no hyphenated word may follow: "memory" is not "memory-mapped". */
const WORD_END = String.raw`(?![\p{L}\p{N}_]|-\p{L})`;

/**
 * Rows that mean the same.
 * @param words Alternatives in regular-expression syntax; a space stands for a space or a hyphen.
 */
export function rows<Meaning>(meaning: Meaning, ...words: string[]): Row<Meaning>[] {
  return words.map((word) => ({ pattern: compile(word, WORD_END, 'iuy'), meaning }));
}

/** Rows whose capitals matter: "mAP" is no map. */
export function exactRows<Meaning>(meaning: Meaning, ...words: string[]): Row<Meaning>[] {
  return words.map((word) => ({ pattern: compile(word, WORD_END, 'uy'), meaning }));
}

function compile(word: string, end: string, flags: string): RegExp {
  return new RegExp(`(?:${word.replaceAll(' ', '[ -]')})${end}`, flags);
}

/** The longest row that matches at a position; of equals the first. */
export function longestMatch<Meaning>(
  table: readonly Row<Meaning>[],
  text: string,
  at: number,
): { readonly meaning: Meaning; readonly end: number } | null {
  let best: { meaning: Meaning; end: number } | null = null;
  for (const { pattern, meaning } of table) {
    pattern.lastIndex = at;
    if (pattern.test(text) && pattern.lastIndex > (best?.end ?? at))
      best = { meaning, end: pattern.lastIndex };
  }
  return best;
}
