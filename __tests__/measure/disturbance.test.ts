import { describe, expect, it } from '@jest/globals';
import { parseCpuTimes, readDisturbance, stealShare } from '../../src/measure/disturbance.js';

const STAT = `cpu  100 5 50 800 20 3 2 20 7 1
cpu0 50 2 25 400 10 1 1 10 3 0
intr 12345
`;

describe('CPU times', () => {
  it('are the sum over all CPUs, with guest time counted once', () => {
    expect(parseCpuTimes(STAT)).toEqual({ total: 1000, steal: 20 });
  });

  it.each(['', 'cpu  1 2 3\n', 'something else'])('are unknown where %j tells no steal time', (text) => {
    expect(parseCpuTimes(text)).toBeNull();
  });
});

describe('the share of stolen time', () => {
  it('is stolen ticks over all ticks between two readings', () => {
    expect(stealShare({ total: 1000, steal: 20 }, { total: 1200, steal: 30 })).toBeCloseTo(0.05);
  });

  it.each([
    ['before is unknown', null, { total: 1, steal: 0 }],
    ['after is unknown', { total: 1, steal: 0 }, null],
    ['no tick has passed', { total: 1, steal: 0 }, { total: 1, steal: 0 }],
  ])('is unknown when %s', (_when, before, after) => {
    expect(stealShare(before, after)).toBeNull();
  });
});

describe('reading this machine', () => {
  it('gives numbers or says that there are none', async () => {
    const { cpu, load1 } = await readDisturbance();
    expect(cpu === null || cpu.total > 0).toBe(true);
    expect(load1 === null || load1 >= 0).toBe(true);
  });
});
