/** What is found out before the first round: the cost of a process of each side, and an empty worker's memory. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { median, medianAbsoluteDeviation } from 'simple-statistics';
import type { Contestant } from './contestant.js';
import { EMPTY_FEEDS, EMPTY_MODEL } from './empty-model.js';
import type { Executor } from './executor.js';
import type { Block } from './measurement.js';
import { modelContestant } from './model-contestant.js';
import type { SessionSettings } from './protocol.js';
import type { ProcessCost } from './round-size.js';

/** Milliseconds on a clock that never goes back. */
export type Clock = () => number;

const EMPTY_WORKERS = 3;
/** Enough to see whether blocks scatter by one per cent or by ten. */
const PILOT_BLOCKS = 8;
/** A pilot of slow runs ends earlier. */
const PILOT_S = 1;
/** Makes the median absolute deviation of normal noise its standard deviation. */
const NORMAL_MAD = 1.4826;

/**
 * The pilot: one process as a round would run it, with a few blocks.
 * @throws GateError when the contestant or its process fails.
 */
export async function rehearse(contestant: Contestant, clock: Clock): Promise<ProcessCost> {
  const launched = clock();
  const ready = await contestant.launch();
  try {
    const started = clock();
    const blocks: Block[] = [];
    do blocks.push(await ready.block());
    while (blocks.length < PILOT_BLOCKS && clock() - started < PILOT_S * 1000);
    const ran = clock();
    await ready.close();
    const logMedians = blocks.map(({ runsMs }) => Math.log(median(runsMs)));
    return {
      startS: (started - launched + clock() - ran) / 1000,
      blockS: (ran - started) / 1000 / blocks.length,
      runsPerBlock: blocks.reduce((sum, { runsMs }) => sum + runsMs.length, 0) / blocks.length,
      scatter: NORMAL_MAD * medianAbsoluteDeviation(logMedians),
    };
  } finally {
    await ready.close();
  }
}

/**
 * Median peak resident memory of workers with an empty model, treated as in a round, bytes; null where the
 * system does not tell.
 * @param folder Where the empty model may be written.
 */
export async function emptyWorkerRss(
  executor: Executor,
  session: SessionSettings,
  folder: string,
): Promise<number | null> {
  const modelPath = path.join(folder, 'empty.onnx');
  await writeFile(modelPath, EMPTY_MODEL);
  const subject = { modelPath, session, feeds: EMPTY_FEEDS, seed: 0 };
  const empty = modelContestant(executor, 'an empty model', subject);
  // All at once: what they hold does not depend on how long they take.
  const peaks = await Promise.all(
    Array.from({ length: EMPTY_WORKERS }, async () => {
      const ready = await empty.launch();
      await ready.close();
      return ready.readings.peakRssBytes;
    }),
  );
  const known = peaks.filter((peak) => peak !== null).sort((one, other) => one - other);
  return known.length < EMPTY_WORKERS ? null : (known[Math.floor(EMPTY_WORKERS / 2)] ?? null);
}
