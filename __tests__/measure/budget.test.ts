import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GateError } from '../../src/errors.js';
import { deadlineOf, planBudget, PLANNED_ROUNDS, SCANT_ROUNDS } from '../../src/measure/budget.js';
import type { Budget, BudgetPlan } from '../../src/measure/budget.js';
import { efficientBlocks, LEAST_BLOCKS, type ProcessCost, roundCost } from '../../src/measure/round-size.js';

const MINIMUM = 11;

const cost = (startS: number, blockS: number, changes: Partial<ProcessCost> = {}): ProcessCost => ({
  startS,
  blockS,
  runsPerBlock: 2,
  scatter: 0,
  ...changes,
});

const plan = (budget: Budget, startS: number, blockS: number, spentS = 0): BudgetPlan =>
  planBudget(budget, { base: cost(startS, blockS), head: cost(startS, blockS) }, spentS, MINIMUM);

describe('the cost of a round', () => {
  it('is that of one process of the head and two of the base', () => {
    expect(roundCost(cost(1, 0.1), cost(2, 0.5), 3)).toBeCloseTo(2 + 2 + 3 * 0.7);
  });
});

describe('the blocks of a round', () => {
  const blocks = (one: ProcessCost): number => efficientBlocks(one, one);

  it('are as many as spend 72 % of it inside inference, where noise asks for no more', () => {
    const count = blocks(cost(0.2, 0.02));
    const share = (blocksNow: number): number => (blocksNow * 0.02) / (0.2 + blocksNow * 0.02);
    expect(share(count)).toBeGreaterThanOrEqual(0.72);
    expect(share(count - 1)).toBeLessThan(0.72);
  });

  it('are more where blocks scatter more than processes do', () => {
    expect(blocks(cost(0.2, 0.02, { scatter: 0.1 }))).toBeGreaterThan(2 * blocks(cost(0.2, 0.02)));
  });

  it('grow with the square root of the cost of a start, and in proportion to the noise', () => {
    const noisy = (startS: number, scatter: number): number => blocks(cost(startS, 0.02, { scatter }));
    expect(noisy(0.4, 0.05) / noisy(0.1, 0.05)).toBeCloseTo(2, 0);
    expect(noisy(0.1, 0.1) / noisy(0.1, 0.05)).toBeCloseTo(2, 0);
  });

  it('are never fewer than five, and fewer than a report can hold where runs are short', () => {
    expect(blocks(cost(0.1, 10))).toBe(LEAST_BLOCKS);
    expect(blocks(cost(0.2, 0.01, { runsPerBlock: 200 }))).toBe(10);
    expect(blocks(cost(0.2, 0.01, { runsPerBlock: 5000 }))).toBe(LEAST_BLOCKS);
  });
});

describe('the automatic budget', () => {
  it('is what 24 rounds take', () => {
    const { budgetS, plannedRounds, blocksPerRound } = plan('auto', 0.3, 0.02);
    expect(plannedRounds).toBeGreaterThanOrEqual(PLANNED_ROUNDS);
    expect(budgetS).toBeCloseTo(PLANNED_ROUNDS * 1.1 * 3 * (0.3 + blocksPerRound * 0.02), 9);
  });

  it('is 30 s for a quick model, with more than 24 rounds', () => {
    const { budgetS, plannedRounds } = plan('auto', 0.05, 0.01);
    expect(budgetS).toBe(30);
    expect(plannedRounds).toBeGreaterThan(PLANNED_ROUNDS);
  });

  it('shrinks rounds to fewer blocks, down to one, before it does with fewer than 16 rounds', () => {
    expect(plan('auto', 2, 1)).toMatchObject({ budgetS: 300, blocksPerRound: 4, plannedRounds: 16 });
    expect(plan('auto', 3, 3)).toMatchObject({
      budgetS: 300,
      blocksPerRound: 1,
      plannedRounds: SCANT_ROUNDS,
    });
    expect(plan('auto', 4, 3)).toMatchObject({ budgetS: 300, blocksPerRound: 1 });
    expect(plan('auto', 4, 3).plannedRounds).toBeLessThan(SCANT_ROUNDS);
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
      next: expect.stringContaining('--budget 1140'),
    });
    expect(plan(1140, 20, 10, 50).plannedRounds).toBeGreaterThanOrEqual(MINIMUM);
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
  it('is planned with what is left of it after the pilot', () => {
    expect(() => plan(10, 0.1, 0.05, 9)).toThrow('the budget is 10 s');
  });

  it('either holds the minimum of rounds within its time, or is refused', () => {
    const amount = fc.double({ min: 0.01, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3600, noNaN: true }), amount, amount, (budget, startS, blockS) => {
        try {
          const { plannedRounds, blocksPerRound, budgetS } = plan(budget, startS, blockS);
          expect(budgetS).toBe(budget);
          expect(plannedRounds).toBeGreaterThanOrEqual(MINIMUM);
          expect(plannedRounds * 3 * (startS + blocksPerRound * blockS)).toBeLessThanOrEqual(
            budget * 1.000001,
          );
        } catch (thrown) {
          expect(MINIMUM * 1.1 * 3 * (startS + blockS)).toBeGreaterThan(budget);
          expect(thrown).toBeInstanceOf(GateError);
        }
      }),
    );
  });
});
