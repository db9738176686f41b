/** Where the kernels of an inference ran: on the provider that was asked for, or elsewhere. Pure. */
import { median } from 'simple-statistics';
import { z } from 'zod';
import { formatPercent, formatQuantity } from '../quantity.js';
import type { TracedRuns } from './protocol.js';

export const placementSchema = z.strictObject({
  /** As it was asked for. */
  provider: z.string(),
  /** Of one inference, copies between devices not counted. */
  kernels: z.int().nonnegative(),
  onProvider: z.int().nonnegative(),
  /** Of tensors between devices, which the runtime adds where a neighbour runs elsewhere. */
  copies: z.int().nonnegative(),
  /** What ran elsewhere, most kernels first. */
  elsewhere: z.array(z.strictObject({ op: z.string(), provider: z.string(), kernels: z.int().positive() })),
  /** Of those in one inference, milliseconds: the median over the profiled runs. */
  elsewhereMs: z.number().nonnegative(),
  /** Of one inference under the profiler, as a user waits for it, milliseconds: the median. */
  inferenceMs: z.number().nonnegative(),
  /** Time that the device itself worked in one inference, by its own clock, milliseconds: the median; null: not known. */
  deviceMs: z.number().nonnegative().nullable(),
});
export type Placement = z.infer<typeof placementSchema>;

/** What the runtime inserts where a tensor changes devices. */
const COPY = /^Memcpy(To|From)Host$/;

/**
 * `CUDAExecutionProvider` is what is asked for as `cuda`, `DmlExecutionProvider` as `directml`.
 * @param ran As the profiler names it.
 * @param asked As the user does.
 */
export function ranOn(ran: string, asked: string): boolean {
  const word = asked.toLowerCase();
  return ran.replace(/ExecutionProvider$/, '').toLowerCase() === (word === 'directml' ? 'dml' : word);
}

/** Null for runs of which the runtime was not asked where they ran. */
export function placementOf({ kernels, nodes, accelerator }: TracedRuns): Placement | null {
  if (accelerator === undefined) return null;
  const { provider, runsUs, deviceUs } = accelerator;
  const computing = kernels.filter(({ op }) => !COPY.test(op));
  const away = computing.filter((kernel) => !ranOn(kernel.provider, provider));
  const groups = new Map<string, Placement['elsewhere'][number]>();
  for (const { op, provider: where } of away) {
    const key = `${op} ${where}`;
    groups.set(key, { op, provider: where, kernels: (groups.get(key)?.kernels ?? 0) + 1 });
  }
  const names = new Set(away.map(({ node }) => node));
  const times = nodes.filter(({ node }) => names.has(node)).map(({ timesUs }) => timesUs);
  const elsewhereUs = runsUs.map((_, run) => times.reduce((sum, ofNode) => sum + (ofNode[run] ?? 0), 0));
  return {
    provider,
    kernels: computing.length,
    onProvider: computing.length - away.length,
    copies: kernels.length - computing.length,
    elsewhere: [...groups.values()].sort((one, other) => other.kernels - one.kernels),
    elsewhereMs: medianMs(elsewhereUs),
    inferenceMs: medianMs(runsUs),
    deviceMs: deviceUs === null ? null : medianMs(deviceUs),
  };
}

const medianMs = (timesUs: readonly number[]): number =>
  timesUs.length === 0 ? 0 : median([...timesUs]) / 1000;

/** Operators that are named; the others are counted. */
const NAMED = 6;

/**
 * `312 of 320 kernels on webgpu; 8 on CPU with 4.1 % of the time of an inference (Gather ×6, Shape ×2), 3 copies
 * between them`. Raw text.
 */
export function placementInWords(placement: Placement): string {
  const { provider, kernels, onProvider, elsewhere, copies } = placement;
  const on = `${onProvider} of ${kernels} kernel${kernels === 1 ? '' : 's'} on ${provider}`;
  const between = copies === 0 ? '' : `, ${copies} cop${copies === 1 ? 'y' : 'ies'} between devices`;
  if (elsewhere.length === 0) return `${on}${between}`;
  const where = [...new Set(elsewhere.map((group) => providerName(group.provider)))].join(' and ');
  return `${on}; ${kernels - onProvider} on ${where} with ${shareElsewhere(placement)} of the time of an inference (${operators(elsewhere)})${between}`;
}

/** By the profiler's clock, over an inference from its call to its end. */
function shareElsewhere({ elsewhereMs, inferenceMs }: Placement): string {
  return inferenceMs === 0
    ? 'a share that is not known'
    : formatPercent(Math.min(1, elsewhereMs / inferenceMs));
}

function operators(elsewhere: Placement['elsewhere']): string {
  const named = elsewhere.slice(0, NAMED).map(({ op, kernels }) => `${op} ×${kernels}`);
  const more = elsewhere.length - named.length;
  return [...named, ...(more > 0 ? [`${more} other operators`] : [])].join(', ');
}

const providerName = (provider: string): string => provider.replace(/ExecutionProvider$/, '');

/** What the device did of an inference, or why that is not known. Raw text. */
export function devicePartInWords({ provider, deviceMs, inferenceMs }: Placement): string {
  if (deviceMs === null) {
    return `not known: ONNX Runtime's profiler gives no time of the device itself for ${provider} here, and its kernel times are those of launching`;
  }
  const all = `of ${formatQuantity(inferenceMs, 'ms')} under the profiler, ${formatQuantity(deviceMs, 'ms')} in kernels by the device's own clock`;
  return deviceMs > inferenceMs
    ? `${all}: more than the whole, so that this clock is not to be trusted`
    : `${all}; the rest is transfers, launches and waiting`;
}
