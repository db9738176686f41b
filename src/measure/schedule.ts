/** Who is launched and who runs when, within a round: drawn at random, since order alone moves timings by 1 %. */
import { ROLES } from './measurement.js';
import type { Role } from './measurement.js';
import { shuffled } from './random.js';
import type { Random } from './random.js';

export interface Schedule {
  readonly launchOrder: Role[];
  /** One order for each triple of blocks. */
  readonly runOrders: Role[][];
}

export function drawSchedule(blocks: number, random: Random): Schedule {
  return {
    launchOrder: shuffled(ROLES, random),
    runOrders: Array.from({ length: blocks }, () => shuffled(ROLES, random)),
  };
}
