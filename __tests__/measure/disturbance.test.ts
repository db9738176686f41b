import { describe, expect, it } from '@jest/globals';
import {
  type Disturbance,
  interference,
  parseCpuTimes,
  parseWaited,
  readDisturbance,
} from '../../src/measure/disturbance.js';

const STAT = `cpu  100 5 50 800 20 3 2 20 7 1
cpu0 50 2 25 400 10 1 1 10 3 0
intr 12345
`;
const PRESSURE = `some avg10=0.46 avg60=1.99 avg300=2.00 total=22856586
full avg10=0.00 avg60=0.00 avg300=0.00 total=0
`;
const MACHINE = { cores: 2, threads: 1 };

const reading = (changes: Partial<Disturbance> = {}): Disturbance => ({
  atMs: 0,
  cpu: { total: 1000, idle: 500, steal: 20 },
  waitedMs: 100,
  load1: 0.5,
  ...changes,
});

describe('CPU times', () => {
  it('are the sum over all CPUs, with guest time counted once', () => {
    expect(parseCpuTimes(STAT)).toEqual({ total: 1000, idle: 820, steal: 20 });
  });

  it.each(['', 'cpu  1 2 3\n', 'something else'])('are unknown where %j tells no steal time', (text) => {
    expect(parseCpuTimes(text)).toBeNull();
  });
});

describe('waiting for a CPU', () => {
  it('is the total of some process stalling, in milliseconds', () => {
    expect(parseWaited(PRESSURE)).toBe(22856.586);
    expect(parseWaited('')).toBeNull();
  });
});

describe('what others did in a round', () => {
  const after = (changes: Partial<Disturbance> = {}): Disturbance =>
    reading({ atMs: 1000, cpu: { total: 1200, idle: 600, steal: 20 }, waitedMs: 120, ...changes });

  it('is told in shares of the time and in processors', () => {
    const steal = { total: 1200, idle: 590, steal: 30 };
    expect(interference(reading(), after({ cpu: steal }), MACHINE)).toEqual({
      stealShare: 0.05,
      waitShare: 0.02,
      busyCores: 1.1,
      load1: 0.5,
      disturbed: true,
    });
  });

  it('is no disturbance where the measuring process alone was at work', () => {
    expect(interference(reading(), after(), MACHINE)).toMatchObject({ busyCores: 1, disturbed: false });
  });

  it.each([
    ['another process took a core', { cpu: { total: 1200, idle: 510, steal: 20 } }],
    ['processes waited for a CPU', { waitedMs: 250 }],
    ['the hypervisor took time away', { cpu: { total: 1200, idle: 600, steal: 26 } }],
  ])('is a disturbance where %s', (_what, changes) => {
    expect(interference(reading(), after(changes), MACHINE).disturbed).toBe(true);
  });

  it('is unknown, and no disturbance, where the system tells nothing', () => {
    const silent = { cpu: null, waitedMs: null, load1: null };
    expect(interference(reading(silent), after(silent), MACHINE)).toEqual({
      stealShare: null,
      waitShare: null,
      busyCores: null,
      load1: null,
      disturbed: false,
    });
    expect(interference(reading(), reading(), MACHINE)).toMatchObject({ stealShare: null, waitShare: null });
  });
});

describe('reading this machine', () => {
  it('gives numbers or says that there are none', async () => {
    const { cpu, load1, waitedMs } = await readDisturbance();
    expect(cpu === null || cpu.total > 0).toBe(true);
    expect(waitedMs === null || waitedMs >= 0).toBe(true);
    expect(load1 === null || load1 >= 0).toBe(true);
  });
});
