/**
 * Structure: how the work of a model hangs together, and what it asks of memory. All for one inference, in the order
 * of the graph: longest paths (critical-path.ts), bytes moved (traffic.ts) and bytes held (liveness.ts).
 */
import type { Size } from './buffers.js';
import { longestPath } from './critical-path.js';
import { quote } from './format-fault.js';
import type { Graph, GraphNode, Model } from './graph.js';
import { peakBytes } from './liveness.js';
import type { InferredValue, NodeExecution, Shape } from './observed.js';
import { ruleOf } from './operators/table.js';
import type { Count } from './profile.js';
import { parameterUses } from './reuse.js';
import { executionsOf, nodeRuns, type NodeRuns } from './runs.js';
import { knownShapes, type Shapes } from './shapes.js';
import { type OperatorTally, tallyOf } from './tally.js';
import { Total } from './total.js';
import { trafficOf } from './traffic.js';
import { bytesOf, valueTypes, type ValueTypes } from './value-types.js';

export interface StructureCounts {
  readonly macs_per_parameter: Count;
  readonly parameter_uses: Count;
  readonly depth: Count;
  readonly parallelism: Count;
  readonly memory_traffic_bytes: Count;
  readonly arithmetic_intensity: Count;
  readonly peak_activation_bytes: Count;
}

/** @throws FormatFault for a graph with a cycle. */
export function structureOf(
  model: Model,
  inferred: readonly InferredValue[],
  executions: readonly NodeExecution[] | null,
): StructureCounts {
  const seen = new Observed(model, inferred, executions);
  const { work } = seen;
  const traffic = seen.traffic();
  return {
    ...seen.reuse(),
    depth: seen.depth(),
    parallelism: over(work, work.value === null ? 0 : seen.criticalWork(), 'nothing is computed'),
    memory_traffic_bytes: traffic.toCount(),
    arithmetic_intensity:
      traffic.value === null ? traffic.toCount() : over(work, traffic.value, 'no memory is moved'),
    peak_activation_bytes: seen.peak(),
  };
}

const NO_PARAMETERS = 'there are no parameters';

/** @param none Why there is no ratio when the divisor is zero. */
function over(dividend: Total, divisor: number, none: string): Count {
  const { value } = dividend;
  if (value === null) return dividend.toCount();
  return divisor === 0 ? { value: null, reason: none } : { value: value / divisor, reason: null };
}

/** Everything known of one inference, node by node. */
class Observed {
  /** FLOPs of all nodes together. */
  readonly work = new Total();
  /** FLOPs of each node in all its executions. */
  readonly #workOf = new Map<GraphNode, number>();
  readonly #macs = new Total();
  readonly #known: Shapes;
  readonly #types: ValueTypes;
  readonly #runs = new Map<GraphNode, NodeRuns>();

  constructor(
    private readonly model: Model,
    inferred: readonly InferredValue[],
    executions: readonly NodeExecution[] | null,
  ) {
    this.#known = knownShapes(model, inferred);
    this.#types = valueTypes(model, inferred, executions);
    for (const runs of nodeRuns(model, executions)) {
      this.#runs.set(runs.node, runs);
      const tallied = tallyOf(runs, this.#known);
      this.#macs.include(tallied.macs);
      const work = workOf(tallied);
      this.work.include(work);
      this.#workOf.set(runs.node, work.value ?? 0);
    }
  }

  /** Computing operators on the longest path. One without a rule may compute, and counts. */
  depth(): Count {
    const total = this.#decided();
    const length = ({ op }: GraphNode): number => {
      const rule = ruleOf(op);
      return rule === undefined || rule.macs !== undefined || rule.elementwise !== undefined ? 1 : 0;
    };
    if (total.value !== null) total.add(this.#longest(length));
    return total.toCount();
  }

  /** FLOPs of the dearest path: what cannot be done at the same time, however many processors there are. */
  criticalWork(): number {
    return this.#longest((node) => {
      const times = this.#runs.get(node)?.times ?? 0;
      return times === 0 ? 0 : (this.#workOf.get(node) ?? 0) / times;
    });
  }

  reuse(): Pick<StructureCounts, 'macs_per_parameter' | 'parameter_uses'> {
    const timesOf = (node: GraphNode): number => this.#runs.get(node)?.times ?? 0;
    const { uses, parameters } = parameterUses(this.model, timesOf);
    const all = this.#decided();
    if (all.value !== null) all.add(uses);
    return {
      macs_per_parameter: over(this.#macs, parameters, NO_PARAMETERS),
      parameter_uses: over(all, parameters, NO_PARAMETERS),
    };
  }

  traffic(): Total {
    const total = new Total();
    for (const runs of this.#runs.values()) {
      if (lacksDecision(runs, total)) continue;
      for (const [shapeOf, times] of executionsOf(runs, this.#known)) {
        const bytes = (name: string): number => this.#bytes(runs.node, name, shapeOf(name), total);
        total.add(times * trafficOf(runs.node, bytes));
      }
    }
    return total;
  }

  peak(): Count {
    const total = this.#decided();
    if (total.value === null) return total.toCount();
    const bytes = peakBytes(this.model.graph, {
      runs: (body) => this.#timesOf(body) > 0,
      size: (node, name) => this.#size(node, name, total),
    });
    total.add(bytes);
    return total.toCount();
  }

  /** The largest that a result is in any execution. */
  #size(node: GraphNode, name: string, total: Total): Size {
    let largest: Size = { bytes: 0, like: null };
    const runs = this.#runs.get(node);
    for (const [shapeOf] of runs === undefined ? [] : executionsOf(runs, this.#known)) {
      const shape = shapeOf(name);
      const bytes = this.#bytes(node, name, shape, total);
      const inferred = this.#known.get(name) ?? [];
      const like = inferred.length === 0 ? null : `${bytes}:${inferred.join('x')}`;
      if (bytes > largest.bytes) largest = { bytes, like };
    }
    return largest;
  }

  #longest(length: (node: GraphNode) => number): number {
    return longestPath(this.model.graph, {
      length,
      runs: (body, of) => {
        const times = this.#runs.get(of)?.times ?? 0;
        return times === 0 ? 0 : this.#timesOf(body) / times;
      },
    });
  }

  #timesOf({ nodes: [first] }: Graph): number {
    return (first && this.#runs.get(first)?.times) ?? 0;
  }

  /** Zero, or what lets nobody know which nodes run. */
  #decided(): Total {
    const total = new Total();
    for (const runs of this.#runs.values()) lacksDecision(runs, total);
    return total;
  }

  #bytes({ op }: GraphNode, name: string, shape: Shape | undefined, total: Total): number {
    const bytes = shape && bytesOf(shape, this.#types.get(name));
    if (shape === undefined) total.lack({ kind: 'open', value: `${quote(name)} (${op})` });
    else if (bytes === undefined) total.lack({ kind: 'untyped', value: `${quote(name)} (${op})` });
    return bytes ?? 0;
  }
}

/** FLOPs of a node in all its executions. */
function workOf(row: OperatorTally): Total {
  const work = new Total();
  work.include(row.macs, 2);
  work.include(row.elementwise);
  return work;
}

function lacksDecision({ times, within }: NodeRuns, total: Total): boolean {
  if (times === null) total.lack({ kind: 'undecided', op: within?.op ?? '', node: within?.name ?? '' });
  return times === null;
}
