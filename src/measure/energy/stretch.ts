/** Energy of a round: one stretch of runs for each role, between two idle ones. */
import type { Block, EnergyOfStretch, Role } from '../measurement.js';
import { type EnergyMeter, type Spent, spentBetween } from './meter.js';

/**
 * Reads the meter around stretches in which each role alone runs, and around one before and one after in which all
 * processes wait. What the machine draws idle is the lower of these: an H100 drew 120 W for seconds after its blocks and
 * 70 W later, as long as nothing ran. Blocks of timed runs are shorter than most counters can resolve, and are left
 * undisturbed.
 * @param order In which the roles run.
 * @param run Lets a role run for at least that many milliseconds.
 */
export async function measureEnergy(
  meter: EnergyMeter,
  order: readonly Role[],
  run: (role: Role, minimumMs: number) => Promise<Block>,
): Promise<Map<Role, EnergyOfStretch>> {
  let last = await meter.read();
  const spent = async (): Promise<Spent> => {
    const reading = await meter.read();
    const between = spentBetween(meter.domains, last, reading);
    last = reading;
    return between;
  };
  const idle = async (): Promise<number> => {
    await meter.rest();
    const { joules, elapsedMs } = await spent();
    return (1000 * joules) / elapsedMs;
  };
  const before = await idle();
  const stretches: [Role, Spent & { runs: number }][] = [];
  for (const role of order) {
    const { runsMs } = await run(role, meter.stretchMs);
    stretches.push([role, { ...(await spent()), runs: runsMs.length }]);
  }
  const idleWatts = Math.min(before, await idle());
  return new Map(stretches.map(([role, stretch]) => [role, { ...stretch, idleWatts }]));
}
