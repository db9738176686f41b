import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COUNTED, type IndicatorId, MEASURED } from '../../src/indicators.js';
import {
  compareCounted,
  compareIdentical,
  compareMeasured,
  compareUnmeasured,
} from '../../src/judge/comparison.js';
import { type Comparison, comparisonSchema } from '../../src/judge/judgement.js';
import { relate } from '../../src/judge/relation.js';
import type { JudgePolicy } from '../../src/judge/policy.js';
import type { Policy } from '../../src/report.js';
import { EMPTY_WORKER_BYTES, measured, policy, profile, readings, repeated, round } from './factories.js';

const of = (comparisons: readonly Comparison[], id: IndicatorId): Comparison =>
  comparisons.find(({ indicator }) => indicator === id)!;

describe('comparisons', () => {
  it('of what every machine tells come in the order of the indicator table, and fit the report', () => {
    const all = [
      ...compareCounted(profile(), profile(), policy()),
      ...compareMeasured(repeated(12), policy()),
    ];
    expect(all.map(({ indicator }) => indicator)).toEqual([...COUNTED, ...MEASURED].map(({ id }) => id));
    for (const row of [
      ...all,
      ...compareIdentical(profile(), policy()),
      ...compareUnmeasured('no time', policy()),
    ]) {
      expect(comparisonSchema.parse(row)).toEqual(row);
    }
  });

  it('say which indicators the policy requires', () => {
    const rows = compareCounted(profile(), profile(), policy({ required: ['flops'] }));
    expect(rows.filter(({ required }) => required).map(({ indicator }) => indicator)).toEqual(['flops']);
  });

  it('take the policy of a report as it is', () => {
    const recorded: Pick<Policy, keyof JudgePolicy> = {
      alpha: 0.05,
      decisions: 8,
      tolerances: {},
      required: [],
    };
    expect(compareCounted(profile(), profile(), recorded)).toHaveLength(COUNTED.length);
  });
});

describe('indicators that describe a model', () => {
  const open = { value: null, reason: 'open shapes: y' };
  const depth = (head: number | typeof open, changes: Partial<JudgePolicy> = {}) =>
    of(compareCounted(profile({ depth: 10 }), profile({ depth: head }), policy(changes)), 'depth');

  it('have an exact ratio and no verdict, whatever they do', () => {
    expect(depth(40)).toMatchObject({ verdict: null, reason: null, effect: { ratio: 4 } });
    expect(depth(10)).toMatchObject({ verdict: null, effect: { ratio: 1 } });
    expect(depth(open)).toMatchObject({ verdict: null, reason: 'unknown for the head: open shapes: y' });
  });

  it('are judged where the policy gives them a tolerance or requires them', () => {
    expect(depth(40, { tolerances: { depth: { relative: 2 } } }).verdict).toBe('regressed');
    expect(depth(11, { tolerances: { depth: { relative: 2 } } }).verdict).toBe('equivalent');
    expect(depth(9, { required: ['depth'] }).verdict).toBe('improved');
  });

  it('take no part in the relation of two models', () => {
    expect(relate([depth(40), depth(open)], [])).toEqual({
      relation: 'equivalent',
      improved: [],
      regressed: [],
      unknown: [],
    });
  });
});

describe('counted indicators', () => {
  const verdict = (base: number, head: number, tolerances: JudgePolicy['tolerances'] = {}) =>
    of(compareCounted(profile({ macs: base }), profile({ macs: head }), policy({ tolerances })), 'macs')
      .verdict;

  it.each([
    [1000, 1010, 'equivalent'],
    [1000, 1011, 'regressed'],
    [1000, 990, 'equivalent'],
    [1000, 989, 'improved'],
    [0, 0, 'equivalent'],
    [0, 1, 'regressed'],
    [1, 0, 'improved'],
  ])('from %d to %d are %s at 1 %%', (base, head, expected) => {
    expect(verdict(base, head)).toBe(expected);
  });

  it('are within a tolerance that they meet exactly, whatever the fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 1e9 }),
        (percent, hundredth) => {
          const base = hundredth * 100;
          const edge = base + hundredth * percent;
          const tolerances = { macs: { relative: percent / 100 } };
          expect(verdict(base, edge, tolerances)).toBe('equivalent');
          expect(verdict(base, edge + 1, tolerances)).toBe('regressed');
        },
      ),
      { seed: 6 },
    );
  });

  it('must exceed both parts of a tolerance', () => {
    const both = { macs: { relative: 0.01, absolute: 50 } };
    expect(verdict(1000, 1040, both)).toBe('equivalent');
    expect(verdict(100_000, 100_060, both)).toBe('equivalent');
    expect(verdict(1000, 1060, both)).toBe('regressed');
    expect(verdict(0, 50, both)).toBe('equivalent');
    expect(verdict(0, 51, both)).toBe('regressed');
  });

  it('count every difference when there is no tolerance', () => {
    expect(verdict(1000, 1001, { macs: {} })).toBe('regressed');
    expect(verdict(1000, 1000, { macs: { relative: 0 } })).toBe('equivalent');
  });

  it('always show the exact ratio, and none against zero', () => {
    const rows = compareCounted(
      profile({ macs: 1000, flops: 0 }),
      profile({ macs: 1001, flops: 7 }),
      policy(),
    );
    expect(of(rows, 'macs').effect).toEqual({ ratio: 1.001, low: 1.001, high: 1.001 });
    expect(of(rows, 'flops').effect).toBeNull();
  });

  it('are inconclusive where a count is open, with the reason and the operators', () => {
    const open = profile({ macs: { value: null, reason: 'no cost rule for com.acme.Fused' } });
    expect(of(compareCounted(profile(), open, policy()), 'macs')).toMatchObject({
      verdict: 'inconclusive',
      effect: null,
      reason: 'unknown for the head: no cost rule for com.acme.Fused',
      base: { value: 1000 },
      head: { value: null, reason: 'no cost rule for com.acme.Fused' },
    });
    expect(of(compareCounted(open, open, policy()), 'macs').reason).toBe(
      'unknown for base and head: no cost rule for com.acme.Fused',
    );
    const silent = profile({ macs: { value: null, reason: null } }, ['Swizzle', 'Twist']);
    expect(of(compareCounted(silent, profile(), policy()), 'macs').reason).toBe(
      'unknown for the base: operators without a stated cost: Swizzle, Twist',
    );
  });
});

describe('identical bytes', () => {
  it('are equivalent on every indicator, with a ratio of exactly 1 and nothing measured', () => {
    const rows = compareIdentical(profile({ macs: { value: null, reason: 'open' } }), policy());
    expect(rows).toHaveLength(COUNTED.length + MEASURED.length);
    for (const row of rows) {
      expect(row).toMatchObject({ verdict: 'equivalent', effect: { ratio: 1, low: 1, high: 1 } });
    }
    const notMeasured = { value: null, provenance: 'not-measured', reason: 'identical bytes' };
    expect(of(rows, 'latency_p50')).toMatchObject({ base: notMeasured, head: notMeasured, rounds: 0 });
    expect(of(rows, 'parameters').head).toEqual({ value: 1000, provenance: 'counted', reason: null });
  });
});

describe('measured indicators', () => {
  it('regress when every one of 12 rounds is slower, and throughput with them', () => {
    const rows = compareMeasured(repeated(12, { head: readings(1.3) }), policy());
    const timings = rows.filter(({ indicator }) => indicator !== 'peak_rss_bytes');
    expect(new Set(timings.map(({ verdict }) => verdict))).toEqual(new Set(['regressed']));
    expect(of(rows, 'throughput').effect!.ratio).toBeCloseTo(1 / 1.3, 12);
    expect(of(rows, 'latency_p50')).toMatchObject({
      base: { value: 2, provenance: 'measured' },
      head: { value: 2.6, provenance: 'measured' },
      rounds: 12,
      reason: null,
    });
  });

  it('improve when every round is faster, and are equivalent when every round is the same', () => {
    expect(of(compareMeasured(repeated(12, { head: readings(0.7) }), policy()), 'throughput').verdict).toBe(
      'improved',
    );
    expect(compareMeasured(repeated(12), policy()).map(({ verdict }) => verdict)).toEqual(
      Array(7).fill('equivalent'),
    );
  });

  it('say how many rounds are missing for a verdict', () => {
    const row = of(compareMeasured(repeated(8, { head: readings(1.3) }), policy()), 'latency_p50');
    expect(row).toMatchObject({ verdict: 'inconclusive', effect: { low: 0, high: null } });
    expect(row.reason).toBe(
      '8 rounds are too few to prove a difference: at least 11 are needed, about 3 more (0 s)',
    );
  });

  it('say which interval crosses the tolerance', () => {
    const rounds = Array.from({ length: 24 }, (_, i) => round({ head: readings(i % 2 === 0 ? 1.02 : 1.09) }));
    const row = of(compareMeasured(measured(rounds), policy()), 'latency_p50');
    expect(row.verdict).toBe('inconclusive');
    expect(row.reason).toBe(
      '24 rounds, interval 1.020 to 1.090 crosses the tolerance of 5 %; a difference of 8.7 % or more would most likely have been seen; too noisy or too near to the tolerance to say how many more would decide; the rounds follow each other, as on a machine that changes',
    );
    expect(row.evidence).toMatchObject({ provenAfter: null, moreRounds: null });
  });

  it('say so when early and late rounds prove opposite things', () => {
    const rounds = [...repeated(12, { head: readings(1.3) }).rounds, ...repeated(60).rounds];
    expect(of(compareMeasured(measured(rounds), policy()), 'latency_p50').reason).toMatch(
      /^early and late of 72 rounds/,
    );
  });

  it('are not said to regress or improve where the base differs from itself by more than half of the tolerance', () => {
    const rows = (slowness: number): Comparison[] =>
      compareMeasured(repeated(12, { head: readings(slowness), control: readings(1.03) }), policy());
    for (const slowness of [1.3, 0.7]) {
      const row = of(rows(slowness), 'latency_p50');
      expect(row).toMatchObject({ verdict: 'inconclusive', control: { differs: true } });
      expect(row.reason).toBe('the base differs from itself by 3 %');
    }
    expect(of(rows(1), 'latency_p50')).toMatchObject({ verdict: 'equivalent', control: { differs: true } });
  });

  it('nor where it did so for a while', () => {
    const early = repeated(12, { head: readings(1.3), control: readings(1.1) }).rounds;
    const late = repeated(60, { head: readings(1.3) }).rounds;
    const row = of(compareMeasured(measured([...early, ...late]), policy()), 'latency_p50');
    expect(row).toMatchObject({ verdict: 'inconclusive', control: { differs: true } });
    expect(row.reason).toMatch(/^the base differs from itself in some of 72 rounds and not in others/);
  });

  it('are not vetoed by a control that differs by less, or that merely found nothing', () => {
    const slight = compareMeasured(repeated(12, { head: readings(1.3), control: readings(1.02) }), policy());
    expect(of(slight, 'latency_p50')).toMatchObject({ verdict: 'regressed', control: { differs: false } });
    const wild = Array.from({ length: 12 }, (_, i) =>
      round({ head: readings(1.3), control: readings(i % 2 === 0 ? 0.5 : 2) }),
    );
    expect(of(compareMeasured(measured(wild), policy()), 'latency_p50').verdict).toBe('regressed');
  });

  it('are inconclusive, with null and never zero, where the system does not tell', () => {
    const silent = readings(1, { peakRssBytes: null });
    const rows = compareMeasured(repeated(12, { base: silent, head: silent, control: silent }), policy());
    const row = of(rows, 'peak_rss_bytes');
    expect(row).toMatchObject({
      verdict: 'inconclusive',
      effect: null,
      head: { value: null, provenance: 'not-measured' },
    });
    expect(row.reason).toMatch(/^the system does not tell the peak memory .* \(in 12 of 12 rounds\)$/);
    expect(of(rows, 'latency_p50').verdict).toBe('equivalent');
  });

  it('are not decided from the rounds that happen to have a value', () => {
    const unknown = readings(1, { peakRssBytes: null });
    const rounds = [...repeated(20).rounds, round({ head: unknown })];
    expect(of(compareMeasured(measured(rounds), policy()), 'peak_rss_bytes')).toMatchObject({
      verdict: 'inconclusive',
      base: { value: 100_000_000 },
    });
  });

  it('need to exceed an absolute floor as well, as a ratio of the base', () => {
    const small = (bytes: number): ReturnType<typeof readings> =>
      readings(1, { peakRssBytes: EMPTY_WORKER_BYTES + bytes });
    const verdict = (head: number) =>
      of(
        compareMeasured(repeated(12, { base: small(4e6), control: small(4e6), head: small(head) }), policy()),
        'peak_rss_bytes',
      ).verdict;
    expect(verdict(4.9e6)).toBe('equivalent');
    expect(verdict(5.2e6)).toBe('regressed');
    expect(verdict(3.0e6)).toBe('equivalent');
    expect(verdict(2.9e6)).toBe('improved');
  });

  it('cannot improve by more than a floor that is as large as the base', () => {
    const small = (bytes: number): ReturnType<typeof readings> =>
      readings(1, { peakRssBytes: EMPTY_WORKER_BYTES + bytes });
    const rounds = repeated(12, { base: small(1e6), control: small(1e6), head: small(1e4) });
    expect(of(compareMeasured(rounds, policy()), 'peak_rss_bytes').verdict).toBe('equivalent');
  });

  it('take their tolerance from the policy', () => {
    const rows = compareMeasured(
      repeated(12, { head: readings(1.3) }),
      policy({ tolerances: { latency_p50: { relative: 0.5 } } }),
    );
    expect(of(rows, 'latency_p50')).toMatchObject({ verdict: 'equivalent', tolerance: { relative: 0.5 } });
    expect(of(rows, 'load_time').verdict).toBe('regressed');
  });

  it('are inconclusive before the first round', () => {
    expect(of(compareMeasured(measured([]), policy()), 'latency_p50')).toMatchObject({
      verdict: 'inconclusive',
      reason: 'no round was measured',
      rounds: 0,
    });
  });
});
