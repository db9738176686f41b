/** How many rounds of how many blocks fit a budget, decided before the first round. Pure. */
import { GateError } from '../errors.js';
import { efficientBlocks, type ProcessCost, roundCost } from './round-size.js';

/** Seconds for each model, or as many as 24 rounds take within bounds. */
export type Budget = number | 'auto';

export interface BudgetPlan {
  readonly budgetS: number;
  readonly plannedRounds: number;
  readonly blocksPerRound: number;
}

export const PLANNED_ROUNDS = 24;
/** Where these do not fit, rounds get shorter: below it a proof hangs on every single round. */
export const SCANT_ROUNDS = 16;
const AUTO_S = { least: 30, most: 300 } as const;
/** Beyond this a report grows, and no decision gets better. */
export const MOST_ROUNDS = 400;
/** Rounds vary; the fewest that can decide are to fit all the same. */
const SLACK = 1.1;

/** Below this a late answer tells more of the machine than of the model, and no verdict fits anyway. */
const LEAST_DEADLINE_S = 10;

/** Seconds after which a single request to a worker is given up: nobody waits longer for one than for all. */
export function deadlineOf(budget: Budget): number {
  return budget === 'auto' ? AUTO_S.most : Math.max(budget, LEAST_DEADLINE_S);
}

/**
 * Plans 24 rounds of as many blocks as use the time best. Where those do not fit, fewer rounds; where fewer than 16
 * would, fewer blocks; and fewer rounds again, down to the least, where a single block is too long. Time that is left
 * over is planned for more rounds.
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
  const roomS = (limitS - spentS) / Math.max(SCANT_ROUNDS, minimumRounds);
  let blocksPerRound = efficientBlocks(costs.base, costs.head);
  const fits = (blocks: number): boolean =>
    roundCost(costs.base, costs.head, blocks) <= roomS && neededS(minimumRounds, blocks) <= limitS;
  while (blocksPerRound > 1 && !fits(blocksPerRound)) blocksPerRound--;
  if (neededS(minimumRounds, blocksPerRound) > limitS) {
    throw tooSmall(limitS, neededS(minimumRounds, 1), minimumRounds);
  }
  const aim = Math.max(PLANNED_ROUNDS, minimumRounds);
  const budgetS = budget === 'auto' ? clamp(neededS(aim, blocksPerRound), AUTO_S.least, AUTO_S.most) : budget;
  const fitting = Math.floor((budgetS - spentS) / roundCost(costs.base, costs.head, blocksPerRound));
  return { budgetS, plannedRounds: clamp(fitting, minimumRounds, MOST_ROUNDS), blocksPerRound };
}

function tooSmall(limitS: number, neededS: number, rounds: number): GateError {
  const budget = Math.ceil(neededS);
  return new GateError(
    'measurement',
    `To prove a difference takes at least ${rounds} rounds, about ${budget} s for this model; the budget is ${limitS} s.`,
    `Give it --budget ${budget} (budget in the configuration), smaller inputs, or fewer gated indicators and models.`,
  );
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
