/**
 * The lean copy of a model: the same protobuf message, every large tensor payload replaced by a pointer to where it
 * lies in the file, and what counting never reads (documentation, training, value_info) left out. Field numbers:
 * onnx/onnx.proto.
 */
import { ByteSource, type ReadAt } from './byte-source.js';
import { FormatFault } from './format-fault.js';
import { GrowingBuffer } from './growing-buffer.js';
import { WIRE, WireCursor, type Field } from './wire.js';

/** Payloads up to this size stay: constants that shapes are computed from are small. */
export const INLINE_BYTES = 4096;
/** `data_location` of a payload that was left in the model file; not a value of ONNX. */
export const IN_MODEL_FILE = 2;

const LEAN_LIMIT = 512 * 2 ** 20;
const DEEPEST = 200;
/**
 * Fields of two bytes become objects of a hundred: what is kept is bounded in number and not only in bytes. A graph of
 * 100,000 nodes has some two million.
 */
const MOST_PARTS = 2 ** 23;
/** Names end up in reports, which people read. */
const LONGEST_NAME = 2 ** 16;
/** Beyond it no graph is taken anyway, once its functions are expanded. */
export const MOST_NODES = 300_000;
/** A field takes at least two bytes, a packed number one; as a number it takes a quarter of what an object does. */
const BYTES_PER_PART = { nested: 2, packed: 4 } as const;

type MessageKind = 'model' | 'graph' | 'function' | 'node' | 'attribute' | 'sparse' | 'tensor';
/** `name` and `text` are kept and are one part each, the latter however long it is; what is in no table is kept, and its parts are counted. */
type Treatment = MessageKind | 'drop' | 'bytes' | 'varints' | 'name' | 'text' | 'packed';

/** Fields that are not copied as they are. */
const TREATMENTS: Readonly<Record<MessageKind, ReadonlyMap<number, Treatment>>> = {
  model: new Map([
    [2, 'name'],
    [3, 'name'],
    [4, 'name'],
    [6, 'drop'],
    [7, 'graph'],
    [14, 'drop'],
    [20, 'drop'],
    [25, 'function'],
    [26, 'drop'],
  ]),
  graph: new Map([
    [1, 'node'],
    [2, 'name'],
    [5, 'tensor'],
    [10, 'drop'],
    [13, 'drop'],
    [14, 'drop'],
    [15, 'sparse'],
    [16, 'drop'],
  ]),
  function: new Map([
    [1, 'name'],
    [4, 'name'],
    [5, 'name'],
    [6, 'name'],
    [7, 'node'],
    [8, 'drop'],
    [10, 'name'],
    [11, 'attribute'],
    [12, 'drop'],
    [13, 'name'],
    [14, 'drop'],
  ]),
  node: new Map([
    [1, 'name'],
    [2, 'name'],
    [3, 'name'],
    [4, 'name'],
    [5, 'attribute'],
    [6, 'drop'],
    [7, 'name'],
    [8, 'name'],
    [9, 'drop'],
    [10, 'drop'],
  ]),
  attribute: new Map([
    [1, 'name'],
    [4, 'text'],
    [5, 'tensor'],
    [6, 'graph'],
    [7, 'packed'],
    [8, 'packed'],
    [9, 'text'],
    [10, 'tensor'],
    [11, 'graph'],
    [13, 'drop'],
    [21, 'name'],
    [22, 'sparse'],
    [23, 'sparse'],
  ]),
  sparse: new Map([
    [1, 'tensor'],
    [2, 'tensor'],
  ]),
  tensor: new Map([
    [1, 'packed'],
    [4, 'bytes'],
    [5, 'varints'],
    [6, 'text'],
    [7, 'varints'],
    [8, 'name'],
    [9, 'bytes'],
    [10, 'bytes'],
    [11, 'varints'],
    [12, 'drop'],
    [16, 'drop'],
  ]),
};

/** Wire type of every field that a ModelProto has: a file that contradicts it is another format. */
const MODEL_FIELDS: ReadonlyMap<number, number> = new Map([
  ...[1, 5].map((number) => [number, WIRE.varint] as const),
  ...[2, 3, 4, 6, 7, 8, 14, 20, 25, 26].map((number) => [number, WIRE.delimited] as const),
]);

const TENSOR_FIELD = { externalData: 13, dataLocation: 14 } as const;

/**
 * @param size Bytes of the file.
 * @returns the encoded ModelProto, without what lies outside.
 * @throws FormatFault
 */
export function leanCopy(size: number, readAt: ReadAt): Uint8Array {
  const copier = new Copier(new WireCursor(new ByteSource(size, readAt)));
  copier.message('model', size, 0);
  return copier.out.finish();
}

class Copier {
  readonly out = new GrowingBuffer(LEAN_LIMIT);
  #parts = 0;
  #nodes = 0;

  constructor(private readonly cursor: WireCursor) {}

  message(kind: MessageKind, end: number, depth: number): void {
    if (depth > DEEPEST) throw new FormatFault('invalid', 'nests its graphs too deeply');
    if (kind === 'tensor') {
      this.tensor(end);
      return;
    }
    while (this.cursor.position < end) {
      const field = this.cursor.next(end);
      if (kind === 'model') refuseForeign(field);
      const treatment = field.wire === WIRE.delimited ? TREATMENTS[kind].get(field.number) : undefined;
      this.count(field, treatment);
      if (isMessage(treatment)) this.nested(field, treatment, depth);
      else if (treatment !== 'drop') this.keep(field);
      this.cursor.position = field.end;
    }
  }

  /** What a field will be once it is decoded, at most. */
  count({ content, end, wire }: Field, treatment: Treatment | undefined): void {
    if (treatment === 'node' && ++this.#nodes > MOST_NODES)
      throw new FormatFault('too large', `has more than ${MOST_NODES} nodes`);
    if (treatment === 'name' && end - content > LONGEST_NAME) throw nameTooLong(end - content);
    this.#parts += 1;
    if (wire === WIRE.delimited && treatment === undefined)
      this.#parts += (end - content) / BYTES_PER_PART.nested;
    if (treatment === 'packed') this.#parts += (end - content) / BYTES_PER_PART.packed;
    if (this.#parts <= MOST_PARTS) return;
    throw new FormatFault(
      'too large',
      `describes a graph of more than ${MOST_PARTS} nodes, names, attributes and dimensions together`,
    );
  }

  nested(field: Field, kind: MessageKind, depth: number): void {
    this.tag(field.number, WIRE.delimited);
    const mark = this.out.open();
    this.message(kind, field.end, depth + 1);
    this.out.close(mark);
  }

  tensor(end: number): void {
    let payloads = 0;
    let outside: { field: Field; encoding: Treatment } | undefined;
    let location = 0;
    while (this.cursor.position < end) {
      const field = this.cursor.next(end);
      const treatment = field.wire === WIRE.delimited ? TREATMENTS.tensor.get(field.number) : undefined;
      this.count(field, treatment);
      if (treatment === 'bytes' || treatment === 'varints') payloads++;
      if (field.number === TENSOR_FIELD.dataLocation && field.wire === WIRE.varint) {
        location = this.cursor.varint(end);
      } else if (treatment !== 'drop') {
        const payload = treatment === 'bytes' || treatment === 'varints';
        if (payload && field.end - field.content > INLINE_BYTES) outside = { field, encoding: treatment };
        else this.keep(field);
      }
      this.cursor.position = field.end;
    }
    if (location > 1)
      throw new FormatFault('invalid', `has a tensor with the unknown data location ${location}`);
    if (outside === undefined) {
      this.dataLocation(location);
      return;
    }
    if (payloads > 1 || location !== 0)
      throw new FormatFault('invalid', 'has a tensor whose data lies in several places');
    this.pointer(outside.field, outside.encoding);
  }

  pointer({ content, end }: Field, encoding: Treatment): void {
    this.entry('offset', String(content));
    this.entry('length', String(end - content));
    this.entry('encoding', encoding);
    this.dataLocation(IN_MODEL_FILE);
  }

  /** A StringStringEntryProto of `external_data`. */
  entry(key: string, value: string): void {
    this.tag(TENSOR_FIELD.externalData, WIRE.delimited);
    const mark = this.out.open();
    for (const [index, text] of [key, value].entries()) {
      this.tag(index + 1, WIRE.delimited);
      const bytes = new TextEncoder().encode(text);
      this.out.varint(bytes.length);
      this.out.append(bytes);
    }
    this.out.close(mark);
  }

  dataLocation(value: number): void {
    if (value === 0) return;
    this.tag(TENSOR_FIELD.dataLocation, WIRE.varint);
    this.out.varint(value);
  }

  tag(number: number, wire: number): void {
    this.out.varint(number * 8 + wire);
  }

  keep({ start, end }: Field): void {
    if (!this.cursor.source.copyTo(this.out.claim(end - start), start)) {
      throw new FormatFault('truncated', `is truncated: it ended at byte ${end} while it was read`);
    }
  }
}

/** @throws FormatFault for a name that nobody would give. */
export function refuseLongName({ length }: string): void {
  if (length > LONGEST_NAME) throw nameTooLong(length);
}

const nameTooLong = (length: number): FormatFault =>
  new FormatFault('too large', `has a name of ${length} characters; at most ${LONGEST_NAME} are taken`);

function isMessage(treatment: Treatment | undefined): treatment is MessageKind {
  return treatment !== undefined && treatment in TREATMENTS;
}

/** Later versions of the format may add fields, but no model begins with one. */
function refuseForeign({ number, wire, start }: Field): void {
  const known = MODEL_FIELDS.get(number);
  if (known === wire || (known === undefined && start > 0)) return;
  throw new FormatFault('foreign', `is not an ONNX model: byte ${start} begins no field of one`);
}
