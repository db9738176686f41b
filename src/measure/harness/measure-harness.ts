/** Measuring a benchmark of the user's own in two revisions, under the same rounds as models. */
import os from 'node:os';
import { GateError } from '../../errors.js';
import type { Budget } from '../budget.js';
import { describeMeter, type MeterSearch } from '../energy/meter.js';
import { measureContestants } from '../measure-contestants.js';
import type { MeasureOutcome } from '../measure-models.js';
import type { Harness, OwnIndicator, Round } from '../measurement.js';
import type { Clock } from '../rehearsal.js';
import type { SeriesServices } from '../round-series.js';
import { harnessContestant } from './harness-contestant.js';
import type { HarnessCommand } from './harness-process.js';

export interface HarnessRequest {
  readonly harness: Harness;
  readonly base: HarnessCommand;
  readonly head: HarnessCommand;
  /** Of the order in which processes are launched and run. */
  readonly seed: number;
  readonly budget: Budget;
  /** Fewer rounds can decide nothing. */
  readonly minimumRounds: number;
  /** What is compared: part of what the random orders are drawn from. */
  readonly subject: string;
  /** Told every round; true means that all is decided. */
  readonly decided: (round: Round) => boolean;
}

export interface HarnessServices extends Omit<SeriesServices, 'meter'> {
  readonly clock: Clock;
  /** The counters of energy that were looked for. */
  readonly energy: MeterSearch;
}

/**
 * Measures until all is decided, the planned rounds are done, the budget ends or the signal comes.
 * @throws GateError when the benchmark does not run at all, or when fewer than `minimumRounds` fit the budget.
 */
export async function measureHarness(
  { harness, base, head, ...request }: HarnessRequest,
  services: HarnessServices,
): Promise<MeasureOutcome> {
  const { clock, signal, energy } = services;
  const meter = energy.status === 'readable' ? energy.meter : null;
  const startedAt = clock();
  const elapsedS = (): number => (clock() - startedAt) / 1000;
  const contestants = { base: harnessContestant(base, signal), head: harnessContestant(head, signal) };
  // How many processors it employs is its own affair: no use of them is a disturbance.
  const threads = os.availableParallelism();
  const { plan, series } = await measureContestants(
    contestants,
    { ...request, threads },
    { ...services, meter },
    clock,
    elapsedS,
  );
  return {
    measurement: {
      provider: 'none',
      threads,
      seed: request.seed,
      batch: 1,
      ...plan,
      feeds: { base: [], head: [] },
      emptyWorkerRssBytes: null,
      harness,
      rounds: series.rounds,
      meter: describeMeter(energy),
      stopped: series.stopped,
      elapsedS: Number(elapsedS().toFixed(3)),
    },
    problem: series.problem,
  };
}

/**
 * What both sides report together. What only one of them does is compared all the same: as not known.
 * @throws GateError when they mean unlike things by one name.
 */
export function unitedIndicators(
  name: string,
  base: readonly OwnIndicator[],
  head: readonly OwnIndicator[],
): OwnIndicator[] {
  for (const after of head) {
    const before = base.find((one) => one.name === after.name);
    if (before === undefined || (before.unit === after.unit && before.better === after.better)) continue;
    throw new GateError(
      'measurement',
      `The benchmark ${name} reports ${after.name} in ${before.unit}, ${before.better} being better, in the base, and in ${after.unit}, ${after.better} being better, in the head.`,
      'Give what changed its meaning another name.',
    );
  }
  return [...head, ...base.filter((before) => !head.some((after) => after.name === before.name))];
}
