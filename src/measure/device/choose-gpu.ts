/** Which of a machine's cards is measured on. Pure. */
import { GateError } from '../../errors.js';
import type { Gpu } from './nvidia-smi.js';

/**
 * @param setting Number or UUID of a card; null: the one with the least memory in use, of those alike the first.
 * @param visible CUDA_VISIBLE_DEVICES of our own environment: what somebody left us to choose from. Empty: nothing.
 * @param order CUDA_DEVICE_ORDER of our own environment.
 * @throws GateError of kind `config` for a card that there is not, and for numbers that may be of another.
 */
export function chooseGpu(
  gpus: readonly Gpu[],
  setting: string | null,
  visible: string | undefined,
  order?: string,
): Gpu {
  const left = visible === undefined ? gpus : visibleOf(gpus, visible, order);
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
      'Name one by the UUID that nvidia-smi -L lists, or unset it.',
    );
  }
  return others.reduce((best, gpu) => (used(gpu) < used(best) ? gpu : best), first);
}

const used = ({ memoryUsedBytes }: Gpu): number => memoryUsedBytes ?? Infinity;

/**
 * CUDA counts the fastest card first and nvidia-smi by the bus: a number is the same to both only where CUDA is told
 * to count by the bus too, or where no card is faster than another.
 * @see https://docs.nvidia.com/cuda/cuda-programming-guide/05-appendices/environment-variables.html
 */
function visibleOf(gpus: readonly Gpu[], visible: string, order: string | undefined): Gpu[] {
  const entries = visible.split(',').map((entry) => entry.trim());
  const alike = new Set(gpus.map(({ name }) => name)).size <= 1;
  if (order !== 'PCI_BUS_ID' && !alike && entries.some(isNumber)) {
    throw new GateError(
      'config',
      `CUDA_VISIBLE_DEVICES is "${visible}", and cards of several kinds are here, which CUDA and nvidia-smi may number differently.`,
      'Name them in CUDA_VISIBLE_DEVICES by the UUIDs that nvidia-smi -L lists, or set CUDA_DEVICE_ORDER to PCI_BUS_ID.',
    );
  }
  return gpus.filter((gpu) => entries.some((entry) => isNamed(gpu, entry)));
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

/** A UUID may be shortened, as CUDA allows. */
const isNamed = ({ index, uuid }: Gpu, name: string): boolean =>
  isNumber(name) ? Number(name) === index : name.length >= 8 && uuid.startsWith(name);
