import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '../../src/measure/measurement.js';
import { sfc32 } from '../../src/measure/random.js';
import { drawSchedule } from '../../src/measure/schedule.js';

describe('a schedule', () => {
  it('launches every role once and runs every role once for each block', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (blocks, seed) => {
        const { launchOrder, runOrders } = drawSchedule(blocks, sfc32(seed));
        expect(runOrders).toHaveLength(blocks);
        for (const order of [launchOrder, ...runOrders]) expect(order.toSorted()).toEqual(ROLES.toSorted());
      }),
    );
  });

  it('has no favourite: base, head and control each come first about as often, at launch and in blocks', () => {
    const random = sfc32(11);
    const first = { launch: new Map<string, number>(), run: new Map<string, number>() };
    const count = (map: Map<string, number>, role: string): void =>
      void map.set(role, (map.get(role) ?? 0) + 1);
    for (let i = 0; i < 3000; i += 1) {
      const { launchOrder, runOrders } = drawSchedule(1, random);
      count(first.launch, launchOrder[0]!);
      count(first.run, runOrders[0]![0]!);
    }
    for (const map of [first.launch, first.run]) {
      for (const role of ROLES) expect(Math.abs(map.get(role)! - 1000)).toBeLessThan(130);
    }
  });

  it('is the same for the same seed', () => {
    expect(drawSchedule(5, sfc32(3))).toEqual(drawSchedule(5, sfc32(3)));
  });
});
