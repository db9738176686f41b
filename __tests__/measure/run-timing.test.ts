import { describe, expect, it } from '@jest/globals';
import { rounded, timeBlock, timed, warmUp } from '../../src/measure/run-timing.js';

const nothing = (): Promise<void> => Promise.resolve();

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

  it('ends with the failure of a run', async () => {
    await expect(timeBlock(() => Promise.reject(new Error('no')), 10)).rejects.toThrow('no');
  });
});

describe('warming up', () => {
  it('runs once where a single run reaches the limit', async () => {
    let runs = 0;
    const run = (): Promise<number> => Promise.resolve((runs += 1));
    const warmed = await warmUp(run, { stretchMs: 0, agreement: 0, leastMs: 0, limitMs: 0 });
    expect(warmed.runs).toBe(1);
    expect(runs).toBe(1);
  });

  it('takes two stretches where any two agree', async () => {
    const warmed = await warmUp(nothing, { stretchMs: 0, agreement: 1e9, leastMs: 0, limitMs: 10_000 });
    expect(warmed.runs).toBe(2);
  });

  it('ends at the limit where none agree', async () => {
    const warmed = await warmUp(nothing, { stretchMs: 1, agreement: -1, leastMs: 0, limitMs: 5 });
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
