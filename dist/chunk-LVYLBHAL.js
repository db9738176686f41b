import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/operator-changes.ts
function operatorChanges(base, head) {
  const before = byName(base);
  const after = byName(head);
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((op) => ({ op, base: before.get(op) ?? null, head: after.get(op) ?? null })).filter(differs).toSorted((one, other) => compareWeights(weights(one), weights(other)) || (one.op < other.op ? -1 : 1));
}
var byName = ({ operators }) => new Map(operators.map((row) => [row.op, row]));
var FIGURES = ["macs", "parameters", "elementwise", "activations", "count"];
function figureOf(row, figure) {
  return row === null ? 0 : row[figure];
}
function differs({ base, head }) {
  return FIGURES.some((figure) => figureOf(base, figure) !== figureOf(head, figure));
}
function weights({ base, head }) {
  return FIGURES.map((figure) => {
    const [before, after] = [figureOf(base, figure), figureOf(head, figure)];
    if (before === after) return 0;
    return before === null || after === null ? Infinity : Math.abs(after - before);
  });
}
function compareWeights(one, other) {
  const at = one.findIndex((weight, index) => weight !== other[index]);
  return at === -1 ? 0 : (other[at] ?? 0) > (one[at] ?? 0) ? 1 : -1;
}

export {
  operatorChanges,
  figureOf
};
