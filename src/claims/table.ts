/** Tables of figures as sentences: a row with a column before and one after is a claim like any other. */

const BASE =
  /\b(?:before|base(?:line)?|main|master|old|previous|original|current|control|reference|fp32|float(?:32)?|dense|teacher)\b/i;
const HEAD =
  /\b(?:after|head|new|ours|this (?:pr|branch|change|patch)|pr|branch|now|proposed|candidate|optimi[sz]ed|quanti[sz]ed|int8|fp16|pruned|distilled|student|patched)\b/i;
const DIFFERENCE = /^[-+−]\s?\d|(?:->|→)/;
const SPEED_UP = /\bspeed-?\s?up\b/i;

/**
 * @param header Texts of the header's cells.
 * @param rows Texts of the other cells.
 * @returns one sentence for each figure with a before and an after, or with a signed difference.
 */
export function sentencesOfTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const [base, head] = columnsOf(header);
  if (base !== -1 && head !== -1) return rows.map((row) => change(row[0], row[base], row[head]));
  const old = rows.find(([label = '']) => BASE.test(label) && !HEAD.test(label));
  const now = rows.find((row) => row !== old && HEAD.test(row[0] ?? ''));
  if (old !== undefined && now !== undefined) {
    return header.slice(1).map((label, column) => change(label, old[column + 1], now[column + 1]));
  }
  return rows.flatMap(([label = '', ...cells]) =>
    cells.flatMap((cell, column) => {
      if (SPEED_UP.test(header[column + 1] ?? '') && /\d/.test(cell)) return [`${cell} speedup`];
      return DIFFERENCE.test(cell) ? [`${plain(label)} ${cell}`] : [];
    }),
  );
}

/** A header that fits both ("main, new kernel") is the head's. */
function columnsOf(header: readonly string[]): readonly [base: number, head: number] {
  const values = header.map((label, index) => (index === 0 ? '' : label));
  const head = values.findIndex((label) => HEAD.test(label));
  return [values.findIndex((label, index) => index !== head && BASE.test(label)), head];
}

const change = (label = '', base = '', head = ''): string =>
  `${plain(label)}: ${value(base)} -> ${value(head)}`;
const plain = (label: string): string => label.replace(/[()[\]*_,:↓↑/]+/g, ' ').trim();
const value = (cell: string): string =>
  cell
    .replace(/\s*(?:±|\+\/-)\s*[\d.]+/g, '')
    .replace(/\(.*?\)/g, '')
    .trim();
