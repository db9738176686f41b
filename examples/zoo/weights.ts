/** Where the values of weights come from. */

/** `shapes only`: `ConstantOfShape` nodes, a model of any size in a few kilobytes, for counting. */
export type WeightSource =
  | { readonly kind: 'shapes only' }
  | { readonly kind: 'stored'; values(shape: readonly number[], fanIn: number): Float32Array };

export const shapesOnly: WeightSource = { kind: 'shapes only' };

/** Uniform weights with the variance 1 / fan-in (LeCun et al. 1998), the same for the same seed. */
export function seeded(seed: number): WeightSource {
  const random = mulberry32(seed);
  return {
    kind: 'stored',
    values(shape, fanIn) {
      const bound = Math.sqrt(3 / fanIn);
      const length = shape.reduce((all, dim) => all * dim, 1);
      return Float32Array.from({ length }, () => (2 * random() - 1) * bound);
    },
  };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
