/** Whether a claim is about another set-up than the one that was measured. */
import type { SetUp } from '../set-up.js';

const GPU =
  /\b(?:gpus?|cuda|tensorrt|vram|a10g?|a30|a40|a100|h[12]00|b200|v100|t4|l4|l40s?|p100|k80|rtx ?\d+|gtx ?\d+|geforce|radeon|rocm|tpu|npu|metal|mps)\b/i;
const PHONE =
  /\b(?:i?phones?|android|ios|mobile|raspberry(?: pi)?|rpi\d?|jetson|pixel \d|snapdragon|edge ?tpu|arm(?:64|v\d)?|apple silicon|m[1-5](?: (?:pro|max|ultra))?)\b/i;
const CPU = /\bcpus?\b/i;
const BATCH = /\bbatch(?: ?size)?(?: of)?[ =]+(\d+)\b|\bbs ?=? ?(\d+)\b/i;

/**
 * Why what was measured cannot speak for the claim; null where it can, and where nothing was measured at all. Only machines and batches that the claim names
 * outright count.
 */
export function otherSetUp(text: string, { environment, measurement }: SetUp): string | null {
  if (measurement === null || environment === null) return null;
  const onCpu = measurement.provider === 'cpu';
  const named = (pattern: RegExp): string | undefined => pattern.exec(text)?.[0];
  const gpu = named(GPU);
  if (gpu !== undefined && onCpu && !CPU.test(text))
    return `it speaks of ${gpu}, measured was the cpu provider`;
  if (CPU.test(text) && !onCpu && gpu === undefined)
    return `it speaks of the CPU, measured was the ${measurement.provider} provider`;
  const phone = named(PHONE);
  if (phone !== undefined && environment.arch === 'x64')
    return `it speaks of ${phone}, measured was ${environment.cpuModel}`;
  const match = BATCH.exec(text);
  const batch = match?.[1] ?? match?.[2];
  if (batch !== undefined && Number(batch) !== measurement.batch)
    return `it speaks of batch ${batch}, measured was batch ${measurement.batch}`;
  return null;
}
