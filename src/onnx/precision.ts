/**
 * The precision of multiply-accumulates: that of their narrowest operand, by the type it is stored in. Weights of four
 * bits that are multiplied with half floats count as `int4`, whether packed, or behind a DequantizeLinear that a
 * runtime fuses away: a quantised model counts alike in either form.
 */
import { elementType, type ElementType } from './element-types.js';
import { executionOf } from './execution.js';
import type { GraphNode, Model } from './graph.js';
import type { Contracted } from './operators/rule.js';

/** Of an operand whose type nothing tells. */
const UNKNOWN = 'unknown';
const FIRST_TWO: Contracted = [0, 1];

const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^float(64|32|16)$/, 'fp$1'],
  [/^bfloat16$/, 'bf16'],
  [/^float([48])e.*$/, 'fp$1'],
  [/^u?int(\d+)$/, 'int$1'],
];

/** `fp32`, `bf16`, `int8`: signed and unsigned alike, the forms of eight-bit floats alike. */
export function precisionName({ name }: ElementType): string {
  const found = NAMES.find(([pattern]) => pattern.test(name));
  return found === undefined ? name : name.replace(...found);
}

/**
 * @param typeOf Type in which a value is stored, undefined where nothing tells.
 * @returns the precision of what a node contracts.
 */
export function precisionOf(
  node: GraphNode,
  contracted: Contracted = FIRST_TWO,
  typeOf: (name: string) => ElementType | undefined,
  constants: Model['constants'],
): string {
  if (typeof contracted === 'function')
    return contracted(executionOf(node, (name) => constants.get(name)?.dims, constants));
  const types = contracted.flatMap((index) => {
    const name = node.inputs[index] ?? '';
    return name === '' ? [] : [typeOf(name) ?? elementType(0)];
  });
  const [first, ...rest] = types;
  if (first === undefined || types.some(({ bits }) => bits === 0)) return UNKNOWN;
  return precisionName(rest.reduce((least, type) => (type.bits < least.bits ? type : least), first));
}
