import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readModel } from '../../src/onnx/reader.js';
import { countWeights, type WeightCounts } from '../../src/onnx/weights/count.js';
import {
  bytes,
  encode,
  floats,
  int64s,
  integer,
  integers,
  node,
  tensor,
  TYPE,
  value,
  written,
  type GraphInit,
  type NodeInit,
  type TensorInit,
} from './fixtures/model-file.js';

async function counted(
  graph: GraphInit,
  file = written(encode({ graph: { name: 'g', ...graph } })),
): Promise<WeightCounts> {
  return countWeights(await readModel(file), { file, label: 'a.onnx' });
}

/** A model whose one weight is `w`, read by that node. */
const reading = (
  w: TensorInit,
  reader: NodeInit = node('MatMul', ['x', 'w'], ['y']),
  others: TensorInit[] = [],
) => ({
  input: [value('x')],
  initializer: [w, ...others],
  node: [reader],
  output: [value('y')],
});

const nonZero = async (...given: Parameters<typeof counted>): Promise<number | null> =>
  (await counted(...given)).non_zero_parameters.value;

const VALUES = [0, 1, -0, 2, 0, -3, 0.5, 0];
const NON_ZERO = 4;
const dims = [2n, 4n];
const raw = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const halves = Uint16Array.of(0, 0x3c00, 0x8000, 0x4000, 0, 0xc200, 0x3800, 0);

describe('parameters that are not zero', () => {
  it.each<[string, TensorInit]>([
    ['float32 as raw bytes', { dataType: 1, rawData: raw(Float32Array.from(VALUES)) }],
    ['float32 as numbers', { dataType: 1, floatData: VALUES }],
    ['float64 as raw bytes', { dataType: 11, rawData: raw(Float64Array.from(VALUES)) }],
    ['float64 as numbers', { dataType: 11, doubleData: VALUES }],
    ['float16 as raw bytes', { dataType: 10, rawData: raw(halves) }],
    ['float16 as integers', { dataType: 10, int32Data: [...halves] }],
    ['bfloat16', { dataType: 16, rawData: raw(Uint16Array.of(0, 1, 0x8000, 2, 0, 3, 4, 0)) }],
    ['float8e4m3fn', { dataType: 17, rawData: Uint8Array.of(0, 1, 0x80, 2, 0, 3, 4, 0) }],
    ['float4e2m1, two in a byte', { dataType: 23, rawData: Uint8Array.of(0x10, 0x28, 0x30, 0x04) }],
    ['complex64', { dataType: 14, floatData: VALUES.flatMap((each) => [0, each]) }],
  ])('are counted in %s', async (_case, held) => {
    const w = { name: 'w', dims, ...held };
    expect(await nonZero(reading(w))).toBe(NON_ZERO);
  });

  it('knows that the float8 types without a negative zero have a NaN in its place', async () => {
    const w = { name: 'w', dims: [2n], dataType: 18, rawData: Uint8Array.of(0, 0x80) };
    expect(await nonZero(reading(w))).toBe(1);
  });

  it.each([
    ['raw bytes', (w: Float32Array) => ({ rawData: bytes(w) })],
    ['numbers', (w: Float32Array) => ({ floatData: [...w] })],
  ])('are counted beyond what the lean copy holds, as %s', async (_case, held) => {
    const w = Float32Array.from({ length: 300_000 }, (_, index) => index % 3);
    const file = written(
      encode({
        graph: { name: 'g', ...reading({ name: 'w', dataType: 1, dims: [300n, 1000n], ...held(w) }) },
      }),
    );
    expect(await nonZero({}, file)).toBe(200_000);
  });

  it('are counted in integers of variable length, negative ones included', async () => {
    const int32Data = Array.from({ length: 9000 }, (_, index) => [-1, 0, 300][index % 3] ?? 0);
    const w = { name: 'w', dataType: TYPE.int32, dims: [9000n], int32Data };
    const quantised = node('QLinearConv', ['x', 's', 'z', 'k', 's', 'z', 's', 'z', 'w'], ['y']);
    const others = [floats('s', []), tensor('z', TYPE.int8, []), tensor('k', TYPE.int8, [1, 1, 1, 1])];
    expect(await nonZero(reading(w, quantised, others))).toBe(6000);
  });

  it('are counted in external data, from its offset on', async () => {
    const external = Object.entries({ location: 'w.bin', offset: '8', length: '24000' });
    const w = {
      name: 'w',
      dataType: 1,
      dims: [6000n],
      dataLocation: 1,
      externalData: external.map(([key, entry]) => ({ key, value: entry })),
    };
    const file = written(encode({ graph: { name: 'g', ...reading(w) } }));
    const data = Float32Array.from({ length: 6002 }, (_, index) => (index < 2 ? 9 : index % 2));
    writeFileSync(path.join(path.dirname(file), 'w.bin'), bytes(data));
    expect(await nonZero({}, file)).toBe(3000);
  });

  it('are all or none of a tensor of one value, which is not made', async () => {
    const filled = (fill: number[]): GraphInit => ({
      input: [value('x')],
      initializer: [int64s('shape', [2 ** 20, 2 ** 20])],
      node: [
        node(
          'ConstantOfShape',
          ['shape'],
          ['w'],
          [{ name: 'value', type: 4, t: { dataType: 1, dims: [1n], floatData: fill } }],
        ),
        node('MatMul', ['x', 'w'], ['y']),
      ],
      output: [value('y')],
    });
    const zeros = await counted(filled([0]));
    expect(zeros.non_zero_parameters.value).toBe(0);
    expect(zeros.two_of_four_parameters.value).toBe(2 ** 40);
    expect(zeros.zero_channels.value).toBe(2 ** 20);
    expect(await counted({ ...filled([3]), initializer: [int64s('shape', [200, 300])] })).toEqual({
      non_zero_parameters: { value: 60_000, reason: null },
      two_of_four_parameters: { value: 0, reason: null },
      zero_channels: { value: 0, reason: null },
    });
  });

  it('are the values of a sparse tensor, whose patterns stay unknown', async () => {
    const sparse = {
      dims: [4n, 4n],
      values: { name: 'w', dataType: 1, dims: [3n], floatData: [1, 2, 0] },
      indices: int64s('', [0, 1, 2]),
    };
    const counts = await counted({
      input: [value('x')],
      sparseInitializer: [sparse],
      node: [node('MatMul', ['x', 'w'], ['y'])],
      output: [value('y')],
    });
    expect(counts.non_zero_parameters.value).toBe(2);
    expect(counts.zero_channels).toEqual({ value: null, reason: expect.stringContaining('"w" (sparse)') });
  });
});

describe('zero of a quantised weight', () => {
  const w = { name: 'w', dataType: TYPE.uint8, dims: [2n, 3n], rawData: Uint8Array.of(0, 128, 7, 128, 0, 7) };
  const dequantised = (zero: TensorInit, axis = 1): GraphInit => ({
    input: [value('x')],
    initializer: [w, zero, floats('s', zero.dims?.map(Number) ?? [])],
    node: [
      node('DequantizeLinear', ['w', 's', 'z'], ['d'], [integer('axis', axis)]),
      node('MatMul', ['x', 'd'], ['y']),
    ],
    output: [value('y')],
  });

  it('is its zero point', async () => {
    expect(
      await nonZero(dequantised({ name: 'z', dataType: TYPE.uint8, dims: [], rawData: Uint8Array.of(128) })),
    ).toBe(4);
  });

  it('is the zero point of each channel', async () => {
    const zero = { name: 'z', dataType: TYPE.uint8, dims: [3n], rawData: Uint8Array.of(128, 0, 7) };
    // 0 128 7 and 128 0 7 against 128 0 7.
    expect(await nonZero(dequantised(zero))).toBe(2);
    expect(await nonZero(dequantised({ ...zero, dims: [2n], rawData: Uint8Array.of(0, 7) }, 0))).toBe(4);
  });

  it('is plain zero without one', async () => {
    const { node: nodes, ...rest } = dequantised(tensor('z', TYPE.uint8, []));
    expect(await nonZero({ ...rest, node: [node('DequantizeLinear', ['w', 's'], ['d']), nodes![1]!] })).toBe(
      4,
    );
  });

  it.each([
    ['com.microsoft:QAttention', ['x', 'w', '', 's', 's', '', '', 'z']],
    ['com.microsoft:QLinearConv', ['x', 's', 'u', 'w', 's', 'z', 's', 'u']],
  ])('is the operand of %s that says so', async (op, inputs) => {
    const zero = { name: 'z', dataType: TYPE.uint8, dims: [1n], rawData: Uint8Array.of(128) };
    const graph = reading(w, node(op, inputs, ['y']), [zero, floats('s', [1]), tensor('u', TYPE.uint8, [1])]);
    expect(await nonZero(graph)).toBe(4);
  });

  it.each([
    ['as its columns', 0, 2],
    ['as its rows where it is transposed', 1, 0],
  ])('of a product goes with its outputs, which the weight has %s', async (_, transB, count) => {
    const square = { name: 'w', dataType: TYPE.uint8, dims: [2n, 2n], rawData: Uint8Array.of(7, 7, 9, 9) };
    const zero = { name: 'z', dataType: TYPE.uint8, dims: [2n], rawData: Uint8Array.of(7, 9) };
    const operands = ['x', 's', 'u', 'w', 's', 'z'];
    const product = node('com.microsoft:QGemm', operands, ['y'], [integer('transB', transB)]);
    const graph = reading(square, product, [zero, floats('s', [1]), tensor('u', TYPE.uint8, [])]);
    expect(await nonZero(graph)).toBe(count);
  });

  it('is unknown where it is computed', async () => {
    const graph = dequantised(tensor('unused', TYPE.uint8, []));
    const { non_zero_parameters: count } = await counted({
      ...graph,
      input: [value('x'), value('z', [], TYPE.uint8)],
    });
    expect(count).toEqual({
      value: null,
      reason: expect.stringContaining('"w" (its zero point is no constant)'),
    });
  });
});

const W = 'w';
/** A weight of floats, row by row. */
const weight = (shape: number[], values: readonly number[]): TensorInit => ({
  name: W,
  dataType: 1,
  dims: shape.map(BigInt),
  floatData: [...values],
});
const patterns = async (...given: Parameters<typeof reading>): Promise<[number | null, number | null]> => {
  const { two_of_four_parameters: pruned, zero_channels: channels } = await counted(reading(...given));
  return [pruned.value, channels.value];
};

describe('patterns of zeros', () => {
  // Rows keep two of each four; the first and last column of each four are zero.
  const byRow = [0, 1, 2, 0, 0, 3, 4, 0];
  it('are sought along the axis that is summed over', async () => {
    const [w, transposed] = [weight([1, 8], byRow), weight([8, 1], byRow)];
    const gemm = (transB: number): NodeInit => node('Gemm', ['x', W], ['y'], [integer('transB', transB)]);
    expect(await patterns(transposed)).toEqual([8, 0]);
    expect(await patterns(w)).toEqual([0, 4]);
    expect(await patterns(w, gemm(1))).toEqual([8, 0]);
    expect(await patterns(w, gemm(0))).toEqual([0, 4]);
    expect(await patterns(transposed, gemm(0))).toEqual([8, 0]);
    const fused = (...attributes: string[]): NodeInit =>
      node(
        'com.microsoft:FusedMatMul',
        ['x', W],
        ['y'],
        attributes.map((name) => integer(name, 1)),
      );
    expect(await patterns(w, fused('transB'))).toEqual([8, 0]);
    expect(await patterns(w, fused())).toEqual([0, 4]);
    expect(await patterns(w, fused('transB', 'transBatchB'))).toEqual([0, 0]);
  });

  it('are sought over the input channels of a convolution, at each place of the kernel', async () => {
    const conv = node('Conv', ['x', W], ['y']);
    const kept = [1, 0, 0, 1, 1, 0, 0, 1];
    // [2 outputs, 4 inputs, 2 places], the second output zero.
    expect(await patterns(weight([2, 4, 2], [...kept, 0, 0, 0, 0, 0, 0, 0, 0]), conv)).toEqual([16, 1]);
    expect(await patterns(weight([2, 4, 2], [...kept, 1, 0, 1, 0, 1, 0, 0, 0]), conv)).toEqual([0, 0]);
  });

  it('are found behind a transposition', async () => {
    const graph = reading(weight([1, 8], byRow), node('MatMul', ['x', 't'], ['y']));
    const transpose = node('Transpose', [W], ['t'], [integers('perm', [1, 0])]);
    const counts = await counted({ ...graph, node: [transpose, ...graph.node] });
    expect(counts.two_of_four_parameters.value).toBe(8);
    expect(counts.zero_channels.value).toBe(0);
  });

  it('agree with the obvious way to find them', async () => {
    const drawn = fc.record({
      rows: fc.integer({ min: 4, max: 11 }),
      columns: fc.integer({ min: 1, max: 6 }),
      dice: fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ rows, columns, dice }) => {
        const table = Array.from({ length: rows }, () =>
          Array.from({ length: columns }, () => (dice.next().value === 2 ? 1 : 0)),
        );
        const inColumns = Array.from({ length: columns }, (_, column) =>
          table.map((row) => row[column] ?? 0),
        );
        const groups = inColumns.flatMap((column) =>
          Array.from({ length: Math.ceil(rows / 4) }, (_, group) => column.slice(4 * group, 4 * group + 4)),
        );
        const holds = groups.every((group) => group.filter((each) => each !== 0).length <= 2);
        const zero = inColumns.filter((column) => column.every((each) => each === 0)).length;
        expect(await patterns(weight([rows, columns], table.flat()))).toEqual([
          holds ? rows * columns : 0,
          zero,
        ]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

it('weights that are packed for an operator are not looked into, by name', async () => {
  const packed = node(
    'com.microsoft:MatMulNBits',
    ['x', 'w', 's'],
    ['y'],
    [integer('K', 32), integer('N', 1)],
  );
  const counts = await counted(reading(tensor('w', TYPE.uint8, [1, 1, 16]), packed, [floats('s', [1])]));
  expect(counts.non_zero_parameters).toEqual({
    value: null,
    reason: expect.stringContaining('"w" (packed for com.microsoft.MatMulNBits)'),
  });
});
