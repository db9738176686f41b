/** Costs of a model, summed over what runs in one inference: for each node, for each operator type, for the whole. */
import type { ElementType } from './element-types.js';
import { executionOf } from './execution.js';
import type { GraphNode, Model } from './graph.js';
import type { InferredValue, NodeExecution } from './observed.js';
import { elements, OpenShape, type Cost } from './operators/rule.js';
import { ruleOf } from './operators/table.js';
import { precisionOf } from './precision.js';
import { nodeRuns, type NodeRuns } from './runs.js';
import { knownShapes, type Shapes } from './shapes.js';
import { Total, type Unknown } from './total.js';
import { storedTypes } from './value-types.js';

/** The costs of one operator type. */
export interface OperatorTally {
  readonly executions: Total;
  readonly macs: Total;
  readonly elementwise: Total;
  readonly activations: Total;
}

/** The costs of one node, and its MACs by their precision. */
export interface NodeTally extends OperatorTally {
  readonly precisions: Map<string, Total>;
}

/** What holds in every execution of a node. */
interface Facts {
  readonly shapes: Shapes;
  readonly types: ReadonlyMap<string, ElementType>;
  readonly constants: Model['constants'];
}

/** @returns tallies by node, in the order of the file. */
export function tallyNodes(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): ReadonlyMap<GraphNode, NodeTally> {
  const facts = {
    shapes: knownShapes(model, inferred),
    types: storedTypes(model, inferred),
    constants: model.constants,
  };
  const tallies = new Map<GraphNode, NodeTally>();
  for (const runs of nodeRuns(model, executions)) {
    const row = { ...emptyTally(), precisions: new Map<string, Total>() };
    tallies.set(runs.node, row);
    count(runs, facts, row);
  }
  return tallies;
}

/** @returns tallies by operator type, in the order of the file. */
export function byOperator(nodes: ReadonlyMap<GraphNode, NodeTally>): ReadonlyMap<string, OperatorTally> {
  const tallies = new Map<string, OperatorTally>();
  for (const [{ op }, own] of nodes) {
    const row = tallies.get(op) ?? emptyTally();
    tallies.set(op, row);
    row.executions.include(own.executions);
    for (const quantity of QUANTITIES) row[quantity].include(own[quantity]);
  }
  return tallies;
}

function emptyTally(): OperatorTally {
  return { executions: new Total(), macs: new Total(), elementwise: new Total(), activations: new Total() };
}

function count(runs: NodeRuns, facts: Facts, row: NodeTally): void {
  const { node, times, shapes, within } = runs;
  const costs = costsOf(node);
  if (times === null) {
    const undecided = { kind: 'undecided', op: within?.op ?? '', node: within?.name ?? '' } as const;
    row.executions.lack(undecided);
    for (const quantity of QUANTITIES) if (costs[quantity] !== undefined) row[quantity].lack(undecided);
    return;
  }
  row.executions.add(times);
  /** Over all executions: those whose shapes the profile tells, and the others. */
  const sum = (cost: Cost | Unknown): Total => {
    const total = new Total();
    for (const told of shapes)
      total.include(amount(node, cost, (name) => told.get(name) ?? facts.shapes.get(name), facts));
    const untold = times - shapes.length;
    if (untold > 0)
      total.include(
        amount(node, cost, (name) => facts.shapes.get(name), facts),
        untold,
      );
    return total;
  };
  for (const quantity of QUANTITIES) {
    const cost = costs[quantity];
    if (cost !== undefined) row[quantity].include(sum(cost));
  }
  divide(node, row, sum, facts);
}

/** MACs of a node by precision: nearly always one; an operator may contract parts of different types. */
function divide(node: GraphNode, row: NodeTally, sum: (cost: Cost) => Total, facts: Facts): void {
  const rule = ruleOf(node.op);
  if (rule?.macs === undefined || row.macs.value === null) return;
  const add = (contracted: typeof rule.contracts, macs: Total, times = 1): void => {
    const precision = precisionOf(node, contracted, (name) => facts.types.get(name), facts.constants);
    const total = row.precisions.get(precision) ?? new Total();
    total.include(macs, times);
    row.precisions.set(precision, total);
  };
  add(rule.contracts, row.macs);
  if (rule.apart === undefined) return;
  const apart = sum(rule.apart.macs);
  add(rule.contracts, apart, -1);
  add(rule.apart.contracts, apart);
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
  return {
    macs: stated(node, rule.macs),
    elementwise: stated(node, rule.elementwise),
    activations,
  };
}

function stated({ op }: GraphNode, cost: Cost | 'unstated' | undefined): Cost | Unknown | undefined {
  return cost === 'unstated' ? { kind: 'unstated', op } : cost;
}

/** Elements of every output that is there. */
function written({ outputs }: GraphNode): Cost {
  return (execution) =>
    outputs.reduce((sum, name, index) => (name === '' ? sum : sum + elements(execution.output(index))), 0);
}

function amount(
  node: GraphNode,
  cost: Cost | Unknown,
  shapeOf: Parameters<typeof executionOf>[1],
  { constants }: Facts,
): Total {
  const total = new Total();
  if (typeof cost !== 'function') {
    total.lack(cost);
    return total;
  }
  try {
    const operations = cost(executionOf(node, shapeOf, constants));
    if (Number.isSafeInteger(operations) && operations >= 0) total.add(operations);
    else total.lack({ kind: 'impossible', op: node.op });
  } catch (thrown) {
    if (!(thrown instanceof OpenShape)) throw thrown;
    total.lack({ kind: 'open', value: `${thrown.value} (${node.op})` });
  }
  return total;
}
