/** IEEE 754 binary16, which JavaScript can neither hold nor write before Node 24. */

const MANTISSA_BITS = 10;
const EXPONENT_BIAS = 15;
const SMALLEST_NORMAL_EXPONENT = -14;
const INFINITY_BITS = 0x7c00;
const NAN_BITS = 0x7e00;
const SIGN_BIT = 0x8000;

/** A number's nearest half-precision bits, ties to even, beyond the largest to infinity (IEEE 754-2019, 4.3.1). */
export function toHalfBits(value: number): number {
  if (Number.isNaN(value)) return NAN_BITS;
  const sign = value < 0 || Object.is(value, -0) ? SIGN_BIT : 0;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return sign;
  if (magnitude === Infinity) return sign | INFINITY_BITS;
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), SMALLEST_NORMAL_EXPONENT);
  const steps = roundHalfToEven(magnitude / 2 ** (exponent - MANTISSA_BITS));
  // The implicit leading bit adds one to the exponent field, and so does a mantissa that rounds up to two.
  const bits = steps + ((exponent + EXPONENT_BIAS - 1) << MANTISSA_BITS);
  return sign | Math.min(bits, INFINITY_BITS);
}

/** The number that half-precision bits stand for. */
export function fromHalfBits(bits: number): number {
  const sign = (bits & SIGN_BIT) === 0 ? 1 : -1;
  const exponent = (bits & INFINITY_BITS) >> MANTISSA_BITS;
  const mantissa = bits & (2 ** MANTISSA_BITS - 1);
  if (exponent === INFINITY_BITS >> MANTISSA_BITS) return mantissa === 0 ? sign * Infinity : NaN;
  const implicit = exponent === 0 ? 0 : 2 ** MANTISSA_BITS;
  return sign * (implicit + mantissa) * 2 ** (Math.max(exponent, 1) - EXPONENT_BIAS - MANTISSA_BITS);
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
