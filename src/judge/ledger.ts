/** Rounds as they come, so that measuring may stop when all is decided. */
import { type Indicator, MEASURED } from '../indicators.js';
import type { Round } from '../measure/measurement.js';
import { verdictOn } from '../stats/decide.js';
import { append, emptySeries, freed, ruleOf, type Series } from './measured-evidence.js';
import type { JudgePolicy } from './policy.js';
import type { RoundContext } from './round-statistic.js';

interface Column {
  readonly indicator: Indicator;
  readonly series: Series;
}

/** Holds of each round what deciding needs, so that samples are looked at once. */
export class Ledger {
  readonly #columns: readonly Column[];
  #rounds = 0;

  /** @param metered Whether counters of energy are read in every round. */
  constructor(
    private readonly context: RoundContext,
    private readonly policy: JudgePolicy,
    indicators: readonly Indicator[] = MEASURED,
  ) {
    this.#columns = indicators.map((indicator) => ({ indicator, series: emptySeries() }));
  }

  add(round: Round): void {
    this.#rounds += 1;
    for (const { indicator, series } of this.#columns) {
      if (indicator.statistic !== undefined) append(series, indicator.statistic, round, 'head', this.context);
    }
  }

  /**
   * Whether more rounds can no longer change any verdict for the better: every measured indicator is decided,
   * contradicts itself or cannot be had. Proofs never lapse.
   */
  get settled(): boolean {
    if (this.#rounds === 0) return false;
    return this.#columns.every(({ indicator, series }) => {
      if (series.logRatios.length < this.#rounds) return true;
      const { verdict, contradictory } = verdictOn(freed(series), ruleOf(indicator, series, this.policy));
      return verdict !== 'undecided' || contradictory;
    });
  }
}
