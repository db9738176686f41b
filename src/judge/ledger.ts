/** Rounds as they come, so that measuring may stop when all is decided. */
import { type Indicator, measuredIndicators } from '../indicators.js';
import { median } from 'simple-statistics';
import type { Round } from '../measure/measurement.js';
import { verdictOn } from '../stats/decide.js';
import { withoutOrderEffect } from '../stats/order-effect.js';
import { launchedBefore, ruleOf } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';
import { type RoundContext, roundLogRatio, roundValue } from './round-statistic.js';

interface Column {
  readonly indicator: Indicator;
  readonly base: number[];
  readonly logRatios: number[];
}

/** Holds of each round what deciding needs, so that a new one costs only itself. */
export class Ledger {
  readonly #columns: readonly Column[];
  readonly #headFirst: boolean[] = [];

  /** @param metered Whether counters of energy are read in every round. */
  constructor(
    private readonly context: RoundContext,
    private readonly policy: JudgePolicy,
    metered = false,
  ) {
    this.#columns = measuredIndicators(metered).map((indicator) => ({ indicator, base: [], logRatios: [] }));
  }

  add(round: Round): void {
    this.#headFirst.push(launchedBefore(round.launchOrder, 'head'));
    for (const { indicator, base, logRatios } of this.#columns) {
      const { statistic } = indicator;
      if (statistic === undefined) continue;
      const ratio = roundLogRatio(statistic, round, 'head', this.context);
      const value = roundValue(statistic, round.base, this.context);
      if (ratio === null || value === null) continue;
      base.push(value);
      logRatios.push(ratio);
    }
  }

  /**
   * Whether more rounds can no longer change any verdict for the better: every measured indicator is decided,
   * contradicts itself or cannot be had. Proofs never lapse.
   */
  get settled(): boolean {
    const rounds = this.#headFirst.length;
    if (rounds === 0) return false;
    return this.#columns.every(({ indicator, base, logRatios }) => {
      if (logRatios.length < rounds) return true;
      const values = withoutOrderEffect(logRatios, this.#headFirst);
      const { verdict, contradictory } = verdictOn(values, ruleOf(indicator, median(base), this.policy));
      return verdict !== 'undecided' || contradictory;
    });
  }
}
