/**
 * Elementwise work that several rules count. The unit is one operation on one element, transcendental functions
 * included: a stated convention, not a prediction of time. A fused operator counts what its written-out graph does.
 */
import { elements, type Cost, type Execution } from './rule.js';

/** So many operations for each element of the first result. */
export const each =
  (operations: number): Cost =>
  (execution) =>
    operations * elements(execution.output(0));

/** So many operations for each element of an operand. */
export const eachOf =
  (index: number, operations = 1): Cost =>
  (execution) =>
    operations * elements(execution.input(index));

export const together =
  (...costs: Cost[]): Cost =>
  (execution) =>
    costs.reduce((sum, cost) => sum + cost(execution), 0);

/** One addition for each element of the result when the operand, a bias or a residual, is there. */
export const added =
  (...operands: number[]): Cost =>
  (execution) =>
    operands.filter((index) => execution.has(index)).length * elements(execution.output(0));

/** x/2 (1 + erf(x / sqrt 2)): quotient, error function, sum, two products (ai.onnx Gelu). */
export const GELU = 5;
/** Its approximation by tanh: cube, product, sum, product, tanh, sum, two products (ai.onnx Gelu). */
export const TANH_GELU = 8;
/** x sigmoid(x). */
export const SILU = 2;
/** x sigmoid(alpha x). */
export const QUICK_GELU = 3;
/** Maximum, difference, exponential, sum, quotient. */
export const SOFTMAX = 5;
/** A scale and a zero point. */
export const QUANTISATION = 2;

const ACTIVATIONS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['none', 0],
  ['identity', 0],
  ['gelu', GELU],
  ['silu', SILU],
  ['swish', SILU],
  // silu(gate) x up
  ['swiglu', SILU + 1],
]);

/** Operations for each value of the activation that an attribute names; Relu, Tanh and their like are one. */
export function activationOf(execution: Execution, attribute = 'activation', otherwise = ''): number {
  const name = execution.text(attribute, otherwise).toLowerCase();
  return ACTIVATIONS.get(name) ?? 1;
}

/** The activation that a fused operator applies to its result. */
export const activated: Cost = (execution) => activationOf(execution) * elements(execution.output(0));
