/** One hostile thing, how it is made, and how it must end. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode, type GraphInit, type ModelInit } from '../onnx/fixtures/model-file.js';

/** `ok`: it does no harm, and is counted and run. */
export type End = 'ok' | 'model' | 'input' | 'out-of-memory' | 'time-out' | 'crash';

export interface HostileModel {
  readonly name: string;
  /** Several where it hangs on the machine which limit is met first. */
  readonly ends: End | readonly End[];
  /** What the message must say of it. */
  readonly says: RegExp;
  /** @param folder Private. @param canary A file outside of it that must not be read. @returns the model's path. */
  readonly make: (folder: string, canary: string) => string;
}

/** A model file of these bytes. */
export function fileOf(folder: string, content: Uint8Array | string): string {
  const file = path.join(folder, 'model.onnx');
  writeFileSync(file, content);
  return file;
}

export const row = (
  name: string,
  ends: HostileModel['ends'],
  says: RegExp,
  make: HostileModel['make'],
): HostileModel => ({ name, ends, says, make });

export const bytesRow = (
  name: string,
  says: RegExp,
  content: () => Uint8Array | string,
  ends: HostileModel['ends'] = 'model',
): HostileModel => row(name, ends, says, (folder) => fileOf(folder, content()));

export const graphRow = (
  name: string,
  ends: HostileModel['ends'],
  says: RegExp,
  graph: () => GraphInit,
  rest: ModelInit = {},
): HostileModel =>
  row(name, ends, says, (folder) => fileOf(folder, encode({ graph: { name: 'g', ...graph() }, ...rest })));

/** Protobuf by hand: a varint, a field that holds bytes, a field that holds a number. */
export function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}

export function field(number: number, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

export const numberField = (number: number, value: number | bigint): Uint8Array =>
  Buffer.concat([varint(number * 8), varint(value)]);

/** `ir_version: 8` and an operator set, before a graph of these bytes. */
export const modelAround = (graph: Uint8Array): Uint8Array =>
  Buffer.concat([numberField(1, 8), field(8, numberField(2, 17)), field(7, graph)]);

export const repeated = (bytes: Uint8Array, times: number): Uint8Array => {
  const all = new Uint8Array(bytes.length * times);
  for (let index = 0; index < times; index++) all.set(bytes, index * bytes.length);
  return all;
};
