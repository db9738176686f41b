/** What describes a model beside its indicators: the tables that every medium has. */
import type { Supplement } from '../supplement.js';
import { dataTable } from './data-table.js';
import { markup, type Markup } from './markup.js';

export function supplementTables(supplements: readonly Supplement[]): Markup | null {
  if (supplements.length === 0) return null;
  return markup`${supplements.map(
    ({ title, header, rows, align, notes }) =>
      markup`${
        rows.length === 0
          ? null
          : dataTable({
              caption: title,
              columns: header.map((heading, at) => ({
                heading,
                kind: align[at] === 'r' ? 'number' : 'text',
              })),
              rows,
            })
      }<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>`,
  )}`;
}
