/**
 * Timings of the cases of examples/misnomer. Experts, deep and separable were measured: ONNX Runtime 1.30.0 on two
 * cores of an AMD EPYC that others used as well, one thread, 90 s for each. Of albert the ratios, intervals and verdicts
 * are measured; its absolute values and kernels are round figures that fit them. Milliseconds, bytes, and kernels as
 * profiled.
 */
import type { Verdict } from '../../src/judge/judgement.js';

export interface MisnomerTiming {
  /** Base, head, ratio with its interval, and verdict, by indicator. */
  readonly measured: Readonly<
    Record<string, readonly [base: number, head: number, ratio: number, low: number, high: number, Verdict]>
  >;
  /** Kind of operator, kernels, milliseconds and MACs that were executed. */
  readonly kernels: Readonly<
    Record<
      'base' | 'head',
      readonly (readonly [op: string, kernels: number, ms: number, macs: number | null])[]
    >
  >;
}

export const MISNOMER_TIMINGS: Readonly<Record<string, MisnomerTiming>> = {
  albert: {
    measured: {
      peak_rss_bytes: [480_000_000, 78_400_000, 0.1632, 0.1629, 0.1634, 'improved'],
      latency_p50: [252.7, 256.1, 1.01, 0.94, 1.04, 'inconclusive'],
      load_time: [900, 405, 0.45, 0.2, 0.66, 'improved'],
    },
    kernels: {
      base: [['MatMul', 97, 230, 11_173_625_856]],
      head: [['MatMul', 98, 233, 11_186_208_768]],
    },
  },
  experts: {
    measured: {
      peak_rss_bytes: [6733800, 296710000, 43.973, 42.09, 46.025, 'regressed'],
      latency_p50: [1.3245, 40.07, 30.294, 28.86, 31.144, 'regressed'],
      latency_p90: [1.6047, 45.301, 28.162, 26.796, 29.474, 'regressed'],
      throughput: [712.89, 24.528, 0.034235, 0.033221, 0.036901, 'regressed'],
      cpu_time: [1.3798, 40.414, 29.367, 27.761, 30.495, 'regressed'],
      load_time: [29.084, 41.782, 1.4292, 1.1224, 1.7228, 'regressed'],
      first_inference: [2.1466, 174.06, 82.783, 64.304, 98.615, 'regressed'],
    },
    kernels: {
      base: [
        ['MatMul', 2, 1.2105, 67239936],
        ['Relu', 1, 0.013, 0],
      ],
      head: [
        ['MatMul', 3, 22.341, 67239936],
        ['Gather', 2, 15.398, 0],
        ['ReduceSum', 1, 0.035, 0],
        ['Relu', 1, 0.031, 0],
        ['Mul', 1, 0.027, 0],
        ['Reshape', 1, 0.013, 0],
      ],
    },
  },
  deep: {
    measured: {
      peak_rss_bytes: [1687600, 2476000, 1.4326, 1.3454, 1.5617, 'equivalent'],
      latency_p50: [0.07655, 0.084775, 1.1069, 1.0977, 1.1225, 'regressed'],
      latency_p90: [0.10105, 0.11749, 1.1477, 1.1251, 1.1864, 'regressed'],
      throughput: [11456, 10205, 0.89443, 0.87229, 0.91654, 'regressed'],
      cpu_time: [0.090557, 0.103, 1.1279, 1.1014, 1.1567, 'regressed'],
      load_time: [20.916, 20.747, 1.008, 0.95817, 1.0623, 'inconclusive'],
      first_inference: [0.61745, 0.6029, 0.99606, 0.92541, 1.0767, 'inconclusive'],
    },
    kernels: {
      base: [
        ['MatMul', 4, 0.066, 3145728],
        ['Relu', 4, 0.01, 0],
      ],
      head: [
        ['MatMul', 12, 0.088, 3145728],
        ['Relu', 12, 0.028, 0],
      ],
    },
  },
  separable: {
    measured: {
      peak_rss_bytes: [7442400, 6131700, 0.82314, 0.7202, 0.87206, 'inconclusive'],
      latency_p50: [56.69, 9.8564, 0.16942, 0.15056, 0.20224, 'improved'],
      latency_p90: [86.109, 17.021, 0.19491, 0.1611, 0.24776, 'improved'],
      throughput: [16.508, 96.507, 5.78, 4.1382, 6.6443, 'improved'],
      cpu_time: [29.001, 4.997, 0.17378, 0.16736, 0.18968, 'improved'],
      load_time: [58.557, 56.101, 0.91448, 0.43271, 2.1509, 'inconclusive'],
      first_inference: [67.09, 10.245, 0.19023, 0.11126, 0.48846, 'improved'],
    },
    kernels: {
      base: [
        ['com.microsoft.nchwc.Conv', 8, 61.566, 1445068800],
        ['com.microsoft.nchwc.ReorderInput', 1, 0.109, 0],
        ['com.microsoft.nchwc.ReorderOutput', 1, 0.091, 0],
      ],
      head: [
        ['com.microsoft.nchwc.Conv', 16, 9.079, 178626560],
        ['com.microsoft.nchwc.ReorderInput', 1, 0.0985, 0],
        ['com.microsoft.nchwc.ReorderOutput', 1, 0.066, 0],
      ],
    },
  },
};
