/** Which elements of a payload are zero. */
import type { ElementType } from '../element-types.js';

/** What stands for zero in a quantised tensor, as the low bits of an element. */
export interface ZeroPoint {
  /** One for all, or one for each index along the axis. */
  readonly bits: readonly number[];
  /** Elements from one index along the axis to the next, where there are several. */
  readonly stride: number;
}

export const PLAIN_ZERO: ZeroPoint = { bits: [0], stride: 1 };

/**
 * Marks the elements of a chunk: 1 for one that is not zero.
 * @param first Place in the tensor of the chunk's first element.
 * @returns how many elements there are.
 */
export type Mark = (chunk: Uint8Array, first: number, marks: Uint8Array) => number;

/** Bits of an element that say whether it is zero, by 32-bit words: a zero may have a sign. */
const FLOATING_WORDS: Readonly<Record<string, readonly number[]>> = {
  float32: [0x7fffffff],
  float64: [~0, 0x7fffffff],
  complex64: [0x7fffffff, 0x7fffffff],
  complex128: [~0, 0x7fffffff, ~0, 0x7fffffff],
};
/** Narrower types; of those that are not here, every bit counts: their bits of a negative zero mean something else. */
const FLOATING_BITS: Readonly<Record<string, number>> = {
  float16: 0x7fff,
  bfloat16: 0x7fff,
  float8e4m3fn: 0x7f,
  float8e5m2: 0x7f,
  float4e2m1: 0x7,
};

/** How elements of that type are marked; null for one that has no zero or no fixed width. */
export function markerOf({ name, bits, class: kind }: ElementType, zero: ZeroPoint): Mark | null {
  if (bits === 0 || name === 'float8e8m0') return null;
  if (kind === 'floating') {
    return bits >= 32 ? words(FLOATING_WORDS[name] ?? []) : narrow(bits, FLOATING_BITS[name] ?? 0xff, zero);
  }
  return bits === 32 ? words([~0]) : bits < 32 ? narrow(bits, 0xffff, zero) : null;
}

function words(masks: readonly number[]): Mark {
  const [mask = 0, ...others] = masks;
  return (chunk, _first, marks) => {
    const view = new Int32Array(chunk.buffer, chunk.byteOffset, chunk.length >> 2);
    if (others.length === 0) {
      for (let index = 0; index < view.length; index++)
        marks[index] = ((view[index] ?? 0) & mask) === 0 ? 0 : 1;
      return view.length;
    }
    const count = Math.floor(view.length / masks.length);
    for (let index = 0; index < count; index++) {
      const element = view.subarray(index * masks.length);
      marks[index] = masks.some((each, word) => ((element[word] ?? 0) & each) !== 0) ? 1 : 0;
    }
    return count;
  };
}

/** Elements of 16 bits, of 8, or several in a byte, the first in its low bits. */
function narrow(bits: number, mask: number, { bits: zeros, stride }: ZeroPoint): Mark {
  const all = 2 ** bits - 1;
  const meant = mask & all;
  const zeroAt = (place: number): number => (zeros[Math.floor(place / stride) % zeros.length] ?? 0) & meant;
  const [only] = zeros.length === 1 ? [zeroAt(0)] : [];
  const perUnit = bits < 8 ? 8 / bits : 1;
  return (chunk, first, marks) => {
    const units = bits === 16 ? new Uint16Array(chunk.buffer, chunk.byteOffset, chunk.length >> 1) : chunk;
    const count = units.length * perUnit;
    for (let index = 0; index < count; index++) {
      const unit = units[perUnit === 1 ? index : Math.floor(index / perUnit)] ?? 0;
      const element = (perUnit === 1 ? unit : unit >> (bits * (index % perUnit))) & meant;
      marks[index] = element === (only ?? zeroAt(first + index)) ? 0 : 1;
    }
    return count;
  };
}
