import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GateError } from '../../src/errors.js';
import {
  BLOCKS_PER_ROUND,
  deadlineOf,
  planBudget,
  PLANNED_ROUNDS,
  roundCost,
} from '../../src/measure/budget.js';
import type { Budget, BudgetPlan } from '../../src/measure/budget.js';

const MINIMUM = 11;

const plan = (budget: Budget, startS: number, blockS: number, spentS = 0): BudgetPlan =>
  planBudget(budget, { base: { startS, blockS }, head: { startS, blockS } }, spentS, MINIMUM);

describe('the cost of a round', () => {
  it('is that of one process of the head and two of the base', () => {
    expect(roundCost({ startS: 1, blockS: 0.1 }, { startS: 2, blockS: 0.5 }, 3)).toBeCloseTo(2 + 2 + 3 * 0.7);
  });
});

describe('the automatic budget', () => {
  it('is 30 s for a quick model, with more than 24 rounds', () => {
    const { budgetS, plannedRounds, blocksPerRound } = plan('auto', 0.15, 0.01);
    expect(budgetS).toBe(30);
    expect(plannedRounds).toBeGreaterThan(PLANNED_ROUNDS);
    expect(blocksPerRound).toBe(BLOCKS_PER_ROUND);
  });

  it('is what 24 rounds take for a model in between', () => {
    expect(plan('auto', 1, 0.2)).toMatchObject({
      plannedRounds: PLANNED_ROUNDS,
      blocksPerRound: BLOCKS_PER_ROUND,
    });
  });

  it('shrinks rounds to fewer blocks, down to one, before it does with fewer rounds', () => {
    expect(plan('auto', 1, 1).blocksPerRound).toBe(2);
    expect(plan('auto', 2, 2)).toMatchObject({ blocksPerRound: 1, budgetS: 300 });
    expect(plan('auto', 2, 2).plannedRounds).toBeGreaterThanOrEqual(MINIMUM);
    expect(plan('auto', 2, 2).plannedRounds).toBeLessThan(PLANNED_ROUNDS);
  });

  it('says beforehand when 11 rounds take more than 300 s, and what would do', () => {
    const refused = (() => {
      try {
        return plan('auto', 20, 10, 50);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(refused).toBeInstanceOf(GateError);
    expect(refused).toMatchObject({
      kind: 'measurement',
      message: expect.stringContaining('at least 11 rounds'),
      next: expect.stringContaining('--budget 1238'),
    });
    expect(plan(1238, 20, 10, 50).plannedRounds).toBe(MINIMUM);
  });
});

describe('the deadline of a request', () => {
  it('is no later than the end of a budget that was given', () => {
    expect(deadlineOf(20)).toBe(20);
  });

  it('leaves a worker the time to start, however small the budget', () => {
    expect(deadlineOf(0.5)).toBe(10);
  });
});

describe('any budget', () => {
  it('is planned with what is left of it after the rehearsal', () => {
    expect(() => plan(10, 0.1, 0.05, 9)).toThrow('the budget is 10 s');
  });

  it('either holds the minimum of rounds within its time, or is refused', () => {
    const cost = fc.double({ min: 0.01, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3600, noNaN: true }), cost, cost, (budget, startS, blockS) => {
        try {
          const { plannedRounds, blocksPerRound, budgetS } = plan(budget, startS, blockS);
          expect(budgetS).toBe(budget);
          expect(plannedRounds).toBeGreaterThanOrEqual(MINIMUM);
          expect(plannedRounds * 3 * (startS + blocksPerRound * blockS)).toBeLessThanOrEqual(budget);
        } catch (thrown) {
          expect(MINIMUM * 1.2 * 3 * (startS + blockS)).toBeGreaterThan(budget);
          expect(thrown).toBeInstanceOf(GateError);
        }
      }),
    );
  });
});
