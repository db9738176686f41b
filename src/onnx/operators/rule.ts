/** What there is to say of an operator, for counting. */

/** One execution of a node, seen by a rule. Shapes throw `OpenShape` where they are not known. */
export interface Execution {
  /** Shape of an operand by position. */
  input(index: number): readonly number[];
  output(index: number): readonly number[];
  /** Whether an optional operand or result is there. */
  has(index: number): boolean;
  writes(index: number): boolean;
  /** Number of operands that are there. */
  readonly operands: number;
  /** The values of an operand that is a small constant of integers: an axis, a length. */
  values(index: number): readonly number[] | undefined;
  /** An integer attribute, or its default. */
  integer(name: string, otherwise: number): number;
  integers(name: string): readonly number[] | undefined;
  text(name: string, otherwise: string): string;
  real(name: string, otherwise: number): number;
  /** How many numbers a list of floats holds, such as the coefficients of a linear model. */
  reals(name: string): number;
}

export type Cost = (execution: Execution) => number;

/** Operands whose constants are parameters. */
export interface WeightOperands {
  /** `all`: the operator does not tell weights from activations. */
  readonly operands: readonly number[] | 'all';
  /**
   * Whether a single element is a parameter. Not where it may as well be part of a formula: the 0.5 of a GELU, the
   * epsilon of a norm.
   */
  readonly single: boolean;
  /** Whether the operands hold quantised weights as they are, without a DequantizeLinear before. */
  readonly quantised: boolean;
  /** Parameters in a packed operand, where they are not its elements. */
  readonly elements?: Cost;
}

/**
 * What tells the precision of MACs: the operands that are multiplied, of which the narrowest gives its name, or the
 * name itself where weights are packed into bytes.
 */
export type Contracted = readonly number[] | ((execution: Execution) => string);

export interface OperatorRule {
  /** Multiply-accumulates of one execution. Absent: none. `unstated`: some, which the data decide or a file hides. */
  readonly macs?: Cost | 'unstated';
  /** Absent: the first two operands. */
  readonly contracts?: Contracted;
  /** The part of the MACs whose operands are others than `contracts` says. */
  readonly apart?: { readonly macs: Cost; readonly contracts: Contracted };
  /** Elementwise and reduction operations of one execution. Absent: none. `unstated`: some, not costed here. */
  readonly elementwise?: Cost | 'unstated';
  readonly weights?: WeightOperands;
  /** Operands that reach the output with their values rearranged, stored otherwise or selected, not computed with. */
  readonly passes?: readonly number[] | 'all';
  /** The output is the input under another shape or name: nothing is written. */
  readonly view?: true;
}

export type OperatorRules = Readonly<Record<string, OperatorRule>>;

/** Thrown by `Execution` for a shape that is not known. */
export class OpenShape extends Error {
  override readonly name = 'OpenShape';

  constructor(readonly value: string) {
    super(`the shape of ${value} is open`);
  }
}

/** Product of dimensions. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((all, dim) => all * dim, 1);
}

/** A dimension; negative indices count from the end. 1 beyond the rank, as broadcasting has it. */
export function dimension(shape: readonly number[], axis: number): number {
  return shape.at(axis) ?? 1;
}

/** The same rule for many operators. @param names Separated by white space. */
export function all(names: string, rule: OperatorRule): OperatorRules {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, rule]),
  );
}
