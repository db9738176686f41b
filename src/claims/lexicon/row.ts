/** How the lexicon's tables are written: a pattern of words, and what it means. */
export interface Row<Meaning> {
  /** Matches at the start of a word; the word must end where it ends. */
  readonly pattern: RegExp;
  readonly meaning: Meaning;
}

/** No letter and no hyphenated word may follow: "memory" is not "memory-mapped". */
const WORD_END = '(?![A-Za-z0-9_]|-[A-Za-z])';

/**
 * Rows that mean the same.
 * @param words Alternatives in regular-expression syntax; a space stands for a space or a hyphen.
 */
export function rows<Meaning>(meaning: Meaning, ...words: string[]): Row<Meaning>[] {
  return words.map((word) => ({ pattern: compile(word, WORD_END, 'iy'), meaning }));
}

/** Rows whose capitals matter: "mAP" is no map. */
export function exactRows<Meaning>(meaning: Meaning, ...words: string[]): Row<Meaning>[] {
  return words.map((word) => ({ pattern: compile(word, WORD_END, 'y'), meaning }));
}

function compile(word: string, end: string, flags: string): RegExp {
  return new RegExp(`(?:${word.replaceAll(' ', '[ -]')})${end}`, flags);
}

/** A table of rows, asked for the longest that matches. */
export class Lexicon<Meaning> {
  readonly #rows: readonly Row<Meaning>[];
  /** Matches where any row does: most words of a text are in no table, and one test tells. */
  readonly #any: RegExp;

  constructor(table: readonly Row<Meaning>[]) {
    this.#rows = table;
    this.#any = new RegExp(table.map(({ pattern }) => pattern.source).join('|'), 'iy');
  }

  /** The longest row that matches at a position, and where it ends; of equals the first. */
  at(text: string, position: number): { readonly meaning: Meaning; readonly end: number } | null {
    this.#any.lastIndex = position;
    if (!this.#any.test(text)) return null;
    let best: { meaning: Meaning; end: number } | null = null;
    for (const { pattern, meaning } of this.#rows) {
      pattern.lastIndex = position;
      if (pattern.test(text) && pattern.lastIndex > (best?.end ?? position)) {
        best = { meaning, end: pattern.lastIndex };
      }
    }
    return best;
  }
}
