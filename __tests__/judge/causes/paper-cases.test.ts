/**
 * The four cases of "The Efficiency Misnomer" (arXiv 2110.12894), from models of the zoo: counted here, and timed once
 * (ONNX Runtime 1.30.0 on two cores of an AMD EPYC, one thread).
 */
import { describe, expect, it } from '@jest/globals';
import {
  albert,
  bert,
  deepNarrow,
  denseConvolutions,
  denseTwinOfExperts,
  mixtureOfExperts,
  seeded,
  separableConvolutions,
  shallowWide,
} from '../../../examples/zoo/index.js';
import { compareCounted } from '../../../src/judge/comparison.js';
import { causesOf } from '../../../src/judge/causes/causes-of.js';
import type { Cause } from '../../../src/judge/causes/cause.js';
import type { OperatorTime, OperatorTimes } from '../../../src/measure/operator-profile.js';
import { profileModel } from '../../../src/onnx/profile-model.js';
import type { StaticProfile } from '../../../src/onnx/profile.js';
import { readModel } from '../../../src/onnx/reader.js';
import { tallyModel } from '../../../src/onnx/tally.js';
import { measured, policy } from '../../fixtures/report-factory.js';
import { written } from '../../onnx/fixtures/model-file.js';
import { infer } from '../../onnx/fixtures/runtime.js';
import { kind } from './judged.js';

const weights = seeded(1);

async function counted(bytes: Uint8Array): Promise<StaticProfile> {
  const model = await readModel(written(bytes));
  return profileModel(tallyModel(model, await infer(model), null));
}

interface Timed {
  readonly model: Uint8Array;
  readonly latencyMs: number;
  readonly kernels: readonly OperatorTime[];
}

/** @param effect Of the median latency. */
async function explained(
  base: Timed,
  head: Timed,
  effect: { ratio: number; low: number; high: number },
): Promise<Cause[]> {
  const [before, after] = [await counted(base.model), await counted(head.model)];
  const times = ({ kernels }: Timed): OperatorTimes => ({
    runs: 30,
    timeMs: kernels.reduce((sum, { timeMs }) => sum + timeMs, 0),
    macs: null,
    gmacPerS: null,
    executedMacs: kernels.reduce((sum, { macs }) => sum + (macs ?? 0), 0),
    arenaPeakBytes: null,
    operators: [...kernels],
  });
  const value = ({ latencyMs }: Timed) => ({
    value: latencyMs,
    provenance: 'measured' as const,
    reason: null,
  });
  const verdict = effect.low > 1.05 ? 'regressed' : effect.high < 1 / 1.05 ? 'improved' : 'inconclusive';
  return causesOf({
    base: { profile: before },
    head: { profile: after },
    measurement: { provider: 'cpu', threads: 1 },
    profile: { base: times(base), head: times(head), reason: null },
    comparisons: [
      ...compareCounted(before, after, policy()),
      measured('latency_p50', effect.ratio, { base: value(base), head: value(head), effect, verdict }),
    ],
  });
}

const kinds = (causes: readonly Cause[]): string[] => causes.map((cause) => cause.kind);

describe("the paper's cases", () => {
  it('parameter sharing: BERT becomes ALBERT', async () => {
    const size = { weights, width: 96, heads: 2, layers: 6, vocabulary: 500, sequence: 16 };
    const timed = { latencyMs: 9, kernels: [kind('Gemm', 36, 8, 1e8)] };
    const causes = await explained(
      { ...timed, model: bert(size) },
      { ...timed, model: albert(size) },
      {
        ratio: 1,
        low: 0.99,
        high: 1.01,
      },
    );
    expect(kinds(causes)).toEqual(['shared-parameters']);
    expect(causes[0]?.evidence.map(({ name }) => name)).toContain('parameter_uses');
  });

  it('sparsity: a dense layer becomes a mixture of experts', async () => {
    const size = { weights, tokens: 64, width: 128, hidden: 512 };
    const causes = await explained(
      {
        model: denseTwinOfExperts(size),
        latencyMs: 0.3611,
        kernels: [kind('MatMul', 2, 0.306, 16_842_752), kind('Relu', 1, 0.007)],
      },
      {
        model: mixtureOfExperts(size),
        latencyMs: 17.99,
        kernels: [
          kind('MatMul', 3, 6.724, 16_842_752),
          kind('Gather', 2, 6.521),
          kind('ReduceSum', 1, 0.03),
          kind('Mul', 1, 0.022),
          kind('Relu', 1, 0.021),
          kind('TopK', 1, 0.011),
        ],
      },
      { ratio: 46.81, low: 29.49, high: 66.17 },
    );
    expect(kinds(causes)).toEqual(['selected-parameters', 'slower-operators', 'lower-intensity']);
    expect(causes[2]?.sentence).toContain('0.17 FLOPs/byte, the base 16 FLOPs/byte; it moves 93.40 times');
  });

  it('degree of parallelism: shallow and wide becomes deep and narrow', async () => {
    const causes = await explained(
      {
        model: shallowWide({ weights }),
        latencyMs: 0.0776,
        kernels: [kind('MatMul', 4, 0.07, 3_145_728), kind('Relu', 4, 0.01)],
      },
      {
        model: deepNarrow({ weights }),
        latencyMs: 0.08765,
        kernels: [kind('MatMul', 12, 0.092, 3_145_728), kind('Relu', 12, 0.031)],
      },
      { ratio: 1.111, low: 1.095, high: 1.127 },
    );
    expect(kinds(causes)).toEqual(['less-parallelism', 'launch-overhead']);
    expect(causes[0]?.sentence).toContain('the head is 24 operators deep, the base 8');
  });

  it('kernels: a dense convolution becomes separable ones of as many MACs', async () => {
    const causes = await explained(
      {
        model: denseConvolutions({ weights, image: 14 }),
        latencyMs: 0.2537,
        kernels: [
          kind('com.microsoft.nchwc.Conv', 1, 0.199, 11_289_600),
          kind('com.microsoft.nchwc.ReorderInput', 1, 0.006),
        ],
      },
      {
        model: separableConvolutions({ weights, image: 14 }),
        latencyMs: 0.2784,
        kernels: [
          kind('com.microsoft.nchwc.Conv', 16, 0.258, 11_164_160),
          kind('com.microsoft.nchwc.ReorderInput', 1, 0.006),
        ],
      },
      { ratio: 1.102, low: 1.074, high: 1.167 },
    );
    expect(kinds(causes)).toEqual(['less-parallelism', 'slower-operators', 'lower-intensity']);
    expect(causes[1]?.sentence).toContain('com.microsoft.nchwc.Conv of the head achieves 43.3 GMAC/s');
  });
});
