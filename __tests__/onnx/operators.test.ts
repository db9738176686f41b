import { describe, expect, it } from '@jest/globals';
import { integer, integers, text, type AttributeInit } from './fixtures/model-file.js';
import { profileOf } from './fixtures/one-operator.js';

describe('MACs', () => {
  it.each<[string, string, number[][], number[], AttributeInit[], number]>([
    [
      'a convolution',
      'Conv',
      [
        [1, 3, 8, 8],
        [16, 3, 5, 5],
      ],
      [1, 16, 4, 4],
      [],
      16 * 16 * 3 * 25,
    ],
    [
      'a convolution in groups',
      'Conv',
      [
        [1, 8, 6, 6],
        [8, 1, 3, 3],
      ],
      [1, 8, 6, 6],
      [integer('group', 8)],
      8 * 36 * 9,
    ],
    [
      'a convolution over time',
      'Conv',
      [
        [2, 4, 10],
        [6, 4, 3],
      ],
      [2, 6, 8],
      [],
      2 * 6 * 8 * 4 * 3,
    ],
    [
      'a transposed convolution',
      'ConvTranspose',
      [
        [1, 4, 5, 5],
        [4, 7, 2, 2],
      ],
      [1, 7, 10, 10],
      [],
      4 * 25 * 7 * 4,
    ],
    [
      'a fused convolution',
      'com.microsoft:FusedConv',
      [
        [1, 3, 8, 8],
        [16, 3, 5, 5],
      ],
      [1, 16, 4, 4],
      [],
      16 * 16 * 75,
    ],
    [
      'an integer convolution',
      'ConvInteger',
      [
        [1, 3, 8, 8],
        [16, 3, 5, 5],
      ],
      [1, 16, 4, 4],
      [],
      16 * 16 * 75,
    ],
    [
      'a quantised convolution',
      'QLinearConv',
      [[1, 3, 8, 8], [1], [1], [16, 3, 5, 5], [1], [1], [1], [1]],
      [1, 16, 4, 4],
      [],
      16 * 16 * 75,
    ],
    [
      'a Gemm',
      'Gemm',
      [
        [2, 3],
        [3, 5],
      ],
      [2, 5],
      [],
      30,
    ],
    [
      'a Gemm of a transposed matrix',
      'Gemm',
      [
        [3, 2],
        [3, 5],
      ],
      [2, 5],
      [integer('transA', 1)],
      30,
    ],
    [
      'a Gemm by a transposed matrix',
      'Gemm',
      [
        [2, 3],
        [5, 3],
      ],
      [2, 5],
      [integer('transB', 1)],
      30,
    ],
    [
      'a product of matrices',
      'MatMul',
      [
        [2, 3],
        [3, 5],
      ],
      [2, 5],
      [],
      30,
    ],
    [
      'a product of stacked matrices',
      'MatMul',
      [
        [4, 1, 2, 3],
        [7, 3, 5],
      ],
      [4, 7, 2, 5],
      [],
      4 * 7 * 30,
    ],
    ['a product of vector and matrix', 'MatMul', [[3], [3, 5]], [5], [], 15],
    [
      'a fused product',
      'com.microsoft:FusedMatMul',
      [
        [3, 2],
        [3, 5],
      ],
      [2, 5],
      [integer('transA', 1)],
      30,
    ],
    [
      'an integer product',
      'MatMulInteger',
      [
        [2, 3],
        [3, 5],
      ],
      [2, 5],
      [],
      30,
    ],
    ['a quantised product', 'QLinearMatMul', [[2, 3], [1], [1], [3, 5], [1], [1], [1], [1]], [2, 5], [], 30],
    ['a quantised Gemm', 'com.microsoft:QGemm', [[2, 3], [1], [1], [3, 5], [1], [1]], [2, 5], [], 30],
    [
      'a product with packed weights',
      'com.microsoft:MatMulNBits',
      [
        [2, 64],
        [5, 2, 16],
      ],
      [2, 5],
      [integer('K', 64), integer('N', 5)],
      640,
    ],
    [
      'an LSTM',
      'LSTM',
      [
        [6, 2, 3],
        [1, 20, 3],
        [1, 20, 5],
      ],
      [6, 1, 2, 5],
      [integer('hidden_size', 5)],
      6 * 2 * 4 * 5 * 8,
    ],
    [
      'an LSTM in both directions',
      'LSTM',
      [
        [6, 2, 3],
        [2, 20, 3],
        [2, 20, 5],
      ],
      [6, 2, 2, 5],
      [text('direction', 'bidirectional')],
      2 * 6 * 2 * 4 * 5 * 8,
    ],
    [
      'an LSTM with the batch first',
      'LSTM',
      [
        [2, 6, 3],
        [1, 20, 3],
        [1, 20, 5],
      ],
      [2, 6, 1, 5],
      [integer('layout', 1)],
      6 * 2 * 4 * 5 * 8,
    ],
    [
      'a GRU',
      'GRU',
      [
        [6, 2, 3],
        [1, 15, 3],
        [1, 15, 5],
      ],
      [6, 1, 2, 5],
      [],
      6 * 2 * 3 * 5 * 8,
    ],
    [
      'an RNN',
      'RNN',
      [
        [6, 2, 3],
        [1, 5, 3],
        [1, 5, 5],
      ],
      [6, 1, 2, 5],
      [],
      6 * 2 * 5 * 8,
    ],
  ])('of %s', async (_, op, inputs, output, attributes, macs) => {
    const { counts, coverage } = await profileOf(op, inputs, [output], attributes);
    expect(counts.macs).toEqual({ value: macs, reason: null });
    expect(counts.flops.value).toBeGreaterThanOrEqual(2 * macs);
    expect(coverage.costed).toBe(1);
  });

  it('are none of an elementwise operator, a pooling or a movement', async () => {
    for (const op of ['Relu', 'MaxPool', 'Transpose', 'Softmax']) {
      expect((await profileOf(op, [[1, 2, 4, 4]], [[1, 2, 4, 4]])).counts.macs.value).toBe(0);
    }
  });
});

describe('elementwise operations', () => {
  it.each<[string, string, (number[] | null)[], number[], AttributeInit[], number]>([
    [
      'one for each element that is written',
      'Mul',
      [
        [4, 1],
        [1, 5],
      ],
      [4, 5],
      [],
      20,
    ],
    ['n - 1 for n operands', 'Sum', [[3], [3], [3]], [3], [], 6],
    ['one for each element that is reduced', 'ReduceMean', [[4, 5]], [4, 1], [], 20],
    [
      'the window for each element of a pooling',
      'MaxPool',
      [[1, 2, 8, 8]],
      [1, 2, 4, 4],
      [integers('kernel_shape', [2, 2])],
      128,
    ],
    ['five for each element of a softmax', 'Softmax', [[2, 3]], [2, 3], [], 30],
    [
      'those of a layer norm written out, with the epsilon and the root of each row',
      'LayerNormalization',
      [[2, 3], [3], [3]],
      [2, 3],
      [],
      7 * 6 + 2 * 2,
    ],
    [
      'two for each element of a folded batch norm',
      'BatchNormalization',
      [[1, 3, 2], [3], [3], [3], [3]],
      [1, 3, 2],
      [],
      12,
    ],
    ['a stated zero for what moves data', 'Concat', [[2], [3]], [5], [], 0],
  ])('are %s', async (_, op, inputs, output, attributes, operations) => {
    const { counts } = await profileOf(op, inputs, [output], attributes);
    expect(counts.flops).toEqual({ value: operations, reason: null });
  });
});

describe('activations', () => {
  it('are the elements of every output', async () => {
    expect(
      (
        await profileOf(
          'Split',
          [[4, 6]],
          [
            [4, 2],
            [4, 4],
          ],
        )
      ).counts.activations.value,
    ).toBe(24);
  });

  it('are none where the output is the input under another shape', async () => {
    expect((await profileOf('Reshape', [[4, 6], [1]], [[24]])).counts.activations.value).toBe(0);
  });
});

describe('what cannot be known', () => {
  it('is unknown and named for an operator without a rule', async () => {
    const { counts, coverage, operators } = await profileOf('com.example:Mystery', [[2]], [[2]]);
    expect(counts.macs).toEqual({ value: null, reason: 'no cost rule for com.example.Mystery' });
    expect(counts.flops).toEqual({ value: null, reason: 'no cost rule for com.example.Mystery' });
    expect(counts.activations.value).toBe(2);
    expect(counts.operators.value).toBe(1);
    expect(coverage).toEqual({ costed: 0, total: 1, uncosted: ['com.example.Mystery'] });
    expect(operators).toEqual([
      { op: 'com.example.Mystery', count: 1, macs: null, elementwise: null, activations: 2, parameters: 0 },
    ]);
  });

  it('leaves MACs exact where an operator is known not to contract', async () => {
    const { counts, coverage } = await profileOf(
      'NonMaxSuppression',
      [
        [1, 9, 4],
        [1, 1, 9],
      ],
      [[5, 3]],
    );
    expect(counts.macs).toEqual({ value: 0, reason: null });
    expect(counts.flops).toEqual({ value: null, reason: 'no cost stated for NonMaxSuppression' });
    expect(coverage.uncosted).toEqual(['NonMaxSuppression']);
  });

  it('names the shape that is open', async () => {
    const { counts } = await profileOf(
      'MatMul',
      [
        [2, 3],
        [3, 5],
      ],
      [null],
    );
    expect(counts.macs).toEqual({ value: null, reason: 'open shapes: "o0" (MatMul)' });
  });

  it('is not made of operators that are named like properties of objects', async () => {
    for (const op of ['constructor', '__proto__', 'toString']) {
      expect((await profileOf(op, [[2]], [[2]])).counts.macs.reason).toBe(`no cost rule for ${op}`);
    }
  });

  it('includes numbers beyond counting and below zero', async () => {
    const huge = await profileOf(
      'MatMul',
      [
        [2 ** 20, 2 ** 20],
        [2 ** 20, 2 ** 20],
      ],
      [[2 ** 20, 2 ** 20]],
    );
    expect(huge.counts.macs.value).toBeNull();
    const negative = await profileOf('com.microsoft:MatMulNBits', [[2, 64]], [[2, 5]], [integer('K', -64)]);
    expect(negative.counts.macs.reason).toMatch(
      /beyond any number that can be counted: com.microsoft.MatMulNBits/,
    );
  });
});
