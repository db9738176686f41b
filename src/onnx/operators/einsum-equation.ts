/** The equation of an Einsum: which index each axis of an operand has, and which indices the result keeps. */
import type { Execution } from './rule.js';

export interface Equation {
  /** By operand, by axis. */
  readonly operands: readonly (readonly string[])[];
  readonly result: ReadonlySet<string>;
}

/**
 * Spaces mean nothing, `...` stands for as many indices as the operand has left, counted from
 * the last (ai.onnx Einsum).
 */
export function equationOf(execution: Execution): Equation {
  const [left = '', right] = execution.text('equation', '').replaceAll(' ', '').split('->');
  const operands = left.split(',').map((term, index) => indicesOf(term, execution.input(index).length));
  return { operands, result: new Set(right === undefined ? implied(operands) : explicit(right, operands)) };
}

function indicesOf(term: string, rank: number): string[] {
  const letters = Array.from(term.replace('...', ''));
  if (!term.includes('...')) return letters;
  const before = Array.from(term.slice(0, term.indexOf('...')));
  return [...before, ...broadcast(rank - letters.length), ...letters.slice(before.length)];
}

/** Names of unnamed indices: the last has the same name in every operand. */
function broadcast(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => `...${count - index}`);
}

function explicit(term: string, operands: Equation['operands']): string[] {
  const letters = Array.from(term.replace('...', ''));
  return term.includes('...') ? [...letters, ...unnamed(operands)] : letters;
}

/** Without a right side the result has what is unnamed and what occurs once. */
function implied(operands: Equation['operands']): string[] {
  const letters = operands.flat().filter((index) => !index.startsWith('...'));
  return [
    ...unnamed(operands),
    ...letters.filter((index) => letters.filter((other) => other === index).length === 1),
  ];
}

function unnamed(operands: Equation['operands']): string[] {
  return operands.flat().filter((index) => index.startsWith('...'));
}
