import { describe, expect, it } from '@jest/globals';
import { settled } from '../../src/judge/settled.js';
import { measured, policy, readings, repeated, round } from './factories.js';

describe('measuring may stop', () => {
  it('not before the first round, nor with too few', () => {
    expect(settled(measured([]), policy())).toBe(false);
    expect(settled(repeated(9), policy())).toBe(false);
  });

  it('once every indicator is decided, whichever way', () => {
    expect(settled(repeated(10), policy())).toBe(true);
    expect(settled(repeated(11, { head: readings(1.3) }), policy())).toBe(true);
  });

  it('not while one indicator is open', () => {
    const rounds = Array.from({ length: 24 }, (_, i) =>
      round({ head: readings(1, { loadMs: i % 2 === 0 ? 10 : 40 }) }),
    );
    expect(settled(measured(rounds), policy())).toBe(false);
  });

  it('without waiting for what can never be had', () => {
    const silent = readings(1, { peakRssBytes: null });
    expect(settled(repeated(10, { base: silent, head: silent, control: silent }), policy())).toBe(true);
  });

  it('when an indicator contradicts itself: more rounds cannot take a proof back', () => {
    const rounds = [...repeated(12, { head: readings(1.3) }).rounds, ...repeated(100).rounds];
    expect(settled(measured(rounds), policy())).toBe(true);
  });
});
