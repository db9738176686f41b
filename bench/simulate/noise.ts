/** Seeded noise with median 0, for simulations of rounds. */
import { normal as standardNormal, sfc32 } from '../../src/measure/random.js';

export type Noise = () => number;

export const uniform = (seed: number): Noise => sfc32(seed);

export function normal(seed: number): Noise {
  const random = sfc32(seed);
  return () => standardNormal(random);
}

/** Student's t with 3 degrees of freedom: heavy tails on both sides. */
export function heavyTailed(seed: number): Noise {
  const z = normal(seed);
  return () => z() / Math.sqrt((z() ** 2 + z() ** 2 + z() ** 2) / 3);
}

/** Lognormal less its median: a long tail on the slow side, as timings have. */
export function skewed(seed: number): Noise {
  const z = normal(seed);
  return () => Math.exp(z()) - 1;
}

/** Two times with a long tail each, and one in ten held up by a multiple of the rest: what a ratio of them does. */
export function spiked(seed: number): Noise {
  const draw = uniform(seed);
  const tail = skewed(seed + 1);
  const time = (): number => tail() / 2 + (draw() < 0.1 ? -10 * Math.log(1 - draw()) : 0);
  return () => time() - time();
}

/** Normal, each value half of the one before and half new: rounds that know of each other. */
export function autocorrelated(seed: number): Noise {
  const z = normal(seed);
  let last = z();
  return () => (last = 0.5 * last + Math.sqrt(0.75) * z());
}

export const NOISES = { normal, 'heavy-tailed': heavyTailed, skewed, spiked } as const;
