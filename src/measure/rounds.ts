/** One round: a fresh process for each role, blocks in random order, one process running at any time. */
import type { Contestant, ReadyContestant } from './contestant.js';
import type { EnergyMeter } from './energy/meter.js';
import { measureEnergy } from './energy/stretch.js';
import type { Block, ProcessReadings, Role } from './measurement.js';
import type { Schedule } from './schedule.js';

export type Contestants = Readonly<Record<'base' | 'head', Contestant>>;

/**
 * Carries out a schedule.
 * @param meter Read when all timed blocks are done; null: energy is not measured.
 * @param onTimed Called when the last timed block is done and every process still lives.
 * @returns what each process yielded.
 * @throws GateError when a contestant or its process fails; no process is left behind.
 */
export async function measureRound(
  contestants: Contestants,
  schedule: Schedule,
  meter: EnergyMeter | null = null,
  onTimed: () => Promise<void> = () => Promise.resolve(),
): Promise<Record<Role, ProcessReadings>> {
  const ready = new Map<Role, ReadyContestant>();
  try {
    for (const role of schedule.launchOrder) {
      // The control is the base under another name.
      const contestant = contestants[role === 'head' ? 'head' : 'base'];
      ready.set(role, await contestant.launch());
    }
    const blocks: Record<Role, Block[]> = { base: [], head: [], control: [] };
    for (const order of schedule.runOrders) {
      for (const role of order) blocks[role].push(await present(ready, role).block());
    }
    await onTimed();
    const order = schedule.runOrders.at(-1) ?? schedule.launchOrder;
    const energies =
      meter === null
        ? null
        : await measureEnergy(meter, order, (role, minimumMs) => present(ready, role).stretch(minimumMs));
    const readings = (role: Role): ProcessReadings => {
      const energy = energies?.get(role);
      const read = { ...present(ready, role).readings, blocks: blocks[role] };
      return energy === undefined ? read : { ...read, energy };
    };
    return { base: readings('base'), head: readings('head'), control: readings('control') };
  } finally {
    await Promise.all([...ready.values()].map((contestant) => contestant.close()));
  }
}

function present(ready: ReadonlyMap<Role, ReadyContestant>, role: Role): ReadyContestant {
  const contestant = ready.get(role);
  if (contestant === undefined) throw new TypeError(`the schedule launches no ${role}`);
  return contestant;
}
