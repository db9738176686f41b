import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { configFileSchema } from '../../src/config/schema.js';
import { waiversFileSchema } from '../../src/waivers.js';

const root = path.resolve(import.meta.dirname, '../..');

describe.each(['config.json', 'plan.json', 'report.json', 'waivers.json'])('schema/%s', (name) => {
  let fresh = '';

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-schema-'));
    await promisify(execFile)(process.execPath, [path.join(root, 'scripts/schema.js'), folder]);
    fresh = await readFile(path.join(folder, name), 'utf8');
    await rm(folder, { recursive: true });
  });

  it('is what the code validates with (node scripts/schema.js writes it)', async () => {
    expect(await readFile(path.join(root, 'schema', name), 'utf8')).toBe(fresh);
  });
});

it.each([
  ['configuration', configFileSchema],
  ['waivers', waiversFileSchema],
])('describes every key of the %s', (_, file) => {
  const undescribed: string[] = [];
  const visit = (schema: z.core.JSONSchema._JSONSchema | undefined, place: string): void => {
    if (typeof schema !== 'object') return;
    for (const [key, below] of Object.entries(schema.properties ?? {})) {
      if (typeof below !== 'object' || below.description === undefined) undescribed.push(`${place}${key}`);
      visit(below, `${place}${key}.`);
    }
    const parts = [schema.items, schema.additionalProperties, schema.anyOf].flat();
    for (const part of parts) visit(part, place);
  };
  visit(z.toJSONSchema(file, { io: 'input' }), '');
  expect(undescribed).toEqual([]);
});
