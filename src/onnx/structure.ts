/**
 * Structure: how the work of a model hangs together, and what it asks of memory. All for one inference, in the order
 * of the graph: longest paths (critical-path.ts), bytes moved (traffic.ts) and bytes held (liveness.ts).
 */
import type { Size } from './buffers.js';
import { longestPath } from './critical-path.js';
import { quote } from './format-fault.js';
import type { Graph, GraphNode } from './graph.js';
import { peakBytes } from './liveness.js';
import type { Shape } from './observed.js';
import { ruleOf } from './operators/table.js';
import type { Count } from './profile.js';
import { parameterUses } from './reuse.js';
import { executionsOf, undecided, type NodeRuns } from './runs.js';
import type { OperatorTally, Tally } from './tally.js';
import { Total } from './total.js';
import { trafficOf } from './traffic.js';
import { bytesOf } from './value-types.js';

export interface StructureCounts {
  readonly macs_per_parameter: Count;
  readonly parameter_uses: Count;
  readonly depth: Count;
  readonly parallelism: Count;
  readonly memory_traffic_bytes: Count;
  readonly arithmetic_intensity: Count;
  readonly peak_activation_bytes: Count;
}

export function structureOf(tally: Tally): StructureCounts {
  const seen = new Observed(tally);
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

/** Bytes that each node reads and writes in all its executions; null where they cannot be known. */
export function trafficByNode(tally: Tally): ReadonlyMap<GraphNode, number | null> {
  const seen = new Observed(tally);
  return new Map([...tally.nodes.keys()].map((node) => [node, seen.trafficOf(node).value]));
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
  readonly #macs = new Total();
  readonly #known = (name: string): Shape | undefined => this.tally.shapes.get(name);
  /** Zero, or what lets nobody know which nodes run. */
  readonly #decided = new Total();

  constructor(private readonly tally: Tally) {
    for (const own of tally.nodes.values()) {
      this.#macs.include(own.macs);
      this.work.include(own.macs, 2);
      this.work.include(own.elementwise);
      lacksDecision(own.runs, this.#decided);
    }
  }

  /** Computing operators on the longest path. One without a rule may compute, and counts. */
  depth(): Count {
    const total = Total.copyOf(this.#decided);
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
      const own = this.tally.nodes.get(node);
      const times = own?.runs.times ?? 0;
      return own === undefined || times === 0 ? 0 : workOf(own) / times;
    });
  }

  reuse(): Pick<StructureCounts, 'macs_per_parameter' | 'parameter_uses'> {
    const { uses, parameters } = parameterUses(this.tally.model, (node) => this.#times(node));
    const all = Total.copyOf(this.#decided);
    if (all.value !== null) all.add(uses);
    return {
      macs_per_parameter: over(this.#macs, parameters, NO_PARAMETERS),
      parameter_uses: over(all, parameters, NO_PARAMETERS),
    };
  }

  traffic(): Total {
    const total = new Total();
    for (const node of this.tally.nodes.keys()) total.include(this.trafficOf(node));
    return total;
  }

  /** Of all executions of a node. */
  trafficOf(node: GraphNode): Total {
    const total = new Total();
    const runs = this.tally.nodes.get(node)?.runs;
    if (runs === undefined || lacksDecision(runs, total)) return total;
    for (const [shapeOf, times] of executionsOf(runs, this.#known)) {
      const bytes = (name: string): number => this.#bytes(node, name, shapeOf(name), total);
      total.add(times * trafficOf(node, bytes, shapeOf));
    }
    return total;
  }

  peak(): Count {
    const total = Total.copyOf(this.#decided);
    if (total.value === null) return total.toCount();
    const bytes = peakBytes(this.tally.model.graph, {
      runs: (body) => this.#timesOf(body) > 0,
      size: (node, name) => this.#size(node, name, total),
    });
    total.add(bytes);
    return total.toCount();
  }

  /** The largest that a result is in any execution. */
  #size(node: GraphNode, name: string, total: Total): Size {
    let largest: Size = { bytes: 0, like: null };
    const { shapes, nodes } = this.tally;
    const runs = nodes.get(node)?.runs;
    for (const [shapeOf] of runs === undefined ? [] : executionsOf(runs, this.#known)) {
      const shape = shapeOf(name);
      const bytes = this.#bytes(node, name, shape, total);
      const inferred = shapes.get(name) ?? [];
      const like = inferred.length === 0 ? null : `${bytes}:${inferred.join('x')}`;
      if (bytes > largest.bytes) largest = { bytes, like };
    }
    return largest;
  }

  #longest(length: (node: GraphNode) => number): number {
    return longestPath(this.tally.model.graph, {
      length,
      runs: (body, of) => {
        const times = this.#times(of);
        return times === 0 ? 0 : this.#timesOf(body) / times;
      },
    });
  }

  #timesOf({ nodes: [first] }: Graph): number {
    return first === undefined ? 0 : this.#times(first);
  }

  #times(node: GraphNode): number {
    return this.tally.nodes.get(node)?.runs.times ?? 0;
  }

  #bytes({ op }: GraphNode, name: string, shape: Shape | undefined, total: Total): number {
    const bytes = shape && bytesOf(shape, this.tally.types.told.get(name));
    if (shape === undefined) total.lack({ kind: 'open', value: `${quote(name)} (${op})` });
    else if (bytes === undefined) total.lack({ kind: 'untyped', value: `${quote(name)} (${op})` });
    return bytes ?? 0;
  }
}

/** FLOPs of a node in all its executions, zero where they are not known. */
function workOf({ macs, elementwise }: OperatorTally): number {
  const [contracted, rest] = [macs.value, elementwise.value];
  return contracted === null || rest === null ? 0 : 2 * contracted + rest;
}

function lacksDecision(runs: NodeRuns, total: Total): boolean {
  if (runs.times === null) total.lack(undecided(runs));
  return runs.times === null;
}
