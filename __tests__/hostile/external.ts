/** External data that is not where it should be, or not what it should be. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode, node, value } from '../onnx/fixtures/model-file.js';
import { fileOf, type HostileModel, row } from './row.js';

type Entries = readonly (readonly [key: string, value: string])[];

/** `y = x + w`, of which `w` lies elsewhere. */
function withEntries(folder: string, entries: Entries): string {
  const w = {
    name: 'w',
    dataType: 1,
    dims: [3n],
    dataLocation: 1,
    externalData: entries.map(([key, text]) => ({ key, value: text })),
  };
  const graph = {
    name: 'g',
    node: [node('Add', ['x', 'w'], ['y'])],
    initializer: [w],
    input: [value('x', [3])],
    output: [value('y', [3])],
  };
  return fileOf(folder, encode({ graph }));
}

const at = (location: string): Entries => [['location', location]];

/** Refused for what it says, whatever lies there. */
const saying = (name: string, entries: Entries, says: RegExp): HostileModel =>
  row(name, 'model', says, (folder) => {
    writeFileSync(path.join(folder, 'data'), Buffer.alloc(64));
    return withEntries(folder, entries);
  });

/** Refused for what lies there. */
const lying = (name: string, says: RegExp, put: (file: string, canary: string) => void): HostileModel =>
  row(name, 'model', says, (folder, canary) => {
    put(path.join(folder, 'data'), canary);
    return withEntries(folder, at('data'));
  });

const OUTSIDE = /no path inside the model's folder/;
const IRREGULAR = /which is no regular file in its folder/;

export const EXTERNAL: readonly HostileModel[] = [
  row('data in the folder above', 'model', OUTSIDE, (folder, canary) =>
    withEntries(folder, at(path.join('..', path.basename(canary)))),
  ),
  row('data at an absolute path', 'model', OUTSIDE, (folder, canary) => withEntries(folder, at(canary))),
  saying('data up again after going down', at('sub/../../canary'), OUTSIDE),
  saying('data at a path with backslashes', at('..\\canary'), OUTSIDE),
  saying('data on another drive', at('C:\\canary'), OUTSIDE),
  saying('data on another drive without a slash', at('C:canary'), OUTSIDE),
  saying('data on a device without end', at('/dev/zero'), OUTSIDE),
  saying('data from standard input', at('/dev/stdin'), OUTSIDE),
  saying('data of this process', at('/proc/self/environ'), OUTSIDE),
  saying('data at a path with a NUL', at('data\0.txt'), OUTSIDE),
  saying('data at no path', at(''), OUTSIDE),
  saying('data at an empty segment', at('sub//data'), OUTSIDE),
  saying('data without a location', [['offset', '0']], OUTSIDE),
  saying('data at a place that is missing', at('nowhere'), /which is missing/),
  saying('data beyond the end', [...at('data'), ['offset', '60'], ['length', '12']], /which has 64 bytes/),
  saying('data before the beginning', [...at('data'), ['offset', '-8']], /no number: "-8"/),
  saying('data at 2^64', [...at('data'), ['offset', '18446744073709551616']], /beyond 2\^53/),
  saying(
    'data at a place that overflows',
    [...at('data'), ['offset', '9007199254740991'], ['length', '12']],
    /which has 64 bytes/,
  ),
  saying(
    'data of another length than the tensor',
    [...at('data'), ['length', '8']],
    /whose dimensions take 12/,
  ),
  saying('a place that is no number', [...at('data'), ['offset', '0x10']], /no number/),
  saying('two locations', [...at('data'), ...at('../canary')], /key "location" twice/),
  saying(
    'keys that are attributes of a reader',
    [...at('data'), ['__class__', 'x']],
    /unknown key "__class__"/,
  ),
  saying('a base path of its own', [...at('data'), ['basepath', '/']], /unknown key "basepath"/),
  lying('data that is a symbolic link', IRREGULAR, (file, canary) => {
    symlinkSync(canary, file);
  }),
  lying('data that is a folder', IRREGULAR, (file) => {
    mkdirSync(file);
  }),
  lying('data that is a pipe', IRREGULAR, (file) => execFileSync('mkfifo', [file])),
  lying('data that is a link to a device', IRREGULAR, (file) => {
    symlinkSync('/dev/zero', file);
  }),
  lying('data that is a Git LFS pointer', /Git LFS pointer/, (file) => {
    writeFileSync(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n');
  }),
  lying('data that is empty', /which has 0 bytes/, (file) => {
    writeFileSync(file, '');
  }),
  row('data in a folder that is a link', 'model', IRREGULAR, (folder, canary) => {
    symlinkSync(path.dirname(canary), path.join(folder, 'sub'));
    return withEntries(folder, at(`sub/${path.basename(canary)}`));
  }),
];

/** What only a copy can refuse: ONNX Runtime reads both. */
export const LINKED: readonly HostileModel[] = [
  lying('data that is a hard link to a file outside', /"data", which is a hard link/, (file, canary) => {
    linkSync(canary, file);
  }),
  row('a model that is a symbolic link', 'model', /a symbolic link is in the way/, (folder, canary) => {
    symlinkSync(canary, path.join(folder, 'model.onnx'));
    return path.join(folder, 'model.onnx');
  }),
  row('a model that is a hard link', 'model', /is a hard link/, (folder, canary) => {
    linkSync(canary, path.join(folder, 'model.onnx'));
    return path.join(folder, 'model.onnx');
  }),
  row('a model in a folder that is a link', 'model', /a symbolic link is in the way/, (folder, canary) => {
    symlinkSync(path.dirname(canary), path.join(folder, 'sub'));
    return path.join(folder, 'sub', path.basename(canary));
  }),
  row('a model that is a pipe', 'model', /a pipe is in the way/, (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'model.onnx')]);
    return path.join(folder, 'model.onnx');
  }),
];
