/** THE measurement, whoever takes part: rehearsal, plan, rounds until all is decided or the budget ends. */
import { type Budget, type BudgetPlan, planBudget } from './budget.js';
import { type Clock, rehearse } from './rehearsal.js';
import { measureRounds, type RoundSeries, type SeriesRequest, type SeriesServices } from './round-series.js';
import type { Contestants } from './rounds.js';

export interface ContestRequest extends SeriesRequest {
  readonly budget: Budget;
  /** Fewer rounds can decide nothing. */
  readonly minimumRounds: number;
}

/**
 * @param elapsedS Seconds of the budget that are spent, by the same clock.
 * @throws GateError when a side cannot be run at all, or when fewer than `minimumRounds` fit the budget.
 */
export async function measureContestants(
  contestants: Contestants,
  request: ContestRequest,
  services: SeriesServices,
  clock: Clock,
  elapsedS: () => number,
): Promise<{ readonly plan: BudgetPlan; readonly series: RoundSeries }> {
  const costs = {
    base: await rehearse(contestants.base, clock),
    head: await rehearse(contestants.head, clock),
  };
  const plan = planBudget(request.budget, costs, elapsedS(), request.minimumRounds);
  return { plan, series: await measureRounds(contestants, plan, request, services, elapsedS) };
}
