/** One worker process from the executor's side: asking it, waiting with a deadline, ending it. */
import { messageOf } from '../errors.js';
import { killGroup } from '../process-group.js';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { CHANNEL_FD, LineCutter } from './channel.js';
import { classifyExit } from './outcome.js';
import type { Exit, Outcome } from './outcome.js';
import { answerSchema, replySchemas } from './protocol.js';
import type { Operation, Replies, Requests } from './protocol.js';
import type { Limits } from './sandbox/limits.js';
import { watchResident } from './sandbox/resident-memory.js';

const LAST_WORDS_BYTES = 4096;

/** Settles whatever is being waited for. */
type Settle = (outcome: Outcome<unknown>) => void;

export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #channel: Duplex;
  readonly #exited: Promise<unknown>;
  #waiting: { id: number; settle: Settle } | undefined;
  #end: Outcome<never> | undefined;
  #asked = 0;
  #stderr = '';

  /**
   * @param child Started with the channel and the lifeline of src/measure/channel.ts, leading a process group.
   * @param deadlineS Wall-clock seconds that a request may take before the group is killed.
   * @param limits What else it was started with.
   */
  constructor(
    child: ChildProcess,
    private readonly deadlineS: number,
    private readonly limits: Pick<Limits, 'cpuS' | 'residentBytes'>,
  ) {
    this.#child = child;
    this.#channel = child.stdio[CHANNEL_FD] as Duplex;
    this.#exited = once(child, 'close').catch(() => undefined);
    // A worker that ends while being written to is told by its exit.
    for (const stream of child.stdio) stream?.on('error', () => undefined);
    this.#listen();
  }

  /** Asks for one operation; one at a time. Never throws: every way to fail is an outcome. */
  async request<Op extends Operation>(op: Op, asked: Requests[Op]): Promise<Outcome<Replies[Op]>> {
    if (this.#end !== undefined) return this.#end;
    if (this.#waiting !== undefined) throw new TypeError('a worker does one thing at a time');
    const id = (this.#asked += 1);
    const outcome = await new Promise<Outcome<unknown>>((resolve) => {
      const timer = setTimeout(() => {
        this.#finish({ status: 'time-out', afterS: this.deadlineS });
      }, this.deadlineS * 1000);
      const endWatch = this.#watchMemory();
      this.#waiting = {
        id,
        settle: (end) => {
          clearTimeout(timer);
          endWatch();
          this.#waiting = undefined;
          resolve(end);
        },
      };
      this.#channel.write(`${JSON.stringify({ id, op, with: asked })}\n`);
    });
    if (outcome.status !== 'ok') return outcome;
    const reply = replySchemas[op].safeParse(outcome.value);
    if (reply.success) return { status: 'ok', value: reply.data as Replies[Op] };
    return this.#finish({ status: 'protocol-error', detail: `an answer to ${op} that does not fit` });
  }

  /** Kills the process group and waits until it is gone. */
  async close(): Promise<void> {
    this.#finish({ status: 'cancelled' });
    await this.#exited;
  }

  /** While it works: a worker that waits takes no more. */
  #watchMemory(): () => void {
    const { pid } = this.#child;
    const { residentBytes } = this.limits;
    if (pid === undefined) return () => undefined;
    return watchResident(pid, residentBytes, () => {
      this.#finish({ status: 'out-of-memory', exit: 'killed at its limit', limitBytes: residentBytes });
    });
  }

  #listen(): void {
    const lines = new LineCutter();
    this.#channel.on('data', (chunk: Buffer) => {
      try {
        for (const line of lines.feed(chunk)) this.#hear(line);
      } catch (fault) {
        this.#finish({
          status: 'protocol-error',
          detail: messageOf(fault),
        });
      }
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-LAST_WORDS_BYTES);
    });
    this.#child.on('error', ({ message }) => {
      this.#finish({ status: 'crash', exit: 'not started', lastWords: message });
    });
    this.#child.on('close', (code: Exit['code'], signal: Exit['signal']) => {
      this.#finish(classifyExit({ code, signal }, this.#stderr, this.limits.cpuS));
    });
  }

  #hear(line: string): void {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      throw new Error('a line that is not JSON');
    }
    const answer = answerSchema.safeParse(json);
    if (!answer.success || answer.data.id !== this.#waiting?.id)
      throw new Error('an answer that nobody asked for');
    this.#waiting.settle(
      'failure' in answer.data
        ? { status: 'refused', failure: answer.data.failure }
        : { status: 'ok', value: answer.data.reply },
    );
  }

  /** Ends the worker for good; the first reason stands and is returned. */
  #finish(end: Outcome<never>): Outcome<never> {
    if (this.#end === undefined) {
      this.#end = end;
      killGroup(this.#child);
    }
    this.#waiting?.settle(this.#end);
    return this.#end;
  }
}
