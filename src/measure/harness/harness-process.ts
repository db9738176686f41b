/** One process of a benchmark of the user's own: started, asked line by line, ended with all that it started. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { GateError, messageOf } from '../../errors.js';
import { killGroup, spawnShell } from '../../process-group.js';
import { LineCutter } from '../channel.js';
import { firstLine, quoted } from '../quotation.js';
import { BadAnswer, messageIn, STOP } from './harness-protocol.js';

/** How a benchmark is started in one revision. */
export interface HarnessCommand {
  /** The benchmark's name and side, for messages. */
  readonly label: string;
  /** For the system's shell. */
  readonly command: string;
  /** The worktree that it runs in, absolute. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Seconds that any answer may take. */
  readonly timeoutS: number;
  /** Told every line of standard output that is not for the gate. */
  readonly onStray?: (line: string) => void;
}

const MAX_LINE_BYTES = 4 * 2 ** 20;
const LAST_WORDS = 4096;
/** Seconds in which a benchmark that was told to stop may put away what it holds. */
const GRACE_S = 5;

export class HarnessProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<unknown>;
  readonly #abort: () => void;
  #settle: ((message: string | GateError) => void) | null = null;
  #end: GateError | null = null;
  #closed = false;
  #lastWords = '';

  constructor(
    private readonly harness: HarnessCommand,
    private readonly signal: AbortSignal,
  ) {
    const { command, folder, env } = harness;
    this.#child = spawnShell(command, { cwd: folder, env });
    this.#exited = once(this.#child, 'close').catch(() => undefined);
    this.#abort = () => {
      this.#finish('was being measured when it was interrupted', 'Run it again.');
    };
    signal.addEventListener('abort', this.#abort, { once: true });
    this.#listen();
    if (signal.aborted) this.#abort();
  }

  /**
   * Writes a line, if there is one to write, and waits for the answer.
   * @param parse Reads the text after the marker; throws BadAnswer.
   * @throws GateError of kind `measurement`: no answer in time, an end, or an answer that makes no sense.
   */
  async ask<Answer>(line: string | null, parse: (text: string) => Answer): Promise<Answer> {
    const awaited = line === null ? 'say that it is ready' : `answer ${JSON.stringify(line)}`;
    if (line !== null && this.#end === null) this.#child.stdin.write(`${line}\n`);
    const message = await this.#message(awaited);
    if (message instanceof GateError) throw message;
    try {
      return parse(message);
    } catch (fault) {
      if (!(fault instanceof BadAnswer)) throw fault;
      throw this.#finish(
        `did not ${awaited} as docs/harness.md has it: ${fault.message}`,
        'Correct what the benchmark prints.',
      );
    }
  }

  /** Lets it stop, then kills what is left, and waits until it is gone. */
  async close(): Promise<void> {
    if (this.#end === null && !this.#closed) {
      this.#closed = true;
      this.#child.stdin.end(`${STOP}\n`);
      const late = setTimeout(() => {
        killGroup(this.#child);
      }, GRACE_S * 1000);
      await this.#exited;
      clearTimeout(late);
    }
    await this.#exited;
    this.signal.removeEventListener('abort', this.#abort);
  }

  #message(awaited: string): Promise<string | GateError> {
    if (this.#end !== null) return Promise.resolve(this.#end);
    const { timeoutS } = this.harness;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#finish(
          `did not ${awaited} within ${timeoutS} s and was killed${this.#said()}`,
          'Make one run shorter, or raise the timeout of the benchmark in the configuration.',
        );
      }, timeoutS * 1000);
      this.#settle = (message) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(message);
      };
    });
  }

  #listen(): void {
    const lines = new LineCutter(MAX_LINE_BYTES);
    const { stdin, stdout, stderr } = this.#child;
    // A benchmark that ends while it is written to is told by its exit.
    stdin.on('error', () => undefined);
    stdout.on('data', (chunk: Buffer) => {
      try {
        for (const line of lines.feed(chunk)) this.#hear(line);
      } catch (fault) {
        this.#finish(`printed what nobody can read: ${messageOf(fault)}`, 'Print shorter lines.');
      }
    });
    stderr.on('data', (chunk: Buffer) => {
      this.#remember(chunk.toString('utf8'));
    });
    this.#child.on('error', ({ message }) => {
      this.#finish(`cannot be started: ${message}`, 'Check the command in the configuration.');
    });
    // What it left behind would keep its streams open, and the end from being told.
    this.#child.on('exit', () => {
      killGroup(this.#child);
    });
    this.#child.on('close', (code: number | null, signal: string | null) => {
      if (this.#closed) return;
      const how = signal === null ? `exit status ${code ?? 'unknown'}` : `signal ${signal}`;
      this.#finish(`ended by itself (${how})${this.#said()}`, 'Run the command by hand to see why.');
    });
  }

  #hear(line: string): void {
    const message = messageIn(line);
    if (message === null) {
      this.#remember(`${line}\n`);
      this.harness.onStray?.(line);
    } else if (this.#settle !== null) this.#settle(message);
    else this.#finish('answered when nothing was asked', 'Answer each line that it reads once.');
  }

  #remember(text: string): void {
    this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
  }

  #said(): string {
    const last = firstLine(this.#lastWords.trim().split('\n').at(-1) ?? '');
    return last === '' ? '' : `; its last words: ${last}`;
  }

  /** Ends the process for good; the first reason stands and is returned. */
  #finish(what: string, next: string): GateError {
    if (this.#end === null) {
      const { label, command } = this.harness;
      this.#end = new GateError('measurement', `${label} (${quoted(command)}) ${what}.`, next);
      killGroup(this.#child);
    }
    this.#settle?.(this.#end);
    return this.#end;
  }
}
