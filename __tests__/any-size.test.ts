import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeExternal, writeInline } from '../bench/inspect/models.js';
import { costOf } from '../bench/inspect/process-tree.js';

const TWO_GIB = 2 ** 31 - 2 ** 16;
const CLI = path.resolve('dist/cli.js');

it.each([
  ['in external data', writeExternal],
  ['in the protobuf', writeInline],
])(
  'a model with 2 GiB of weights %s is inspected in 200 MB, all processes together',
  async (_case, write) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'any-size-'));
    try {
      const { peakBytes } = await costOf(process.execPath, [CLI, 'inspect', write(folder, TWO_GIB)]);
      expect(peakBytes).toBeGreaterThan(50e6);
      expect(peakBytes).toBeLessThan(200e6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
