/** Why an NVIDIA card holds its clocks down (nvml.h, nvmlClocksEventReasons; nvidia-smi --help-query-gpu). Pure. */

/** Bits that are no trouble: idle (1), clocks that somebody set (2), clocks kept in step with other cards (16), and clocks of the display (256). */
const REASONS: readonly (readonly [bit: number, name: string])[] = [
  [0x4, 'power cap'],
  [0x8, 'hardware slowdown'],
  [0x20, 'software thermal slowdown'],
  [0x40, 'hardware thermal slowdown'],
  [0x80, 'power brake'],
];

/** @param mask As the tool writes it: `0x0000000000000004`. @returns null for what is no mask. */
export function throttleReasons(mask: string): string[] | null {
  if (!/^0x[0-9a-f]{1,16}$/i.test(mask)) return null;
  const bits = BigInt(mask);
  return REASONS.filter(([bit]) => (bits & BigInt(bit)) !== 0n).map(([, name]) => name);
}
