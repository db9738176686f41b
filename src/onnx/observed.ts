/** What the runtime tells of a model: inferred shapes, and the kernels of one profiled run. */

export type Shape = readonly number[];

/** An output of the shape probe as the runtime infers it. */
export interface InferredValue {
  readonly name: string;
  readonly type: string | null;
  /** Strings are open dimensions. Null or empty where the runtime says nothing: a scalar, or an unknown rank. */
  readonly shape: readonly (number | string)[] | null;
}

/** One kernel executed in a profiled run. */
export interface NodeExecution {
  readonly node: string;
  readonly op: string;
  /** Shapes of the operands and results that are there; absent optional ones are left out. */
  readonly inputs: readonly Shape[];
  readonly outputs: readonly Shape[];
  /** Their element types in the same order, as the profile calls them (`float`); absent: nobody asked. */
  readonly inputTypes?: readonly string[];
  readonly outputTypes?: readonly string[];
}
