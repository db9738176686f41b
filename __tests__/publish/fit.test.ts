import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fit } from '../../src/publish/fit.js';

describe('fitting text', () => {
  it('leaves what fits as it is', () => {
    expect(fit('short', 5, 'x')).toBe('short');
  });

  it('cuts between lines and says where the rest is', () => {
    const text = 'line\n'.repeat(100);
    expect(fit(text, 100, 'See the summary.')).toMatch(
      /^(line\n)+line\n\n_Cut here: GitHub takes no more. See the summary._\n$/,
    );
  });

  it('never exceeds the limit nor breaks a character', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '漢', '🙂') }), { maxLength: 60 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 80, max: 400 }), (parts, limit) => {
        const fitted = fit(parts.join('\n'), limit, 'More below.');
        expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(limit);
        expect(fitted).not.toContain('\u{FFFD}');
      }),
      { seed: 1 },
    );
  });
});
