/** Bytes of a protobuf message as they are written, with nested lengths filled in afterwards. */
import { FormatFault } from './format-fault.js';

/** Width of a length that is filled in later: a varint padded to 35 bits, which every decoder takes. */
const RESERVED = 5;
const INITIAL_BYTES = 64 * 1024;

export class GrowingBuffer {
  #bytes = new Uint8Array(INITIAL_BYTES);
  #length = 0;

  /** @param limit The most bytes that may be written. */
  constructor(private readonly limit: number) {}

  /** Makes room for so many bytes, to be filled by the caller. */
  claim(count: number): Uint8Array {
    const start = this.#length;
    const needed = start + count;
    if (needed > this.limit) {
      throw new FormatFault(
        'too large',
        `describes a graph of more than ${this.limit / 2 ** 20} MiB without its weights`,
      );
    }
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      grown.set(this.#bytes.subarray(0, start));
      this.#bytes = grown;
    }
    this.#length = needed;
    return this.#bytes.subarray(start, needed);
  }

  append(bytes: Uint8Array): void {
    this.claim(bytes.length).set(bytes);
  }

  varint(value: number): void {
    const room: number[] = [];
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) room.push((rest % 0x80) | 0x80);
    room.push(rest);
    this.claim(room.length).set(room);
  }

  /** Begins a length-delimited field; returns the mark to close it with. */
  open(): number {
    this.claim(RESERVED);
    return this.#length;
  }

  close(mark: number): void {
    let rest = this.#length - mark;
    for (let index = mark - RESERVED; index < mark; index++) {
      this.#bytes[index] = (rest & 0x7f) | (index < mark - 1 ? 0x80 : 0);
      rest >>>= 7;
    }
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
