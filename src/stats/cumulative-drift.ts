/** Whether a chain of small steps has gone far, from estimates of each. */
/** One step, oriented so that worse is positive. */
export interface DriftStep {
  /** Estimate of the logarithm of what it multiplies the value by. */
  readonly log: number;
  /** Standard error of the estimate. */
  readonly error: number;
}

export interface Drift {
  /** Of the sum, on the logarithmic scale. */
  readonly log: number;
  readonly low: number;
  readonly high: number;
  /** How many of the latest steps it is over. */
  readonly steps: number;
}

export interface DriftRule {
  /** Log of the tolerance, for the value before so many of the latest steps. */
  readonly tolerance: (steps: number) => number;
  /** Steps below which nothing is called slow. */
  readonly fewest: number;
  /** Standard errors of the sum that it must lie above 0 (`normalQuantile`). */
  readonly reach: number;
}

/**
 * The sum of the latest steps from the start where it is surest, if it is proven to lie above 0 and is estimated to
 * lie beyond the tolerance; null where there is no such start.
 *
 * Steps are measured apart from each other, so the variances of their errors add up. Each start is a test of its own:
 * `reach` is to be long enough for all that are looked at.
 *
 * @param steps The latest last.
 */
export function driftOf(steps: readonly DriftStep[], { tolerance, fewest, reach }: DriftRule): Drift | null {
  let found: Drift | null = null;
  let log = 0;
  let variance = 0;
  for (let count = 1; count <= steps.length; count += 1) {
    const step = steps[steps.length - count];
    log += step?.log ?? NaN;
    variance += (step?.error ?? NaN) ** 2;
    const margin = reach * Math.sqrt(variance);
    const low = log - margin;
    if (count < fewest || low <= (found?.low ?? 0) || log <= tolerance(count)) continue;
    found = { log, low, high: log + margin, steps: count };
  }
  return found;
}
