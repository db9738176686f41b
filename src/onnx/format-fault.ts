/** What can be wrong with the bytes of a model, before a file name is known. */
export type FaultKind =
  | 'foreign' // no ONNX at all
  | 'lfs pointer'
  | 'truncated' // the file ends too early
  | 'damaged' // the bytes contradict each other
  | 'too large' // the graph itself, without weights
  | 'invalid'; // well-formed messages that make no model

/** Thrown by the pure modules; the reader turns it into a GateError that names the file. */
export class FormatFault extends Error {
  override readonly name = 'FormatFault';

  /** @param message What is wrong, as the end of a sentence that begins with the file's name. */
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}

const QUOTED_CHARACTERS = 80;

/** A name from a model for use in a message: one line, bounded, no control characters. */
export function quote(name: string): string {
  const printable = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '?');
  return `"${printable.length > QUOTED_CHARACTERS ? `${printable.slice(0, QUOTED_CHARACTERS)}...` : printable}"`;
}

/** A number that JavaScript holds exactly. @throws FormatFault for every other. */
export function exact(value: bigint, what: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new FormatFault('invalid', `has ${what} of ${value}, beyond 2^53`);
  return number;
}

/** Product of dimensions; 1 for a scalar. @throws FormatFault beyond 2^53. */
export function product(dims: readonly number[], what: string): number {
  const elements = dims.reduce((all, dim) => all * dim, 1);
  if (!Number.isSafeInteger(elements))
    throw new FormatFault('invalid', `has ${what} of more than 2^53 elements`);
  return elements;
}
