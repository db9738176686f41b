/** Where the time of an inference goes, by kind of operator. Described, never decided. */
import { z } from 'zod';
import { placementSchema } from './placement.js';

export const operatorTimeSchema = z.strictObject({
  /** Type with its domain as the runtime runs it, after fusing: `com.microsoft.FusedConv`. */
  op: z.string(),
  /** Execution provider of its kernels. */
  provider: z.string(),
  /** Executed in one inference. */
  kernels: z.int().positive(),
  /** Of one inference, milliseconds: the median over the profiled runs; without what runs inside its own body. */
  timeMs: z.number().nonnegative(),
  /** Of the time of all kernels, 0 to 1. */
  share: z.number().min(0).max(1),
  /**
   * Multiply-accumulates that its kernels do in one inference, the padding of blocked layouts included; null where
   * they are not known.
   */
  macs: z.number().nonnegative().nullable(),
  /** Twice the MACs and the elementwise operations of its kernels in one inference; null where not known. */
  flops: z.number().nonnegative().nullable().default(null),
  /** Bytes that its kernels read and write, as if no cache kept anything; null where not known. */
  trafficBytes: z.number().nonnegative().nullable().default(null),
  /** 10^9 MACs a second that were achieved; null where there are none, or none known. */
  gmacPerS: z.number().nonnegative().nullable(),
});
export type OperatorTime = z.infer<typeof operatorTimeSchema>;

export const operatorTimesSchema = z.strictObject({
  /** Profiled runs that the times are medians of. */
  runs: z.int().positive(),
  /** Of all kernels of one inference, milliseconds. */
  timeMs: z.number().nonnegative(),
  /** Multiply-accumulates as counted from the model's own graph; null where they are not known. */
  macs: z.number().nonnegative().nullable(),
  /** Those over the time of all kernels, 10^9 a second. */
  gmacPerS: z.number().nonnegative().nullable(),
  /** What the kernels do: more than `macs` where they pad channels to blocks. Null when any operator's are not known. */
  executedMacs: z.number().nonnegative().nullable(),
  /**
   * Most bytes in use at once in ONNX Runtime's own allocator (the arena of BFC chunks): activations, and those
   * weights that it holds there; as its profiler reports them. Null where it does not.
   */
  arenaPeakBytes: z.number().nonnegative().nullable(),
  /** Longest first. */
  operators: z.array(operatorTimeSchema),
  /** Where the kernels ran; only where another provider than cpu was asked for. */
  placement: placementSchema.exactOptional(),
});
export type OperatorTimes = z.infer<typeof operatorTimesSchema>;

/** A side is null where it could not be profiled; `reason` then says why. */
export const operatorProfileSchema = z.strictObject({
  base: operatorTimesSchema.nullable(),
  head: operatorTimesSchema.nullable(),
  reason: z.string().nullable(),
});
export type OperatorProfile = z.infer<typeof operatorProfileSchema>;
