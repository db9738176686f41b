/** Rounds one after the other, each with what disturbed the machine meanwhile, and why the last was the last. */
import os from 'node:os';
import { GateError } from '../errors.js';
import type { Logger } from '../logger.js';
import { type BudgetPlan, MOST_ROUNDS } from './budget.js';
import { interference } from './disturbance.js';
import type { Disturbance } from './disturbance.js';
import { type DeviceReader, type DeviceReading, roundDevice } from './device/device.js';
import type { EnergyMeter } from './energy/meter.js';
import type { Measurement, Round } from './measurement.js';
import { quoted } from './quotation.js';
import { sfc32, streamOf } from './random.js';
import { measureRound } from './rounds.js';
import type { Contestants } from './rounds.js';
import { drawSchedule } from './schedule.js';
import type { Schedule } from './schedule.js';

export interface SeriesRequest {
  /** Of the order in which processes are launched and run. */
  readonly seed: number;
  /** What is compared, so that not every run of a seed has the same orders. */
  readonly subject: string;
  readonly threads: number;
  /** Told every round; true ends measuring. */
  readonly decided: (round: Round) => boolean;
}

export interface SeriesServices {
  readonly logger: Logger;
  /** Null or left out where no counter of energy can be read. */
  readonly meter?: EnergyMeter | null;
  /** The card; null or left out where there is none that can be read. */
  readonly card?: DeviceReader | null;
  readonly readDisturbance: () => Promise<Disturbance>;
  /** Ends measuring; what was measured is kept. */
  readonly signal: AbortSignal;
}

export interface RoundSeries {
  readonly rounds: Round[];
  readonly stopped: Measurement['stopped'];
  readonly problem: GateError | null;
}

/**
 * Measures round after round until all is decided, the budget ends or the signal comes. Rounds that are quicker than
 * the pilot made believe leave time for more of them. An incomplete round is dropped.
 * @throws GateError when the first round fails.
 */
export async function measureRounds(
  contestants: Contestants,
  plan: BudgetPlan,
  request: SeriesRequest,
  services: SeriesServices,
  elapsedS: () => number,
): Promise<RoundSeries> {
  const interrupted = (): boolean => services.signal.aborted;
  const random = sfc32(request.seed, streamOf(`schedule of ${request.subject}`));
  const rounds: Round[] = [];
  const firstAtS = elapsedS();
  const ended = (stopped: Measurement['stopped'], problem: GateError | null = null): RoundSeries => ({
    rounds,
    stopped,
    problem,
  });
  while (rounds.length < MOST_ROUNDS) {
    if (interrupted()) return ended('interrupted');
    const roundS = (elapsedS() - firstAtS) / Math.max(1, rounds.length);
    if (elapsedS() + roundS > plan.budgetS) return ended('budget');
    services.logger.progress(
      `${quoted(contestants.head.label)}: round ${rounds.length + 1} of about ${plan.plannedRounds}, ${elapsedS().toFixed(0)} s of ${plan.budgetS.toFixed(0)} s`,
    );
    try {
      const schedule = drawSchedule(plan.blocksPerRound, random);
      const round = await observedRound(contestants, schedule, request.threads, services, elapsedS);
      rounds.push(round);
      if (request.decided(round)) return ended('decided');
    } catch (failure) {
      if (interrupted()) return ended('interrupted');
      if (rounds.length === 0 || !(failure instanceof GateError)) throw failure;
      return ended('failed', failure);
    }
  }
  return ended('rounds');
}

async function observedRound(
  contestants: Contestants,
  schedule: Schedule,
  threads: number,
  { meter, card = null, readDisturbance }: SeriesServices,
  elapsedS: () => number,
): Promise<Round> {
  const atFirst = (await card?.read()) ?? null;
  const others = (await card?.processes()) ?? null;
  const before = await readDisturbance();
  const timed: (DeviceReading | null)[] = [];
  const readings = await measureRound(contestants, schedule, meter, async () => {
    if (card !== null) timed.push(await card.read());
  });
  const atLast = timed[0] ?? null;
  const after = await readDisturbance();
  return {
    ...schedule,
    ...readings,
    ...interference(before, after, { cores: os.availableParallelism(), threads }),
    ...(atFirst === null || atLast === null
      ? {}
      : { device: roundDevice(atFirst, atLast, others?.size ?? null) }),
    endedAtS: Number(elapsedS().toFixed(3)),
  };
}
