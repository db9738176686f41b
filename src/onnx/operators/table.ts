/**
 * THE table of operator rules: ai.onnx, ai.onnx.ml and what ONNX Runtime adds to them. What is not in it is uncosted,
 * and makes the totals that it touches unknown.
 */
import { ATTENTION } from './attention.js';
import { CLASSICAL } from './classical.js';
import { CONVOLUTIONS } from './convolution.js';
import { EINSUM } from './einsum.js';
import { ELEMENTWISE } from './elementwise.js';
import { EXPERTS } from './experts.js';
import { FOURIER } from './fourier.js';
import { LINEAR_ATTENTION } from './linear-attention.js';
import { MATRIX_PRODUCTS } from './matrix-product.js';
import { MOVEMENT } from './movement.js';
import { NORMALISATION } from './normalisation.js';
import { PACKED_PRODUCTS } from './packed-product.js';
import { RECURRENT } from './recurrent.js';
import { ROTATIONS } from './rotation.js';
import type { OperatorRule, OperatorRules } from './rule.js';
import { SAMPLING } from './sampling.js';
import { UNDECIDED } from './undecided.js';

/** One part for each kind of work. */
export const PARTS: readonly OperatorRules[] = [
  CONVOLUTIONS,
  MATRIX_PRODUCTS,
  PACKED_PRODUCTS,
  EINSUM,
  RECURRENT,
  ATTENTION,
  LINEAR_ATTENTION,
  EXPERTS,
  CLASSICAL,
  NORMALISATION,
  ELEMENTWISE,
  ROTATIONS,
  FOURIER,
  SAMPLING,
  MOVEMENT,
  UNDECIDED,
];

const RULES: ReadonlyMap<string, OperatorRule> = new Map(PARTS.flatMap((part) => Object.entries(part)));

/** The rule of an operator, by type with its domain (`Conv`, `com.microsoft.FusedConv`). */
export function ruleOf(op: string): OperatorRule | undefined {
  return RULES.get(op);
}
