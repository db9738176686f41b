/** Element types of tensors (TensorProto.DataType, onnx.proto). */

/**
 * What constants of the type can be: weights (`floating`), weights in quantised form (`quantised`), biases of
 * quantised operators and indices (`integer`), or neither.
 */
export type TypeClass = 'floating' | 'quantised' | 'integer' | 'other';

export interface ElementType {
  readonly code: number;
  /** As ONNX Runtime names it. */
  readonly name: string;
  readonly bits: number;
  readonly class: TypeClass;
}

const TYPES: readonly ElementType[] = [
  { code: 1, name: 'float32', bits: 32, class: 'floating' },
  { code: 2, name: 'uint8', bits: 8, class: 'quantised' },
  { code: 3, name: 'int8', bits: 8, class: 'quantised' },
  { code: 4, name: 'uint16', bits: 16, class: 'quantised' },
  { code: 5, name: 'int16', bits: 16, class: 'quantised' },
  { code: 6, name: 'int32', bits: 32, class: 'integer' },
  { code: 7, name: 'int64', bits: 64, class: 'other' },
  { code: 8, name: 'string', bits: 0, class: 'other' },
  { code: 9, name: 'bool', bits: 8, class: 'other' },
  { code: 10, name: 'float16', bits: 16, class: 'floating' },
  { code: 11, name: 'float64', bits: 64, class: 'floating' },
  { code: 12, name: 'uint32', bits: 32, class: 'other' },
  { code: 13, name: 'uint64', bits: 64, class: 'other' },
  { code: 14, name: 'complex64', bits: 64, class: 'floating' },
  { code: 15, name: 'complex128', bits: 128, class: 'floating' },
  { code: 16, name: 'bfloat16', bits: 16, class: 'floating' },
  { code: 17, name: 'float8e4m3fn', bits: 8, class: 'floating' },
  { code: 18, name: 'float8e4m3fnuz', bits: 8, class: 'floating' },
  { code: 19, name: 'float8e5m2', bits: 8, class: 'floating' },
  { code: 20, name: 'float8e5m2fnuz', bits: 8, class: 'floating' },
  { code: 21, name: 'uint4', bits: 4, class: 'quantised' },
  { code: 22, name: 'int4', bits: 4, class: 'quantised' },
  { code: 23, name: 'float4e2m1', bits: 4, class: 'floating' },
  { code: 24, name: 'float8e8m0', bits: 8, class: 'floating' },
  { code: 25, name: 'uint2', bits: 2, class: 'quantised' },
  { code: 26, name: 'int2', bits: 2, class: 'quantised' },
];

const BY_CODE: ReadonlyMap<number, ElementType> = new Map(TYPES.map((type) => [type.code, type]));

/** The type of that code; a code from a later version of the format keeps its number as its name. */
export function elementType(code: number): ElementType {
  return BY_CODE.get(code) ?? { code, name: `type ${code}`, bits: 0, class: 'other' };
}

/** Names that the runtime's profile has of its own (ONNX Runtime 1.30). */
const ALIASES: Readonly<Record<string, string>> = { float: 'float32', double: 'float64' };
const BY_NAME: ReadonlyMap<string, ElementType> = new Map(TYPES.map((type) => [type.name, type]));

/** The type that ONNX Runtime calls so, in metadata or in a profile. */
export function elementTypeNamed(name: string): ElementType | undefined {
  return BY_NAME.get(ALIASES[name] ?? name);
}

export const FLOAT32 = 1;
export const INT64 = 7;
export const STRING = 8;
const INT32 = 6;

/** Types that ONNX Runtime's JavaScript binding cannot tell the shape of (tried with 1.30). */
const UNLISTABLE = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]);

export function isListable(code: number): boolean {
  return !UNLISTABLE.has(code);
}

export function isIndex(code: number): boolean {
  return code === INT64 || code === INT32;
}
