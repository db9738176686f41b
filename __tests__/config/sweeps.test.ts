import { describe, expect, it } from '@jest/globals';
import { defaultConfig, parseConfig, withOverrides } from '../../src/config.js';

describe('sweeps', () => {
  it('are none unless asked for', () => {
    expect(defaultConfig().sweeps).toEqual({});
  });

  it('come from the file, and from flags over it', () => {
    const config = parseConfig('sweeps: {batch: [1, 8], threads: [1, 2]}', 'test');
    expect(withOverrides(config, { sweeps: ['batch=2,4'] }).sweeps).toEqual({
      batch: [2, 4],
      threads: [1, 2],
    });
    expect(withOverrides(defaultConfig(), { sweeps: ['threads'] }).sweeps).toEqual({ threads: [1, 2, 4, 8] });
  });

  it.each([
    ['{batches: [1, 2]}', 'unknown key "batches"'],
    ['{batch: [4, 2]}', 'expected values that rise'],
    ['{batch: [1]}', 'sweeps.batch is a list'],
    ['{threads: [0, 1]}', 'sweeps.threads.0 is 0'],
  ])('that are wrong are answered with what is wrong: %s', (sweeps, fault) => {
    expect(() => parseConfig(`sweeps: ${sweeps}`, 'test')).toThrow(fault);
  });

  it.each([
    ['batches', 'names nothing to sweep'],
    ['batch=', 'is not understood'],
    ['batch=4,2', 'is not understood'],
    ['threads=1,x', 'is not understood'],
  ])('that a flag gets wrong are answered with the flag: %s', (flag, fault) => {
    expect(() => withOverrides(defaultConfig(), { sweeps: [flag] })).toThrow(fault);
  });
});
