/** A benchmark of the user's own that takes part in rounds: it times its runs itself, the gate says how many. */
import { performance } from 'node:perf_hooks';
import { BLOCK_MS, type Contestant, type ReadyContestant } from '../contestant.js';
import type { Block, OwnIndicator } from '../measurement.js';
import { levelOff, rounded } from '../run-timing.js';
import { type HarnessCommand, HarnessProcess } from './harness-process.js';
import { parseAnswer, parseReady, type RunAnswer, runRequest } from './harness-protocol.js';

/** A block of shorter runs has no more than these: a report keeps every one. */
const MOST_RUNS = 1000;

export function harnessContestant(harness: HarnessCommand, signal: AbortSignal): Contestant {
  return { label: harness.label, launch: () => ReadyHarness.launch(harness, signal) };
}

/**
 * What a benchmark says that it reports, in one revision.
 * @throws GateError when it does not get so far.
 */
export async function declaredIndicators(
  harness: HarnessCommand,
  signal: AbortSignal,
): Promise<OwnIndicator[]> {
  const process = new HarnessProcess(harness, signal);
  try {
    return await process.ask(null, parseReady);
  } finally {
    await process.close();
  }
}

class ReadyHarness implements ReadyContestant {
  private constructor(
    private readonly process: HarnessProcess,
    private readonly indicators: readonly OwnIndicator[],
    readonly readings: ReadyContestant['readings'],
    private readonly blockRuns: number,
  ) {}

  static async launch(harness: HarnessCommand, signal: AbortSignal): Promise<ReadyHarness> {
    const start = performance.now();
    const process = new HarnessProcess(harness, signal);
    try {
      const indicators = await process.ask(null, parseReady);
      const loadMs = rounded(performance.now() - start);
      const run = async (runs: number): Promise<readonly number[]> =>
        (await runOf(process, runs, indicators)).runsMs;
      const [firstMs = 0] = await run(1);
      let runMs = firstMs;
      const { runMs: levelMs, ...warmUp } = await levelOff(async (stretchMs) => {
        const runsMs = await run(runsIn(stretchMs, runMs));
        runMs = Math.min(runMs, ...runsMs);
        return runsMs;
      });
      const readings = { loadMs, firstMs: rounded(firstMs), peakRssBytes: null, warmUp };
      return new ReadyHarness(process, indicators, readings, runsIn(BLOCK_MS, levelMs));
    } catch (failure) {
      await process.close();
      throw failure;
    }
  }

  async block(): Promise<Block> {
    const { runsMs, readings } = await runOf(this.process, this.blockRuns, this.indicators);
    return {
      runsMs: runsMs.map(rounded),
      cpuMs: null,
      ...(this.indicators.length === 0 ? {} : { readings }),
    };
  }

  /** By the clock and not by what it claims: the meter sees the time between its runs as well. */
  async stretch(minimumMs: number): Promise<Block> {
    const start = performance.now();
    const runsMs: number[] = [];
    do runsMs.push(...(await this.block()).runsMs);
    while (performance.now() - start < minimumMs);
    return { runsMs, cpuMs: null };
  }

  close(): Promise<void> {
    return this.process.close();
  }
}

const runOf = (
  process: HarnessProcess,
  runs: number,
  indicators: readonly OwnIndicator[],
): Promise<RunAnswer> => process.ask(runRequest(runs), (text) => parseAnswer(text, runs, indicators));

const runsIn = (milliseconds: number, runMs: number): number =>
  Math.min(Math.max(Math.ceil(milliseconds / runMs), 1), MOST_RUNS);
