/** What a graph's nodes read, and an order in which every value is written before it is read. */
import { FormatFault } from './format-fault.js';
import type { Graph, GraphNode } from './graph.js';

/** A graph in an order in which it can run. */
export interface Dataflow {
  readonly graph: Graph;
  /** The order of the file where that is one to run in, which ONNX asks for; else the nearest to it. */
  readonly order: readonly GraphNode[];
  /**
   * Values that a node needs before it can start: its operands, and what its bodies see of the graphs around them.
   * Each once, absent ones left out.
   */
  reads(node: GraphNode): readonly string[];
}

/** Found once for each graph, which does not change. */
const FOUND = new WeakMap<Graph, Dataflow>();

/** @throws FormatFault for nodes that wait for each other. */
export function dataflowOf(graph: Graph): Dataflow {
  const found = FOUND.get(graph) ?? findDataflow(graph);
  FOUND.set(graph, found);
  return found;
}

/** @throws FormatFault for nodes that wait for each other, in a graph or in a body of one of its nodes. */
export function refuseCycles(graph: Graph): void {
  for (const { bodies } of dataflowOf(graph).order) for (const body of bodies) refuseCycles(body);
}

function findDataflow(graph: Graph): Dataflow {
  // Most nodes read their operands and nothing else.
  const others = new Map<GraphNode, readonly string[]>();
  for (const node of graph.nodes) {
    const reads = readsOf(node);
    if (reads !== node.inputs) others.set(node, reads);
  }
  const readBy = (node: GraphNode): readonly string[] =>
    (others.size > 0 ? others.get(node) : undefined) ?? node.inputs;
  return { graph, order: ordered(graph, readBy), reads: readBy };
}

function readsOf({ inputs, bodies }: GraphNode): readonly string[] {
  if (bodies.length === 0 && areDistinct(inputs)) return inputs;
  const names = new Set(inputs);
  for (const body of bodies) for (const name of captured(body)) names.add(name);
  names.delete('');
  return [...names];
}

/** Whether all are there, each once. Few enough to compare each with each, without a set for every node. */
function areDistinct(names: readonly string[]): boolean {
  return names.length <= FEW && names.every((name, index) => name !== '' && names.indexOf(name) === index);
}

const FEW = 8;

/** Names that a body reads and does not write: names are unique in the whole model, so these come from outside. */
function captured({ inputs, outputs, nodes }: Graph): ReadonlySet<string> {
  const names = new Set(outputs);
  for (const node of nodes) for (const name of readsOf(node)) names.add(name);
  for (const name of inputs) names.delete(name);
  for (const node of nodes) for (const name of node.outputs) names.delete(name);
  return names;
}

/** Kahn (1962), taking the first node of the file that is ready. */
function ordered({ nodes }: Graph, reads: (node: GraphNode) => readonly string[]): readonly GraphNode[] {
  const producers = new Map<string, GraphNode>();
  for (const node of nodes) for (const name of node.outputs) producers.set(name, node);
  if (isOrdered(nodes, reads, producers)) return nodes;
  const waiting = new Map<GraphNode, number>();
  const readers = new Map<GraphNode, GraphNode[]>();
  for (const node of nodes) {
    const before = new Set(reads(node).flatMap((name) => producers.get(name) ?? []));
    waiting.set(node, before.size);
    for (const each of before) readers.set(each, [...(readers.get(each) ?? []), node]);
  }
  const ready = nodes.filter((node) => waiting.get(node) === 0);
  for (const node of ready) {
    for (const reader of readers.get(node) ?? []) {
      const left = (waiting.get(reader) ?? 0) - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  if (ready.length < nodes.length) throw new FormatFault('invalid', 'has nodes that wait for each other');
  return ready;
}

function isOrdered(
  nodes: readonly GraphNode[],
  reads: (node: GraphNode) => readonly string[],
  producers: ReadonlyMap<string, GraphNode>,
): boolean {
  const done = new Set<GraphNode>();
  return nodes.every((node) => {
    const can = reads(node).every((name) => {
      const producer = producers.get(name);
      return producer === undefined || done.has(producer);
    });
    done.add(node);
    return can;
  });
}
