import { median } from 'simple-statistics';

/** Weight, in rounds, of the guess that order has no effect: right for noise of a round three times as large as it. */
const GUESS_WEIGHT = 8;

/**
 * Frees log-ratios of the effect of order: the process that is launched first is slower by some per cent, whichever
 * model it runs. Each round is corrected by what the rounds *before* it show: half the difference of the medians under
 * the two orders, drawn towards 0 while they are few. The correction is fixed before the round, moves with none of
 * the lines tested, and changes its sign when base and head are exchanged (their order is exchanged with them), so
 * that rounds stay symmetric about the true log-ratio.
 *
 * @param logRatios log(side / base) of each round, in order.
 * @param sideFirst For each round, whether the side was launched before the base; drawn at random.
 */
export function withoutOrderEffect(
  logRatios: readonly number[],
  sideFirst: readonly boolean[],
): readonly number[] {
  return logRatios.map((value, index) => {
    const past = logRatios.slice(0, index);
    const first = past.filter((_, round) => sideFirst[round]);
    const second = past.filter((_, round) => !sideFirst[round]);
    if (first.length === 0 || second.length === 0) return value;
    const rounds = (2 * first.length * second.length) / (first.length + second.length);
    const effect = ((median(first) - median(second)) / 2) * (rounds / (rounds + GUESS_WEIGHT));
    return value - (sideFirst[index] === true ? effect : -effect);
  });
}
