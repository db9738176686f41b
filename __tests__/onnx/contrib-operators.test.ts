import { describe, expect, it } from '@jest/globals';
import { int64s, integer, integers, text, type AttributeInit } from './fixtures/model-file.js';
import { profileOf, type Operand } from './fixtures/one-operator.js';

const reals = (name: string, count: number): AttributeInit => ({
  name,
  type: 6,
  floats: Array<number>(count).fill(1),
});
/** A constant that decides. */
const values = (...numbers: number[]): Operand => int64s('', numbers);

type Case = readonly [
  name: string,
  op: string,
  inputs: readonly Operand[],
  outputs: readonly (readonly number[])[],
  attributes: AttributeInit[],
  macs: number,
  elementwise: number | null,
];

const HEADS = integer('num_heads', 4);
const SOFTMAX_AND_SCALE = 6;

const CASES: readonly Case[] = [
  [
    'attention in groups, each head of keys for two of queries',
    'com.microsoft:GroupQueryAttention',
    [[2, 5, 32], [2, 5, 16], [2, 5, 16], null, null, [2], []],
    [
      [2, 5, 32],
      [2, 2, 5, 8],
      [2, 2, 5, 8],
    ],
    [HEADS, integer('kv_num_heads', 2)],
    2 * 2 * 5 * 5 * 32,
    2 * 4 * 5 * 5 * (SOFTMAX_AND_SCALE + 1),
  ],
  [
    'attention of one token to a cache of which a constant says how much is used, with its rotation',
    'com.microsoft:GroupQueryAttention',
    [[1, 1, 32], [1, 1, 16], [1, 1, 16], [1, 2, 64, 8], [1, 2, 64, 8], [1], values(10)],
    [
      [1, 1, 32],
      [1, 2, 64, 8],
      [1, 2, 64, 8],
    ],
    [HEADS, integer('kv_num_heads', 2), integer('do_rotary', 1)],
    2 * 10 * 32,
    4 * 10 * (SOFTMAX_AND_SCALE + 1) + 3 * (32 + 16),
  ],
  [
    'attention to what came before',
    'Attention',
    [[1, 4, 1, 8], [1, 4, 1, 8], [1, 4, 1, 8], null, [1, 4, 9, 8], [1, 4, 9, 8]],
    [
      [1, 4, 1, 8],
      [1, 4, 10, 8],
      [1, 4, 10, 8],
    ],
    [],
    2 * 4 * 10 * 8,
    4 * 10 * SOFTMAX_AND_SCALE,
  ],
  [
    'decoding by one token, projected',
    'com.microsoft:DecoderMaskedSelfAttention',
    [[1, 1, 32], [32, 96], [96], [1, 10], [2, 1, 4, 9, 8], null, []],
    [
      [1, 1, 32],
      [2, 1, 4, 10, 8],
    ],
    [HEADS],
    32 * 96 + 2 * 10 * 32,
    4 * 10 * (SOFTMAX_AND_SCALE + 1) + 96,
  ],
  [
    'attention to other tokens, with a bias on all three',
    'com.microsoft:MultiHeadAttention',
    [[2, 5, 32], [2, 7, 32], [2, 7, 16], [80]],
    [[2, 5, 16]],
    [HEADS],
    2 * 5 * 7 * (32 + 16),
    2 * 4 * 5 * 7 * SOFTMAX_AND_SCALE + 2 * (5 * 32 + 7 * 48),
  ],
  [
    'attention without padding, at most as much as with it',
    'com.microsoft:PackedAttention',
    [[7, 32], [32, 96], [96], [2, 5], [3]],
    [[7, 32]],
    [HEADS],
    7 * 32 * 96 + 2 * 2 * 5 * 5 * 32,
    2 * 4 * 5 * 5 * SOFTMAX_AND_SCALE + 2 * 5 * 96,
  ],
  [
    'linear attention: the state is updated, asked for the delta and read',
    'LinearAttention',
    [[2, 6, 16], [2, 6, 16], [2, 6, 32], null, [2, 6, 4], [2, 6, 4]],
    [
      [2, 6, 32],
      [2, 4, 4, 8],
    ],
    [integer('q_num_heads', 4), integer('kv_num_heads', 4)],
    2 * 6 * 4 * 3 * 4 * 8,
    2 * 6 * 4 * (4 * 8 + 2 * 8) + 2 * 6 * 32 + 2 * 6 * 4,
  ],
  [
    'linear attention without a delta',
    'LinearAttention',
    [
      [2, 6, 16],
      [2, 6, 16],
      [2, 6, 32],
    ],
    [
      [2, 6, 32],
      [2, 4, 4, 8],
    ],
    [integer('q_num_heads', 4), integer('kv_num_heads', 4), text('update_rule', 'linear')],
    2 * 6 * 4 * 2 * 4 * 8,
    2 * 6 * 32,
  ],
  [
    'a gated delta network, whose value heads share those of the keys',
    'com.microsoft:GatedDeltaNet',
    [[6, 2, 4], [6, 2, 4], [6, 4, 8], null, [6, 4], [6, 4]],
    [[6, 4, 8]],
    [],
    6 * 4 * 3 * 4 * 8,
    6 * 4 * (4 * 8 + 2 * 8) + 6 * 4 * 8 + 6 * 4,
  ],
  [
    'experts, of which each token passes through two of eight',
    'com.microsoft:MoE',
    [
      [16, 64],
      [16, 8],
      [8, 256, 64],
      [8, 256],
      [8, 64, 256],
      [8, 64],
    ],
    [[16, 64]],
    [integer('k', 2), text('activation_type', 'relu')],
    16 * 2 * 2 * 64 * 256,
    6 * 16 * 8 + 16 * 2 * (256 + 64 + 256 + 2 * 64),
  ],
  [
    'experts with packed weights and a gate that is fused to the first layer',
    'com.microsoft:QMoE',
    [[16, 64], [16, 8], [8, 512, 32], [8, 512], null, [8, 64, 128], [8, 64]],
    [[16, 64]],
    [integer('k', 2), integer('swiglu_fusion', 1), text('activation_type', 'swiglu')],
    16 * 2 * (64 * 512 + 64 * 256),
    6 * 16 * 8 + 16 * 2 * (3 * 256 + 2 * 64),
  ],
  [
    'a gated product of packed weights',
    'com.microsoft:MatMulNBitsMlp',
    [[2, 64], null, null, [128, 2, 16], [256], null, [128, 2, 16], [256]],
    [[2, 128]],
    [integer('K', 64), integer('N', 128), text('activation', 'silu')],
    2 * 2 * 64 * 128,
    3 * 2 * 128,
  ],
  [
    'queries, keys and values from packed weights, behind a norm',
    'com.microsoft:MatMulNBitsQkv',
    [[2, 64], null, [64], [64, 2, 16], [128], null, [32, 2, 16], [64], null, [32, 2, 16], [64]],
    [
      [2, 64],
      [2, 32],
      [2, 32],
    ],
    [integer('K', 64), integer('Nq', 64), integer('Nkv', 32)],
    2 * 64 * (64 + 32 + 32),
    4 * 2 * 64 + 2 * 2,
  ],
  [
    'a convolution with the channels last',
    'com.ms.internal.nhwc:Conv',
    [
      [1, 8, 8, 3],
      [16, 5, 5, 3],
    ],
    [[1, 4, 4, 16]],
    [],
    16 * 16 * 75,
    0,
  ],
  [
    'a deformable convolution, which reads between pixels',
    'DeformConv',
    [
      [1, 4, 6, 6],
      [8, 4, 3, 3],
      [1, 18, 6, 6],
    ],
    [[1, 8, 6, 6]],
    [],
    8 * 36 * 4 * 9,
    4 * 9 * 36 * 8,
  ],
  ['a grid of places', 'AffineGrid', [[2, 2, 3], values(2, 1, 5, 6)], [[2, 5, 6, 2]], [], 2 * 30 * 2 * 3, 0],
  [
    'distances',
    'com.microsoft:CDist',
    [
      [5, 8],
      [7, 8],
    ],
    [[5, 7]],
    [text('metric', 'euclidean')],
    5 * 7 * 8,
    2 * (40 + 56) + 4 * 35,
  ],
  [
    'a linear model',
    'ai.onnx.ml:LinearRegressor',
    [[10, 4]],
    [[10, 3]],
    [reals('coefficients', 12), reals('intercepts', 3)],
    10 * 12,
    30,
  ],
  [
    'support vectors with radial kernels',
    'ai.onnx.ml:SVMRegressor',
    [[10, 4]],
    [[10, 1]],
    [reals('support_vectors', 5 * 4), reals('coefficients', 5), reals('rho', 1), text('kernel_type', 'RBF')],
    10 * (20 + 5),
    10 * (20 + 5 * 2 + 1),
  ],
  [
    'trees, which compare as often as the data say',
    'ai.onnx.ml:TreeEnsembleRegressor',
    [[10, 4]],
    [[10, 1]],
    [],
    0,
    null,
  ],
  [
    'a Fourier transform of real values',
    'DFT',
    [[3, 256, 1], values(256), values(1)],
    [[3, 256, 2]],
    [],
    0,
    3 * 2.5 * 256 * 8,
  ],
  [
    'a Fourier transform of windows',
    'STFT',
    [[1, 1024, 1], values(64), [256], values(256)],
    [[1, 13, 129, 2]],
    [],
    0,
    13 * 256 + 13 * 2.5 * 256 * 8,
  ],
  [
    'a rotation',
    'RotaryEmbedding',
    [
      [2, 4, 5, 8],
      [10, 4],
      [10, 4],
      [2, 5],
    ],
    [[2, 4, 5, 8]],
    [],
    0,
    3 * 320,
  ],
  [
    'a rotation of half of each head',
    'RotaryEmbedding',
    [
      [2, 5, 32],
      [10, 2],
      [10, 2],
      [2, 5],
    ],
    [[2, 5, 32]],
    [integer('num_heads', 4), integer('rotary_embedding_dim', 4)],
    0,
    (3 * 320) / 2,
  ],
  [
    'a resize by interpolation',
    'Resize',
    [[1, 2, 4, 4]],
    [[1, 2, 8, 8]],
    [text('mode', 'linear')],
    0,
    128 * 2 * 4,
  ],
  ['a resize by repetition', 'Resize', [[1, 2, 4, 4]], [[1, 2, 8, 8]], [], 0, 0],
  ['a determinant', 'Det', [[5, 3, 3]], [[5]], [], 0, 5 * (2 * (4 + 1) + 3 + 2)],
  [
    'a convolution over the letters of words',
    'com.microsoft:WordConvEmbedding',
    [[6, 10], [16, 1, 3, 8], [16], [100, 8]],
    [[6, 16]],
    [],
    6 * 8 * 16 * 3 * 8,
    3 * 6 * 8 * 16,
  ],
  [
    'embeddings that are summed and normalised',
    'com.microsoft:EmbedLayerNormalization',
    [[2, 5], [2, 5], [100, 8], [16, 8], [2, 8], [8], [8]],
    [[2, 5, 8], [2]],
    [],
    0,
    2 * 80 + 7 * 80 + 2 * 10,
  ],
  [
    'an LSTM with attention to a memory',
    'com.microsoft:AttnLSTM',
    [
      [6, 2, 3],
      [1, 20, 7],
      [1, 20, 5],
      null,
      null,
      null,
      null,
      null,
      [1, 5, 9],
      [1, 4, 9],
      [1, 9],
      [2, 11, 4],
    ],
    [[6, 1, 2, 5]],
    [integer('hidden_size', 5)],
    2 * 11 * 4 * 9 + 6 * 2 * (4 * 5 * (7 + 5) + 5 * 9 + 11 * (9 + 4)),
    6 * 2 * (9 * 5 + 11 * (2 * 9 + 5)),
  ],
  [
    'a mean over some axes',
    'MeanVarianceNormalization',
    [[2, 3, 4, 4]],
    [[2, 3, 4, 4]],
    [integers('axes', [0, 2, 3])],
    0,
    5 * 96 + 2 * 3,
  ],
];

describe('the cost of', () => {
  it.each(CASES)('%s', async (_, op, inputs, outputs, attributes, macs, elementwise) => {
    const { counts } = await profileOf(op, inputs, outputs, attributes);
    expect(counts.macs).toEqual({ value: macs, reason: null });
    expect(counts.flops.value).toBe(elementwise === null ? null : 2 * macs + elementwise);
  });
});

describe('an axis or a length that is not constant', () => {
  it('leaves the cost of a Fourier transform open', async () => {
    const { counts } = await profileOf('DFT', [[3, 256, 1], [], [1]], [[3, 256, 2]]);
    expect(counts.flops).toEqual({ value: null, reason: 'open shapes: operand 2 (DFT)' });
  });
});
