/** A cursor over the protobuf wire format (protobuf.dev/programming-guides/encoding). */
import type { ByteSource } from './byte-source.js';
import { FormatFault } from './format-fault.js';

export const WIRE = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 } as const;

/** A field's tag and, for a delimited one, where its content ends; for the others where the value ends. */
export interface Field {
  readonly number: number;
  readonly wire: number;
  /** Position of the tag. */
  readonly start: number;
  /** Position of the content: after the tag and the length. */
  readonly content: number;
  readonly end: number;
}

const LONGEST_VARINT = 10;

export class WireCursor {
  position = 0;

  constructor(readonly source: ByteSource) {}

  /** The next field of a message that ends at `end`. The cursor stays at its content. */
  next(end: number): Field {
    const start = this.position;
    const tag = this.varint(end);
    const wire = tag % 8;
    const number = Math.floor(tag / 8);
    const length = this.#lengthOf(wire, end, start);
    const content = this.position;
    if (length > end - content) throw this.#tooShort(end, content, length);
    return { number, wire, start, content, end: content + length };
  }

  /** A varint as a number; what exceeds 2^53 is not exact, only too large. */
  varint(end: number): number {
    let value = 0;
    let scale = 1;
    for (let read = 0; read < LONGEST_VARINT; read++, scale *= 0x80) {
      const byte = this.position < end ? this.source.byteAt(this.position) : undefined;
      if (byte === undefined) throw this.#tooShort(end, this.position, 1);
      this.position++;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw this.#endless();
  }

  /** The low 32 bits of a varint: negative numbers are written as 64 bits. */
  int32(end: number): number {
    let bits = 0;
    for (let read = 0; read < LONGEST_VARINT; read++) {
      const byte = this.position < end ? this.source.byteAt(this.position) : undefined;
      if (byte === undefined) throw this.#tooShort(end, this.position, 1);
      this.position++;
      if (read < 5) bits |= (byte & 0x7f) << (7 * read);
      if (byte < 0x80) return bits;
    }
    throw this.#endless();
  }

  #endless(): FormatFault {
    const start = this.position - LONGEST_VARINT;
    return new FormatFault('damaged', `is damaged: the number at byte ${start} does not end`);
  }

  #lengthOf(wire: number, end: number, start: number): number {
    switch (wire) {
      case WIRE.varint: {
        const before = this.position;
        this.varint(end);
        const length = this.position - before;
        this.position = before;
        return length;
      }
      case WIRE.fixed64:
        return 8;
      case WIRE.delimited:
        return this.varint(end);
      case WIRE.fixed32:
        return 4;
      default:
        throw new FormatFault('damaged', `is damaged: byte ${start} begins no field of a message`);
    }
  }

  #tooShort(end: number, position: number, wanted: number): FormatFault {
    const left = Math.max(0, end - position);
    return end >= this.source.size
      ? new FormatFault(
          'truncated',
          `is truncated: at byte ${position} it announces ${wanted} bytes, and ${left} are left`,
        )
      : new FormatFault(
          'damaged',
          `is damaged: at byte ${position} a field of ${wanted} bytes lies in a message with ${left} left`,
        );
  }
}
