/** Who takes part in a measurement: started afresh for each round, then run block by block. */
import type { Block, ProcessReadings } from './measurement.js';

/** A block lasts at least this long; a single run may be longer. */
export const BLOCK_MS = 10;

/** One side, be it a model or a command of the user's own. */
export interface Contestant {
  /** As the user knows it, for messages. */
  readonly label: string;
  /**
   * Starts a process, runs it for the first time and warms it up.
   * @throws GateError when it or its process fails; the process is gone then.
   */
  launch(): Promise<ReadyContestant>;
}

/** A process that is ready to be timed. */
export interface ReadyContestant {
  /** What starting it told. */
  readonly readings: Omit<ProcessReadings, 'blocks'>;
  /** @throws GateError when its process fails. */
  block(): Promise<Block>;
  /**
   * Runs for at least that long, from the first run on: whatever is spent belongs to a run that is counted.
   * @throws GateError when its process fails.
   */
  stretch(minimumMs: number): Promise<Block>;
  /** Ends the process and waits until it is gone. May be called again. */
  close(): Promise<void>;
}
