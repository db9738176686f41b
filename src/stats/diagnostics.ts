/** Whether rounds look like what the test takes them for: one as good as the other, and none knowing of the last. */
import { sampleRankCorrelation } from 'simple-statistics';

export interface Diagnostics {
  /** Rank correlation of each round with the one before, -1 to 1 (Wald and Wolfowitz 1943); null where unknown. */
  readonly autocorrelation: number | null;
  /** Rank correlation of the rounds with their number: Spearman's rho, -1 to 1 (Daniels 1950); null where unknown. */
  readonly drift: number | null;
}

/** Fewer say nothing. */
const LEAST_ROUNDS = 8;

/** @param values One for each round, in order. */
export function diagnose(values: readonly number[]): Diagnostics {
  if (values.length < LEAST_ROUNDS) return { autocorrelation: null, drift: null };
  return {
    autocorrelation: rankCorrelation(values.slice(0, -1), values.slice(1)),
    drift: rankCorrelation(
      values.map((_, round) => round),
      values,
    ),
  };
}

/** Whether a rank correlation of so many rounds is beyond three standard errors of none (1 / sqrt(n - 1)). */
export function isNotable(correlation: number | null, rounds: number): boolean {
  return correlation !== null && Math.abs(correlation) > 3 / Math.sqrt(rounds - 1);
}

function rankCorrelation(one: readonly number[], other: readonly number[]): number | null {
  const rho = sampleRankCorrelation([...one], [...other]);
  return Number.isFinite(rho) ? Math.max(-1, Math.min(1, rho)) : null;
}
