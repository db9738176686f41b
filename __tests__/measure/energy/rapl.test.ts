import { describe, expect, it } from '@jest/globals';
import { spentBetween } from '../../../src/measure/energy/meter.js';
import { findRapl, type SystemFiles } from '../../../src/measure/energy/rapl.js';

/** As a server with two packages shows itself: packages, their cores and memories, and the same again over MMIO. */
const SERVER: Readonly<Record<string, string>> = {
  'intel-rapl/enabled': '1\n',
  'intel-rapl:0/name': 'package-0\n',
  'intel-rapl:0/max_energy_range_uj': '262143328850\n',
  'intel-rapl:0/energy_uj': '262143000000\n',
  'intel-rapl:0:0/name': 'core\n',
  'intel-rapl:0:0/energy_uj': '5000000\n',
  'intel-rapl:0:1/name': 'dram\n',
  'intel-rapl:0:1/max_energy_range_uj': '65712999613\n',
  'intel-rapl:0:1/energy_uj': '1000000\n',
  'intel-rapl:1/name': 'package-1\n',
  'intel-rapl:1/max_energy_range_uj': '262143328850\n',
  'intel-rapl:1/energy_uj': '7000000\n',
  'intel-rapl:2/name': 'psys\n',
  'intel-rapl:2/energy_uj': '9000000\n',
  'intel-rapl-mmio:0/name': 'package-0\n',
  'intel-rapl-mmio:0/energy_uj': '262143000000\n',
};
const ROOT = '/sys/class/powercap/';

/** A file system whose counters advance by so much whenever someone pauses. */
function machine(texts: Readonly<Record<string, string>>, advance: Readonly<Record<string, number>>) {
  const counters = new Map(Object.entries(texts));
  const files: SystemFiles = {
    list: () => Promise.resolve([...new Set([...counters.keys()].map((file) => file.split('/')[0] ?? ''))]),
    read: (file) => {
      const text = counters.get(file.slice(ROOT.length));
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
    },
  };
  let now = 0;
  const pause = (ms: number): Promise<void> => {
    now += ms;
    for (const [zone, by] of Object.entries(advance)) {
      const range = Number(counters.get(`${zone}/max_energy_range_uj`) ?? Infinity);
      const next = Number(counters.get(`${zone}/energy_uj`)) + by;
      counters.set(`${zone}/energy_uj`, `${next > range ? next - range : next}\n`);
    }
    return Promise.resolve();
  };
  return { files, timing: { now: () => now, pause } };
}

const EVERY = {
  'intel-rapl:0': 500_000,
  'intel-rapl:0:0': 400_000,
  'intel-rapl:0:1': 100_000,
  'intel-rapl:1': 200_000,
  'intel-rapl:2': 900_000,
  'intel-rapl-mmio:0': 500_000,
};

describe('the RAPL counters', () => {
  it('are those of packages and memory, and nothing is counted twice', async () => {
    const { files, timing } = machine(SERVER, EVERY);
    const found = await findRapl(files, timing);
    if (found.status === 'unreadable') throw new Error(found.reason);
    const { meter } = found;
    expect(meter.domains.map(({ name }) => name)).toEqual(['package-0', 'dram-0', 'package-1']);
    const before = await meter.read();
    await meter.rest();
    // 0.5 J and 0.2 J of packages, 0.1 J of memory.
    expect(spentBetween(meter.domains, before, await meter.read())).toEqual({
      joules: 0.8,
      elapsedMs: meter.stretchMs,
    });
  });

  it('go on counting when one wraps around', async () => {
    // The first package is 328,850 uJ below its range, and wraps while the meter looks whether it moves.
    const { files, timing } = machine(SERVER, { ...EVERY, 'intel-rapl:0': 200_000 });
    const found = await findRapl(files, timing);
    if (found.status === 'unreadable') throw new Error(found.reason);
    const before = await found.meter.read();
    await found.meter.rest();
    const after = await found.meter.read();
    expect(after.counters[0]).toBeLessThan(before.counters[0] ?? 0);
    expect(spentBetween(found.meter.domains, before, after).joules).toBeCloseTo(0.5, 9);
  });

  it('leave out a domain that stands still', async () => {
    const { files, timing } = machine(SERVER, { ...EVERY, 'intel-rapl:0:1': 0 });
    expect(await findRapl(files, timing)).toMatchObject({
      meter: { domains: [{ name: 'package-0' }, { name: 'package-1' }] },
    });
  });

  it('are no meter where all of them stand still', async () => {
    const { files, timing } = machine(SERVER, {});
    expect(await findRapl(files, timing)).toEqual({
      status: 'unreadable',
      reason: 'the RAPL counters in /sys/class/powercap stood still for 100 ms',
    });
  });

  it('that root alone may read are named with the command that lets others', async () => {
    const { files, timing } = machine(SERVER, EVERY);
    const denied: SystemFiles = {
      ...files,
      read: (file) =>
        file.endsWith('energy_uj')
          ? Promise.reject(Object.assign(new Error('permission denied'), { code: 'EACCES' }))
          : files.read(file),
    };
    expect(await findRapl(denied, timing)).toEqual({
      status: 'unreadable',
      reason:
        '/sys/class/powercap/intel-rapl:0/energy_uj may be read by root only: sudo chmod a+r /sys/class/powercap/intel-rapl:*/energy_uj',
    });
  });

  it('are missed where there is no such folder', async () => {
    const { timing } = machine({}, {});
    const none: SystemFiles = {
      list: () => Promise.reject(new Error('ENOENT')),
      read: () => Promise.reject(new Error('ENOENT')),
    };
    expect(await findRapl(none, timing)).toMatchObject({
      reason: expect.stringContaining('no RAPL counter in /sys/class/powercap'),
    });
  });
});
