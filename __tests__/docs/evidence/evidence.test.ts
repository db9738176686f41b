import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contradiction } from '../../../docs/evidence/contradiction.js';
import { readIndicatorTable } from '../../../docs/evidence/indicator-table.js';
import { kendallTau } from '../../../docs/evidence/kendall.js';

describe("Kendall's tau-b", () => {
  it('is what SciPy documents for its own example with ties', () => {
    expect(kendallTau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.471_404_520_791_031_73, 14);
  });

  it('is 1 for one order, -1 for the reverse, and counts what is out of order between', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    // One of six pairs is out of order: (5 - 1) / 6.
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 15);
  });

  it('is symmetric, and turns its sign with an order', () => {
    const values = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, (pairs) => {
        const [x, y] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const tau = kendallTau(x, y);
        fc.pre(!Number.isNaN(tau));
        expect(kendallTau(y, x)).toBeCloseTo(tau, 12);
        expect(
          kendallTau(
            x,
            y.map((value) => -value),
          ),
        ).toBeCloseTo(-tau, 12);
        expect(Math.abs(tau)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is not defined where nothing differs', () => {
    expect(kendallTau([1, 1], [1, 2])).toBeNaN();
    expect(kendallTau([], [])).toBeNaN();
    expect(() => kendallTau([1], [])).toThrow(RangeError);
  });
});

const CSV = [
  'model,params_m,gmacs,latency_ms_i9,img_per_s_gpu,top1',
  'a,1,10,5,100,70',
  'b,2,11,4,90,71',
  'c,3,30,9,,72',
  'd,4,,9,95,73',
].join('\n');

describe('a table of indicators', () => {
  it('tells indicators and machines by its headers, and what it does not know', () => {
    const { models, columns, ignored } = readIndicatorTable(CSV);
    expect(models).toBe(4);
    expect(columns.map(({ indicator, machine, better }) => [indicator, machine, better])).toEqual([
      ['parameters', null, 'lower'],
      ['macs', null, 'lower'],
      ['latency_p50', 'i9', 'lower'],
      ['throughput', 'gpu', 'higher'],
    ]);
    expect(columns[1]?.values).toEqual([10, 11, 30, null]);
    expect(ignored).toEqual(['model', 'top1']);
  });

  it('takes columns by name where the header does not tell', () => {
    const text = 'name,mem\nx,5\ny,6';
    const { columns } = readIndicatorTable(text, new Map([['mem', 'peak_rss_bytes@my laptop']]));
    expect(columns).toMatchObject([{ indicator: 'peak_rss_bytes', machine: 'my laptop', values: [5, 6] }]);
  });

  it('refuses what it cannot read', () => {
    expect(() => readIndicatorTable('gmacs\nmany')).toThrow('Row 2 of column gmacs is no number');
    expect(() => readIndicatorTable(CSV, new Map([['nope', 'macs']]))).toThrow('no column nope');
    expect(() => readIndicatorTable(CSV, new Map([['top1', 'speed']]))).toThrow('no indicator speed');
  });
});

describe('contradiction', () => {
  const { columns } = readIndicatorTable(CSV);
  const [parameters, macs, latency, throughput] = columns as [
    (typeof columns)[0],
    (typeof columns)[0],
    (typeof columns)[0],
    (typeof columns)[0],
  ];
  const ALL = { least: 1, most: Infinity };

  it('is the share of pairs in which one says cheaper and the other dearer', () => {
    // Of a, b, c: b has more MACs than a and is faster; c is dearer than both in both.
    expect(contradiction(macs, latency, ALL)).toEqual({ share: 1 / 3, pairs: 3 });
  });

  it('knows that more throughput is cheaper, and leaves out models without a value', () => {
    // Of a, b, d by parameters: a is the smallest and fastest; d has more than b and is faster.
    expect(contradiction(parameters, throughput, ALL)).toEqual({ share: 1 / 3, pairs: 3 });
  });

  it('looks at pairs of the asked distance alone, the bounds included', () => {
    expect(contradiction(macs, latency, { least: 1.05, most: 1.5 })).toEqual({ share: 1, pairs: 1 });
    expect(contradiction(macs, latency, { least: 1.1, most: 1.1 })).toEqual({ share: 1, pairs: 1 });
    expect(contradiction(macs, latency, { least: 4, most: 5 })).toEqual({ share: null, pairs: 0 });
  });

  it('finds none in what the other does not tell apart', () => {
    const tied = { ...latency, values: [1, 1, 1, 1] };
    expect(contradiction(macs, tied, ALL).share).toBe(0);
    expect(contradiction(tied, macs, ALL)).toEqual({ share: null, pairs: 0 });
  });
});
