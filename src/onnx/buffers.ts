/**
 * Which values share a buffer, when a graph runs in order, one node after the other, as ONNX Runtime plans it
 * (`allocation_planner.cc`):
 *
 * - a view lies in the buffer of what it shows;
 * - an operator that works in place writes over its first operand, if nobody reads that afterwards;
 * - any other result takes a buffer that has become free and held a value of the same shape and width, the one that
 *   became free last; only then is a new one made;
 * - an answer of the graph has a buffer of its own.
 *
 * Inputs and weights have none: whoever calls owns the ones, and the others are the model's size. Nor has a second
 * result that nobody reads, such as the mask of a Dropout.
 */
import type { Dataflow } from './dataflow.js';
import type { GraphNode } from './graph.js';
import { sharesBytes, worksInPlace } from './in-place.js';
import { ruleOf } from './operators/table.js';

/** What must be the same for one value to take the buffer of another; null: never. */
export interface Size {
  readonly bytes: number;
  readonly like: string | null;
}

export interface Buffer {
  readonly bytes: number;
  /** Places in the order: of the node that first writes to it, and of the last that reads. */
  readonly from: number;
  readonly to: number;
}

/** @param size Of a result of a node. */
export function planBuffers(flow: Dataflow, size: (node: GraphNode, result: string) => Size): Buffer[] {
  return new Planner(flow, size).plan();
}

interface Planned extends Size {
  readonly from: number;
  to: number;
  /** Reads of the values in it that are still to come. */
  reads: number;
  readonly kept: boolean;
}

class Planner {
  readonly #buffers: Planned[] = [];
  readonly #of = new Map<string, Planned>();
  /** Free ones by what they may hold, the one that became free last at the end. */
  readonly #free = new Map<string, Planned[]>();
  readonly #reads = new Map<string, number>();
  readonly #answers: ReadonlySet<string>;

  constructor(
    private readonly flow: Dataflow,
    private readonly size: (node: GraphNode, result: string) => Size,
  ) {
    this.#answers = new Set(flow.graph.outputs);
    for (const node of flow.order) {
      for (const name of flow.reads(node)) this.#reads.set(name, (this.#reads.get(name) ?? 0) + 1);
    }
  }

  plan(): Buffer[] {
    for (const [place, node] of this.flow.order.entries()) {
      for (const [index, name] of node.outputs.entries()) this.#write(node, name, index, place);
      for (const name of this.flow.reads(node)) this.#read(this.#of.get(name), place);
    }
    return this.#buffers;
  }

  #write(node: GraphNode, name: string, index: number, place: number): void {
    const reads = this.#reads.get(name) ?? 0;
    const kept = this.#answers.has(name);
    if (name === '' || (reads === 0 && !kept && index > 0)) return;
    const shared = kept || index > 0 ? undefined : this.#sharedBy(node, name);
    if (shared === 'not ours') return;
    const buffer = shared ?? this.#take(this.size(node, name), place, kept);
    buffer.reads += reads;
    this.#of.set(name, buffer);
    if (reads === 0) this.#leave(buffer, place);
  }

  /** The buffer of the first operand, where the first result lies in it. */
  #sharedBy(node: GraphNode, result: string): Planned | 'not ours' | undefined {
    const { op, inputs, bodies } = node;
    const buffer = this.#of.get(inputs[0] ?? '');
    if (ruleOf(op)?.view && bodies.length === 0 && sharesBytes(op)) return buffer ?? 'not ours';
    if (!worksInPlace(op) || buffer === undefined || buffer.kept || buffer.reads > 1) return undefined;
    return buffer.bytes === this.size(node, result).bytes ? buffer : undefined;
  }

  #take({ bytes, like }: Size, place: number, kept: boolean): Planned {
    const free = kept || like === null ? undefined : this.#free.get(like)?.pop();
    if (free !== undefined) return free;
    const made = { bytes, like, from: place, to: kept ? this.flow.order.length : place, reads: 0, kept };
    this.#buffers.push(made);
    return made;
  }

  #read(buffer: Planned | undefined, place: number): void {
    if (buffer === undefined) return;
    buffer.reads--;
    this.#leave(buffer, place);
  }

  /** Frees a buffer of which nothing is read any more. */
  #leave(buffer: Planned, place: number): void {
    if (buffer.kept || buffer.reads > 0) return;
    buffer.to = place;
    if (buffer.like === null) return;
    const alike = this.#free.get(buffer.like);
    if (alike === undefined) this.#free.set(buffer.like, [buffer]);
    else alike.push(buffer);
  }
}
