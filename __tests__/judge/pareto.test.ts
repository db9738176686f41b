import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { declarationSchema, type Declaration } from '../../src/declared/declaration.js';
import { type Front, type FrontModel, frontsOf, type UnchangedModel } from '../../src/judge/pareto.js';
import { measured, modelSide, staticProfile } from '../fixtures/report-factory.js';

const declared = (metric: string, value: number, better: 'higher' | 'lower' = 'higher'): Declaration =>
  declarationSchema.parse({
    training: null,
    quality: { [metric]: { value, better, unit: '', tolerance: {}, outcomes: null } },
  });

function sideOf(macs: number) {
  const profile = staticProfile();
  return modelSide({
    profile: { ...profile, counts: { ...profile.counts, macs: { value: macs, reason: null } } },
  });
}

type Ends = readonly [base: number, head: number];

function model(name: string, macs: Ends, top1: Ends, given: Partial<FrontModel> = {}): FrontModel {
  return {
    name,
    scenario: null,
    base: sideOf(macs[0]),
    head: sideOf(macs[1]),
    declared: { base: declared('top1', top1[0]), head: declared('top1', top1[1]) },
    comparisons: [],
    ...given,
  };
}

const unchanged = (name: string, macs: number, top1: number): UnchangedModel => ({
  name,
  scenario: null,
  counts: { macs },
  quality: { top1: { base: top1, head: top1, better: 'higher', unit: '' } },
});

const ofMacs = (fronts: readonly Front[]): Front | undefined =>
  fronts.find(({ indicator, metric }) => indicator === 'macs' && metric === 'top1');

describe('the front of cost against quality', () => {
  it('is made of the models to which no other is preferable, cheapest first', () => {
    const front = ofMacs(
      frontsOf(
        [model('a', [5, 5], [70, 70])],
        [unchanged('b', 9, 80), unchanged('c', 9, 75), unchanged('d', 1, 50)],
      ),
    );
    expect(front).toMatchObject({
      models: 4,
      base: ['d', 'a', 'b'],
      head: ['d', 'a', 'b'],
      gained: [],
      lost: [],
    });
  });

  it('gains what no model of the base was as good as', () => {
    const front = ofMacs(frontsOf([model('a', [5, 4], [70, 72])], [unchanged('b', 9, 80)]));
    expect(front).toMatchObject({ base: ['a', 'b'], head: ['a', 'b'], gained: ['a'], lost: [] });
  });

  it('loses what no model of the head is as good as', () => {
    const front = ofMacs(frontsOf([model('a', [5, 7], [70, 71])], [unchanged('b', 9, 80)]));
    expect(front).toMatchObject({ gained: ['a'], lost: ['a'] });
  });

  it('loses nothing with a model for which another stands in', () => {
    const removed = model('a', [5, 5], [70, 70], { head: null });
    const front = ofMacs(
      frontsOf(
        [{ ...removed, declared: { base: declared('top1', 70), head: null } }],
        [unchanged('b', 5, 70)],
      ),
    );
    expect(front).toMatchObject({ base: ['a', 'b'], head: ['b'], gained: [], lost: [] });
  });

  it('is what comparing every pair finds', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(points, (drawn) => {
        const models = drawn.map(([macs, top1], index) => unchanged(`m${index}`, macs, top1));
        const dominated = drawn.map(([macs, top1]) =>
          drawn.some(([m, t]) => m <= macs && t >= top1 && (m < macs || t > top1)),
        );
        const front = ofMacs(frontsOf([], models));
        expect(new Set(front?.head)).toEqual(
          new Set(models.filter((_, index) => dominated[index] === false).map(({ name }) => name)),
        );
        expect(front?.base).toEqual(front?.head);
      }),
    );
  });

  it('turns around where less is better quality, or more is better cost', () => {
    const loss = { training: null, quality: {} };
    const named = (name: string, value: number, throughput: number): FrontModel => ({
      ...model(name, [5, 5], [0, 0]),
      declared: {
        base: { ...loss, ...declared('loss', value, 'lower') },
        head: { ...loss, ...declared('loss', value, 'lower') },
      },
      comparisons: [
        measured('throughput', 1, {
          base: { value: throughput, provenance: 'measured', reason: null },
          head: { value: throughput, provenance: 'measured', reason: null },
        }),
      ],
    });
    const fronts = frontsOf([
      named('slow and good', 1, 10),
      named('quick and bad', 3, 90),
      named('neither', 3, 10),
    ]);
    expect(fronts.find(({ indicator }) => indicator === 'throughput')?.head).toEqual([
      'quick and bad',
      'slow and good',
    ]);
  });

  it('is moved by no difference that is not proven', () => {
    const timed = (verdict: 'equivalent' | 'inconclusive' | 'improved'): Front | undefined => {
      const row = measured('latency_p50', 0.97, {
        base: { value: 2, provenance: 'measured', reason: null },
        head: { value: 1.94, provenance: 'measured', reason: null },
        verdict,
      });
      const models = ['a', 'b'].map((name) => model(name, [5, 5], [70, 70], { comparisons: [row] }));
      return frontsOf(models).find(({ indicator }) => indicator === 'latency_p50');
    };
    expect(timed('inconclusive')?.gained).toEqual([]);
    expect(timed('equivalent')?.gained).toEqual([]);
    expect(timed('improved')?.gained).toEqual(['a', 'b']);
  });

  it('never sets models under different conditions side by side', () => {
    const short = model('a (short)', [5, 5], [70, 70], { scenario: 'short' });
    expect(frontsOf([short], [unchanged('b', 9, 80)])).toEqual([]);
    expect(frontsOf([short, { ...short, name: 'b (short)' }]).length).toBeGreaterThan(0);
  });

  it('is not there for a single model, nor without declared quality', () => {
    expect(frontsOf([model('a', [5, 4], [70, 72])])).toEqual([]);
    expect(
      frontsOf([
        model('a', [5, 4], [70, 72], { declared: { base: null, head: null } }),
        model('b', [1, 1], [1, 1]),
      ]),
    ).toEqual([]);
  });
});
