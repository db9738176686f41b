/** A model in a fresh worker: launched, loaded, warmed up and ready to be timed. */
import { BLOCK_MS, type Contestant, type ReadyContestant } from './contestant.js';
import type { Executor, Worker } from './executor.js';
import type { Block } from './measurement.js';
import type { DeviceReader } from './device/device.js';
import { watchDeviceMemory } from './device/device-memory.js';
import { valueOf } from './outcome.js';
import type { Operation, Replies, Requests, Subject } from './protocol.js';

/** Runs shorter than this feel that another process ran meanwhile: the first after it takes several times as long. */
const LEAD_IN_MS = 1;

/** A model as the user knows it, and how it is run. */
interface ModelEntry {
  readonly label: string;
  readonly subject: Subject;
  /** Of whose memory its worker takes; null where none can be read. */
  readonly card: DeviceReader | null;
}

/** A model that takes part in rounds, each time in a worker of its own. */
export function modelContestant(
  executor: Executor,
  label: string,
  subject: Subject,
  card: DeviceReader | null = null,
): Contestant {
  return { label, launch: () => ReadyModel.launch(executor, { label, subject, card }) };
}

class ReadyModel implements ReadyContestant {
  private constructor(
    private readonly worker: Worker,
    private readonly entry: ModelEntry,
    readonly readings: ReadyContestant['readings'],
    /** Of one run, about. */
    private readonly runMs: number,
  ) {}

  /**
   * Starts a process, loads the model, runs it for the first time and warms it up. Peak memory is read before
   * warming up: what thousands of timed runs leave to the garbage collector is ours and not the model's, and
   * scatters seven times as much.
   * @throws GateError when the model or its process fails; the process is gone then.
   */
  static async launch(executor: Executor, entry: ModelEntry): Promise<ReadyModel> {
    const held = entry.card === null ? null : await watchDeviceMemory(entry.card);
    const worker = await executor.launch();
    try {
      const { loadMs } = await ask(worker, entry, 'load', entry.subject);
      const { firstMs } = await ask(worker, entry, 'first', {});
      const { peakRssBytes } = await ask(worker, entry, 'memory', {});
      const onCard = held === null ? {} : { deviceMemoryBytes: await held(worker.pid) };
      const { runMs, ...warmUp } = await ask(worker, entry, 'warmUp', {});
      return new ReadyModel(worker, entry, { loadMs, firstMs, peakRssBytes, ...onCard, warmUp }, runMs);
    } catch (failure) {
      await worker.close();
      throw failure;
    }
  }

  block(): Promise<Block> {
    const leadInMs = this.runMs < LEAD_IN_MS ? LEAD_IN_MS : 0;
    return ask(this.worker, this.entry, 'block', { minimumMs: BLOCK_MS, leadInMs });
  }

  stretch(minimumMs: number): Promise<Block> {
    return ask(this.worker, this.entry, 'block', { minimumMs, leadInMs: 0 });
  }

  close(): Promise<void> {
    return this.worker.close();
  }
}

async function ask<Op extends Operation>(
  worker: Worker,
  { label, subject }: ModelEntry,
  op: Op,
  asked: Requests[Op],
): Promise<Replies[Op]> {
  return valueOf(await worker.request(op, asked), {
    model: label,
    modelPath: subject.modelPath,
    provider: subject.session.provider,
  });
}
