import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { INPUT_NAMES } from '../../src/action/inputs.js';
import { OUTPUT_NAMES } from '../../src/publish/outputs.js';

const described = z.string().min(20);
const actionSchema = z.strictObject({
  name: z.string(),
  // The marketplace takes no more.
  description: z.string().max(125),
  author: z.string(),
  branding: z.strictObject({
    icon: z.string(),
    color: z.enum(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']),
  }),
  inputs: z.record(z.string(), z.strictObject({ description: described, default: z.string().optional() })),
  outputs: z.record(z.string(), z.strictObject({ description: described })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.literal('dist/index.js') }),
});
const text = await readFile(path.join(import.meta.dirname, '../../action.yml'), 'utf8');
const action = actionSchema.parse(parse(text));

describe('action.yml', () => {
  it('describes every input that the code reads, and no other', () => {
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
  });

  it('describes every output that the code sets, and no other', () => {
    expect(Object.keys(action.outputs)).toEqual(OUTPUT_NAMES);
  });

  it('has no default but the token, so that the configuration file decides', () => {
    const defaults = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined);
    expect(defaults).toEqual([['github-token', expect.objectContaining({ default: '${{ github.token }}' })]]);
  });
});
