/** How a round becomes a value for each side and one log-ratio of them: one row for each statistic. */
import { median, quantile } from 'simple-statistics';
import type { ReadingStatistic, RoundStatistic } from '../indicators.js';
import { crossLogRatio } from '../stats/cross-log-ratio.js';
import type { Block, Measurement, ProcessReadings, Role, Round } from '../measure/measurement.js';

/** What a round's readings mean in the measurement that they belong to. */
export type RoundContext = Pick<Measurement, 'batch' | 'emptyWorkerRssBytes'>;

interface Statistic {
  /** The indicator's value in its unit, or null where the readings do not hold it. */
  readonly value: (readings: ProcessReadings, context: RoundContext) => number | null;
  /** log(side / base), where it is more than the ratio of the two values. */
  readonly logRatio?: (side: ProcessReadings, base: ProcessReadings) => number;
  /** What is to be said where the value is null. */
  readonly absence: string;
}

/** Two processes of the same model differ by about this much; below it a ratio would be one of noise. */
const LEAST_MEMORY = 1024 * 1024;

const medianRun = ({ runsMs }: Block): number => median([...runsMs]);
const allRuns = ({ blocks }: ProcessReadings): number[] => blocks.flatMap(({ runsMs }) => runsMs);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const STATISTICS: Readonly<Record<RoundStatistic, Statistic>> = {
  'cross-ratio of block medians': {
    value: ({ blocks }) => median(blocks.map(medianRun)),
    // Blocks take turns at random, so what disturbs the machine for longer than a few of them hits both alike.
    logRatio: (side, base) => crossLogRatio(base.blocks.map(medianRun), side.blocks.map(medianRun)),
    absence: 'no run was timed',
  },
  'pooled 90th percentile': {
    value: (readings) => quantile(allRuns(readings), 0.9),
    absence: 'no run was timed',
  },
  'runs over time': {
    value: (readings, { batch }) => {
      const runsMs = allRuns(readings);
      return (batch * runsMs.length * 1000) / total(runsMs);
    },
    absence: 'no run was timed',
  },
  'CPU time per run': {
    value: (readings) => total(readings.blocks.map(({ cpuMs }) => cpuMs ?? NaN)) / allRuns(readings).length,
    absence: 'the system reported no CPU time',
  },
  'load time': { value: ({ loadMs }) => loadMs, absence: 'loading was not timed' },
  'first run': { value: ({ firstMs }) => firstMs, absence: 'the first run was not timed' },
  'peak memory above the empty worker': {
    value: ({ peakRssBytes }, { emptyWorkerRssBytes }) =>
      peakRssBytes === null || emptyWorkerRssBytes === null
        ? null
        : Math.max(peakRssBytes - emptyWorkerRssBytes, LEAST_MEMORY),
    absence: 'the system does not tell the peak memory of a process',
  },
  'device memory held': {
    value: ({ deviceMemoryBytes }) => deviceMemoryBytes ?? null,
    absence: 'the driver did not tell the memory of the process, or that of the card did not grow by it',
  },
  'energy above idle per run': {
    value: ({ energy }, { batch }) =>
      energy === undefined || energy.joules === 0
        ? null
        : (energy.joules - (energy.idleWatts * energy.elapsedMs) / 1000) / (batch * energy.runs),
    absence: 'the counters of energy stood still, or showed no more than the idle machine draws',
  },
};

/** What a benchmark tells of its blocks itself, treated as their medians are. */
function ofReading(name: string): Statistic {
  const ofBlocks = ({ blocks }: ProcessReadings): number[] =>
    blocks.flatMap(({ readings = {} }) =>
      Object.hasOwn(readings, name) ? median(readings[name] ?? []) : [],
    );
  const complete = (side: ProcessReadings): boolean =>
    ofBlocks(side).filter((value) => value > 0).length === side.blocks.length;
  return {
    value: (side) => (complete(side) ? median(ofBlocks(side)) : null),
    logRatio: (side, base) => crossLogRatio(ofBlocks(base), ofBlocks(side)),
    absence: `the benchmark did not report ${name}, or not as a number above 0`,
  };
}

const statisticOf = (statistic: RoundStatistic | ReadingStatistic): Statistic =>
  typeof statistic === 'string' ? STATISTICS[statistic] : ofReading(statistic.reading);

/** The value of one side in one round, above zero, in the indicator's unit; null where it cannot be had. */
export function roundValue(
  statistic: RoundStatistic | ReadingStatistic,
  readings: ProcessReadings,
  context: RoundContext,
): number | null {
  const value = statisticOf(statistic).value(readings, context);
  // Every measured indicator is a positive quantity: nothing else has a ratio.
  return value !== null && value > 0 && Number.isFinite(value) ? value : null;
}

/** log(side / base) of the indicator's value in one round; null where either side has none. */
export function roundLogRatio(
  statistic: RoundStatistic | ReadingStatistic,
  round: Round,
  side: Exclude<Role, 'base'>,
  context: RoundContext,
): number | null {
  const own = roundValue(statistic, round[side], context);
  const base = roundValue(statistic, round.base, context);
  if (own === null || base === null) return null;
  return statisticOf(statistic).logRatio?.(round[side], round.base) ?? Math.log(own / base);
}

/** The value of one side to show: the median over the rounds that have it; null where none has. */
export function typicalValue(
  statistic: RoundStatistic | ReadingStatistic,
  rounds: readonly Round[],
  role: Role,
  context: RoundContext,
): number | null {
  const values = rounds.flatMap((round) => roundValue(statistic, round[role], context) ?? []);
  return values.length === 0 ? null : median(values);
}

/** Why a statistic has no value, in words. */
export function absenceOf(statistic: RoundStatistic | ReadingStatistic): string {
  return statisticOf(statistic).absence;
}
