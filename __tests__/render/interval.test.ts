import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intervalStrip, STRIP_WIDTH } from '../../src/render/interval.js';

const FIVE_PERCENT = { tolerance: 0.05, better: 'lower' } as const;
const exactly = (ratio: number) => ({ ratio, low: ratio, high: ratio });

describe('the picture of an interval', () => {
  it.each([
    ['no change, exactly', exactly(1), '······[··●··]······'],
    ['a gain', { ratio: 0.9, low: 0.88, high: 0.92 }, '·├─●┤·[··│··]······'],
    ['a loss', { ratio: 1.1, low: 1.08, high: 1.12 }, '······[··│··]·├●┤··'],
    ['within the tolerance', { ratio: 1.01, low: 0.98, high: 1.03 }, '······[·├┼●┤]······'],
    ['across the tolerance', { ratio: 1.03, low: 0.97, high: 1.09 }, '······[├─┼─●]─┤····'],
    ['worse beyond the scale', exactly(1.28), '······[··│··]····●>'],
    ['better beyond the scale', exactly(0.47), '<●····[··│··]······'],
    ['one end beyond the scale', { ratio: 1.05, low: 0.96, high: 1.4 }, '······├──┼──●─────>'],
    ['no upper bound yet', { ratio: 1.02, low: 0.98, high: null }, '······[·├┼●─]─────>'],
    ['no bound yet', { ratio: 1, low: 0, high: null }, '<─────[──●──]─────>'],
  ])('shows %s', (_, effect, strip) => {
    expect(intervalStrip(effect, FIVE_PERCENT)).toBe(strip);
  });

  it('has worse to the right, also where higher is better', () => {
    const fewer = { ratio: 0.9, low: 0.88, high: 0.92 };
    expect(intervalStrip(fewer, { tolerance: 0.05, better: 'lower' })).toBe('·├─●┤·[··│··]······');
    expect(intervalStrip(fewer, { tolerance: 0.05, better: 'higher' })).toBe('······[··│··]·├●─┤·');
  });

  it('scales with the tolerance, which is always at the same place', () => {
    expect(intervalStrip(exactly(1.02), { tolerance: 0.01, better: 'lower' })).toBe('······[··│··]··●···');
    expect(intervalStrip(exactly(1.02), { tolerance: 0.1, better: 'lower' })).toBe('······[··│●·]······');
  });

  it('has no brackets where nothing is tolerated', () => {
    expect(intervalStrip(exactly(1), { tolerance: 0, better: 'lower' })).toBe('·········●·········');
    expect(intervalStrip(exactly(1.00001), { tolerance: 0, better: 'lower' })).toBe('·········│●········');
  });

  it('can be drawn narrower', () => {
    const { ratio, low, high } = { ratio: 1.08, low: 1.06, high: 1.1 };
    expect(intervalStrip({ ratio, low, high }, { ...FIVE_PERCENT, width: 13 })).toBe('····[·│·]●┤··');
  });
});

describe('any picture', () => {
  const ratio = fc.double({ min: 0, max: 50, noNaN: true });
  const effect = fc
    .tuple(ratio, ratio, ratio, fc.boolean())
    .map(([one, two, three, bounded]) => [one, two, three].toSorted((a, b) => a - b).concat(bounded ? 1 : 0))
    .map(([low = 0, middle = 0, high = 0, bounded]) => ({
      low,
      ratio: middle,
      high: bounded === 1 ? high : null,
    }));
  const tolerance = fc.double({ min: 0.001, max: 0.5, noNaN: true });

  it('has its width and nothing that Markdown could take for its own', () => {
    fc.assert(
      fc.property(effect, tolerance, fc.constantFrom('lower', 'higher'), (any, bound, better) => {
        const strip = intervalStrip(any, { tolerance: bound, better });
        expect(strip).toHaveLength(STRIP_WIDTH);
        expect(strip).toMatch(/^[·[\]│┼─├┤●<>]+$/);
        expect(strip.match(/●/g)).toHaveLength(1);
      }),
      { seed: 11 },
    );
  });

  it('has its estimate outside of the brackets exactly when it is beyond the tolerance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), tolerance, (value, bound) => {
        const distance = Math.abs(
          intervalStrip(exactly(value), { tolerance: bound, better: 'lower' }).indexOf('●') - 9,
        );
        expect(distance > 3).toBe(Math.abs(Math.log(value)) > Math.log1p(bound) + 1e-12);
      }),
      { seed: 13 },
    );
  });
});
