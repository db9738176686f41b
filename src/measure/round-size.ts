/** How long a round should be: what a pilot saw of costs and noise, turned into a number of blocks. Pure. */

/** What a pilot process of one side showed. */
export interface ProcessCost {
  /** Launching, loading, the first inference, warming up, ending; seconds. */
  readonly startS: number;
  /** One block, seconds. */
  readonly blockS: number;
  readonly runsPerBlock: number;
  /** Robust standard deviation of the logarithm of a block's median. */
  readonly scatter: number;
}

export const LEAST_BLOCKS = 5;
const MOST_BLOCKS = 200;
/** A process of a quick model is not given more runs than these: a report keeps every one. */
const MOST_RUNS = 2000;
/** Share of a round that is to be spent in blocks. */
const INSIDE_SHARE = 0.72;
/**
 * Standard deviation of a round's log-ratio however many blocks it has, from process to process: where it levelled
 * off for SqueezeNet on a shared two-core machine, at 20 to 30 blocks (docs/analysis.md).
 */
const BETWEEN_ROUNDS = 0.007;

/** Seconds of a round: a process of the head, and two of the base, one as its control. */
export function roundCost(base: ProcessCost, head: ProcessCost, blocks: number): number {
  return startOf(base, head) + blocks * blockOf(base, head);
}

/**
 * Blocks of a process in a round that make the most of a budget: the larger of what spends 72 % of the round inside
 * inference and of the optimum for two levels of repetition,
 *
 *     sqrt(cost of a start / cost of a block * variance within / variance between)
 *
 * Source: Kalibera and Jones 2013, "Rigorous benchmarking in reasonable time", section 5.
 */
export function efficientBlocks(base: ProcessCost, head: ProcessCost): number {
  const starts = startOf(base, head) / blockOf(base, head);
  const forShare = (INSIDE_SHARE / (1 - INSIDE_SHARE)) * starts;
  const forPrecision = Math.sqrt(starts) * (Math.hypot(base.scatter, head.scatter) / BETWEEN_ROUNDS);
  const runs = Math.max(base.runsPerBlock, head.runsPerBlock);
  const most = Math.min(MOST_BLOCKS, Math.max(LEAST_BLOCKS, Math.floor(MOST_RUNS / runs)));
  return Math.min(Math.max(Math.ceil(Math.max(forShare, forPrecision)), LEAST_BLOCKS), most);
}

const startOf = (base: ProcessCost, head: ProcessCost): number => 2 * base.startS + head.startS;
const blockOf = (base: ProcessCost, head: ProcessCost): number => 2 * base.blockS + head.blockS;
