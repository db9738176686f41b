import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balance } from '../../src/fleet/balance.js';

const loadsOf = (costs: readonly number[], bins: readonly (readonly number[])[]): number[] =>
  bins.map((pieces) => pieces.reduce((sum, piece) => sum + (costs[piece] ?? 0), 0));
const longest = (values: readonly number[]): number => values.reduce((most, one) => Math.max(most, one), 0);

describe('work spread over shards', () => {
  const work = fc.tuple(
    fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 80 }),
    fc.integer({ min: 1, max: 30 }),
  );

  it('has each piece once, and no shard without any', () => {
    fc.assert(
      fc.property(work, ([costs, shards]) => {
        const bins = balance(costs, shards);
        expect(bins).toHaveLength(Math.min(shards, costs.length));
        expect(bins.every((pieces) => pieces.length > 0)).toBe(true);
        expect(bins.flat().sort((one, other) => one - other)).toEqual(costs.map((_, piece) => piece));
      }),
    );
  });

  it('takes at most four thirds of the shortest time that is possible', () => {
    fc.assert(
      fc.property(work, ([costs, shards]) => {
        const total = costs.reduce((sum, cost) => sum + cost, 0);
        const sorted = [...costs].sort((one, other) => other - one);
        // Two of the longest `shards + 1` pieces share a shard, whatever is done.
        const pair = (sorted[shards - 1] ?? 0) + (sorted[shards] ?? 0);
        const bound = Math.max(total / shards, longest(costs), costs.length > shards ? pair : 0);
        expect(longest(loadsOf(costs, balance(costs, shards)))).toBeLessThanOrEqual((4 / 3) * bound + 1e-6);
      }),
    );
  });

  it('of 500 models on 20 runners takes at most a tenth longer than the lower bound', () => {
    // From a million to ten thousand million MACs, as evenly spread in their logarithm as models are.
    const costs = Array.from({ length: 500 }, (_, index) => 10 ** (6 + 4 * ((index * 0.6180339887) % 1)));
    const bound = Math.max(costs.reduce((sum, cost) => sum + cost, 0) / 20, longest(costs));
    const makespan = longest(loadsOf(costs, balance(costs, 20)));
    expect(makespan / bound).toBeGreaterThanOrEqual(1);
    expect(makespan / bound).toBeLessThan(1.1);
  });

  it('is one empty shard where there is none', () => {
    expect(balance([], 4)).toEqual([[]]);
  });

  it('spreads what costs nothing, too', () => {
    expect(balance([0, 0, 0, 0], 2)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});
