/** Costs of a model, summed over what runs in one inference: for each node, for each operator type, for the whole. */
import type { ElementType } from './element-types.js';
import { executionOf } from './execution.js';
import type { GraphNode, Model } from './graph.js';
import type { InferredValue, NodeExecution } from './observed.js';
import { elements, OpenShape, type Cost, type Execution } from './operators/rule.js';
import { ruleOf } from './operators/table.js';
import { precisionOf } from './precision.js';
import type { StaticProfile } from './profile.js';
import { executionsOf, nodeRuns, undecided, type NodeRuns, type ShapeOf } from './runs.js';
import { knownShapes, type Shapes } from './shapes.js';
import { Total, type Unknown } from './total.js';
import { valueTypes, type ValueTypes } from './value-types.js';

/** A model in one inference: what is known of its values, how often its nodes run, and what each costs. */
export interface Tally {
  readonly model: Model;
  /** Shapes that hold in every execution. */
  readonly shapes: Shapes;
  readonly types: ValueTypes;
  /** In the order of the file, bodies included. */
  readonly nodes: ReadonlyMap<GraphNode, NodeTally>;
  /** What the shapes are known from. */
  readonly source: StaticProfile['shapes'];
}

/** The costs of one operator type. */
export interface OperatorTally {
  readonly executions: Total;
  readonly macs: Total;
  readonly elementwise: Total;
  readonly activations: Total;
}

/** The costs of one node, and its MACs by their precision. */
export interface NodeTally extends OperatorTally {
  readonly runs: NodeRuns;
  readonly precisions: ReadonlyMap<string, Total>;
}

interface Facts {
  readonly model: Model;
  readonly shapeOf: ShapeOf;
  readonly storedType: (name: string) => ElementType | undefined;
}

/**
 * Tallies every node of a model.
 * @param inferred Metadata of the outputs of the shape probe.
 * @param executions Kernels of a run of the profile probe, null when there was none.
 */
export function tallyModel(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): Tally {
  const shapes = knownShapes(model, inferred);
  const types = valueTypes(model, inferred, executions);
  const facts: Facts = {
    model,
    shapeOf: (name) => shapes.get(name),
    storedType: (name) => types.stored.get(name),
  };
  const nodes = new Map<GraphNode, NodeTally>();
  for (const runs of nodeRuns(model, executions)) {
    nodes.set(runs.node, tallyOf(runs, facts));
  }
  const source =
    executions !== null ? 'inference and a profiled run' : inferred.length > 0 ? 'inference' : 'none';
  return { model, shapes, types, nodes, source };
}

/** @returns tallies by operator type, in the order of the file. */
export function byOperator({ nodes }: Tally): ReadonlyMap<string, OperatorTally> {
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

function tallyOf(runs: NodeRuns, facts: Facts): NodeTally {
  const { node, times } = runs;
  const rule = ruleOf(node.op);
  const sum = totaller(runs, facts);
  const unknown: Unknown | undefined = rule === undefined ? { kind: 'no rule', op: node.op } : undefined;
  const macs = sum(unknown ?? stated(node, rule?.macs));
  return {
    runs,
    executions: times === 1 ? ONCE : times === null ? sum(undecided(runs)) : Total.of(times),
    macs,
    elementwise: sum(unknown ?? stated(node, rule?.elementwise)),
    activations: sum(rule?.view ? undefined : written(node)),
    precisions: times === null ? NONE : precisionsOf(node, macs, sum, facts),
  };
}

/** What most nodes have: one execution, no MACs. Shared, and never added to. */
const ONCE = Total.of(1);
const NOTHING = new Total();
const NONE: ReadonlyMap<string, Total> = new Map();

/** Sums a cost over all executions of a node. */
function totaller(runs: NodeRuns, { shapeOf, model }: Facts): (cost: Cost | Unknown | undefined) => Total {
  const { node, times } = runs;
  const executions = executionsOf(runs, shapeOf);
  const seen = executions.map(([shapes]) => executionOf(node, shapes, model.constants));
  return (cost) => {
    if (cost === undefined) return NOTHING;
    const total = new Total();
    if (times === null) total.lack(undecided(runs));
    for (const [index, execution] of seen.entries())
      addTo(total, node, cost, execution, executions[index]?.[1] ?? 0);
    return total;
  };
}

/** MACs of a node by precision: nearly always one; an operator may contract parts of different types. */
function precisionsOf(
  node: GraphNode,
  all: Total,
  sum: (cost: Cost) => Total,
  { storedType, model: { constants } }: Facts,
): ReadonlyMap<string, Total> {
  const rule = ruleOf(node.op);
  if (rule?.macs === undefined || all.value === null) return NONE;
  const precisions = new Map<string, Total>();
  const add = (contracted: typeof rule.contracts, macs: Total, times = 1): void => {
    const precision = precisionOf(node, contracted, storedType, constants);
    const total = precisions.get(precision) ?? new Total();
    total.include(macs, times);
    precisions.set(precision, total);
  };
  add(rule.contracts, all);
  if (rule.apart === undefined) return precisions;
  const apart = sum(rule.apart.macs);
  add(rule.contracts, apart, -1);
  add(rule.apart.contracts, apart);
  return precisions;
}

const QUANTITIES = ['macs', 'elementwise', 'activations'] as const;
/** How a quantity is computed, or why it cannot be; undefined: it is zero. */
function stated({ op }: GraphNode, cost: Cost | 'unstated' | undefined): Cost | Unknown | undefined {
  return cost === 'unstated' ? { kind: 'unstated', op } : cost;
}

/** Elements of every output that is there. */
function written({ outputs }: GraphNode): Cost {
  return (execution) =>
    outputs.reduce((sum, name, index) => (name === '' ? sum : sum + elements(execution.output(index))), 0);
}

/** Adds what so many executions cost that are alike. */
function addTo(
  total: Total,
  { op }: GraphNode,
  cost: Cost | Unknown,
  execution: Execution,
  alike: number,
): void {
  if (typeof cost !== 'function') {
    total.lack(cost);
    return;
  }
  try {
    const operations = cost(execution);
    if (Number.isSafeInteger(operations) && operations >= 0) total.add(alike * operations);
    else total.lack({ kind: 'impossible', op });
  } catch (thrown) {
    if (!(thrown instanceof OpenShape)) throw thrown;
    total.lack({ kind: 'open', value: `${thrown.value} (${op})` });
  }
}
