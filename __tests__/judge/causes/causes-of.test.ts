import { describe, expect, it } from '@jest/globals';
import { causesOf } from '../../../src/judge/causes/causes-of.js';
import { evidenceOf, judged, kind, kindsOf } from './judged.js';

const MAC = 10e6;
/** One product that takes all of a millisecond. */
const DENSE = { latencyMs: 1, kernels: [kind('MatMul', 1, 1, MAC)] };

describe('shared parameters', () => {
  const base = { counts: { parameters: 1e6, parameter_uses: 1, macs_per_parameter: 10 } };
  const shared = { counts: { parameters: 250_000, parameter_uses: 4, macs_per_parameter: 40 } };

  it('are named where fewer parameters are each used more often', () => {
    const [cause, ...others] = causesOf(judged(base, shared));
    expect(others).toEqual([]);
    expect(cause).toMatchObject({
      kind: 'shared-parameters',
      indicators: ['parameters', 'macs'],
      parting: '75 % fewer parameters, but as many MACs',
      sentence:
        'Shared parameters: a parameter of the head is used by 4 operators on average, one of the base by 1, and 4.00 times the MACs are computed with each.',
    });
    expect(evidenceOf(judged(base, shared), 'shared-parameters')).toContain('parameter_uses value 1 4');
  });

  it('are named of the base where the head stops sharing', () => {
    expect(causesOf(judged(shared, base))[0]?.sentence).toContain('of the base is used by 4 operators');
  });

  it('are not named where each is used as often: that only says that there are fewer', () => {
    const fewer = { counts: { ...shared.counts, parameter_uses: 1 } };
    expect(kindsOf(judged(base, fewer))).toEqual(['not-shown']);
  });

  it('are not named where sharing is a small part of what parted', () => {
    const little = { counts: { ...shared.counts, parameter_uses: 1.15 } };
    expect(kindsOf(judged(base, little))).toEqual(['not-shown']);
  });
});

describe('parameters that are selected from', () => {
  const dense = { counts: { parameters: 1e6 }, parametersOf: { MatMul: 1e6 } };
  const experts = { counts: { parameters: 4e6 }, parametersOf: { MatMul: 10_000, Gather: 3_990_000 } };

  it('are named where more parameters are no more compute', () => {
    const model = judged(dense, experts);
    expect(kindsOf(model)).toEqual(['selected-parameters']);
    expect(evidenceOf(model, 'selected-parameters')).toContain('Gather parameters null 3990000');
  });

  it('are named where a table became smaller and the compute did not', () => {
    expect(kindsOf(judged(experts, dense))).toEqual(['selected-parameters']);
  });

  it('are not named where other operators hold what differs', () => {
    const table = { counts: { parameters: 4e6 }, parametersOf: { MatMul: 3_800_000, Gather: 200_000 } };
    expect(kindsOf(judged(dense, table))).toEqual(['not-shown']);
  });
});

describe('sparsity that no kernel uses', () => {
  const pruned = { ...DENSE, counts: { non_zero_parameters: 200_000 } };

  it('is named where zeros save neither MACs nor time', () => {
    const model = judged(DENSE, pruned);
    expect(causesOf(model)[0]).toMatchObject({
      kind: 'unused-sparsity',
      sentence:
        "Sparsity that no kernel uses: 80 % of the head's parameters are zero (0 % of the base's), and its kernels do every multiply-accumulate all the same.",
    });
    expect(evidenceOf(model, 'unused-sparsity')).toContain('MatMul rate 10 10');
  });

  it('is not named where the kernels do fewer MACs, nor where the latency fell, nor while it is open', () => {
    const skipping = { ...pruned, kernels: [kind('MatMul', 1, 1, MAC / 2)] };
    expect(kindsOf(judged(DENSE, skipping))).toEqual(['not-shown']);
    expect(kindsOf(judged(DENSE, { ...pruned, latencyMs: 0.5 }))).not.toContain('unused-sparsity');
    expect(kindsOf(judged(DENSE, pruned, { latency: { verdict: 'inconclusive' } }))).toEqual([]);
  });

  it('is not named without a profile', () => {
    expect(causesOf(judged({}, { counts: pruned.counts }))[0]?.sentence).toBe('The profile shows no cause.');
  });

  it('is no news where parameters were removed and not only zeroed', () => {
    const removed = { counts: { parameters: 200_000, non_zero_parameters: 200_000, macs: 2e6 } };
    expect(kindsOf(judged(DENSE, { ...DENSE, ...removed, latencyMs: 0.2 }))).toEqual([]);
  });
});

describe('a lower degree of parallelism', () => {
  const wide = {
    counts: { depth: 4 },
    latencyMs: 1,
    kernels: [kind('MatMul', 4, 1, MAC)],
  };
  const deep = {
    counts: { depth: 12 },
    latencyMs: 1.3,
    kernels: [kind('MatMul', 12, 1.3, MAC)],
  };

  it('is named where as many MACs are done in more and smaller steps, with more than one thread', () => {
    const model = judged(wide, deep, { threads: 2 });
    expect(kindsOf(model)).toContain('less-parallelism');
    expect(evidenceOf(model, 'less-parallelism')).toEqual(
      expect.arrayContaining(['depth value 4 12', 'MatMul kernels 4 12']),
    );
    expect(causesOf(model)[0]?.sentence).toBe(
      'Lower degree of parallelism: the head is 12 operators deep, the base 4; its MACs are spread over 12 kernels, one after the other, those of the base over 4: 0.33 times the MACs in each.',
    );
  });

  it('is told of the base where the head is shallower and faster', () => {
    expect(causesOf(judged(deep, wide, { threads: 2 }))[0]?.sentence).toContain('the base is 12 operators');
  });

  it('is not named with one thread, where the steps are long', () => {
    expect(kindsOf(judged(wide, deep))).not.toContain('less-parallelism');
  });

  it('is not named where the steps are as many, or no deeper', () => {
    const few = { ...deep, kernels: [kind('MatMul', 5, 1.3, MAC)] };
    expect(kindsOf(judged(wide, few, { threads: 2 }))).not.toContain('less-parallelism');
    const level = { ...deep, counts: { depth: 4 } };
    expect(kindsOf(judged(wide, level, { threads: 2 }))).not.toContain('less-parallelism');
  });
});

describe('work at a lower rate', () => {
  const depthwise = {
    counts: { macs: MAC / 8 },
    latencyMs: 0.9,
    kernels: [kind('Conv', 2, 0.8, MAC / 8), kind('Relu', 1, 0.1)],
  };
  const base = { latencyMs: 1, kernels: [kind('Conv', 1, 0.9, MAC), kind('Relu', 1, 0.1)] };

  it('is named where operators that multiply achieve fewer a second and take the extra time', () => {
    const model = judged(base, depthwise);
    expect(kindsOf(model)).toEqual(['slower-operators']);
    expect(causesOf(model)[0]?.sentence).toBe(
      'Work at a lower rate: Conv of the head achieves 1.56 GMAC/s, the operators that multiply in the base 11.1 GMAC/s.',
    );
    expect(causesOf(model)[0]?.parting).toBe(
      '88 % fewer MACs, but 0.90 times the median latency [0.882, 0.918]',
    );
  });

  it('is not named where others take the extra time', () => {
    const other = { ...depthwise, kernels: [kind('Conv', 2, 0.13, MAC / 8), kind('Resize', 1, 0.77)] };
    expect(kindsOf(judged(base, other))).toEqual(['not-shown']);
  });

  it('is not named where the profiler weighs more than the kernels, and that is said', () => {
    const heavy = { ...depthwise, kernels: [kind('Conv', 2, 3.2, MAC / 8), kind('Relu', 1, 0.1)] };
    expect(causesOf(judged(base, heavy))[0]).toMatchObject({
      kind: 'not-shown',
      sentence:
        'The profile shows no cause: under the profiler kernels take far longer, those of the head 3.67 times the median latency.',
    });
  });

  it('is not named where MACs of an operator are not known', () => {
    const unknown = { ...depthwise, kernels: [kind('x.Odd', 2, 0.9, null)] };
    expect(kindsOf(judged(base, unknown))).toEqual(['not-shown']);
  });
});

describe('a lower arithmetic intensity', () => {
  const dense = { ...DENSE, counts: { arithmetic_intensity: 20, memory_traffic_bytes: 1e6 } };
  const moving = {
    counts: { arithmetic_intensity: 0.2, memory_traffic_bytes: 100e6 },
    latencyMs: 20,
    kernels: [kind('MatMul', 1, 1, MAC), kind('Gather', 1, 19)],
  };

  it('is named where many more bytes are moved for as many MACs', () => {
    const model = judged(dense, moving);
    expect(kindsOf(model)).toEqual(['lower-intensity']);
    expect(evidenceOf(model, 'lower-intensity')).toEqual(
      expect.arrayContaining(['arithmetic_intensity value 20 0.2', 'Gather time null 19']),
    );
  });

  it('is not named where the time grew more than the bytes', () => {
    const slower = { ...moving, counts: { ...moving.counts, memory_traffic_bytes: 10e6 } };
    expect(kindsOf(judged(dense, slower))).toEqual(['not-shown']);
  });

  it('is not named where there is still much to compute for each byte', () => {
    const intense = { ...moving, counts: { ...moving.counts, arithmetic_intensity: 12 } };
    expect(kindsOf(judged(dense, intense))).toEqual(['not-shown']);
  });
});

describe('overhead of quantising', () => {
  const quantised = {
    counts: { model_bytes: 1e6 },
    latencyMs: 1.5,
    kernels: [
      kind('MatMulInteger', 1, 0.9, MAC),
      kind('DynamicQuantizeLinear', 1, 0.4),
      kind('Cast', 1, 0.2),
    ],
  };

  it('is named where converting takes the extra time', () => {
    const [cause] = causesOf(judged(DENSE, quantised));
    expect(cause).toMatchObject({
      kind: 'quantisation',
      indicators: ['model_bytes', 'macs', 'latency_p50'],
      parting: '75 % fewer bytes and as many MACs, but 1.50 times the median latency [1.47, 1.53]',
      sentence:
        "Quantise and dequantise overhead: 40 % of the head's time goes into 2 kernels that only convert numbers (DynamicQuantizeLinear, Cast), of the base's none.",
    });
  });

  it('is not named where the product itself is slower', () => {
    const slower = {
      ...quantised,
      kernels: [kind('MatMulInteger', 1, 1.45, MAC), kind('Cast', 1, 0.05)],
    };
    expect(kindsOf(judged(DENSE, slower))).toEqual(['slower-operators']);
  });

  it('is not named where the base converted as long', () => {
    const before = { latencyMs: 1, kernels: [kind('MatMul', 1, 0.4, MAC), kind('Cast', 1, 0.6)] };
    expect(kindsOf(judged(before, quantised))).not.toContain('quantisation');
  });
});

describe('fallback to another provider', () => {
  const CUDA = 'CUDAExecutionProvider';
  const base = { latencyMs: 1, kernels: [kind('MatMul', 4, 1, MAC, CUDA)] };
  const fallen = {
    latencyMs: 2,
    kernels: [kind('MatMul', 4, 1, MAC, CUDA), kind('NonZero', 2, 1)],
  };

  it('is named with the provider and the kernels that it took', () => {
    const model = judged(base, fallen, { provider: 'cuda' });
    expect(causesOf(model)[0]).toMatchObject({
      kind: 'fallback',
      sentence:
        'Nodes that fell back to another provider: 2 kernels of the head on CPUExecutionProvider and not on cuda; of the base 0.',
    });
  });

  it('is not named where all runs on what was asked for, nor where as many had fallen back before', () => {
    expect(kindsOf(judged(base, fallen, { provider: 'cpu' }))).not.toContain('fallback');
    const before = { ...fallen, latencyMs: 1.5, kernels: [base.kernels[0]!, kind('NonZero', 2, 0.5)] };
    expect(kindsOf(judged(before, fallen, { provider: 'cuda' }))).not.toContain('fallback');
  });
});

describe('launch overhead', () => {
  const base = { latencyMs: 0.1, kernels: [kind('MatMul', 2, 0.09, MAC), kind('Relu', 2, 0.01)] };
  const split = { latencyMs: 0.2, kernels: [kind('MatMul', 20, 0.1, MAC), kind('Relu', 20, 0.1)] };

  it('is named where more, smaller kernels spend the extra time without multiplying', () => {
    const [cause] = causesOf(judged(base, split));
    expect(cause).toMatchObject({
      kind: 'launch-overhead',
      sentence:
        'Launch overhead: the head runs 40 kernels of 250 k MACs on average, the base 4 of 2.50 M; much of the extra time is in short ones that multiply nothing.',
    });
  });

  it('is not named where the kernels without MACs are long: they work', () => {
    const long = { latencyMs: 20, kernels: [kind('MatMul', 20, 0.1, MAC), kind('Sort', 20, 19.9)] };
    expect(kindsOf(judged(base, long))).toEqual(['not-shown']);
  });

  it('is not named where the short kernels convert numbers: that is a cause of its own', () => {
    const converting = {
      latencyMs: 0.2,
      kernels: [kind('MatMul', 20, 0.1, MAC), kind('DequantizeLinear', 20, 0.1)],
    };
    expect(kindsOf(judged(base, converting))).toEqual(['quantisation']);
  });

  it('is not named for what the profiler alone adds to the time of every kernel', () => {
    // 38 kernels more, and 2 ms of the profiler: all of what Relu seems to take.
    const profiled = {
      latencyMs: 0.2,
      kernels: [kind('MatMul', 20, 1.2, MAC), kind('Relu', 20, 1)],
    };
    expect(kindsOf(judged(base, profiled))).toEqual(['not-shown']);
  });
});
