/** The longest path through a graph, where each node has a length of its own. */
import { dataflowOf } from './dataflow.js';
import type { Graph, GraphNode } from './graph.js';

/** How long nodes are, and how often bodies run. */
export interface Lengths {
  /** Of one execution, without the bodies. */
  length(node: GraphNode): number;
  /** How often a body runs for each execution of its node. */
  runs(body: Graph, of: GraphNode): number;
}

/**
 * Length of the longest chain in which each node waits for the one before. A body starts when everything that it
 * reads is there, and its runs follow each other, as those of a Loop do.
 */
export function longestPath(graph: Graph, lengths: Lengths): number {
  const flow = dataflowOf(graph);
  const ends = new Map<string, number>();
  let longest = 0;
  for (const node of flow.order) {
    const start = flow.reads(node).reduce((latest, name) => Math.max(latest, ends.get(name) ?? 0), 0);
    const end = start + lengths.length(node) + insideOf(node, lengths);
    for (const name of node.outputs) ends.set(name, end);
    longest = Math.max(longest, end);
  }
  return longest;
}

function insideOf(node: GraphNode, lengths: Lengths): number {
  return node.bodies.reduce((sum, body) => {
    const runs = lengths.runs(body, node);
    return runs === 0 ? sum : sum + runs * longestPath(body, lengths);
  }, 0);
}
