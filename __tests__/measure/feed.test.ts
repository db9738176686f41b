import { describe, expect, it } from '@jest/globals';
import { generate, summariseFeed } from '../../src/measure/feed.js';
import type { FeedSpec, Fill } from '../../src/measure/feed.js';
import type { TensorType } from '../../src/measure/tensor-types.js';

const feed = (spec: Partial<FeedSpec>): FeedSpec => ({
  name: 'x',
  type: 'float32',
  shape: [2, 3],
  fill: { kind: 'normal' },
  ...spec,
});

const make = (type: TensorType, fill: Fill, shape = [1000]): ReturnType<typeof generate> =>
  generate(feed({ type, shape }), fill, 1);

describe('generated data', () => {
  it('is the same for the same name, shape and seed', () => {
    expect(generate(feed({}), { kind: 'normal' }, 1)).toEqual(generate(feed({}), { kind: 'normal' }, 1));
  });

  it.each([
    ['name', feed({ name: 'y' }), 1],
    ['shape', feed({ shape: [3, 2] }), 1],
    ['seed', feed({}), 2],
  ])('is other for another %s', (_what, other, seed) => {
    expect(generate(other, { kind: 'normal' }, seed)).not.toEqual(generate(feed({}), { kind: 'normal' }, 1));
  });

  it('has as many elements as the shape says, one for a scalar and none for an empty tensor', () => {
    expect(make('float32', { kind: 'normal' }, [4, 5])).toHaveLength(20);
    expect(make('float32', { kind: 'normal' }, [])).toHaveLength(1);
    expect(make('float32', { kind: 'normal' }, [3, 0])).toHaveLength(0);
    expect(make('string', { kind: 'constant', value: 'a' }, [2])).toEqual(['a', 'a']);
  });

  it('draws whole numbers from a closed range for integers', () => {
    const data = [...(make('int32', { kind: 'uniform', low: -2, high: 2 }) as Int32Array)];
    expect(new Set(data)).toEqual(new Set([-2, -1, 0, 1, 2]));
  });

  it('draws any number of a range for floats', () => {
    const data = [...(make('float64', { kind: 'uniform', low: 5, high: 6 }) as Float64Array)];
    expect(Math.min(...data)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...data)).toBeLessThanOrEqual(6);
    expect(new Set(data).size).toBeGreaterThan(900);
  });

  it('holds 64-bit integers as such', () => {
    expect(make('int64', { kind: 'constant', value: 16000 }, [])).toEqual(BigInt64Array.of(16000n));
    expect(make('uint64', { kind: 'constant', value: 7 }, [])).toEqual(BigUint64Array.of(7n));
  });

  it('holds half precision as bits', () => {
    expect(make('float16', { kind: 'constant', value: 1 }, [])).toEqual(Uint16Array.of(0x3c00));
  });

  it('holds booleans as 0 and 1', () => {
    expect(make('bool', { kind: 'constant', value: true }, [2])).toEqual(Uint8Array.of(1, 1));
  });
});

describe('the summary of a feed', () => {
  it.each([
    [{ kind: 'normal' }, 'standard normal, seeded'],
    [{ kind: 'uniform', low: 0, high: 1 }, 'uniform from 0 to 1, seeded'],
    [{ kind: 'constant', value: 16000 }, 'every element 16000'],
    [{ kind: 'file', path: '/private/x.npy', label: 'test/x.npy' }, 'from test/x.npy'],
  ] as const)('says how it is filled: %j', (fill, words) => {
    expect(summariseFeed(feed({ fill }))).toEqual({ name: 'x', type: 'float32', shape: [2, 3], fill: words });
  });
});
