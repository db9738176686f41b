/**
 * Parameter sharing: how often the average parameter is used in one inference. A network that uses each weight once
 * has 1; one that runs the same layer twelve times (ALBERT, the Universal Transformer) has few parameters and 12.
 */
import { dataflowOf } from './dataflow.js';
import type { Graph, GraphNode, Model } from './graph.js';
import { ruleOf } from './operators/table.js';
import { handedOver, weightsByNode } from './parameters.js';

/**
 * @param times Executions of a node in one inference.
 * @returns uses of all parameters together, and how many there are.
 */
export function parameterUses(
  model: Model,
  times: (node: GraphNode) => number,
): { uses: number; parameters: number } {
  const uses = usesByValue(model.graph, times);
  const sum = { uses: 0, parameters: 0 };
  for (const { constants, parameters } of weightsByNode(model).values()) {
    const elements = constants.reduce((all, each) => all + each.elements, 0);
    for (const constant of constants) {
      // Of packed weights, the elements are fewer than the parameters.
      sum.uses += (uses.get(constant.name) ?? 0) * constant.elements * (parameters / elements);
    }
    sum.parameters += parameters;
  }
  return sum;
}

/** Uses as a weight, of values and of what is the same under another name. Readers come first, for they tell. */
function usesByValue(graph: Graph, times: (node: GraphNode) => number): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const handedTo = new Map<string, string>();
  const add = (name: string, count: number): void => void uses.set(name, (uses.get(name) ?? 0) + count);
  const usesOf = (name: string): number => (uses.get(name) ?? 0) + (uses.get(handedTo.get(name) ?? '') ?? 0);
  const nodes = flattened(graph);
  for (const node of nodes) for (const [from, to] of handedOver(node)) handedTo.set(from, to);
  for (const node of nodes.toReversed()) {
    const rule = ruleOf(node.op);
    for (const [operand, name] of node.inputs.entries()) {
      if (name === '') continue;
      const weights = rule === undefined ? 'all' : rule.weights?.operands;
      if (weights === 'all' || weights?.includes(operand) === true) add(name, times(node));
      else if (rule?.passes === 'all' || rule?.passes?.includes(operand) === true)
        add(name, Math.max(0, ...node.outputs.map(usesOf)));
    }
  }
  return uses;
}

function flattened(graph: Graph): GraphNode[] {
  return dataflowOf(graph).order.flatMap((node) => [node, ...node.bodies.flatMap((body) => flattened(body))]);
}
