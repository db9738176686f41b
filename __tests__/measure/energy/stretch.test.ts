import { describe, expect, it } from '@jest/globals';
import type { EnergyMeter } from '../../../src/measure/energy/meter.js';
import { measureEnergy } from '../../../src/measure/energy/stretch.js';
import type { Role } from '../../../src/measure/measurement.js';

const ORDER: readonly Role[] = ['head', 'base', 'control'];
const WATTS: Readonly<Record<Role, number>> = { base: 30, head: 20, control: 30 };
const IDLE_WATTS = 10;
const RANGE = 5_000_000;

/** A machine whose counter moves in steps of so many microjoules while a simulated time passes. */
function simulated({ stepUj = 1, waitingWatts = IDLE_WATTS } = {}) {
  let [now, microjoules] = [0, 0];
  const pass = (ms: number, watts: number): void => {
    now += ms;
    microjoules += watts * ms * 1000;
  };
  const meter: EnergyMeter = {
    domains: [{ name: 'package-0', wrapsAtUj: RANGE }],
    restingWatts: IDLE_WATTS,
    stretchMs: 100,
    read: () =>
      Promise.resolve({ atMs: now, counters: [(Math.floor(microjoules / stepUj) * stepUj) % RANGE] }),
    rest: () => {
      pass(100, waitingWatts);
      return Promise.resolve();
    },
  };
  const run = (role: Role, minimumMs: number) => {
    pass(minimumMs, WATTS[role]);
    return Promise.resolve({ runsMs: [minimumMs / 2, minimumMs / 2], cpuMs: 1 });
  };
  return { meter, run };
}

describe('energy of a round', () => {
  it('belongs to the role that ran, with what the idle machine draws beside it', async () => {
    const { meter, run } = simulated();
    const energies = await measureEnergy(meter, ORDER, run);
    // 30 W, 20 W and 30 W for 0.1 s each; the counter wraps around on the way.
    expect([...energies]).toEqual([
      ['head', { joules: 2, elapsedMs: 100, runs: 2, idleWatts: IDLE_WATTS }],
      ['base', { joules: 3, elapsedMs: 100, runs: 2, idleWatts: IDLE_WATTS }],
      ['control', { joules: 3, elapsedMs: 100, runs: 2, idleWatts: IDLE_WATTS }],
    ]);
  });

  it('is held against the machine at rest where processes that only wait draw more', async () => {
    const { meter, run } = simulated({ waitingWatts: IDLE_WATTS + 15 });
    expect((await measureEnergy(meter, ORDER, run)).get('base')).toMatchObject({ idleWatts: IDLE_WATTS });
  });

  it('is nothing, and not a guess, where the counter moves more rarely than roles change', async () => {
    const { meter, run } = simulated({ stepUj: 1e12 });
    const energies = await measureEnergy(meter, ORDER, run);
    expect(energies.get('head')).toEqual({ joules: 0, elapsedMs: 100, runs: 2, idleWatts: 0 });
  });
});
