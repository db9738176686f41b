/** Energy of a round: one idle stretch, then one stretch of runs for each role. */
import type { Block, EnergyOfStretch, Role } from '../measurement.js';
import { type EnergyMeter, type Spent, spentBetween, wattsOf } from './meter.js';

/**
 * Reads the meter around a stretch in which all processes wait and around one in which each role alone runs. What the
 * machine draws idle is the lower of the former and of what it drew before any process was there: with processes that
 * wait, and use nothing, an H100 drew 110 W, and without any 72 W. Blocks of timed runs are shorter than most counters
 * can resolve, and are left undisturbed.
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
  await meter.rest();
  const idle = await spent();
  const idleWatts = Math.min(meter.restingWatts, wattsOf(idle));
  const energies = new Map<Role, EnergyOfStretch>();
  for (const role of order) {
    const { runsMs } = await run(role, meter.stretchMs);
    energies.set(role, { ...(await spent()), runs: runsMs.length, idleWatts });
  }
  return energies;
}
