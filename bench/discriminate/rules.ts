/** How tools of the field decide between two sets of times, each by its documented default. */
import { mean, median, sampleVariance, tTestTwoSample } from 'simple-statistics';
import type { Random } from '../../src/measure/random.js';
import { logRatiosOf, replay, type TraceRound } from '../../src/replay.js';
import { criticalCounts } from './sign-mixture.js';
import { mannWhitneyP, tQuantile, twoSidedNormalP, welch } from './two-samples.js';

export type Answer = 'worse' | 'better' | 'no difference';
export interface Rule {
  readonly name: string;
  /** Decides from rounds of fresh processes, not from pooled samples. */
  readonly needsRounds?: true;
  readonly decide: (rounds: readonly TraceRound[], random: Random) => Answer;
}

type Samples = readonly [base: number[], head: number[]];
/** All times of a side, whatever process they are from: what tools see that know of no rounds. */
const pooled = (rounds: readonly TraceRound[]): Samples => [
  rounds.flatMap(({ pairs }) => pairs.map(([base]) => base)),
  rounds.flatMap(({ pairs }) => pairs.map(([, head]) => head)),
];
const bySign = (difference: number, proven: boolean): Answer =>
  !proven ? 'no difference' : difference > 0 ? 'worse' : 'better';

/** github-action-benchmark alerts when the new value is more than a factor of the old one; gains are no matter. */
const ratioOfMeans = (percent: number): Rule => ({
  name: `github-action-benchmark, alert at ${100 + percent} %`,
  decide: (rounds) => {
    const [base, head] = pooled(rounds);
    return mean(head) > (1 + percent / 100) * mean(base) ? 'worse' : 'no difference';
  },
});

const mannWhitney: Rule = {
  name: 'Mann-Whitney, p < 0.05',
  decide: (rounds) => {
    const [base, head] = pooled(rounds);
    return bySign(median(head) - median(base), mannWhitneyP(base, head) < 0.05);
  },
};

/** asv: Mann-Whitney at 0.002, and a change by more than a factor of 1.1 (`asv compare`, `asv continuous`). */
const asv: Rule = {
  name: 'asv: Mann-Whitney, p < 0.002, and a factor of 1.1',
  decide: (rounds) => {
    const [base, head] = pooled(rounds);
    const ratio = median(head) / median(base);
    return bySign(ratio - 1, Math.max(ratio, 1 / ratio) > 1.1 && mannWhitneyP(base, head) < 0.002);
  },
};

const welchT: Rule = {
  name: 'Welch t, p < 0.05',
  decide: (rounds) => {
    const { t, freedom } = welch(...pooled(rounds));
    return bySign(t, Math.abs(t) > tQuantile(0.975, freedom));
  },
};

/** tachometer: the 95 % t-interval of the difference of means, variances pooled, leaves out zero. */
const tachometer: Rule = {
  name: 'tachometer: pooled 95 % t-interval',
  decide: (rounds) => {
    const [base, head] = pooled(rounds);
    const t = tTestTwoSample(head, base) ?? 0;
    return bySign(t, Math.abs(t) > tQuantile(0.975, base.length + head.length - 2));
  },
};

const RESAMPLES = 1000;

/**
 * criterion: a bootstrapped t-test at 0.05, and the 95 % bootstrap interval of the change of means beyond 1 %
 * (its `significance_level` and `noise_threshold`).
 */
const criterion: Rule = {
  name: 'criterion: bootstrap, 1 % noise',
  decide: (rounds, random) => {
    const [base, head] = pooled(rounds);
    const changes: number[] = [];
    const statistics: number[] = [];
    const both = [...base, ...head];
    const draw = (from: readonly number[], size: number): number[] =>
      Array.from({ length: size }, () => from[Math.floor(random() * from.length)] ?? 0);
    for (let i = 0; i < RESAMPLES; i++) {
      changes.push(mean(draw(head, head.length)) / mean(draw(base, base.length)) - 1);
      statistics.push(studentised(draw(both, base.length), draw(both, head.length)));
    }
    const observed = Math.abs(studentised(base, head));
    const p = statistics.filter((t) => Math.abs(t) >= observed).length / RESAMPLES;
    changes.sort((one, other) => one - other);
    const [low = 0, high = 0] = [
      changes[Math.floor(0.025 * RESAMPLES)],
      changes[Math.ceil(0.975 * RESAMPLES) - 1],
    ];
    if (p > 0.05 || (low <= 0.01 && high >= -0.01)) return 'no difference';
    return low > 0.01 ? 'worse' : high < -0.01 ? 'better' : 'no difference';
  },
};

const studentised = (base: number[], head: number[]): number =>
  (mean(head) - mean(base)) /
  Math.sqrt(sampleVariance(base) / base.length + sampleVariance(head) / head.length);

const CERTAINTY = { alpha: 0.05, decisions: 8, mostRounds: Infinity };

/** @param decisions That share the error probability; the rules of other tools know of one. */
const ours = (tolerance: number, decisions: number): Rule => ({
  name: `efficiency-gate, tolerance ${100 * tolerance} %, ${decisions === 1 ? 'one decision' : `${decisions} decisions`}`,
  needsRounds: true,
  decide: (rounds) => {
    const rule = { ...CERTAINTY, decisions, tolerance };
    const [decided] = replay({ comparisons: [[...rounds]] }, rule);
    if (decided?.verdict === 'regressed') return 'worse';
    return decided?.verdict === 'improved' ? 'better' : 'no difference';
  },
});

/** What ours replaced: the sign-mixture e-process on the median of paired log-ratios. */
const reference: Rule = {
  name: 'sign-mixture e-process, tolerance 5 %',
  needsRounds: true,
  decide: (rounds) => {
    const values = rounds.map(({ pairs }) => median(pairs.map(([base, head]) => Math.log(head / base))));
    const needed = criticalCounts(values.length, (2 * CERTAINTY.decisions) / CERTAINTY.alpha);
    const up = Math.log1p(0.05);
    let [above, below] = [0, 0];
    for (const [index, value] of values.entries()) {
      if (value > up) above += 1;
      if (value < -up) below += 1;
      if (above >= (needed[index + 1] ?? Infinity)) return 'worse';
      if (below >= (needed[index + 1] ?? Infinity)) return 'better';
    }
    return 'no difference';
  },
};

/** Four looks at 40, 60, 80 and 100 % of the rounds, alpha split evenly, the signed-rank test at each. */
const groupSequential: Rule = {
  name: 'signed ranks at four looks, tolerance 5 %',
  needsRounds: true,
  decide: (rounds) => {
    const values = logRatiosOf(rounds);
    const up = Math.log1p(0.05);
    for (const part of [0.4, 0.6, 0.8, 1]) {
      const seen = values.slice(0, Math.round(part * values.length));
      const level = CERTAINTY.alpha / CERTAINTY.decisions / 4;
      const above = signedRank(seen.map((value) => value - up));
      if (above.sum > above.expected && above.p < level) return 'worse';
      const below = signedRank(seen.map((value) => -value - up));
      if (below.sum > below.expected && below.p < level) return 'better';
    }
    return 'no difference';
  },
};

/** Wilcoxon's signed ranks against symmetry about 0, two-sided, by the normal approximation. */
function signedRank(values: readonly number[]): { sum: number; expected: number; p: number } {
  const ranked = [...values].sort((one, other) => Math.abs(one) - Math.abs(other));
  const sum = ranked.reduce((total, value, index) => (value > 0 ? total + index + 1 : total), 0);
  const n = values.length;
  const expected = (n * (n + 1)) / 4;
  return {
    sum,
    expected,
    p: twoSidedNormalP((sum - expected) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24)),
  };
}

export const RULES: readonly Rule[] = [
  ours(0.05, CERTAINTY.decisions),
  ours(0.01, 1),
  reference,
  groupSequential,
  ratioOfMeans(5),
  ratioOfMeans(10),
  ratioOfMeans(100),
  mannWhitney,
  asv,
  welchT,
  tachometer,
  criterion,
];
