/**
 * NVIDIA's counter of energy (NVML, nvmlDeviceGetTotalEnergyConsumption: millijoules since the driver was loaded,
 * from Volta on). nvidia-smi has no query for it (looked for in driver 580), so a few lines of Python ask the
 * library, which comes with every driver.
 */
import { messageOf } from '../../errors.js';
import type { QueryCommand } from '../query-command.js';
import { type EnergyMeter, type MeterSearch, movingDomains, unreadable } from './meter.js';
import type { Timing } from './rapl.js';

/** One line for each card: its number and its millijoules, or the library's error. */
export const PROGRAM = `
from ctypes import CDLL, byref, c_uint, c_ulonglong, c_void_p
nvml = CDLL("libnvidia-ml.so.1")
assert nvml.nvmlInit_v2() == 0, "nvmlInit failed"
count, card, energy = c_uint(), c_void_p(), c_ulonglong()
nvml.nvmlDeviceGetCount_v2(byref(count))
for index in range(count.value):
    nvml.nvmlDeviceGetHandleByIndex_v2(index, byref(card))
    status = nvml.nvmlDeviceGetTotalEnergyConsumption(card, byref(energy))
    print(index, energy.value if status == 0 else f"error {status}")
`;

/** Seen on an H100: the counter moves every 100 ms, so that 2 s are resolved to a twentieth. */
const STRETCH_MS = 2000;
const MICROJOULES = 1000;
const LINE = /^(\d+) (\d+)$/gm;

/** The cards that count, each with its microjoules. */
export function parseCards(output: string): { readonly card: string; readonly microjoules: number }[] {
  return [...output.matchAll(LINE)].map(([, card = '', millijoules = '']) => ({
    card,
    microjoules: Number(millijoules) * MICROJOULES,
  }));
}

/**
 * Looks for cards whose counters can be read and move.
 * @param card Number of the only one that counts; null: all are added up, since what idles is subtracted anyway.
 */
export async function findNvml(
  run: QueryCommand,
  { now, pause }: Timing,
  card: number | null = null,
): Promise<MeterSearch> {
  const ask = async (): Promise<ReturnType<typeof parseCards>> =>
    parseCards(await run('python3', ['-c', PROGRAM])).filter(
      (one) => card === null || one.card === String(card),
    );
  try {
    const cards = await ask();
    if (cards.length === 0) return unreadable('no NVIDIA card here counts its energy: those since Volta do');
    const meter: Omit<EnergyMeter, 'restingWatts'> = {
      domains: cards.map((one) => ({ name: `gpu-${one.card}`, wrapsAtUj: null })),
      stretchMs: STRETCH_MS,
      read: async () => {
        const current = new Map((await ask()).map((one) => [one.card, one.microjoules]));
        return { atMs: now(), counters: cards.map((one) => current.get(one.card) ?? 0) };
      },
      rest: async () => {
        await pause(STRETCH_MS);
      },
    };
    return await movingDomains(meter, `the NVIDIA counters stood still for ${STRETCH_MS / 1000} s`);
  } catch (thrown) {
    const said = messageOf(thrown).trim().split('\n').at(-1) ?? '';
    return unreadable(`NVML cannot be asked through python3 and libnvidia-ml.so.1 (${said})`);
  }
}
