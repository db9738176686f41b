/**
 * Shape inference without the runtime, for graphs of very many nodes: ONNX Runtime takes time with the square of the
 * values that it is asked about, and most operators of such a graph are simple (rules.ts).
 */
import { dataflowOf } from '../dataflow.js';
import { elementType } from '../element-types.js';
import { executionOf } from '../execution.js';
import type { GraphNode, Model } from '../graph.js';
import type { InferredValue, Shape } from '../observed.js';
import { OpenShape } from '../operators/rule.js';
import { rankName } from '../shape-probe.js';
import { SHAPE_RULES } from './rules.js';

/** Fewer nodes are the runtime's to infer, which knows every operator and checks the model as it goes. */
export const MANY_NODES = 5000;

export interface SimpleInference {
  /** As the runtime would tell them. */
  readonly values: readonly InferredValue[];
  /** Values of the main graph of which nothing is known yet. */
  readonly open: ReadonlySet<string>;
}

const TRUTHS: ReadonlySet<string> = new Set(
  'And Equal Greater GreaterOrEqual IsInf IsNaN Less LessOrEqual Not Or Xor'.split(' '),
);

/** @param inputShapes Shape of every model input, by name. */
export function inferSimple(model: Model, inputShapes: ReadonlyMap<string, Shape>): SimpleInference {
  const shapes = new Map<string, Shape>();
  const types = new Map<string, string>();
  for (const { name, dims, type } of model.constants.values()) {
    shapes.set(name, dims);
    types.set(name, type.name);
  }
  const written = new Set<string>();
  const tell = (name: string, shape: Shape | undefined, type: string | undefined): void => {
    written.add(name);
    if (shape === undefined || type === undefined) return;
    shapes.set(name, shape);
    types.set(name, type);
  };
  for (const { name, type } of model.inputs) tell(name, inputShapes.get(name), type);
  for (const node of dataflowOf(model.graph).order) {
    const [first = '', ...others] = node.outputs;
    tell(first, shapeOf(node, shapes, model.constants), typeOf(node, types));
    for (const name of others) if (name !== '') written.add(name);
  }
  const values = [...written].flatMap((name) => toldOf(name, types.get(name), shapes.get(name)));
  return { values, open: new Set([...written].filter((name) => !shapes.has(name))) };
}

function shapeOf(
  node: GraphNode,
  shapes: ReadonlyMap<string, Shape>,
  constants: Model['constants'],
): Shape | undefined {
  const rule = SHAPE_RULES.get(node.op);
  if (rule === undefined) return undefined;
  try {
    const shape = rule(executionOf(node, (name) => shapes.get(name), constants));
    return shape.every((size) => Number.isSafeInteger(size) && size >= 0) ? shape : undefined;
  } catch (thrown) {
    if (thrown instanceof OpenShape) return undefined;
    throw thrown;
  }
}

/** Of the scale. */
const SCALED: ReadonlySet<string> = new Set(['RMSNormalization', 'SimplifiedLayerNormalization']);

/** The type of the first operand, but for operators that ask or convert. */
function typeOf(
  { op, inputs, attributes }: GraphNode,
  types: ReadonlyMap<string, string>,
): string | undefined {
  if (TRUTHS.has(op)) return 'bool';
  if (op === 'Cast') return elementType(Number(attributes.find(({ name }) => name === 'to')?.i ?? 0)).name;
  if (op === 'QuantizeLinear') return types.get(inputs[2] ?? '');
  if (op === 'DequantizeLinear' || op === 'Where' || op === 'CastLike' || SCALED.has(op))
    return types.get(inputs[1] ?? '');
  return types.get(inputs[0] ?? '');
}

/** A scalar is told by its rank as well (shapes.ts). */
function toldOf(name: string, type: string | undefined, shape: Shape | undefined): InferredValue[] {
  if (type === undefined || shape === undefined) return [];
  const value = { name, type, shape };
  return shape.length > 0 ? [value] : [value, { name: rankName(name), type: 'int64', shape: [0] }];
}
