import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Comparison, type Relation, type Verdict, VERDICTS } from '../../src/judge/judgement.js';
import { relate } from '../../src/judge/relation.js';
import { comparison } from './factories.js';

const REQUIRED = ['parameters', 'macs', 'latency_p50'];
const OTHER = ['flops', 'load_time'];

const rows = (verdicts: Readonly<Record<string, Verdict>>): Comparison[] =>
  Object.entries(verdicts).map(([id, verdict]) =>
    comparison(id, verdict, { required: REQUIRED.includes(id) }),
  );
const relation = (verdicts: Readonly<Record<string, Verdict>>): Relation =>
  relate(rows(verdicts), REQUIRED).relation;
const equal = { parameters: 'equivalent', macs: 'equivalent', latency_p50: 'equivalent' } as const;

const verdict = fc.constantFrom(...VERDICTS);
const verdictsOf = (ids: readonly string[]): fc.Arbitrary<Record<string, Verdict>> =>
  fc.record(Object.fromEntries(ids.map((id) => [id, verdict])));

describe('the relation of two models', () => {
  it.each<[string, Record<string, Verdict>, Relation]>([
    ['nothing differs', equal, 'equivalent'],
    ['one gain and no loss', { ...equal, macs: 'improved' }, 'dominates'],
    ['one loss and no gain', { ...equal, macs: 'regressed' }, 'dominated'],
    ['a gain and a loss', { ...equal, macs: 'improved', parameters: 'regressed' }, 'trade-off'],
    [
      'a gain, a loss and a doubt',
      { parameters: 'improved', macs: 'regressed', latency_p50: 'inconclusive' },
      'trade-off',
    ],
    ['a gain and a doubt', { ...equal, macs: 'improved', latency_p50: 'inconclusive' }, 'inconclusive'],
    [
      'a gain, and a loss on an indicator that is not required',
      { ...equal, macs: 'improved', load_time: 'regressed' },
      'trade-off',
    ],
    ['only a loss on an indicator that is not required', { ...equal, load_time: 'regressed' }, 'dominated'],
    ['only a gain on an indicator that is not required', { ...equal, load_time: 'improved' }, 'equivalent'],
    [
      'a gain, and a doubt on an indicator that is not required',
      { ...equal, macs: 'improved', load_time: 'inconclusive' },
      'dominates',
    ],
    ['a required indicator missing', { parameters: 'improved', macs: 'equivalent' }, 'inconclusive'],
    ['nothing compared at all', {}, 'inconclusive'],
  ])('with %s', (_, verdicts, expected) => {
    expect(relation(verdicts)).toBe(expected);
  });

  it('names winners, losers and what is unknown or missing', () => {
    expect(
      relate(rows({ parameters: 'improved', macs: 'regressed', load_time: 'inconclusive' }), REQUIRED),
    ).toEqual({
      relation: 'trade-off',
      improved: ['parameters'],
      regressed: ['macs'],
      unknown: ['load_time', 'latency_p50'],
    });
  });

  it('is mirrored when base and head are swapped', () => {
    const swapped = {
      improved: 'regressed',
      regressed: 'improved',
      equivalent: 'equivalent',
      inconclusive: 'inconclusive',
    } as const;
    const mirror: Record<Relation, Relation> = {
      dominates: 'dominated',
      dominated: 'dominates',
      equivalent: 'equivalent',
      'trade-off': 'trade-off',
      inconclusive: 'inconclusive',
    };
    fc.assert(
      fc.property(verdictsOf(REQUIRED), (verdicts) => {
        const back = Object.fromEntries(Object.entries(verdicts).map(([id, v]) => [id, swapped[v]]));
        expect(relation(back)).toBe(mirror[relation(verdicts)]);
      }),
      { seed: 7 },
    );
  });

  it('is never "dominates" with a required indicator open, or with any loss', () => {
    fc.assert(
      fc.property(verdictsOf([...REQUIRED, ...OTHER]), fc.constantFrom(...REQUIRED), (verdicts, id) => {
        expect(relation({ ...verdicts, [id]: 'inconclusive' })).not.toBe('dominates');
        expect(['dominates', 'equivalent']).not.toContain(relation({ ...verdicts, flops: 'regressed' }));
      }),
      { seed: 8 },
    );
  });

  it('does not depend on the order of the comparisons', () => {
    fc.assert(
      fc.property(verdictsOf([...REQUIRED, ...OTHER]), (verdicts) => {
        expect(relate(rows(verdicts).reverse(), REQUIRED).relation).toBe(relation(verdicts));
      }),
      { seed: 9 },
    );
  });
});
