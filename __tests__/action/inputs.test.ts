import { describe, expect, it } from '@jest/globals';
import { INPUT_NAMES, readInputs } from '../../src/action/inputs.js';

const read = (given: Record<string, string> = {}) => readInputs((name) => given[name] ?? '');

describe('the action inputs', () => {
  it('leave everything to the configuration when nobody set them', () => {
    const { mode, comment, ...rest } = read();
    expect({ mode, comment }).toEqual({ mode: 'gate', comment: 'on-change' });
    expect(Object.values(rest).every((value) => value === undefined)).toBe(true);
    expect(Object.keys(rest)).toHaveLength(INPUT_NAMES.length - 2);
  });

  it('come out typed', () => {
    expect(read({ threads: ' 4 ', budget: '90.5', 'warn-only': 'true', provider: 'webgpu' })).toMatchObject({
      threads: 4,
      budget: 90.5,
      'warn-only': true,
      provider: 'webgpu',
    });
    expect(read({ budget: 'auto', 'warn-only': 'false' })).toMatchObject({
      budget: 'auto',
      'warn-only': false,
    });
  });

  it.each([
    ['threads', '0'],
    ['threads', '1e3'],
    ['threads', '-1'],
    ['budget', 'soon'],
    ['budget', '0'],
    ['warn-only', 'yes'],
    ['comment', 'sometimes'],
    ['mode', 'plans'],
    ['shard', '2'],
    ['shard', '3/2'],
    ['shard', '0/2'],
    ['api-patience', '0'],
    ['api-patience', '90000'],
    ['provider', '../cpu'],
    ['label', 'a-->b'],
    ['label', '../../etc'],
  ])('refuse %s: %s, by name', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({
        name: 'GateError',
        kind: 'usage',
        message: expect.stringContaining(`input ${name} is "${value}"`),
      }),
    );
  });

  it('take a report to judge again with the mode that does', () => {
    expect(read({ mode: 'report', report: 'r.json' })).toMatchObject({ mode: 'report', report: 'r.json' });
    expect(() => read({ mode: 'report' })).toThrow('The input report is missing');
    expect(() => read({ report: 'r.json' })).toThrow('goes with mode: report');
  });

  it('take a part of a plan with the mode that measures it, and the machine', () => {
    const part = { mode: 'measure', plan: 'plan.json', label: 'gpu', shard: '2/3' };
    expect(read(part)).toMatchObject({ shard: { index: 2, of: 3 } });
    expect(() => read({ ...part, mode: 'report', report: 'reports' })).toThrow('The input shard goes with');
    expect(() => read({ ...part, label: '' })).toThrow('The input shard goes with');
    expect(() => read({ ...part, plan: '' })).toThrow('The input shard goes with');
    expect(() => read({ plan: 'plan.json' })).toThrow('does not go with mode: gate');
  });

  it('take models outside of git as a pair only', () => {
    expect(read({ 'base-model': 'a.onnx', 'head-model': 'b.onnx' })).toMatchObject({
      'base-model': 'a.onnx',
    });
    expect(() => read({ 'base-model': 'a.onnx' })).toThrow('head-model is missing');
    expect(() => read({ 'head-model': 'b.onnx' })).toThrow('base-model is missing');
  });

  it('take declarations of models outside of git, and of no others', () => {
    const models = { 'base-model': 'a.onnx', 'head-model': 'b.onnx' };
    expect(read({ ...models, 'declared-head': 'b.json' })).toMatchObject({ 'declared-head': 'b.json' });
    expect(() => read({ 'declared-head': 'b.json' })).toThrow(
      'declared-head goes with base-model and head-model',
    );
  });
});
