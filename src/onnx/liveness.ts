/**
 * Peak activation bytes: the most bytes that buffers of computed values take at one time (buffers.ts). A buffer lives
 * from the node that first writes to it until the last that reads what it holds (Appel and Palsberg 2002, chapter 10).
 */
import { planBuffers, type Size } from './buffers.js';
import { dataflowOf } from './dataflow.js';
import type { Graph, GraphNode } from './graph.js';

/** What liveness needs to know of a run. */
export interface Run {
  /** Of a result, the most of all executions. */
  size(node: GraphNode, result: string): Size;
  /** Whether a branch or body runs at all. */
  runs(body: Graph): boolean;
}

/** @returns bytes. */
export function peakBytes(graph: Graph, run: Run): number {
  const flow = dataflowOf(graph);
  const grown = new Float64Array(flow.order.length);
  const shrunk = new Float64Array(flow.order.length + 1);
  for (const { bytes, from, to } of planBuffers(flow, (node, result) => run.size(node, result))) {
    grown[from] = (grown[from] ?? 0) + bytes;
    shrunk[to] = (shrunk[to] ?? 0) + bytes;
  }
  let live = 0;
  let peak = 0;
  for (const [place, node] of flow.order.entries()) {
    const before = live;
    live += grown[place] ?? 0;
    peak = Math.max(peak, live, before + insideOf(node, live - before, run));
    live -= shrunk[place] ?? 0;
  }
  return peak;
}

/** Most bytes of the results and bodies of a node. A branch writes the results of its If; a loop gathers its own. */
function insideOf({ op, bodies }: GraphNode, results: number, run: Run): number {
  const peaks = bodies.filter((body) => run.runs(body)).map((body) => peakBytes(body, run));
  return Math.max(0, ...peaks) + (op === 'If' ? 0 : results);
}
