/** Which of a machine's cards is measured on. Pure. */
import { GateError } from '../../errors.js';
import type { Gpu } from './nvidia-smi.js';

/**
 * @param setting Number or UUID of a card; null: the one with the least memory in use, of those alike the first.
 * @param visible CUDA_VISIBLE_DEVICES of our own environment: what somebody left us to choose from.
 * @throws GateError of kind `config` for a card that there is not.
 */
export function chooseGpu(gpus: readonly Gpu[], setting: string | null, visible: string | undefined): Gpu {
  const left = visible === undefined || visible === '' ? gpus : gpus.filter((gpu) => isListed(gpu, visible));
  if (setting !== null) {
    const named = left.find((gpu) => isNamed(gpu, setting));
    if (named !== undefined) return named;
    throw new GateError(
      'config',
      `There is no card "${setting}" to measure on.`,
      `Set device to one of ${left.map(({ index, name, uuid }) => `${index} (${name}, ${uuid})`).join('; ') || 'none: no card is visible'}.`,
    );
  }
  const [first, ...others] = left;
  if (first === undefined) {
    throw new GateError(
      'config',
      `CUDA_VISIBLE_DEVICES is "${visible ?? ''}", which leaves no card to measure on.`,
      'Name one that nvidia-smi lists, by number or UUID, or unset it.',
    );
  }
  return others.reduce((best, gpu) => (used(gpu) < used(best) ? gpu : best), first);
}

const used = ({ memoryUsedBytes }: Gpu): number => memoryUsedBytes ?? Infinity;

const isListed = (gpu: Gpu, visible: string): boolean =>
  visible.split(',').some((entry) => isNamed(gpu, entry.trim()));

/** A UUID may be shortened, as CUDA allows. */
const isNamed = ({ index, uuid }: Gpu, name: string): boolean =>
  /^\d+$/.test(name) ? Number(name) === index : name.length >= 8 && uuid.startsWith(name);
