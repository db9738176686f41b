/** How far two models lie apart in the mean of outcomes on the same examples, with an interval. */
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { binomialBounds, incompleteBeta, studentQuantile } from './incomplete-beta.js';

export interface PairedDifference {
  /** Mean of head minus mean of base. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Examples on which the two differ. */
  readonly differing: number;
  readonly method: 'McNemar' | 'Student';
  /** Exact two-sided McNemar test of no difference; null for scores. */
  readonly pValue: number | null;
}

/** Of the error probability, what the direction of disagreements gets; their number gets the rest. */
const SHARE_OF_DIRECTION = 0.8;

/**
 * @param base One outcome for each example.
 * @param head Of the same examples in the same order.
 * @param alpha Probability that the interval misses the true difference.
 * @throws RangeError for fewer than two examples or unequal numbers.
 */
export function pairedDifference(
  base: readonly number[],
  head: readonly number[],
  alpha: number,
): PairedDifference {
  if (base.length !== head.length || base.length < 2) {
    throw new RangeError('outcomes are paired by example: as many for the base as for the head, two or more');
  }
  const isBinary = [...base, ...head].every((outcome) => outcome === 0 || outcome === 1);
  return isBinary ? ofBinary(base, head, alpha) : ofScores(base, head, alpha);
}

/**
 * With b examples that the base alone gets right and c that the head alone does, the difference is (b + c) / n, the
 * rate of disagreement, times 2 c / (b + c) - 1, their direction. Each is bounded exactly (Clopper and Pearson 1934),
 * and the error probability is split between them, so that the interval holds for any number of examples. It leaves
 * out 0 exactly when McNemar's exact test (1947) rejects at the direction's share.
 */
function ofBinary(base: readonly number[], head: readonly number[], alpha: number): PairedDifference {
  const gained = head.filter((outcome, index) => outcome > (base[index] ?? 0)).length;
  const lost = head.filter((outcome, index) => outcome < (base[index] ?? 0)).length;
  const [differing, examples] = [gained + lost, base.length];
  const rate = binomialBounds(differing, examples, (1 - SHARE_OF_DIRECTION) * alpha);
  const towards = binomialBounds(gained, differing, SHARE_OF_DIRECTION * alpha);
  const direction =
    differing === 0 ? { low: -1, high: 1 } : { low: 2 * towards.low - 1, high: 2 * towards.high - 1 };
  return {
    difference: (gained - lost) / examples,
    low: direction.low * (direction.low < 0 ? rate.high : rate.low),
    high: direction.high * (direction.high > 0 ? rate.high : rate.low),
    differing,
    method: 'McNemar',
    pValue: mcNemar(gained, lost),
  };
}

/**
 * Probability that disagreements of two equally good models are at least as one-sided as these (McNemar 1947, in its
 * exact form): twice the tail of fair coins.
 */
export function mcNemar(gained: number, lost: number): number {
  const [few, many] = [Math.min(gained, lost), Math.max(gained, lost)];
  // P(at most `few` of all) = I_1/2(many, few + 1) (DLMF 8.17.5).
  return many === 0 ? 1 : Math.min(1, 2 * incompleteBeta(0.5, many, few + 1));
}

/** Student's interval of paired differences (1908): the mean of many differences is nearly normal. */
function ofScores(base: readonly number[], head: readonly number[], alpha: number): PairedDifference {
  const differences = head.map((outcome, index) => outcome - (base[index] ?? 0));
  const difference = mean(differences);
  const halfWidth =
    (studentQuantile(alpha, differences.length - 1) * sampleStandardDeviation(differences)) /
    Math.sqrt(differences.length);
  return {
    difference,
    low: difference - halfWidth,
    high: difference + halfWidth,
    differing: differences.filter((each) => each !== 0).length,
    method: 'Student',
    pValue: null,
  };
}
