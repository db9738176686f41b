/**
 * A model as a tree of protobuf fields, which can be written back whether or not it is still a model: order,
 * repetition, wire types and lengths are whatever the tree says (protobuf.dev/programming-guides/encoding).
 */
import { ScalarType, type DescMessage } from '@bufbuild/protobuf';
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

export interface Message {
  readonly kind: 'message';
  readonly schema: DescMessage;
  fields: Field[];
}

export type Content =
  | Message
  | { readonly kind: 'varint'; readonly value: bigint }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly text: boolean }
  /** Of four or eight bytes. */
  | { readonly kind: 'fixed'; readonly bytes: Uint8Array };

export interface Field {
  number: number;
  content: Content;
  /** Added to the length that is written before a delimited field. */
  lie?: number;
  /** Written in the tag instead of the wire type that fits. */
  wire?: number;
}

/** @param bytes A valid message. */
export function parseTree(schema: DescMessage, bytes: Uint8Array): Message {
  const reader = new BinaryReader(bytes);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag();
    fields.push({ number, content: contentOf(schema, number, wire, reader) });
  }
  return { kind: 'message', schema, fields };
}

function contentOf(schema: DescMessage, number: number, wire: WireType, reader: BinaryReader): Content {
  if (wire === WireType.Varint) return { kind: 'varint', value: BigInt(reader.uint64()) };
  if (wire !== WireType.LengthDelimited) return { kind: 'fixed', bytes: reader.skip(wire, number) };
  const bytes = reader.bytes();
  const field = schema.fields.find((one) => one.number === number);
  if (field?.message !== undefined) return parseTree(field.message, bytes);
  return { kind: 'bytes', bytes, text: isText(field) };
}

function isText(field: DescMessage['fields'][number] | undefined): boolean {
  return field?.fieldKind === 'scalar' || field?.fieldKind === 'list'
    ? field.scalar === ScalarType.STRING
    : false;
}

export function writeTree(message: Message): Uint8Array {
  const sizes = new Map<Message, number>();
  const out = Buffer.alloc(sizeOf(message, sizes));
  write(message, sizes, out, 0);
  return out;
}

/** Length in bytes, and of every message in it: they are written before what they measure. */
function sizeOf(message: Message, sizes: Map<Message, number>): number {
  const known = sizes.get(message);
  if (known !== undefined) return known;
  let size = 0;
  for (const field of message.fields) {
    const { content } = field;
    size += varintSize(tagOf(field));
    if (content.kind === 'varint') size += varintSize(BigInt.asUintN(64, content.value));
    else {
      const length = content.kind === 'message' ? sizeOf(content, sizes) : content.bytes.length;
      size += length + (content.kind === 'fixed' ? 0 : varintSize(told(length, field)));
    }
  }
  sizes.set(message, size);
  return size;
}

function write(message: Message, sizes: ReadonlyMap<Message, number>, out: Buffer, start: number): number {
  let at = start;
  for (const field of message.fields) {
    const { content } = field;
    at = writeVarint(tagOf(field), out, at);
    if (content.kind === 'varint') {
      at = writeVarint(BigInt.asUintN(64, content.value), out, at);
      continue;
    }
    const length = content.kind === 'message' ? (sizes.get(content) ?? 0) : content.bytes.length;
    if (content.kind !== 'fixed') at = writeVarint(told(length, field), out, at);
    if (content.kind === 'message') at = write(content, sizes, out, at);
    else {
      out.set(content.bytes, at);
      at += length;
    }
  }
  return at;
}

const tagOf = ({ number, content, wire }: Field): bigint =>
  BigInt(number) * 8n + BigInt(wire ?? wireOf(content));
const told = (length: number, { lie = 0 }: Field): bigint => BigInt(Math.max(0, length + lie));

function varintSize(value: bigint): number {
  let size = 1;
  for (let rest = value >> 7n; rest > 0n; rest >>= 7n) size += 1;
  return size;
}

function writeVarint(value: bigint, out: Buffer, start: number): number {
  let at = start;
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) out[at++] = Number(rest & 0x7fn) | 0x80;
  out[at++] = Number(rest);
  return at;
}

function wireOf(content: Content): WireType {
  if (content.kind === 'varint') return WireType.Varint;
  if (content.kind === 'fixed') return content.bytes.length === 4 ? WireType.Bit32 : WireType.Bit64;
  return WireType.LengthDelimited;
}

/** A field with the message that it lies in. */
export interface Place {
  readonly parent: Message;
  readonly field: Field;
}

/** Every field, parents before their children. */
export function placesOf(message: Message): Place[] {
  const places: Place[] = [];
  const visit = (parent: Message): void => {
    for (const field of parent.fields) {
      places.push({ parent, field });
      if (field.content.kind === 'message') visit(field.content);
    }
  };
  visit(message);
  return places;
}

/** A tree of its own: what is changed in one is not changed in the other. */
export function copied(message: Message): Message {
  const fields = message.fields.map((field) => ({ ...field, content: copiedContent(field.content) }));
  return { ...message, fields };
}

export const copiedContent = (content: Content): Content =>
  content.kind === 'message' ? copied(content) : content;
