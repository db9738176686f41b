/** The value of a zero point, which is a small tensor of the model. */
import type { Source } from '../disk.js';
import type { Constant } from '../tensor.js';
import { PLAIN_ZERO, type ZeroPoint } from './non-zero.js';
import { streamPayload } from './payload.js';
import type { Role } from './roles.js';

/** Null where the model does not fix it. */
export function zeroPointOf({ zeroPoint }: Role, source: Source): ZeroPoint | null {
  if (zeroPoint === undefined) return PLAIN_ZERO;
  const { constant, axis } = zeroPoint;
  if (constant === undefined) return null;
  const bits = bitsOf(constant, source);
  const [first = 0] = bits;
  if (bits.every((each) => each === first)) return { bits: [first], stride: 1 };
  return axis?.size === bits.length ? { bits, stride: axis.stride } : null;
}

/** Low bits of each element, at most 16. */
function bitsOf({ values, elements, type: { bits: width } }: Constant, source: Source): number[] {
  if (values.kind === 'listed' || values.tensor === undefined) return [0];
  const bytes: number[] = [];
  streamPayload(values.tensor, source, (chunk) => {
    for (const byte of chunk) bytes.push(byte);
    return true;
  });
  const perByte = width < 8 ? 8 / width : 1;
  const step = Math.max(1, width / 8);
  const count = values.kind === 'filled' ? 1 : elements;
  return Array.from({ length: count }, (_, index) =>
    perByte > 1
      ? ((bytes[Math.floor(index / perByte)] ?? 0) >> (width * (index % perByte))) & (2 ** width - 1)
      : (bytes[index * step] ?? 0) | (step > 1 ? (bytes[index * step + 1] ?? 0) << 8 : 0),
  );
}
