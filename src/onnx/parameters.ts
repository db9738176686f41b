/**
 * Parameters: elements of constant floating or quantised tensors that reach a weight operand of a computing operator,
 * each tensor once. A constant reaches an operand when only operators that rearrange, select or store it otherwise lie
 * between (`passes` in the operator table): a transposed, dequantised or looked-up weight is still that weight. Which
 * operands are weights is the operator's to say (`weights` there); one number in an addition or a product is a part of
 * a formula, not a parameter. An operator without a rule takes every constant as a weight.
 *
 * What cannot be told from a weight counts as one: a fixed position table that is added, a causal mask, a filter bank.
 */
import { executionOf } from './execution.js';
import { nodesWithin, type GraphNode, type Model } from './graph.js';
import { ruleOf } from './operators/table.js';
import type { OperatorRule } from './operators/rule.js';
import type { Constant } from './tensor.js';

/** What a constant may be, to count where it was found. */
interface Allowed {
  readonly single: boolean;
  /** `stored`: its values are weights in quantised form, biases included. `narrow`: bytes may be, indices are not. */
  readonly integers: 'none' | 'narrow' | 'stored';
}

/** What a node is the first to use. */
export interface Weights {
  readonly constants: readonly Constant[];
  /** Their elements; of a packed weight, the parameters in it. */
  readonly parameters: number;
}

/** @returns parameters by the node that first uses them, in the order of the file. */
export function parametersByNode(model: Model): ReadonlyMap<GraphNode, number> {
  return new Map([...weightsByNode(model)].map(([node, { parameters }]) => [node, parameters]));
}

/** Found once for each model, which does not change: several counts ask. */
const FOUND = new WeakMap<Model, ReadonlyMap<GraphNode, Weights>>();

/** @returns weights by the node that first uses them, in the order of the file. */
export function weightsByNode(model: Model): ReadonlyMap<GraphNode, Weights> {
  const found = FOUND.get(model) ?? findWeights(model);
  FOUND.set(model, found);
  return found;
}

function findWeights(model: Model): ReadonlyMap<GraphNode, Weights> {
  const tracer = new Tracer(model);
  const weights = new Map<GraphNode, Weights>();
  for (const node of nodesWithin(model.graph)) {
    const claimed = tracer.claim(node);
    if (claimed.parameters > 0) weights.set(node, claimed);
  }
  return weights;
}

class Tracer {
  readonly #producers = new Map<string, GraphNode>();
  readonly #handedOver = new Map<string, string[]>();
  readonly #claimed = new Set<string>();
  /** Values already traced, by what was allowed: a second visit finds nothing new. */
  readonly #visited = new Set<string>();

  /** What is not constant holds no parameters. */
  readonly #dimsOf = (name: string): readonly number[] => this.model.constants.get(name)?.dims ?? [0];

  constructor(private readonly model: Model) {
    for (const node of nodesWithin(model.graph)) {
      for (const output of node.outputs) this.#producers.set(output, node);
      for (const [from, to] of handedOver(node)) {
        this.#handedOver.set(to, [...(this.#handedOver.get(to) ?? []), from]);
      }
    }
  }

  /** The weights of a node that no node before it uses. */
  claim(node: GraphNode): Weights {
    const rule = ruleOf(node.op);
    if (rule === undefined)
      return weightsOf(this.traceAll(node.inputs, { single: false, integers: 'narrow' }));
    if (rule.weights === undefined) return weightsOf([]);
    const { operands, single, quantised, elements: packed } = rule.weights;
    const names = operands === 'all' ? node.inputs : operands.map((index) => node.inputs[index] ?? '');
    const found = this.traceAll(names, { single, integers: quantised ? 'stored' : 'none' });
    if (packed === undefined || found.length === 0) return weightsOf(found);
    const parameters = packed(executionOf(node, this.#dimsOf, this.model.constants));
    return { constants: found, parameters };
  }

  traceAll(names: readonly string[], allowed: Allowed): Constant[] {
    return names.flatMap((name) => this.trace(name, allowed));
  }

  /** Whether a value is computed: most are, and need no remembering. */
  #leadsNowhere(name: string): boolean {
    if (this.model.constants.has(name) || this.#handedOver.has(name)) return false;
    const producer = this.#producers.get(name);
    return producer === undefined || ruleOf(producer.op)?.passes === undefined;
  }

  /** Constants, claimed by nobody yet, whose values reach the value of that name. */
  trace(wanted: string, allowed: Allowed): Constant[] {
    const found: Constant[] = [];
    const pending: [string, Allowed][] = [[wanted, allowed]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [name, as] = next;
      if (this.#leadsNowhere(name)) continue;
      const visit = `${String(as.single)} ${as.integers} ${name}`;
      if (name === '' || this.#visited.has(visit)) continue;
      this.#visited.add(visit);
      const constant = this.model.constants.get(name);
      if (constant !== undefined) {
        if (this.#claimed.has(name) || !isParameter(constant, as)) continue;
        this.#claimed.add(name);
        found.push(constant);
        continue;
      }
      pending.push(...(this.#handedOver.get(name) ?? []).map((from): [string, Allowed] => [from, as]));
      const producer = this.#producers.get(name);
      if (producer !== undefined) pending.push(...passedOn(producer, as));
    }
    return found;
  }
}

function weightsOf(constants: readonly Constant[]): Weights {
  return { constants, parameters: constants.reduce((sum, { elements }) => sum + elements, 0) };
}

/**
 * Values that go into a body or out of it as they are: answers of the branches of an If, and what a Scan cuts into
 * slices, such as the stacked weights of equal layers. States that a loop carries on are no weights.
 */
export function handedOver({
  op,
  inputs,
  outputs,
  bodies,
  attributes,
}: GraphNode): [from: string, to: string][] {
  if (op === 'If') {
    return bodies.flatMap((branch) =>
      outputs.map((to, index): [string, string] => [branch.outputs[index] ?? '', to]),
    );
  }
  if (op !== 'Scan') return [];
  const slices = Number(attributes.find(({ name }) => name === 'num_scan_inputs')?.i ?? 0);
  return bodies.flatMap((body) =>
    lastOf(body.inputs, slices).map((to, index): [string, string] => [
      lastOf(inputs, slices)[index] ?? '',
      to,
    ]),
  );
}

function lastOf(names: readonly string[], count: number): readonly string[] {
  return names.slice(Math.max(0, names.length - count));
}

/** Operands whose constants reach the output of a node, and what they may be. */
function passedOn(node: GraphNode, allowed: Allowed): [string, Allowed][] {
  const passes: OperatorRule['passes'] = ruleOf(node.op)?.passes;
  if (passes === undefined) return [];
  const names = passes === 'all' ? node.inputs : passes.map((index) => node.inputs[index] ?? '');
  const as = { ...allowed, integers: afterConversion(node.op, allowed.integers) };
  return names.map((name) => [name, as]);
}

function afterConversion(op: string, integers: Allowed['integers']): Allowed['integers'] {
  if (op.endsWith('DequantizeLinear')) return 'stored';
  return op === 'Cast' && integers === 'none' ? 'narrow' : integers;
}

function isParameter({ type, elements }: Constant, { single, integers }: Allowed): boolean {
  if (elements === 1 && !single) return false;
  switch (type.class) {
    case 'floating':
      return true;
    case 'quantised':
      return integers !== 'none';
    case 'integer':
      return integers === 'stored';
    case 'other':
      return false;
  }
}
