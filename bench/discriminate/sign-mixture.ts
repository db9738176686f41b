/**
 * The method that ours is held against: the sign-mixture e-process, evidence that more than half of all rounds fall on
 * one side of a line, which may
 * be looked at after every round.
 *
 * Under P(side) <= 1/2, the likelihood ratio of any p >= 1/2 is a supermartingale, and so is its average over p
 * uniform on [1/2, 1]. With s of n rounds on the side,
 *
 *     E(n, s) = 2^(n+1) B(s+1, n-s+1) I_1/2(n-s+1, s+1) = 2^(n+1) * integral over [1/2, 1] of p^s (1-p)^(n-s) dp
 *
 * and the probability that E ever reaches c is at most 1/c (Ville 1939; the mixture: Robbins 1970; for
 * quantiles: Howard and Ramdas 2022, "Sequential estimation of quantiles"). Nothing is assumed of the size or
 * shape of the noise.
 */

/**
 * The smallest s for which E(n, s) reaches a threshold, for n = 0 to `rounds`; Infinity where not even s = n does.
 *
 * Integration by parts turns E(n, s) into its two successors:
 *
 *     E(n+1, s+1) = (2 (s+1) E(n, s) + 1) / (n+2)        one more round on the side
 *     E(n+1, s)   = (2 (n-s+1) E(n, s) - 1) / (n+2)      one more round off it
 *
 * The smallest s grows by 0 or 1 with each round, so it can be followed from round to round. Along that path E
 * stays between the threshold and about twice of it: nothing overflows and nothing cancels, for any number of
 * rounds.
 *
 * @param rounds Number of rounds, a whole number.
 * @param threshold Evidence that is enough, above 1.
 */
export function criticalCounts(rounds: number, threshold: number): readonly number[] {
  if (!(threshold > 1))
    throw new RangeError(`evidence of ${threshold} says nothing: the threshold must exceed 1`);
  const counts = [Infinity];
  let onSide = 0;
  let evidence = 1;
  for (let n = 0; n < rounds; n++) {
    const afterMiss = (2 * (n - onSide + 1) * evidence - 1) / (n + 2);
    if (afterMiss >= threshold) {
      evidence = afterMiss;
    } else {
      evidence = (2 * (onSide + 1) * evidence + 1) / (n + 2);
      onSide++;
    }
    counts.push(evidence >= threshold ? onSide : Infinity);
  }
  return counts;
}
