/** Seeded randomness for feeds and schedules: the same seed gives the same numbers on every machine. */

/** Draws from [0, 1). */
export type Random = () => number;

const WARM_UP_DRAWS = 15;
const UINT32 = 2 ** 32;

/**
 * The generator sfc32 ("small fast counting") by Chris Doty-Humphrey, from PractRand
 * (https://pracrand.sourceforge.net/RNG_engines.txt), with the seed in its three state words.
 */
export function sfc32(seed: number, stream = 0): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.floor(seed / UINT32) | 0;
  let counter = 1;
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / UINT32;
  };
  for (let i = 0; i < WARM_UP_DRAWS; i += 1) draw();
  return draw;
}

/** A 32-bit number from a text: FNV-1a over its UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function streamOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** A draw from the standard normal distribution, by the transform of Box and Muller (1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A copy in random order, every order equally likely (sorted by random keys). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
