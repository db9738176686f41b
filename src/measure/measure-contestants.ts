/** THE measurement, whoever takes part: rehearsal, plan, rounds until all is decided or the budget ends. */
import { type Budget, type BudgetPlan, planBudget } from './budget.js';
import type { EnergyMeter } from './energy/meter.js';
import { type Clock, rehearse } from './rehearsal.js';
import { measureRounds, type RoundSeries, type SeriesRequest, type SeriesServices } from './round-series.js';
import type { ProcessCost } from './round-size.js';
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
  const rehearsed = {
    base: await rehearse(contestants.base, clock),
    head: await rehearse(contestants.head, clock),
  };
  const costs = withStretches(rehearsed, services.meter ?? null);
  const plan = planBudget(request.budget, costs, elapsedS(), request.minimumRounds);
  return { plan, series: await measureRounds(contestants, plan, request, services, elapsedS) };
}

/** A round's three processes run a stretch for the meter each, and share a fourth one in which they wait. */
function withStretches(
  { base, head }: Readonly<Record<'base' | 'head', ProcessCost>>,
  meter: EnergyMeter | null,
): Readonly<Record<'base' | 'head', ProcessCost>> {
  const shareS = ((4 / 3) * (meter?.stretchMs ?? 0)) / 1000;
  return {
    base: { ...base, startS: base.startS + shareS },
    head: { ...head, startS: head.startS + shareS },
  };
}
