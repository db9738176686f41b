/** What is no model at all, and bytes that contradict themselves. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { encode, floats, node, value } from '../onnx/fixtures/model-file.js';
import {
  bytesRow,
  field,
  fileOf,
  type HostileModel,
  modelAround,
  numberField,
  repeated,
  row,
  varint,
} from './row.js';

const good = (): Uint8Array =>
  encode({
    graph: {
      node: [node('Add', ['x', 'w'], ['y'])],
      initializer: [floats('w', [3])],
      input: [value('x', [3])],
      output: [value('y', [3])],
    },
  });

/** A type within a type within a type. */
function nestedSequences(depth: number): Uint8Array {
  let type = field(1, numberField(1, 1));
  for (let level = 0; level < depth; level++) type = field(4, field(1, type));
  return type;
}

/** An If within an If, by its `then_branch`. */
function nestedBranches(depth: number): Uint8Array {
  let graph: Uint8Array = new Uint8Array();
  for (let level = 0; level < depth; level++) {
    const attribute = Buffer.concat([field(1, 'then_branch'), numberField(20, 5), field(6, graph)]);
    graph = field(1, Buffer.concat([field(4, 'If'), field(5, attribute)]));
  }
  return graph;
}

const inFile = (name: string): string => path.join(name, 'model.onnx');

export const FILES: readonly HostileModel[] = [
  bytesRow('nothing', /is empty/, () => ''),
  bytesRow('a single byte', /truncated/, () => Uint8Array.of(8)),
  bytesRow('text', /not an ONNX model but text/, () => 'hello\n'),
  bytesRow('an HTML error page', /but text/, () => '<!doctype html><title>404</title>'),
  bytesRow(
    'an HTML error page in another language',
    /not an ONNX model/,
    () => '<html>Seite nicht verfügbar – 404</html>',
  ),
  bytesRow('JSON', /but text/, () => '{"message":"Not Found"}'),
  bytesRow('a gzip archive', /gzip archive/, () => Uint8Array.of(0x1f, 0x8b, 8, 0)),
  bytesRow('a ZIP archive', /ZIP archive/, () => 'PK\u0003\u0004\u0014'),
  bytesRow('a GGUF file', /GGUF/, () => 'GGUF\u0003'),
  bytesRow(
    'a Git LFS pointer',
    /Git LFS pointer/,
    () => `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n`,
  ),
  bytesRow('a model in ORT format', /ORT format/, () =>
    Uint8Array.from([0x80, 0, 0, 0, ...Buffer.from('ORTM'), 0x90]),
  ),
  bytesRow('zeros', /not an ONNX model/, () => new Uint8Array(4096)),
  bytesRow('ones', /not an ONNX model|damaged/, () => new Uint8Array(4096).fill(0xff)),
  row('a folder', 'model', /no regular file/, (folder) => {
    mkdirSync(inFile(folder));
    return inFile(folder);
  }),
  row('no file', 'model', /there is no such file/, inFile),
  row('a pipe that nobody writes to', 'model', /no regular file/, (folder) => {
    execFileSync('mkfifo', [inFile(folder)]);
    return inFile(folder);
  }),
  row('a link to a device without end', 'model', /no regular file/, (folder) => {
    symlinkSync('/dev/zero', inFile(folder));
    return inFile(folder);
  }),
  row('a link to standard input', 'model', /no regular file|no such file|cannot be read/, (folder) => {
    symlinkSync('/dev/stdin', inFile(folder));
    return inFile(folder);
  }),
  row('a link to nowhere', 'model', /there is no such file/, (folder) => {
    symlinkSync('nowhere', inFile(folder));
    return inFile(folder);
  }),
  row('a link to itself', 'model', /ELOOP/, (folder) => {
    symlinkSync('model.onnx', inFile(folder));
    return inFile(folder);
  }),
  row('a link to a secret', 'model', /not an ONNX model but text/, (folder, canary) => {
    symlinkSync(canary, inFile(folder));
    return inFile(folder);
  }),
  row('a sparse file that pretends to three gigabytes', 'model', /less than 2 GiB/, (folder) => {
    const file = fileOf(folder, good());
    truncateSync(file, 3 * 2 ** 30);
    return file;
  }),

  bytesRow('half a model', /truncated/, () => good().subarray(0, good().length / 2)),
  bytesRow('a number that does not end', /does not end/, () =>
    Buffer.concat([Uint8Array.of(8), new Uint8Array(11).fill(0x80)]),
  ),
  bytesRow('a field longer than the file', /truncated/, () =>
    Buffer.concat([numberField(1, 8), Uint8Array.of(58), varint(2 ** 40)]),
  ),
  bytesRow('a field of 2^63 bytes', /truncated/, () =>
    Buffer.concat([numberField(1, 8), Uint8Array.of(58), varint(2n ** 63n)]),
  ),
  bytesRow('a field longer than its message', /damaged/, () =>
    Buffer.concat([modelAround(Uint8Array.of(10, 120, 1)), new Uint8Array(200)]),
  ),
  bytesRow('groups within groups', /not an ONNX model|damaged/, () => repeated(Uint8Array.of(0x3b), 100_000)),
  bytesRow('a field of no known kind', /damaged/, () => Buffer.concat([good(), Uint8Array.of(0x0e)])),
  bytesRow('a field without a number', /not an ONNX model|damaged/, () =>
    Buffer.concat([Uint8Array.of(0, 1), good()]),
  ),
  bytesRow('a name that is no text', /damaged|not an ONNX model|refuses/, () =>
    modelAround(field(2, Uint8Array.of(0xc3, 0x28))),
  ),
  bytesRow('versions and no graph', /holds no graph/, () => numberField(1, 8)),
  bytesRow('an empty graph', /./, () => modelAround(new Uint8Array()), ['ok', 'model']),
  bytesRow('an IR version from the future', /refuses/, () =>
    encode({
      irVersion: 999n,
      graph: { input: [value('x', [1])], node: [node('Neg', ['x'], ['y'])], output: [value('y', [1])] },
    }),
  ),
  bytesRow(
    'a negative IR version',
    /./,
    () =>
      encode({
        irVersion: -1n,
        graph: { input: [value('x', [1])], node: [node('Neg', ['x'], ['y'])], output: [value('y', [1])] },
      }),
    ['ok', 'model'],
  ),
  bytesRow('an operator set from the future', /refuses/, () =>
    encode({
      opsetImport: [{ domain: '', version: 10n ** 9n }],
      graph: { input: [value('x', [1])], node: [node('Neg', ['x'], ['y'])], output: [value('y', [1])] },
    }),
  ),

  bytesRow('graphs 10,000 deep', /nests its graphs too deeply|damaged/, () =>
    modelAround(nestedBranches(300)),
  ),
  bytesRow(
    'types 5,000 deep',
    /damaged|refuses|does not take/,
    () => modelAround(field(11, Buffer.concat([field(1, 'x'), field(2, nestedSequences(5000))]))),
    ['model', 'input'],
  ),
  bytesRow('a million empty nodes', /more than 300000 nodes/, () =>
    modelAround(repeated(field(1, ''), 1_000_000)),
  ),
  bytesRow('ten million nodes', /more than 300000 nodes/, () =>
    modelAround(repeated(field(1, ''), 10_000_000)),
  ),
  bytesRow('an input of ten million dimensions', /dimensions together/, () =>
    modelAround(field(11, field(2, field(1, field(2, repeated(field(1, ''), 10_000_000)))))),
  ),
  bytesRow('an attribute of forty million numbers', /dimensions together/, () =>
    modelAround(field(1, field(5, field(8, new Uint8Array(40_000_000))))),
  ),
  bytesRow('a tensor of a hundred thousand dimensions', /has 100000 dimensions/, () =>
    modelAround(
      field(
        5,
        Buffer.concat([field(1, repeated(Uint8Array.of(1), 100_000)), numberField(2, 1), field(8, 'w')]),
      ),
    ),
  ),
];
