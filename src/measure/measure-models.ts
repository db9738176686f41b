/** Measuring two models side by side, each in workers with ONNX Runtime. */
import { GateError } from '../errors.js';
import type { Budget } from './budget.js';
import type { Contestant } from './contestant.js';
import type { Executor } from './executor.js';
import { summariseFeed } from './feed.js';
import { describeDevice, type DeviceReader, type DeviceSearch } from './device/device.js';
import { describeMeter, type MeterSearch } from './energy/meter.js';
import type { FeedSpec } from './feed.js';
import { measureContestants } from './measure-contestants.js';
import type { Measurement, Round } from './measurement.js';
import { modelContestant } from './model-contestant.js';
import type { SessionSettings } from './protocol.js';
import { emptyWorkerRss } from './rehearsal.js';
import type { Clock } from './rehearsal.js';
import type { SeriesServices } from './round-series.js';

/** One side: a model file that the runtime can load, and what it is fed. */
export interface Side {
  /** As the user knows it, for messages. */
  readonly label: string;
  readonly modelPath: string;
  readonly feeds: readonly FeedSpec[];
}

export interface MeasureRequest {
  readonly base: Side;
  readonly head: Side;
  readonly session: SessionSettings;
  /** Of the feeds and of the order in which processes are launched and run. */
  readonly seed: number;
  readonly budget: Budget;
  /** Inferences that one run stands for (FeedPlan.batch). */
  readonly batch: number;
  /** Fewer rounds can decide nothing. */
  readonly minimumRounds: number;
  /** Digests of what is compared: part of what the random orders are drawn from. */
  readonly subject: string;
  /** Told every round as it ends; true means that all is decided. */
  readonly onRound?: (round: Round, emptyWorkerRssBytes: number | null) => boolean;
}

export interface MeasureServices extends Omit<SeriesServices, 'meter' | 'card'> {
  readonly executor: Executor;
  readonly clock: Clock;
  /** A private folder for the empty model. */
  readonly folder: string;
  /** The counters of energy that were looked for; left out: none were. */
  readonly energy?: MeterSearch;
  /** The card that was looked for; null or left out: none was. */
  readonly device?: DeviceSearch | null;
}

export interface MeasureOutcome {
  readonly measurement: Measurement;
  /** What made measuring fail after some rounds; null when nothing did. */
  readonly problem: GateError | null;
}

/**
 * Measures until `onRound` is content, the budget ends or the signal comes.
 * @throws GateError when a model cannot be run at all, or when fewer than `minimumRounds` fit the budget.
 */
export async function measureModels(
  request: MeasureRequest,
  services: MeasureServices,
): Promise<MeasureOutcome> {
  const { executor, clock, signal } = services;
  const startedAt = clock();
  const elapsedS = (): number => (clock() - startedAt) / 1000;
  const endAll = (): void => void executor.close();
  signal.addEventListener('abort', endAll, { once: true });
  try {
    if (signal.aborted) throw new GateError('measurement', 'Measuring was interrupted.', 'Run it again.');
    const { base, head, session, seed, subject, batch, budget, minimumRounds, onRound } = request;
    const { device = null } = services;
    const card = device?.status === 'found' ? device.reader : null;
    const contestants = {
      base: contestant(request, 'base', executor, card),
      head: contestant(request, 'head', executor, card),
    };
    const emptyWorkerRssBytes = await emptyWorkerRss(executor, session, services.folder);
    const decided = (round: Round): boolean => onRound?.(round, emptyWorkerRssBytes) === true;
    const contest = { seed, subject, budget, minimumRounds, threads: session.threads, decided };
    const meter = services.energy?.status === 'readable' ? services.energy.meter : null;
    const metered = { ...services, meter, card };
    const { plan, series } = await measureContestants(contestants, contest, metered, clock, elapsedS);
    return {
      measurement: {
        ...session,
        seed,
        batch,
        ...plan,
        feeds: { base: base.feeds.map(summariseFeed), head: head.feeds.map(summariseFeed) },
        emptyWorkerRssBytes,
        rounds: series.rounds,
        ...(services.energy === undefined ? {} : { meter: describeMeter(services.energy) }),
        ...(device === null ? {} : { device: describeDevice(device) }),
        stopped: series.stopped,
        elapsedS: Number(elapsedS().toFixed(3)),
      },
      problem: series.problem,
    };
  } finally {
    signal.removeEventListener('abort', endAll);
  }
}

function contestant(
  { session, seed, ...sides }: MeasureRequest,
  side: 'base' | 'head',
  executor: Executor,
  card: DeviceReader | null,
): Contestant {
  const { label, modelPath, feeds } = sides[side];
  return modelContestant(executor, label, { modelPath, session, feeds, seed }, card);
}
