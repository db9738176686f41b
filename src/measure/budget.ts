/** How many rounds of how many blocks fit a budget, decided before the first round. Pure. */
import { GateError } from '../errors.js';

/** Seconds for each model, or as many as 24 rounds take within bounds. */
export type Budget = number | 'auto';

/** What one process of one side costs, seconds. */
export interface ProcessCost {
  /** Launching, loading, the first inference, warming up. */
  readonly startS: number;
  /** One block. */
  readonly blockS: number;
}

export interface BudgetPlan {
  readonly budgetS: number;
  readonly plannedRounds: number;
  readonly blocksPerRound: number;
}

export const PLANNED_ROUNDS = 24;
export const BLOCKS_PER_ROUND = 5;
const AUTO_S = { least: 30, most: 300 } as const;
/** Beyond this a report grows, and no decision gets better. */
const MOST_ROUNDS = 400;
/** Rounds vary; a plan that fits exactly would miss its last ones. */
const SLACK = 1.2;

/** Below this a late answer tells more of the machine than of the model, and no verdict fits anyway. */
const LEAST_DEADLINE_S = 10;

/** Seconds after which a single request to a worker is given up: nobody waits longer for one than for all. */
export function deadlineOf(budget: Budget): number {
  return budget === 'auto' ? AUTO_S.most : Math.max(budget, LEAST_DEADLINE_S);
}

/** Seconds of a round: a process of the head, and two of the base, one as its control. */
export function roundCost(base: ProcessCost, head: ProcessCost, blocks: number): number {
  return 2 * base.startS + head.startS + blocks * (2 * base.blockS + head.blockS);
}

/**
 * Plans 24 rounds of five blocks, fewer blocks where those do not fit, fewer rounds where one block does not.
 * Time that is left over is planned for more rounds.
 * @param spentS Seconds that finding out the costs took; they are part of the budget.
 * @param minimumRounds Fewer can decide nothing.
 * @throws GateError of kind `measurement` when these do not fit, with the budget that would do.
 */
export function planBudget(
  budget: Budget,
  costs: { readonly base: ProcessCost; readonly head: ProcessCost },
  spentS: number,
  minimumRounds: number,
): BudgetPlan {
  const limitS = budget === 'auto' ? AUTO_S.most : budget;
  const neededS = (rounds: number, blocks: number): number =>
    spentS + SLACK * rounds * roundCost(costs.base, costs.head, blocks);
  const aim = Math.max(PLANNED_ROUNDS, minimumRounds);
  const downwards = Array.from({ length: BLOCKS_PER_ROUND }, (_, index) => BLOCKS_PER_ROUND - index);
  const blocksPerRound = downwards.find((blocks) => neededS(aim, blocks) <= limitS) ?? 1;
  if (neededS(minimumRounds, blocksPerRound) > limitS) {
    throw tooSmall(limitS, neededS(minimumRounds, 1), minimumRounds);
  }
  const budgetS = budget === 'auto' ? clamp(neededS(aim, blocksPerRound), AUTO_S.least, AUTO_S.most) : budget;
  const fitting = Math.floor(
    (budgetS - spentS) / (SLACK * roundCost(costs.base, costs.head, blocksPerRound)),
  );
  // The quotient of a sum that just fits may round down to one less.
  const least = neededS(aim, blocksPerRound) <= budgetS ? aim : minimumRounds;
  return { budgetS, plannedRounds: clamp(fitting, least, MOST_ROUNDS), blocksPerRound };
}

function tooSmall(limitS: number, neededS: number, rounds: number): GateError {
  const budget = Math.ceil(neededS);
  return new GateError(
    'measurement',
    `A verdict needs at least ${rounds} rounds, which take about ${budget} s for this model; the budget is ${limitS} s.`,
    `Give it --budget ${budget} (budget in the configuration), smaller inputs, or fewer gated indicators and models.`,
  );
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
