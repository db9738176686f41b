import { describe, expect, it } from '@jest/globals';
import { type EnergyReading, spentBetween } from '../../../src/measure/energy/meter.js';
import { findNvml, parseCards } from '../../../src/measure/energy/nvml.js';

/** Recorded on an H100, two seconds and a bit apart: idle three times, then busy with matrix products. */
const RECORDED = ['0 2109087', '0 2262013', '0 2414791', '0 4225029', '0 5641135', '0 7070791'];

function recorded(outputs: readonly string[], periodMs = 2080) {
  let [asked, now] = [0, 0];
  const run = () => Promise.resolve(`${outputs[Math.min(asked++, outputs.length - 1)] ?? ''}\n`);
  const pause = () => Promise.resolve();
  return { run, timing: { now: () => (now += periodMs), pause } };
}

describe("NVIDIA's counters", () => {
  it('give what a card was recorded to draw, idle and busy', async () => {
    const { run, timing } = recorded(['0 1', '0 1', '0 2', ...RECORDED]);
    const found = await findNvml(run, timing);
    if (found.status === 'unreadable') throw new Error(found.reason);
    const readings: EnergyReading[] = [];
    for (let i = 0; i < 6; i++) readings.push(await found.meter.read());
    const watts = readings.slice(1).map((to, index) => {
      const { joules, elapsedMs } = spentBetween(found.meter.domains, readings[index] ?? to, to);
      return Math.round((1000 * joules) / elapsedMs);
    });
    // Between the third and the fourth reading lay the start of the work and six seconds more.
    expect(watts).toEqual([74, 73, 870, 681, 687]);
  });

  it('are read of every card that has one', () => {
    expect(parseCards('0 2109087\n1 error 3\n2 7\n')).toEqual([
      { card: '0', microjoules: 2_109_087_000 },
      { card: '2', microjoules: 7000 },
    ]);
  });

  it('are read of the chosen card alone', async () => {
    const { run, timing } = recorded(['0 1\n1 1', '0 2\n1 5', '0 3\n1 9']);
    const found = await findNvml(run, timing, 1);
    if (found.status === 'unreadable') throw new Error(found.reason);
    expect(found.meter.domains).toEqual([{ name: 'gpu-1', wrapsAtUj: null }]);
    expect((await found.meter.read()).counters).toEqual([9000]);
  });

  it('are no meter on cards without one, nor where they stand still', async () => {
    const without = recorded(['0 error 3']);
    expect(await findNvml(without.run, without.timing)).toEqual({
      status: 'unreadable',
      reason: 'no NVIDIA card here counts its energy: those since Volta do',
    });
    const still = recorded(['0 5']);
    expect(await findNvml(still.run, still.timing)).toMatchObject({
      reason: 'the NVIDIA counters stood still for 2 s',
    });
  });

  it('cannot be asked without Python or the library, and the last line of what was said is told', async () => {
    const { timing } = recorded([]);
    const run = () =>
      Promise.reject(new Error('Traceback ...\nOSError: libnvidia-ml.so.1: cannot open shared object file'));
    expect(await findNvml(run, timing)).toMatchObject({
      reason:
        'NVML cannot be asked through python3 and libnvidia-ml.so.1 (OSError: libnvidia-ml.so.1: cannot open shared object file)',
    });
  });
});
