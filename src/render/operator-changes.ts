/** Which operators make the difference between base and head. */
import type { OperatorRow, StaticProfile } from '../onnx/profile.js';

export interface OperatorChange {
  readonly op: string;
  /** Null where the side has no such operator. */
  readonly base: OperatorRow | null;
  readonly head: OperatorRow | null;
}

/** The operators whose counts differ, those that move the most MACs first, then those that move the most others. */
export function operatorChanges(base: StaticProfile, head: StaticProfile): OperatorChange[] {
  const before = byName(base);
  const after = byName(head);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((op) => ({ op, base: before.get(op) ?? null, head: after.get(op) ?? null }))
    .filter(differs)
    .toSorted((one, other) => compareWeights(weights(one), weights(other)) || (one.op < other.op ? -1 : 1));
}

const byName = ({ operators }: StaticProfile): Map<string, OperatorRow> =>
  new Map(operators.map((row) => [row.op, row]));

const FIGURES = ['macs', 'parameters', 'elementwise', 'activations', 'count'] as const;
type Figure = (typeof FIGURES)[number];

/** What a side has of an operator: 0 when it has none, null when that cannot be known. */
export function figureOf(row: OperatorRow | null, figure: Figure): number | null {
  return row === null ? 0 : row[figure];
}

function differs({ base, head }: OperatorChange): boolean {
  return FIGURES.some((figure) => figureOf(base, figure) !== figureOf(head, figure));
}

/** How far apart the sides are in each figure; what cannot be known weighs most. */
function weights({ base, head }: OperatorChange): number[] {
  return FIGURES.map((figure) => {
    const [before, after] = [figureOf(base, figure), figureOf(head, figure)];
    if (before === after) return 0;
    return before === null || after === null ? Infinity : Math.abs(after - before);
  });
}

function compareWeights(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((weight, index) => weight !== other[index]);
  return at === -1 ? 0 : (other[at] ?? 0) > (one[at] ?? 0) ? 1 : -1;
}
