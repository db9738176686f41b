/** A table that is there for those who ask for it. */
import { dataTable, type DataTable } from './data-table.js';
import { markup, type Markup } from './markup.js';

export function foldedTable(table: DataTable): Markup {
  return markup`<details class="table"><summary>${table.caption}</summary>${dataTable(table)}</details>`;
}
