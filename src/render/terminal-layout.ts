/** Text on a grid of characters: wrapping, and columns that line up. Lengths are taken before colour is put on. */

export type Paint = (text: string) => string;

export interface Cell {
  readonly text: string;
  readonly paint?: Paint;
}

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** Code points, which is what nearly every character that reports hold is wide. */
export const widthOf = (text: string): number => Array.from(text).length;

/** Lines of at most `width` characters, broken at spaces, each behind the indent. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(`${indent}${line}`);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, `${indent}${line}`];
}

/** A table of aligned columns, its headings first. */
export function grid(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { indent, heading }: { readonly indent: string; readonly heading: Paint },
): string[] {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.heading), ...rows.map((row) => widthOf(row[index]?.text ?? ''))),
  );
  const line = (cells: readonly Cell[]): string => {
    const padded = columns.map(({ align }, index) => {
      const { text, paint = unpainted } = cells[index] ?? { text: '' };
      const space = ' '.repeat((widths[index] ?? 0) - widthOf(text));
      return align === 'right' ? space + paint(text) : paint(text) + space;
    });
    return `${indent}${padded.join(GAP)}`.trimEnd();
  };
  return [line(columns.map((column) => ({ text: column.heading, paint: heading }))), ...rows.map(line)];
}

const unpainted: Paint = (text) => text;
