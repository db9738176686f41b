import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Declaration, Metric } from '../../src/declared/declaration.js';
import { comparisonSchema, type Verdict } from '../../src/judge/judgement.js';
import { compareTraining } from '../../src/judge/declared-comparison.js';
import { compareQuality } from '../../src/judge/quality-comparison.js';
import { policy } from './factories.js';

const metric = (given: Partial<Metric> = {}): Metric => ({
  value: 76.1,
  better: 'higher',
  unit: '%',
  tolerance: { absolute: 0 },
  outcomes: null,
  ...given,
});
const declaring = (quality: Record<string, Metric>): Declaration => ({ training: null, quality });
const withQuality = policy({ required: ['latency_p50', 'quality'] });

const compared = (base: Partial<Metric>, head: Partial<Metric>, given = withQuality) => {
  const [row] = compareQuality(declaring({ top1: metric(base) }), declaring({ top1: metric(head) }), given);
  return comparisonSchema.parse(row);
};

/** 0 and 1 of so many examples. */
const outcomes = (right: number, wrong: number): number[] => [
  ...Array<number>(right).fill(1),
  ...Array<number>(wrong).fill(0),
];

describe('a declared metric', () => {
  it.each<[string, Partial<Metric>, Partial<Metric>, Verdict]>([
    ['that falls', {}, { value: 76 }, 'regressed'],
    ['that rises', {}, { value: 76.2 }, 'improved'],
    ['that stays', {}, {}, 'equivalent'],
    ['that falls and should', { better: 'lower' }, { better: 'lower', value: 75 }, 'improved'],
    ['that falls by its tolerance', { tolerance: { absolute: 0.2 } }, { value: 75.9 }, 'equivalent'],
    ['that falls by more', { tolerance: { absolute: 0.2 } }, { value: 75.89 }, 'regressed'],
    [
      'that falls by less than a part of the base',
      { tolerance: { relative: 0.01 } },
      { value: 75.4 },
      'equivalent',
    ],
    ['that is negative and falls', { value: -2 }, { value: -2.5 }, 'regressed'],
  ])('%s is judged by its direction', (_, base, head, verdict) => {
    expect(compared(base, head).verdict).toBe(verdict);
  });

  it('is held to the tolerance of the base, whatever the head says', () => {
    expect(compared({}, { value: 70, tolerance: { absolute: 50 } }).verdict).toBe('regressed');
  });

  it('is held to the tolerance of the configuration before its own', () => {
    const tolerant = policy({ tolerances: { 'quality.top1': { absolute: 1 } } });
    expect(compared({}, { value: 75.5 }, tolerant).verdict).toBe('equivalent');
  });

  it('is required and gated once the base declares it, and open when the head no longer does', () => {
    const [lost] = compareQuality(declaring({ top1: metric() }), null, withQuality);
    expect(lost).toMatchObject({ verdict: 'inconclusive', required: true, gated: true });
    expect(lost?.reason).toBe('the head does not declare it');
    const [found] = compareQuality(null, declaring({ top1: metric() }), withQuality);
    expect(found).toMatchObject({ verdict: 'inconclusive', required: false, gated: false });
  });

  it('of another unit is not compared', () => {
    expect(compared({}, { unit: '', value: 0.77 })).toMatchObject({ verdict: 'inconclusive', effect: null });
  });

  it('changes its verdict to the mirror image when base and head change places', () => {
    const mirrored = {
      improved: 'regressed',
      regressed: 'improved',
      equivalent: 'equivalent',
      inconclusive: 'inconclusive',
    };
    const scores = fc.array(fc.constantFrom(0, 1), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const [left, right] = [one, other].map((values) => ({ value: mean(values), outcomes: values }));
        expect(compared(right!, left!).verdict).toBe(mirrored[compared(left!, right!).verdict!]);
      }),
    );
  });
});

describe('quality that the command did not get to evaluate', () => {
  const known = declaring({ top1: metric() });
  const failed = (side: 'base' | 'head') => ({ base: null, head: null, [side]: 'the command failed' });

  it('of the head leaves what the base has open, and says why', () => {
    const [row] = compareQuality(known, null, withQuality, failed('head'));
    expect(row).toMatchObject({
      verdict: 'inconclusive',
      required: true,
      gated: true,
      reason: 'the command failed',
      head: { value: null, provenance: 'not-measured', reason: 'the command failed' },
    });
  });

  it('of the base does not free the head from being held to it', () => {
    const [row, ...others] = compareQuality(null, known, withQuality, failed('base'));
    expect(row).toMatchObject({
      indicator: 'quality.top1',
      verdict: 'inconclusive',
      required: true,
      gated: true,
      base: { value: null, reason: 'the command failed' },
    });
    expect(others).toEqual([]);
  });

  it('of neither is one open row for metrics that nobody knows', () => {
    const both = { ...failed('base'), ...failed('head'), base: 'the command failed' };
    const rows = compareQuality(null, null, withQuality, both).map((row) => comparisonSchema.parse(row));
    expect(rows).toMatchObject([{ indicator: 'quality', verdict: 'inconclusive', required: true }]);
  });

  it('keeps its row also beside metrics that a file declares on both sides', () => {
    const rows = compareQuality(known, known, withQuality, failed('base'));
    expect(rows.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
      ['quality.top1', 'equivalent'],
      ['quality', 'inconclusive'],
    ]);
  });
});

describe('outcomes of the same examples', () => {
  const base = { value: 0.8, outcomes: outcomes(800, 200), unit: '' };

  it('prove a loss that is more than chance, and show how far it may go', () => {
    const head = { value: 0.75, outcomes: outcomes(750, 250), unit: '' };
    const row = compared(base, head);
    expect(row.verdict).toBe('regressed');
    expect(row.difference?.value).toBeCloseTo(-0.05, 12);
    expect(row.difference?.high).toBeLessThan(0);
  });

  it('leave open what a few disagreements can be by chance', () => {
    const head = { value: 0.797, outcomes: outcomes(797, 203), unit: '' };
    expect(compared(base, head)).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('crosses the tolerance of 0'),
    });
  });

  it('prove that no more than the tolerance was lost', () => {
    const head = { value: 0.797, outcomes: outcomes(797, 203), unit: '' };
    expect(compared({ ...base, tolerance: { absolute: 0.02 } }, head).verdict).toBe('equivalent');
  });

  it('that are all alike leave nothing open', () => {
    expect(compared(base, base)).toMatchObject({ verdict: 'equivalent', difference: { low: 0, high: 0 } });
  });

  it('of different examples are not compared', () => {
    const head = { value: 0.8, outcomes: outcomes(80, 20), unit: '' };
    expect(compared(base, head).reason).toBe('outcomes of 1000 and 100 examples cannot be paired');
  });
});

describe('declared training', () => {
  const run = (training: Declaration['training']): Declaration => ({ training, quality: {} });
  const reached = { metric: 'top1', value: 76, better: 'higher' } as const;

  it('is compared as counts are, with what it says of samples derived', () => {
    const rows = compareTraining(
      run({ device_hours: 100, examples_seen: 1e6, reached }),
      run({ device_hours: 100.5, examples_seen: 2e6, reached: { ...reached, value: 77 } }),
      policy(),
    );
    expect(rows.map(({ indicator, verdict, kind }) => [indicator, verdict, kind])).toEqual([
      ['training_device_hours', 'equivalent', 'declared'],
      ['training_examples_seen', 'regressed', 'declared'],
      ['training_sample_efficiency', 'regressed', 'derived'],
    ]);
    expect(rows[2]).toMatchObject({ base: { value: 76 }, head: { value: 38.5, provenance: 'derived' } });
  });

  it('of one side alone is open', () => {
    const [row] = compareTraining(null, run({ steps: 10 }), policy());
    expect(row).toMatchObject({
      verdict: 'inconclusive',
      reason: 'unknown for the base: it is not declared',
    });
  });

  it('has no samples to speak of where base and head were trained towards different metrics', () => {
    const rows = compareTraining(
      run({ examples_seen: 1e6, reached }),
      run({ examples_seen: 1e6, reached: { ...reached, metric: 'f1' } }),
      policy(),
    );
    expect(rows.map(({ indicator }) => indicator)).toEqual(['training_examples_seen']);
  });
});
