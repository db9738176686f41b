/** The static profile of a model: its counts, their coverage and the table by operator. Pure. */
import { nodesWithin, type Model } from './graph.js';
import type { InferredValue, NodeExecution } from './observed.js';
import { ruleOf } from './operators/table.js';
import { parametersByNode } from './parameters.js';
import type { OperatorRow, StaticProfile } from './profile.js';
import { structureOf } from './structure.js';
import { tally, type OperatorTally } from './tally.js';
import { Total } from './total.js';
import { unreadWeights, type WeightCounts } from './weights/count.js';

/**
 * Whether one profiled run would tell more than inference did: control flow chooses what runs, or a shape that costs
 * depend on stayed open.
 */
export function needsProfiledRun(model: Model, inferred: readonly InferredValue[]): boolean {
  if (model.graph.nodes.some(({ bodies }) => bodies.length > 0)) return true;
  const tallies = [...tally(model, inferred, null).values()];
  return tallies.some((row) => row.macs.isOpen || row.elementwise.isOpen || row.activations.isOpen);
}

/**
 * Counts a model.
 * @param inferred Metadata of the outputs of the shape probe.
 * @param executions Kernels of a run of the profile probe, null when there was none.
 * @param weights What their values tell, or why they were not read.
 */
export function profileModel(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
  weights: WeightCounts = unreadWeights('the weights were not read'),
): StaticProfile {
  const tallies = tally(model, inferred, executions);
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
      ...structureOf(model, inferred, executions),
      ...weights,
    },
    coverage: coverageOf(model),
    operators: [...tallies].map(([op, row]) => rowOf(op, row, parameters.get(op) ?? 0)).sort(byCost),
    shapes: executions !== null ? 'inference and a profiled run' : inferred.length > 0 ? 'inference' : 'none',
  };
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
    return rule === undefined || rule.elementwise === 'unstated';
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
