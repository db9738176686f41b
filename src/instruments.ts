/** What reads the machine beside the workers, for each provider of a run: its card, and counters of energy. */
import type { DeviceSearch } from './measure/device/device.js';
import { type MeterSearch, unreadable } from './measure/energy/meter.js';
import type { GateServices } from './services.js';

export interface Instruments {
  readonly energy: MeterSearch;
  /** Null where nobody looked, or the provider has no card that could be read. */
  readonly device: DeviceSearch | null;
}

export const NO_INSTRUMENTS: Instruments = { energy: unreadable('nothing was measured'), device: null };

/**
 * Looked for before anything is measured, once for each provider.
 * @param setting Which card, by number or UUID; null: not set.
 * @throws GateError of kind `config` for a card that there is not, `measurement` when another job keeps it.
 */
export async function findInstruments(
  providers: readonly string[],
  setting: string | null,
  { findMeter, findDevice, logger }: GateServices,
): Promise<ReadonlyMap<string, Instruments>> {
  const found = new Map<string, Instruments>();
  for (const provider of new Set(providers)) {
    const device = (await findDevice?.(provider, setting)) ?? null;
    if (device?.status === 'found') {
      const { name, uuid, index, cards } = device.reader.facts;
      logger.info(`${provider} runs on card ${index} of ${cards}: ${name} (${uuid}).`);
    }
    found.set(provider, { energy: await findMeter(provider, device), device });
  }
  return found;
}

/** What workers see of the cards; left out: as we do. */
export function visibleDevice({ device }: Instruments): { readonly device?: string } {
  return device?.status === 'found' ? { device: device.reader.facts.uuid } : {};
}
