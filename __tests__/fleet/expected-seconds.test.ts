import { describe, expect, it } from '@jest/globals';
import { expectedSeconds, withUnknowns } from '../../src/fleet/expected-seconds.js';

describe('what measuring a model is expected to take', () => {
  it('is the budget, where there is one', () => {
    expect(expectedSeconds(1e9, 45)).toBe(45);
    expect(expectedSeconds(null, 45)).toBe(45);
  });

  it('grows with what is counted, from what any model takes to what auto allows', () => {
    expect(expectedSeconds(0, 'auto')).toBe(90);
    expect(expectedSeconds(4e9, 'auto')).toBe(210);
    expect(expectedSeconds(1e12, 'auto')).toBe(300);
  });

  it('is the mean of the others where nothing could be counted', () => {
    expect(withUnknowns([expectedSeconds(null, 'auto'), 100, 200])).toEqual([150, 100, 200]);
    expect(withUnknowns([null, null])).toEqual([90, 90]);
  });
});
