import { describe, expect, it } from '@jest/globals';
import type { GateError } from '../src/errors.js';
import { parseTrace, replay, type ReplayRule, type Trace } from '../src/replay.js';
import { normal, uniform } from '../bench/simulate/noise.js';

const RULE: ReplayRule = { tolerance: 0.05, alpha: 0.05, decisions: 8, mostRounds: Infinity };

/** A trace of one comparison: rounds of five pairs around 4 ms, each process off by a few per cent. */
function traceOf(ratio: number, { rounds = 40, scale = 0.03, firstSlower = 1, seed = 1 } = {}): Trace {
  const noise = normal(seed);
  const draw = uniform(seed + 1);
  const comparison = Array.from({ length: rounds }, () => {
    const headLaunchedFirst = draw() < 0.5;
    const base = 4 * Math.exp(scale * noise()) * (headLaunchedFirst ? 1 : firstSlower);
    const head = 4 * ratio * Math.exp(scale * noise()) * (headLaunchedFirst ? firstSlower : 1);
    const pairs = Array.from({ length: 5 }, (): [number, number] => [
      base * Math.exp(0.01 * noise()),
      head * Math.exp(0.01 * noise()),
    ]);
    return { headLaunchedFirst, pairs };
  });
  return { comparisons: [comparison] };
}

describe('replaying recorded timings', () => {
  it.each([
    [1.15, 'regressed'],
    [1 / 1.15, 'improved'],
    [1, 'equivalent'],
  ] as const)('finds a head of %f times the base to have %s', (ratio, verdict) => {
    const [decided] = replay(traceOf(ratio), RULE);
    expect(decided?.verdict).toBe(verdict);
    expect(decided?.low).toBeLessThanOrEqual(ratio);
    expect(decided?.high).toBeGreaterThanOrEqual(ratio);
  });

  it('stops at the first proof, with the rounds that it took', () => {
    const [decided] = replay(traceOf(1.5), RULE);
    expect(decided).toMatchObject({ verdict: 'regressed', rounds: 11 });
  });

  it('looks at no more rounds than it may, and says so when they are too few', () => {
    const [decided] = replay(traceOf(1.5), { ...RULE, mostRounds: 8 });
    expect(decided).toMatchObject({ verdict: 'inconclusive', rounds: 8, low: 0, high: null });
  });

  it('asks for more evidence where more decisions share the error probability', () => {
    const rounds = (decisions: number): number => replay(traceOf(1.2), { ...RULE, decisions })[0]!.rounds;
    expect(rounds(800)).toBeGreaterThan(rounds(8));
    expect(rounds(8)).toBeGreaterThan(rounds(1));
  });

  it('is not misled by a process that is slower for being launched first', () => {
    const [decided] = replay(traceOf(1, { firstSlower: 1.04, scale: 0.01 }), RULE);
    expect(decided?.verdict).toBe('equivalent');
  });

  it('decides each comparison for itself', () => {
    const both = { comparisons: [...traceOf(1).comparisons, ...traceOf(1.3).comparisons] };
    expect(replay(both, RULE).map(({ verdict }) => verdict)).toEqual(['equivalent', 'regressed']);
  });
});

describe('a trace', () => {
  const refused = (text: string): GateError => {
    try {
      parseTrace(text, 'x.json');
    } catch (thrown) {
      return thrown as GateError;
    }
    throw new Error('it was read');
  };

  it('may say more of itself than is needed', () => {
    const text = JSON.stringify({
      model: 'm',
      comparisons: [[{ headLaunchedFirst: true, pairs: [[1, 1.1, 0]], host: 'a' }]],
    });
    expect(parseTrace(text, 'x.json').comparisons).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{', 'x.json is not JSON.'],
    ['samples without rounds', '{"seq": []}', 'comparisons'],
    ['no comparison', '{"comparisons": []}', 'comparisons'],
    ['a comparison without rounds', '{"comparisons": [[]]}', 'comparisons.0'],
    [
      'a time of zero',
      '{"comparisons": [[{"headLaunchedFirst": true, "pairs": [[1, 0]]}]]}',
      'comparisons.0.0.pairs.0.1',
    ],
    ['a round of no known order', '{"comparisons": [[{"pairs": [[1, 1]]}]]}', 'headLaunchedFirst'],
  ])('with %s is refused by place', (_what, text, place) => {
    expect(refused(text)).toMatchObject({ kind: 'report', message: expect.stringContaining(place) });
  });

  it('is no report, which another command judges', () => {
    expect(refused('{"schemaVersion": 1, "models": []}').next).toContain('efficiency-gate judge');
  });
});
