import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, parseConfig } from '../src/config.js';
import { planFiles } from '../src/plan-files.js';
import { temporaryFolder } from './fixtures/worker-bundle.js';

let cwd: string;
beforeAll(() => {
  cwd = temporaryFolder();
  mkdirSync(path.join(cwd, 'models'));
  writeFileSync(path.join(cwd, 'old.onnx'), 'old');
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

const plan = (base: string, head: string) => planFiles({ base, head, cwd, config: defaultConfig() });
const opened = (file: string) => plan(file, 'new.onnx').models[0]?.base?.open('unused');

describe('the plan of two files', () => {
  it('is one changed model, named by the head, in the words of the user', () => {
    expect(plan('old.onnx', './new.onnx')).toMatchObject({
      base: { label: 'old.onnx', sha: null },
      head: { label: './new.onnx', sha: null },
      models: [{ name: './new.onnx', status: 'changed', base: { path: 'old.onnx' } }],
      inputFolder: cwd,
      warnings: [],
    });
  });

  it('feeds both as the configuration says of the head', () => {
    const text =
      'models:\n  - path: new.onnx\n    dims: {batch: 7}\n  - path: old.onnx\n    dims: {batch: 3}\n';
    const config = parseConfig(text, 'test');
    const { models } = planFiles({ base: 'old.onnx', head: './new.onnx', cwd, config });
    expect(models[0]?.scenario.settings.dims).toEqual({ batch: 7 });
  });

  it('has one model for each scenario, named after it', () => {
    const text = 'models: [{path: new.onnx, scenarios: [{name: 8 kHz}, {name: two, threads: 2}]}]';
    const { models } = planFiles({
      base: 'old.onnx',
      head: 'new.onnx',
      cwd,
      config: parseConfig(text, 'test'),
    });
    expect(models.map(({ name, scenario }) => [name, scenario.session.threads])).toEqual([
      ['new.onnx (8 kHz)', 1],
      ['new.onnx (two)', 2],
    ]);
  });

  it('uses files where they lie, relative to the working folder', async () => {
    const absolute = path.join(cwd, 'old.onnx');
    expect(await opened('old.onnx')).toBe(absolute);
    expect(await opened(absolute)).toBe(absolute);
  });

  it.each([
    ['nowhere.onnx', 'There is no file nowhere.onnx.'],
    ['models', 'models is not a file.'],
  ])('refuses %s when it is opened, not before', async (file, message) => {
    await expect(opened(file)).rejects.toMatchObject({ kind: 'model', message });
  });
});
