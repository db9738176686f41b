import { describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/judge/ledger.js';
import type { Rounds } from '../../src/judge/measured-evidence.js';
import { measured, policy, readings, repeated, round } from './factories.js';

function settled(measurement: Rounds): boolean {
  const ledger = new Ledger(measurement, policy());
  for (const each of measurement.rounds) ledger.add(each);
  return ledger.settled;
}

describe('measuring may stop', () => {
  it('not before the first round, nor with too few', () => {
    expect(settled(measured([]))).toBe(false);
    expect(settled(repeated(9))).toBe(false);
  });

  it('once every indicator is decided, whichever way', () => {
    expect(settled(repeated(12))).toBe(true);
    expect(settled(repeated(12, { head: readings(1.3) }))).toBe(true);
  });

  it('not while one indicator is open', () => {
    const rounds = Array.from({ length: 24 }, (_, i) =>
      round({ head: readings(1, { loadMs: i % 2 === 0 ? 10 : 40 }) }),
    );
    expect(settled(measured(rounds))).toBe(false);
  });

  it('without waiting for what can never be had', () => {
    const silent = readings(1, { peakRssBytes: null });
    expect(settled(repeated(12, { base: silent, head: silent, control: silent }))).toBe(true);
  });

  it('when an indicator contradicts itself: more rounds cannot take a proof back', () => {
    const rounds = [...repeated(12, { head: readings(1.3) }).rounds, ...repeated(100).rounds];
    expect(settled(measured(rounds))).toBe(true);
  });
});
