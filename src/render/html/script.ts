/** What the page does: sort tables, open everything for paper, choose between dark and light. It reads without. */
export const SCRIPT = `
'use strict';
const collator = new Intl.Collator('en', { numeric: true });
const keyOf = (row, column) => {
  const cell = row.cells[column];
  const order = cell.dataset.order;
  return order === undefined ? cell.textContent : order === '' ? null : Number(order);
};
const compare = (one, other) =>
  one === null || other === null ? 0 : typeof one === 'number' ? one - other : collator.compare(one, other);
function sortBy(head, direction) {
  const table = head.closest('table');
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [keyOf(row, head.cellIndex), row]);
  const known = rows.filter(([key]) => key !== null).sort(([one], [other]) => direction * compare(one, other));
  const unknown = rows.filter(([key]) => key === null);
  body.append(...[...known, ...unknown].map(([, row]) => row));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
}
for (const head of document.querySelectorAll('th[data-sort]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  button.addEventListener('click', () => {
    sortBy(head, head.getAttribute('aria-sort') === 'ascending' ? -1 : 1);
  });
  head.append(button);
}
const root = document.documentElement;
const choice = document.createElement('button');
choice.type = 'button';
choice.id = 'theme';
const isDark = () =>
  (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const tell = () => {
  choice.textContent = isDark() ? 'Light' : 'Dark';
  choice.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
};
choice.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  tell();
});
tell();
document.querySelector('header').prepend(choice);
const folded = document.querySelectorAll('details');
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...folded].filter(({ open }) => !open);
  for (const one of closed) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of closed) one.open = false;
});
`;
