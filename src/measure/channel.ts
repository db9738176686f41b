/** The channel between executor and worker: lines of JSON, bounded. Without dependencies, as workers carry it. */

/** File descriptors of the worker: its channel, and a pipe whose end means that the parent is gone. */
export const CHANNEL_FD = 3;
export const LIFELINE_FD = 4;

/** A line longer than this is no answer. The longest real ones are profiles of graphs with 100,000 nodes. */
export const MAX_LINE_BYTES = 64 * 2 ** 20;

const NEWLINE = 0x0a;

/** Cuts a stream of bytes into lines. `feed` returns the lines that a chunk completes. */
export class LineCutter {
  #parts: Buffer[] = [];
  #held = 0;

  constructor(private readonly maxBytes = MAX_LINE_BYTES) {}

  /** @throws RangeError when a line grows beyond the bound. */
  feed(chunk: Buffer): string[] {
    const lines: string[] = [];
    let rest = chunk;
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      this.#hold(rest.subarray(0, end));
      lines.push(Buffer.concat(this.#parts).toString('utf8'));
      this.#parts = [];
      this.#held = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#hold(rest);
    return lines;
  }

  #hold(part: Buffer): void {
    this.#held += part.length;
    if (this.#held > this.maxBytes) throw new RangeError(`a line is longer than ${this.maxBytes} bytes`);
    this.#parts.push(part);
  }
}
