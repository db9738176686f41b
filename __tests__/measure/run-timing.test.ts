import { describe, expect, it } from '@jest/globals';
import { levelOff, rounded, timeBlock, timed, warmUp } from '../../src/measure/run-timing.js';

const nothing = (): Promise<void> => Promise.resolve();

/** Occupies the thread, as a run of the runtime does. */
function stall(milliseconds: number): Promise<void> {
  for (const from = performance.now(); performance.now() - from < milliseconds;);
  return Promise.resolve();
}

describe('a block', () => {
  it('is a single run when that is all it may last', async () => {
    expect((await timeBlock(nothing, 0)).runsMs).toHaveLength(1);
  });

  it('times every run', async () => {
    let runs = 0;
    const { runsMs, cpuMs } = await timeBlock(() => Promise.resolve((runs += 1)), 2);
    expect(runsMs).toHaveLength(runs);
    expect(runsMs.every((ms) => ms > 0)).toBe(true);
    expect(cpuMs).toBeGreaterThanOrEqual(0);
  });

  it('leaves the runs of a lead-in untimed', async () => {
    let runs = 0;
    const { runsMs } = await timeBlock(() => ((runs += 1), stall(0.5)), 2, 2);
    expect(runs).toBeGreaterThan(runsMs.length);
  });

  it('ends with the failure of a run', async () => {
    await expect(timeBlock(() => Promise.reject(new Error('no')), 10)).rejects.toThrow('no');
  });
});

describe('warming up', () => {
  it('runs once where a single run reaches the limit', async () => {
    let runs = 0;
    const run = (): Promise<number> => Promise.resolve((runs += 1));
    const warmed = await warmUp(run, { stretchMs: 0, gain: 0.01, level: 5, limitMs: 0 });
    expect(warmed.runs).toBe(1);
    expect(runs).toBe(1);
  });

  it('ends once two stretches in a row were no faster than the best before', async () => {
    const times = [9, 6, 4, 4.5, 3.9, 3.9, 3.9, 1];
    const stretch = (): Promise<number[]> => Promise.resolve([times.shift() ?? 0]);
    const warmed = await levelOff(stretch, { stretchMs: 0, gain: 0.2, level: 2, limitMs: 10_000 });
    expect(warmed).toMatchObject({ runs: 5, runMs: 3.9 });
  });

  it('ends at the limit where times go on falling', async () => {
    const warmed = await warmUp(nothing, { stretchMs: 1, gain: -Infinity, level: 2, limitMs: 5 });
    expect(warmed.elapsedMs).toBeGreaterThanOrEqual(5);
  });
});

describe('a single run', () => {
  it('takes longer than no time', async () => {
    expect(await timed(nothing)).toBeGreaterThan(0);
  });

  it('is told to a tenth of a microsecond', async () => {
    const { runsMs } = await timeBlock(nothing, 1);
    for (const ms of [...runsMs, await timed(nothing)]) expect(ms).toBe(Number(ms.toFixed(4)));
    expect(rounded(0.00001)).toBe(0.0001);
  });
});
