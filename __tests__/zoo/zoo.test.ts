import { describe, expect, it } from '@jest/globals';
import {
  albert,
  bert,
  deepNarrow,
  denseConvolutions,
  denseTwinOfExperts,
  IMAGE_CLASSIFIERS,
  lstm,
  mixtureOfExperts,
  seeded,
  separableConvolutions,
  shallowWide,
  shapesOnly,
} from '../../examples/zoo/index.js';
import { needsProfiledRun, profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import type { StaticProfile } from '../../src/onnx/profile.js';
import { readModel } from '../../src/onnx/reader.js';
import { written } from '../onnx/fixtures/model-file.js';
import { infer, optimised } from '../onnx/fixtures/runtime.js';

const inspected = (bytes: Uint8Array): Promise<StaticProfile> => inspectedFile(written(bytes));

async function inspectedFile(file: string): Promise<StaticProfile> {
  const model = await readModel(file);
  const inferred = await infer(model);
  expect(needsProfiledRun(tallyModel(model, inferred, null))).toBe(false);
  return profileModel(tallyModel(model, inferred, null));
}

/** Published figures at 224 pixels, batch 1: parameters as torchvision counts them, MACs with attention products. */
const PUBLISHED: Readonly<Record<keyof typeof IMAGE_CLASSIFIERS, { parameters: number; macs: number }>> = {
  alexnet: { parameters: 61_100_840, macs: 714_188_480 },
  vgg16: { parameters: 138_357_544, macs: 15_470_264_320 },
  vgg19: { parameters: 143_667_240, macs: 19_632_062_464 },
  'squeezenet1.0': { parameters: 1_248_424, macs: 818_924_576 },
  'squeezenet1.1': { parameters: 1_235_496, macs: 349_151_936 },
  resnet18: { parameters: 11_689_512, macs: 1_814_073_344 },
  resnet50: { parameters: 25_557_032, macs: 4_089_184_256 },
  resnet101: { parameters: 44_549_160, macs: 7_801_405_440 },
  resnext50_32x4d: { parameters: 25_028_904, macs: 4_230_479_872 },
  densenet121: { parameters: 7_978_856, macs: 2_834_161_664 },
  mobilenet_v2: { parameters: 3_504_872, macs: 300_774_272 },
  vit_b_16: { parameters: 86_567_656, macs: 17_563_828_224 },
  vit_b_32: { parameters: 88_224_232, macs: 4_409_186_304 },
  vit_l_16: { parameters: 304_326_632, macs: 61_554_712_576 },
};

describe('the zoo', () => {
  it.each(Object.entries(IMAGE_CLASSIFIERS))(
    '%s has its published parameters and MACs',
    async (name, architecture) => {
      const { counts, coverage } = await inspected(architecture({ weights: shapesOnly }));
      const { parameters, macs } = PUBLISHED[name as keyof typeof PUBLISHED];
      expect(counts.parameters).toEqual({ value: parameters, reason: null });
      expect(counts.macs).toEqual({ value: macs, reason: null });
      expect(coverage.uncosted).toEqual([]);
    },
  );

  it.each([
    ['BERT', bert, 128, 109_482_240, 11_174_215_680],
    ['BERT', bert, 512, 109_482_240, 48_318_971_904],
    ['ALBERT, which shares its layers,', albert, 128, 11_683_584, 11_186_798_592],
  ])('%s has its published parameters and MACs', async (_name, model, sequence, parameters, macs) => {
    const { counts, coverage } = await inspected(model({ weights: shapesOnly, sequence }));
    expect(counts.parameters.value).toBe(parameters);
    expect(counts.macs.value).toBe(macs);
    expect(coverage.uncosted).toEqual([]);
  });

  it('an LSTM has 4H(I + H) MACs a step, layer and direction, and its dense layer', async () => {
    const shape = { steps: 5, batch: 3, inputs: 7, hidden: 11, outputs: 2 };
    const { counts } = await inspected(
      lstm({ weights: shapesOnly, ...shape, layers: 1, bidirectional: true }),
    );
    expect(counts.macs.value).toBe(2 * 5 * 3 * (4 * 11 * (7 + 11)) + 5 * 3 * (2 * 11) * 2);
    expect(counts.parameters.value).toBe(2 * (4 * 11 * (7 + 11) + 8 * 11) + 2 * 11 * 2 + 2);
  });

  it('counts the same with stored weights as with shapes alone', async () => {
    const options = { image: 64, classes: 10 };
    const { counts } = await inspected(
      IMAGE_CLASSIFIERS['squeezenet1.1']({ ...options, weights: seeded(1) }),
    );
    const bare = await inspected(IMAGE_CLASSIFIERS['squeezenet1.1']({ ...options, weights: shapesOnly }));
    expect({ ...counts, model_bytes: null }).toEqual({ ...bare.counts, model_bytes: null });
  });

  it('makes the same model from the same seed, and another from another', () => {
    const model = (seed: number): Uint8Array => lstm({ weights: seeded(seed), hidden: 4, layers: 1 });
    expect(model(7)).toEqual(model(7));
    expect(model(7)).not.toEqual(model(8));
  });
});

describe('what the runtime fuses', () => {
  const weights = seeded(1);
  const small = { image: 64, classes: 10 };

  it.each([
    ['BERT', bert({ weights, layers: 2, width: 64, heads: 4, vocabulary: 100, sequence: 16 }), 'FusedMatMul'],
    [
      'ALBERT',
      albert({ weights, layers: 2, width: 192, heads: 4, vocabulary: 100 }),
      'SkipLayerNormalization',
    ],
    ['SqueezeNet', IMAGE_CLASSIFIERS['squeezenet1.1']({ weights, ...small }), 'FusedConv'],
  ])('of %s keeps its MACs and its FLOPs', async (_name, bytes, fused) => {
    const file = written(bytes);
    const before = await inspectedFile(file);
    const after = await inspectedFile(await optimised(file));
    expect(after.operators.map(({ op }) => op)).toContain(`com.microsoft.${fused}`);
    expect(after.counts.macs).toEqual(before.counts.macs);
    expect(after.counts.flops).toEqual(before.counts.flops);
  });
});

describe('twins of the zoo', () => {
  const weights = shapesOnly;

  it('mixture of experts and dense layer: the same MACs for every token, several times the parameters', async () => {
    const mixture = await inspected(mixtureOfExperts({ weights }));
    const dense = await inspected(denseTwinOfExperts({ weights }));
    expect(mixture.counts.macs.value).toBe(16 * (64 * 8 + 2 * 2 * 64 * 256));
    expect(dense.counts.macs.value).toBe(mixture.counts.macs.value);
    expect(mixture.counts.parameters.value).toBe(64 * 8 + 8 * 2 * 64 * 256);
    expect(dense.counts.parameters.value).toBe(2 * 64 * (2 * 256 + 4));
  });

  it('separable and dense convolutions: the same parameters and MACs, eight times the layers', async () => {
    const dense = await inspected(denseConvolutions({ weights }));
    const separable = await inspected(separableConvolutions({ weights }));
    expect(dense.counts.parameters.value).toBe(9 * 72 * 72);
    expect(separable.counts.parameters).toEqual(dense.counts.parameters);
    expect(separable.counts.macs).toEqual(dense.counts.macs);
    const alike = await inspected(separableConvolutions({ weights, layers: 1 }));
    expect(8 * (alike.counts.macs.value ?? 0)).toBe(dense.counts.macs.value);
  });

  it('deep and narrow, shallow and wide: the same parameters and MACs', async () => {
    const deep = await inspected(deepNarrow({ weights }));
    const wide = await inspected(shallowWide({ weights }));
    expect(deep.counts.parameters.value).toBe(12 * 128 * 128);
    expect(wide.counts.parameters).toEqual(deep.counts.parameters);
    expect(wide.counts.macs).toEqual(deep.counts.macs);
    const layers = ({ operators }: StaticProfile): number =>
      operators.find(({ op }) => op === 'MatMul')?.count ?? 0;
    expect([layers(deep), layers(wide)]).toEqual([12, 4]);
  });
});
