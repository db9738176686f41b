/** Git as the stage knows it: arguments in, standard output out. Passed in as an argument. */
import type { Writable } from 'node:stream';

export interface GitOptions {
  /** Most bytes of standard output. */
  readonly maxBytes?: number;
  readonly timeoutS?: number;
  /** Standard input. */
  readonly input?: Uint8Array;
  /** Takes standard output as it comes, instead of `stdout` in the answer. */
  readonly into?: Writable;
}

/** Runs git once. @throws GitFailure when git refuses; GateError when it cannot be run or exceeds its bounds. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<{ readonly stdout: Buffer }>;

/** Git's own refusal; whoever asked knows what it means. The message is git's first word on it. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';

  constructor(
    args: readonly string[],
    /** Null when it was killed. */
    readonly status: number | null,
    /** The end of standard error. */
    readonly stderr: string,
  ) {
    const line = /^(?:fatal|error|git): .*$/m.exec(stderr)?.[0];
    super(line ?? `git ${args[0] ?? ''} ended with status ${String(status)}`);
  }
}
