import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromHalfBits as decoded, toHalfBits } from '../../src/measure/half-precision.js';

/** The value of half-precision bits, by the definition of the format (IEEE 754-2019, 3.4). */
function fromHalfBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0x1f) return mantissa === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

describe('half precision', () => {
  it('is read as its format defines it', () => {
    for (let bits = 0; bits < 0x10000; bits += 1) expect(decoded(bits)).toBe(fromHalfBits(bits));
  });

  it('gives back the bits of every value that it can hold', () => {
    for (let bits = 0; bits < 0x10000; bits += 1) {
      const value = fromHalfBits(bits);
      if (!Number.isNaN(value)) expect(toHalfBits(value)).toBe(bits);
    }
  });

  it('rounds everything else to the nearest, as a search over all values does', () => {
    const values = Array.from({ length: 0x7c00 }, (_, bits) => fromHalfBits(bits));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 65504, noNaN: true }), (value) => {
        const rounded = fromHalfBits(toHalfBits(value));
        const above = values.findIndex((candidate) => candidate >= value);
        const nearest = Math.min(
          Math.abs(values[above]! - value),
          Math.abs((values[above - 1] ?? values[above]!) - value),
        );
        expect(Math.abs(rounded - value)).toBe(nearest);
      }),
    );
  });

  it('rounds ties to even', () => {
    expect(toHalfBits(1 + 1 / 2048)).toBe(0x3c00);
    expect(toHalfBits(1 + 3 / 2048)).toBe(0x3c02);
  });

  it('goes to infinity beyond the largest value', () => {
    expect(toHalfBits(65519)).toBe(0x7bff);
    expect(toHalfBits(65520)).toBe(0x7c00);
    expect(toHalfBits(-1e300)).toBe(0xfc00);
  });

  it('keeps not-a-number', () => {
    expect(fromHalfBits(toHalfBits(NaN))).toBeNaN();
  });
});
