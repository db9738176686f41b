/**
 * The processor's own counters of energy, RAPL, as Linux shows them for Intel and AMD (kernel documentation:
 * power/powercap/powercap.rst). Packages and memory are counted: cores and graphics are parts of a package, and `psys`
 * would count everything twice.
 */
import { type EnergyDomain, type EnergyMeter, type MeterSearch, movingDomains, unreadable } from './meter.js';

/** The part of a file system that the counters are read through. */
export interface SystemFiles {
  /** Names in a folder. */
  list(folder: string): Promise<string[]>;
  read(file: string): Promise<string>;
}

export interface Timing {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
}

const FOLDER = '/sys/class/powercap';
/** `intel-rapl:0` is a package and `intel-rapl:0:1` a part of it, on AMD too; `intel-rapl-mmio` shows the same again. */
const ZONE = /^intel-rapl:\d+(:\d+)?$/;
const COUNTED = /^(package-\d+|dram)$/;
/** The counters move about every millisecond (Intel SDM, volume 3, 16.10): one in a hundred of this. */
const STRETCH_MS = 100;

interface Zone extends EnergyDomain {
  readonly file: string;
}

/** Looks for counters that may be read and move. */
export async function findRapl(files: SystemFiles, { now, pause }: Timing): Promise<MeterSearch> {
  const names = (await files.list(FOLDER).catch(() => [])).filter((name) => ZONE.test(name)).sort();
  const zones = (await Promise.all(names.map((name) => zoneOf(files, name)))).filter((zone) => zone !== null);
  if (zones.length === 0) {
    return unreadable(
      `no RAPL counter in ${FOLDER}: bare-metal Linux on Intel or AMD shows one, most virtual machines do not`,
    );
  }
  const meter: Omit<EnergyMeter, 'restingWatts'> = {
    domains: zones.map(({ name, wrapsAtUj }) => ({ name, wrapsAtUj })),
    stretchMs: STRETCH_MS,
    read: async () => {
      const counters: number[] = [];
      for (const { file } of zones) counters.push(microjoules(await files.read(file)));
      return { atMs: now(), counters };
    },
    rest: async () => {
      await pause(STRETCH_MS);
    },
  };
  try {
    return await movingDomains(meter, `the RAPL counters in ${FOLDER} stood still for ${STRETCH_MS} ms`);
  } catch (thrown) {
    return unreadable(refusal(zones[0]?.file ?? FOLDER, thrown));
  }
}

async function zoneOf(files: SystemFiles, zone: string): Promise<Zone | null> {
  const text = (name: string): Promise<string> => files.read(`${FOLDER}/${zone}/${name}`);
  const name = (await text('name').catch(() => '')).trim();
  if (!COUNTED.test(name)) return null;
  const range = microjoules(await text('max_energy_range_uj').catch(() => ''));
  const [, number = '0'] = zone.split(':');
  return {
    name: name === 'dram' ? `dram-${number}` : name,
    wrapsAtUj: range > 0 ? range : null,
    file: `${FOLDER}/${zone}/energy_uj`,
  };
}

const microjoules = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : 0);

/** Since 2020 kernels let root alone read them: they leak what a processor computes (CVE-2020-8694). */
function refusal(file: string, thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM'
    ? `${file} may be read by root only: sudo chmod a+r ${FOLDER}/intel-rapl:*/energy_uj`
    : `${file} cannot be read (${code ?? String(thrown)})`;
}
