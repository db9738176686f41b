/** Tables: in a frame of their own that scrolls, by keyboard as well, and sortable where the rows have no order. */
import { markup, type Content, type Markup } from './markup.js';

export interface Column {
  readonly heading: string;
  /** `number` stands to the right. */
  readonly kind: 'text' | 'number';
}

export interface Cell {
  readonly content: Content;
  /** What it is sorted by; left out: its text. Null sorts last. */
  readonly order?: number | null;
}

export interface DataTable {
  /** What the table holds; it names the frame. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly (Cell | string)[])[];
  readonly sortable?: boolean;
}

export function dataTable({ caption, columns, rows, sortable = false }: DataTable): Markup {
  const heads = columns.map(
    ({ heading, kind }) =>
      markup`<th scope="col" class="${kind}"${sortable ? markup` data-sort` : null}>${heading}</th>`,
  );
  const body = rows.map(
    (row) => markup`<tr>${row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text', at === 0))}</tr>
`,
  );
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

function cellOf(cell: Cell | string, kind: Column['kind'], first: boolean): Markup {
  const { content, order } = typeof cell === 'string' ? { content: cell, order: undefined } : cell;
  const sorted = order === undefined ? null : markup` data-order="${order === null ? '' : String(order)}"`;
  return first
    ? markup`<th scope="row" class="${kind}"${sorted}>${content}</th>`
    : markup`<td class="${kind}"${sorted}>${content}</td>`;
}
