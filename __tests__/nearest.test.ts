import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, nearestOf } from '../src/nearest.js';

/** The definition, as slow as it is plain. */
function slowDistance(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length;
  return Math.min(
    slowDistance(from.slice(1), to) + 1,
    slowDistance(from, to.slice(1)) + 1,
    slowDistance(from.slice(1), to.slice(1)) + (to.startsWith(from.charAt(0)) ? 0 : 1),
  );
}

describe('the edit distance', () => {
  it('is that of the textbook', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  it('is that of the recursive definition', () => {
    const word = fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(fc.property(word, word, (one, other) => editDistance(one, other) === slowDistance(one, other)));
  });
});

describe('the nearest word', () => {
  const known = ['tolerances', 'threads', 'warn-only', 'latency_p50', 'latency_p90'];

  it.each([
    ['tolerance', 'tolerances'],
    ['thraeds', 'threads'],
    ['warn_only', 'warn-only'],
    ['WarnOnly', 'warn-only'],
    ['latency', 'latency_p50'],
    ['latency-p90', 'latency_p90'],
  ])('beside %s is %s', (wrong, right) => {
    expect(nearestOf(wrong, known)).toBe(right);
  });

  it('is none when nothing is near', () => {
    expect(nearestOf('colour', known)).toBeUndefined();
    expect(nearestOf('x'.repeat(100_000), known)).toBeUndefined();
    expect(nearestOf('threads', [])).toBeUndefined();
  });
});
