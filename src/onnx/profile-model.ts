/** The static profile of a model: its counts, their coverage and the table by operator. Pure. */
import { nodesWithin, type Model } from './graph.js';
import { ruleOf } from './operators/table.js';
import { parametersByNode } from './parameters.js';
import type { NodeRow, OperatorRow, StaticProfile } from './profile.js';
import { structureOf, trafficByNode } from './structure.js';
import { byOperator, type NodeTally, type OperatorTally, type Tally } from './tally.js';
import { Total } from './total.js';
import { unreadWeights, type WeightCounts } from './weights/count.js';

/**
 * Whether one profiled run would tell more than inference did: control flow chooses what runs, or a shape that costs
 * depend on stayed open.
 */
export function needsProfiledRun({ model, nodes }: Tally): boolean {
  if (model.graph.nodes.some(({ bodies }) => bodies.length > 0)) return true;
  const tallies = [...nodes.values()];
  return tallies.some((row) => row.macs.isOpen || row.elementwise.isOpen || row.activations.isOpen);
}

/**
 * Counts a model.
 * @param weights What their values tell, or why they were not read.
 */
export function profileModel(
  tally: Tally,
  weights: WeightCounts = unreadWeights('the weights were not read'),
): StaticProfile {
  const { model } = tally;
  const tallies = byOperator(tally);
  const parameters = parametersByOperator(model);
  const macs = sumOf(tallies, 'macs');
  const flops = sumOf(tallies, 'elementwise');
  flops.include(macs, 2);
  return {
    irVersion: model.irVersion,
    opsets: { ...model.opsets },
    producer: model.producer,
    inputs: [...model.inputs],
    outputs: [...model.outputs],
    counts: {
      parameters: exactly([...parameters.values()].reduce((sum, count) => sum + count, 0)),
      model_bytes: exactly(model.bytes),
      macs: macs.toCount(),
      flops: flops.toCount(),
      operators: sumOf(tallies, 'executions').toCount(),
      activations: sumOf(tallies, 'activations').toCount(),
      ...structureOf(tally),
      ...weights,
    },
    macs_by_precision: macs.value === null ? null : precisionsOf(tally.nodes.values()),
    coverage: coverageOf(model),
    operators: [...tallies].map(([op, row]) => rowOf(op, row, parameters.get(op) ?? 0)).sort(byCost),
    shapes: tally.source,
  };
}

/** What each node costs, in the order of the file: the breakdown of `profileModel`, which keeps only sums. */
export function profileNodes(tally: Tally): NodeRow[] {
  const { model, nodes } = tally;
  const traffic = trafficByNode(tally);
  const parameters = parametersByNode(model);
  return [...nodes].map(([node, row]) => ({
    name: node.name,
    ...rowOf(node.op, row, parameters.get(node) ?? 0),
    macs_by_precision: row.macs.value === null ? null : precisionsOf([row]),
    memory_traffic_bytes: traffic.get(node) ?? null,
  }));
}

/** MACs by the precision of what is multiplied, most first; none of none. */
function precisionsOf(tallies: Iterable<NodeTally>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { precisions } of tallies) {
    for (const [precision, { value }] of precisions)
      sums.set(precision, (sums.get(precision) ?? 0) + (value ?? 0));
  }
  const most = [...sums].filter(([, macs]) => macs > 0).sort(([, one], [, other]) => other - one);
  return Object.fromEntries(most);
}

function exactly(amount: number): { value: number | null; reason: string | null } {
  const total = new Total();
  total.add(amount);
  return total.toCount();
}

function sumOf(tallies: ReadonlyMap<string, OperatorTally>, quantity: keyof OperatorTally): Total {
  const total = new Total();
  for (const row of tallies.values()) total.include(row[quantity]);
  return total;
}

function parametersByOperator(model: Model): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [{ op }, count] of parametersByNode(model)) counts.set(op, (counts.get(op) ?? 0) + count);
  return counts;
}

function coverageOf({ graph }: Model): StaticProfile['coverage'] {
  const ops = [...nodesWithin(graph)].map(({ op }) => op);
  const uncosted = ops.filter((op) => {
    const rule = ruleOf(op);
    return rule === undefined || rule.macs === 'unstated' || rule.elementwise === 'unstated';
  });
  return { costed: ops.length - uncosted.length, total: ops.length, uncosted: [...new Set(uncosted)].sort() };
}

function rowOf(op: string, row: OperatorTally, parameters: number): OperatorRow {
  return {
    op,
    count: row.executions.value,
    macs: row.macs.value,
    elementwise: row.elementwise.value,
    activations: row.activations.value,
    parameters,
  };
}

/** Dearest first; what is unknown could be dearer than all. */
function byCost(one: OperatorRow, other: OperatorRow): number {
  const cost = ({ macs, elementwise }: OperatorRow): [number, number] => [
    macs ?? Infinity,
    elementwise ?? Infinity,
  ];
  const [macs, elementwise] = cost(one);
  const [otherMacs, otherElementwise] = cost(other);
  if (macs !== otherMacs) return otherMacs - macs;
  if (elementwise !== otherElementwise) return otherElementwise - elementwise;
  return one.op < other.op ? -1 : 1;
}
