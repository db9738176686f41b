/** Measuring two models side by side: rehearsal, plan, rounds until all is decided or the budget ends. */
import { GateError } from '../errors.js';
import { planBudget } from './budget.js';
import type { Budget } from './budget.js';
import type { Contestant } from './contestant.js';
import { summariseFeed } from './feed.js';
import { describeMeter, type EnergyMeter, type MeterSearch } from './energy/meter.js';
import type { FeedSpec } from './feed.js';
import type { Measurement, Round } from './measurement.js';
import type { SessionSettings } from './protocol.js';
import { emptyWorkerRss, rehearse } from './rehearsal.js';
import type { Clock } from './rehearsal.js';
import { measureRounds } from './round-series.js';
import type { SeriesServices } from './round-series.js';
import type { ProcessCost } from './round-size.js';
import type { Contestants } from './rounds.js';

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

export interface MeasureServices extends Omit<SeriesServices, 'meter'> {
  readonly clock: Clock;
  /** A private folder for the empty model. */
  readonly folder: string;
  /** The counters of energy that were looked for; left out: none were. */
  readonly energy?: MeterSearch;
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
    const contestants: Contestants = { base: contestant(request, 'base'), head: contestant(request, 'head') };
    const emptyWorkerRssBytes = await emptyWorkerRss(executor, request.session, services.folder);
    const rehearsed = {
      base: await rehearse(executor, contestants.base, clock),
      head: await rehearse(executor, contestants.head, clock),
    };
    const meter = services.energy?.status === 'readable' ? services.energy.meter : null;
    const costs = withStretches(rehearsed, meter);
    const plan = planBudget(request.budget, costs, elapsedS(), request.minimumRounds);
    const { base, head, session, seed, subject, batch, onRound } = request;
    const decided = (round: Round): boolean => onRound?.(round, emptyWorkerRssBytes) === true;
    const series = { seed, subject, threads: session.threads, decided };
    const ended = await measureRounds(contestants, plan, series, { ...services, meter }, elapsedS);
    return {
      measurement: {
        ...session,
        seed,
        batch,
        ...plan,
        feeds: { base: base.feeds.map(summariseFeed), head: head.feeds.map(summariseFeed) },
        emptyWorkerRssBytes,
        rounds: ended.rounds,
        ...(services.energy === undefined ? {} : { meter: describeMeter(services.energy) }),
        stopped: ended.stopped,
        elapsedS: Number(elapsedS().toFixed(3)),
      },
      problem: ended.problem,
    };
  } finally {
    signal.removeEventListener('abort', endAll);
  }
}

/** A round's three processes run a stretch for the meter each, and share a fourth one in which they wait. */
function withStretches(
  { base, head }: Readonly<Record<'base' | 'head', ProcessCost>>,
  meter: EnergyMeter | null,
): Readonly<Record<'base' | 'head', ProcessCost>> {
  const shareS = ((4 / 3) * (meter?.stretchMs ?? 0)) / 1000;
  return {
    base: { ...base, startS: base.startS + shareS },
    head: { ...head, startS: head.startS + shareS },
  };
}

function contestant({ session, seed, ...sides }: MeasureRequest, side: 'base' | 'head'): Contestant {
  const { label, modelPath, feeds } = sides[side];
  return { label, subject: { modelPath, session, feeds, seed } };
}
