/** How often each node runs in one inference, and on which shapes. */
import type { Graph, GraphNode, Model } from './graph.js';
import type { NodeExecution, Shape } from './observed.js';
import { executedShapes, type Shapes } from './shapes.js';
import type { Unknown } from './total.js';

export interface NodeRuns {
  readonly node: GraphNode;
  /** Null: decided at run time by the control flow around it, and no run was profiled. */
  readonly times: number | null;
  /** Of each run that the profile tells of; it may tell of fewer than there were. */
  readonly shapes: readonly Shapes[];
  /** The If, Loop or Scan that decides. */
  readonly within: GraphNode | null;
}

/**
 * Nodes of the main graph run once. Those of a branch or body run as often as it does: its nodes all run together, so
 * the one that the profile names most often tells, should the runtime have replaced others.
 * @param executions Null when no run was profiled.
 */
export function* nodeRuns(model: Model, executions: readonly NodeExecution[] | null): Generator<NodeRuns> {
  const byNode = new Map<string, NodeExecution[]>();
  for (const execution of executions ?? []) {
    const known = byNode.get(execution.node);
    if (known === undefined) byNode.set(execution.node, [execution]);
    else known.push(execution);
  }
  const told = executions === null ? null : (node: GraphNode) => byNode.get(node.name) ?? [];
  yield* runsWithin(model.graph, { times: 1, within: null }, told, model.constants);
}

/**
 * The executions of a node that are alike: how a shape is found in them, and how many there are. Those that the profile
 * does not tell of have the shapes that hold in all.
 * @param known Shapes that hold in every execution.
 */
export function executionsOf({ times, shapes }: NodeRuns, known: ShapeOf): [ShapeOf, times: number][] {
  const told = shapes.map((own): [ShapeOf, number] => [(name) => own.get(name) ?? known(name), 1]);
  const untold = (times ?? 0) - shapes.length;
  if (untold > 0) told.push([known, untold]);
  return told;
}

/** Shape of a value by its name, undefined where it is open. */
export type ShapeOf = (name: string) => Shape | undefined;

/** Why nobody knows how often a node runs, when nobody does. */
export function undecided({ within }: NodeRuns): Unknown {
  return { kind: 'undecided', op: within?.op ?? '', node: within?.name ?? '' };
}

type Told = ((node: GraphNode) => readonly NodeExecution[]) | null;

function* runsWithin(
  graph: Graph,
  { times, within }: Pick<NodeRuns, 'times' | 'within'>,
  told: Told,
  constants: Model['constants'],
): Generator<NodeRuns> {
  for (const node of graph.nodes) {
    const shapes = (told?.(node) ?? [])
      .slice(0, times ?? 0)
      .map((execution) => executedShapes(node, execution, constants));
    yield { node, times, shapes, within };
    for (const body of node.bodies)
      yield* runsWithin(body, { times: timesOf(body, told), within: node }, told, constants);
  }
}

function timesOf(body: Graph, told: Told): number | null {
  if (told === null) return null;
  return body.nodes.reduce((most, node) => Math.max(most, told(node).length), 0);
}
