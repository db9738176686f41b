/** A model in a fresh process: launched, loaded, warmed up and ready to be timed. */
import type { Executor, Worker } from './executor.js';
import type { Block, WarmUp } from './measurement.js';
import { valueOf } from './outcome.js';
import type { Operation, Replies, Requests, Subject } from './protocol.js';

/** A block lasts at least this long; a single run may be longer. */
export const BLOCK_MS = 10;

/** Runs shorter than this feel that another process ran meanwhile: the first after it takes several times as long. */
const LEAD_IN_MS = 1;

/** A model as the user knows it, and how it is run. */
export interface Contestant {
  readonly label: string;
  readonly subject: Subject;
}

export class ReadyContestant {
  private constructor(
    private readonly worker: Worker,
    private readonly contestant: Contestant,
    readonly loadMs: number,
    readonly firstMs: number,
    /** Bytes; null where the system does not tell. */
    readonly peakRssBytes: number | null,
    readonly warmUp: WarmUp,
    /** Of one run, about. */
    private readonly runMs: number,
  ) {}

  /**
   * Starts a process, loads the model, runs it for the first time and warms it up. Peak memory is read before
   * warming up: what thousands of timed runs leave to the garbage collector is ours and not the model's, and
   * scatters seven times as much.
   * @throws GateError when the model or its process fails; the process is gone then.
   */
  static async launch(executor: Executor, contestant: Contestant): Promise<ReadyContestant> {
    const worker = await executor.launch();
    try {
      const { loadMs } = await ask(worker, contestant, 'load', contestant.subject);
      const { firstMs } = await ask(worker, contestant, 'first', {});
      const { peakRssBytes } = await ask(worker, contestant, 'memory', {});
      const { runMs, ...warmUp } = await ask(worker, contestant, 'warmUp', {});
      return new ReadyContestant(worker, contestant, loadMs, firstMs, peakRssBytes, warmUp, runMs);
    } catch (failure) {
      await worker.close();
      throw failure;
    }
  }

  block(): Promise<Block> {
    const leadInMs = this.runMs < LEAD_IN_MS ? LEAD_IN_MS : 0;
    return ask(this.worker, this.contestant, 'block', { minimumMs: BLOCK_MS, leadInMs });
  }

  /** Runs for at least that long, from the first run on: whatever is spent belongs to a run that is counted. */
  stretch(minimumMs: number): Promise<Block> {
    return ask(this.worker, this.contestant, 'block', { minimumMs, leadInMs: 0 });
  }

  close(): Promise<void> {
    return this.worker.close();
  }
}

async function ask<Op extends Operation>(
  worker: Worker,
  { label, subject }: Contestant,
  op: Op,
  asked: Requests[Op],
): Promise<Replies[Op]> {
  return valueOf(await worker.request(op, asked), { model: label, modelPath: subject.modelPath });
}
