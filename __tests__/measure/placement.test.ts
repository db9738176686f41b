import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  devicePartInWords,
  type Placement,
  placementInWords,
  placementOf,
  placementSchema,
  ranOn,
} from '../../src/measure/placement.js';
import type { Kernel, TracedRuns } from '../../src/measure/protocol.js';

const GPU = 'WebGpuExecutionProvider';
const CPU = 'CPUExecutionProvider';

const kernel = (node: string, op: string, provider: string): Kernel => ({
  node,
  op,
  provider,
  inputs: [],
  outputs: [],
  inputTypes: [],
  outputTypes: [],
  durationUs: 1,
});

/** Each kernel is a node of its own that takes 10 us in every run of 200 us. */
function traced(kernels: readonly Kernel[], deviceUs: number[] | null = [40, 50, 60]): TracedRuns {
  return {
    kernels: [...kernels],
    nodes: kernels.map(({ node }) => ({ node, timesUs: [10, 10, 10] })),
    arenaPeakBytes: null,
    accelerator: { provider: 'webgpu', runsUs: [200, 100, 200], deviceUs },
  };
}

const place = (runs: TracedRuns): Placement => {
  const placement = placementOf(runs);
  if (placement === null) throw new Error('no placement');
  return placement;
};

const FALLEN = [
  kernel('a', 'Mul', GPU),
  kernel('out', 'MemcpyToHost', GPU),
  kernel('b', 'Det', CPU),
  kernel('c', 'Det', CPU),
  kernel('d', 'NonZero', CPU),
  kernel('in', 'MemcpyFromHost', GPU),
  kernel('e', 'Add', GPU),
];

describe('where kernels ran', () => {
  it('is told for the provider that was asked for and elsewhere, by operator, copies apart', () => {
    const placement = place(traced(FALLEN));
    expect(placementSchema.parse(placement)).toEqual({
      provider: 'webgpu',
      kernels: 5,
      onProvider: 2,
      copies: 2,
      elsewhere: [
        { op: 'Det', provider: CPU, kernels: 2 },
        { op: 'NonZero', provider: CPU, kernels: 1 },
      ],
      elsewhereMs: 0.03,
      inferenceMs: 0.2,
      deviceMs: 0.05,
    });
    expect(placementInWords(placement)).toBe(
      '2 of 5 kernels on webgpu; 3 on CPU with 15 % of the time of an inference (Det ×2, NonZero ×1), 2 copies between devices',
    );
  });

  it('names no other place where there is none', () => {
    expect(placementInWords(place(traced([kernel('a', 'Mul', GPU)])))).toBe('1 of 1 kernel on webgpu');
  });

  it('is not asked on cpu', () => {
    expect(placementOf({ kernels: [], nodes: [], arenaPeakBytes: null })).toBeNull();
  });

  it('adds up, whatever ran', () => {
    const any = fc.array(fc.tuple(fc.constantFrom('Mul', 'Det', 'MemcpyToHost'), fc.constantFrom(GPU, CPU)));
    fc.assert(
      fc.property(any, (ran) => {
        const kernels = ran.map(([op, provider], index) => kernel(String(index), op, provider));
        const { onProvider, elsewhere, copies, elsewhereMs } = place(traced(kernels));
        const away = elsewhere.reduce((sum, group) => sum + group.kernels, 0);
        expect(onProvider + away + copies).toBe(ran.length);
        expect(elsewhereMs).toBeCloseTo(0.01 * away, 9);
      }),
    );
  });
});

describe("the device's part", () => {
  it('is what its own clock says, and the rest is named', () => {
    expect(devicePartInWords(place(traced(FALLEN)))).toBe(
      "of 0.2000 ms under the profiler, 0.05000 ms in kernels by the device's own clock; the rest is transfers, launches and waiting",
    );
  });

  it('is not known where no clock tells, and not believed where it tells more than the whole', () => {
    expect(devicePartInWords(place(traced(FALLEN, null)))).toContain('not known');
    expect(devicePartInWords(place(traced(FALLEN, [900, 900, 900])))).toContain('not to be trusted');
  });
});

describe("the profiler's name of a provider", () => {
  it.each([
    ['CUDAExecutionProvider', 'cuda'],
    ['TensorrtExecutionProvider', 'tensorrt'],
    ['DmlExecutionProvider', 'directml'],
    ['DmlExecutionProvider', 'dml'],
    ['CoreMLExecutionProvider', 'coreml'],
    ['WebGpuExecutionProvider', 'webgpu'],
  ])('%s is what is asked for as %s', (ran, asked) => {
    expect(ranOn(ran, asked)).toBe(true);
    expect(ranOn(CPU, asked)).toBe(false);
  });
});
