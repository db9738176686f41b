import { describe, expect, it } from '@jest/globals';
import { compareDerived } from '../../src/judge/derived-comparison.js';
import { comparisonSchema } from '../../src/judge/judgement.js';
import { relate } from '../../src/judge/relation.js';
import { unmeasuredOf } from '../../src/judge/unmeasured.js';
import { comparison, policy } from './factories.js';

const sided = (value: number) => ({ value, provenance: 'measured', reason: null }) as const;

describe('what is derived', () => {
  it('is money from throughput: what does twice as many costs half', () => {
    const throughput = comparison('throughput', 'improved', {
      base: sided(100),
      head: sided(200),
      effect: { ratio: 2, low: 1.6, high: null },
    });
    const [cost] = compareDerived([throughput], 1, {
      ...policy(),
      price: { perHour: 0.36, currency: 'EUR' },
    });
    // 0.36 EUR buy 360,000 inferences at 100 a second.
    expect(cost).toMatchObject({ indicator: 'cost_per_million', unit: 'EUR', verdict: 'improved' });
    expect(cost?.base.value).toBeCloseTo(1, 12);
    expect(cost?.head.value).toBeCloseTo(0.5, 12);
    expect(cost?.effect).toEqual({ ratio: 0.5, low: 0, high: 0.625 });
    expect(comparisonSchema.parse(cost)).toEqual(cost);
  });

  it('is carbon from energy', () => {
    const energy = comparison('energy_per_inference', 'equivalent', { base: sided(3.6), head: sided(7.2) });
    const [carbon] = compareDerived([energy], 1, { ...policy(), gridIntensity: 300 });
    // A millionth of a kilowatt-hour.
    expect(carbon?.base.value).toBeCloseTo(300e-6, 15);
    expect(carbon?.head).toMatchObject({ provenance: 'derived' });
  });

  it('is three times the forward pass for each example of a training step', () => {
    const flops = comparison('flops', 'regressed', { base: sided(800), head: sided(1600) });
    const [training] = compareDerived([flops], 8, policy());
    expect(training).toMatchObject({
      indicator: 'training_flops_per_example',
      base: { value: 300, provenance: 'estimated' },
      head: { value: 600 },
      verdict: 'regressed',
      gated: false,
    });
  });

  it('is nothing where its source is not known', () => {
    const open = { value: null, provenance: 'counted', reason: 'open' } as const;
    expect(compareDerived([comparison('flops', 'inconclusive', { base: open })], 1, policy())).toEqual([]);
  });

  it('adds no evidence to a relation', () => {
    const rows = [
      comparison('latency_p50', 'improved'),
      comparison('cost_per_million', 'regressed', { kind: 'derived' }),
    ];
    expect(relate(rows, ['latency_p50'])).toMatchObject({ relation: 'dominates', regressed: [] });
  });
});

describe('what could not be had', () => {
  it('is told with what would give it', () => {
    const reasons = unmeasuredOf({ reason: 'no counter' }, policy()).map(({ indicator, reason }) => [
      indicator,
      reason,
    ]);
    expect(reasons).toEqual([
      ['energy_per_inference', 'no counter'],
      ['carbon_per_inference', 'no counter'],
      ['cost_per_million', 'the configuration has no price-per-hour'],
    ]);
  });

  it('is nothing where there is a counter, a grid and a price', () => {
    const full = { ...policy(), gridIntensity: 300, price: { perHour: 1, currency: 'USD' } };
    expect(unmeasuredOf({ domains: ['package-0'], stretchMs: 100 }, full)).toEqual([]);
  });
});
