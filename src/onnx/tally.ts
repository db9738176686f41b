/** Costs of a model, summed over what runs in one inference: for each operator type, and so for the whole. */
import { executionOf } from './execution.js';
import type { GraphNode, Model } from './graph.js';
import type { InferredValue, NodeExecution } from './observed.js';
import { elements, OpenShape, type Cost, type OperatorRule } from './operators/rule.js';
import { ruleOf } from './operators/table.js';
import { nodeRuns, type NodeRuns } from './runs.js';
import { knownShapes, type Shapes } from './shapes.js';
import { Total, type Unknown } from './total.js';

/** The costs of one operator type. */
export interface OperatorTally {
  readonly executions: Total;
  readonly macs: Total;
  readonly elementwise: Total;
  readonly activations: Total;
}

/** @returns tallies by operator type, in the order of the file. */
export function tally(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): ReadonlyMap<string, OperatorTally> {
  const known = knownShapes(model, inferred);
  const tallies = new Map<string, OperatorTally>();
  for (const runs of nodeRuns(model, executions)) {
    const { op } = runs.node;
    const row = tallies.get(op) ?? emptyTally();
    tallies.set(op, row);
    count(runs, known, row);
  }
  return tallies;
}

/** The costs of one node. @param known Shapes that hold in every execution. */
export function tallyOf(runs: NodeRuns, known: Shapes): OperatorTally {
  const row = emptyTally();
  count(runs, known, row);
  return row;
}

function emptyTally(): OperatorTally {
  return { executions: new Total(), macs: new Total(), elementwise: new Total(), activations: new Total() };
}

function count(runs: NodeRuns, known: Shapes, row: OperatorTally): void {
  const { node, times, shapes, within } = runs;
  const costs = costsOf(node);
  if (times === null) {
    const undecided = { kind: 'undecided', op: within?.op ?? '', node: within?.name ?? '' } as const;
    row.executions.lack(undecided);
    for (const quantity of QUANTITIES) if (costs[quantity] !== undefined) row[quantity].lack(undecided);
    return;
  }
  row.executions.add(times);
  for (const quantity of QUANTITIES) {
    const cost = costs[quantity];
    if (cost === undefined) continue;
    for (const told of shapes)
      row[quantity].include(amount(node, cost, (name) => told.get(name) ?? known.get(name)));
    const untold = times - shapes.length;
    if (untold > 0)
      row[quantity].include(
        amount(node, cost, (name) => known.get(name)),
        untold,
      );
  }
}

const QUANTITIES = ['macs', 'elementwise', 'activations'] as const;
type Quantity = (typeof QUANTITIES)[number];

/** How each quantity is computed, or why it cannot be; absent: it is zero. */
function costsOf(node: GraphNode): Readonly<Record<Quantity, Cost | Unknown | undefined>> {
  const rule = ruleOf(node.op);
  const activations = rule?.view ? undefined : written(node);
  if (rule === undefined) {
    const unknown: Unknown = { kind: 'no rule', op: node.op };
    return { macs: unknown, elementwise: unknown, activations };
  }
  return { macs: rule.macs, elementwise: elementwiseOf(node, rule), activations };
}

function elementwiseOf({ op }: GraphNode, { elementwise }: OperatorRule): Cost | Unknown | undefined {
  return elementwise === 'unstated' ? { kind: 'unstated', op } : elementwise;
}

/** Elements of every output that is there. */
function written({ outputs }: GraphNode): Cost {
  return (execution) =>
    outputs.reduce((sum, name, index) => (name === '' ? sum : sum + elements(execution.output(index))), 0);
}

function amount(node: GraphNode, cost: Cost | Unknown, shapeOf: Parameters<typeof executionOf>[1]): Total {
  const total = new Total();
  if (typeof cost !== 'function') {
    total.lack(cost);
    return total;
  }
  try {
    const operations = cost(executionOf(node, shapeOf));
    if (Number.isSafeInteger(operations) && operations >= 0) total.add(operations);
    else total.lack({ kind: 'impossible', op: node.op });
  } catch (thrown) {
    if (!(thrown instanceof OpenShape)) throw thrown;
    total.lack({ kind: 'open', value: `${thrown.value} (${node.op})` });
  }
  return total;
}
