/** A file seen through a small window, so that reading a model costs what its graph costs, not its weights. */

/** Fills `target` from a position of the file; returns the number of bytes read, 0 at its end. */
export type ReadAt = (target: Uint8Array, position: number) => number;

const WINDOW_BYTES = 64 * 1024;

export class ByteSource {
  readonly #window = new Uint8Array(WINDOW_BYTES);
  #start = 0;
  #end = 0;

  /** @param size Bytes of the file. */
  constructor(
    readonly size: number,
    private readonly readAt: ReadAt,
  ) {}

  /** One byte; undefined at or beyond the end. */
  byteAt(position: number): number | undefined {
    if (position < this.#start || position >= this.#end) this.#moveTo(position);
    return this.#window[position - this.#start];
  }

  /** Copies `target.length` bytes from a position; false when the file ends before. */
  copyTo(target: Uint8Array, position: number): boolean {
    if (position >= this.#start && position + target.length <= this.#end) {
      const from = position - this.#start;
      target.set(this.#window.subarray(from, from + target.length));
      return true;
    }
    let done = 0;
    while (done < target.length) {
      const read = this.readAt(target.subarray(done), position + done);
      if (read === 0) return false;
      done += read;
    }
    return true;
  }

  #moveTo(position: number): void {
    this.#start = position;
    this.#end = position + this.readAt(this.#window, position);
    // What lies behind the end must not be taken for bytes of the file.
    this.#window.fill(0, this.#end - this.#start);
    if (this.#end === position) this.#start = this.#end = 0;
  }
}
