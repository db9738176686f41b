import { create, toBinary } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readFeedFiles, readTensorFile } from '../../src/measure/tensor-file.js';
import { TensorProtoSchema } from '../../src/onnx/generated/onnx_pb.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tensor-file-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A `.npy` file as NumPy writes it. */
function npy(dictionary: string, data: Uint8Array, version = 1): Buffer {
  const lengthBytes = version === 1 ? 2 : 4;
  const length = Math.ceil((8 + lengthBytes + dictionary.length + 1) / 64) * 64 - 8 - lengthBytes;
  const size = Buffer.alloc(lengthBytes);
  size.writeUIntLE(length, 0, lengthBytes);
  const header = Buffer.from(`${dictionary.padEnd(length - 1)}\n`);
  return Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), Buffer.of(version, 0), size, header, data]);
}

const describeArray = (descr: string, shape: string, order = 'False'): string =>
  `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe('a NumPy file', () => {
  it.each([1, 2, 3])('of version %i gives type, shape and elements', async (version) => {
    const data = Float32Array.of(1, 2, 3, 4, 5, 6);
    const file = write('a.npy', npy(describeArray('<f4', '(2, 3)'), bytesOf(data), version));
    expect(await readTensorFile(file)).toEqual({ type: 'float32', shape: [2, 3], data });
  });

  it.each([
    ['<i8', 'int64', BigInt64Array.of(-5n)],
    ['<f2', 'float16', Uint16Array.of(0x3c00)],
    ['|u1', 'uint8', Uint8Array.of(200)],
    ['|b1', 'bool', Uint8Array.of(1)],
    ['<f8', 'float64', Float64Array.of(0.1)],
  ])('holds %s as %s', async (descr, type, data) => {
    const file = write('b.npy', npy(describeArray(descr, '(1,)'), bytesOf(data)));
    expect(await readTensorFile(file)).toEqual({ type, shape: [1], data });
  });

  it('may hold a scalar', async () => {
    const data = Int32Array.of(7);
    const file = write('c.npy', npy(describeArray('<i4', '()'), bytesOf(data)));
    expect(await readTensorFile(file)).toEqual({ type: 'int32', shape: [], data });
  });

  it.each([
    ['in Fortran order', npy(describeArray('<f4', '(1,)', 'True'), Buffer.alloc(4)), 'Fortran'],
    ['that is big-endian', npy(describeArray('>f4', '(1,)'), Buffer.alloc(4)), "'>f4'"],
    ['of text', npy(describeArray('<U3', '(1,)'), Buffer.alloc(12)), "'<U3'"],
    ['with too little data', npy(describeArray('<f4', '(9,)'), Buffer.alloc(4)), 'announces 36 bytes'],
    [
      'of records',
      npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", Buffer.alloc(4)),
      'header',
    ],
    ['that is cut short', npy(describeArray('<f4', '(1,)'), Buffer.alloc(4)).subarray(0, 40), 'cut short'],
    ['that is none', Buffer.from('PK\x03\x04 something else'), 'not a NumPy'],
    ['of an unknown version', npy(describeArray('<f4', '(1,)'), Buffer.alloc(4), 9), 'version 9'],
  ])('%s is refused', async (_what, bytes, why) => {
    await expect(readTensorFile(write('d.npy', bytes), 'test/d.npy')).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(new RegExp(`^test/d\\.npy cannot be used: .*${why}`)),
    });
  });

  it('is never a crash, whatever its bytes', async () => {
    const whole = npy(describeArray('<f4', '(2, 3)'), Buffer.alloc(24));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        await readTensorFile(write('e.npy', bytes)).catch((failure: unknown) => {
          expect(failure).toMatchObject({ kind: 'input' });
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('ONNX test data', () => {
  const pb = (tensor: MessageInitShape<typeof TensorProtoSchema>): string =>
    write('t.pb', toBinary(TensorProtoSchema, create(TensorProtoSchema, tensor)));

  it.each([
    [
      'raw data',
      { dims: [2n], dataType: 1, rawData: bytesOf(Float32Array.of(1, 2)) },
      'float32',
      Float32Array.of(1, 2),
    ],
    ['floats', { dims: [2n], dataType: 1, floatData: [1, 2] }, 'float32', Float32Array.of(1, 2)],
    ['64-bit integers', { dims: [1n], dataType: 7, int64Data: [-3n] }, 'int64', BigInt64Array.of(-3n)],
    ['small integers', { dims: [2n], dataType: 3, int32Data: [-1, 5] }, 'int8', Int8Array.of(-1, 5)],
    ['half precision', { dims: [1n], dataType: 10, int32Data: [0x3c00] }, 'float16', Uint16Array.of(0x3c00)],
    ['unsigned integers', { dims: [1n], dataType: 12, uint64Data: [9n] }, 'uint32', Uint32Array.of(9)],
    ['doubles', { dims: [1n], dataType: 11, doubleData: [0.1] }, 'float64', Float64Array.of(0.1)],
    ['booleans', { dims: [2n], dataType: 9, int32Data: [1, 0] }, 'bool', Uint8Array.of(1, 0)],
    ['strings', { dims: [1n], dataType: 8, stringData: [Buffer.from('ü')] }, 'string', ['ü']],
  ])('is read from %s', async (_what, tensor, type, data) => {
    expect(await readTensorFile(pb(tensor))).toEqual({ type, shape: tensor.dims.map(Number), data });
  });

  it.each([
    ['of bfloat16', { dims: [1n], dataType: 16, rawData: Buffer.alloc(2) }, 'element type 16'],
    [
      'in another file',
      { dims: [1n], dataType: 1, externalData: [{ key: 'location', value: '../x' }] },
      'another file',
    ],
    ['with too few elements', { dims: [3n], dataType: 1, floatData: [1] }, 'announces 3 elements'],
    ['of negative size', { dims: [-1n], dataType: 1, floatData: [] }, 'impossible'],
  ])('%s is refused', async (_what, tensor, why) => {
    await expect(readTensorFile(pb(tensor))).rejects.toThrow(why);
  });

  it('that is no protobuf is refused', async () => {
    await expect(readTensorFile(write('n.pb', Buffer.from('not a tensor')))).rejects.toMatchObject({
      kind: 'input',
    });
  });
});

describe('tensor files', () => {
  it('of other kinds are refused with the kinds that are known', async () => {
    await expect(readTensorFile(write('x.csv', Buffer.from('1')))).rejects.toMatchObject({
      next: 'Give a file that ends in .npy or .pb.',
    });
  });

  it('that are missing are refused', async () => {
    await expect(readTensorFile(path.join(folder, 'none.npy'))).rejects.toMatchObject({ kind: 'input' });
  });

  it('that the settings name are read for planning, relative to a folder', async () => {
    write('in.npy', npy(describeArray('<f4', '(3,)'), Buffer.alloc(12)));
    const settings = { dims: {}, inputs: { x: { file: 'in.npy' }, y: { value: 1 }, z: { file: 'in.npy' } } };
    expect(await readFeedFiles(settings, folder)).toEqual(
      new Map([['in.npy', { path: path.join(folder, 'in.npy'), type: 'float32', shape: [3] }]]),
    );
  });
});
