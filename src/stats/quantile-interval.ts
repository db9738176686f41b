/** An interval for a quantile of any distribution, from order statistics. */

/** Places in the sorted sample, counted from 0. */
export interface OrderInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The two observations that hold a quantile between them with at least the confidence that is asked for, whatever
 * the distribution: the number of observations above it is binomial. As equal in its tails as the sample allows;
 * null where even its ends do not hold the quantile with that confidence.
 *
 * Observations are taken to be independent. Source: David and Nagaraja 2003, Order Statistics, section 7.1.
 * @param count Observations.
 * @param quantile 0.5 to 1, both excluded: 0.99.
 */
export function quantileInterval(count: number, quantile: number, confidence: number): OrderInterval | null {
  const error = 1 - confidence;
  const above = tailCounts(count, 1 - quantile);
  // The top observation lies below the quantile when none is above it.
  const noneAbove = above.next().value.cumulative;
  if (noneAbove > error) return null;
  let fromTop = 0;
  let upperError = noneAbove;
  let fromBottom: number | null = null;
  for (const { exceeding, cumulative } of above) {
    if (cumulative <= error / 2) {
      fromTop = exceeding;
      upperError = cumulative;
    }
    // The lower end lies above the quantile when at least `exceeding + 1` do: it is the next one down.
    if (1 - cumulative <= error - upperError) {
      fromBottom = exceeding;
      break;
    }
  }
  if (fromBottom === null || fromBottom >= count) return null;
  return { low: count - 1 - fromBottom, high: count - 1 - fromTop };
}

/**
 * Observations that it takes for `quantileInterval` to exist: the least n with 1 - q^n - (1 - q)^n of at least the
 * confidence (Wilks 1942); 299 for the 99th percentile at 95 %.
 */
export function leastCountFor(quantile: number, confidence: number): number {
  let count = 2;
  while (1 - quantile ** count - (1 - quantile) ** count < confidence) count += 1;
  return count;
}

/** How many of n exceed the quantile, with the probability of at most so many. */
function* tailCounts(
  count: number,
  share: number,
): Generator<{ exceeding: number; cumulative: number }, never> {
  const odds = Math.log(share) - Math.log1p(-share);
  let logProbability = count * Math.log1p(-share);
  let cumulative = 0;
  for (let exceeding = 0; ; exceeding += 1) {
    cumulative = Math.min(cumulative + Math.exp(logProbability), 1);
    yield { exceeding, cumulative };
    logProbability += Math.log(Math.max(count - exceeding, 0) / (exceeding + 1)) + odds;
  }
}
