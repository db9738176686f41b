import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtimeModules } from '../../src/terminal/runtime.js';
import { temporaryFolder } from '../fixtures/worker-bundle.js';

let folder: string;
let modules: string;
let bundle: string;
beforeAll(() => {
  folder = temporaryFolder();
  modules = path.join(folder, 'project', 'node_modules');
  bundle = path.join(folder, 'project', 'dist');
  mkdirSync(path.join(modules, 'onnxruntime-node'), { recursive: true });
  mkdirSync(bundle);
  writeFileSync(path.join(modules, 'onnxruntime-node', 'package.json'), '{}');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the runtime', () => {
  it('is found beside the program', () => {
    expect(runtimeModules(undefined, bundle)).toBe(modules);
  });

  it('is found in node_modules as named, and in a folder that has such a folder', () => {
    expect(runtimeModules(modules, '/nowhere')).toBe(modules);
    expect(runtimeModules(path.dirname(modules), '/nowhere')).toBe(modules);
  });

  it('that is named and not there is not replaced by another', () => {
    expect(() => runtimeModules(bundle, bundle)).toThrow(`There is no onnxruntime-node in ${bundle}.`);
  });

  it('that is nowhere is an error with the next step', () => {
    expect(() => runtimeModules(undefined, path.join(folder, 'elsewhere'))).toThrow(
      expect.objectContaining({ kind: 'runtime', next: expect.stringContaining('npm ci') }),
    );
  });
});
