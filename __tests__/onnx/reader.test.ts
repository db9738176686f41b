import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GateError } from '../../src/errors.js';
import type { Model } from '../../src/onnx/graph.js';
import { profileModel } from '../../src/onnx/profile-model.js';
import { tallyModel } from '../../src/onnx/tally.js';
import { profileProbe } from '../../src/onnx/profile-probe.js';
import { staticProfileSchema } from '../../src/onnx/profile.js';
import { externalDataLocations, readModel } from '../../src/onnx/reader.js';
import { shapeProbe } from '../../src/onnx/shape-probe.js';
import { pointerOf } from '../../src/onnx/tensor.js';
import {
  bytes,
  constant,
  encode,
  floats,
  inferred,
  modelWith,
  node,
  subgraph,
  temporaryFolder,
  TYPE,
  value,
  written,
  type GraphInit,
  type TensorInit,
} from './fixtures/model-file.js';

async function refusal(file: string): Promise<GateError> {
  const thrown: unknown = await readModel(file).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(GateError);
  const error = thrown as GateError;
  expect(error.kind).toBe('model');
  expect(error.next).not.toBe('');
  return error;
}

const addition = (w: TensorInit): GraphInit => ({
  name: 'g',
  input: [value('x', [4096])],
  initializer: [w],
  node: [node('Add', ['x', 'w'], ['y'])],
  output: [value('y', [4096])],
});

const external = (entries: Readonly<Record<string, string>>, dims = [4096]): TensorInit => ({
  name: 'w',
  dataType: TYPE.float,
  dims: dims.map(BigInt),
  dataLocation: 1,
  externalData: Object.entries(entries).map(([key, entry]) => ({ key, value: entry })),
});

describe('readModel', () => {
  it('tells what a model declares', async () => {
    const model = await modelWith(
      { input: [value('x', ['batch', 3, ''])], node: [node('Relu', ['x'], ['y'])], output: [value('y')] },
      { producerName: 'maker', producerVersion: '2', irVersion: 9n },
    );
    expect(model).toMatchObject({ irVersion: 9, producer: 'maker 2', opsets: { 'ai.onnx': 17 } });
    expect(model.inputs).toEqual([{ name: 'x', type: 'float32', shape: ['batch', 3, '?'] }]);
    expect(model.outputs).toEqual([{ name: 'y', type: 'float32', shape: null }]);
  });

  it('does not take an initializer that is listed as an input for one', async () => {
    const model = await modelWith(
      { ...addition(floats('w', [2])), input: [value('x', [2]), value('w', [2])] },
      { irVersion: 3n },
    );
    expect(model.inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('leaves large payloads in the file and knows where they are', async () => {
    const content = encode({ graph: addition(floats('w', [4096])) });
    const model = await readModel(written(content));
    const [weight] = model.proto.graph.initializer;
    expect(weight?.rawData.length).toBe(0);
    const { offset, length, encoding } = pointerOf(weight!)!;
    expect(content.slice(offset, offset + length)).toEqual(bytes(new Float32Array(4096).fill(1)));
    expect(encoding).toBe('bytes');
    expect(model.constants.get('w')).toMatchObject({ elements: 4096, dims: [4096] });
  });

  const waiting = [node('Add', ['x', 'b'], ['a']), node('Relu', ['a'], ['b'])];

  it.each<[string, GraphInit]>([
    ['the graph', { input: [value('x', [2])], node: waiting, output: [value('b')] }],
    [
      'a body',
      {
        input: [value('x', [2]), value('c', [], TYPE.bool)],
        node: [
          node(
            'If',
            ['c'],
            ['y'],
            ['then_branch', 'else_branch'].map((name) =>
              subgraph(name, { name, node: waiting, output: [value('b')] }),
            ),
          ),
        ],
        output: [value('y')],
      },
    ],
  ])('refuses nodes that wait for each other in %s', async (_, graph) => {
    const { message } = await refusal(written(encode({ graph: { name: 'g', ...graph } })));
    expect(message).toMatch(/has nodes that wait for each other\.$/);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'takes an operator that is called %s for one that nobody knows',
    async (op) => {
      const model = await modelWith({
        input: [value('x', [2])],
        node: [node(op, ['x'], ['y'])],
        output: [value('y', [2])],
      });
      const { coverage } = profileModel(tallyModel(model, inferred({ x: [2], y: [2] }), null));
      expect(coverage.uncosted).toEqual([op]);
    },
  );

  it('names external data whose name no file system takes', async () => {
    const { message } = await refusal(
      written(encode({ graph: addition(external({ location: 'x'.repeat(70_000) })) })),
    );
    expect(message).toContain('cannot be read');
    expect(message.length).toBeLessThan(1000);
  });

  it('finds large payloads in attributes, subgraphs, functions and typed fields', async () => {
    const large = (name: string): TensorInit => ({
      name,
      dataType: TYPE.float,
      dims: [4096n],
      floatData: Array<number>(4096).fill(1),
    });
    const branch: GraphInit = {
      name: 'b',
      initializer: [large('w')],
      node: [node('Add', ['x', 'w'], ['y'])],
      output: [value('y')],
    };
    const model = await modelWith(
      {
        input: [value('x', [4096]), value('c', [], TYPE.bool)],
        node: [
          node('If', ['c'], ['z'], [subgraph('then_branch', branch), subgraph('else_branch', branch)]),
          node('Constant', [], ['k'], [constant('value', large(''))]),
          node('own:F', ['x'], ['f']),
        ],
        output: [value('z')],
      },
      {
        functions: [
          {
            name: 'F',
            domain: 'own',
            input: ['a'],
            output: ['b'],
            node: [
              node('Constant', [], ['w'], [constant('value', large(''))]),
              node('Mul', ['a', 'w'], ['b']),
            ],
          },
        ],
      },
    );
    const elements = [...model.constants.values()].map((found) => found.elements);
    expect(elements).toEqual([4096, 4096, 4096, 4096]);
  });

  it('counts the bytes of the file and of each file of external data once', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'weights.bin'), new Uint8Array(40_000));
    const content = encode({
      graph: {
        ...addition(external({ location: 'weights.bin', offset: '0', length: '16384' })),
        initializer: [
          external({ location: 'weights.bin', offset: '0', length: '16384' }),
          { ...external({ location: './weights.bin', offset: '16384', length: '16384' }), name: 'w2' },
        ],
      },
    });
    const file = path.join(folder, 'model.onnx');
    writeFileSync(file, content);
    expect((await readModel(file)).bytes).toBe(content.length + 40_000);
    expect(await externalDataLocations(file)).toEqual(['weights.bin']);
  });

  it('brings in external data that is small enough to be a shape', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'shapes.bin'), bytes(BigInt64Array.from([2n, 3n])));
    const file = path.join(folder, 'model.onnx');
    const shape = { ...external({ location: 'shapes.bin' }, [2]), name: 's', dataType: TYPE.int64 };
    writeFileSync(
      file,
      encode({ graph: { ...addition(floats('w', [1])), initializer: [floats('w', [1]), shape] } }),
    );
    expect((await readModel(file)).constants.get('s')?.integers).toEqual([2, 3]);
  });
});

describe('what is no model', () => {
  it.each([
    ['an empty file', '', /is empty/],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /PNG image/],
    ['text', '# A model card\n\nThis is no model.', /but text/],
    [
      'noise',
      Uint8Array.from({ length: 600 }, (_, index) => (index * 7919 + 251) % 256),
      /is not an ONNX model/,
    ],
    ['an archive', Buffer.from('PK\x03\x04.............\x00', 'latin1'), /ZIP/],
  ])('refuses %s', async (_, content, message) => {
    expect((await refusal(written(content))).message).toMatch(message);
  });

  it('asks for git lfs pull on a pointer', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    const error = await refusal(written(pointer));
    expect(error.message).toMatch(/Git LFS pointer/);
    expect(error.next).toMatch(/git lfs pull/);
  });

  it('names the file in the words of the user', async () => {
    await expect(readModel(written('text'), 'models/a.onnx')).rejects.toThrow(/^models\/a\.onnx /);
  });

  it('says that a file is missing', async () => {
    expect((await refusal(path.join(temporaryFolder(), 'no.onnx'))).message).toMatch(/there is no such file/);
  });

  it('refuses a folder', async () => {
    expect((await refusal(temporaryFolder())).message).toMatch(/no regular file/);
  });

  it('says that a model is truncated', async () => {
    const file = written(encode({ graph: addition(floats('w', [4096])) }));
    truncateSync(file, 5000);
    expect((await refusal(file)).message).toMatch(/is truncated/);
  });

  it('throws nothing but GateError for any prefix of a model', async () => {
    const content = encode({ graph: addition(floats('w', [4])) });
    for (let length = 0; length < content.length; length++) {
      await readModel(written(content.slice(0, length))).catch((error: unknown) => {
        expect(error).toBeInstanceOf(GateError);
      });
    }
  });

  it('is a GateError or can be counted, whatever bytes of a model change', async () => {
    const content = encode({ graph: addition(floats('w', [4])), producerName: 'someone' });
    const change = fc.tuple(fc.nat(content.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = content.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        const read = await readModel(written(damaged)).catch((error: unknown) => error);
        if (read instanceof GateError) return;
        const model = read as Model;
        expect(shapeProbe(model, new Map()).length).toBeGreaterThan(0);
        expect(profileProbe(model).status).toBeDefined();
        expect(staticProfileSchema.parse(profileModel(tallyModel(model, [], null))).shapes).toBe('none');
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('refuses graphs nested without end', async () => {
    let graph: GraphInit = { name: 'g', output: [] };
    for (let depth = 0; depth < 90; depth++)
      graph = { name: 'g', node: [node('If', [], [], [subgraph('then_branch', graph)])] };
    expect((await refusal(written(encode({ graph })))).message).toMatch(/nests its graphs too deeply/);
  });

  it.each([
    ['a negative dimension', { ...floats('w', [1]), dims: [-1n] }, /negative dimension/],
    ['a dimension beyond 2^53', { ...floats('w', [1]), dims: [2n ** 60n] }, /2\^53/],
    ['dimensions that multiply beyond 2^53', { ...floats('w', [1]), dims: [2n ** 40n, 2n ** 40n] }, /2\^53/],
    ['a pointer of its own making', { ...floats('w', [1]), dataLocation: 2 }, /unknown data location/],
    [
      'more dimensions than data',
      { ...floats('w', [4096]), dims: [4000n, 4000n] },
      /16384 bytes of data .* take 64000000/,
    ],
    [
      'more dimensions than a little data',
      { ...floats('w', [4]), dims: [5n] },
      /16 bytes of data .* take 20/,
    ],
    ['data in two places', { ...floats('w', [4096]), floatData: [1] }, /several places/],
  ])('refuses a tensor with %s', async (_, tensor, message) => {
    expect((await refusal(written(encode({ graph: addition(tensor) })))).message).toMatch(message);
  });
});

describe('external data', () => {
  const withLocation = (location: string): string =>
    written(encode({ graph: addition(external({ location })) }));

  it.each(['../weights.bin', '/etc/passwd', 'a/../../b', 'C:\\weights.bin', '..\\weights.bin', '', 'a\0b'])(
    'may not lie at %j',
    async (location) => {
      expect((await refusal(withLocation(location))).message).toMatch(/no path inside the model's folder/);
    },
  );

  it('must be there', async () => {
    expect((await refusal(withLocation('weights.bin'))).message).toMatch(/"weights.bin", which is missing/);
  });

  it('is told before it is there', async () => {
    expect(await externalDataLocations(withLocation('deep/weights.bin'))).toEqual(['deep/weights.bin']);
  });

  it('may not be a link, nor lie behind one, nor be a folder', async () => {
    const file = withLocation('deep/weights.bin');
    const folder = path.dirname(file);
    const elsewhere = temporaryFolder();
    writeFileSync(path.join(elsewhere, 'weights.bin'), new Uint8Array(16_384));
    symlinkSync(elsewhere, path.join(folder, 'deep'));
    expect((await refusal(file)).message).toMatch(/no regular file in its folder/);
    rmSync(path.join(folder, 'deep'));
    mkdirSync(path.join(folder, 'deep'));
    symlinkSync(path.join(elsewhere, 'weights.bin'), path.join(folder, 'deep', 'weights.bin'));
    expect((await refusal(file)).message).toMatch(/no regular file in its folder/);
    rmSync(path.join(folder, 'deep', 'weights.bin'));
    mkdirSync(path.join(folder, 'deep', 'weights.bin'));
    expect((await refusal(file)).message).toMatch(/no regular file in its folder/);
  });

  it('must be as long as the model says', async () => {
    const file = withLocation('weights.bin');
    writeFileSync(path.join(path.dirname(file), 'weights.bin'), new Uint8Array(100));
    expect((await refusal(file)).message).toMatch(/wants 16384 bytes at 0 .* which has 100 bytes/);
  });

  it('is given the length that its dimensions take', async () => {
    const file = written(encode({ graph: addition(external({ location: 'weights.bin', length: '5000' })) }));
    expect((await refusal(file)).message).toMatch(/5000 bytes of data for the tensor "w".* take 16384/);
  });

  it('may be a pointer of Git LFS by mistake, which is said', async () => {
    const file = withLocation('weights.bin');
    writeFileSync(
      path.join(path.dirname(file), 'weights.bin'),
      'version https://git-lfs.github.com/spec/v1\n',
    );
    expect((await refusal(file)).next).toMatch(/git lfs pull/);
  });

  it('has offsets that are numbers', async () => {
    const file = written(encode({ graph: addition(external({ location: 'weights.bin', offset: '0x10' })) }));
    expect((await refusal(file)).message).toMatch(/no number: "0x10"/);
  });
});
