import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { askAgreement } from '../../src/measure/ask-agreement.js';
import type { Executor } from '../../src/measure/executor.js';
import type { FeedSpec } from '../../src/measure/feed.js';
import type { Side } from '../../src/measure/measure-models.js';
import { DistanceTally } from '../../src/measure/output-distance.js';
import { bundleWorker, executorOf, temporaryFolder } from '../fixtures/worker-bundle.js';
import { value, writeModel } from '../fixtures/worker-models.js';

const tensor = (dims: number[], data: number[]) => ({ type: 'float32', dims, data: Float32Array.from(data) });

describe('the distance of outputs', () => {
  it('is the largest over all tensors, relative to the largest element of its own', () => {
    const tally = new DistanceTally();
    tally.add(tensor([1, 2], [100, -200]), tensor([1, 2], [101, -200]));
    tally.add(tensor([1, 2], [1, 2]), tensor([1, 2], [1, 2.5]));
    expect(tally.total).toMatchObject({ maxAbsolute: 1, maxRelative: 0.25, notFinite: 0 });
  });

  it('has the cosine of the tensors that point apart most', () => {
    const tally = new DistanceTally();
    tally.add(tensor([2], [1, 0]), tensor([2], [2, 0]));
    tally.add(tensor([2], [1, 0]), tensor([2], [1, 1]));
    expect(tally.total.minCosine).toBeCloseTo(Math.SQRT1_2, 7);
  });

  it('counts rows of classes whose largest is at the same place', () => {
    const tally = new DistanceTally();
    tally.add(tensor([2, 3], [1, 5, 2, 9, 0, 0]), tensor([2, 3], [1, 6, 2, 0, 0, 9]));
    expect(tally.total.top1Agreement).toBe(0.5);
  });

  it('finds no classes in an image or a scalar', () => {
    const tally = new DistanceTally();
    tally.add(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 2], [2, 1]));
    tally.add(tensor([], [1]), tensor([], [2]));
    expect(tally.total.top1Agreement).toBeNull();
  });

  it('tells elements that are finite on one side only, and takes equal infinities for equal', () => {
    const tally = new DistanceTally();
    tally.add(tensor([4], [NaN, Infinity, 1, -Infinity]), tensor([4], [NaN, Infinity, NaN, Infinity]));
    expect(tally.total).toMatchObject({ notFinite: 2, maxAbsolute: 0 });
  });

  it('reads half precision by its value and not by its bits, and 64-bit integers', () => {
    const tally = new DistanceTally();
    // 1 and 2.
    const half = (bits: number) => ({ type: 'float16', dims: [1], data: Uint16Array.of(bits) });
    tally.add(half(0x3c00), half(0x4000));
    const long = (one: bigint) => ({ type: 'int64', dims: [1], data: BigInt64Array.of(one) });
    tally.add(long(5n), long(9n));
    expect(tally.total).toMatchObject({ maxAbsolute: 4, maxRelative: 1 });
  });
});

let folder: string;
let executor: Executor;
beforeAll(async () => {
  folder = temporaryFolder();
  executor = executorOf({ workerFile: await bundleWorker(folder), temporaryFolder: folder });
});
afterAll(async () => {
  await executor.close();
  rmSync(folder, { recursive: true });
});

const feed: FeedSpec = { name: 'x', type: 'float32', shape: [2, 4], fill: { kind: 'normal' } };

/** `y = op(x)`, of which a model may name its output otherwise. */
const unary = (name: string, opType: string, output = 'y', feeds: FeedSpec[] = [feed]): Side => ({
  label: name,
  modelPath: writeModel(folder, name, {
    node: [{ opType, name: 'only', input: ['x'], output: [output] }],
    input: [value('x', 'float32', [2, 4])],
    output: [value(output, 'float32', null)],
  }),
  feeds,
});

const agreement = (base: Side, head: Side) =>
  askAgreement({ base, head }, { provider: 'cpu', threads: 1 }, 1, executor);

describe('output agreement', () => {
  it('of two models that do the same is full, on eight inputs, whatever they call their outputs', async () => {
    expect(await agreement(unary('copy', 'Identity'), unary('renamed', 'Identity', 'z'))).toEqual({
      indicator: 'output_agreement',
      provenance: 'measured',
      inputs: 8,
      outputs: 1,
      maxAbsolute: 0,
      maxRelative: 0,
      minCosine: 1,
      top1Agreement: 1,
      notFinite: 0,
    });
  });

  it('of a model and its negative is none', async () => {
    const found = await agreement(unary('positive', 'Identity'), unary('negative', 'Neg'));
    expect(found).toMatchObject({ maxRelative: expect.closeTo(2, 5), minCosine: expect.closeTo(-1, 5) });
    expect(found).toMatchObject({ top1Agreement: 0 });
  });

  it('needs one input only where every input is given', async () => {
    const given: FeedSpec = { ...feed, fill: { kind: 'constant', value: 1 } };
    const found = await agreement(unary('one', 'Identity', 'y', [given]), unary('two', 'Abs', 'y', [given]));
    expect(found).toMatchObject({ inputs: 1, maxAbsolute: 0 });
  });

  it('is not measured where shapes, inputs or kinds of output differ, and says which', async () => {
    const copy = unary('plain', 'Identity');
    const shape = await agreement(copy, unary('shape', 'Transpose'));
    expect(shape).toMatchObject({
      provenance: 'not-measured',
      reason: 'output "y" has the shape [2, 4] in the base and [4, 2] in the head',
    });
    const other = { ...copy, feeds: [{ ...feed, name: 'state' }] };
    expect(await agreement(copy, other)).toMatchObject({
      reason: 'the base takes x float32 [2, 4], the head state float32 [2, 4]',
    });
  });

  it('is not measured, and nothing fails, where a model cannot be run', async () => {
    const broken = unary('broken', 'NoSuchOperator');
    expect(await agreement(unary('sound', 'Identity'), broken)).toMatchObject({
      provenance: 'not-measured',
      reason: expect.stringContaining('NoSuchOperator'),
    });
  });
});
